package dev.assay.bench;

import dev.assay.engine.Assay;
import dev.assay.engine.Progress;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.model.Assessment;
import dev.assay.model.Issue;
import dev.assay.model.SourceInfo;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks for faults where real releases are not quite as they should be: folders drawn by lot, of
/// each the READMEs and some other small texts, each changed in some places (a link loses its
/// words, a cell its text, a line its end) and inspected as a release. Whatever is thrown, or
/// reported as a fault of Assay, is printed once with the seed that makes it again.
///
/// `Mutations TREES [SECONDS [SEED [KEEP]]]`; KEEP is a folder that is given the first case of each
/// fault.
public final class Mutations {
  private static final int MOST_FILES = 8;
  private static final int LONGEST = 60_000;
  private static final int MOST_CHANGES = 40;
  private static final int DEEPEST = 4;
  private static final int MOST_LISTED = 3_000;

  /// What stands where nobody expects it.
  private static final List<String> ODD =
      List.of(
          "[]()",
          "``",
          "**",
          "| |",
          " — ",
          "\u00a0",
          "「」",
          "http://",
          "https://huggingface.co/",
          "`",
          "<a>",
          "</a>",
          "$",
          "\\",
          "\ufeff",
          "\t",
          "(",
          ")",
          "\"",
          "'",
          "#",
          "- ",
          "--",
          "1.",
          "...",
          "\ud83d\ude00",
          "\ud800",
          "\0",
          "%",
          "&amp;",
          "=",
          "{",
          "}",
          ":",
          "/",
          "@");

  private final List<Path> folders;
  private final Map<String, Long> faults = new TreeMap<>();
  private final PrintStream out;

  private Mutations(List<Path> folders, PrintStream out) {
    this.folders = folders;
    this.out = out;
  }

  /// Ends with 1 where a fault was found.
  public static void main(String[] args) throws IOException {
    LogManager.getLogManager().reset();
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    long seconds = args.length > 1 ? Long.parseLong(args[1]) : 60;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    var found = new Mutations(folders(Path.of(args[0])), out);
    long until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    long cases = 0;
    do {
      found.look(seed + cases, args.length > 3 ? Path.of(args[3]) : null);
      cases++;
    } while (System.nanoTime() < until);
    out.printf(Locale.ROOT, "%d releases, %d faults%n", cases, found.faults.size());
    if (!found.faults.isEmpty()) {
      System.exit(1);
    }
  }

  private static List<Path> folders(Path trees) throws IOException {
    try (Stream<Path> all = Files.list(trees)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }

  /// One case: the same seed is the same case over the same folders.
  private void look(long seed, @Nullable Path keep) throws IOException {
    var random = new Random(seed);
    Path folder = folders.get(random.nextInt(folders.size()));
    Map<String, byte[]> files = changed(folder, random);
    String fault = faultOf(files);
    if (!fault.isEmpty() && faults.putIfAbsent(fault, seed) == null) {
      out.println("seed " + seed + " " + folder.getFileName() + ": " + fault);
      if (keep != null) {
        keep(files, keep.resolve(String.valueOf(seed)));
      }
    }
  }

  private static void keep(Map<String, byte[]> files, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path to = folder.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(to.getParent()));
      Files.write(to, file.getValue());
    }
  }

  private static Map<String, byte[]> changed(Path folder, Random random) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
      all = new ArrayList<>(walk.filter(Files::isRegularFile).sorted().limit(MOST_LISTED).toList());
    }
    Collections.shuffle(all, random);
    all.sort((a, b) -> Boolean.compare(isReadme(b), isReadme(a)));
    Map<String, byte[]> files = new TreeMap<>();
    for (Path file : all) {
      if (files.size() < MOST_FILES && Files.size(file) <= LONGEST) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        files.put(
            folder.relativize(file).toString(),
            changed(text, random).getBytes(StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private static boolean isReadme(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).startsWith("readme");
  }

  /// The text with some changes.
  static String changed(String text, Random random) {
    var b = new StringBuilder(text);
    int changes = 1 + random.nextInt(MOST_CHANGES);
    for (int n = 0; n < changes && b.length() > 1; n++) {
      int at = random.nextInt(b.length());
      switch (random.nextInt(13)) {
        case 0 -> empty(b, "[", "]", at);
        case 1 -> empty(b, "(", ")", at);
        case 2 -> empty(b, "|", "|", at);
        case 3 -> empty(b, "\"", "\"", at);
        case 4 -> empty(b, "\n", "\n", at);
        case 5 -> empty(b, " ", " ", at);
        case 6 -> b.delete(at, Math.min(b.length(), at + random.nextInt(40)));
        case 7 -> b.insert(at, ODD.get(random.nextInt(ODD.size())));
        case 8 -> b.insert(at, '\n');
        case 9 -> {
          int end = Math.min(b.length(), at + random.nextInt(60));
          b.insert(random.nextInt(b.length()), b.substring(at, end));
        }
        case 10 -> b.setCharAt(at, (char) random.nextInt(random.nextInt(3) == 0 ? 65_536 : 127));
        case 11 -> {
          int line = b.indexOf("\n", at);
          b.deleteCharAt(line < 0 ? at : line);
        }
        default -> b.setLength(random.nextInt(8) == 0 ? at : b.length());
      }
    }
    return b.toString();
  }

  /// Takes out what stands between two marks.
  private static void empty(StringBuilder b, String open, String close, int at) {
    int from = b.indexOf(open, at);
    int to = from < 0 ? -1 : b.indexOf(close, from + 1);
    if (to > 0) {
      b.delete(from + 1, to);
    }
  }

  /// The fault that inspecting these files shows, or the empty string.
  static String faultOf(Map<String, byte[]> files) {
    try {
      Assessment seen = Assay.inspect(List.of(new Held(files)), new ReadMeter(), Progress.silent());
      return seen.issues().stream()
          .map(Issue::message)
          .filter(m -> m.contains("a fault in Assay"))
          .findFirst()
          .orElse("");
    } catch (RuntimeException e) {
      return "thrown: " + e.getClass().getSimpleName() + " at " + e.getStackTrace()[0];
    }
  }

  /// Files in memory as a source.
  private record Held(Map<String, byte[]> content) implements FileTree {
    @Override
    public SourceInfo info() {
      long bytes = content.values().stream().mapToLong(b -> b.length).sum();
      return new SourceInfo("held", "folder", "held", null, null, content.size(), bytes, List.of());
    }

    @Override
    public List<FileEntry> files() {
      return content.entrySet().stream()
          .map(e ->
              new FileEntry(
                  "held", e.getKey(), e.getValue().length, FileEntry.Kind.FILE, null, null))
          .toList();
    }

    @Override
    public List<Issue> issues() {
      return List.of();
    }

    @Override
    public ByteSource open(FileEntry file) {
      byte[] bytes = content.get(file.path());
      if (bytes == null) {
        throw new UncheckedIOException(new IOException("not here"));
      }
      return ByteSource.of(bytes);
    }

    @Override
    public void close() {}
  }
}
