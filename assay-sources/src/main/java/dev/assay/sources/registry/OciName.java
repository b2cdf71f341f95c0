package dev.assay.sources.registry;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// An artefact in a registry as a user writes it: `registry/repository[:tag][@sha256:digest]`. Rule
/// for the parts: the distribution specification; for what is left out: Docker's own client.
///
/// @param host the registry's host, with a port where one is given
/// @param repository its name there
/// @param tag empty where a digest is given without one
/// @param digest `sha256:...`, or empty
record OciName(String host, String repository, String tag, String digest) {
  private static final String SCHEME = "oci:";
  private static final String DOCKER = "docker.io";
  private static final String DOCKER_SERVER = "registry-1.docker.io";
  private static final Pattern REPOSITORY =
      Pattern.compile(
          "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*");
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
  private static final Pattern HOST =
      Pattern.compile(
          "(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?");
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final int LONGEST = 255;

  /// Reads `oci:...`; without the scheme, a host with a dot and a tag or digest are nothing else.
  static Optional<OciName> parse(String reference) {
    if (reference.startsWith(SCHEME)) {
      String rest = reference.substring(SCHEME.length());
      return named(rest.startsWith("//") ? rest.substring(2) : rest);
    }
    int slash = reference.indexOf('/');
    boolean host = slash > 0 && reference.substring(0, slash).indexOf('.') > 0;
    boolean pinned = slash > 0 && reference.indexOf(':', slash) > 0;
    return host && pinned && !reference.contains("://") ? named(reference) : Optional.empty();
  }

  private static Optional<OciName> named(String text) {
    int at = text.indexOf('@');
    String digest = at < 0 ? "" : text.substring(at + 1);
    String rest = at < 0 ? text : text.substring(0, at);
    int slash = rest.indexOf('/');
    String first = slash < 0 ? "" : rest.substring(0, slash);
    boolean hosted = first.contains(".") || first.contains(":") || first.equals("localhost");
    String host = hosted ? first : DOCKER;
    String path = hosted ? rest.substring(slash + 1) : rest;
    int colon = path.lastIndexOf(':');
    String repository = colon < 0 ? path : path.substring(0, colon);
    String tag = colon < 0 ? (digest.isEmpty() ? "latest" : "") : path.substring(colon + 1);
    if (host.equals(DOCKER) && repository.indexOf('/') < 0) {
      repository = "library/" + repository;
    }
    boolean good =
        HOST.matcher(host).matches()
            && repository.length() <= LONGEST
            && REPOSITORY.matcher(repository).matches()
            && (tag.isEmpty() && !digest.isEmpty() || TAG.matcher(tag).matches())
            && (at < 0 || DIGEST.matcher(digest).matches());
    return good ? Optional.of(new OciName(host, repository, tag, digest)) : Optional.empty();
  }

  /// The registry's address. Without encryption only on this machine.
  URI base() {
    String name =
        host.startsWith("[") ? host.substring(0, host.indexOf(']') + 1) : host.split(":", 2)[0];
    boolean here = name.equals("localhost") || name.startsWith("127.") || name.equals("[::1]");
    String server = host.equals(DOCKER) ? DOCKER_SERVER : host;
    return URI.create((here ? "http://" : "https://") + server);
  }

  /// What is asked for: the digest, or the tag.
  String wanted() {
    return digest.isEmpty() ? tag : digest;
  }

  /// The last part of the repository's name.
  String shortName() {
    return repository.substring(repository.lastIndexOf('/') + 1);
  }

  /// It, as a reference, at a digest.
  String at(String pinned) {
    return SCHEME + host + "/" + repository + (tag.isEmpty() ? "" : ":" + tag) + "@" + pinned;
  }

  /// It, as a reference.
  String reference() {
    return SCHEME
        + host
        + "/"
        + repository
        + (tag.isEmpty() ? "" : ":" + tag)
        + (digest.isEmpty() ? "" : "@" + digest);
  }
}
