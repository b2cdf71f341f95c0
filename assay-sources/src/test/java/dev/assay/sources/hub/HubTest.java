package dev.assay.sources.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.Malformed;
import dev.assay.io.ReadMeter;
import dev.assay.io.SourceFact;
import dev.assay.model.Issue;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import dev.assay.sources.web.Patience;
import dev.assay.testing.Gen;
import dev.assay.testing.HubServer;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HubTest {
  private static final Patience QUICK =
      new Patience(3, Duration.ofMillis(5), Duration.ofSeconds(2), Duration.ofMillis(700));
  private static final byte[] WEIGHTS = new Gen(1).bytes(3_000_000);

  @TempDir Path temp;
  private HubServer server;
  private final Map<String, String> environment = new HashMap<>();
  private ReadMeter meter = new ReadMeter();

  @BeforeEach
  void start() throws IOException {
    server = new HubServer();
    environment.put("HF_ENDPOINT", server.endpoint());
    environment.put("HF_HOME", temp.resolve("hf").toString());
    environment.put("ASSAY_CACHE", temp.resolve("assay").toString());
    server
        .repo("org/model")
        .file("README.md", "# A model\n")
        .file("config.json", "{}")
        .file("src/a b#c.py", "import torch\n")
        .large("model-00001-of-00001.safetensors", WEIGHTS);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Opened open(String reference) {
    return open(reference, false);
  }

  private Opened open(String reference, boolean offline) {
    meter = new ReadMeter();
    return Sources.open(List.of(reference), new SourceOptions(offline, environment, QUICK), meter);
  }

  private static String why(Opened opened) {
    assertThat(opened.trees()).isEmpty();
    return opened.issues().getFirst().message();
  }

  private static ByteSource file(FileTree tree, String path) {
    return tree.open(
        tree.files().stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow());
  }

  private static String text(FileTree tree, String path) {
    try (ByteSource bytes = file(tree, path)) {
      return new String(bytes.head(1000), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aModelIsListedAtItsCommitAndReadInParts() {
    try (Opened opened = open("hf:org/model")) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.info().revision()).isEqualTo(HubServer.COMMIT);
      assertThat(tree.info().kind()).isEqualTo("hub");
      assertThat(tree.files()).extracting(FileEntry::path).hasSize(4).isSorted();
      assertThat(text(tree, "README.md")).isEqualTo("# A model\n");
      assertThat(text(tree, "src/a b#c.py")).isEqualTo("import torch\n");
      try (ByteSource weights = file(tree, "model-00001-of-00001.safetensors")) {
        assertThat(weights.bytes(0, 1000)).isEqualTo(Arrays.copyOf(WEIGHTS, 1000));
        assertThat(meter.bytesRead()).isLessThan(200_000);
        assertThat(weights.bytes(2_999_000, 1000))
            .isEqualTo(Arrays.copyOfRange(WEIGHTS, 2_999_000, 3_000_000));
        assertThatThrownBy(() -> weights.bytes(2_999_999, 2)).isInstanceOf(Malformed.class);
      }
      assertThat(meter.bytesRead()).isLessThan(600_000);
      assertThat(tree.issues()).isEmpty();
      assertThat(tree.facts())
          .extracting(SourceFact::kind)
          .containsExactly(SourceFact.Kind.LICENCE_TAG);
    }
  }

  @Test
  void theTokenGoesToTheHubAndNeverToAnotherHostOrAFile() throws IOException {
    environment.put("HF_TOKEN", HubServer.TOKEN);
    server.repo("org/model").hidden = true;
    try (Opened opened = open("hf:org/model")) {
      FileTree tree = opened.trees().getFirst();
      file(tree, "model-00001-of-00001.safetensors").close();
      assertThat(tree.facts()).extracting(SourceFact::kind).contains(SourceFact.Kind.PRIVATE);
    }
    assertThat(server.log).anyMatch(line -> line.startsWith("storage "));
    assertThat(server.storageTokens).isEmpty();
    try (var files = Files.walk(temp)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain(HubServer.TOKEN);
      }
    }
  }

  @Test
  void aSecondRunWithNothingChangedLoadsNoBody() {
    for (int run = 0; run < 2; run++) {
      try (Opened opened = open("hf:org/model")) {
        FileTree tree = opened.trees().getFirst();
        tree.files().forEach(f -> tree.open(f).close());
      }
    }
    assertThat(meter.requests()).isEqualTo(1);
    assertThat(meter.bytesRead()).isZero();
  }

  @Test
  void offlineTheCacheAnswersAndNothingIsAskedFor() {
    try (Opened opened = open("hf:org/model", true)) {
      assertThat(why(opened)).startsWith("offline");
      assertThat(opened.wrongUse()).isFalse();
    }
    assertThat(server.log).isEmpty();
    open("hf:org/model").close();
    int asked = server.log.size();
    environment.put("HF_HUB_OFFLINE", "1");
    try (Opened opened = open("hf:org/model")) {
      assertThat(opened.trees()).hasSize(1);
    }
    assertThat(server.log).hasSize(asked);
  }

  @Test
  void whatWasRefusedIsRefusedAlikeOfflineAndAskedForAgainOnline() {
    String first = open("hf:org/none").issues().getFirst().message();
    assertThat(first).contains("not there, or private");
    server.log.clear();
    Opened offline = open("hf:org/none", true);
    assertThat(offline.issues().getFirst().message()).isEqualTo(first);
    assertThat(server.log).isEmpty();
    server.repo("org/none").file("README.md", "# Here now\n");
    try (Opened opened = open("hf:org/none")) {
      assertThat(opened.trees()).hasSize(1);
    }
  }

  @Test
  void whatIsMissingPrivateOrOfAnUnknownRevisionIsSaid() {
    assertThat(why(open("hf:org/none"))).contains("not there, or private");
    server.repo("org/hidden").hidden = true;
    assertThat(why(open("hf:org/hidden"))).contains("not there, or private");
    environment.put("HF_TOKEN", "hf_wrong");
    assertThat(why(open("hf:org/hidden"))).contains("token");
    try (Opened opened = open("hf:org/model@v9")) {
      assertThat(why(opened)).contains("no such revision");
      assertThat(opened.wrongUse()).isTrue();
    }
    assertThat(open("hf:org/../x").wrongUse()).isTrue();
    assertThat(open("hf:").wrongUse()).isTrue();
    environment.put("HF_ENDPOINT", "ftp://x");
    assertThat(why(open("hf:org/model"))).contains("HF_ENDPOINT");
  }

  @Test
  void aGatedModelIsListedAndItsFilesAreNotHere() {
    server.repo("org/model").gate = "manual";
    try (Opened opened = open("hf:org/model")) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.facts())
          .anyMatch(f -> f.kind() == SourceFact.Kind.GATE && f.value().equals("manual"));
      assertThat(tree.files().stream().filter(f -> f.kind() == FileEntry.Kind.FILE))
          .extracting(FileEntry::path)
          .containsExactly("README.md");
      assertThat(text(tree, "README.md")).isEqualTo("# A model\n");
      assertThat(tree.issues()).extracting(Issue::message).anyMatch(m -> m.contains("gated"));
    }
    environment.put("HF_TOKEN", HubServer.TOKEN);
    try (Opened opened = open("hf:org/model")) {
      assertThat(text(opened.trees().getFirst(), "config.json")).isEqualTo("{}");
    }
  }

  @Test
  void aNewNameIsFollowedAndTold() {
    server.repo("old-name").renamed = "org/model";
    try (Opened opened = open("hf:old-name")) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.facts())
          .anyMatch(f -> f.kind() == SourceFact.Kind.RENAMED && f.value().equals("org/model"));
      assertThat(text(tree, "config.json")).isEqualTo("{}");
    }
  }

  @Test
  void aListingOfManyPagesIsReadToItsEnd() {
    server.pageSize = 3;
    HubServer.Repo repo = server.repo("org/many");
    IntStream.range(0, 20).forEach(i -> repo.file("f" + i, "x"));
    try (Opened opened = open("hf:org/many")) {
      assertThat(opened.trees().getFirst().files()).hasSize(20);
    }
  }

  @Test
  void aListingThatBreaksOffIsPartialAndSaysSo() {
    server.pageSize = 3;
    HubServer.Repo repo = server.repo("org/many");
    IntStream.range(0, 9).forEach(i -> repo.file("f" + i, "x"));
    server.faults.add(x -> false);
    server.faults.add(x -> false);
    for (int i = 0; i < 3; i++) {
      server.faults.add(x -> {
        HubServer.error(x, 500, "");
        return true;
      });
    }
    try (Opened opened = open("hf:org/many")) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.files()).hasSize(3);
      assertThat(tree.info().partial().getFirst()).contains("ends after 3 files");
    }
  }

  @Test
  void namesThatLeaveTheRepositoryAreRefused() {
    server.repo("org/bad").file("../../x", "x").file("/etc/passwd", "x").file("ok", "x");
    try (Opened opened = open("hf:org/bad")) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.files()).extracting(FileEntry::path).containsExactly("ok");
      assertThat(tree.issues()).hasSize(2);
    }
  }

  @Test
  void aRateLimitIsWaitedForWhenItIsShortAndToldWhenItIsLong() {
    server.faults.add(x -> {
      x.getResponseHeaders().add("Retry-After", "0");
      HubServer.error(x, 429, "");
      return true;
    });
    try (Opened opened = open("hf:org/model")) {
      assertThat(opened.trees()).hasSize(1);
    }
    server.faults.add(x -> {
      x.getResponseHeaders().add("RateLimit", "\"api\";r=0;t=55");
      HubServer.error(x, 429, "");
      return true;
    });
    assertThat(why(open("hf:org/model@main"))).contains("wait 55 s");
  }

  @Test
  void aConnectionThatDiesOnceIsTriedAgainAndOneThatKeepsDyingIsTold() {
    HubServer.Fault shortBody =
        x -> {
          x.sendResponseHeaders(200, 1000);
          x.getResponseBody().write(new byte[10]);
          x.getResponseBody().flush();
          throw new IOException("dies");
        };
    server.faults.add(shortBody);
    try (Opened opened = open("hf:org/model")) {
      assertThat(opened.trees()).hasSize(1);
    }
    for (int i = 0; i < 3; i++) {
      server.faults.add(shortBody);
    }
    assertThat(why(open("hf:org/model@main"))).contains("broke");
  }

  @Test
  void aServerThatSaysNothingIsGivenUp() {
    for (int i = 0; i < 3; i++) {
      server.faults.add(x -> {
        x.sendResponseHeaders(200, 1000);
        x.getResponseBody().write(1);
        x.getResponseBody().flush();
        sleep();
        return true;
      });
    }
    assertThat(why(open("hf:org/model"))).contains("127.0.0.1");
  }

  private static void sleep() {
    try {
      Thread.sleep(3000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aServerThatSendsWithoutEndIsCutOff() {
    HubServer.Fault endless =
        x -> {
          x.sendResponseHeaders(200, 0);
          byte[] piece = new byte[1 << 16];
          try (OutputStream out = x.getResponseBody()) {
            for (long i = 0; i < 10L << 30; i += piece.length) {
              out.write(piece);
            }
          } catch (IOException e) {
            return true;
          }
          return true;
        };
    try (Opened opened = open("hf:org/model")) {
      FileTree tree = opened.trees().getFirst();
      server.faults.add(endless);
      assertThatThrownBy(() -> text(tree, "config.json"))
          .isInstanceOf(Malformed.class)
          .hasMessageContaining("more than its listing");
    }
    assertThat(meter.bytesRead()).isLessThan(100_000);
  }

  @Test
  void contentThatIsNotWhatTheListingSaysIsRefused() {
    try (Opened opened = open("hf:org/model")) {
      FileTree tree = opened.trees().getFirst();
      server.faults.add(x -> {
        HubServer.send(x, 200, "[]".getBytes(StandardCharsets.UTF_8));
        return true;
      });
      assertThatThrownBy(() -> text(tree, "config.json"))
          .isInstanceOf(Malformed.class)
          .hasMessageContaining("hash");
    }
  }

  @Test
  void aServerThatIgnoresRangesIsReadFromTheFrontOnly() {
    server.ignoreRange = true;
    try (Opened opened = open("hf:org/model");
        ByteSource weights = file(opened.trees().getFirst(), "model-00001-of-00001.safetensors")) {
      assertThat(weights.bytes(0, 100)).isEqualTo(Arrays.copyOf(WEIGHTS, 100));
      assertThat(meter.bytesRead()).isLessThan(200_000);
      assertThatThrownBy(() -> weights.bytes(2_000_000, 10))
          .isInstanceOf(java.io.UncheckedIOException.class);
    }
  }

  @Test
  void redirectsThatGoRoundAreRefusedAtOnce() {
    server.repo("org/a").renamed = "org/b";
    server.repo("org/b").renamed = "org/a";
    assertThat(why(open("hf:org/a"))).contains("circle");
    assertThat(server.log).hasSize(2);
  }

  @Test
  void neverMoreThanEightRequestsAreAtAHost() throws Exception {
    HubServer.Repo repo = server.repo("org/many");
    IntStream.range(0, 60).forEach(i -> repo.file("f" + i, "x" + i));
    // Long enough that requests meet, on a busy machine too.
    IntStream.range(0, 62)
        .forEach(_ ->
            server.faults.add(_ -> {
              try {
                Thread.sleep(20);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return false;
            }));
    try (Opened opened = open("hf:org/many");
        var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      FileTree tree = opened.trees().getFirst();
      var done =
          tree.files().stream().map(f -> threads.submit(() -> tree.open(f).close())).toList();
      for (var each : done) {
        each.get();
      }
    }
    assertThat(server.mostAtOnce.get()).isBetween(2, 8);
    // One that broke on a busy machine is asked again.
    assertThat(java.util.Set.copyOf(server.log)).hasSize(62);
  }

  @Test
  void pagesOfTheHubAreKnownByTheirAddress() {
    for (String address :
        List.of("/org/model", "/org/model/tree/main", "/org/model/blob/main/config.json")) {
      try (Opened opened = open(server.endpoint() + address)) {
        assertThat(opened.trees()).as(address).hasSize(1);
      }
    }
  }

  @Test
  void recordedAnswersOfTheHubAreUnderstood() throws IOException {
    Path recorded = Shared.path("hub/api/deepset__roberta-base-squad2.200.json");
    server.repo("deepset/roberta-base-squad2").file("README.md", "x").recordedInfo =
        Files.readString(recorded);
    try (Opened opened = open("hf:deepset/roberta-base-squad2")) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.info().revision()).isEqualTo("adc3b06f79f797d1c575d5479d6f5efe54a9e3b4");
      assertThat(tree.facts())
          .anyMatch(f -> f.kind() == SourceFact.Kind.LICENCE_TAG && f.value().equals("cc-by-4.0"));
    }
  }
}
