package dev.assay.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Amounts of data in the cells of a row that are bare numbers, counted in what the head of their
/// column says: "| Corpus | Documents | Tokens |" above "| Harbour | 201,080 | 1.3B |".
final class ColumnAmounts {
  private static final Pattern NUMBER =
      Pattern.compile(
          "^[*_~≈> ]{0,4}(\\d{1,3}(?:[,. \\u00a0\\u202f]\\d{3}){1,4}|\\d{1,9}(?:\\.\\d{1,3})?)\\s?([KMBTkmbt]|万|亿|만|억)?\\+?[*_ ]{0,4}$");

  /// Heads that count without saying what.
  private static final Set<String> COUNTS =
      Set.of("#", "count", "number", "samples", "数量", "样本量", "样本数", "件数", "개수", "anzahl");

  /// Heads of what is no amount of data.
  private static final Pattern OTHERWISE =
      Pattern.compile(
          "(?i)\\btest|\\bval|\\bdev|eval|测试|验证|評価|평가|param|layer|dim|vocab|gpu|batch|epoch|step|class|per |length|context|loss|acc|f1|score|rate|speed|time|参数|长度|パラメータ");

  /// Heads of the first column below which the parts of the data stand; below others stand classes
  /// or settings.
  private static final Pattern OF_DATA =
      Pattern.compile(
          "(?i)data|corp|source|subset|modalit|domain|split|collection|quelle|fuente|fonte|источник|датасет|корпус|数据|语料|来源|データ|コーパス|데이터|말뭉치|코퍼스");

  private ColumnAmounts() {}

  /// Whether a row has a column that counts data.
  static boolean counts(Block row) {
    for (int i = 1; i < row.header().size(); i++) {
      String head = row.header().get(i);
      if (!unit(head).isEmpty() || SIZE.matcher(head).matches()) {
        return true;
      }
    }
    return false;
  }

  private static final Pattern SIZE =
      Pattern.compile("(?i)\\W{0,3}(?:size|amount|大小|规模|サイズ|규모|크기)(?: \\(.{1,12}\\))?\\W{0,3}");

  static List<Quantity> in(Block row, String text) {
    List<Quantity> found = new ArrayList<>();
    if (row.header().size() != row.cells().size()
        || row.header().isEmpty()
        || !OF_DATA.matcher(row.header().getFirst()).find()) {
      return found;
    }
    int at = 0;
    for (int i = 0; i < row.cells().size(); i++) {
      String cell = row.cells().get(i);
      int place = text.indexOf(cell, at);
      if (place < 0 || cell.isEmpty()) {
        continue;
      }
      at = place + cell.length();
      Matcher number = NUMBER.matcher(cell);
      String unit = i == 0 || !number.matches() ? "" : unit(row.header().get(i));
      if (!unit.isEmpty()) {
        BigDecimal amount = amount(number);
        if (amount.compareTo(BigDecimal.TEN) >= 0) {
          int end = number.group(2) == null ? number.end(1) : number.end(2);
          found.add(new Quantity(amount, unit, place + number.start(1), place + end));
        }
      }
    }
    return found;
  }

  private static BigDecimal amount(Matcher number) {
    String digits = String.valueOf(number.group(1));
    String plain =
        digits.matches("\\d{1,3}(?:[,. \\u00a0\\u202f]\\d{3})+")
            ? digits.replaceAll("\\D", "")
            : digits;
    String power = number.group(2);
    return new BigDecimal(plain)
        .scaleByPowerOfTen(
            power == null ? 0 : QuantityWords.of(power.toLowerCase(Locale.ROOT)).power());
  }

  /// What a head says that its column counts; empty where it says nothing of the kind.
  private static String unit(String head) {
    String lower = head.toLowerCase(Locale.ROOT).strip();
    if (OTHERWISE.matcher(lower).find()) {
      return "";
    }
    if (COUNTS.contains(lower)) {
      return "samples";
    }
    for (String word : lower.split("[^\\p{L}]+")) {
      String unit = QuantityWords.of(word).unit();
      if (!unit.isEmpty() && !unit.equals("languages")) {
        return unit;
      }
    }
    return "";
  }
}
