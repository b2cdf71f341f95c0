package dev.assay.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A hub on loopback: models with pages of files, large files on a second port, gates, new names,
/// limits, and faults on demand. It answers as the recorded answers of the real one do.
public final class HubServer implements AutoCloseable {
  /// The token that is let in.
  public static final String TOKEN = "hf_secret";

  /// The commit of every repository.
  public static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  private final HttpServer hub;
  private final HttpServer storage;
  private final Map<String, Repo> repos = new ConcurrentHashMap<>();

  /// For tests to look at or set.
  public final List<String> log = java.util.Collections.synchronizedList(new ArrayList<>());

  /// For tests to look at or set.
  public final List<String> storageTokens =
      java.util.Collections.synchronizedList(new ArrayList<>());

  /// For tests to look at or set.
  public final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();

  /// For tests to look at or set.
  public final AtomicInteger atOnce = new AtomicInteger();

  /// For tests to look at or set.
  public final AtomicInteger mostAtOnce = new AtomicInteger();

  /// For tests to look at or set.
  public volatile int pageSize = 1000;

  /// For tests to look at or set.
  public volatile boolean ignoreRange;

  /// What goes wrong with the next request.
  public interface Fault {
    /// Answers, or returns false to let the server answer.
    boolean answer(HttpExchange exchange) throws IOException;
  }

  /// A repository: its files and how access to it is.
  public static final class Repo {
    /// For tests to look at or set.
    public final Map<String, byte[]> files = new LinkedHashMap<>();

    /// For tests to look at or set.
    public final java.util.Set<String> large = new java.util.HashSet<>();

    /// For tests to look at or set.
    public String gate = "";

    /// What the hub shows as tags, in JSON.
    public String tags = "\"license:mit\"";

    /// For tests to look at or set.
    public boolean hidden;

    /// For tests to look at or set.
    public String renamed = "";

    /// For tests to look at or set.
    public String recordedInfo = "";

    /// The headers that were recorded with the answer; one with `Location` is a redirect.
    public final Map<String, String> recordedHeaders = new LinkedHashMap<>();

    /// A small file.
    public Repo file(String path, String text) {
      files.put(path, text.getBytes(StandardCharsets.UTF_8));
      return this;
    }

    /// A file in large-file storage.
    public Repo large(String path, byte[] content) {
      files.put(path, content);
      large.add(path);
      return this;
    }
  }

  /// A hub without repositories.
  public HubServer() throws IOException {
    hub = start(this::answer);
    storage = start(this::store);
  }

