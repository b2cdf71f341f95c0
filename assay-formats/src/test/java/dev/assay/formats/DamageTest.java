package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.testing.Gen;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every reader on damaged copies of good files: whatever the bytes are, there is a value, and
/// memory stays within the limit of the formats page.
class DamageTest {
  private static final long MEMORY = 64L * 1024 * 1024;
  private static final int LARGEST = 700_000;
  private static final int CASES = 60;

  @TestFactory
  Stream<DynamicTest> damagedFixturesAreValuesAndCostLittle() throws IOException {
    if (!Shared.here("fixtures/formats/gen")) {
      return Stream.of(
          DynamicTest.dynamicTest("fixtures", () -> Shared.path("fixtures/formats/gen")));
    }
    Path root = Shared.path("fixtures/formats");
    List<Path> files;
    try (var walk = Files.walk(root)) {
      files =
          walk.filter(Files::isRegularFile)
              .filter(f -> f.toFile().length() > 0 && f.toFile().length() < LARGEST)
              .filter(f -> !f.toString().endsWith(".jsonl") && !f.toString().endsWith(".tsv"))
              .sorted()
              .toList();
    }
    return files.stream()
        .map(f -> DynamicTest.dynamicTest(root.relativize(f).toString(), () -> damage(f)));
  }

  private static void damage(Path file) throws IOException {
    byte[] good = Files.readAllBytes(file);
    String name = String.valueOf(file.getFileName());
    int cases = good.length > 100_000 ? CASES / 6 : CASES;
    Gen.forAll(
        1,
        cases,
        gen -> {
          byte[] bad = gen.damage(good, gen.pick(List.of(1, 3, 20)));
          read(name, bad);
        });
  }

  private static void read(String name, byte[] bytes) {
    ByteSource source = ByteSource.of(bytes);
    FileEntry entry = FileEntry.file(name, bytes.length);
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Formats.recognise(entry, source.head(Formats.HEAD), source)
        .ifPresent(f -> {
          var w = Formats.read(f, "damaged", entry, source);
          assertThat(w.reason().isEmpty())
              .as("a reason for " + w.status())
              .isEqualTo(w.status() == dev.assay.model.Weights.Status.OK);
        });
    assertThat(threads.getCurrentThreadAllocatedBytes() - before)
        .as("bytes allocated")
        .isLessThan(MEMORY);
  }
}
