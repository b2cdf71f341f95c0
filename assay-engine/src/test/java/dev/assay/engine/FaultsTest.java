package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.model.Assessment;
import dev.assay.model.Component;
import dev.assay.model.Issue;
import dev.assay.model.SourceInfo;
import dev.assay.model.State;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
}
