package dev.assay.licences.scan;

import dev.assay.licences.names.Name;
import dev.assay.licences.names.Tokens;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.Subject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// `Licensed under either of`, and the licences as items below: one choice, and not several that
/// each hold.
final class Choice {
  /// Licences that are left to choose from, at most.
  private static final int MOST = 6;

  private Choice() {}

  /// Whether a passage says that one of those below may be chosen.
  static boolean offered(Tokens t) {
    boolean licensed = false;
    boolean either = false;
    for (int i = 0; i < t.size(); i++) {
      licensed |= LicenceWords.licenceWord(t.at(i));
      either |= t.at(i).equals("either");
    }
    return licensed && either;
  }

  /// The licences to choose from, each once.
  static Set<String> of(List<Name> found) {
    return found.stream()
        .map(Name::expression)
        .limit(MOST)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Notes the choice that the passages behind a place are.
  ///
  /// @param at the place of the passage that offers it, which names none itself
  /// @param name the expression that a passage names, or empty
  /// @return how many passages behind it were items of the choice; none where it is no list
  static int items(
      Claims claims,
      List<Passages.Passage> passages,
      int at,
      Set<Subject> covers,
      Function<Passages.Passage, String> name) {
    Set<String> licences = new LinkedHashSet<>();
    int items = 0;
    while (items < MOST && at + items + 1 < passages.size()) {
      Passages.Passage item = passages.get(at + items + 1);
      String licence = item.isHeading() ? "" : name.apply(item);
      if (licence.isEmpty()) {
        break;
      }
      licences.add(licence);
      items++;
    }
    if (licences.size() < 2) {
      return 0;
    }
    claims.named(
        String.join(" OR ", licences),
        Basis.SENTENCE,
        covers.isEmpty() ? claims.role().covers() : covers,
        passages.get(at).from(),
        passages.get(at + items).to());
    return items;
  }
}
