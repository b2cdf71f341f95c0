package dev.assay.sources.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.io.SourceFact;
import dev.assay.io.TextFile;
import dev.assay.model.Issue;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import dev.assay.sources.StoredModel;
import dev.assay.sources.Stores;
import dev.assay.sources.web.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stores laid out as their programs write them.
final class StoreLayoutsTest {
  private static final String ONE = "0123456789abcdef0123456789abcdef01234567";
  private static final String TWO = "89abcdef0123456789abcdef0123456789abcdef";

  @TempDir Path home;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void surroundings() {
    environment.put("HOME", home.toString());
  }

  private SourceOptions options() {
    return new SourceOptions(false, environment, Patience.NORMAL);
  }

  private void write(String path, String text) throws IOException {
    Path file = home.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<StoredModel> list(String store) {
    Stores.Held held = Stores.list(store, null, options());
    assertThat(held.problem()).isEmpty();
    return held.models();
  }

  private FileTree open(StoredModel model) {
    Opened opened = Stores.open(model, options(), new ReadMeter());
    assertThat(opened.issues()).isEmpty();
    return opened.trees().getFirst();
  }

  private static List<String> paths(FileTree tree) {
    return tree.files().stream().map(FileEntry::path).toList();
  }

  @Test
  void everyStoreIsWhereItsProgramKeepsItAndMissingOnesAreNoError() {
    for (String store : Stores.kinds()) {
      Stores.Held held = Stores.list(store, null, options());
      assertThat(held.models()).as(store).isEmpty();
    }
    assertThat(Stores.kinds()).contains("hf", "ollama", "lmstudio", "llama.cpp", "torchhub");
  }

  @Test
  void theHubsCacheHasARowForEachSnapshotWithItsRefs() throws IOException {
    String repository = ".cache/huggingface/hub/models--org--name/";
    write(repository + "snapshots/" + ONE + "/config.json", "{}");
    write(repository + "snapshots/" + TWO + "/config.json", "{}");
    write(repository + "refs/main", ONE);
    write(repository + "refs/refs/pr/1", TWO);
    write(repository + "refs/v1.0", ONE);
    write(repository + "blobs/" + "a".repeat(64) + ".incomplete", "half");
    write(".cache/huggingface/hub/models--org--begun/refs/main", ONE);
    write(".cache/huggingface/hub/.locks/models--org--name/x.lock", "");
    write(".cache/huggingface/hub/version.txt", "1");
    List<StoredModel> models = list("hf");
    assertThat(models)
        .extracting(StoredModel::name, StoredModel::revision, StoredModel::refs)
        .containsExactlyInAnyOrder(
            tuple("org/begun", "", List.of()),
            tuple("org/name", ONE, List.of("main", "v1.0")),
            tuple("org/name", TWO, List.of("refs/pr/1")));
    // Copies instead of links, as on Windows.
    StoredModel second =
        models.stream().filter(m -> m.revision().equals(TWO)).findFirst().orElseThrow();
    try (FileTree tree = open(second)) {
      assertThat(paths(tree)).containsExactly("config.json");
      assertThat(tree.info().revision()).isEqualTo(TWO);
      assertThat(tree.issues())
          .extracting(Issue::message)
          .anyMatch(m -> m.contains("not finished"));
    }
    try (Opened begun = Stores.open(models.getFirst(), options(), new ReadMeter())) {
      assertThat(begun.issues().getFirst().message()).contains("no snapshot");
    }
  }

  @Test
  void lmStudioKeepsPublisherAndModelBelowItsHome() throws IOException {
    write(".lmstudio/models/acme/tiny-GGUF/tiny.gguf", "GGUF");
    assertThat(list("lmstudio")).extracting(StoredModel::name).containsExactly("acme/tiny-GGUF");
    write("elsewhere/models/acme/other/other.gguf", "GGUF");
    write(".lmstudio-home-pointer", home.resolve("elsewhere") + "\n");
    assertThat(list("lmstudio")).extracting(StoredModel::name).containsExactly("acme/other");
    try (FileTree tree = open(list("lmstudio").getFirst())) {
      assertThat(tree.info().partial().getFirst()).contains("may be in the release");
    }
  }

  @Test
  void llamaCppsFlatFolderSaysWhereAFileCameFromAndPiecesAreOneModel() throws IOException {
    String cache = ".cache/llama.cpp/";
    write(cache + "acme_tiny.gguf", "GGUF");
    write(cache + "acme_tiny.gguf.json", "{\"etag\":\"x\",\"url\":\"https://hub.example/t.gguf\"}");
    write(cache + "manifest=acme=tiny=latest.json", "{}");
    write(cache + "big-00001-of-00002.gguf", "GGUF");
    write(cache + "big-00002-of-00002.gguf", "GGUF");
    write(cache + "models--org--name/snapshots/" + ONE + "/x.gguf", "GGUF");
    assertThat(list("llama.cpp"))
        .extracting(StoredModel::name)
        .containsExactly("acme_tiny", "big", "org/name");
    try (FileTree tree = open(list("llama.cpp").getFirst())) {
      assertThat(tree.facts())
          .extracting(SourceFact::kind, SourceFact::value)
          .containsExactly(tuple(SourceFact.Kind.FETCHED_FROM, "https://hub.example/t.gguf"));
    }
    try (FileTree tree = open(list("llama.cpp").get(1))) {
      assertThat(paths(tree)).hasSize(2);
    }
  }

  @Test
  void modelScopesPicklesAreNeverPartOfTheRelease() throws IOException {
    String model = ".cache/modelscope/hub/models/acme/Tiny2___5/";
    write(model + "config.json", "{}");
    write(model + ".msc", "\u0080\u0004cos\nsystem\n");
    write(model + ".mdl", "\u0080\u0004cos\nsystem\n");
    write(model + ".mv", "Revision:v1.2,CreatedAt:1735707600");
    Files.createSymbolicLink(
        home.resolve(".cache/modelscope/hub/models/acme/Tiny2.5"), Path.of("Tiny2___5"));
    write(".cache/modelscope/hub/acme/old/.mv", "master");
    assertThat(list("modelscope"))
        .extracting(StoredModel::name, StoredModel::revision)
        .containsExactly(tuple("acme/Tiny2.5", "v1.2"), tuple("acme/old", "master"));
    try (FileTree tree = open(list("modelscope").getFirst())) {
      assertThat(paths(tree)).containsExactly("config.json");
      assertThat(tree.info().revision()).isEqualTo("v1.2");
    }
  }

  @Test
  void kagglesMarkersSayWhatWasFetchedWhole() throws IOException {
    String variation = ".cache/kagglehub/models/acme/tiny/pyTorch/1b/";
    write(variation + "1/model.safetensors", "x");
    write(variation + "1.complete", "");
    write(variation + "2/config.json", "{}");
    write(variation + ".complete/2/config.json.complete", "");
    write(variation + "3/config.json", "{}");
    assertThat(list("kaggle"))
        .extracting(StoredModel::name, StoredModel::revision)
        .containsExactly(
            tuple("acme/tiny/pyTorch/1b", "1"),
            tuple("acme/tiny/pyTorch/1b", "2"),
            tuple("acme/tiny/pyTorch/1b", "3"));
    assertThat(list("kaggle"))
        .extracting(m -> open(m).info().partial())
        .containsExactly(
            List.of(),
            List.of("only single files of this version were fetched"),
            List.of("the download of this version was not finished"));
  }

  @Test
  void torchHubHasRepositoriesAndLooseCheckpoints() throws IOException {
    write(".cache/torch/hub/acme_vision_main/hubconf.py", "dependencies = []");
    write(".cache/torch/hub/no-repository/readme.txt", "");
    write(".cache/torch/hub/checkpoints/net-0123abcd.pth", "x");
    write(".cache/torch/hub/trusted_list", "");
    assertThat(list("torchhub"))
        .extracting(StoredModel::name, StoredModel::revision)
        .containsExactly(
            tuple("acme_vision_main", ""),
            tuple("checkpoints/net-0123abcd.pth", "sha256:0123abcd..., by its name"));
    try (FileTree tree = open(list("torchhub").get(1))) {
      assertThat(tree.info().partial()).hasSize(1);
    }
  }

  @Test
  void tfHubsDescriptorNamesTheModuleAndNothingElseIsTakenFromIt() throws IOException {
    environment.put("TFHUB_CACHE_DIR", home.resolve("tf").toString());
    String hash = "a".repeat(40);
    write("tf/" + hash + "/saved_model.pb", "x");
    write(
        "tf/" + hash + ".descriptor.txt",
        "Module: https://tf.example/acme/1\nDownload Time: now\nDownloader Hostname: secret (PID:1)");
    write("tf/" + "b".repeat(40) + ".0123.tmp/saved_model.pb", "x");
    write("tf/other/x", "x");
    List<StoredModel> models = list("tfhub");
    assertThat(models)
        .extracting(StoredModel::name)
        .containsExactly("b".repeat(40) + ".0123.tmp", "https://tf.example/acme/1");
    assertThat(open(models.getFirst()).info().partial().getFirst()).contains("not finished");
    try (FileTree tree = open(models.get(1))) {
      assertThat(tree.facts().toString()).contains("tf.example").doesNotContain("secret");
    }
  }

  @Test
  void mlflowSaysWhichCommitMadeAModel() throws IOException {
    Path store = home.resolve("mlruns");
    String run = "0af1".repeat(8);
    write("mlruns/1/meta.yaml", "experiment_id: '1'\nname: churn\n");
    write("mlruns/1/" + run + "/tags/mlflow.source.git.commit", ONE);
    write("mlruns/1/" + run + "/tags/mlflow.source.git.repoURL", "https://git.example/acme/churn");
    write("mlruns/1/" + run + "/tags/mlflow.source.name", "train.py");
    write(
        "mlruns/1/models/m-7/artifacts/MLmodel",
        "model_id: m-7\nrun_id: " + run + "\nutc_time_created: '2026-01-02 03:04:05'\n");
    write("mlruns/1/" + run + "/artifacts/model/MLmodel", "model_uuid: \"u-1\"\nrun_id: ../../x\n");
    write("mlruns/.trash/1/models/m-8/artifacts/MLmodel", "model_id: m-8\n");
    List<StoredModel> models = Stores.list("mlflow", store, options()).models();
    assertThat(models)
        .extracting(StoredModel::name, StoredModel::revision)
        .containsExactly(tuple("churn/model", "u-1"), tuple("churn/m-7", "m-7"));
    try (FileTree tree = open(models.get(1))) {
      assertThat(tree.facts())
          .extracting(SourceFact::kind, SourceFact::value)
          .contains(
              tuple(
                  SourceFact.Kind.MADE_BY,
                  "train.py at commit " + ONE + " of https://git.example/acme/churn"));
    }
    try (FileTree tree = open(models.getFirst())) {
      assertThat(tree.facts()).isEmpty();
    }
  }

  private void downloaded(String path, String content, String etag, long seconds)
      throws IOException {
    write("down/" + path, content);
    write(
        "down/.cache/huggingface/download/" + path + ".metadata",
        ONE + "\n" + etag + "\n" + seconds + ".5\n");
  }

  @Test
  void aFolderThatTheHubsClientFilledIsPinnedToItsCommit() throws IOException {
    long later = System.currentTimeMillis() / 1000 + 5;
    downloaded("config.json", "{}", "b".repeat(40), later);
    downloaded("sub/model.safetensors", "weights", "a".repeat(64), later);
    write("down/.cache/huggingface/.gitignore", "*");
    write("down/notes.txt", "mine");
    String folder = home.resolve("down").toString();
    try (Opened opened = Sources.open(List.of(folder), options(), new ReadMeter())) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.info().revision()).isEqualTo(ONE);
      assertThat(tree.files())
          .extracting(FileEntry::path, FileEntry::sha256)
          .containsExactly(
              tuple("config.json", null),
              tuple("notes.txt", null),
              tuple("sub/model.safetensors", "a".repeat(64)));
      assertThat(tree.issues()).extracting(Issue::message).anyMatch(m -> m.contains("1 file"));
    }
    // Changed since, and gone since.
    downloaded("config.json", "{ }", "b".repeat(40), 1000);
    downloaded("gone.bin", "x", "c".repeat(64), later);
    Files.delete(home.resolve("down/gone.bin"));
    try (Opened opened = Sources.open(List.of(folder), options(), new ReadMeter())) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.info().revision()).isNull();
      assertThat(tree.issues()).extracting(Issue::message).anyMatch(m -> m.contains("changed"));
      assertThat(tree.files())
          .filteredOn(f -> f.kind() == FileEntry.Kind.LISTED)
          .extracting(FileEntry::path)
          .containsExactly("gone.bin");
    }
  }

  // Docker Model Runner.

  private String blob(String root, String text) throws IOException {
    String hex = TextFile.sha256(text.getBytes(StandardCharsets.UTF_8));
    write(root + "/sha256/" + hex, text);
    return "sha256:" + hex;
  }

  private String layer(String type, String text) throws IOException {
    return "{\"mediaType\":\"application/vnd.docker.ai.%s\",\"digest\":\"%s\",\"size\":%d}"
        .formatted(type, blob(".docker/models/blobs", text), text.length());
  }

  @Test
  void dockersIndexNamesManifestsOfLayers() throws IOException {
    String manifest =
        "{\"config\":%s,\"layers\":[%s,%s]}"
            .formatted(
                layer("model.config.v0.1+json", "{\"config\":{\"format\":\"gguf\"}}"),
                layer("gguf.v3", "GGUF and more"),
                layer("license", "A licence"));
    String digest = blob(".docker/models/manifests", manifest);
    String gone = "sha256:" + "0".repeat(64);
    write(".docker/models/layout.json", "{\"version\":\"1.0.0\"}");
    write(
        ".docker/models/models.json",
        """
        {"models":[{"id":"%s","tags":["docker.io/ai/tiny:1B","docker.io/ai/tiny:latest"],"files":[]},
          {"id":"%s","tags":["docker.io/ai/half:1B"]},{"id":"../../../etc/passwd","tags":[]}]}
        """
            .formatted(digest, gone));
    List<StoredModel> models = list("docker");
    assertThat(models)
        .extracting(StoredModel::name, StoredModel::revision)
        .containsExactly(
            tuple("../../../etc/passwd", "../../../etc/passwd"),
            tuple("docker.io/ai/half:1B", gone),
            tuple("docker.io/ai/tiny:1B", digest));
    FileTree tree = open(models.get(2));
    assertThat(tree.files())
        .extracting(FileEntry::path)
        .containsExactly("LICENSE", "model-1.gguf", "oci-config.json");
    assertThat(tree.facts())
        .extracting(SourceFact::kind, SourceFact::value)
        .containsExactly(tuple(SourceFact.Kind.DECLARED, "gguf"));
    assertThat(why(models.get(0))).contains("no digest");
    assertThat(why(models.get(1))).contains("not finished");
    // A small blob that is not what its name says is refused.
    write(
        ".docker/models/blobs/sha256/"
            + TextFile.sha256("A licence".getBytes(StandardCharsets.UTF_8)),
        "B licence");
    FileTree again = open(models.get(2));
    assertThatThrownBy(() -> again.open(again.files().getFirst()).close())
        .hasMessageContaining("digest");
    write(".docker/models/models.json", "[[[");
    assertThat(Stores.list("docker", null, options()).problem()).contains("cannot be read");
  }

  private String why(StoredModel model) {
    return Stores.open(model, options(), new ReadMeter()).issues().getFirst().message();
  }

  // DVC.

  @Test
  void whatDvcsCacheHoldsIsReadWhereItsPointerLies() throws IOException {
    String list =
        "[{\"md5\":\"%s\",\"relpath\":\"a.csv\"},{\"md5\":\"%s\",\"relpath\":\"b.csv\"},"
                .formatted("1".repeat(32), "2".repeat(32))
            + "{\"md5\":\"%s\",\"relpath\":\"../../../x\"}]".formatted("1".repeat(32));
    write("work/.dvc/config", "");
    write("work/.dvc/cache/files/md5/33/" + "3".repeat(30) + ".dir", list);
    write("work/.dvc/cache/files/md5/11/" + "1".repeat(30), "text,label\n");
    write("work/.dvc/cache/44/" + "4".repeat(30), "old");
    write("work/.dvc/tmp/lock", "");
    write("work/data/corpus.dvc", "outs:\n- md5: " + "3".repeat(32) + ".dir\n  path: corpus\n");
    write("work/model.pt.dvc", "outs:\n- md5: " + "4".repeat(32) + "\n  path: model.pt\n");
    write("work/gone.dvc", "outs:\n- md5: " + "5".repeat(32) + "\n  path: gone\n");
    write("work/out.dvc", "outs:\n- md5: " + "4".repeat(32) + "\n  path: ../../out\n");
    Stores.Held held = Stores.list("dvc", home, options());
    assertThat(held.models()).extracting(StoredModel::name).containsExactly("work");
    FileTree tree = open(held.models().getFirst());
    assertThat(tree.files())
        .extracting(FileEntry::path, FileEntry::kind)
        .containsExactly(
            tuple(".dvc/config", FileEntry.Kind.FILE),
            tuple("data/corpus.dvc", FileEntry.Kind.FILE),
            tuple("data/corpus/a.csv", FileEntry.Kind.FILE),
            tuple("data/corpus/b.csv", FileEntry.Kind.LISTED),
            tuple("gone.dvc", FileEntry.Kind.FILE),
            tuple("model.pt", FileEntry.Kind.FILE),
            tuple("model.pt.dvc", FileEntry.Kind.FILE),
            tuple("out.dvc", FileEntry.Kind.FILE));
    try (var bytes = tree.open(tree.files().get(5))) {
      assertThat(bytes.bytes(0, 3)).isEqualTo("old".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(tree.issues()).anyMatch(i -> i.message().contains("2 files are read from DVC"));
  }
}
