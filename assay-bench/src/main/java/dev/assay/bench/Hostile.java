package dev.assay.bench;

import dev.assay.formats.Formats;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.ReadMeter;
import dev.assay.model.Note;
import dev.assay.model.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Assay against the collections of hostile model files that public scanners keep: what is flagged,
/// what is not, and where that differs from the label of the collection.
///
/// `Hostile LABELS.tsv FOLDER...`; a label is a pattern of paths, a word (hostile, benign) and
/// where the word comes from. The first pattern that fits counts. Files that no pattern fits are
/// listed when they are flagged.
public final class Hostile {
  private record Label(Pattern path, String word, String source) {}

  /// What Assay says of a file.
  ///
  /// @param seen whether any format recognises it
  /// @param flagged whether a danger is named
  /// @param what the first danger, or the status
  private record Verdict(boolean seen, boolean flagged, String what) {}

  private Hostile() {}

  /// Prints the table and the differences; 1 when a file labelled hostile is not flagged.
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      System.err.println("usage: bench/hostile FOLDER...");
      System.exit(2);
    }
    List<Label> labels = labels(Path.of(args[0]));
    int missed = 0;
    for (int i = 1; i < args.length; i++) {
      missed += collection(Path.of(args[i]), labels);
    }
    System.exit(missed > 0 ? 1 : 0);
  }

  private static List<Label> labels(Path file) throws IOException {
    var labels = new ArrayList<Label>();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split("\t", 3);
      if (parts.length == 3 && !line.startsWith("#")) {
        labels.add(new Label(Pattern.compile(parts[0]), parts[1], parts[2]));
      }
    }
    return labels;
  }

  private static int collection(Path folder, List<Label> labels) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    var counts = new TreeMap<String, int[]>();
    var differences = new ArrayList<String>();
    int missed = 0;
    for (Path file : files) {
      String path = folder.relativize(file).toString();
      Optional<Label> label =
          labels.stream().filter(l -> l.path().matcher(path).find()).findFirst();
      Verdict v = verdict(file);
      String word = label.map(Label::word).orElse(v.flagged() ? "unlabelled" : "");
      if (word.isEmpty() || word.equals("skip")) {
        continue;
      }
      counts.computeIfAbsent(word, k -> new int[2])[v.flagged() ? 0 : 1]++;
      boolean differs =
          word.equals("hostile") && !v.flagged()
              || word.equals("benign") && v.flagged()
              || word.equals("argued");
      if (differs || word.equals("unlabelled")) {
        String why = label.map(Label::source).orElse("");
        differences.add(
            String.format(
                Locale.ROOT,
                "  %-11s %-11s %s: %s%s",
                word,
                v.flagged() ? "flagged" : v.seen() ? "not flagged" : "not a model",
                path,
                v.what(),
                why.isEmpty() ? "" : " [" + why + "]"));
      }
      missed += word.equals("hostile") && !v.flagged() ? 1 : 0;
    }
    System.out.println(folder);
    counts.forEach((word, n) ->
        System.out.printf(Locale.ROOT, "  %-11s %4d flagged %4d not flagged%n", word, n[0], n[1]));
    differences.forEach(System.out::println);
    return missed;
  }

  private static Verdict verdict(Path file) {
    try (ByteSource bytes = ByteSource.of(file, new ReadMeter())) {
      FileEntry entry = FileEntry.file(String.valueOf(file.getFileName()), bytes.size());
      Optional<WeightsFormat> format = Formats.recognise(entry, bytes.head(Formats.HEAD), bytes);
      if (format.isEmpty()) {
        return new Verdict(false, false, "no format of weights");
      }
      Weights w = Formats.read(format.get(), "hostile", entry, bytes);
      List<String> dangers =
          w.dangers().stream().filter(n -> n.kind() == Note.Kind.DANGER).map(Note::text).toList();
      String status = w.status() + (w.reason().isEmpty() ? "" : ", " + w.reason());
      return new Verdict(true, !dangers.isEmpty(), dangers.isEmpty() ? status : dangers.getFirst());
    }
  }
}
