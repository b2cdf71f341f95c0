package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.code.CodeFile;
import dev.assay.code.CodeReader;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.io.TextFile;
import dev.assay.model.Assessment;
import dev.assay.model.Component;
import dev.assay.model.Issue;
import dev.assay.model.SourceInfo;
import dev.assay.model.State;
import dev.assay.text.Document;
import dev.assay.text.DocumentReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultsTest {
  /// Two documents, one of which makes whoever reads it fail as a bug would.
  private record Faulty() implements FileTree {
    private static final String TEXT =
        "# Wren\n\nThe weights are on https://huggingface.co/lab/wren\n";

    @Override
    public SourceInfo info() {
      return new SourceInfo("s", "folder", "x", null, null, 2, 2 * TEXT.length(), List.of());
    }

    @Override
    public List<FileEntry> files() {
      return List.of(entry("NEWS.md"), entry("README.md"));
    }

    private static FileEntry entry(String path) {
      return new FileEntry("s", path, TEXT.length(), FileEntry.Kind.FILE, null, null);
    }

    @Override
    public List<Issue> issues() {
      return List.of();
    }

    @Override
    public ByteSource open(FileEntry file) {
      byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
      return new ByteSource() {
        @Override
        public long size() {
          return bytes.length;
        }

        @Override
        public void read(long offset, ByteBuffer into) {
          if (file.path().equals("NEWS.md")) {
            throw new IndexOutOfBoundsException("Index 0 out of bounds for length 0");
          }
          into.put(bytes, (int) offset, into.remaining());
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public void close() {}
  }

  @Test
  void aFaultOfOursCostsTheFileAndNotTheRun() {
    Assessment seen = Assay.inspect(List.of(new Faulty()), new ReadMeter(), Progress.silent());
    assertThat(seen.issues())
        .filteredOn(i -> i.path().equals("NEWS.md"))
        .singleElement()
        .satisfies(i -> {
          assertThat(i.message())
              .startsWith("could not be read: a fault in Assay, which should be reported: ")
              .contains("IndexOutOfBoundsException at ")
              .doesNotContain("length 0");
          assertThat(i.severity()).isEqualTo(Issue.Severity.WARNING);
        });
    assertThat(seen.finding(Component.WEIGHTS).state()).isEqualTo(State.LINKED);
  }

  private static Facts facts() {
    Document readme =
        DocumentReader.read(
                TextFile.of("s", "README.md", Faulty.TEXT.getBytes(StandardCharsets.UTF_8), true))
            .orElseThrow();
    CodeFile code =
        CodeReader.read(
                TextFile.of("s", "a.py", "import a\n".getBytes(StandardCharsets.UTF_8), true))
            .orElseThrow();
    return new Facts(
        List.of(new Faulty().info()),
        List.of(),
        Set.of(),
        List.of(),
        List.of(code),
        List.of(readme),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Assessment anything() {
    return Assay.inspect(List.of(new Faulty()), new ReadMeter(), Progress.silent());
  }

  @Test
  void whereJudgingTheDocumentsFailsTheRestIsJudgedAndTheLossIsTold() {
    List<Facts> asked = new ArrayList<>();
    Faults.judged(
        facts(),
        f -> {
          asked.add(f);
          if (!f.documents().isEmpty()) {
            throw new IllegalStateException("words of the release");
          }
          return anything();
        });
    assertThat(asked).hasSize(2);
    Facts less = asked.getLast();
    assertThat(less.code()).hasSize(1);
    assertThat(less.sources().getFirst().partial())
        .singleElement()
        .asString()
        .contains("the documents could not be judged", "IllegalStateException")
        .doesNotContain("words of");
    assertThat(less.issues()).extracting(Issue::severity).containsExactly(Issue.Severity.ERROR);
  }

  @Test
  void whereJudgingTheCodeFailsTheDocumentsAreJudged() {
    List<Facts> asked = new ArrayList<>();
    Faults.judged(
        facts(),
        f -> {
          asked.add(f);
          if (!f.code().isEmpty()) {
            throw new IllegalStateException();
          }
          return anything();
        });
    assertThat(asked.getLast().documents()).hasSize(1);
    assertThat(asked.getLast().code()).isEmpty();
  }

  @Test
  void aFaultInAllOfItIsThrown() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            Faults.judged(
                facts(),
                f -> {
                  throw new IllegalStateException("first " + f.code().size());
                }))
        .withMessage("first 1");
  }
}
