package dev.assay.rebuild;

import dev.assay.model.WeightsVerdict;
import dev.assay.rebuild.compare.ArtefactDiff;
import dev.assay.rebuild.compare.FieldDiff;
import dev.assay.rebuild.compare.Nearness;
import dev.assay.rebuild.recipe.Recipe;
import dev.assay.weights.DiffText;
import dev.assay.weights.Printable;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes the report of a rebuild as text.
final class ReportText {
  private static final int MOST_FIELDS = 20;
  private static final int MOST_FILES = 12;

  private final StringBuilder out = new StringBuilder();

  static String number(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.3g", value);
  }

  String write(RebuildReport r) {
    line("Rebuild of " + Printable.line(r.recipe().name()));
    boolean content =
        r.weights() == WeightsVerdict.DIFFERENT && !Double.isFinite(Build.distance(r.artefacts()));
    line(
        "  weights  "
            + r.weights().title()
            + ": "
            + (content ? "other content" : r.weights().meaning()));
    line("  recipe   " + r.how().title() + ": " + r.how().meaning());
    line("  because  " + Printable.line(r.reason()));
    if (!r.sandbox().isEmpty()) {
      line("  sandbox  " + r.sandbox());
      line("  machine  " + Printable.line(r.machine()));
    }
    if (r.ended() != null) {
      line(
          String.format(
              Locale.ROOT,
              "  took     %.1f s, at most %d MB",
              r.ended().elapsed().toMillis() / 1000.0,
              r.ended().peakMemory() >> 20));
    }
    if (r.log() != null) {
      line("  log      " + r.log());
    }
    parameters(r);
    materials(r);
    artefacts(r);
    variants(r);
    probe(r);
    recovery(r);
    list("Where to look for the cause", r.hints());
    list("The end of the log", r.lastLines());
    if (r.kept() != null) {
      line("");
      line("The rebuilt files are in " + r.kept());
    }
    return out.toString();
  }

  private void parameters(RebuildReport r) {
    if (r.values().isEmpty()) {
      return;
    }
    line("");
    int width =
        r.recipe().parameters().keySet().stream()
            .mapToInt(n -> Printable.line(n).length())
            .reduce(16, Math::max);
    String row = "  %-" + width + "s %-12s %-12s %s";
    line(String.format(row, "parameter", "declared", "used", "basis"));
    for (Map.Entry<String, Recipe.Parameter> e : r.recipe().parameters().entrySet()) {
      Recipe.Parameter p = e.getValue();
      String used = r.values().getOrDefault(e.getKey(), "");
      String declared = p.declared();
      String basis;
      if (p.basis() == Recipe.Basis.FREE) {
        basis = "free: said to have no influence";
      } else if (r.recovery() != null && r.recovery().found().containsKey(e.getKey())) {
        basis = used.equals(declared) ? "declared, and found" : "found by search";
      } else if (used.equals(declared)) {
        basis = "declared in " + p.source();
      } else {
        basis = used.equals(p.used()) ? p.basis().key() : "chosen for this run";
      }
      line(
          String.format(
              row,
              Printable.line(e.getKey()),
              declared == null ? "-" : Printable.line(declared),
              Printable.line(used),
              Printable.line(basis)));
    }
  }

  private void materials(RebuildReport r) {
    line("");
    line("Materials");
    for (Recipe.Material m : r.recipe().materials()) {
      Recipe.Expected digest = m.digest();
      line(
          "  "
              + Printable.line(m.id())
              + ": "
              + Printable.line(m.place().describe())
              + " ("
              + Printable.line(m.role())
              + ", "
              + licence(m)
              + (digest == null
                  ? ", no digest"
                  : ", " + digest.algorithm().key() + " " + digest.value().substring(0, 12) + "...")
              + ")"
              + (r.changed().contains(m.id()) ? ", changed in this copy" : ""));
      if (m.substitutes() != null) {
        line("    substituted: " + Printable.line(m.substitutes()));
      }
    }
  }

  private static String licence(Recipe.Material m) {
    return m.licence().equals("NOASSERTION") ? "licence not stated" : Printable.line(m.licence());
  }

