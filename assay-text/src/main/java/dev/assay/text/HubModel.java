package dev.assay.text;

import java.util.Optional;

/// The name of the model that a link leads to, as its words or its address tell it: `owner/name`.
final class HubModel {
  private static final int LONGEST = 80;

  private HubModel() {}

  /// The name, if the link leads to a model at a hub.
  static Optional<String> of(Link link) {
    if (link.image() || Address.kind(link.target()) != Address.Kind.MODEL) {
      return Optional.empty();
    }
    String words = Titles.clean(link.text()).strip();
    boolean name =
        !words.isEmpty()
            && words.indexOf(' ') < 0
            && words.length() <= LONGEST
            && !words.contains("://")
            && (words.indexOf('/') > 0
                || ModelName.of(words, 0, words.length()).sure() != ModelName.Sure.CAPITAL);
    return name ? Optional.of(words) : ofAddress(link.target());
  }

  /// `https://host/owner/name/...`: the two parts behind the host.
  private static Optional<String> ofAddress(String target) {
    int scheme = target.indexOf("://");
    String[] parts = target.substring(scheme < 0 ? 0 : scheme + 3).split("[/?#]", 5);
    if (parts.length == 2) {
      // A hub keeps its oldest models right below itself.
      return parts[1].isEmpty() ? Optional.empty() : Optional.of(parts[1]);
    }
    if (parts.length < 2) {
      return Optional.empty();
    }
    // A host that keeps its models below a word: `host/models/owner/name`.
    int owner = parts[1].equals("models") && parts.length > 3 ? 2 : 1;
    String name = parts[owner] + "/" + parts[owner + 1];
    boolean whole = !parts[owner].isEmpty() && !parts[owner + 1].isEmpty();
    return whole && name.length() <= LONGEST ? Optional.of(name) : Optional.empty();
  }
}
