package dev.assay.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether a text costs more than its length: lines of real files, each repeated until it fills a
/// file, and the same four times as long. What is linear costs four times as much, what looks at
/// each thing for each other sixteen times.
///
/// `Growth TREES [LINES [BYTES [SEED]]]`
public final class Growth {
  private static final Set<String> ENDINGS =
      Set.of(
          "md", "rst", "txt", "py", "ipynb", "sh", "yaml", "yml", "json", "toml", "cfg", "gin", "c",
          "cpp", "java", "rs", "jl", "r", "cu", "bib", "csv", "cff");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]{2,}");

  /// A longer line is no line of a person.
  private static final int LONGEST = 2_000;

  /// Less processor time than this, in milliseconds, says nothing of how it grows.
  private static final long TOO_LITTLE = 400;

  /// Four times as much is what four times the length costs; so much more is noise.
  private static final double LINEAR = 7;

  /// How a line fills a file.
  private enum Layout {
    LINES,
    NUMBERED,
    ONE_LINE
  }

  private record Line(String file, String text) {}

  private record Cost(Line line, Layout layout, long small, long large) {
    double growth() {
      return (double) large / Math.max(1, small);
    }
  }

  private Growth() {}

  /// Prints what grew more than its length, the dearest first; 1 where anything did.
  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      System.err.println("usage: bench/growth TREES [LINES [BYTES [SEED]]]");
      System.exit(2);
    }
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 100;
    int size = args.length > 2 ? Integer.parseInt(args[2]) : 300_000;
    long seed = args.length > 3 ? Long.parseLong(args[3]) : 1;
    List<Line> lines = lines(Path.of(args[0]), count, new Random(seed));
    Path folder = Files.createTempDirectory("growth");
    for (Line line : lines.subList(0, Math.min(5, lines.size()))) {
      measure(folder, line, Layout.LINES, size);
    }
    var costs = new ArrayList<Cost>();
    int runs = 0;
    for (Line line : lines) {
      for (Layout layout : Layout.values()) {
        runs++;
        long small = measure(folder, line, layout, size);
        if (small > TOO_LITTLE) {
          costs.add(new Cost(line, layout, small, measure(folder, line, layout, 4 * size)));
        }
      }
    }
    Files.delete(folder);
    costs.sort(Comparator.comparingDouble(Cost::growth).reversed());
    List<Cost> bad = costs.stream().filter(c -> c.growth() > LINEAR).toList();
    System.out.printf(
        "%d lines, %d files of %d bytes; %d took over %d ms and were read again four times as long;"
            + " %d of them grew by more than %.0f%n",
        lines.size(), runs, size, costs.size(), TOO_LITTLE, bad.size(), LINEAR);
    for (Cost c : costs.subList(0, Math.min(10, costs.size()))) {
      String text = c.line().text();
      System.out.printf(
          "%5.1f  %6d ms  %6d ms  %-8s %s: %s%n",
          c.growth(),
          c.small(),
          c.large(),
          c.layout().name().toLowerCase(Locale.ROOT),
          c.line().file(),
          text.substring(0, Math.min(90, text.length())));
    }
    System.exit(bad.isEmpty() ? 0 : 1);
  }

  /// Lines drawn by lot, each from a file drawn by lot.
  private static List<Line> lines(Path trees, int count, Random random) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(trees)) {
      files =
          new ArrayList<>(
              all.filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS))
                  .filter(p -> ENDINGS.contains(ending(p)))
                  .sorted()
                  .toList());
    }
    var lines = new ArrayList<Line>();
    for (int tries = 0; lines.size() < count && tries < 20 * count && !files.isEmpty(); tries++) {
      Path file = files.get(random.nextInt(files.size()));
      List<String> all =
          Files.readString(file, StandardCharsets.ISO_8859_1)
              .lines()
              .filter(l -> !l.isBlank() && l.length() < LONGEST)
              .toList();
      if (!all.isEmpty()) {
        String text = all.get(random.nextInt(all.size()));
        lines.add(new Line(file.getFileName().toString(), text));
      }
    }
    return lines;
  }

  private static String ending(Path path) {
    String name = path.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static long measure(Path folder, Line line, Layout layout, int size) throws IOException {
    Path file = folder.resolve(line.file());
    Files.writeString(file, filled(line, layout, size), StandardCharsets.ISO_8859_1);
    long from = processor();
    Trees.inspect(List.of(folder));
    long spent = processor() - from;
    Files.delete(file);
    return spent;
  }

  private static String filled(Line line, Layout layout, int size) {
    boolean document = line.file().endsWith(".md");
    var text = new StringBuilder(document ? "# Model\n\n" : "");
    Matcher name = NAME.matcher(line.text());
    int end = 0;
    while (name.find()) {
      end = name.end();
    }
    for (int n = 0; text.length() < size; n++) {
      switch (layout) {
        case LINES -> text.append(line.text()).append('\n');
        case NUMBERED ->
            text.append(line.text(), 0, end)
                .append(n)
                .append(line.text(), end, line.text().length())
                .append(document ? "\n\n" : "\n");
        case ONE_LINE -> text.append(line.text()).append(' ');
      }
    }
    return text.toString();
  }

  /// The processor time of this process, in milliseconds.
  private static long processor() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1_000_000;
  }
}
