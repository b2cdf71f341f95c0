package dev.assay.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// An amount of data as a text states it: "15T tokens", "680,000 hours", "2.6 万亿 tokens".
///
/// @param amount the number in units
/// @param unit `tokens`, `hours`, `images`, ... in English, plural
/// @param from where it starts in the text
/// @param to where it ends
record Quantity(BigDecimal amount, String unit, int from, int to) {
  private static final int UNIT_WITHIN_WORDS = 5;
  private static final int DATA_WITHIN_WORDS = 4;
  private static final int BILLION = 9;

  private static final Set<String> HARDWARE =
      Set.of(
          "accelerator",
          "chip",
          "compute",
          "computing",
          "core",
          "device",
          "machine",
          "node",
          "wall");

  private static final int MEMORY_WITHIN_WORDS = 3;

  private static final List<String> MEMORY =
      List.of(
          "gpu",
          "vram",
          "ram ",
          "ram.",
          "ram,",
          "ram)",
          "memory",
          "disk",
          "storage",
          "hbm",
          "显存",
          "内存",
          "顯存",
          "記憶體",
          "メモリ",
          "메모리",
          "speicher",
          "mémoire",
          "memoria",
          "memória",
          "памят");

  /// The quantities in a text.
  static List<Quantity> in(String text) {
    List<Quantity> found = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean starts = c >= '0' && c <= '9' && (i == 0 || !isInName(text, i - 1));
      if (!starts) {
        i++;
        continue;
      }
      int end = numberEnd(text, i);
      int start = i;
      i = end;
      if (end - start > LONGEST_NUMBER) {
        continue;
      }
      withUnit(text, start, end).map(q -> q.ranging(text)).ifPresent(found::add);
    }
    return found;
  }

  /// Where a number ends: with its fraction, and with its groups of three where spaces part them,
  /// as in "25 812 lignes".
  private static int numberEnd(String text, int start) {
    int end = start;
    while (end < text.length()
        && (isDigit(text.charAt(end))
            || ((text.charAt(end) == '.' || text.charAt(end) == ',')
                && end + 1 < text.length()
                && isDigit(text.charAt(end + 1))))) {
      end++;
    }
    boolean first = end - start <= GROUP && digitsAt(text, start) == end - start;
    while (first
        && end < text.length()
        && isThinSpace(text.charAt(end))
        && end - start <= LONGEST_NUMBER
        && digitsAt(text, end + 1) == GROUP) {
      end += GROUP + 1;
    }
    return end;
  }

  private static final int GROUP = 3;

  private static final int LONGEST_NUMBER = 24;

  /// How many digits stand at a place, up to one more than a group has.
  private static int digitsAt(String text, int at) {
    int digits = 0;
    while (digits <= GROUP && at + digits < text.length() && isDigit(text.charAt(at + digits))) {
      digits++;
    }
    return digits;
  }

  private static boolean isThinSpace(char c) {
    return c == ' ' || c == '\u00a0' || c == '\u202f';
  }

  /// The quantities in a row of a table: below "GPU memory" or "model size" bytes are no data's.
  static List<Quantity> inRow(String row, List<String> header) {
    boolean machine = header.stream().anyMatch(h -> MACHINE_HEAD.matcher(h).find());
    return in(row).stream().filter(q -> !machine || !bytes(q.unit())).toList();
  }

  private static final Pattern MACHINE_HEAD =
      Pattern.compile(
          "(?i)gpu|vram|\\bmem|memor|mémoire|显存|内存|メモリ|메모리|model size|file size|checkpoint|param");

  private static final int TEN_THOUSAND = 4;

  private static Optional<Quantity> withUnit(String text, int start, int end) {
    int at = end;
    int power = 0;
    boolean partOfAName = start > 0 && text.charAt(start - 1) == '-';
    for (int words = 0; words <= UNIT_WITHIN_WORDS; words++) {
      at = wordStart(text, at);
      if (words > 0 && power > 0 && goesOn(text, at)) {
        at = wordStart(text, at + 1);
      }
      int wordEnd = wordEnd(text, at);
      if (wordEnd == at) {
        return Optional.empty();
      }
      String word = text.substring(at, wordEnd).toLowerCase(Locale.ROOT);
      if (words == 0 && word.length() > 1 && word.charAt(0) == 'x' && isDigit(word.charAt(1))) {
        // 256x256 is a size, not an amount.
        return Optional.empty();
      }
      QuantityWords.Word known = QuantityWords.of(word);
      if (words == 0 && word.equals("g") && isBeforeAsian(text, wordEnd)) {
        return counted(text, start, end, at, wordEnd, power, "GB");
      }
      if (words == 0 && word.equals("w") && isBeforeAsian(text, wordEnd)) {
        // Short for ten thousand: "400w条".
        power = TEN_THOUSAND;
        at = wordEnd;
        continue;
      }
      // "7B" is the size of a model more often than an amount of data.
      boolean few = !partOfAName && power > 0 && power < BILLION && words <= DATA_WITHIN_WORDS;
      if (few
          && QuantityWords.isData(word)
          && !isBeforeUnit(text, wordEnd)
          && !goesOver(text, end, at)) {
        return counted(text, start, end, at, wordEnd, power, "samples");
      }
      boolean xRay = word.equals("x") && wordEnd < text.length() && text.charAt(wordEnd) == '-';
      if (known.parts() && !xRay || words == 0 && word.equals("s")) {
        return Optional.empty();
      }
      if (!known.unit().isEmpty() && !isOnlyCounter(text, word, wordEnd)) {
        boolean shots = word.equals("样本") && isShots(text.charAt(at - 1));
        return shots || isPath(text, wordEnd) || isOfMany(text, word, wordEnd)
            ? Optional.empty()
            : counted(text, start, end, at, wordEnd, power, known.unit())
                .filter(q -> !known.everyday() || isMany(q));
      }
      if (known.power() > 0 && power == 0) {
        power = known.power();
      } else if (words > 0 && isDigit(word.charAt(0))) {
        return Optional.empty();
      }
      at = wordEnd;
    }
    return Optional.empty();
  }

  private static final Pattern AND = Pattern.compile("(?i) (?:and|und|et|y|e|и) |[+和与]");

  /// Whether another thing begins between a number and the word for data: "12M and Dune data".
  private static boolean goesOver(String text, int from, int to) {
    return AND.matcher(text.substring(from, Math.max(from, to))).find();
  }

  /// Whether words of one amount go on behind a comma or a stroke: "2M clean, balanced videos",
  /// "15K question/answer records".
  private static boolean goesOn(String text, int at) {
    if (at + 2 >= text.length()) {
      return false;
    }
    char mark = text.charAt(at);
    return mark == ',' && text.charAt(at + 1) == ' ' && Character.isLowerCase(text.charAt(at + 2))
        || mark == '/' && Character.isLowerCase(text.charAt(at + 1));
  }

  /// Whether words in Chinese, Japanese or Korean follow: there "30G" is short for gigabytes, and
  /// elsewhere for much else.
  private static boolean isBeforeAsian(String text, int wordEnd) {
    int at = wordStart(text, wordEnd);
    return at < text.length()
        && (Phrases.isSpaceless(text.charAt(at)) || isHangul(text.charAt(at)));
  }

  /// Whether the next word counts what the one for data only says more of: "10M data samples".
  private static boolean isBeforeUnit(String text, int wordEnd) {
    int at = wordStart(text, wordEnd);
    String next = text.substring(at, wordEnd(text, at)).toLowerCase(Locale.ROOT);
    return !QuantityWords.of(next).unit().isEmpty();
  }

  /// How far before the upper end of a range its lower end may begin.
  private static final int RANGE = 28;

  private static final Pattern LOWER_END =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\d./_-])\\d[\\d.,]{0,8} ?(?:[kmbt]|thousand|million|billion|trillion|万|亿|만|억)?"
              + " ?(?:-|–|—|~|～|to|bis|至|到|から) ?$");

  /// The same with the lower end, where it is the upper end of a range: "10T to 12T tokens".
  private Quantity ranging(String text) {
    int first = Math.max(0, from - RANGE);
    var lower = LOWER_END.matcher(text.substring(first, from));
    return lower.find() ? new Quantity(amount, unit, first + lower.start(), to) : this;
  }

  /// Fewer lines, games or rows are spoken of without meaning data.
  private static final int MANY = 1_000;

  private static boolean isMany(Quantity q) {
    return q.amount().compareTo(BigDecimal.valueOf(MANY)) >= 0;
  }

  /// Whether a Korean counter stands before the word for what is counted, or in "months".
  private static boolean isOnlyCounter(String text, String word, int wordEnd) {
    return word.equals("개")
        && wordEnd < text.length()
        && (text.charAt(wordEnd) == '의' || text.charAt(wordEnd) == '월');
  }

  private static final Pattern OF_MANY =
      Pattern.compile("^[ -](?:datasets|data sets|corpora|benchmarks|sources)\\b");

  private static final Pattern OF_CODE =
      Pattern.compile(
          "^ (?:of|de|\\w{4,6}) (?:code|python|java|código)\\b", Pattern.CASE_INSENSITIVE);

  /// Whether the word behind a number only says of what kind the things are that are counted: "17
  /// image datasets", "2,000 lines of code".
  private static boolean isOfMany(String text, String word, int wordEnd) {
    int to = Math.min(text.length(), wordEnd + 20);
    return !word.endsWith("s") && OF_MANY.matcher(text.substring(wordEnd, to)).find()
        || word.equals("lines") && OF_CODE.matcher(text.substring(wordEnd, to)).find();
  }

  /// The amount of a number and its unit; empty where it is none of data.
  ///
  /// @param start where the number starts
  /// @param end where it ends
  /// @param at where the unit starts
  /// @param unitEnd where it ends
  /// @param power of ten that stands between them
  private static Optional<Quantity> counted(
      String text, int start, int end, int at, int unitEnd, int power, String unit) {
    String digits = text.substring(start, end).replaceAll("[ \u00a0\u202f]", "");
    boolean grouped = power == 0 && (counts(unit) || unit.equals("hours") && isForeign(text, at));
    Optional<BigDecimal> stated =
        number(grouped && GROUPED.matcher(digits).matches() ? digits.replace(".", "") : digits);
    if (stated.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal number = stated.get();
    boolean apart = wordStart(text, end) < at;
    if (power == 0 && (apart && isYear(number) || isFraction(number) && counts(unit))) {
      return Optional.empty();
    }
    BigDecimal amount = number.scaleByPowerOfTen(power);
    boolean other =
        switch (unit) {
          case "hours" ->
              ofComputing(text, end, at)
                  || ON_MACHINES
                      .matcher(text.substring(unitEnd, Math.min(text.length(), unitEnd + 60)))
                      .find()
                  || !MEDIUM.matcher(text).find();
          case "tokens" ->
              amount.compareTo(BigDecimal.valueOf(FEWEST_TOKENS)) < 0
                  || atOnce(text, start, unitEnd);
          case "sequences", "images", "samples", "characters", "words" ->
              atOnce(text, start, unitEnd);
          default -> bytes(unit) && ofMemory(text, start, unitEnd);
        };
    return other ? Optional.empty() : Optional.of(new Quantity(amount, unit, start, unitEnd));
  }

  /// A point before three digits parts thousands where nothing can be counted in thousandths.
  private static final Pattern GROUPED = Pattern.compile("[1-9]\\d{0,2}\\.\\d{3}");

  /// Whether hours are those of a language that sets a point between thousands.
  private static boolean isForeign(String text, int at) {
    return !text.regionMatches(true, at, "hour", 0, 4)
        && Character.isLetter(text.charAt(at))
        && !Phrases.isSpaceless(text.charAt(at));
  }

  /// Hours that something takes on machines.
  private static final Pattern ON_MACHINES =
      Pattern.compile(
          "(?i)^ (?:with|on|using) (?:an?|one|\\d{1,4}) (?:[\\w-]{1,20} ){0,2}(?:cores?|cpus?|[\\w-]{0,8}gpus?|machines?|computers?|laptop)\\b");

  /// Whether a word between a number and its hours says that they are a machine's.
  private static boolean ofComputing(String text, int from, int to) {
    int at = wordStart(text, from);
    while (at < to) {
      int end = wordEnd(text, at);
      if (isHardware(text.substring(at, end).toLowerCase(Locale.ROOT))) {
        return true;
      }
      // A comma or a stroke may part the words of one amount.
      at = wordStart(text, Math.max(end, at + 1));
    }
    return false;
  }

  /// Whether a word goes on as the path of a file: "examples/run/full.yaml", and not "image/text
  /// pairs".
  private static boolean isPath(String text, int wordEnd) {
    if (wordEnd >= text.length() || text.charAt(wordEnd) != '/') {
      return false;
    }
    int end = wordEnd;
    int dot = -1;
    int slashes = 0;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      slashes += text.charAt(end) == '/' ? 1 : 0;
      dot = text.charAt(end) == '.' && end + 1 < text.length() ? end + 1 : dot;
      end++;
    }
    return slashes > 1 || dot > 0 && dot < end;
  }

  /// What hours of recordings are spoken of with; hours alone are those of a clock.
  private static final Pattern MEDIUM =
      Pattern.compile(
          "(?i)audio|speech|voice|spoken|music|song|sound|video|footage|recording|podcast|radio|transcri|read"
              + " |reading|play|data|corpus|corpora|语音|音频|数据|录音|歌曲|音声|音楽|データ|오디오|음성|데이터|аудио"
              + "|данн|реч|daten|sprach|données|parole|datos|dados|voz|dati|parlato");

  /// Fewer are the length of a text, not the size of a corpus. A plain number, since the platform
  /// works out large powers of five when it loads `BigDecimal`, and many releases name no amounts.
  private static final long FEWEST_TOKENS = 100_000;

  private static final Pattern AT_ONCE_BEFORE =
      Pattern.compile(
          "(?i)(?:batch(?:[ -]?size)?|context(?:["
              + " -]lengths?)?|windows?|lengths?|minibatch|上下文|长度|批|コンテキスト)(?:\\s+\\S+){0,4}\\s*$");

  private static final Pattern AT_ONCE_AFTER =
      Pattern.compile(
          "(?i)^(?: of)? ?(?:context|window|per batch|batch|per step|long\\b|length|during"
              + " inference|的?上下文)");

  /// Whether so much is looked at in one step, or fits in at once.
  private static boolean atOnce(String text, int start, int end) {
    return AT_ONCE_BEFORE.matcher(text.substring(Math.max(0, start - 40), start)).find()
        || AT_ONCE_AFTER.matcher(text.substring(end)).find();
  }

  private static boolean isYear(BigDecimal number) {
    return !isFraction(number)
        && number.compareTo(BigDecimal.valueOf(1900)) >= 0
        && number.compareTo(BigDecimal.valueOf(2100)) < 0;
  }

  private static boolean isFraction(BigDecimal number) {
    return number.stripTrailingZeros().scale() > 0;
  }

  private static boolean counts(String unit) {
    return !unit.equals("hours") && !bytes(unit);
  }

  /// Whether hours of this are hours of computing and not of recordings: "GPU hours", "A100-hours".
  private static boolean isHardware(String word) {
    if (word.contains("gpu") || word.contains("tpu") || word.contains("cpu")) {
      return true;
    }
    boolean model =
        word.length() >= 3
            && Character.isLetter(word.charAt(0))
            && Character.isDigit(word.charAt(1))
            && Character.isDigit(word.charAt(2));
    return model || HARDWARE.contains(word);
  }

  static boolean bytes(String unit) {
    return unit.length() == 2 && unit.endsWith("B");
  }

  /// What a run writes.
  private static final Pattern PER_RUN =
      Pattern.compile(
          "(?i)^ ?(?:of (?:data|files|logs|checkpoints|snapshots) )?(?:per|for each|for every) (?:[\\w-]{1,20} )?(?:run|experiment|checkpoint|snapshot)\\b");

  private static final int RUN_WITHIN = 60;

  /// Whether so many bytes are a machine's: "an A100 40GB", "24 GB of VRAM", "80GB 显存"; or what a
  /// run leaves on it: "300 GB of data per training run".
  private static boolean ofMemory(String text, int start, int end) {
    int within = Math.min(text.length(), end + RUN_WITHIN);
    if (PER_RUN.matcher(text.substring(end, within)).find()) {
      return true;
    }
    int at = end;
    for (int words = 0; words < MEMORY_WITHIN_WORDS; words++) {
      while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '-')) {
        at++;
      }
      for (String memory : MEMORY) {
        if (text.regionMatches(true, at, memory, 0, memory.length())) {
          return true;
        }
      }
      int wordEnd = wordEnd(text, at);
      if (wordEnd == at) {
        break;
      }
      at = wordEnd;
    }
    int last = start;
    while (last > 0 && " -(".indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    int first = last;
    while (first > 0 && Character.isLetterOrDigit(text.charAt(first - 1))) {
      first--;
    }
    return isHardware(text.substring(first, last).toLowerCase(Locale.ROOT));
  }

  /// Where the next word behind a number starts.
  private static int wordStart(String text, int from) {
    int at = from;
    while (at < text.length()
        && (text.charAt(at) == ' ' || text.charAt(at) == '+' || text.charAt(at) == '-')) {
      at++;
    }
    return at;
  }

  /// Zero-shot and few-shot: "样本" counts no data there.
  private static boolean isShots(char before) {
    return before == '零' || before == '少' || before == '单';
  }

  /// Where the word at `at` ends; for scripts without spaces the longest known power or unit.
  private static int wordEnd(String text, int at) {
    if (at >= text.length()) {
      return at;
    }
    boolean spaceless = Phrases.isSpaceless(text.charAt(at));
    if (spaceless || isHangul(text.charAt(at))) {
      int known = QuantityWords.lengthAt(text, at);
      if (known > 0 || spaceless) {
        return at + Math.max(known, 1);
      }
    }
    int end = at;
    while (end < text.length()
        && end - at < 40
        && Character.isLetterOrDigit(text.charAt(end))
        && !Phrases.isSpaceless(text.charAt(end))
        // "15GB이며": an ending is no part of a unit in Latin letters.
        && !(end > at && isHangul(text.charAt(end)) && !isHangul(text.charAt(end - 1)))) {
      end++;
    }
    return end;
  }

  private static boolean isHangul(char c) {
    return c >= '\uac00' && c <= '\ud7a3';
  }

  private static Optional<BigDecimal> number(String digits) {
    int comma = digits.lastIndexOf(',');
    int dot = digits.lastIndexOf('.');
    String plain;
    if (comma >= 0 && dot >= 0) {
      plain = comma > dot ? digits.replace(".", "").replace(',', '.') : digits.replace(",", "");
    } else if (comma >= 0) {
      plain = groups(digits, ',') ? digits.replace(",", "") : digits.replace(',', '.');
    } else if (dot >= 0 && digits.indexOf('.') != dot) {
      plain = groups(digits, '.') ? digits.replace(".", "") : "";
    } else {
      plain = digits;
    }
    try {
      return plain.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(plain));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean groups(String digits, char separator) {
    String[] parts = digits.split(separator == '.' ? "\\." : ",");
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].length() != 3) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// Whether a number goes on from a name: "CIFAR-10" counts nothing.
  private static boolean isInName(String text, int before) {
    char c = text.charAt(before);
    return isNamePart(c)
        || c == '-' && before > 0 && Character.isUpperCase(text.charAt(before - 1));
  }

  private static boolean isNamePart(char c) {
    return (Character.isLetterOrDigit(c) && !Phrases.isSpaceless(c))
        || c == '_'
        || c == '/'
        || c == '.';
  }
}
