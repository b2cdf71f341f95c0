package dev.assay.sources.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Gen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WebCacheTest {
  @TempDir Path folder;

  private Path onlyFile() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }

  @Test
  void anAnswerIsFoundAgainWithTheHeadersThatMatter() {
    WebCache cache = WebCache.in(folder);
    cache.keep("k", Map.of("etag", "\"1\"", "set-cookie", "secret"), new byte[] {1, 2}, true);
    WebCache.Entry entry = Objects.requireNonNull(WebCache.in(folder).find("k"));
    assertThat(entry.body()).containsExactly(1, 2);
    assertThat(entry.headers()).isEqualTo(Map.of("etag", "\"1\""));
    assertThat(entry.cut()).isTrue();
    assertThat(cache.find("other")).isNull();
  }

  @Test
  void aDamagedOrHalfWrittenEntryIsAsGoodAsNone() throws IOException {
    WebCache cache = WebCache.in(folder);
    byte[] body = new Gen(1).bytes(300);
    cache.keep("k", Map.of("etag", "\"1\""), body, false);
    byte[] sound = Files.readAllBytes(onlyFile());
    Path file = onlyFile();
    Gen.forAll(
        1,
        300,
        gen -> {
          write(file, gen.damage(sound, 3));
          WebCache.Entry entry = cache.find("k");
          if (entry != null) {
            assertThat(entry.body()).isEqualTo(body);
          }
        });
    Files.writeString(file, "assay-cache 9\nsha256: x\n\n");
    assertThat(cache.find("k")).isNull();
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void twoMayWriteAndReadTheSameEntryAtOnce() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var done = new java.util.ArrayList<java.util.concurrent.Future<?>>();
      for (int t = 0; t < 4; t++) {
        byte fill = (byte) t;
        done.add(
            threads.submit(() -> {
              WebCache cache = WebCache.in(folder);
              byte[] body = new byte[5000];
              java.util.Arrays.fill(body, fill);
              for (int i = 0; i < 100; i++) {
                cache.keep("k", Map.of(), body, false);
                byte[] seen = Objects.requireNonNull(cache.find("k")).body();
                assertThat(seen).hasSize(5000).containsOnly(seen[0]);
              }
            }));
      }
      for (var each : done) {
        each.get();
      }
    }
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenToIsNoCacheAndNoError() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    WebCache cache = WebCache.in(file.resolve("below"));
    cache.keep("k", Map.of(), new byte[1], false);
    assertThat(cache.find("k")).isNull();
  }
}
