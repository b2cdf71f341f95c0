package dev.assay.licences.scan;

import dev.assay.licences.names.Name;
import dev.assay.licences.names.Tokens;
import java.util.Set;

/// Names of licences that begin with the short name of another: the `X NC Research License` is not
/// the X licence, though its first word is the name of one.
final class LongerNames {
  /// Words that stand between a licence's short name and the word for licence, and change nothing.
  private static final Set<String> FILLER =
      Set.of(
          "open",
          "software",
          "public",
          "free",
          "permissive",
          "general",
          "style",
          "the",
          "of",
          "v",
          "version",
          "x11",
          "expat",
          "new",
          "original",
          "standard");

  /// Words of a name behind its first, at the most.
  private static final int LONGEST = 5;

  private LongerNames() {}

  /// Whether a name of one word, which is an ordinary word too, only begins a longer one.
  static boolean begins(String text, Tokens t, Name name) {
    if (name.sure() || name.to() - name.from() != 1) {
      return false;
    }
    boolean own = false;
    for (int i = name.to(); i <= name.to() + LONGEST && i < t.size(); i++) {
      String gap = t.before(i);
      char first = text.charAt(t.start(i));
      if (!gap.equals(" ") && !gap.equals("-") || !Character.isUpperCase(first)) {
        return false;
      }
      if (LicenceWords.licenceWord(t.at(i))) {
        return own;
      }
      boolean openSource = t.at(i).equals("source") && t.at(i - 1).equals("open");
      own |= !FILLER.contains(t.at(i)) && !openSource;
    }
    return false;
  }
}
