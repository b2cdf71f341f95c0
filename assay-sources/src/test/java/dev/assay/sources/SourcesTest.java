package dev.assay.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.model.Issue;
import dev.assay.sources.web.Patience;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourcesTest {
  private static final SourceOptions OPTIONS = new SourceOptions(true, Map.of(), Patience.NORMAL);

  @TempDir Path temp;

  private static Opened open(Object... references) {
    return Sources.open(
        java.util.Arrays.stream(references).map(Object::toString).toList(),
        OPTIONS,
        new ReadMeter());
  }

  private Path zip(String name, String... members) throws IOException {
    Path file = temp.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        var zip = new ZipOutputStream(out)) {
      for (String member : members) {
        zip.putNextEntry(new ZipEntry(member));
        zip.write(1);
        zip.closeEntry();
      }
    }
    return file;
  }

  private static List<String> ids(Opened opened) {
    return opened.trees().stream().map(tree -> tree.info().id()).toList();
  }

  private static String kind(Opened opened) {
    return opened.trees().getFirst().info().kind();
  }

  @Test
  void severalSourcesHaveNamesOfTheirOwn() throws IOException {
    Path one = Files.createDirectories(temp.resolve("x/model"));
    Path two = Files.createDirectories(temp.resolve("y/model"));
    Path odd = Files.createDirectories(temp.resolve("my model (1)"));
    try (Opened opened = open(one, two, odd, one)) {
      assertThat(ids(opened)).containsExactly("model", "model-2", "my-model--1-");
      assertThat(opened.issues()).isEmpty();
      assertThat(opened.wrongUse()).isFalse();
    }
  }

  @Test
  void whatIsNotThereIsAClearLineAndCostsNothingElse() throws IOException {
    Path here = Files.createDirectories(temp.resolve("here"));
    try (Opened opened = open(temp.resolve("nowhere"), here, "what-is-this", "")) {
      assertThat(opened.trees()).extracting(FileTree::info).hasSize(1);
      assertThat(opened.wrongUse()).isTrue();
      assertThat(opened.issues())
          .extracting(Issue::severity)
          .containsExactly(Issue.Severity.ERROR, Issue.Severity.ERROR, Issue.Severity.ERROR);
      assertThat(opened.issues().getFirst().message()).startsWith("there is nothing at ");
      assertThat(opened.issues().get(1).next()).contains("supported are: a folder");
    }
  }

  @Test
  void anArchiveIsATreeAndAModelFormatThatIsAZipIsAFile() throws IOException {
    try (Opened archive = open(zip("release.zip", "README.md", "train.py"))) {
      assertThat(kind(archive)).isEqualTo("archive");
    }
    try (Opened torch = open(zip("model.pt", "m/data.pkl", "m/data/0", "m/version"))) {
      assertThat(kind(torch)).isEqualTo("file");
    }
    try (Opened keras = open(zip("m.keras", "config.json", "metadata.json", "model.weights.h5"))) {
      assertThat(kind(keras)).isEqualTo("file");
    }
    try (Opened arrays = open(zip("w.npz", "a.npy", "b.npy"))) {
      assertThat(kind(arrays)).isEqualTo("file");
    }
    Path text = Files.writeString(temp.resolve("notes.txt"), "hello");
    try (Opened file = open(text)) {
      assertThat(kind(file)).isEqualTo("file");
      assertThat(file.trees().getFirst().files()).hasSize(1);
    }
  }

  @Test
  void referencesAreExplainedWithoutOpeningThem() throws IOException {
    assertThat(Sources.explain(temp.toString(), OPTIONS)).endsWith(": a folder of this machine");
    assertThat(Sources.explain("no-such", OPTIONS)).contains("supported are");
    assertThat(Sources.explain("no:such", OPTIONS)).endsWith("write ollama:no:such or oci:no:such");
  }

  @Test
  void aPasswordInAnAddressIsNotShownAndAnAddressForSshIsWrittenAnew() {
    for (String reference :
        List.of("https://me:geheim@x.example/a.zip", "git:https://geheim@x.example/a.git")) {
      assertThat(Sources.explain(reference, OPTIONS))
          .contains("name or password", "x.example")
          .doesNotContain("geheim");
      try (Opened opened = open(reference)) {
        assertThat(opened.wrongUse()).isTrue();
        assertThat(opened.issues().toString()).doesNotContain("geheim");
      }
    }
    assertThat(Sources.explain("git@host.example:org/repo.git", OPTIONS))
        .endsWith("write git:https://host.example/org/repo.git");
    assertThat(Sources.explain("ollama:hf.co/org/m:q4", OPTIONS)).contains("hf.co/org/m:q4");
    assertThat(Sources.explain("what is it", OPTIONS))
        .contains("oci:", "http(s)")
        .hasSizeLessThan(500);
  }

  @Test
  void whatNeedsNoSchemeIsRecognisedWithoutOne() throws IOException {
    for (var each :
        Map.of(
                "@scope/name", "of npm",
                "org.example:model:1.0", "of Maven",
                "github.com/org/repo", "Git repository at",
                "huggingface.co/org/name", "the model org/name of the hub",
                "ghcr.io/org/model:v1", "of the registry ghcr.io")
            .entrySet()) {
      assertThat(Sources.explain(each.getKey(), OPTIONS)).contains(each.getValue());
    }
  }

  @Test
  void whatCouldBeMoreThanOneThingIsNotGuessed() {
    assertThat(Sources.explain("org/name", OPTIONS))
        .contains("more than one thing")
        .endsWith("write hf:org/name or github:org/name or ollama:org/name or oci:org/name");
    try (Opened opened = open("org/name")) {
      assertThat(opened.wrongUse()).isTrue();
      assertThat(opened.issues().getFirst().next()).contains("hf:org/name");
    }
    assertThat(Sources.explain("git@host.example:org/repo", OPTIONS)).contains("ssh");
    assertThat(Sources.explain("npm:a b", OPTIONS))
        .endsWith("write it as npm:[@scope/]name[@version]");
  }
}
