package dev.assay.text;

import dev.assay.io.FileEntry;
import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Finding;
import dev.assay.model.Mention;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Measures this module against the labelled releases, for people at work on its rules: `Agreement
/// TREES LABELS.csv [tune|held|all|ID]`. The releases are split in two by their owner, so that
/// rules can be worked on with one half and measured on the other.
final class Agreement {
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private Agreement() {}

  public static void main(String[] args) throws IOException {
    Path trees = Path.of(args[0]);
    String show = args.length > 2 ? args[2] : "tune";
    Map<String, Table> tables = new TreeMap<>();
    for (Map<String, String> label : csv(Files.readString(Path.of(args[1])))) {
      String id = label.getOrDefault("id", "");
      String repos = label.getOrDefault("repos", "");
      boolean held = held(repos);
      if (!show.equals("all") && !show.equals("tune") && !show.equals("held") && !show.equals(id)) {
        continue;
      }
      DocumentJudge.Result result = inspect(trees, repos, show.equals(id));
      String half = held ? "held" : "tune";
      boolean print = show.equals("all") || show.equals(half) || show.equals(id);
      compare(
          tables,
          half,
          id,
          "training_data",
          Component.TRAINING_DATA,
          label,
          result,
          print,
          show.equals(id));
      compare(tables, half, id, "model_card", Component.MODEL_CARD, label, result, print, false);
      paper(tables, half, id, label, result, print);
    }
    tables.forEach((name, table) -> System.out.println(name + ": " + table));
  }

  /// Which half a release is in, by the owner of its first repository.
  private static boolean held(String repos) {
    String owner = repos.substring(0, repos.indexOf('/'));
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(owner.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return crc.getValue() % 2 == 1;
  }

  private static DocumentJudge.Result inspect(Path trees, String repos, boolean verbose)
      throws IOException {
    List<Document> documents = new ArrayList<>();
    List<FileEntry> listing = new ArrayList<>();
    for (String repo : repos.split("\\+")) {
      Path root = trees.resolve(repo.replace('/', '+'));
      if (!Files.isDirectory(root)) {
        System.out.println("no tree for " + repo);
        continue;
      }
      try (Stream<Path> paths = Files.walk(root)) {
        for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
          String name = root.relativize(path).toString();
          if (name.startsWith(".git/")) {
            continue;
          }
          FileEntry entry = FileEntry.file(name, Files.size(path));
          listing.add(entry);
          if (DocumentReader.wants(entry)) {
            byte[] bytes;
            try (InputStream in = Files.newInputStream(path)) {
              bytes = in.readNBytes(MOST_BYTES);
            }
            DocumentReader.read(TextFile.of(repo, name, bytes, bytes.length == entry.size()))
                .ifPresent(document -> {
                  documents.add(document);
                  if (verbose) {
                    for (Passage p : document.passages()) {
                      System.out.println(
                          "  passage: "
                              + p.weight()
                              + " "
                              + p.stage()
                              + " "
                              + p.form()
                              + " "
                              + p.evidence().place()
                              + " "
                              + cut(p.text()));
                    }
                  }
                });
          }
        }
      }
    }
    return DocumentJudge.judge(documents, listing);
  }

