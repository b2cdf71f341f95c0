package dev.assay.sources.web;

import dev.assay.io.ReadMeter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// One request with its redirects, by rules of our own:
///
/// - at most {@value #MOST} hops, never to a place seen before;
/// - never from https to http, and never from the public network to a private address: a server
///   must not make us ask for what only this machine can reach;
/// - the token goes to its own origin only.
final class Hops implements AutoCloseable {
  /// How a refusal begins, which is not tried again.
  static final String REFUSED = "refused: ";

  private static final int MOST = 5;

  private final Map<Origin, String> tokens;
  private final Proxies proxies;
  private final Patience patience;
  private final ReadMeter meter;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client;

  Hops(Map<Origin, String> tokens, Proxies proxies, Patience patience, ReadMeter meter) {
    this.tokens = tokens;
    this.proxies = proxies;
    this.patience = patience;
    this.meter = meter;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .proxy(proxies)
            .executor(threads)
            .build();
  }

  /// Fetches.
  ///
  /// @param into the file that takes the body, which is then not in the answer; null for none
  WebAnswer follow(WebRequest request, @Nullable String etag, @Nullable Path into) {
    var seen = new HashSet<URI>();
    var headers = new TreeMap<String, String>();
    URI at = request.uri();
    try {
      URI by = request.namedBy();
      String astray = by == null ? "" : refuse(by, by, at);
      if (!astray.isEmpty()) {
        return new WebAnswer.Failed(REFUSED + "an address in the server's answer leads " + astray);
      }
      for (int hop = 0; hop <= MOST; hop++) {
        if (!seen.add(at)) {
          return new WebAnswer.Failed(REFUSED + "the server's redirects go round in a circle");
        }
        HttpResponse<InputStream> response = send(request, at, etag);
        try (InputStream body = response.body()) {
          response
              .headers()
              .map()
              .forEach((name, values) -> headers.put(name.toLowerCase(), values.getFirst()));
          int status = response.statusCode();
          if (status < 301 || status > 308 || status == 304) {
            return answer(request, at, status, headers, body, into);
          }
        }
        URI next = next(at, headers.remove("location"));
        String wrong = next == null ? "to nowhere" : refuse(request.uri(), at, next);
        if (next == null || !wrong.isEmpty()) {
          return new WebAnswer.Failed(REFUSED + "a redirect " + wrong);
        }
        at = next;
      }
      return new WebAnswer.Failed(REFUSED + "more than " + MOST + " redirects");
    } catch (HttpTimeoutException e) {
      return new WebAnswer.Failed(host(at) + " did not answer in time");
    } catch (UnknownHostException | ConnectException e) {
      return new WebAnswer.Failed(host(at) + " cannot be reached");
    } catch (IOException e) {
      return new WebAnswer.Failed("the connection to " + host(at) + " broke");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new WebAnswer.Failed(REFUSED + "interrupted");
    }
  }

