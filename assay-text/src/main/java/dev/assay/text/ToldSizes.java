package dev.assay.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What a report says of how much a passage states: its amounts, one a unit, where it speaks of one
/// data set or of none by name, and of several each one's own.
final class ToldSizes {
  private static final int MOST = 4;

  /// Fewer are told of much that is not data.
  private static final long FEW = 1_000;

  /// How far behind a name its amount may stand.
  private static final int BEHIND = 60;

  /// How far before a name its amount may end: "20 GB of letters from Harbour".
  private static final int BEFORE = 24;

  private static final Pattern FOR_TESTS =
      Pattern.compile("(?i)\\b(?:test|testing|eval\\w{0,7}|valid\\w{0,6}|dev|held-out)\\b|测试|验证");

  private static final Pattern JOINS =
      Pattern.compile(
          "(?i)\\b(?:of|from|in|de|des|von|aus|di|из) (?:the |our |la |le |der |den )?$|的\\s?$");

  private ToldSizes() {}

  /// The amounts in a text, parted by commas; empty for none.
  static String in(String text, List<Quantity> quantities) {
    Map<String, String> said = new LinkedHashMap<>();
    for (Quantity q : quantities) {
      boolean counts = !q.unit().equals("languages");
      if (counts && (said.isEmpty() || said.size() < MOST && isOfData(text, q))) {
        // A second amount of the same is mostly that of a part, or of what is for tests.
        said.putIfAbsent(q.unit(), words(text, q));
      }
    }
    return String.join(", ", said.values());
  }

  private static boolean isOfData(String text, Quantity q) {
    boolean many =
        Quantity.bytes(q.unit())
            || q.unit().equals("hours")
            || q.amount().compareTo(BigDecimal.valueOf(FEW)) >= 0;
    return many && !FOR_TESTS.matcher(text.substring(q.from(), q.to())).find();
  }

  private static final Pattern BARE = Pattern.compile("[\\d., \\u00a0\\u202f]+[KMBTkmbt万亿만억]?");

  /// An amount as written; a number in a column takes the unit from its head.
  private static String words(String text, Quantity q) {
    String words = text.substring(q.from(), q.to());
    boolean bare = BARE.matcher(words).matches();
    boolean counted = bare && !Quantity.bytes(q.unit());
    return counted ? words + " " + q.unit() : words;
  }

  /// How much there is of one of the data sets that a passage names; empty where it does not say so
  /// of this one.
  static String of(Given given, String name) {
    if (given.sources().size() < 2 || given.quantities().isEmpty()) {
      return given.size();
    }
    String text = given.text().toLowerCase(Locale.ROOT);
    List<int[]> places = places(given, text);
    int own = text.indexOf(name.toLowerCase(Locale.ROOT));
    boolean anyBeside = false;
    for (int[] place : places) {
      String said = beside(given, text, place, places);
      anyBeside |= !said.isEmpty();
      if (place[0] == own && !said.isEmpty()) {
        return said;
      }
    }
    // What stands beside none of them is said of all.
    return anyBeside || given.quantities().size() > 1 ? "" : given.size();
  }

  /// Where each name begins and ends.
  private static List<int[]> places(Given given, String text) {
    List<int[]> places = new ArrayList<>();
    for (Passage.Source source : given.sources()) {
      String name = source.name().toLowerCase(Locale.ROOT);
      int at = name.isEmpty() ? -1 : text.indexOf(name);
      if (at >= 0) {
        places.add(new int[] {at, at + name.length()});
      }
    }
    return places;
  }

  /// The amount that stands behind a name and before the next, or right before it.
  private static String beside(Given given, String text, int[] place, List<int[]> places) {
    int next = Math.min(text.length(), place[1] + BEHIND);
    int last = 0;
    for (int[] other : places) {
      if (other[0] >= place[1]) {
        next = Math.min(next, other[0]);
      }
      if (other[1] <= place[0]) {
        last = Math.max(last, other[1]);
      }
    }
    for (Quantity q : given.quantities()) {
      if (q.to() > given.text().length()) {
        continue;
      }
      boolean behind = q.from() >= place[1] && q.to() <= next && !joins(text, q.to(), next);
      boolean before =
          q.from() >= last
              && q.to() <= place[0]
              && place[0] - q.to() <= BEFORE
              && joins(text, q.to(), place[0]);
      if (behind || before) {
        return words(given.text(), q);
      }
    }
    return "";
  }

  /// Whether words between an amount and a name join the two.
  private static boolean joins(String text, int from, int to) {
    return to - from <= BEFORE && JOINS.matcher(text.substring(from, to)).find();
  }
}
