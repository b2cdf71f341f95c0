package dev.assay.sources.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A server on this machine that gives what a test puts on it, in parts where asked, and notes what
/// it was asked.
public final class Loopback implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, HttpHandler> special = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile String authorization = "";
  private volatile First first = _ -> false;

  public Loopback() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /// Its address, without a `/` at the end.
  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Puts something at a path, as it stands in a request.
  public void put(String path, byte[] body) {
    files.put(path, body);
  }

  public void put(String path, String body) {
    put(path, body.getBytes(StandardCharsets.UTF_8));
  }

  /// Answers a path in a way of its own.
  public void on(String path, HttpHandler handler) {
    special.put(path, handler);
  }

  /// Gives nothing to whoever does not show this.
  public void guard(String header) {
    authorization = header;
  }

  /// Looks at every request first; true where it was answered.
  public interface First {
    boolean answered(HttpExchange exchange) throws IOException;
  }

  public void before(First first) {
    this.first = first;
  }

  /// Method, path and what was shown, of each request.
  public List<String> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    String shown = exchange.getRequestHeaders().getFirst("Authorization");
    asked.add(exchange.getRequestMethod() + " " + path + (shown == null ? "" : " " + shown));
    try (exchange) {
      if (!authorization.isEmpty() && !authorization.equals(shown)) {
        send(exchange, 401, new byte[0]);
        return;
      }
      if (first.answered(exchange)) {
        return;
      }
      HttpHandler own = special.get(path);
      byte[] body = files.get(path);
      if (own != null) {
        own.handle(exchange);
      } else if (body == null) {
        send(exchange, 404, new byte[0]);
      } else {
        give(exchange, body);
      }
    } catch (IOException e) {
      // The client had enough.
    }
  }

  /// A body, or the part of it that is asked for.
  public static void give(HttpExchange exchange, byte[] body) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    if (range == null) {
      send(exchange, 200, body);
      return;
    }
    String[] ends = range.substring(6).split("-");
    int from = Integer.parseInt(ends[0]);
    int to = Math.min(body.length - 1, Integer.parseInt(ends[1]));
    exchange
        .getResponseHeaders()
        .add("Content-Range", "bytes " + from + "-" + to + "/" + body.length);
    send(exchange, 206, Arrays.copyOfRange(body, from, to + 1));
  }

  public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  public static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    exchange.sendResponseHeaders(302, -1);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /// A zip of names and texts, one after the other.
  public static byte[] zip(String... namesAndTexts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        out.putNextEntry(new ZipEntry(namesAndTexts[i]));
        out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  /// A tar file of names and texts.
  public static byte[] tar(String... namesAndTexts) {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      byte[] text = namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
      bytes.writeBytes(tarHeader(namesAndTexts[i], text.length));
      bytes.writeBytes(text);
      bytes.writeBytes(new byte[(512 - text.length % 512) % 512]);
    }
    bytes.writeBytes(new byte[1024]);
    return bytes.toByteArray();
  }

  private static byte[] tarHeader(String name, int size) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, "0000644\0");
    put(header, 124, String.format("%011o", size));
    put(header, 136, "00000000000");
    put(header, 156, "0");
    put(header, 257, "ustar\0" + "00");
    put(header, 148, "        ");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, String.format("%06o\0 ", sum));
    return header;
  }

  private static void put(byte[] into, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, into, at, bytes.length);
  }

  public static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  public static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
