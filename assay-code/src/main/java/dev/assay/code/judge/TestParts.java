package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.roles.Zone;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Programs that handle the part of the data that is kept for tests, by that name, and name
/// measures of quality. Where something is trained and nothing else measures it, such a program
/// most likely does (`docs/decisions/0825` has the count): likely, and not proved.
final class TestParts {
  /// How often the part must be named.
  private static final int TIMES = 2;

  /// So many places are looked at.
  private static final int MOST = 100;

  /// How far around the part the measure stands.
  private static final int NEAR = 500;

  /// What a part for tests is called where it is held: a name of a variable, a part that is asked
  /// for, a file.
  private static final Pattern HELD =
      Pattern.compile(
          "(?<![A-Za-z])(?<!train_)(?:[Tt]est(?:ing)?_?(?:[Ll]oader|[Ss]et|[Dd]ata\\w{0,8}|dl|iter|gen|ds|x|y|im(?:g|age)s|features|labels"
              + "|ids|idx|ind(?:ex|ices)|df|files?|batches|samples|split)(?![a-z])"
              + "|[xyXY]_?test(?![a-z])|split ?= ?[\"']test[\"']|\\[[\"']test[\"']\\]|[\"']test\\.(?:csv|txt|jsonl?|tsv|npz|npy|pkl)[\"'])");

  private TestParts() {}

  /// Where a source handles such a part; -1 where it does not, or where it names no measure.
  static int place(CodeFile f) {
    boolean may =
        Ranking.program(f)
            && (f.measure().starts() || f.measure().learns() || f.measure().definitions() > 0)
            && !f.in(Zone.TEST)
            && !f.in(Zone.DOCS)
            && !f.in(Zone.DATA)
            && !f.in(Zone.CONVERSION);
    if (!may) {
      return -1;
    }
    String code = f.code();
    Matcher held = HELD.matcher(code);
    int times = 0;
    int place = -1;
    while (times < MOST && (times < TIMES || place < 0) && held.find()) {
      times++;
      place = place < 0 && measured(code, held.start(), held.end()) ? held.start() : place;
    }
    return times < TIMES ? -1 : place;
  }

  /// Whether a measure of quality is named near a place.
  private static boolean measured(String code, int from, int to) {
    Matcher measure =
        TestResults.MEASURE.matcher(
            code.substring(Math.max(0, from - NEAR), Math.min(code.length(), to + NEAR)));
    while (measure.find()) {
      if (!measure.group().toLowerCase(Locale.ROOT).startsWith("metric")) {
        return true;
      }
    }
    return false;
  }
}
