package dev.assay.cli;

import dev.assay.engine.Assay;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.Malformed;
import dev.assay.io.ReadMeter;
import dev.assay.model.Assessment;
import dev.assay.model.Issue;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import dev.assay.weights.Diff;
import dev.assay.weights.DiffReport;
import dev.assay.weights.SameBytes;
import dev.assay.weights.TensorBytes;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay diff`: what changed between two releases, down to the numbers.
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description =
        "What changed between two releases: parts, licences, claims, and weights by tensor.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay diff model-1.0 model-1.1",
      "  assay diff old.safetensors new.safetensors --all",
      "  assay diff model-1.0 model-1.1 --format html > diff.html",
      "  assay diff model-f16.gguf model-q4_k.gguf",
      "",
      "Exit codes: 0 compared, 2 wrong use, 3 could not compare;",
      "with --exit-code, 1 when anything changed."
    })
final class DiffCommand implements Callable<Integer> {
  private static final List<String> FORMATS = List.of("text", "json", "html");

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "A", description = "The older release or weights file.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "B", description = "The newer release or weights file.")
  private String after = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json or html (default: text).")
  private String format = "text";

  @Option(names = "--all", description = "A line for every tensor.")
  private boolean all;

  @Option(
      names = "--values",
      description =
          "Measure block-quantised tensors of one type by their values too, not only count the"
              + " blocks that differ. Takes several times as long.")
  private boolean values;

  @Option(names = "--exit-code", description = "End with 1 when anything changed.")
  private boolean exitCode;

  @Option(names = "--offline", description = "Use no network, whatever is named.")
  private boolean offline;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress.")
  private boolean quiet;

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!FORMATS.contains(format)) {
      terminal.error(
          "no format is called '" + format + "'; there are " + String.join(", ", FORMATS));
      return Exit.WRONG_USE;
    }
    SourceOptions options = SourceOptions.ofProcess(offline);
    var meter = new ReadMeter();
    try (Opened a = Sources.open(List.of(before), options, meter);
        Opened b = Sources.open(List.of(after), options, meter)) {
      for (Opened side : List.of(a, b)) {
        for (Issue issue : side.issues()) {
          terminal.error(issue.path() + ": " + issue.message());
        }
        if (side.trees().isEmpty()) {
          return side.wrongUse() ? Exit.WRONG_USE : Exit.NOT_ASSESSED;
        }
      }
      Assessment was;
      Assessment is;
      try (var progress = new ProgressLine(terminal, quiet)) {
        was = Assay.inspect(a.trees(), meter, progress);
        is = Assay.inspect(b.trees(), meter, progress);
      }
      if (was.kind() == Assessment.Kind.NOTHING && is.kind() == Assessment.Kind.NOTHING) {
        terminal.error(
            "neither "
                + before
                + " nor "
                + after
                + " holds anything that Assay knows as a part of a model; nothing was compared");
        return Exit.NOT_ASSESSED;
      }
      DiffReport report;
      try (TensorBytes ta = TensorBytes.read(path -> open(a.trees(), before, path, meter));
          TensorBytes tb = TensorBytes.read(path -> open(b.trees(), after, path, meter))) {
        report =
            Diff.of(was, ta, is, tb, values, path -> changed(path, a.trees(), b.trees(), meter));
      }
      terminal
          .out()
          .print(
              switch (format) {
                case "json" -> report.json();
                case "html" -> report.html();
                default -> report.text(all);
              });
      return exitCode && !report.same() ? Exit.GATE_FAILED : Exit.DONE;
    }
  }

  /// Whether a file is not the same on both sides, as far as that is known without a network: by
  /// its size, and for what lies on this machine by its bytes.
  private boolean changed(String path, List<FileTree> was, List<FileTree> is, ReadMeter meter) {
    long old = size(was, path);
    long now = size(is, path);
    if (old < 0 || now < 0 || old != now) {
      return old >= 0 && now >= 0;
    }
    if (!Files.exists(Path.of(before)) || !Files.exists(Path.of(after))) {
      return false;
    }
    try (ByteSource a = open(was, before, path, meter);
        ByteSource b = open(is, after, path, meter)) {
      return !SameBytes.of(a, b);
    } catch (Malformed | UncheckedIOException e) {
      terminal.error(path + " cannot be compared: " + e.getMessage());
      return false;
    }
  }

  private static long size(List<FileTree> trees, String path) {
    return trees.stream()
        .flatMap(t -> t.files().stream())
        .filter(f -> f.path().equals(path) && f.kind() == FileEntry.Kind.FILE)
        .mapToLong(FileEntry::size)
        .findFirst()
        .orElse(-1);
  }

  /// A file of a local folder, or a local file itself, is read in place; one inside an archive or
  /// elsewhere is read through its tree.
  private static ByteSource open(
      List<FileTree> trees, String reference, String path, ReadMeter meter) {
    for (FileTree tree : trees) {
      Optional<FileEntry> entry =
          tree.files().stream()
              .filter(f -> f.path().equals(path) && f.kind() == FileEntry.Kind.FILE)
              .findFirst();
      if (entry.isPresent()) {
        Path local = local(tree, reference, path);
        return local != null ? ByteSource.of(local, meter) : tree.open(entry.get());
      }
    }
    throw new UncheckedIOException(new java.io.FileNotFoundException(path));
  }

  private static @org.jspecify.annotations.Nullable Path local(
      FileTree tree, String reference, String path) {
    Path named = Path.of(reference);
    return switch (tree.info().kind()) {
      case "folder", "git checkout" ->
          Files.isRegularFile(named.resolve(path)) ? named.resolve(path) : null;
      case "file" -> Files.isRegularFile(named) ? named : null;
      default -> null;
    };
  }
}
