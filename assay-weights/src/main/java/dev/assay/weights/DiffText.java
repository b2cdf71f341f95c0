package dev.assay.weights;

import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.Standing;
import dev.assay.model.Tensor;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes a comparison as text.
public final class DiffText {
  private static final int MOST = 20;

  /// The narrowest and the widest column of names.
  private static final int LEAST_NAME = 44;

  private static final int MOST_NAME = 72;

  private final boolean all;
  private final StringBuilder out = new StringBuilder();
  private int width = LEAST_NAME;

  /// What is to be said of all tensors shown.
  private String common = "";

  /// @param all whether every tensor gets a line
  public DiffText(boolean all) {
    this.all = all;
  }

  String write(DiffReport report) {
    ReleaseDiff release = report.release();
    if (report.same()) {
      line("Nothing changed: the parts, licences, claims and weights are the same.");
      return out.toString();
    }
    String was = standing(release.before().standing());
    String is = standing(release.after().standing());
    line(was.equals(is) ? "Stands at: " + is + ", as before" : "Stands at: " + is + "; was " + was);
    line("");
    line("Parts");
    if (release.parts().isEmpty()) {
      line("  the same");
    }
    release.parts().forEach(this::part);
    if (!release.claims().isEmpty()) {
      line("");
      line("Claims");
      for (ReleaseDiff.ClaimDiff c : release.claims()) {
        String verdict =
            switch (c.kind()) {
              case ADDED -> c.after();
              case REMOVED -> "no longer made";
              case CHANGED -> c.before() + " -> " + c.after();
            };
        line("  " + sign(c.kind()) + " " + Printable.line(c.statement()) + ": " + verdict);
      }
    }
    report.weights().forEach(this::weights);
    return out.toString();
  }

  private static String standing(Standing s) {
    return s.decided()
        ? s.lowest().number() + " " + s.lowest().title()
        : s.lowest().number()
            + " "
            + s.lowest().title()
            + " to "
            + s.highest().number()
            + " "
            + s.highest().title();
  }

  private void part(ReleaseDiff.PartDiff p) {
    String head = "  " + sign(p.kind()) + " " + p.component().title() + ": ";
    Finding a = p.before();
    Finding b = p.after();
    String state = state(a).equals(state(b)) ? state(b) : state(a) + " -> " + state(b);
    line(head + state);
    if (p.licenceChanged()) {
      line("      licence: " + licence(a.licence(), false) + " -> " + licence(b.licence(), true));
    }
    for (ReleaseDiff.FileDiff f : p.files()) {
      line("      " + sign(f.kind()) + " " + Printable.line(f.path()));
    }
  }

  private static String licence(LicenceOf l, boolean how) {
    String status = l.status().title();
    return l.expression().equals("NOASSERTION")
        ? status
        : Printable.line(l.expression()) + (how ? " (" + status + ")" : "");
  }

  private static String state(Finding f) {
    return f.state().title() + (f.level() == null ? "" : ", " + f.level().title());
  }

  private static String sign(ReleaseDiff.Kind kind) {
    return switch (kind) {
      case ADDED -> "+";
      case REMOVED -> "-";
      case CHANGED -> "~";
    };
  }

  /// Writes one set of weights; also used by the report of a rebuild.
  public String write(WeightsDiff diff) {
    weights(diff);
    return out.toString();
  }

  private void weights(WeightsDiff w) {
    line("");
    line(
        "Weights "
            + Printable.line(w.after())
            + (w.before().equals(w.after()) ? "" : " (was " + Printable.line(w.before()) + ")"));
    line(
        "  "
            + w.tensors().size()
            + " tensors: "
            + w.counts().entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey().title())
                .collect(Collectors.joining(", ")));
    w.incomplete().forEach(reason -> line("  not all: " + Printable.line(reason)));
    for (WeightsDiff.MetadataDiff m : w.metadata()) {
      line(
          "  metadata "
              + Printable.line(m.key())
              + ": "
              + quoted(m.before())
              + " -> "
              + quoted(m.after()));
    }
    List<TensorDiff> changed =
        w.tensors().stream().filter(t -> t.change() != TensorDiff.Change.IDENTICAL).toList();
    List<TensorDiff> shown =
        all
            ? w.tensors()
            : changed.stream()
                .sorted(Comparator.comparingDouble(DiffText::weight).reversed())
                .limit(MOST)
                .toList();
    int names =
        shown.stream()
            .mapToInt(t -> Printable.line(t.name()).length())
            .reduce(LEAST_NAME, Math::max);
    width = Math.min(names, MOST_NAME);
    if (!shown.isEmpty()) {
      line(row("tensor", "change", "differing", "largest", "mean", "rel. norm", "ulps"));
    }
    Set<String> notes = shown.stream().map(TensorDiff::note).collect(Collectors.toSet());
    common = shown.size() > 1 && notes.size() == 1 ? notes.iterator().next() : "";
    shown.forEach(this::tensor);
    if (!common.isEmpty()) {
      line("  each of these: " + Printable.line(common));
    }
    if (shown.size() < changed.size()) {
      line("  ... and " + (changed.size() - shown.size()) + " more that changed");
    }
  }

  private static String quoted(String value) {
    if (value.isEmpty()) {
      return "none";
    }
    return value.length() > 60
        ? Printable.line(value.substring(0, 60)) + "..."
        : Printable.line(value);
  }

  private static double weight(TensorDiff t) {
    ValueDiff v = t.values();
    return v == null || Double.isNaN(v.relativeNorm()) ? Double.MAX_VALUE : v.relativeNorm();
  }

  private void tensor(TensorDiff t) {
    ValueDiff v = t.values();
    Tensor before = t.before();
    if (v == null || v.differing() == 0) {
      line(row(Printable.line(t.name()), t.change().title(), "", "", "", "", ""));
    } else {
      line(
          row(
              Printable.line(t.name()),
              t.change().title(),
              percent(v),
              number(v.largest()),
              number(v.mean()),
              number(v.relativeNorm()),
              ulps(v)));
    }
    if (t.renamed() && before != null) {
      line("      was " + Printable.line(before.name()));
    }
    if (t.change() == TensorDiff.Change.RESHAPED || t.change() == TensorDiff.Change.RESIZED) {
      line("      shape " + shape(before) + " -> " + shape(t.after()));
    }
    if (v != null && v.notFinite() > 0) {
      line("      " + v.notFinite() + " of them with a NaN or an infinity");
    }
    if (!t.note().isEmpty() && !t.note().equals(common)) {
      line("      " + Printable.line(t.note()));
    }
  }

  private static String shape(@org.jspecify.annotations.Nullable Tensor t) {
    return t == null ? "" : t.shape().toString();
  }

  private static String percent(ValueDiff v) {
    double share = 100.0 * v.differing() / v.values();
    if (v.differing() == v.values()) {
      return "all " + v.values();
    }
    if (share > 99.9) {
      return v.differing() + " (>99.9%)";
    }
    return v.differing()
        + String.format(Locale.ROOT, share < 0.1 ? " (%.1g%%)" : " (%.1f%%)", share);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3g", value);
  }

  /// The largest bucket of the histogram that is not empty, as the bound below which all lie.
  private static String ulps(ValueDiff v) {
    int last = v.ulps().size() - 1;
    return last < 0 ? "-" : last == 0 ? "0" : "<2^" + last;
  }

  private String row(String name, String... cells) {
    return String.format(
            Locale.ROOT,
            "  %-" + width + "s %-11s %16s %9s %9s %9s %6s",
            name,
            cells[0],
            cells[1],
            cells[2],
            cells[3],
            cells[4],
            cells[5])
        .stripTrailing();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
