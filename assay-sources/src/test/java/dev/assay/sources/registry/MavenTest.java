package dev.assay.sources.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.SourceFact;
import dev.assay.model.Issue;
import dev.assay.model.Span;
import dev.assay.sources.Lock;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MavenTest extends AgainstLoopback {
  private static final String AT = "/m2/org/x/model/1.0/model-1.0";

  @BeforeEach
  void publish() throws IOException {
    environment.put("MAVEN_HOME", temp.toString());
    settings("<mirrorOf>*</mirrorOf>");
    hashed(AT + ".jar", Loopback.zip("META-INF/MANIFEST.MF", "", "weights.bin", "1234"), "sha1");
    server.put(
        AT + ".pom",
        "<project><parent><groupId>org.x</groupId><artifactId>parent</artifactId>"
            + "<version>7</version></parent></project>");
    server.put(
        "/m2/org/x/parent/7/parent-7.pom",
        "<project>\n<licenses>\n<license><name>Apache-2.0</name></license></licenses></project>");
    server.put(
        "/m2/org/x/model/maven-metadata.xml",
        "<metadata><versioning><release>1.0</release><versions><version>0.9</version>"
            + "<version>1.0</version></versions></versioning></metadata>");
  }

  private void settings(String mirrorOf) throws IOException {
    Files.createDirectories(temp.resolve(".m2"));
    Files.writeString(
        temp.resolve(".m2/settings.xml"),
        "<settings><mirrors><mirror><id>here</id><url>"
            + server.base()
            + "/m2</url>"
            + mirrorOf
            + "</mirror></mirrors><servers><server><id>here</id><username>me</username>"
            + "<password>${env.PASSWORD}</password></server></servers></settings>");
  }

  private void hashed(String path, byte[] body, String algorithm) {
    server.put(path, body);
    String name = algorithm.equals("sha1") ? "SHA-1" : "SHA-256";
    String hex = HexFormat.of().formatHex(Loopback.digest(name, body));
    server.put(path + "." + algorithm, hex + "  some-name\n");
  }

  @Test
  void anArtefactIsATreeWithTheLicenceOfItsNearestParentAsAClaim() {
    try (Opened opened = open("maven:org.x:model")) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.files())
          .extracting(FileEntry::path)
          .containsExactly("META-INF/MANIFEST.MF", "weights.bin");
      assertThat(tree.info().revision()).startsWith("1.0 sha256:");
      assertThat(tree.issues()).isEmpty();
      SourceFact fact = tree.facts().getFirst();
      assertThat(fact.kind()).isEqualTo(SourceFact.Kind.PACKAGE_LICENCE);
      assertThat(fact.value()).isEqualTo("Apache-2.0");
      assertThat(fact.evidence().path()).isEqualTo("parent-7.pom");
      assertThat(fact.evidence().span()).isEqualTo(new Span.Lines(3, 3));
      assertThat(Lock.of(List.of(tree)).entries().getFirst().reference())
          .isEqualTo("maven:org.x:model:1.0");
    }
  }

  @Test
  void theLocalRepositoryIsReadFirst() throws IOException {
    Path local = Files.createDirectories(temp.resolve(".m2/repository/org/x/model/1.0"));
    Files.writeString(
        local.resolve("model-1.0.pom"),
        "<project><licenses><license><url>http://a/b</url></license></licenses></project>");
    byte[] jar = Loopback.zip("local.bin", "1");
    Files.write(local.resolve("model-1.0.jar"), jar);
    try (Opened opened = open("org.x:model:1.0")) {
      assertThat(opened.trees().getFirst().files())
          .extracting(FileEntry::path)
          .contains("local.bin");
      assertThat(opened.trees().getFirst().facts().getFirst().value()).isEqualTo("http://a/b");
      assertThat(meter.requests()).isZero();
    }
    Files.writeString(local.resolve("model-1.0.jar.sha1"), "0".repeat(40));
    assertThat(refused("maven:org.x:model:1.0").message()).contains("local repository is not what");
  }

  @Test
  void anotherContentThanTheHashSaysIsRefused() throws IOException {
    server.put(AT + ".jar", Loopback.zip("evil", "1"));
    assertThat(refused("maven:org.x:model:1.0").message()).contains("not what the sha1");
    hashed(AT + ".jar", Loopback.zip("weights.bin", "1"), "sha256");
    try (Opened opened = open("maven:org.x:model:1.0")) {
      assertThat(opened.trees()).hasSize(1);
    }
    server.put(AT + ".pom.sha1", "0".repeat(40));
    environment.put("ASSAY_CACHE", temp.resolve("other").toString());
    assertThat(refused("maven:org.x:model:1.0").message()).contains("project file is not what");
  }

  @Test
  void withoutAHashItIsReadAndSaid() throws IOException {
    server.put(AT + "-models.jar", Loopback.zip("weights.bin", "1"));
    try (Opened opened = open("maven:org.x:model:1.0:models")) {
      assertThat(opened.trees().getFirst().issues())
          .extracting(Issue::message)
          .contains("the repository gives no hash: it could not be checked");
    }
  }

  @Test
  void whatIsNotThereIsTold() {
    assertThat(refused("maven:org.x:model:2.0").message())
        .isEqualTo("there is no version 2.0; there are 0.9, 1.0");
    assertThat(refused("maven:org.x:nothing:1").message()).isEqualTo("no repository has it");
    assertThat(refused("maven:org.x:nothing").message()).contains("knows a release");
    assertThat(refused("maven:org.x:model:1.0@zip").message()).contains("no model-1.0.zip");
    assertThat(refused("maven:org.x:..:1.0").next()).contains("write it as");
    environment.put("ASSAY_CACHE", temp.resolve("other").toString());
    server.put(AT + ".pom", "<project><packaging>pom</packaging></project>");
    assertThat(refused("maven:org.x:model:1.0").message()).contains("project file alone");
  }

  @Test
  void aLoginIsShownWhereItBelongs() {
    server.guard("Basic bWU6czNjcmV0");
    environment.put("PASSWORD", "s3cret");
    try (Opened opened = open("maven:org.x:model:1.0")) {
      assertThat(opened.trees()).hasSize(1);
    }
    environment.put("PASSWORD", "other");
    assertThat(refused("maven:org.x:model:1.0").message()).contains("does not let it be read");
  }

  @Test
  void aMirrorThatIsExcludedIsNotAsked() throws IOException {
    settings("<mirrorOf>external:*,!central</mirrorOf>");
    var options = new SourceOptions(true, environment, QUICK);
    assertThat(Sources.explain("maven:org.x:model:1.0", options)).doesNotContain("127.0.0.1");
    settings("<mirrorOf>central</mirrorOf>");
    assertThat(Sources.explain("maven:org.x:model:1.0", options)).contains("127.0.0.1");
  }

  @Test
  void aHostileProjectFileIsTold() throws IOException {
    server.put(
        AT + ".pom",
        "<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><project><licenses><license>"
            + "<name>&x;</name></license></licenses></project>");
    try (Opened opened = open("maven:org.x:model:1.0")) {
      assertThat(opened.trees().stream().flatMap(t -> t.facts().stream()))
          .noneMatch(f -> f.value().contains("root"));
    }
    server.put(AT + ".pom", "<a>".repeat(1000));
    environment.put("ASSAY_CACHE", temp.resolve("other").toString());
    assertThat(refused("maven:org.x:model:1.0").message()).contains("cannot be read");
  }
}
