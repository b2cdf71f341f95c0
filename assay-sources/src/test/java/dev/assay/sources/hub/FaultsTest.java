package dev.assay.sources.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.assay.io.ByteSource;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.io.SourceFact;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import dev.assay.sources.web.Patience;
import dev.assay.testing.HubServer;
import dev.assay.testing.SmallDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes wrong on the way: each fault costs what it must, a line says so, and the cache stays
/// clean.
final class FaultsTest {
  @TempDir Path temp;
  private final Map<String, String> environment = new HashMap<>();
  private HubServer server;

  @BeforeEach
  void serve() throws IOException {
    server = new HubServer();
    environment.put("HF_ENDPOINT", server.endpoint());
    environment.put("ASSAY_CACHE", temp.resolve("cache").toString());
    environment.put("HOME", temp.resolve("home").toString());
    server.repo("org/name").file("README.md", "# Card\n").large("m.safetensors", new byte[400_000]);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Opened open() {
    var patience =
        new Patience(2, Duration.ofMillis(5), Duration.ofSeconds(2), Duration.ofSeconds(2));
    return Sources.open(
        List.of("hf:org/name"), new SourceOptions(false, environment, patience), new ReadMeter());
  }

  private static String path(HttpExchange exchange) {
    return exchange.getRequestURI().getPath();
  }

  /// Every request of a kind breaks off.
  private void breaking(Predicate<HttpExchange> when) {
    for (int i = 0; i < 50; i++) {
      server.faults.add(exchange -> {
        if (!when.test(exchange)) {
          return false;
        }
        exchange.sendResponseHeaders(200, 100_000);
        exchange.getResponseBody().write("[{".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        exchange.close();
        return true;
      });
    }
  }

  private static byte[] read(FileTree tree, String path) {
    var entry = tree.files().stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow();
    try (ByteSource bytes = tree.open(entry)) {
      return bytes.head(100);
    }
  }

  private List<Path> cached() throws IOException {
    if (!Files.exists(temp.resolve("cache"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(temp.resolve("cache"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aConnectionThatDiesWhileTheRepositoryIsAskedForIsToldAndNothingIsKept() throws IOException {
    breaking(exchange -> !path(exchange).contains("/tree/"));
    try (Opened opened = open()) {
      assertThat(opened.trees()).isEmpty();
      assertThat(opened.issues().getFirst().message()).contains("broke");
    }
    assertThat(cached()).isEmpty();
  }

  @Test
  void aConnectionThatDiesWhileFilesAreListedIsToldAndTheNextRunListsThem() {
    breaking(exchange -> path(exchange).contains("/tree/"));
    try (Opened opened = open()) {
      assertThat(opened.issues().getFirst().message())
          .contains("cannot be listed")
          .contains("broke");
    }
    server.faults.clear();
    try (Opened opened = open()) {
      assertThat(opened.trees().getFirst().files()).hasSize(2);
    }
  }

  @Test
  void aConnectionThatDiesWhileAFileIsReadCostsThatFileAndNoOther() throws IOException {
    breaking(exchange -> path(exchange).contains("/resolve/") && path(exchange).endsWith(".md"));
    try (Opened opened = open()) {
      FileTree tree = opened.trees().getFirst();
      assertThatThrownBy(() -> read(tree, "README.md"))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("broke");
      assertThat(read(tree, "m.safetensors")).hasSize(100);
      server.faults.clear();
      assertThat(read(tree, "README.md")).isEqualTo("# Card\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(cached()).noneMatch(f -> f.toString().endsWith(".tmp"));
  }

  @Test
  void aConnectionThatDiesAtTheStorageBehindARedirectCostsThatFile() {
    breaking(exchange -> exchange.getRequestURI().toString().contains("?sha="));
    try (Opened opened = open()) {
      FileTree tree = opened.trees().getFirst();
      assertThatThrownBy(() -> read(tree, "m.safetensors")).hasMessageContaining("broke");
      assertThat(read(tree, "README.md")).hasSize(7);
    }
  }

  @Test
  void aListingWithoutEndIsCutAndSaysSo() {
    // Every page names one that was there before, and holds nothing.
    for (int i = 0; i < 50; i++) {
      server.faults.add(exchange -> {
        if (!path(exchange).contains("/tree/")) {
          return false;
        }
        exchange
            .getResponseHeaders()
            .add("Link", "<" + server.endpoint() + exchange.getRequestURI() + ">; rel=\"next\"");
        HubServer.send(exchange, 200, "[]".getBytes(StandardCharsets.UTF_8));
        return true;
      });
    }
    try (Opened opened = open()) {
      assertThat(opened.trees().getFirst().info().partial().getFirst()).contains("circle");
    }
  }

  @Test
  void aListingOfAMillionNamesAndOfNamesThatLeadOutIsCut() {
    var page = new StringBuilder("[");
    for (int i = 0; i < 20_000; i++) {
      page.append(
          "{\"type\":\"file\",\"size\":1,\"oid\":\"x\",\"path\":\"../%d/%d\"},".formatted(i, i));
    }
    byte[] names = page.append("{}]").toString().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 100; i++) {
      int n = i;
      server.faults.add(exchange -> {
        if (!path(exchange).contains("/tree/")) {
          return false;
        }
        String next = server.endpoint() + path(exchange) + "?cursor=" + n;
        exchange.getResponseHeaders().add("Link", "<" + next + ">; rel=\"next\"");
        HubServer.send(exchange, 200, names);
        return true;
      });
    }
    try (Opened opened = open()) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.files()).isEmpty();
      assertThat(tree.info().partial().getFirst()).contains("more than");
      assertThat(tree.issues()).hasSizeLessThanOrEqualTo(201);
    }
  }

  @Test
  void aFullDiskCostsTheCacheAndNotTheRun() throws Exception {
    Path small = temp.resolve("small");
    try (var _ = new SmallDisk(small, "16k")) {
      environment.put("ASSAY_CACHE", small.toString());
      try (Opened opened = open()) {
        assertThat(read(opened.trees().getFirst(), "m.safetensors")).hasSize(100);
        assertThat(read(opened.trees().getFirst(), "README.md")).hasSize(7);
      }
      try (Stream<Path> files = Files.walk(small)) {
        assertThat(files).noneMatch(f -> f.toString().endsWith(".tmp"));
      }
    }
  }

  @Test
  void whatTheCardNamesIsLookedUpOneLevelDeep() {
    server.repo("org/name").tags =
        "\"license:mit\",\"dataset:org/corpus\",\"dataset:org/none\","
            + "\"base_model:org/base\",\"base_model:finetune:org/base\",\"dataset:../../x\"";
    server.repo("datasets/org/corpus").gate = "manual";
    server.repo("datasets/org/corpus").tags = "\"license:cc-by-4.0\",\"dataset:org/deeper\"";
    server.repo("org/base").tags = "\"license:llama3.1\"";
    try (Opened opened = open()) {
      List<SourceFact> named =
          opened.trees().getFirst().facts().stream()
              .filter(f -> f.kind().name().startsWith("NAMED"))
              .toList();
      assertThat(named).hasSize(3);
      assertThat(named.get(0).value())
          .startsWith("org/corpus: there, at ")
          .contains("gated (manual)", "licence tag cc-by-4.0");
      assertThat(named.get(1).value()).contains("org/none: could not be looked up", "private");
      assertThat(named.get(2).kind()).isEqualTo(SourceFact.Kind.NAMED_BASE);
      assertThat(named.get(2).value()).contains("not gated", "licence tag llama3.1");
    }
    assertThat(server.log).noneMatch(line -> line.contains("deeper"));
  }
}
