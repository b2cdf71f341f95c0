package dev.assay.sources.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.io.ByteSource;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoresTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @TempDir Path temp;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void surroundings() {
    environment.put("HF_HUB_CACHE", temp.resolve("hub").toString());
    environment.put("OLLAMA_MODELS", temp.resolve("ollama").toString());
    environment.put("ASSAY_CACHE", temp.resolve("assay").toString());
  }

  private SourceOptions options() {
    return new SourceOptions(true, environment, Patience.NORMAL);
  }

  private Opened open(String reference) {
    return Sources.open(List.of(reference), options(), new ReadMeter());
  }

  private Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static String text(FileTree tree, String path) {
    FileEntry entry =
        tree.files().stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow();
    try (ByteSource bytes = tree.open(entry)) {
      return new String(bytes.head(10_000), StandardCharsets.UTF_8);
    }
  }

  // The hub's cache.

  private Path cached(String folder) throws IOException {
    Path repository = temp.resolve("hub").resolve(folder);
    String blob = "a".repeat(64);
    write(repository.resolve("blobs").resolve(blob), "weights");
    write(repository.resolve("blobs").resolve("b".repeat(40)), "# card");
    write(repository.resolve("refs/main"), COMMIT);
    Path snapshot = Files.createDirectories(repository.resolve("snapshots").resolve(COMMIT));
    Files.createSymbolicLink(snapshot.resolve("model.safetensors"), Path.of("../../blobs/" + blob));
    Files.createSymbolicLink(
        snapshot.resolve("README.md"), Path.of("../../blobs/" + "b".repeat(40)));
    return repository;
  }

  @Test
  void aCachedModelIsReadThroughItsLinks() throws IOException {
    Path folder = cached("models--org--name--x");
    for (String reference :
        List.of(
            folder.toString(),
            folder.resolve("snapshots").resolve(COMMIT).toString(),
            "hf:org/name--x".replace("--", "-"))) {
      if (reference.startsWith("hf:")) {
        cached("models--org--name-x");
      }
      try (Opened opened = open(reference)) {
        FileTree tree = opened.trees().getFirst();
        assertThat(tree.info().revision()).isEqualTo(COMMIT);
        assertThat(text(tree, "README.md")).isEqualTo("# card");
        assertThat(tree.files())
            .extracting(FileEntry::path, FileEntry::kind, FileEntry::sha256)
            .containsExactly(
                tuple("README.md", FileEntry.Kind.FILE, null),
                tuple("model.safetensors", FileEntry.Kind.FILE, "a".repeat(64)));
        assertThat(tree.info().partial().getFirst()).contains("may be in the release");
      }
    }
  }

  @Test
  void whatTheListingNamesAndTheCacheLacksIsListed() throws IOException {
    Path folder = cached("models--org--name");
    write(
        folder.resolve("trees").resolve(COMMIT + ".json"),
        """
        {"format_version": 1, "files": {
          "README.md": {"size": 6, "blob_id": "b"},
          "train.py": {"size": 100, "blob_id": "c"},
          "../evil": {"size": 1, "blob_id": "d"},
          "model.safetensors": {"size": 7, "blob_id": "e", "lfs_sha256": "%s", "lfs_size": 7}}}
        """
            .formatted("a".repeat(64)));
    write(folder.resolve(".no_exist").resolve(COMMIT).resolve("tokenizer/vocab.json"), "");
    try (Opened opened = open(folder.toString())) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.files())
          .extracting(FileEntry::path, FileEntry::kind, FileEntry::size)
          .containsExactly(
              tuple("README.md", FileEntry.Kind.FILE, 6L),
              tuple("model.safetensors", FileEntry.Kind.FILE, 7L),
              tuple("train.py", FileEntry.Kind.LISTED, 100L));
      assertThat(tree.info().partial()).isEmpty();
      assertThat(tree.facts())
          .extracting(SourceFact::kind, SourceFact::value)
          .containsExactly(tuple(SourceFact.Kind.KNOWN_ABSENT, "tokenizer/vocab.json"));
    }
  }

  @Test
  void aCacheThatIsHalfWrittenHostileOrEmptyIsToldAndNotFollowed() throws IOException {
    Path folder = cached("models--org--name");
    Path snapshot = folder.resolve("snapshots").resolve(COMMIT);
    Files.createSymbolicLink(snapshot.resolve("half.bin"), Path.of("../../blobs/none"));
    Files.createSymbolicLink(snapshot.resolve("passwd"), Path.of("/etc/passwd"));
    write(folder.resolve("trees").resolve(COMMIT + ".json"), "{");
    try (Opened opened = open(folder.toString())) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.files().stream().filter(f -> f.kind() == FileEntry.Kind.LISTED))
          .extracting(FileEntry::path)
          .containsExactly("half.bin", "passwd");
      assertThat(tree.issues()).extracting(Issue::message).anyMatch(m -> m.contains("damaged"));
    }
    Files.createDirectories(temp.resolve("hub/models--org--empty/snapshots"));
    try (Opened opened = open(temp.resolve("hub/models--org--empty").toString())) {
      assertThat(opened.issues().getFirst().message()).contains("no snapshot");
    }
    write(folder.resolve("refs/main"), "../../../etc");
    try (Opened opened = open(folder.toString())) {
      assertThat(opened.trees().getFirst().info().revision()).isEqualTo(COMMIT);
    }
  }

  @Test
  void theStoreListsWhatItHolds() throws IOException {
    cached("models--a--one");
    cached("datasets--b--two");
    Files.createDirectories(temp.resolve("hub/.locks"));
    Stores.Held held = Stores.list("hf", null, options());
    assertThat(held.models())
        .extracting(StoredModel::name, StoredModel::revision, StoredModel::refs)
        .containsExactly(
            tuple("datasets/b/two", COMMIT, List.of("main")),
            tuple("a/one", COMMIT, List.of("main")));
    List<String> references = held.models().stream().map(StoredModel::reference).toList();
    try (Opened opened = Sources.open(references, options(), new ReadMeter())) {
      assertThat(opened.trees()).extracting(t -> t.info().id()).containsExactly("two", "one");
    }
    Stores.Held none = Stores.list("hf", temp.resolve("nowhere"), options());
    assertThat(none.problem()).contains("no such folder");
    assertThat(none.missing()).isTrue();
  }

  // Ollama.

  private String blob(String separator, Path blobs, byte[] content) throws IOException {
    String hex = TextFile.sha256(content);
    Path file = blobs.resolve("sha256" + separator + hex);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return "sha256:" + hex;
  }

  private String layer(String separator, Path blobs, String type, String content)
      throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}"
        .formatted(type, blob(separator, blobs, bytes), bytes.length);
  }

  private String ollamaLayer(String type, String content) throws IOException {
    Path blobs = temp.resolve("ollama/blobs");
    return layer("-", blobs, "application/vnd.ollama.image." + type, content);
  }

  @Test
  void aModelOfOllamaIsItsLayers() throws IOException {
    String missing =
        "{\"mediaType\":\"application/vnd.ollama.image.adapter\",\"digest\":\"sha256:%s\",\"size\":9}"
            .formatted("f".repeat(64));
    String config = ollamaLayer("config", "{\"model_format\":\"gguf\"}");
    String manifest =
        "{\"schemaVersion\":2,\"config\":%s,\"layers\":[%s,%s,%s,%s]}"
            .formatted(
                config,
                ollamaLayer("model", "GGUF..."),
                ollamaLayer("license", "Licence one"),
                ollamaLayer("license", "Use policy"),
                missing);
    write(temp.resolve("ollama/manifests/registry.ollama.ai/library/tiny/1b"), manifest);
    assertThat(Stores.list("ollama", null, options()).models())
        .extracting(StoredModel::name, StoredModel::reference)
        .containsExactly(tuple("tiny:1b", "ollama:tiny:1b"));
    try (Opened opened = open("ollama:tiny:1b")) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.files())
          .extracting(FileEntry::path, FileEntry::kind)
          .containsExactly(
              tuple("LICENSE", FileEntry.Kind.FILE),
              tuple("LICENSE-2", FileEntry.Kind.FILE),
              tuple("adapter.gguf", FileEntry.Kind.LISTED),
              tuple("model.gguf", FileEntry.Kind.FILE),
              tuple("ollama-config.json", FileEntry.Kind.FILE));
      assertThat(text(tree, "LICENSE-2")).isEqualTo("Use policy");
      assertThat(tree.info().revision())
          .isEqualTo("sha256:" + TextFile.sha256(manifest.getBytes(StandardCharsets.UTF_8)));
    }
    assertThat(open("ollama:tiny").issues().getFirst().message()).contains("not in Ollama's store");
    assertThat(open("ollama:../../x").wrongUse()).isTrue();
  }

  @Test
  void aListOfPackingsIsReadForOneOfThemAndAStubIsTold() throws IOException {
    Path blobs = temp.resolve("ollama/blobs");
    String child =
        "{\"config\":%s,\"layers\":[]}"
            .formatted(
                ollamaLayer(
                    "config",
                    "{\"remote_host\":\"https://cloud.example\",\"remote_model\":\"big\"}"));
    String digest = blob("-", blobs, child.getBytes(StandardCharsets.UTF_8));
    write(
        temp.resolve("ollama/manifests-v2/ollama.com/library/big/cloud"),
        """
        {"mediaType":"application/vnd.ollama.manifest.list.v2+json","manifests":[
          {"runner":"mlx","digest":"sha256:00"},{"runner":"ollama","digest":"%s"}]}
        """
            .formatted(digest));
    try (Opened opened = open("ollama:big:cloud")) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.facts())
          .extracting(SourceFact::kind, SourceFact::value)
          .containsExactly(tuple(SourceFact.Kind.ELSEWHERE, "https://cloud.example (big)"));
    }
    write(temp.resolve("ollama/manifests/registry.ollama.ai/library/bad/latest"), "{\"lay");
    assertThat(open("ollama:bad").issues().getFirst().message()).contains("damaged");
  }

  // OCI layouts.

  @Test
  void anImageLayoutGivesTheMembersOfItsTarsAndItsFiles() throws IOException {
    Path layout = temp.resolve("image");
    Path blobs = layout.resolve("blobs");
    var zip = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("src/train.py"));
      out.write("import torch".getBytes(StandardCharsets.UTF_8));
    }
    String packed = blob("/", blobs, zip.toByteArray());
    String weights = layer("/", blobs, "application/vnd.cncf.model.weight.v1.raw", "weights");
    String named =
        weights.replace(
            "}", ",\"annotations\":{\"org.cncf.model.filepath\":\"model.safetensors\"}}");
    String evil =
        weights.replace("}", ",\"annotations\":{\"org.cncf.model.filepath\":\"../../x\"}}");
    String config =
        layer(
            "/",
            blobs,
            "application/vnd.cncf.model.config.v1+json",
            "{\"descriptor\":{\"licenses\":[\"Apache-2.0\"]}}");
    String manifest =
        ("{\"config\":%s,\"layers\":[%s,%s,{\"mediaType\":\"application/x.tar\",\"digest\":\"%s\","
                + "\"size\":%d}]}")
            .formatted(config, named, evil, packed, zip.size());
    String digest = blob("/", blobs, manifest.getBytes(StandardCharsets.UTF_8));
    write(layout.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
    write(layout.resolve("index.json"), "{\"manifests\":[{\"digest\":\"%s\"}]}".formatted(digest));
    try (Opened opened = open(layout.toString())) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.files())
          .extracting(FileEntry::path)
          .containsExactly("layer-2", "model.safetensors", "oci-config.json", "src/train.py");
      assertThat(text(tree, "src/train.py")).isEqualTo("import torch");
      assertThat(tree.facts()).extracting(SourceFact::value).contains("Apache-2.0", "weights");
      assertThat(tree.info().revision()).isEqualTo(digest);
    }
    write(layout.resolve("index.json"), "{\"manifests\":[]}");
    assertThat(open(layout.toString()).issues().getFirst().message()).contains("no image");
    write(layout.resolve("index.json"), "[[[");
    assertThat(open(layout.toString()).issues().getFirst().message()).contains("damaged");
  }
}
