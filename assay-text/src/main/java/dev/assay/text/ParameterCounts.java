package dev.assay.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The numbers of parameters that a sentence counts, before the word ("7B parameters", "a
/// 12-billion-parameter model", "70 亿参数") or behind it ("参数量为 30B").
final class ParameterCounts {
  private static final int MOST = 6;

  /// So far before the word its number is looked for, and so far behind it.
  private static final int BEFORE = 40;

  private static final int BEHIND = 24;

  private static final Pattern WORD = Pattern.compile("param|参数|參數|パラメータ|매개변수|파라미터");

  private static final String UNITS = "trillion|billion|million|thousand|bn|b|m|t|k";

  private static final Pattern UNIT =
      Pattern.compile("^[ -]?(?:(?:" + UNITS + ")(?!\\p{L})|万亿|亿|億|억)");

  private static final Pattern LABELLED =
      Pattern.compile(
          "(?:param(?:eter)?s?(?: sizes?| counts?)?)[*_`]{0,2} ?[:：=|][*_`]{0,2} ?(?:~|≈|about |approx(?:imately|\\.)? )?"
              + "(\\d{1,4}(?:\\.\\d{1,3})?) ?(b|bn|billion|m|million)\\b(?! ?(?:-|–|to|/|,|and))");

  private static final Pattern LABELLED_SPACELESS =
      Pattern.compile(
          "(?:参数|參數|パラメータ|매개변수|파라미터)(?:总)?(?:数量|数|量|规模|規模|サイズ| ?수| ?규모)?"
              + "(?:达到|约为|约|大约|高达|为|是|达|有|は|가|는|：|:|=){0,2} ?(?:约|~|≈)? ?"
              + "(\\d{1,4}(?:\\.\\d{1,3})?) ?(b|bn|m|亿|億|억)(?!\\p{L}|\\d| ?[-~–至到])");

  private static final Pattern BEGINS =
      Pattern.compile("\\W{0,6}(?:(?:model|number of|no\\. of|total|trainable) |# ?)?(?:model )?");

  /// What may stand between a size and "parameters": "7B total", "10 billion visual"; not "34B
  /// models using full".
  private static final Pattern COUNTED =
      Pattern.compile(
          "[\\s+)-]*(?:(?!训练|微调|全|数据)\\p{IsHan}|の|개|의){0,5} ?[(（]?"
              + "(?:(?!(?:using|use|for|with|all|full|models?|in|of|to|by|from|per|and|or|the|hyper)\\b)"
              + "\\p{IsLatin}+[\\s-]*){0,2}");

  /// A bound is no count: "fewer than 7B parameters".
  private static final Pattern BOUND =
      Pattern.compile("(?:[<>≤≥]|\\b(?:fewer|less|more|larger|smaller) than|\\bunder|\\bbelow) ?$");

  /// "From 1B - 34B parameters" is what can be, and no size of a model.
  private static final Pattern RANGE =
      Pattern.compile("\\d ?[bmk]?n? ?(?:-|–|—|~|～|to|through|至|到) ?$");

  /// "2B parameters per layer".
  private static final Pattern SHARE =
      Pattern.compile("^param[a-z]* ?(?:per|/) ?(?:layer|node|gpu|device|rank|stage|card)");

  /// What a program is able to do with a model of that size.
  private static final Pattern ABLE =
      Pattern.compile(
          "\\b(?:can|could|able to)\\b[^.;]{0,40}\\b(?:train|run|fit|handle|serve|load|deploy|scale|host|finetune|fine-tune)\\w*\\b[^.;]{0,60}$");

  private ParameterCounts() {}

  /// A number of parameters as written.
  ///
  /// @param at where it begins in the text
  record Count(String written, long count, int at) {}

  /// The counts of a text in order, each place once.
  static List<Count> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    var counts = new ArrayList<Count>();
    Matcher word = WORD.matcher(lower);
    while (counts.size() < MOST && word.find()) {
      int at = word.start();
      // "All parameters" and "hyperparameters" count nothing.
      boolean other = at > 0 && (lower.charAt(at - 1) == '全' || lower.charAt(at - 1) == '超');
      Optional<Count> found =
          other
              ? Optional.empty()
              : before(text, lower, at)
                  .or(() -> behind(text, lower, at))
                  .or(() -> behindSpaceless(text, lower, at));
      found.filter(c -> counts.stream().noneMatch(o -> o.at() == c.at())).ifPresent(counts::add);
    }
    return counts;
  }

  private static Optional<Count> before(String text, String lower, int end) {
    int from = Math.max(0, end - BEFORE);
    int last = end - 1;
    while (last >= from && !isDigit(lower.charAt(last))) {
      last--;
    }
    if (last < from) {
      return Optional.empty();
    }
    int start = last;
    while (start > 0
        && (isDigit(lower.charAt(start - 1))
            || (lower.charAt(start - 1) == '.' || lower.charAt(start - 1) == ',')
                && start > 1
                && isDigit(lower.charAt(start - 2)))) {
      start--;
    }
    // "Foo-7B-Chat-32K 模型参数": the number is a part of a name.
    boolean ofAName =
        start > 0 && (lower.charAt(start - 1) == '-' || lower.charAt(start - 1) == '_');
    if (ofAName && lower.charAt(end) > 0x2000) {
      return Optional.empty();
    }
    String behind = lower.substring(last + 1, end);
    Matcher unit = UNIT.matcher(behind);
    if (!unit.find()
        || !COUNTED.matcher(behind.substring(unit.end())).matches()
        || BOUND.matcher(lower.substring(Math.max(0, start - 20), start)).find()
        || RANGE.matcher(lower.substring(Math.max(0, start - 12), start)).find()
        || ABLE.matcher(lower.substring(Math.max(0, start - 120), start)).find()
        || SHARE.matcher(lower.substring(end, Math.min(lower.length(), end + 24))).find()) {
      return Optional.empty();
    }
    String digits = text.substring(start, last + 1);
    // What stands between a number and a word of scripts without spaces is grammar.
    String words =
        lower.charAt(end) > 0x2000
            ? digits + text.substring(last + 1, last + 1 + unit.end())
            : (digits + text.substring(last + 1, end)).strip();
    String written = words.endsWith("-") ? words.substring(0, words.length() - 1).strip() : words;
    int at = start;
    return count(lower.substring(start, last + 1), unit.group().replaceAll("[ -]", ""))
        .map(n -> new Count(written, n.longValue(), at));
  }

  /// "Parameters: 7B", where a line begins with the label.
  private static Optional<Count> behind(String text, String lower, int at) {
    Matcher m = LABELLED.matcher(lower).region(at, lower.length());
    return BEGINS.matcher(lower.substring(0, Math.min(at, BEFORE))).matches()
            && at < BEFORE
            && m.lookingAt()
        ? labelled(text, m)
        : Optional.empty();
  }

  private static Optional<Count> behindSpaceless(String text, String lower, int at) {
    Matcher m = LABELLED_SPACELESS.matcher(lower).region(at, Math.min(lower.length(), at + BEHIND));
    return m.lookingAt() ? labelled(text, m) : Optional.empty();
  }

  private static Optional<Count> labelled(String text, Matcher m) {
    return count(String.valueOf(m.group(1)), String.valueOf(m.group(2)))
        .map(n -> new Count(text.substring(m.start(1), m.end(2)), n.longValue(), m.start(1)));
  }

  /// A number with its unit in full; none where it has none, or is not a whole one.
  static Optional<BigDecimal> count(String digits, String unit) {
    int power =
        switch (unit) {
          case "b", "bn", "billion" -> 9;
          case "m", "million" -> 6;
          case "t", "trillion", "万亿" -> 12;
          case "k", "thousand" -> 3;
          case "亿", "億", "억" -> 8;
          default -> 0;
        };
    String plain = digits.replace(",", "");
    if (power == 0 || plain.length() > 12) {
      return Optional.empty();
    }
    try {
      BigDecimal n = new BigDecimal(plain).scaleByPowerOfTen(power);
      return Optional.of(BigDecimal.valueOf(n.longValueExact()));
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
