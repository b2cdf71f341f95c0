package dev.assay.text;

import java.util.regex.Pattern;

/// Whether a sentence sends its reader to another project for how to have the data ready: "Please
/// refer to [Harbour](...) for data preparation", "follow [Dune](...) to download the datasets".
/// The data is had there, by whatever way that project gives.
final class DataGuides {
  /// How far around a link its words are looked at.
  private static final int NEAR = 120;

  private static final Pattern SENT =
      Pattern.compile(
          "(?i)\\b(?:follow|following|refer to|according to|(?:instructions?|steps?|guides?|procedures?|scripts?)"
              + " (?:in|of|from|at|by)|as in|see)(?: the)?(?: official| original| instructions?| steps?| (?:in|of|from|at)){0,4}"
              + " $");

  private static final Pattern FOR_DATA =
      Pattern.compile(
          "(?i)\\b(?:prepar|download|obtain|organi[sz]|set up |setup )\\p{L}{0,6} (?:[\\p{L}\\d/-]{1,20} ){0,5}"
              + "(?:data|data ?sets?|corpus|corpora)\\b"
              + "|\\b(?:data|data ?sets?) (?:preparation|download|preprocessing|pre-processing|setup)\\b");

  private DataGuides() {}

  /// @param at where the link begins in the sentence
  static boolean is(String text, int at, Link link) {
    if (Address.kind(link.target()) != Address.Kind.CODE || DataLinks.isSource(link.target())) {
      return false;
    }
    int from = Math.clamp(at, 0, text.length());
    String before = text.substring(Math.max(0, from - NEAR), from);
    if (link.target().indexOf('#') >= 0 || !SENT.matcher(before).find()) {
      return false;
    }
    int end = Math.min(text.length(), from + link.text().length());
    String behind = text.substring(end, Math.min(text.length(), end + NEAR));
    return FOR_DATA.matcher(before).find() || FOR_DATA.matcher(behind).find();
  }
}
