package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.Assay;
import dev.assay.engine.Progress;
import dev.assay.io.ReadMeter;
import dev.assay.model.Assessment;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Finding;
import dev.assay.model.Note;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import dev.assay.sources.web.Patience;
import dev.assay.testing.HubServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// What sources declare and name, against what is found: data sets that are not there, layers that
/// are something else, annotations that the text contradicts.
final class DeclaredAndFoundTest extends AgainstHub {
  private Assessment assess(boolean offline, String... references) {
    var environment =
        Map.of(
            "HF_ENDPOINT",
            hub.endpoint(),
            "ASSAY_CACHE",
            temp.resolve("c").toString(),
            "SOURCE_DATE_EPOCH",
            "1");
    var meter = new ReadMeter();
    var options = new SourceOptions(offline, environment, Patience.NORMAL);
    try (Opened opened = Sources.open(List.of(references), options, meter)) {
      assertThat(opened.issues()).isEmpty();
      return Assay.inspect(opened.trees(), meter, Progress.silent());
    }
  }

  private void card(String... dataSets) {
    HubServer.Repo repo = hub.repo("acme/tiny");
    repo.file(
        "README.md",
        "---\nlicense: mit\ndatasets:\n- %s\n---\n# Tiny\n"
            .formatted(String.join("\n- ", dataSets)));
    repo.tags = "\"license:mit\",\"dataset:%s\"".formatted(String.join("\",\"dataset:", dataSets));
  }

  private static List<String> disagreements(Finding f) {
    return f.notes().stream().filter(n -> n.kind() == Note.Kind.DISAGREES).map(Note::text).toList();
  }

  @Test
  void a_link_to_data_that_nobody_can_see_is_a_name_and_no_link() {
    card("acme/none");
    Assessment read = assess(false, "hf:acme/tiny");
    Finding data = read.finding(Component.TRAINING_DATA);
    assertThat(data.state()).isEqualTo(State.DESCRIBED);
    assertThat(data.summary()).contains("not there or private", "acme/none");
    assertThat(data.evidence()).anyMatch(e -> e.path().equals("api/datasets/acme/none"));
    assertThat(disagreements(data)).singleElement().asString().contains("acme/none");
    assertThat(read.data()).extracting(DataSet::form).containsExactly(DataSet.Form.NAMED);
    // The answer is kept: the same is said without the network.
    assertThat(assess(true, "hf:acme/tiny").findings()).isEqualTo(read.findings());
  }

  @Test
  void where_nobody_answers_a_link_stays_a_link() {
    card("acme/none");
    for (int i = 0; i < 20; i++) {
      hub.faults.add(exchange -> {
        boolean asked = exchange.getRequestURI().getPath().contains("datasets/acme/none");
        if (asked) {
          exchange.getResponseHeaders().add("Retry-After", "1000");
          HubServer.error(exchange, 429, "");
        }
        return asked;
      });
    }
    assertThat(assess(false, "hf:acme/tiny").finding(Component.TRAINING_DATA).state())
        .isEqualTo(State.LINKED);
  }

  @Test
  void what_the_hub_knows_of_a_data_set_is_in_the_report() {
    card("acme/corpus");
    HubServer.Repo corpus = hub.repo("datasets/acme/corpus");
    corpus.tags = "\"license:cc-by-4.0\"";
    corpus.gate = "manual";
    corpus.recordedInfo =
        "{\"id\":\"acme/corpus\",\"sha\":\"%s\",\"gated\":\"manual\",\"usedStorage\":1234,"
                .formatted(HubServer.COMMIT)
            + "\"tags\":[\"license:cc-by-4.0\"]}";
    Assessment read = assess(false, "hf:acme/tiny");
    assertThat(read.finding(Component.TRAINING_DATA).state()).isEqualTo(State.LINKED);
    assertThat(read.finding(Component.TRAINING_DATA).qualifiers()).contains(Qualifier.GATED);
    DataSet set = read.data().getFirst();
    assertThat(set.licence()).isEqualTo("cc-by-4.0");
    assertThat(set.size()).isEqualTo("1234 bytes");
    assertThat(set.qualifiers()).contains(Qualifier.GATED);
    assertThat(set.evidence()).hasSize(2);
  }

  @Test
  void of_several_data_sets_the_ones_that_are_gone_are_told() {
    card("acme/corpus", "acme/none");
    hub.repo("datasets/acme/corpus").tags = "";
    Finding data = assess(false, "hf:acme/tiny").finding(Component.TRAINING_DATA);
    assertThat(data.state()).isEqualTo(State.LINKED);
    assertThat(data.qualifiers()).contains(Qualifier.PARTIAL).doesNotContain(Qualifier.GATED);
    assertThat(disagreements(data)).singleElement().asString().contains("acme/none");
  }

  private String blob(byte[] content) throws Exception {
    String hex = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    Path blobs = Files.createDirectories(temp.resolve("image/blobs/sha256"));
    Files.write(blobs.resolve(hex), content);
    return "sha256:" + hex;
  }

  private String layer(String type, String path, String text, long size) throws Exception {
    return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d,\"annotations\":{\"org.cncf.model.filepath\":\"%s\"}}"
        .formatted(type, blob(text.getBytes(StandardCharsets.UTF_8)), size, path);
  }