  private HttpServer start(com.sun.net.httpserver.HttpHandler handler) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            log.add(
                (server == hub() ? "hub " : "storage ")
                    + exchange.getRequestMethod()
                    + " "
                    + exchange.getRequestURI());
            Fault fault = faults.poll();
            boolean answered;
            // Counted until it is answered: who has the answer may ask again before this thread
            // goes on.
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            try {
              answered = fault != null && fault.answer(exchange);
            } finally {
              atOnce.decrementAndGet();
            }
            if (!answered) {
              handler.handle(exchange);
            }
          }
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return server;
  }

  private HttpServer hub() {
    return hub;
  }

  /// Its address.
  public String endpoint() {
    return "http://127.0.0.1:" + hub.getAddress().getPort();
  }

  /// The address of its large-file storage.
  public String storageAddress() {
    return "http://127.0.0.1:" + storage.getAddress().getPort();
  }

  /// A repository, made when first asked for; a data set's name begins with `datasets/`.
  public Repo repo(String id) {
    return repos.computeIfAbsent(id, _ -> new Repo());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.startsWith("/api/datasets/")) {
      api(exchange, path.substring("/api/".length()));
    } else if (path.startsWith("/api/models/")) {
      api(exchange, path.substring("/api/models/".length()));
    } else if (path.contains("/resolve/")) {
      resolve(exchange, path);
    } else {
      error(exchange, 404, "");
    }
  }

  private void api(HttpExchange exchange, String rest) throws IOException {
    String id = rest.replaceAll("/(revision|tree)/.*", "");
    Repo repo = repos.get(id);
    if (repo == null || repo.hidden && !hasToken(exchange)) {
      error(exchange, 401, "RepoNotFound");
    } else if (!repo.renamed.isEmpty()) {
      exchange
          .getResponseHeaders()
          .add("Location", exchange.getRequestURI().toString().replace(id, repo.renamed));
      send(exchange, 307, new byte[0]);
    } else if (rest.contains("/tree/")) {
      tree(exchange, repo);
    } else if (rest.contains("/revision/") && !rest.endsWith("/main") && !rest.endsWith(COMMIT)) {
      error(exchange, 404, "RevisionNotFound");
    } else {
      String json =
          !repo.recordedInfo.isEmpty()
              ? repo.recordedInfo
              : "{\"id\":\"%s\",\"sha\":\"%s\",\"gated\":%s,\"private\":%s,\"tags\":[%s]}"
                  .formatted(
                      id.replaceFirst("^datasets/", ""),
                      COMMIT,
                      repo.gate.isEmpty() ? "false" : "\"" + repo.gate + "\"",
                      repo.hidden,
                      repo.tags);
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      repo.recordedHeaders.forEach(exchange.getResponseHeaders()::add);
      if (repo.recordedHeaders.containsKey("Location")) {
        send(exchange, 307, body);
        return;
      }
      String etag =
          repo.recordedHeaders.getOrDefault("ETag", "W/\"" + sha256(body).substring(0, 8) + "\"");
      exchange.getResponseHeaders().set("ETag", etag);
      if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
      } else {
        send(exchange, 200, body);
      }
    }
  }

  private void tree(HttpExchange exchange, Repo repo) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    int from = query.contains("cursor=") ? Integer.parseInt(query.replaceAll(".*cursor=", "")) : 0;
    List<String> paths = new ArrayList<>(repo.files.keySet());
    var rows = new ArrayList<String>();
    for (String path : paths.subList(from, Math.min(paths.size(), from + pageSize))) {
      byte[] content = Objects.requireNonNull(repo.files.get(path));
      String lfs =
          repo.large.contains(path)
              ? ",\"lfs\":{\"oid\":\"%s\",\"size\":%d,\"pointerSize\":134}"
                  .formatted(sha256(content), content.length)
              : "";
      rows.add(
          "{\"type\":\"file\",\"oid\":\"%s\",\"size\":%d,\"path\":\"%s\"%s}"
              .formatted(blob(content), content.length, path, lfs));
    }
    if (from + pageSize < paths.size()) {
      String next =
          endpoint() + exchange.getRequestURI().getPath() + "?recursive=true&expand=false";
      exchange
          .getResponseHeaders()
          .add("Link", "<" + next + "&cursor=" + (from + pageSize) + ">; rel=\"next\"");
    }
    send(exchange, 200, ("[" + String.join(",", rows) + "]").getBytes(StandardCharsets.UTF_8));
  }

  private void resolve(HttpExchange exchange, String path) throws IOException {
    int at = path.indexOf("/resolve/");
    Repo repo = repos.get(path.substring(1, at));
    String file = path.substring(at + 9 + COMMIT.length() + 1);
    if (repo == null || !repo.files.containsKey(file)) {
      error(exchange, 404, "EntryNotFound");
    } else if (!repo.gate.isEmpty() && !hasToken(exchange) && !file.equals("README.md")) {
      error(exchange, 401, "GatedRepo");
    } else if (repo.large.contains(file)) {
      exchange.getResponseHeaders().add("X-Repo-Commit", COMMIT);
      String sha = sha256(Objects.requireNonNull(repo.files.get(file)));
      exchange
          .getResponseHeaders()
          .add("Location", storageAddress() + "/" + path.substring(1, at) + "?sha=" + sha);
      send(exchange, 302, new byte[0]);
    } else {
      part(exchange, Objects.requireNonNull(repo.files.get(file)));
    }
  }

  private void store(HttpExchange exchange) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    if (token != null) {
      storageTokens.add(token);
    }
    String sha = exchange.getRequestURI().getQuery().replace("sha=", "");
    Repo repo = repos.get(exchange.getRequestURI().getPath().substring(1));
    for (byte[] content : Objects.requireNonNull(repo).files.values()) {
      if (sha256(content).equals(sha)) {
        part(exchange, content);
        return;
      }
    }
    error(exchange, 404, "");
  }

  private void part(HttpExchange exchange, byte[] content) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    if (range == null || ignoreRange) {
      send(exchange, 200, content);
      return;
    }
    String[] ends = range.substring("bytes=".length()).split("-");
    int from = Integer.parseInt(ends[0]);
    int to = Math.min(content.length - 1, Integer.parseInt(ends[1]));
    exchange
        .getResponseHeaders()
        .add("Content-Range", "bytes " + from + "-" + to + "/" + content.length);
    send(exchange, 206, Arrays.copyOfRange(content, from, to + 1));
  }

  private static boolean hasToken(HttpExchange exchange) {
    return ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  /// Answers with an error of the hub.
  public static void error(HttpExchange exchange, int status, String code) throws IOException {
    if (!code.isEmpty()) {
      exchange.getResponseHeaders().add("X-Error-Code", code);
    }
    send(exchange, status, "{\"error\":\"no\"}".getBytes(StandardCharsets.UTF_8));
  }

  /// Answers.
  public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    } catch (IOException e) {
      // The client had enough.
    }
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String blob(byte[] content) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(("blob " + content.length + "\0").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha1.digest(content));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    hub.stop(0);
    storage.stop(0);
  }
}
