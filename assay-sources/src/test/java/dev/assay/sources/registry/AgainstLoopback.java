package dev.assay.sources.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.ReadMeter;
import dev.assay.model.Issue;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import dev.assay.sources.web.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test against a registry on loopback, with a home, a cache and an environment of its own.
abstract class AgainstLoopback {
  static final Patience QUICK =
      new Patience(2, Duration.ofMillis(5), Duration.ofSeconds(1), Duration.ofSeconds(9));

  @TempDir Path temp;
  Loopback server;
  final Map<String, String> environment = new HashMap<>();

  /// What the last opening read.
  ReadMeter meter = new ReadMeter();

  @BeforeEach
  final void serve() throws IOException {
    server = new Loopback();
    environment.put("HOME", temp.toString());
    environment.put("ASSAY_CACHE", temp.resolve("cache").toString());
  }

  @AfterEach
  final void stop() {
    server.close();
  }

  Opened open(String reference) {
    return open(reference, false);
  }

  Opened open(String reference, boolean offline) {
    meter = new ReadMeter();
    return Sources.open(List.of(reference), new SourceOptions(offline, environment, QUICK), meter);
  }

  /// Why nothing of a reference was opened.
  Issue refused(String reference) {
    try (Opened opened = open(reference)) {
      assertThat(opened.trees()).isEmpty();
      assertThat(opened.issues()).hasSize(1);
      return opened.issues().getFirst();
    }
  }
}