  private HttpResponse<InputStream> send(WebRequest request, URI at, @Nullable String etag)
      throws IOException, InterruptedException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(at)
            .timeout(patience.silence())
            .header("User-Agent", "assay; java/" + Runtime.version().feature());
    if (request.ranged()) {
      builder.header(
          "Range", "bytes=" + request.from() + "-" + (request.from() + request.length() - 1));
    }
    if (etag != null) {
      builder.header("If-None-Match", etag);
    }
    if (!request.accept().isEmpty()) {
      builder.header("Accept", request.accept());
    }
    String token = tokens.get(Origin.of(at));
    Credential shown = request.credential();
    if (!shown.isNone()) {
      if (Origin.of(at).equals(Origin.of(request.uri()))) {
        builder.header("Authorization", shown.header());
      }
    } else if (token != null) {
      builder.header("Authorization", "Bearer " + token);
    }
    meter.request();
    return client.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  private static @Nullable URI next(URI at, @Nullable String location) {
    if (location == null) {
      return null;
    }
    try {
      return at.resolve(location);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /// Why one address may not lead to another; empty when it may.
  String refuse(URI start, URI from, URI to) throws UnknownHostException {
    Origin target;
    try {
      target = Origin.of(to);
    } catch (IllegalArgumentException e) {
      return "to something that is not http(s)";
    }
    if (from.getScheme().equalsIgnoreCase("https") && target.scheme().equals("http")) {
      return "from https to http";
    }
    if (Origin.of(start).equals(target)) {
      return "";
    }
    boolean literal = to.getHost().startsWith("[") || Character.isDigit(to.getHost().charAt(0));
    if ((literal || !proxies.used(to)) && target.isPrivate() && !isPrivate(start)) {
      return "to a private address";
    }
    return "";
  }

  /// Whether the first address is a private one. A name that only a proxy knows is not.
  private static boolean isPrivate(URI start) {
    try {
      return Origin.of(start).isPrivate();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private WebAnswer answer(
      WebRequest request,
      URI at,
      int status,
      Map<String, String> headers,
      InputStream body,
      @Nullable Path into)
      throws IOException {
    if (status == 304) {
      return new WebAnswer.Got(304, headers, new byte[0], false, at, false);
    }
    boolean partial = status == 206;
    if (request.ranged() && partial && !rangeFits(request, headers.get("content-range"))) {
      return new WebAnswer.Failed(REFUSED + "the server sent another range than was asked for");
    }
    long skip = request.ranged() && !partial && status == 200 ? request.from() : 0;
    if (skip > 0) {
      return new WebAnswer.Failed(REFUSED + host(at) + " does not serve parts of files");
    }
    long most = status < 300 ? request.most() : 64 * 1024;
    if (into != null && status < 300) {
      return save(at, headers, body, most, into);
    }
    var memory = new ByteArrayOutputStream();
    take(body, most, memory);
    byte[] taken = memory.toByteArray();
    boolean cut = taken.length > most;
    if (cut) {
      taken = java.util.Arrays.copyOf(taken, (int) most);
    }
    if (request.ranged() && partial && taken.length < request.length()) {
      return new WebAnswer.Failed("the connection to " + host(at) + " broke: a short body");
    }
    return new WebAnswer.Got(partial ? 200 : status, headers, taken, cut, at, false);
  }

  private static boolean rangeFits(WebRequest request, @Nullable String contentRange) {
    return contentRange == null || contentRange.startsWith("bytes " + request.from() + "-");
  }

  /// Writes a body to a file. A body that is said to be too long is not begun.
  private WebAnswer save(
      URI at, Map<String, String> headers, InputStream body, long most, Path into)
      throws IOException {
    if (said(headers.get("content-length")) > most) {
      return new WebAnswer.Got(200, headers, new byte[0], true, at, false);
    }
    OutputStream file;
    try {
      file = Files.newOutputStream(into);
    } catch (IOException e) {
      return new WebAnswer.Failed(REFUSED + "what was to be fetched cannot be written to the disk");
    }
    try (var out = new Saved(file)) {
      boolean cut = take(body, most, out) > most;
      return new WebAnswer.Got(200, headers, new byte[0], cut, at, false);
    } catch (Saved.Full e) {
      return new WebAnswer.Failed(REFUSED + "the disk has no room for what was to be fetched");
    }
  }

  private static long said(@Nullable String length) {
    try {
      return length == null ? -1 : Long.parseLong(length.strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /// Takes up to `most` bytes and one more; a server that sends nothing for too long is cut off.
  ///
  /// @return how many came
  private long take(InputStream body, long most, OutputStream into) throws IOException {
    long taken = 0;
    byte[] piece = new byte[64 * 1024];
    try (var watch = new Watch(body, patience.silence())) {
      while (taken <= most) {
        int n = body.read(piece, 0, (int) Math.min(piece.length, most + 1 - taken));
        if (n < 0) {
          break;
        }
        watch.progress();
        meter.bytes(n);
        into.write(piece, 0, n);
        taken += n;
      }
    }
    return taken;
  }

  private static String host(URI uri) {
    return uri.getHost() == null ? "the server" : uri.getHost();
  }

  @Override
  public void close() {
    client.shutdownNow();
    threads.shutdownNow();
  }
}
