package dev.assay.weights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Writes a comparison as one HTML page that needs nothing else: the text report, and for each set
/// of weights a heat strip with one column for each layer and one row for each kind of tensor.
/// Darker means a larger relative difference, on a logarithmic scale; each cell says its number
/// when pointed at, and the same numbers stand in the text below it.
final class DiffHtml {
  private static final int CELL = 16;

  /// Letters of a label, and about how wide one is.
  private static final int LABEL = 44;

  private static final int LETTER = 7;

  private static final String STYLE =
      """
      :root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
      h1,h2{overflow-wrap:anywhere;line-height:1.25}
      pre,.strip{overflow-x:auto}pre{font:13px/1.4 ui-monospace,monospace}svg{display:block}
      svg text{font:11px ui-monospace,monospace;fill:currentColor}rect{stroke:currentColor;stroke-opacity:.3}
      rect.c{fill:#c0392b}rect.m{stroke-opacity:.9;stroke-dasharray:2 2}
      """;
  private static final String LEGEND =
      "<p>One column a layer, those of no layer first. From pale (one part in 10⁸) to full (as large"
          + " as the weights themselves). Dashed: + came, − went, ≠ has another size, ? was not"
          + " compared. Where a cell stands for several tensors, it shows the one that changed"
          + " most.</p>\n";

  private DiffHtml() {}

  static String write(DiffReport report) {
    var out = new StringBuilder();
    String title =
        "Assay: "
            + report.release().before().name()
            + " against "
            + report.release().after().name();
    out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
        .append(escape(title))
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body><main><h1>")
        .append(escape(title))
        .append("</h1>\n");
    for (WeightsDiff w : report.weights()) {
      out.append("<h2>Weights ").append(escape(w.after())).append("</h2>\n");
      strip(out, w);
    }
    out.append("<h2>Everything</h2>\n<pre>")
        .append(escape(report.text(false)))
        .append("</pre>\n</main></body></html>\n");
    return out.toString();
  }

  /// Where a tensor stands: the first whole number in its name is its layer (-1 where it has none),
  /// and what is left of the name without any number its kind.
  private record Cell(int layer, String kind, TensorDiff diff) {
    static Cell of(TensorDiff t) {
      int layer = -1;
      List<String> kind = new ArrayList<>();
      for (String part : t.name().split("\\.", -1)) {
        boolean number =
            !part.isEmpty()
                && part.length() < 6
                && part.chars().allMatch(c -> c >= '0' && c <= '9');
        if (number && layer < 0) {
          layer = Integer.parseInt(part);
        }
        kind.add(number ? "*" : part);
      }
      return new Cell(layer, String.join(".", kind), t);
    }
  }

  private static void strip(StringBuilder out, WeightsDiff w) {
    Map<String, Map<Integer, List<TensorDiff>>> rows = new LinkedHashMap<>();
    int layers = 0;
    for (TensorDiff t : w.tensors()) {
      Cell cell = Cell.of(t);
      rows.computeIfAbsent(cell.kind(), k -> new TreeMap<>())
          .computeIfAbsent(cell.layer(), k -> new ArrayList<>())
          .add(t);
      layers = Math.max(layers, cell.layer() + 1);
    }
    if (rows.size() > 200 || layers > 2000) {
      out.append("<p>Too many kinds of tensors for a strip.</p>\n");
      return;
    }
    int letters = rows.keySet().stream().mapToInt(k -> Math.min(LABEL, k.length())).max().orElse(0);
    int left = letters * LETTER + 8;
    // Tensors of no layer stand before the first one.
    int first = left + CELL + 6;
    int width = first + layers * CELL + 24;
    int height = rows.size() * CELL + 24;
    out.append(
        "<div class=\"strip\" tabindex=\"0\" role=\"group\" aria-label=\"heat strip\"><svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"relative difference by layer and tensor\">\n"
            .formatted(width, height, width, height));
    for (int layer = 0; layer < layers; layer += Math.max(1, (layers + 7) / 8)) {
      out.append("<text x=\"%d\" y=\"14\">%d</text>\n".formatted(first + layer * CELL, layer));
    }
    int y = 20;
    for (Map.Entry<String, Map<Integer, List<TensorDiff>>> row : rows.entrySet()) {
      String label = row.getKey();
      if (label.length() > LABEL) {
        label = "…" + label.substring(label.length() - LABEL + 1);
      }
      out.append("<text x=\"0\" y=\"%d\">%s</text>\n".formatted(y + 12, escape(label)));
      int top = y;
      row.getValue()
          .forEach(
              (layer, tensors) -> cell(out, layer < 0 ? left : first + layer * CELL, top, tensors));
      y += CELL;
    }
    out.append("</svg></div>\n").append(LEGEND);
  }

  /// One tensor, or the one of several that changed most.
  private static void cell(StringBuilder out, int x, int y, List<TensorDiff> tensors) {
    TensorDiff most = Collections.max(tensors, Comparator.comparingDouble(DiffHtml::heat));
    String mark =
        switch (most.change()) {
          case ADDED -> "+";
          case REMOVED -> "−";
          case RESIZED -> "≠";
          default -> most.values() == null ? "?" : "";
        };
    String more = tensors.size() == 1 ? "" : " (most of " + tensors.size() + ")";
    out.append("<g><title>").append(escape(describe(most))).append(more).append("</title>");
    out.append(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill-opacity=\"%s\"/>"
            .formatted(
                mark.isEmpty() ? "c" : "m",
                x,
                y,
                CELL - 2,
                CELL - 2,
                String.format(Locale.ROOT, "%.2f", mark.isEmpty() ? heat(most) : 0)));
    if (!mark.isEmpty()) {
      out.append(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>"
              .formatted(x + CELL / 2 - 1, y + 12, mark));
    }
    out.append("</g>\n");
  }

  private static double heat(TensorDiff t) {
    ValueDiff v = t.values();
    if (v == null) {
      return 2; // Before all that was measured.
    }
    if (v.differing() == 0) {
      return 0;
    }
    return Double.isNaN(v.relativeNorm())
        ? 1 - v.same()
        : Math.clamp((Math.log10(v.relativeNorm()) + 8) / 8, 0.05, 1);
  }

  private static String describe(TensorDiff t) {
    ValueDiff v = t.values();
    return t.name()
        + ": "
        + t.change().title()
        + (v == null || v.differing() == 0
            ? ""
            : String.format(
                Locale.ROOT,
                ", %d of %d values, relative norm %.3g",
                v.differing(),
                v.values(),
                v.relativeNorm()));
  }

  private static String escape(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\n' -> out.append('\n');
            default ->
                out.append(
                    Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                        ? "�"
                        : Character.toString(c));
          }
        });
    return out.toString();
  }
}
