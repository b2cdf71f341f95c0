package dev.assay.sources.hub;

import dev.assay.io.Malformed;
import dev.assay.sources.Json;
import dev.assay.sources.web.WebAnswer;
import dev.assay.sources.web.WebClient;
import dev.assay.sources.web.WebRequest;
import dev.assay.sources.web.WebRequest.Lasting;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The few questions that an assessment asks the hub: what a repository is, what lies in it, and
/// parts of its files. Rule for paths, answers and errors: the hub's client library,
/// `huggingface_hub`.
final class HubClient {
  private static final long MOST_INFO = 16L << 20;
  private static final long MOST_PAGE = 16L << 20;
  private static final int MOST_ENTRIES = 100_000;
  private static final int MOST_PAGES = 2_000;

  private final HubSettings settings;
  private final WebClient web;

  HubClient(HubSettings settings, WebClient web) {
    this.settings = settings;
    this.web = web;
  }

  /// The answer to a question, or why there is none.
  sealed interface Said<T> {
    record Yes<T>(T value) implements Said<T> {}

    /// @param gone whether the hub answered, and shows no such repository
    record No<T>(String message, String next, boolean wrongUse, boolean gone) implements Said<T> {
      No(String message, String next, boolean wrongUse) {
        this(message, next, wrongUse, false);
      }
    }
  }

  /// A repository at a commit.
  record Info(HubName name, String commit, Json raw, byte[] text) {}

  /// The files, and what could not be listed.
  record Tree(List<HubListing.Row> rows, List<String> partial) {}

  Said<Info> info(HubName name) {
    String revision = name.revision() == null ? "" : "/revision/" + segment(name.revision());
    URI uri = at(name.api() + revision);
    Lasting lasting =
        name.revision() != null && HubName.isCommit(name.revision())
            ? Lasting.FOR_EVER
            : Lasting.ASK_AGAIN;
    return switch (web.get(WebRequest.whole(uri, MOST_INFO, lasting))) {
      case WebAnswer.Failed(String reason) -> new Said.No<>(reason, "", false);
      case WebAnswer.Got got when !got.ok() -> refused(name, got);
      case WebAnswer.Got got -> {
        try {
          Json json = Json.parse(got.body());
          String commit = json.get("sha").text("");
          if (!HubName.isCommit(commit)) {
            yield new Said.No<>("the hub's answer names no commit", "", false);
          }
          String id = json.get("id").text(name.id());
          if (lasting == Lasting.ASK_AGAIN) {
            URI pinned = at(name.api() + "/revision/" + commit);
            web.keep(WebRequest.whole(pinned, MOST_INFO, Lasting.FOR_EVER), got);
          }
          yield new Said.Yes<>(
              new Info(
                  HubName.parse("hf:" + id, java.util.Set.of())
                      .map(n -> name.renamed(n.id()))
                      .orElse(name),
                  commit,
                  json,
                  got.body()));
        } catch (Malformed e) {
          yield new Said.No<>("the hub's answer is " + e.describe(), "", false);
        }
      }
    };
  }

  Said<Tree> tree(HubName name, String commit) {
    URI next = at(name.api() + "/tree/" + commit + "?recursive=true&expand=false");
    var rows = new ArrayList<HubListing.Row>();
    var partial = new ArrayList<String>();
    var seen = new HashSet<URI>();
    for (int page = 0; next != null; page++) {
      if (!seen.add(next) || page >= MOST_PAGES) {
        partial.add("the listing goes round in a circle; it was read up to there");
        break;
      }
      WebAnswer answer = web.get(WebRequest.whole(next, MOST_PAGE, Lasting.FOR_EVER));
      String wrong =
          switch (answer) {
            case WebAnswer.Failed(String reason) -> reason;
            case WebAnswer.Got got when got.ok() && !got.cut() -> HubListing.add(got.body(), rows);
            case WebAnswer.Got got when got.ok() -> "a page of the listing is too long";
            case WebAnswer.Got got -> "the hub answered " + got.status();
          };
      if (!wrong.isEmpty()) {
        if (page == 0) {
          return new Said.No<>("the files cannot be listed: " + wrong, "", false);
        }
        partial.add("the listing ends after " + rows.size() + " files: " + wrong);
        break;
      }
      if (rows.size() >= MOST_ENTRIES) {
        partial.add("more than " + MOST_ENTRIES + " files; the rest was not listed");
        break;
      }
      next = next(((WebAnswer.Got) answer).header("link"));
    }
    return new Said.Yes<>(new Tree(rows, partial));
  }

  /// The next page, by `Link: <...>; rel="next"`; only on the same server.
  private @Nullable URI next(@Nullable String link) {
    if (link == null) {
      return null;
    }
    for (String part : link.split(",(?=\\s*<)")) {
      int open = part.indexOf('<');
      int close = part.indexOf('>');
      if (open >= 0 && close > open && part.substring(close).contains("rel=\"next\"")) {
        try {
          URI next = settings.endpoint().resolve(part.substring(open + 1, close));
          boolean same = settings.endpoint().getAuthority().equals(next.getAuthority());
          return same && settings.endpoint().getScheme().equals(next.getScheme()) ? next : null;
        } catch (IllegalArgumentException e) {
          return null;
        }
      }
    }
    return null;
  }

  /// A part of a file.
  WebAnswer part(HubName name, String commit, String path, long from, int length) {
    URI uri = at(name.path() + "/resolve/" + commit + "/" + segments(path));
    return web.get(WebRequest.range(uri, from, length, Lasting.FOR_EVER));
  }

  /// A file that is small enough to be fetched without a range.
  WebAnswer whole(HubName name, String commit, String path, long most) {
    URI uri = at(name.path() + "/resolve/" + commit + "/" + segments(path));
    return web.get(WebRequest.whole(uri, most, Lasting.FOR_EVER));
  }

  /// What an error of the hub means. It gives the same answer for what is private, what is gated
  /// and not asked for with a token, and what is not there: so does this.
  private <T> Said<T> refused(HubName name, WebAnswer.Got got) {
    String code = Optional.ofNullable(got.header("x-error-code")).orElse("");
    String shown = name.reference();
    boolean token = settings.token() != null;
    return switch (code) {
      case "RevisionNotFound" ->
          new Said.No<>(shown + ": there is no such revision in the repository", "", true);
      case "GatedRepo" -> new Said.No<>(shown + " is gated: " + gate(token), "", false);
      case "DisabledRepo" -> new Said.No<>(shown + " was disabled by the hub", "", false, true);
      default ->
          switch (got.status()) {
            case 401, 404 ->
                new Said.No<>(
                    shown
                        + " is not there, or private: the hub gives the same answer for both"
                        + (token ? ", and the token is not known or has no access" : ""),
                    token ? "" : "if it is private, set HF_TOKEN",
                    false,
                    true);
            case 403 -> new Said.No<>(shown + ": the token has no access", "", false);
            case 429 ->
                new Said.No<>("the hub's rate limit is reached", "wait, or set HF_TOKEN", false);
            default -> new Said.No<>("the hub answered " + got.status(), "", false);
          };
    };
  }

  private static String gate(boolean token) {
    return token ? "the token's account has not been let in" : "it asks for an account and consent";
  }

  private URI at(String path) {
    return URI.create(settings.endpoint() + "/" + path);
  }

  private static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String segments(String path) {
    return String.join(
        "/", java.util.Arrays.stream(path.split("/")).map(HubClient::segment).toList());
  }
}
