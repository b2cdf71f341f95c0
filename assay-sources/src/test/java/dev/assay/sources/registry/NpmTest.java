package dev.assay.sources.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.model.Issue;
import dev.assay.sources.Lock;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import dev.assay.testing.Gen;
import dev.assay.testing.SmallDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class NpmTest extends AgainstLoopback {
  private byte[] tarball = {};

  @BeforeEach
  void publish() throws IOException {
    environment.put("npm_config_globalconfig", temp.resolve("none").toString());
    environment.put("npm_config_registry", server.base() + "/npm/");
    tarball =
        Loopback.gzip(
            Loopback.tar(
                "package/package.json", "{\"license\":\"MIT\"}", "package/weights.bin", "1234"));
    publish(server, "/npm/@a%2Fb", server.base() + "/files/b-1.0.0.tgz", integrity(tarball));
    server.put("/files/b-1.0.0.tgz", tarball);
  }

  private static String integrity(byte[] bytes) {
    return "sha512-" + Base64.getEncoder().encodeToString(Loopback.digest("SHA-512", bytes));
  }

  private static void publish(Loopback at, String place, String tarball, String integrity) {
    String one =
        "{\"version\":\"1.0.0\",\"dist\":{\"tarball\":\""
            + tarball
            + "\",\"integrity\":\""
            + integrity
            + "\"}}";
    at.put(place + "/1.0.0", one);
    at.put(place + "/latest", one);
    at.put(
        place,
        "{\"dist-tags\":{\"latest\":\"1.0.0\"},\"versions\":{\"0.9.0\":{},\"1.0.0\":" + one + "}}");
  }

  private List<String> kept() throws IOException {
    Path folder = temp.resolve("cache/packages");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }

  @Test
  void aPackageIsATreePinnedToItsContent() {
    try (Opened opened = open("npm:@a/b", false)) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.info().kind()).isEqualTo("npm package");
      String sha256 = HexFormat.of().formatHex(Loopback.digest("SHA-256", tarball));
      assertThat(tree.info().revision()).isEqualTo("1.0.0 sha256:" + sha256);
      assertThat(tree.files())
          .extracting(FileEntry::path)
          .containsExactly("package.json", "weights.bin");
      try (ByteSource bytes = tree.open(tree.files().getLast())) {
        assertThat(bytes.head(9)).isEqualTo("1234".getBytes(StandardCharsets.UTF_8));
      }
      assertThat(meter.requests()).isEqualTo(2);
      assertThat(meter.bytesRead()).isGreaterThan(tarball.length);
      assertThat(Lock.of(List.of(tree)).entries().getFirst().reference())
          .isEqualTo("npm:@a/b@1.0.0");
    }
  }

  @Test
  void whatWasFetchedIsNotFetchedAgainAndIsThereOffline() {
    open("npm:@a/b@1.0.0", false).close();
    try (Opened again = open("npm:@a/b@1.0.0", false)) {
      assertThat(again.trees()).hasSize(1);
      assertThat(meter.requests()).isEqualTo(1);
    }
    try (Opened offline = open("npm:@a/b@1.0.0", true)) {
      assertThat(offline.trees()).hasSize(1);
      assertThat(meter.requests()).isZero();
    }
  }

  @Test
  void whatTheDiskChangedIsFetchedAgain() throws IOException {
    open("npm:@a/b@1.0.0", false).close();
    Path held = temp.resolve("cache/packages").resolve(kept().getFirst());
    Files.write(held, new byte[tarball.length]);
    try (Opened again = open("npm:@a/b@1.0.0", false)) {
      assertThat(again.trees().getFirst().files()).hasSize(2);
      assertThat(meter.requests()).isEqualTo(2);
    }
  }

  @Test
  void anotherContentThanTheRegistrySaysIsRefusedAndNotKept() throws IOException {
    server.put("/files/b-1.0.0.tgz", Loopback.gzip(Loopback.tar("package/x", "evil")));
    assertThat(refused("npm:@a/b@1.0.0").message()).contains("not what the sha512");
    assertThat(kept()).isEmpty();
  }

  @Test
  void whatIsNotThereIsTold() {
    assertThat(refused("npm:@a/b@2.0.0").message()).contains("no version 2.0.0; there are 0.9.0");
    assertThat(refused("npm:nothing").message()).contains("no package of this name");
    assertThat(refused("npm:@a/b@^1.0").next()).contains("write it as");
    assertThat(refused("npm:../../etc").next()).contains("write it as");
  }

  @Test
  void aTokenGoesToItsOwnPlaceOnlyAndIsNotKept() throws IOException {
    server.guard("Bearer s3cret");
    try (var elsewhere = new Loopback()) {
      elsewhere.put("/b-1.0.0.tgz", tarball);
      publish(server, "/npm/@a%2Fb", elsewhere.base() + "/b-1.0.0.tgz", integrity(tarball));
      String place = server.base().substring("http:".length());
      Files.writeString(
          temp.resolve(".npmrc"), place + "/npm/:_authToken=${TOKEN}\n; a comment\nx\n");
      environment.put("TOKEN", "s3cret");
      try (Opened opened = open("npm:@a/b@1.0.0", false)) {
        assertThat(opened.trees()).hasSize(1);
      }
      assertThat(elsewhere.asked()).containsExactly("GET /b-1.0.0.tgz");
      try (var files = Files.walk(temp.resolve("cache"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
              .doesNotContain("s3cret");
        }
      }
    }
    environment.put("TOKEN", "wrong");
    Issue issue = refused("npm:@a/b@1.0.0");
    assertThat(issue.message()).contains("does not let it be read").doesNotContain("wrong");
  }

  @Test
  void aScopeMayHaveARegistryOfItsOwn() throws IOException {
    Files.writeString(temp.resolve(".npmrc"), "@own:registry=" + server.base() + "/own\n");
    publish(server, "/own/@own%2Fb", server.base() + "/files/b-1.0.0.tgz", integrity(tarball));
    try (Opened opened = open("@own/b", false)) {
      assertThat(opened.trees()).hasSize(1);
    }
  }

  @Test
  void aFullDiskIsToldAndNothingIsLeft() throws Exception {
    Path small = temp.resolve("small");
    try (var _ = new SmallDisk(small, "64k")) {
      tarball = Loopback.gzip(Loopback.tar("package/w.bin", new Gen(7).word(400_000)));
      publish(server, "/npm/@a%2Fb", server.base() + "/files/b-1.0.0.tgz", integrity(tarball));
      server.put("/files/b-1.0.0.tgz", tarball);
      environment.put("ASSAY_CACHE", small.toString());
      Issue issue = refused("npm:@a/b@1.0.0");
      assertThat(issue.message()).contains("the disk has no room");
      try (var files = Files.walk(small)) {
        assertThat(files).noneMatch(f -> f.toString().endsWith(".tmp"));
      }
    }
  }

  @Test
  void tenGigabytesAreNotBegun() throws IOException {
    server.on(
        "/files/b-1.0.0.tgz",
        exchange -> {
          exchange.sendResponseHeaders(200, 10_000_000_000L);
          exchange.getResponseBody().write(new byte[100_000]);
        });
    Issue issue = refused("npm:@a/b@1.0.0");
    assertThat(issue.message()).contains("longer than 1073741824 bytes");
    assertThat(issue.next()).contains("ASSAY_MAX_DOWNLOAD");
    assertThat(meter.bytesRead()).isLessThan(10_000);
    assertThat(kept()).isEmpty();
  }

  @Test
  void aBodyWithoutALengthIsCutAtTheLimit() throws IOException {
    environment.put("ASSAY_MAX_DOWNLOAD", "300K");
    server.on(
        "/files/b-1.0.0.tgz",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 1000; i++) {
            exchange.getResponseBody().write(new byte[100_000]);
          }
        });
    assertThat(refused("npm:@a/b@1.0.0").message()).contains("longer than 307200 bytes");
    assertThat(meter.bytesRead()).isLessThan(1_000_000);
    environment.put("ASSAY_MAX_DOWNLOAD", "much");
    assertThat(refused("npm:@a/b@1.0.0").message()).contains("no size");
  }

  @Test
  void redirectsInACircleAndBrokenBodiesAreTold() {
    server.on("/files/b-1.0.0.tgz", e -> Loopback.redirect(e, server.base() + "/files/c"));
    server.on("/files/c", e -> Loopback.redirect(e, server.base() + "/files/b-1.0.0.tgz"));
    assertThat(refused("npm:@a/b@1.0.0").message()).contains("circle");
    server.on(
        "/files/b-1.0.0.tgz",
        exchange -> {
          exchange.sendResponseHeaders(200, tarball.length);
          exchange.getResponseBody().write(tarball, 0, 20);
        });
    assertThat(refused("npm:@a/b@1.0.0").message()).contains("broke");
  }

  @Test
  void namesThatLeadOutAreNotRead() throws IOException {
    tarball =
        Loopback.gzip(
            Loopback.tar("package/../../evil", "1", "/etc/passwd", "2", "package/good", "3"));
    publish(server, "/npm/@a%2Fb", server.base() + "/files/b-1.0.0.tgz", integrity(tarball));
    server.put("/files/b-1.0.0.tgz", tarball);
    try (Opened opened = open("npm:@a/b@1.0.0", false)) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.files()).extracting(FileEntry::path).containsExactly("good");
      assertThat(tree.issues()).filteredOn(i -> i.message().contains("leads out")).hasSize(2);
    }
  }

  @Test
  void aPageThatIsNoneIsTold() {
    server.put("/npm/@a%2Fb/1.0.0", "<html>");
    assertThat(refused("npm:@a/b@1.0.0").message()).contains("not JSON");
    server.put("/npm/@a%2Fb/1.0.0", "{\"dist\":{\"tarball\":\"file:///etc/passwd\"}}");
    assertThat(refused("npm:@a/b@1.0.0").message()).contains("http(s)");
  }

  @Test
  void referencesAreExplained() {
    var options = new SourceOptions(true, environment, QUICK);
    assertThat(Sources.explain("npm:@a/b@1", options)).contains("@a/b of npm, 1, from 127.0.0.1");
    assertThat(Sources.explain("@a/b", options)).contains("the newest version");
  }
}
