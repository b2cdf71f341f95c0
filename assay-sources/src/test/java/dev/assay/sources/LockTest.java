package dev.assay.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.model.Issue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LockTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  private static FileTree source(String reference, @Nullable String revision) {
    return source(reference, revision, "a.txt");
  }

  private static FileTree source(String reference, @Nullable String revision, String path) {
    var builder = new MappedTree.Builder("a");
    builder.add(FileEntry.file(path, 1), null);
    return builder.build("x", reference, revision, "2026-01-02T03:04:05Z");
  }

  @Test
  void eachSourceIsPinnedToItsRevision() {
    Lock lock =
        Lock.of(
            List.of(
                source("hf:org/model@main", COMMIT),
                source("hf-dataset:org/data", COMMIT),
                source("github:org/code@v1", COMMIT),
                source("git:https://example.org/x.git", COMMIT),
                source("folder", null)));
    assertThat(lock.entries())
        .extracting(Lock.Entry::reference)
        .containsExactly(
            "hf:org/model@" + COMMIT,
            "hf-dataset:org/data@" + COMMIT,
            "git:https://github.com/org/code.git@" + COMMIT,
            "git:https://example.org/x.git@" + COMMIT,
            "folder");
    assertThat(Lock.read(lock.text().getBytes(StandardCharsets.UTF_8))).contains(lock);
  }

  @Test
  void aSourceThatIsNotAsItWasIsTold() {
    Lock lock = Lock.of(List.of(source("hf:org/model", COMMIT)));
    Lock.Entry entry = lock.entries().getFirst();
    FileTree same = lock.again(entry, source(entry.reference(), COMMIT));
    assertThat(same.issues()).isEmpty();
    assertThat(same.info().reference()).isEqualTo("hf:org/model");
    assertThat(same.info().readAt()).isEqualTo("2026-01-02T03:04:05Z");
    FileTree moved = lock.again(entry, source(entry.reference(), "f".repeat(40)));
    assertThat(moved.issues()).extracting(Issue::message).anyMatch(m -> m.contains("lock says"));
    FileTree other = lock.again(entry, source(entry.reference(), COMMIT, "b.txt"));
    assertThat(other.issues()).extracting(Issue::message).anyMatch(m -> m.contains("not those"));
  }

  @Test
  void whatIsNoLockIsNone() {
    for (String text :
        List.of("", "{}", "[]", "{\"assayLock\":2,\"sources\":[]}", "{\"assayLock\":1")) {
      assertThat(Lock.read(text.getBytes(StandardCharsets.UTF_8))).as(text).isEmpty();
    }
  }
}
