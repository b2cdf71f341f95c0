package dev.assay.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.SourceInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LockTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  private static SourceInfo source(String reference, @Nullable String revision) {
    return new SourceInfo("a", "x", reference, revision, null, 0, 0, List.of());
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
    String pinned = lock.entries().getFirst().reference();
    assertThat(lock.differences(List.of(source(pinned, COMMIT)))).isEmpty();
    assertThat(lock.differences(List.of(source(pinned, "f".repeat(40))))).hasSize(1);
  }

  @Test
  void whatIsNoLockIsNone() {
    for (String text :
        List.of("", "{}", "[]", "{\"assayLock\":2,\"sources\":[]}", "{\"assayLock\":1")) {
      assertThat(Lock.read(text.getBytes(StandardCharsets.UTF_8))).as(text).isEmpty();
    }
  }
}
