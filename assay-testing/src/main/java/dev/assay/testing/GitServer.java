package dev.assay.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/// Git's own server program behind the JDK's, by CGI (RFC 3875).
public final class GitServer implements AutoCloseable {
  private final HttpServer server;
  private final Path root;
  private volatile int posts;
  private final AtomicLong sent = new AtomicLong();

  /// Git's configuration of the server, to be changed by tests.
  public final Map<String, String> configuration =
      new ConcurrentHashMap<>(
          Map.of("safe.directory", "*", "uploadpack.allowAnySHA1InWant", "true"));

  /// Which requests, by their bodies, are refused: Git's own server gives single objects to
  /// everybody who speaks over HTTP, and others do not.
  public volatile Predicate<String> refused = body -> false;

  /// Whether clients may speak the second version of the protocol.
  public volatile boolean secondVersion = true;

  private static final Path BACKEND = Path.of("/usr/lib/git-core/git-http-backend");

  /// Serves the repositories in a folder; skips the running test where Git's program is not here.
  public GitServer(Path root) throws IOException {
    if (!Files.isExecutable(BACKEND)) {
      System.out.println("skipped: " + BACKEND + " is not here");
      Assumptions.abort();
    }
    this.root = root;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /// Its address.
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var process = new ProcessBuilder(BACKEND.toString());
      Map<String, String> cgi = process.environment();
      cgi.put("GIT_PROJECT_ROOT", root.toString());
      cgi.put("GIT_HTTP_EXPORT_ALL", "1");
      int n = 0;
      for (var each : configuration.entrySet()) {
        cgi.put("GIT_CONFIG_KEY_" + n, each.getKey());
        cgi.put("GIT_CONFIG_VALUE_" + n, each.getValue());
        n++;
      }
      cgi.put("GIT_CONFIG_COUNT", String.valueOf(n));
      cgi.put("REQUEST_METHOD", exchange.getRequestMethod());
      cgi.put("PATH_INFO", exchange.getRequestURI().getPath());
      String query = exchange.getRequestURI().getQuery();
      cgi.put("QUERY_STRING", query == null ? "" : query);
      header(exchange, "Content-Type", cgi, "CONTENT_TYPE");
      header(exchange, "Content-Encoding", cgi, "HTTP_CONTENT_ENCODING");
      if (secondVersion) {
        header(exchange, "Git-Protocol", cgi, "GIT_PROTOCOL");
      }
      posts += exchange.getRequestMethod().equals("POST") ? 1 : 0;
      byte[] body = exchange.getRequestBody().readAllBytes();
      boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      InputStream asked = new ByteArrayInputStream(body);
      byte[] plain = (packed ? new GZIPInputStream(asked) : asked).readAllBytes();
      if (refused.test(new String(plain, StandardCharsets.ISO_8859_1))) {
        exchange.sendResponseHeaders(403, -1);
        return;
      }
      cgi.put("CONTENT_LENGTH", String.valueOf(body.length));
      Process running = process.start();
      try (var in = running.getOutputStream()) {
        in.write(body);
      }
      reply(exchange, running.getInputStream());
    }
  }

  private static void header(
      HttpExchange exchange, String name, Map<String, String> cgi, String variable) {
    String value = exchange.getRequestHeaders().getFirst(name);
    if (value != null) {
      cgi.put(variable, value);
    }
  }

  private void reply(HttpExchange exchange, InputStream out) throws IOException {
    int status = 200;
    for (String line = line(out); !line.isEmpty(); line = line(out)) {
      int colon = line.indexOf(':');
      String value = line.substring(colon + 1).strip();
      if (line.startsWith("Status")) {
        status = Integer.parseInt(value.substring(0, 3));
      } else {
        exchange.getResponseHeaders().add(line.substring(0, colon), value);
      }
    }
    byte[] body = out.readAllBytes();
    sent.addAndGet(body.length);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /// How many requests carried a body: those that fetch.
  public int posts() {
    return posts;
  }

  /// How many bytes of bodies were sent.
  public long sent() {
    return sent.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
