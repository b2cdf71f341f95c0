package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Weights;
import dev.assay.testing.Gen;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A file that stops in the middle is never called whole, wherever it stops: a partial download
/// passes for a model otherwise.
class CutShortTest {
  private static final int PLACES = 50;
  private static final int LARGEST = 700_000;

  /// Formats whose bytes do not say where they end: lines of text, or records one after another of
  /// which each is complete. What is cut there is a shorter file of the same kind.
  private static final Set<String> ENDLESS =
      Set.of(
          "vocabulary",
          "spacy-config",
          "template",
          "tf-graphdef",
          "git-lfs-pointer",
          "word2vec-text",
          "nnue",
          "sphinx",
          "closed-archive",
          "tesseract",
          "darknet");

  @TestFactory
  Stream<DynamicTest> noFileThatIsCutIsWhole() throws IOException {
    Path samples = Shared.repository().resolve("assay-formats/src/test/resources/samples");
    Stream<DynamicTest> own = tests(samples);
    return Shared.here("fixtures/formats/gen")
        ? Stream.concat(own, tests(Shared.path("fixtures/formats")))
        : Stream.concat(
            own,
            Stream.of(
                DynamicTest.dynamicTest("fixtures", () -> Shared.path("fixtures/formats/gen"))));
  }

  private static Stream<DynamicTest> tests(Path root) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      List<Path> files =
          walk.filter(Files::isRegularFile)
              .filter(f -> f.toFile().length() > 64 && f.toFile().length() < LARGEST)
              .filter(f -> !f.toString().endsWith(".jsonl") && !f.toString().endsWith(".tsv"))
              .sorted()
              .toList();
      return files.stream()
          .map(f -> DynamicTest.dynamicTest(root.relativize(f).toString(), () -> cut(f)));
    }
  }

  private static void cut(Path file) throws IOException {
    byte[] good = Files.readAllBytes(file);
    String name = String.valueOf(file.getFileName());
    Weights whole = read(name, good);
    if (whole == null
        || whole.status() != Weights.Status.OK
        || ENDLESS.contains(whole.format())
        || stub(whole, good)) {
      return;
    }
    int required = required(whole.format(), good);
    Gen.forAll(
        1,
        good.length > 100_000 ? PLACES / 5 : PLACES,
        gen -> {
          int length = gen.between(0, required - 1);
          Weights w = read(name, Arrays.copyOf(good, length));
          if (w != null && w.format().equals(whole.format())) {
            assertThat(w.status())
                .as(whole.format() + " of " + good.length + " bytes, cut at " + length)
                .isNotEqualTo(Weights.Status.OK);
          }
        });
  }

  // What is behind a file's last number or word is filling: blanks, line ends, noughts. Eight bytes
  // more, because the last number may end in noughts of its own.
  private static int required(String format, byte[] good) {
    int end = good.length;
    if (format.equals("onnx")) {
      // Behind the graph and the first set of operators stand records that there may be.
      end = end * 9 / 10;
    } else if (format.equals("lightgbm")) {
      // The parameters are written by most programs, and not by all.
      end = new String(good, StandardCharsets.ISO_8859_1).indexOf("end of trees");
    }
    while (end > 0 && (good[end - 1] == 0 || good[end - 1] == '\n' || good[end - 1] == ' ')) {
      end--;
    }
    return Math.max(1, end - 8);
  }

  // Made by hand and without an end; or with tensors of a type whose size nobody knows.
  private static boolean stub(Weights w, byte[] bytes) {
    boolean sizeless =
        w.listing().stream().anyMatch(t -> t.bytes() < 0 && w.format().equals("gguf"));
    return sizeless
        || bytes.length < 256 && (w.format().equals("kaldi") || w.format().equals("coreml"))
        || w.format().equals("ggml-legacy") && w.parameters() == null
        || w.format().equals("gguf") && w.tensors() == 0;
  }

  private static @org.jspecify.annotations.Nullable Weights read(String name, byte[] bytes) {
    ByteSource source = ByteSource.of(bytes);
    FileEntry entry = FileEntry.file(name, bytes.length);
    return Formats.recognise(entry, source.head(Formats.HEAD), source)
        .map(f -> Formats.read(f, "cut", entry, source))
        .orElse(null);
  }
}
