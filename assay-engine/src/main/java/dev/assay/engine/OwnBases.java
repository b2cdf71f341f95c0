package dev.assay.engine;

import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Mention;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Claims of a base model that is one of the release's own: a stage or a variant made from another
/// of its models. Nothing outside of the release is needed to make it.
final class OwnBases {
  /// How the claims begin that name a base; its name follows.
  static final List<String> NAMING =
      List.of("names the base model ", "says that it was made from ");

  private OwnBases() {}

  /// The name of the base that a claim tells; empty for another claim, and for a base without a
  /// name.
  static Optional<String> named(Claim claim) {
    if (claim.kind() != Claim.Kind.BASE_MODEL) {
      return Optional.empty();
    }
    return NAMING.stream()
        .filter(claim.statement()::startsWith)
        .map(begin -> claim.statement().substring(begin.length()).strip())
        .filter(name -> !name.isEmpty() && !name.equals("another model"))
        .findFirst();
  }

  /// The claims without those of a base that the release offers itself, beside its first weights.
  ///
  /// @param mentions of weights, the release's own first
  static List<Claim> setAside(List<Claim> claims, List<Mention> mentions) {
    Set<String> offered = offered(mentions);
    return claims.stream()
        .filter(c ->
            c.statement().startsWith(NAMING.getFirst())
                || named(c).filter(name -> offered.contains(key(name))).isEmpty())
        .toList();
  }

  /// The models at a hub that are kept by the owner of the release's first ones.
  private static Set<String> offered(List<Mention> mentions) {
    List<String> places =
        mentions.stream()
            .filter(m -> m.component() == Component.WEIGHTS && m.state() == State.LINKED)
            .filter(m -> !m.qualifiers().contains(Qualifier.OF_BASE))
            .map(m -> Objects.requireNonNullElse(m.link(), ""))
            .filter(l -> owner(l).isPresent())
            .toList();
    if (places.isEmpty()) {
      return Set.of();
    }
    Optional<String> first = owner(places.getFirst());
    Set<String> offered =
        places.stream()
            .filter(l -> owner(l).equals(first))
            .map(l -> key(l.substring(l.lastIndexOf('/') + 1)))
            .collect(Collectors.toSet());
    // The only model of an owner may be the base itself.
    return offered.size() > 1 ? offered : Set.of();
  }

  /// The owner in `https://hub/owner/model`.
  private static Optional<String> owner(String link) {
    String[] parts = link.split("/", 8);
    return parts.length == 5 && parts[0].startsWith("http") && !parts[4].isEmpty()
        ? Optional.of(parts[3].toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private static String key(String name) {
    return name.substring(name.lastIndexOf('/') + 1)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
