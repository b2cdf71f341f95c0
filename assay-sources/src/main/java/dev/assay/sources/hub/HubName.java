package dev.assay.sources.hub;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A repository of the hub, as a user writes it.
///
/// @param dataset whether it is a data set and not a model
/// @param id `org/name`, or a bare `name` of the hub's early days
/// @param revision a branch, tag or commit; null for the default branch
public record HubName(boolean dataset, String id, @Nullable String revision) {
  private static final String MODEL = "hf:";
  private static final String DATASET = "hf-dataset:";

  /// The parts of the hub that are not models.
  private static final String DATASETS = "datasets/";

  /// Reads `hf:org/name[@rev]`, `hf-dataset:org/name[@rev]`, `hf:datasets/org/name`, or a page's
  /// address at one of `hosts`, with or without its scheme; nothing where it is none of these.
  public static Optional<HubName> parse(String reference, java.util.Set<String> hosts) {
    if (reference.startsWith(DATASET)) {
      return named(true, reference.substring(DATASET.length()));
    }
    if (reference.startsWith(MODEL)) {
      String rest = reference.substring(MODEL.length());
      return rest.startsWith(DATASETS)
          ? named(true, rest.substring(DATASETS.length()))
          : named(false, rest);
    }
    if (reference.startsWith("https://") || reference.startsWith("http://")) {
      return page(reference, hosts);
    }
    int slash = reference.indexOf('/');
    boolean plain = slash > 0 && hosts.contains(reference.substring(0, slash));
    return plain ? page("https://" + reference, hosts) : Optional.empty();
  }

  private static Optional<HubName> named(boolean dataset, String text) {
    int at = text.indexOf('@');
    String id = at < 0 ? text : text.substring(0, at);
    String revision = at < 0 ? null : text.substring(at + 1);
    return checked(dataset, id, revision);
  }

  private static Optional<HubName> page(String address, java.util.Set<String> hosts) {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (uri.getAuthority() == null || !hosts.contains(uri.getAuthority().toLowerCase())) {
      return Optional.empty();
    }
    String path = uri.getPath() == null ? "" : uri.getPath();
    boolean dataset = path.startsWith("/" + DATASETS);
    String[] parts = path.substring(dataset ? DATASETS.length() + 1 : 1).split("/");
    // /org/name, /org/name/tree/rev..., /org/name/blob/rev/file; a bare name has no second part.
    if (parts.length >= 4 && (parts[2].equals("tree") || parts[2].equals("blob"))) {
      return checked(dataset, parts[0] + "/" + parts[1], parts[3]);
    }
    if (parts.length == 2) {
      return checked(dataset, parts[0] + "/" + parts[1], null);
    }
    return parts.length == 1 ? checked(dataset, parts[0], null) : Optional.empty();
  }

  private static Optional<HubName> checked(boolean dataset, String id, @Nullable String revision) {
    String[] parts = id.split("/", -1);
    if (parts.length > 2) {
      return Optional.empty();
    }
    for (String part : parts) {
      if (!isName(part)) {
        return Optional.empty();
      }
    }
    if (revision != null && !isRevision(revision)) {
      return Optional.empty();
    }
    return Optional.of(new HubName(dataset, id, revision));
  }

  /// The hub's rule for names: letters, digits, `-`, `_` and `.`, no `..` and no `--`.
  private static boolean isName(String part) {
    return !part.isEmpty()
        && part.length() <= 96
        && !part.startsWith(".")
        && !part.startsWith("-")
        && !part.contains("..")
        && !part.contains("--")
        && part.chars()
            .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0));
  }

  private static boolean isRevision(String revision) {
    return !revision.isEmpty()
        && revision.length() <= 256
        && !revision.contains("..")
        && revision.chars().allMatch(c -> c > 0x20 && c < 0x7f && "\\?#%*[~^:".indexOf(c) < 0);
  }

  /// Its page's path at the hub.
  public String path() {
    return dataset ? DATASETS + id : id;
  }

  /// Its path in the hub's interface.
  String api() {
    return (dataset ? "api/datasets/" : "api/models/") + id;
  }

  /// It, as a reference.
  public String reference() {
    return (dataset ? DATASET : MODEL) + id + (revision == null ? "" : "@" + revision);
  }

  HubName renamed(String newId) {
    return new HubName(dataset, newId, revision);
  }

  /// Whether a revision is a commit, which never changes.
  static boolean isCommit(String revision) {
    return revision.length() == 40
        && revision.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }
}