  private static void compare(
      Map<String, Table> tables,
      String half,
      String id,
      String column,
      Component component,
      Map<String, String> label,
      DocumentJudge.Result result,
      boolean print,
      boolean verbose) {
    String want = label.getOrDefault(column, "");
    if (want.isEmpty()) {
      return;
    }
    Finding finding =
        result.findings().stream()
            .filter(f -> f.component() == component)
            .findFirst()
            .orElseThrow();
    String wanted = coarse(want);
    String got =
        switch (finding.state()) {
          case PRESENT, LINKED -> "available";
          case DESCRIBED, PROMISED -> "described";
          case ABSENT, UNDECIDABLE -> finding.qualifiers().isEmpty() ? "absent" : "described";
        };
    if (component == Component.MODEL_CARD) {
      wanted = want.startsWith("present") ? "available" : "absent";
      got = finding.state() == dev.assay.model.State.PRESENT ? "available" : "absent";
    }
    boolean sure = !label.getOrDefault("uncertain", "").contains(column);
    tables.computeIfAbsent(column + " " + half, k -> new Table()).add(wanted, got);
    if (sure) {
      tables
          .computeIfAbsent(column + " " + half + " (certain labels)", k -> new Table())
          .add(wanted, got);
    }
    if (print && (!wanted.equals(got) || verbose)) {
      System.out.printf(
          "%s %s: label %s (%s%s), here %s%n    %s %s%n    note: %s%n",
          column,
          id,
          want,
          label.getOrDefault("training_data_form", ""),
          sure ? "" : ", uncertain",
          finding.state(),
          finding.qualifiers(),
          finding.summary(),
          label.getOrDefault("note", ""));
      finding.evidence().stream()
          .limit(4)
          .forEach(e -> System.out.println("      " + e.place() + "  " + cut(e.quote())));
    }
    if (verbose) {
      for (DataSet set : result.data()) {
        System.out.println(
            "  data: "
                + set.stage()
                + " "
                + set.form()
                + " "
                + set.name()
                + " "
                + set.link()
                + " "
                + set.qualifiers()
                + " "
                + set.size()
                + " <- "
                + set.evidence().getFirst().place()
                + " "
                + cut(set.evidence().getFirst().quote()));
      }
      for (Mention m : result.mentions()) {
        System.out.println(
            "  mention: "
                + m.component()
                + " "
                + m.state()
                + " "
                + m.qualifiers()
                + " "
                + m.link()
                + " "
                + m.date()
                + " <- "
                + m.evidence().place());
      }
      result
          .claims()
          .forEach(c ->
              System.out.println(
                  "  claim: " + c.kind() + " " + c.statement() + " <- " + c.made().place()));
      result
          .findings()
          .forEach(f ->
              System.out.println(
                  "  finding: "
                      + f.component()
                      + " "
                      + f.state()
                      + " "
                      + f.qualifiers()
                      + " "
                      + f.summary()));
    }
  }

  private static void paper(
      Map<String, Table> tables,
      String half,
      String id,
      Map<String, String> label,
      DocumentJudge.Result result,
      boolean print) {
    String want = label.getOrDefault("paper", "");
    if (want.isEmpty()) {
      return;
    }
    boolean got =
        result.findings().stream()
            .filter(f ->
                f.component() == Component.RESEARCH_PAPER
                    || f.component() == Component.TECHNICAL_REPORT)
            .anyMatch(f ->
                f.state() == dev.assay.model.State.PRESENT
                    || f.state() == dev.assay.model.State.LINKED);
    String here = got ? "available" : "absent";
    tables.computeIfAbsent("paper " + half, k -> new Table()).add(coarse(want), here);
    if (print && !coarse(want).equals(here)) {
      System.out.println("paper " + id + ": label " + want + ", here " + here);
      result.findings().stream()
          .filter(f ->
              f.component() == Component.RESEARCH_PAPER
                  || f.component() == Component.TECHNICAL_REPORT)
          .forEach(f ->
              System.out.println(
                  "      "
                      + f.state()
                      + " "
                      + f.summary()
                      + " "
                      + f.evidence().stream().limit(2).map(e -> e.place()).toList()));
    }
  }

  private static String coarse(String label) {
    return label.startsWith("present") || label.equals("linked")
        ? "available"
        : label.startsWith("described") ? "described" : "absent";
  }

  private static String cut(String quote) {
    String line = quote.replace('\n', ' ');
    return line.length() > 200 ? line.substring(0, 200) : line;
  }

  private static final class Table {
    private final Map<String, Integer> cells = new TreeMap<>();
    private int right;
    private int all;

    void add(String wanted, String got) {
      cells.merge(wanted + "->" + got, 1, Integer::sum);
      right += wanted.equals(got) ? 1 : 0;
      all++;
    }

    @Override
    public String toString() {
      return right + " of " + all + " = " + Math.round(100.0 * right / all) + " %  " + cells;
    }
  }

  private static List<Map<String, String>> csv(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else if (c == '"') {
          quoted = false;
        } else {
          cell.append(c);
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',' || c == '\n') {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    List<Map<String, String>> maps = new ArrayList<>();
    for (List<String> r : rows.subList(1, rows.size())) {
      Map<String, String> map = new LinkedHashMap<>();
      for (int i = 0; i < r.size(); i++) {
        map.put(rows.getFirst().get(i), r.get(i));
      }
      maps.add(map);
    }
    return maps;
  }
}