  @Test
  void an_artefact_is_held_against_its_content() throws Exception {
    String header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
    String safetensors = (char) header.length() + "\0".repeat(7) + header + "12345678";
    String manifest =
        "{\"config\":%s,\"layers\":[%s,%s,%s,%s],\"annotations\":{\"org.opencontainers.image.licenses\":\"MIT\"}}"
            .formatted(
                layer("application/vnd.cncf.model.config.v1+json", "", "{\"a\": 1}", 8),
                layer("application/vnd.docker.ai.gguf.v3", "a.gguf", safetensors, 1),
                layer("application/vnd.docker.ai.safetensors", "b.safetensors", safetensors, 75),
                layer("application/vnd.cncf.model.weight.v1.raw", "c.bin", "a poem", 6),
                layer("application/vnd.docker.ai.license", "LICENSE", SameReleaseTest.BSD_2, 1));
    String digest = blob(manifest.getBytes(StandardCharsets.UTF_8));
    Files.writeString(temp.resolve("image/oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
    Files.writeString(
        temp.resolve("image/index.json"),
        "{\"manifests\":[{\"digest\":\"%s\"}]}".formatted(digest));
    Assessment read = assess(true, temp.resolve("image").toString());
    assertThat(disagreements(read.finding(Component.WEIGHTS)))
        .contains(
            "a.gguf is declared to be gguf, and is safetensors",
            "c.bin is declared to be weights, and is no weights file that Assay knows")
        .noneMatch(note -> note.startsWith("b.safetensors"));
    assertThat(read.issues()).anyMatch(i -> i.message().contains("where the manifest says 1"));
    assertThat(read.claims())
        .filteredOn(c -> c.kind() == Claim.Kind.LICENCE)
        .anySatisfy(c -> {
          assertThat(c.statement()).contains("MIT");
          assertThat(c.verdict()).isEqualTo(Claim.Verdict.CONTRADICTED);
        });
    // Shown to whoever does not ask for more.
    Run run = Run.of("inspect", temp.resolve("image"));
    assertThat(run.out().replaceAll("\\s+", " ")).contains("declared to be gguf");
  }

  @Test
  void sources_that_disagree_are_told_without_asking() throws IOException {
    for (int n : List.of(1, 2)) {
      Path folder = Files.createDirectories(temp.resolve("part" + n));
      Files.writeString(folder.resolve("README.md"), "# Tiny\n\nA language model.\n");
      Files.writeString(
          folder.resolve("config.json"),
          "{\"architectures\":[\"LlamaForCausalLM\"],\"model_type\":\"llama\",\"hidden_size\":%d}"
              .formatted(n));
    }
    Run run = Run.of("inspect", temp.resolve("part1"), temp.resolve("part2"));
    assertThat(run.out().replaceAll("\\s+", " ")).contains("sources disagree: config.json");
  }

  @Test
  void data_that_dvc_keeps_is_a_pointer_and_in_the_cache_it_is_here() throws IOException {
    Path work = Files.createDirectories(temp.resolve("work/data"));
    String hash = "0123456789abcdef0123456789abcdef";
    Files.writeString(
        work.resolve("train.csv.dvc"),
        "outs:\n- md5: %s\n  size: 30000\n  path: train.csv\n".formatted(hash));
    Files.writeString(work.resolveSibling("train.py"), "import torch\n");
    Finding data = assess(true, temp.resolve("work").toString()).finding(Component.TRAINING_DATA);
    assertThat(data.state()).isEqualTo(State.DESCRIBED);
    assertThat(data.qualifiers()).contains(Qualifier.POINTER);
    Path cache = Files.createDirectories(temp.resolve("work/.dvc/cache/files/md5/01"));
    Files.writeString(cache.resolve(hash.substring(2)), "text,label\n".repeat(3000));
    Finding here = assess(true, temp.resolve("work").toString()).finding(Component.TRAINING_DATA);
    assertThat(here.state()).isEqualTo(State.PRESENT);
    assertThat(here.qualifiers()).doesNotContain(Qualifier.POINTER);
  }

  @Test
  void what_a_readme_inside_a_model_says_is_a_claim_about_its_data() throws IOException {
    Path jar = temp.resolve("model.jar");
    var model = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(model)) {
      put(out, "manifest.properties", "Manifest-Version=1.0\nComponent-Name=LangDetect\n");
      put(out, "x.model", "0123456789");
      put(
          out,
          "README.md",
          """
          # Language detection

          The model was trained on the Leipzig corpora collection, 2 million sentences, which
          can be downloaded at https://wortschatz.example.org/download.

          ## Training

          The model was trained with the TrainerTool on 10,000 iterations.
          """);
    }
    try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
      put(out, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n");
      out.putNextEntry(new ZipEntry("langdetect.bin"));
      out.write(model.toByteArray());
    }
    Assessment read = assess(true, jar.toString());
    Finding data = read.finding(Component.TRAINING_DATA);
    assertThat(data.state()).isIn(State.DESCRIBED, State.LINKED);
    assertThat(data.evidence())
        .anyMatch(
            e -> e.path().equals("langdetect.bin/README.md") && e.quote().contains("Leipzig"));
    assertThat(read.data()).isNotEmpty();
  }

  private static void put(ZipOutputStream out, String name, String text) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
