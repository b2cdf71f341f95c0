package dev.assay.licences.scan;

import dev.assay.licences.names.Tokens;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.Subject;
import java.util.Set;

/// What the head of a source file limits in its own words, `this software is free for
/// non-commercial use`, whether it names a licence or not. The head is the comment before the first
/// line of code: what is said further down is said of what a function does.
final class HeaderLimits {
  /// Words by which a head speaks of the file and not of what it works on.
  private static final Set<String> FILE =
      Set.of("software", "code", "program", "file", "project", "work", "copyright");

  private HeaderLimits() {}

  /// Where the head of a file ends, in characters.
  ///
  /// @param spoken the text with everything blank that is no comment
  static int end(String text, String spoken, int limit) {
    int i = 0;
    while (i < limit && (text.charAt(i) <= ' ' || spoken.charAt(i) > ' ')) {
      i++;
    }
    return i;
  }

  /// Notes what a passage of a head limits.
  static void scan(Claims claims, Tokens t) {
    boolean ofFile = false;
    for (int i = 0; i < t.size(); i++) {
      ofFile |= FILE.contains(t.at(i)) || LicenceWords.licenceWord(t.at(i));
    }
    for (int i = 0; ofFile && i < t.size(); i++) {
      String limit = kept(t, i) ? OtherBans.PROPRIETARY : LimitsInProse.limit(t, i, false);
      if (!limit.isEmpty()) {
        claims.named(
            limit,
            Basis.HEADER,
            Set.of(Subject.CODE),
            Freedom.LIMITED,
            t.start(0),
            t.end(t.size() - 1));
        return;
      }
    }
  }

  /// `Is the holder of all proprietary rights`, `use without a valid license is prohibited`.
  private static boolean kept(Tokens t, int i) {
    return switch (t.at(i)) {
      case "proprietary" ->
          t.at(i + 1).equals("rights") && LicenceWords.within(t, i - 4, i, "all")
              || t.at(i + 1).equals("and") && t.at(i + 2).equals("confidential");
      case "without" ->
          LicenceWords.within(t, i + 1, i + 5, "license")
              && (LicenceWords.within(t, i + 3, i + 14, "prohibited")
                  || LicenceWords.within(t, i + 3, i + 14, "forbidden"));
      default -> false;
    };
  }
}
