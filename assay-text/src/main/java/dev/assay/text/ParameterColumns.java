package dev.assay.text;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The number of parameters in a row of a table of the release's models: "| Robin-small | 110M |"
/// below "# params". Tables of results name others' models too: a row counts that gives a model to
/// download, or whose first cell is one of the release's names, and every row of a table that says
/// nothing but sizes.
final class ParameterColumns {
  private static final Pattern HEAD =
      Pattern.compile(
          "#? ?(?:total |model |n[_ ])?#? ?(?:params?|parameters?)(?: count| number| size)?\\.?"
              + " ?[/(\\[]* ?([mb])?[)\\]]*|(?:总)?参数量?|パラメータ数|파라미터(?: 수)?");

  private static final Pattern CELL =
      Pattern.compile(
          "[~≈]? ?(\\d{1,4}(?:,\\d{3}){0,3}(?:\\.\\d{1,3})?) ?"
              + "(k|m|b|bn|t|million|billion|trillion|亿|万亿)?(?: ?(?:params?|parameters?))?");

  private static final int LONGEST = 60;

  private ParameterColumns() {}

  /// A number of parameters.
  ///
  /// @param model the model of the row; empty where the row names none
  /// @param written as it stands
  /// @param count in full
  record Size(String model, String written, long count) {}

  /// @param evaluation whether results are told there: then only what is given to download counts
  static Optional<Size> in(Block row, OwnNames own, boolean evaluation) {
    if (row.kind() != Block.Kind.ROW || row.header().size() < 2) {
      return Optional.empty();
    }
    if (evaluation ? !isGiven(row) : !isOwn(row, own)) {
      return Optional.empty();
    }
    int columns = Math.min(row.header().size(), row.cells().size());
    for (int i = 0; i < columns; i++) {
      String head = row.header().get(i).strip().toLowerCase(Locale.ROOT);
      Matcher heads = HEAD.matcher(head);
      if (head.length() > LONGEST || !heads.matches()) {
        continue;
      }
      String cell = row.cells().get(i).replace("*", "").strip();
      Matcher size = CELL.matcher(cell.toLowerCase(Locale.ROOT));
      if (cell.length() > LONGEST || !size.matches()) {
        return Optional.empty();
      }
      @Nullable String inCell = size.group(2);
      @Nullable String unit = inCell != null ? inCell : heads.group(1);
      if (unit == null) {
        return Optional.empty();
      }
      String written = inCell != null ? cell : cell + unit.toUpperCase(Locale.ROOT);
      String model = i == 0 ? "" : Titles.clean(row.cells().getFirst());
      return count(String.valueOf(size.group(1)), unit)
          .map(n -> new Size(model.length() > LONGEST ? "" : model, written.replace(" ", ""), n));
    }
    return Optional.empty();
  }

  private static Optional<Long> count(String digits, String unit) {
    try {
      int power =
          switch (unit) {
            case "k" -> 3;
            case "m", "million" -> 6;
            case "t", "trillion", "万亿" -> 12;
            case "亿" -> 8;
            default -> 9;
          };
      return Optional.of(
          new BigDecimal(digits.replace(",", "")).scaleByPowerOfTen(power).longValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static boolean isOwn(Block row, OwnNames own) {
    return row.header().size() == 2
        || own.are(row.cells().isEmpty() ? "" : row.cells().getFirst())
        || isGiven(row);
  }

  private static boolean isGiven(Block row) {
    return row.links().stream().anyMatch(l -> !l.image() && gives(l));
  }

  private static boolean gives(Link link) {
    return switch (Address.kind(link.target())) {
      case MODEL, WEIGHTS_FILE, STORAGE -> true;
      default -> false;
    };
  }
}