  private void artefacts(RebuildReport r) {
    if (r.artefacts().isEmpty()) {
      return;
    }
    line("");
    List<ArtefactDiff> all = r.artefacts();
    if (all.size() > 1) {
      line(r.identical() + " of " + all.size() + " files identical");
    }
    List<ArtefactDiff> shown =
        all.size() == 1
            ? all
            : all.stream().filter(a -> !a.identicalFile()).limit(MOST_FILES).toList();
    shown.forEach(this::artefact);
    long left = all.stream().filter(a -> !a.identicalFile()).count() - shown.size();
    if (left > 0) {
      line("  ... and " + left + " more that are not the same file");
    }
  }

  private void artefact(ArtefactDiff a) {
    line("Published against rebuilt: " + Printable.line(a.path()));
    line("  sha256 " + a.published() + " published");
    line("  sha256 " + a.rebuilt() + " rebuilt");
    for (FieldDiff f : a.fields().subList(0, Math.min(MOST_FIELDS, a.fields().size()))) {
      line("  " + nature(f.nature()) + "  " + f.field() + ": " + f.detail());
    }
    if (a.fields().size() > MOST_FIELDS) {
      line("  ... and " + (a.fields().size() - MOST_FIELDS) + " more");
    }
    a.agreements().forEach(t -> line("  agrees    " + t));
    a.normalisers().forEach(n -> line("  read by   " + n));
    a.weights().forEach(w -> out.append(new DiffText(false).write(w)));
  }

  private static String nature(FieldDiff.Nature nature) {
    return switch (nature) {
      case CLOCK -> "clock   ";
      case METADATA -> "metadata";
      case VALUES -> "numbers ";
      case CONTENT -> "content ";
    };
  }

  private void variants(RebuildReport r) {
    if (r.variants().isEmpty()) {
      return;
    }
    line("");
    line("Honest rebuilds against the first");
    for (RebuildReport.Variant v : r.variants()) {
      String how =
          !v.failed().isEmpty()
              ? "did not run: " + Printable.line(v.failed())
              : v.same() ? "the same" : "other numbers, relative norm " + number(v.distance());
      line("  " + Printable.line(v.what()) + ": " + how);
    }
  }

  private void probe(RebuildReport r) {
    RebuildReport.Probed p = r.probe();
    if (p == null) {
      return;
    }
    line("");
    if (!p.failed().isEmpty()) {
      line("Probe: " + Printable.line(p.failed()));
      return;
    }
    line(
        String.format(
            Locale.ROOT,
            "Probe: %d of %d lines agree (%.2f %%)",
            p.agree(),
            p.lines(),
            p.lines() == 0 ? 0 : 100.0 * p.agree() / p.lines()));
    line(
        p.honest() < 0
            ? "  honest rebuilds that differ were not measured (--vary), so this decides nothing"
            : "  between honest rebuilds: " + p.honest());
    line("  baseline: " + Printable.line(p.baseline()));
  }

  private void recovery(RebuildReport r) {
    RebuildReport.Recovery s = r.recovery();
    if (s == null) {
      return;
    }
    line("");
    line("Search by distance to the published weights: " + s.tries().size() + " tries");
    for (RebuildReport.Recovery.Try t : s.tries()) {
      line("  " + Printable.line(t.values().toString()) + ": " + near(t));
    }
    line("  closest: " + Printable.line(s.found().toString()));
  }

  private static String near(RebuildReport.Recovery.Try t) {
    Nearness near = t.near();
    if (near.unlike() > 1) {
      return "gave nothing to compare";
    }
    String numbers =
        "relative norm " + number(near.norm()) + ", largest difference " + number(t.largest());
    if (Double.isFinite(near.distance())) {
      return numbers;
    }
    return near.unlike() > 0
        ? String.format(
            Locale.ROOT,
            "%.1f %% of what the numbers belong to stands on one side only",
            100 * near.unlike())
        : Double.isFinite(near.norm())
            ? numbers + ", and more than numbers differs"
            : "cannot be measured";
  }

  private void list(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      line("");
      line(title);
      lines.forEach(l -> line("  " + Printable.line(l)));
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
