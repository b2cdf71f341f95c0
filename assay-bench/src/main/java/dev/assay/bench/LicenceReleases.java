package dev.assay.bench;

import dev.assay.model.Assessment;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceOf;
import dev.assay.model.LicenceStatement;
import dev.assay.model.State;
import dev.assay.model.Subject;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Licences of whole releases against people: whether the weights are free, limited or cannot be
/// decided, and whether the code is free, for each labelled release; and apart, the releases whose
/// code is free and whose weights are not. It fetches nothing.
public final class LicenceReleases {
  private static final Set<String> FREE = Set.of("open", "copyleft");

  private static final Set<String> LIMITED =
      Set.of(
          "rail",
          "rail-gated",
          "noncommercial",
          "llama-community",
          "gated-community",
          "use-restricted",
          "mixed-restricted",
          "apple-custom",
          "commercial-limited",
          "registration",
          "custom",
          "application");

  private static final List<Component> CODE =
      List.of(
          Component.INFERENCE_CODE,
          Component.ARCHITECTURE,
          Component.TRAINING_CODE,
          Component.FINE_TUNING_CODE,
          Component.EVALUATION_CODE,
          Component.DATA_PROCESSING_CODE);

  /// One verdict beside its label.
  private enum Outcome {
    AGREES,
    /// We cannot decide what the label decides.
    UNDECIDED,
    DISAGREES,
    NOT_LABELLED
  }

  private final Map<String, String> corrections = new HashMap<>();
  private final Map<String, Map<Outcome, Integer>> counts = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();
  private final List<String> mixed = new ArrayList<>();

  private LicenceReleases() {}

