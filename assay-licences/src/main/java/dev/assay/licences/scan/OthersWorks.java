package dev.assay.licences.scan;

import dev.assay.licences.names.Name;
import dev.assay.licences.names.Tokens;
import java.util.List;
import java.util.Set;

/// Sentences about what somebody else made: the licences that they name cover nothing here.
final class OthersWorks {
  private static final Set<String> OTHERS =
      Set.of(
          "thirdparty",
          "dependency",
          "dependencies",
          "vendored",
          "bundled",
          "borrowed",
          "borrows",
          "adapted",
          "ported",
          "acknowledgement",
          "acknowledgements",
          "acknowledgment",
          "acknowledgments",
          "credits",
          "incompatible",
          "citation");

  private OthersWorks() {}

  /// Whether a sentence speaks of somebody else's work.
  static boolean spokenOf(Tokens t, Passages.Passage p, List<Name> found) {
    String heading = p.heading();
    if (heading.contains("acknowledg")
        || heading.contains("citation")
        || heading.contains("third")
        || heading.contains("credits")
        || heading.contains("related")
        || heading.contains("\u81F4\u8C22")
        || heading.contains("\u5F15\u7528")) {
      return !LicenceWords.spoken(heading);
    }
    if (!found.isEmpty() && madeWith(t, found.getFirst())) {
      return true;
    }
    boolean usedUnder = BaseWorks.bound(t, 0, t.size());
    // `The weights are under X (copied from there)`: what stands behind the licence of something
    // that was spoken of first does not make it another's.
    boolean ownFirst =
        !found.isEmpty() && !Subjects.between(t, 0, found.getFirst().from()).isEmpty();
    int end = ownFirst ? found.getLast().to() : t.size();
    for (int i = 0; i < end; i++) {
      String w = t.at(i);
      String next = t.at(i + 1);
      if (OTHERS.contains(w)
          // What is named as an example is licensed by somebody else.
          || (w.equals("for") && (next.equals("example") || next.equals("instance")))
          || (w.equals("third") && next.equals("party"))
          || (w.equals("derived") && next.equals("from") && !usedUnder)
          || (w.equals("copied") && next.equals("from"))
          || (w.equals("taken") && next.equals("from"))
          || (w.equals("provided") && next.equals("by"))
          || (w.equals("built") && (next.equals("on") || next.equals("upon")) && !usedUnder)
          || (w.equals("based") && next.equals("on") && !usedUnder && !namedSoon(found, i + 2))
          || (w.equals("modified") && next.equals("from"))
          || includesWork(t, i)) {
        return true;
      }
    }
    return false;
  }

  /// `Library: name (X)`, `Backbone: name (X)`: what a work was made with, its licence in brackets.
  private static boolean madeWith(Tokens t, Name first) {
    boolean made =
        switch (t.at(0)) {
          case "library",
              "libraries",
              "framework",
              "backbone",
              "runtime",
              "toolkit",
              "engine",
              "bibliothek",
              "biblioth\u00E8que",
              "biblioteca" ->
              true;
          default -> false;
        };
    return made
        && t.before(1).indexOf(':') >= 0
        && first.from() > 1
        && t.before(first.from()).indexOf('(') >= 0;
  }

  /// `This product includes software developed by ...`: whose licence that is, is not this one's.
  private static boolean includesWork(Tokens t, int i) {
    boolean includes =
        switch (t.at(i)) {
          case "includes", "contains", "incorporates", "bundles" -> true;
          default -> false;
        };
    return includes
        && (LicenceWords.within(t, i + 1, i + 5, "software")
            || LicenceWords.within(t, i + 1, i + 5, "code"))
        && (LicenceWords.within(t, i + 2, i + 8, "by")
            || LicenceWords.within(t, i + 2, i + 8, "from")
            || LicenceWords.within(t, i + 2, i + 8, "at"));
  }

  /// `Based on the X License`: said of a licence and not of a work.
  private static boolean namedSoon(List<Name> found, int at) {
    return found.stream().anyMatch(n -> n.from() >= at && n.from() <= at + 2);
  }
}
