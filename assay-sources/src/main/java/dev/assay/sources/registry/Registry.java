package dev.assay.sources.registry;

import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import dev.assay.sources.Json;
import dev.assay.sources.Session;
import dev.assay.sources.web.WebAnswer;
import dev.assay.sources.web.WebRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What all registries have in common: a page is asked for, and a file is fetched.
final class Registry {
  /// The most bytes taken of a page that describes a package; those of packages with thousands of
  /// versions are long.
  static final long MOST_PAGE = 64L << 20;

  private Registry() {}

  /// A page, or nothing where the registry has none.
  static Optional<WebAnswer.Got> page(Session session, WebRequest request) throws NotHad {
    return switch (session.web().get(request)) {
      case WebAnswer.Failed(String reason) -> throw new NotHad(reason, "", false);
      case WebAnswer.Got got when got.status() == 404 || got.status() == 410 -> Optional.empty();
      case WebAnswer.Got got when got.status() == 401 || got.status() == 403 ->
          throw new NotHad(
              "the registry does not let it be read (" + got.status() + ")",
              request.credential().isNone() ? "look at the client's own login" : "",
              false);
      case WebAnswer.Got got when !got.ok() ->
          throw new NotHad("the registry answered " + got.status(), "", false);
      case WebAnswer.Got got when got.cut() ->
          throw new NotHad(
              "the registry's page is longer than " + request.most() + " bytes", "", false);
      case WebAnswer.Got got -> Optional.of(got);
    };
  }

  /// A page as JSON.
  static Optional<Json> json(Session session, WebRequest request) throws NotHad {
    Optional<WebAnswer.Got> page = page(session, request);
    if (page.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.parse(page.get().body()));
    } catch (Malformed e) {
      throw new NotHad("the registry's answer is " + e.describe(), "", false);
    }
  }

  /// An address below a registry's.
  static URI at(URI base, String... segments) throws NotHad {
    String text = base.toString();
    String path = String.join("/", Arrays.stream(segments).map(Registry::segment).toList());
    return address((text.endsWith("/") ? text : text + "/") + path);
  }

  /// An address that a page names, which may be relative to the page.
  static URI named(URI page, String text) throws NotHad {
    try {
      return page.resolve(text.strip());
    } catch (IllegalArgumentException e) {
      throw new NotHad("the registry names no address that can be asked", "", false);
    }
  }

  private static URI address(String text) throws NotHad {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new NotHad("the registry's address is none", "", false);
    }
  }

  private static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%40", "@");
  }

  /// Names for a message, the last ones, where there are many.
  static String some(List<String> names) {
    int from = Math.max(0, names.size() - 5);
    String shown =
        String.join(", ", names.subList(from, names.size()).stream().map(Registry::shown).toList());
    return (from > 0 ? "… " : "") + shown;
  }

  private static String shown(String name) {
    String safe = FileNames.escape(name);
    return safe.length() > 60 ? safe.substring(0, 60) + "…" : safe;
  }
}