  /// `TREES_DIR LABELS.csv... [--corrections FILE]`, as for {@link Agreement}.
  public static void main(String[] args) throws IOException {
    Path trees = Path.of(args[0]);
    var bench = new LicenceReleases();
    List<Map<String, String>> labels = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      if (args[i].equals("--corrections")) {
        for (Map<String, String> row : Csv.read(Path.of(args[++i]))) {
          bench.corrections.put(
              row.getOrDefault("case", "") + "/" + row.getOrDefault("column", ""),
              row.getOrDefault("now", ""));
        }
      } else {
        labels.addAll(Csv.read(Path.of(args[i])));
      }
    }
    int inspected = 0;
    for (Map<String, String> row : labels) {
      List<Path> roots = new ArrayList<>();
      for (String repository : row.getOrDefault("repos", "").split("\\+")) {
        roots.add(trees.resolve(repository.replace('/', '+')));
      }
      if (roots.stream().allMatch(Files::isDirectory)) {
        bench.compare(row, Trees.inspect(roots));
        inspected++;
      }
    }
    try (var out = new PrintWriter(new PrintStream(System.out, false, StandardCharsets.UTF_8))) {
      out.printf("%d of %d labelled releases inspected.%n", inspected, labels.size());
      bench.print(out);
    }
  }

  private void compare(Map<String, String> row, Assessment assessment) {
    String id = row.getOrDefault("id", "");
    String terms = row.getOrDefault("weights_terms", "");
    Finding weights = assessment.finding(Component.WEIGHTS);
    LicenceOf ours = weights.licence();
    String now = corrections.getOrDefault(id + "/weights_terms", terms);
    Outcome byLabel = weights(terms, weights);
    Outcome outcome = weights(now, weights);
    count("weights", byLabel);
    count("weights, corrected", outcome);
    LicenceOf code = code(assessment);
    if (code.status() == LicenceOf.Status.NONE) {
      code = said(assessment);
    }
    String codeLabel = row.getOrDefault("code_licence", "");
    String codeNow = corrections.getOrDefault(id + "/code_licence", codeLabel);
    count("code", code(codeLabel, code));
    Outcome codeOutcome = code(codeNow, code);
    count("code, corrected", codeOutcome);
    String line =
        String.format(
            Locale.ROOT,
            "%-18s weights %-10s label %s (%s)%s; Assay %s, %s, %s %s%n%-18s code    %-10s label %s; Assay %s, %s, %s",
            id,
            outcome,
            terms,
            row.getOrDefault("weights_licence", ""),
            now.equals(terms) ? "" : " corrected to " + now,
            weights.state().title(),
            ours.status().title(),
            ours.expression(),
            ours.freedom(),
            "",
            codeOutcome,
            codeLabel,
            code.status().title(),
            code.expression(),
            code.freedom());
    lines.add(line);
    if (free(codeLabel) && LIMITED.contains(terms)
        || free(codeLabel)
            && terms.equals("unstated")
            && row.getOrDefault("spectrum_class", "").startsWith("D")) {
      boolean right =
          code.freedom() == Freedom.FREE
              && (outcome == Outcome.AGREES
                  || terms.equals("unstated") && ours.freedom() != Freedom.FREE);
      mixed.add(
          (right ? "right  " : "WRONG  ")
              + id
              + ": code "
              + code.freedom()
              + ", weights "
              + ours.freedom());
    }
  }

  private static Outcome weights(String label, Finding f) {
    Freedom freedom = f.licence().freedom();
    if (label.equals("unstated")) {
      return freedom == Freedom.UNKNOWN ? Outcome.AGREES : Outcome.DISAGREES;
    }
    boolean wantsFree = FREE.contains(label);
    if (!wantsFree && !LIMITED.contains(label)) {
      return Outcome.NOT_LABELLED;
    }
    if (f.state() == State.ABSENT || freedom == Freedom.UNKNOWN) {
      return Outcome.UNDECIDED;
    }
    return (freedom == Freedom.FREE) == wantsFree ? Outcome.AGREES : Outcome.DISAGREES;
  }

  /// The licence of the first part of the code that has one.
  private static LicenceOf code(Assessment a) {
    for (Component component : CODE) {
      LicenceOf licence = a.finding(component).licence();
      if (licence.status() != LicenceOf.Status.NONE) {
        return licence;
      }
    }
    return LicenceOf.NONE;
  }

  /// Where no code was found: the licence text that says it is for code.
  private static LicenceOf said(Assessment a) {
    return a.licences().stream()
        .filter(s -> s.basis() == LicenceStatement.Basis.TEXT)
        .filter(s -> s.covers().contains(Subject.CODE) || s.covers().contains(Subject.EVERYTHING))
        .findFirst()
        .map(s ->
            new LicenceOf(
                LicenceOf.Status.FOUND, s.expression(), s.freedom(), "", List.of(s.evidence())))
        .orElse(LicenceOf.NONE);
  }

  private static boolean free(String label) {
    String l = label.toLowerCase(Locale.ROOT);
    return l.startsWith("apache")
        || l.startsWith("mit")
        || l.startsWith("bsd")
        || l.contains("gpl");
  }

  private static Outcome code(String label, LicenceOf ours) {
    if (label.isEmpty() || label.equals("mixed")) {
      return Outcome.NOT_LABELLED;
    }
    String said = plain(ours.expression());
    if (label.startsWith("none")) {
      return ours.status() == LicenceOf.Status.NONE ? Outcome.AGREES : Outcome.DISAGREES;
    }
    for (String part : label.split("[+/(),]| and ")) {
      String want = plain(part);
      if (!want.isEmpty() && (said.contains(want) || want.contains(said) && !said.isEmpty())) {
        return Outcome.AGREES;
      }
    }
    return ours.status() == LicenceOf.Status.NONE || ours.freedom() == Freedom.UNKNOWN
        ? Outcome.UNDECIDED
        : Outcome.DISAGREES;
  }

  private static String plain(String licence) {
    return licence
        .toLowerCase(Locale.ROOT)
        .replace("licenseref-", "")
        .replace("scancode-", "")
        .replaceAll("community|license|custom", "")
        .replaceAll("[^a-z0-9]", "");
  }

  private void count(String column, Outcome outcome) {
    counts.computeIfAbsent(column, k -> new LinkedHashMap<>()).merge(outcome, 1, Integer::sum);
  }

  private void print(PrintWriter out) {
    counts.forEach((column, c) -> {
      out.printf("%-20s", column);
      for (Outcome o : Outcome.values()) {
        out.printf(
            " %s %d", o.name().toLowerCase(Locale.ROOT).replace('_', ' '), c.getOrDefault(o, 0));
      }
      out.println();
    });
    long right = mixed.stream().filter(m -> m.startsWith("right")).count();
    out.printf("%nFree code, weights that are not: %d of %d right.%n", right, mixed.size());
    mixed.forEach(m -> out.println("  " + m));
    out.println();
    lines.forEach(out::println);
  }
}
