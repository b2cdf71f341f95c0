package dev.assay.sources.web;

import dev.assay.io.ReadMeter;
import dev.assay.io.TextFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Fetches over http and https: at most {@value #AT_ONCE} requests at once to a host, redirects
/// followed by own rules (see {@link Hops}), failures retried with growing pauses, `Retry-After`
/// and the hub's `RateLimit` obeyed, bodies bounded, answers kept in a {@link WebCache}.
///
/// A token goes to the origin it was given for and to no other. It stands in no message and no
/// file.
public final class WebClient implements AutoCloseable {
  /// The most requests to one host at the same time.
  public static final int AT_ONCE = 8;

  /// What a server says of what it does not give, or does not have.
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 410, 451);

  private final boolean offline;
  private final Map<Origin, String> tokens;
  private final WebCache cache;
  private final Patience patience;
  private final Hops hops;
  private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

  /// A client.
  ///
  /// @param offline whether only the cache may answer
  /// @param tokens what to send as bearer token, and to whom
  public WebClient(
      boolean offline,
      Map<Origin, String> tokens,
      Proxies proxies,
      WebCache cache,
      Patience patience,
      ReadMeter meter) {
    this.offline = offline;
    this.tokens = Map.copyOf(tokens);
    this.cache = cache;
    this.patience = patience;
    this.hops = new Hops(this.tokens, proxies, patience, meter);
  }

  /// Fetches; never throws for what a server or a network does.
  public WebAnswer get(WebRequest request) {
    Origin origin;
    try {
      origin = Origin.of(request.uri());
    } catch (IllegalArgumentException e) {
      return new WebAnswer.Failed("not an http(s) address: " + request.uri());
    }
    boolean passing = request.lasting() == WebRequest.Lasting.PASSING;
    String key = passing ? null : key(request, origin);
    WebCache.Entry known = key == null ? null : cache.find(key);
    boolean forEver = request.lasting() == WebRequest.Lasting.FOR_EVER;
    if (known != null && (offline || forEver && known.ok())) {
      return stored(known, request.uri());
    }
    if (offline) {
      return new WebAnswer.Failed(
          "offline, and " + origin.host() + " was not asked for this before");
    }
    String etag = known == null || !known.ok() ? null : known.headers().get("etag");
    Semaphore place = places.computeIfAbsent(origin.host(), _ -> new Semaphore(AT_ONCE));
    place.acquireUninterruptibly();
    try {
      return persist(request, key, known, etag, null);
    } finally {
      place.release();
    }
  }

  /// Fetches a whole body into a file, past the cache; the answer's own body is empty.
  public WebAnswer download(WebRequest request, Path into) {
    Origin origin;
    try {
      origin = Origin.of(request.uri());
    } catch (IllegalArgumentException e) {
      return new WebAnswer.Failed("not an http(s) address: " + request.uri());
    }
    if (offline) {
      return new WebAnswer.Failed(
          "offline, and " + origin.host() + " was not asked for this before");
    }
    Semaphore place = places.computeIfAbsent(origin.host(), _ -> new Semaphore(AT_ONCE));
    place.acquireUninterruptibly();
    try {
      return persist(request, null, null, null, into);
    } finally {
      place.release();
    }
  }

  /// Keeps an answer for another request too, which the server would answer with the same: what is
  /// read at a branch today, at the commit that the branch is at.
  public void keep(WebRequest request, WebAnswer.Got answer) {
    try {
      String key = key(request, Origin.of(request.uri()));
      if (answer.ok() && !offline && cache.find(key) == null) {
        cache.keep(key, answer.headers(), answer.body(), answer.cut());
      }
    } catch (IllegalArgumentException e) {
      // An address that is none is never asked for either.
      return;
    }
  }

  private WebAnswer persist(
      WebRequest request,
      @Nullable String key,
      WebCache.@Nullable Entry known,
      @Nullable String etag,
      @Nullable Path into) {
    WebAnswer answer = new WebAnswer.Failed("not tried");
    Duration pause = patience.pause();
    for (int attempt = 1; attempt <= patience.attempts(); attempt++) {
      answer = hops.follow(request, etag, into);
      switch (answer) {
        case WebAnswer.Got got when got.status() == 304 && known != null -> {
          return stored(known, got.last());
        }
        case WebAnswer.Got got when got.ok() -> {
          if (key != null) {
            cache.keep(key, got.headers(), got.body(), got.cut());
          }
          return got;
        }
        case WebAnswer.Got got when got.status() != 429 && got.status() < 500 -> {
          // A refusal is asked for again each time; a locked run has to be told the same.
          if (key != null && REFUSALS.contains(got.status())) {
            cache.keep(key, got.status(), got.headers(), new byte[0], false);
          }
          return got;
        }
        case WebAnswer.Got got -> {
          Duration asked = RateLimits.wait(got, pause);
          if (asked.compareTo(patience.longestWait()) > 0) {
            return new WebAnswer.Failed(
                "the server asks to wait " + asked.toSeconds() + " s before more requests");
          }
          pause = asked;
        }
        case WebAnswer.Failed failed when failed.reason().startsWith(Hops.REFUSED) -> {
          return failed;
        }
        case WebAnswer.Failed _ -> {}
      }
      if (attempt < patience.attempts() && !sleep(pause)) {
        return new WebAnswer.Failed("interrupted");
      }
      pause = pause.multipliedBy(2);
    }
    return answer;
  }

  private static boolean sleep(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static WebAnswer stored(WebCache.Entry entry, URI uri) {
    return new WebAnswer.Got(entry.status(), entry.headers(), entry.body(), entry.cut(), uri, true);
  }

  /// What is kept for one token is not given to another: the key holds a hash of it, and the cache
  /// only a hash of the key.
  private String key(WebRequest request, Origin origin) {
    String token = tokens.get(origin);
    if (!request.credential().isNone()) {
      token = request.credential().whose();
    }
    String whose =
        token == null || token.isEmpty()
            ? ""
            : TextFile.sha256(token.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    return request.uri()
        + "\n"
        + request.from()
        + "\n"
        + request.length()
        + "\n"
        + request.most()
        + "\n"
        + whose
        + (request.accept().isEmpty() ? "" : "\n" + request.accept());
  }

  @Override
  public void close() {
    hops.close();
  }
}
