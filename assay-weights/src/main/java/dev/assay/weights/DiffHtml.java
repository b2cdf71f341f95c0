package dev.assay.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes a comparison as one HTML page that needs nothing else: the text report, and for each set
/// of weights a heat strip with one column for each layer and one row for each kind of tensor.
/// Darker means a larger relative difference, on a logarithmic scale; each cell says its number
/// when pointed at, and the same numbers stand in the text below it.
final class DiffHtml {
  private static final int CELL = 14;
  private static final String STYLE =
      """
      :root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
      pre{overflow-x:auto;font:13px/1.4 ui-monospace,monospace}svg{max-width:100%;height:auto}
      svg text{font:10px system-ui,sans-serif;fill:currentColor}rect.c{stroke:currentColor;stroke-opacity:.25}
      """;

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

  /// Where a tensor stands: the first whole number in its name is its layer, the rest its kind.
  private record Cell(int layer, String kind, TensorDiff diff) {
    static Cell of(TensorDiff t) {
      String[] parts = t.name().split("\\.", -1);
      int layer = -1;
      var kind = new StringBuilder();
      for (String part : parts) {
        if (layer < 0
            && !part.isEmpty()
            && part.length() < 6
            && part.chars().allMatch(c -> c >= '0' && c <= '9')) {
          layer = Integer.parseInt(part);
          kind.append('*').append('.');
        } else {
          kind.append(part).append('.');
        }
      }
      return new Cell(layer, kind.substring(0, Math.max(0, kind.length() - 1)), t);
    }
  }

  private static void strip(StringBuilder out, WeightsDiff w) {
    Map<String, List<Cell>> rows = new LinkedHashMap<>();
    int layers = 0;
    for (TensorDiff t : w.tensors()) {
      Cell cell = Cell.of(t);
      rows.computeIfAbsent(cell.kind(), k -> new ArrayList<>()).add(cell);
      layers = Math.max(layers, cell.layer() + 1);
    }
    if (rows.size() > 200 || layers > 2000) {
      out.append("<p>Too many kinds of tensors for a strip.</p>\n");
      return;
    }
    int left = 300;
    int width = left + Math.max(1, layers) * CELL + 10;
    int height = rows.size() * CELL + 30;
    out.append(
        "<svg viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" aria-label=\"relative difference by layer and tensor\">\n"
            .formatted(width, height, width));
    int y = 20;
    for (int layer = 0; layer < layers; layer += Math.max(1, layers / 8)) {
      out.append("<text x=\"%d\" y=\"12\">%d</text>\n".formatted(left + layer * CELL, layer));
    }
    for (Map.Entry<String, List<Cell>> row : rows.entrySet()) {
      String label = row.getKey();
      if (label.length() > 48) {
        label = "…" + label.substring(label.length() - 47);
      }
      out.append("<text x=\"0\" y=\"%d\">%s</text>\n".formatted(y + 10, escape(label)));
      for (Cell cell : row.getValue()) {
        int x = left + Math.max(0, cell.layer()) * CELL;
        out.append(
            "<rect class=\"c\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#c0392b\" fill-opacity=\"%s\"><title>%s</title></rect>\n"
                .formatted(
                    x, y, CELL - 2, CELL - 2, heat(cell.diff()), escape(describe(cell.diff()))));
      }
      y += CELL;
    }
    out.append(
        "</svg>\n"
            + "<p>One column a layer. From pale (one part in 10⁸) to full (as large as the weights"
            + " themselves); full also for a tensor that came, went or has another size.</p>\n");
  }

  private static String heat(TensorDiff t) {
    ValueDiff v = t.values();
    double heat;
    if (v == null) {
      heat = 1;
    } else if (v.differing() == 0) {
      heat = 0;
    } else if (Double.isNaN(v.relativeNorm())) {
      heat = 1 - v.same();
    } else {
      heat = Math.clamp((Math.log10(v.relativeNorm()) + 8) / 8, 0.05, 1);
    }
    return String.format(Locale.ROOT, "%.2f", heat);
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
