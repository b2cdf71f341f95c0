package dev.assay.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much of the data is for training, where a list or table of the parts says so with a bare
/// number: "| Train | 8,000 |", "- Training: 8,000 (80%)".
final class SplitAmounts {
  /// What the part for training is called.
  private static final String TRAINING =
      "(?:train(?:ing)?(?: ?set| split| data| samples| images)?|trainings(?:daten|satz|set)"
          + "|entra[iî]nement|entrenamiento|treino|treinamento|addestramento"
          + "|обучающ\\p{L}{2,4}(?: выборк\\p{L})?|训练集?|訓練集?|学習(?:データ|用)?"
          + "|(?:학습|훈련)(?: ?데이터| ?세트| ?셋)?)";

  private static final Pattern LABEL =
      Pattern.compile("(?i)[^\\p{L}\\d]{0,6}" + TRAINING + "[^\\p{L}\\d]{0,6}");

  private static final String NUMBER =
      "~?(\\d{1,3}(?:[,. \\u00a0\\u202f]\\d{3}){1,3}|\\d{3,9})(?![\\d.,]\\d|%)";

  private static final Pattern IN_TEXT =
      Pattern.compile("(?i)^[^\\p{L}\\d]{0,6}" + TRAINING + "\\*{0,2} ?[:：] ?\\*{0,2}" + NUMBER);

  private static final Pattern IN_CELL = Pattern.compile("^[*_ ]{0,4}" + NUMBER);

  /// Columns that measure the training and not the data.
  private static final Pattern MEASURED =
      Pattern.compile(
          "(?i)loss|acc|f1|score|error|time|epoch|step|rate|lr\\b|param|memory|%|loss|精度|정확도|시간");

  /// The column that adds up the others.
  private static final Pattern ALL =
      Pattern.compile("(?i)^\\W{0,3}(?:total|all|sum|gesamt|合计|合計|합계|итого|всего)\\b");

  private SplitAmounts() {}

  /// The amount that a row or an item gives the part for training; none where it counts something
  /// by name.
  static Optional<Quantity> in(Block block, String text) {
    if (block.kind() != Block.Kind.ROW) {
      Matcher stated = IN_TEXT.matcher(text);
      return stated.find() ? amount(stated, 0) : Optional.empty();
    }
    List<String> cells = block.cells();
    if (cells.size() < 2 || !LABEL.matcher(cells.getFirst()).matches()) {
      return Optional.empty();
    }
    Optional<Quantity> first = Optional.empty();
    int at = 0;
    for (int i = 1; i < cells.size(); i++) {
      String head = i < block.header().size() ? block.header().get(i) : "";
      Matcher number = IN_CELL.matcher(cells.get(i));
      int found = text.indexOf(cells.get(i), at);
      if (found >= 0 && number.find() && !MEASURED.matcher(head).find()) {
        if (first.isEmpty() || ALL.matcher(head).find()) {
          first = amount(number, found);
        }
      }
      at = found < 0 ? at : found + cells.get(i).length();
    }
    return first;
  }

  private static Optional<Quantity> amount(Matcher number, int at) {
    String digits = String.valueOf(number.group(1)).replaceAll("\\D", "");
    return Optional.of(
        new Quantity(new BigDecimal(digits), "samples", at + number.start(1), at + number.end(1)));
  }
}
