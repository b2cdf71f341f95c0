package dev.assay.sources.git;

import dev.assay.sources.LocalPath;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A repository as a user writes it.
///
/// @param remote its http(s) address, or null
/// @param folder where it lies on this machine, or null
/// @param revision a branch, tag or commit; null for the default branch
public record GitName(@Nullable URI remote, @Nullable Path folder, @Nullable String revision) {
  private static final String GIT = "git:";
  private static final String GITHUB = "github:";
  private static final String GITHUB_SERVER = "https://github.com";

  /// As people write it.
  private static final String GITHUB_PLAIN = "github.com/";

  /// Reads `git:ADDRESS_OR_FOLDER[@rev]`, `github:org/repo[@rev]`, a page at GitHub with or without
  /// its scheme, an http(s) address that ends in `.git`, or the folder of a bare repository.
  public static Optional<GitName> parse(String reference, Map<String, String> environment) {
    String server = environment.getOrDefault("GITHUB_SERVER_URL", GITHUB_SERVER);
    if (reference.startsWith(GITHUB)) {
      return hosted(server, reference.substring(GITHUB.length()));
    }
    if (reference.startsWith(GITHUB_SERVER + "/")) {
      return page(server, reference.substring(GITHUB_SERVER.length() + 1));
    }
    if (reference.startsWith(server + "/")) {
      return page(server, reference.substring(server.length() + 1));
    }
    if (reference.startsWith(GITHUB_PLAIN) && !isHere(reference)) {
      return page(server, reference.substring(GITHUB_PLAIN.length()));
    }
    if (reference.startsWith(GIT)) {
      String rest = reference.substring(GIT.length());
      int at = rest.lastIndexOf('@');
      boolean revised = at > rest.lastIndexOf('/') || at > 0 && isRevisedPath(rest, at);
      String place = revised ? rest.substring(0, at) : rest;
      String revision = revised ? rest.substring(at + 1) : null;
      if (revision != null && !isRevision(revision)) {
        return Optional.empty();
      }
      return isWeb(place) ? web(place, revision) : folder(place, revision);
    }
    if (isWeb(reference) && reference.endsWith(".git")) {
      return web(reference, null);
    }
    return isBare(reference) ? folder(reference, null) : Optional.empty();
  }

  /// Whether the `@` parts a revision off, and not a user from a host: `https://user@host/` has it
  /// before the first single slash.
  private static boolean isRevisedPath(String rest, int at) {
    int scheme = rest.indexOf("://");
    int slash = rest.indexOf('/', scheme < 0 ? 0 : scheme + 3);
    return slash >= 0 && at > slash;
  }

  private static boolean isWeb(String text) {
    return text.startsWith("https://") || text.startsWith("http://");
  }

  private static Optional<GitName> hosted(String server, String text) {
    int at = text.indexOf('@');
    String name = at < 0 ? text : text.substring(0, at);
    String revision = at < 0 ? null : text.substring(at + 1);
    String[] parts = name.split("/", -1);
    if (parts.length != 2
        || !isPart(parts[0])
        || !isPart(parts[1])
        || revision != null && !isRevision(revision)) {
      return Optional.empty();
    }
    String repository = parts[1].endsWith(".git") ? parts[1] : parts[1] + ".git";
    return web(server + "/" + parts[0] + "/" + repository, revision);
  }

  /// `org/repo`, or a page below it of a branch.
  private static Optional<GitName> page(String server, String path) {
    String[] parts = path.split("/", -1);
    if (parts.length == 2 || parts.length == 3 && parts[2].isEmpty()) {
      return hosted(server, parts[0] + "/" + parts[1]);
    }
    boolean tree = parts.length >= 4 && (parts[2].equals("tree") || parts[2].equals("blob"));
    return tree ? hosted(server, parts[0] + "/" + parts[1] + "@" + parts[3]) : Optional.empty();
  }

  private static Optional<GitName> web(String address, @Nullable String revision) {
    try {
      URI uri = URI.create(address);
      // A password in an address would end up in reports and caches.
      boolean plain =
          uri.getHost() != null
              && uri.getUserInfo() == null
              && uri.getQuery() == null
              && uri.getFragment() == null;
      return plain ? Optional.of(new GitName(uri, null, revision)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<GitName> folder(String place, @Nullable String revision) {
    Path path = LocalPath.of(place);
    return path == null ? Optional.empty() : Optional.of(new GitName(null, path, revision));
  }

  private static boolean isHere(String reference) {
    Path path = LocalPath.of(reference);
    return path != null && Files.exists(path);
  }

  private static boolean isBare(String reference) {
    Path path = LocalPath.of(reference);
    return path != null
        && Files.isRegularFile(path.resolve("HEAD"))
        && Files.isDirectory(path.resolve("objects"))
        && Files.isDirectory(path.resolve("refs"));
  }

  private static boolean isPart(String part) {
    return !part.isEmpty()
        && part.length() <= 100
        && !part.startsWith(".")
        && part.chars()
            .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0));
  }

  /// A plain name of a branch or tag, or a commit: none of Git's expressions.
  private static boolean isRevision(String text) {
    return !text.isEmpty()
        && text.length() <= 250
        && !text.startsWith("-")
        && !text.startsWith("/")
        && !text.contains("..")
        && text.chars()
            .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "-_./+".indexOf(c) >= 0));
  }

  static boolean isCommit(String text) {
    return text.length() == 40
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  /// The last part of where it lies, without `.git`.
  String shortName() {
    String place = remote != null ? remote.getPath() : String.valueOf(folder);
    String trimmed = place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
    String last = trimmed.substring(trimmed.lastIndexOf('/') + 1);
    String name = last.endsWith(".git") ? last.substring(0, last.length() - 4) : last;
    return name.isEmpty() || name.equals(".") ? "git" : name;
  }
}
