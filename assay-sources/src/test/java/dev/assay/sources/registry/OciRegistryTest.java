package dev.assay.sources.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.SourceFact;
import dev.assay.io.TextFile;
import dev.assay.model.Issue;
import dev.assay.sources.Lock;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import dev.assay.testing.Gen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OciRegistryTest extends AgainstLoopback {

  /// Puts a blob, and gives its descriptor.
  private String blob(String type, byte[] body, String annotations) {
    String digest = "sha256:" + TextFile.sha256(body);
    server.put("/v2/org/m/blobs/" + digest, body);
    return "{\"mediaType\":\""
        + type
        + "\",\"digest\":\""
        + digest
        + "\",\"size\":"
        + body.length
        + ",\"annotations\":{"
        + annotations
        + "}}";
  }

  private static String path(String path) {
    return "\"org.cncf.model.filepath\":\"" + path + "\"";
  }

  private String manifest(String tag, String config, String... layers) {
    String text =
        "{\"schemaVersion\":2,\"config\":"
            + config
            + ",\"layers\":["
            + String.join(",", layers)
            + "]}";
    return put(tag, text);
  }

  private String put(String tag, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String digest = "sha256:" + TextFile.sha256(body);
    server.put("/v2/org/m/manifests/" + tag, body);
    server.put("/v2/org/m/manifests/" + digest, body);
    return digest;
  }

  private String model(String tag) {
    return manifest(
        tag,
        blob(
            "application/vnd.cncf.model.config.v1+json",
            "{\"descriptor\":{\"licenses\":[\"Apache-2.0\"]}}".getBytes(StandardCharsets.UTF_8),
            ""),
        blob(
            "application/vnd.cncf.model.weight.v1.raw",
            new Gen(3).bytes(3_000_000),
            path("model.safetensors")),
        blob(
            "application/vnd.cncf.model.code.v1.tar",
            Loopback.tar("train.py", "import torch", "big.bin", "x".repeat(900_000), "z.txt", "1"),
            path("code")),
        blob(
            "application/vnd.cncf.model.doc.v1.tar+gzip",
            gzip(Loopback.tar("README.md", "# hello")),
            path("docs")));
  }

  private static byte[] gzip(byte[] bytes) {
    try {
      return Loopback.gzip(bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String reference(String tail) {
    return "oci:" + server.base().substring("http://".length()) + "/org/m" + tail;
  }

  private static String text(FileTree tree, String path) {
    FileEntry entry =
        tree.files().stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow();
    try (ByteSource bytes = tree.open(entry)) {
      return new String(bytes.head(20), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aModelIsReadHeaderFirst() {
    String digest = model("v1");
    try (Opened opened = open(reference(":v1"), false)) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.info().kind()).isEqualTo("oci registry");
      assertThat(tree.info().revision()).isEqualTo(digest);
      assertThat(tree.files())
          .extracting(FileEntry::path)
          .containsExactly(
              "README.md", "big.bin", "model.safetensors", "oci-config.json", "train.py", "z.txt");
      assertThat(text(tree, "README.md")).isEqualTo("# hello");
      assertThat(text(tree, "train.py")).isEqualTo("import torch");
      assertThat(text(tree, "z.txt")).isEqualTo("1");
      assertThat(text(tree, "model.safetensors")).isNotEmpty();
      assertThat(tree.facts()).extracting(SourceFact::value).contains("Apache-2.0", "weights");
      assertThat(tree.issues()).isEmpty();
      assertThat(meter.bytesRead()).isLessThan(700_000);
      assertThat(Lock.of(List.of(tree)).entries().getFirst().reference())
          .isEqualTo(reference(":v1@" + digest));
    }
    server.put("/v2/org/m/manifests/v1", "moved");
    try (Opened again = open(reference(":v1@" + digest), true)) {
      assertThat(again.trees().getFirst().files()).hasSize(6);
      assertThat(meter.requests()).isZero();
    }
  }

  @Test
  void aServerThatGivesNoPartsIsReadWholeAndChecked() {
    byte[] weights = new Gen(4).bytes(1_000_000);
    manifest("v1", "{}", blob("application/x", weights, path("w.bin")));
    server.on(
        "/v2/org/m/blobs/sha256:" + TextFile.sha256(weights),
        exchange -> Loopback.send(exchange, 200, weights));
    try (Opened opened = open(reference(":v1"), false)) {
      FileTree tree = opened.trees().getFirst();
      try (ByteSource bytes = tree.open(tree.files().getFirst())) {
        assertThat(bytes.bytes(900_000, 4))
            .isEqualTo(java.util.Arrays.copyOfRange(weights, 900_000, 900_004));
      }
    }
  }

  @Test
  void aTokenIsFetchedWhereTheRegistrySaysAndIsNotKept() throws IOException {
    model("v1");
    tokens(
        "Basic "
            + Base64.getEncoder().encodeToString("me:s3cret".getBytes(StandardCharsets.UTF_8)));
    assertThat(refused(reference(":v1")).message()).contains("not there, or private");
    Files.createDirectories(temp.resolve(".docker"));
    String host = server.base().substring("http://".length());
    Files.writeString(
        temp.resolve(".docker/config.json"),
        "{\"auths\":{\"" + host + "\":{\"auth\":\"bWU6czNjcmV0\"}}}");
    try (Opened opened = open(reference(":v1"), false)) {
      assertThat(text(opened.trees().getFirst(), "train.py")).isEqualTo("import torch");
    }
    assertThat(server.asked()).noneMatch(a -> a.contains("/blobs/") && a.contains("Basic"));
    try (var files = Files.walk(temp.resolve("cache"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain("passing-token")
            .doesNotContain("bWU6czNjcmV0");
      }
    }
  }

  @Test
  void anonymousTokensAreEnoughForWhatIsPublic() {
    model("v1");
    tokens("");
    try (Opened opened = open(reference(":v1"), false)) {
      assertThat(opened.trees().getFirst().files()).hasSize(6);
    }
    try (Opened again = open(reference(":v1"), true)) {
      assertThat(again.trees().getFirst().files()).hasSize(6);
    }
  }

  /// From now on the registry wants a token, which it gives to whoever shows `login`.
  private void tokens(String login) {
    server.on(
        "/token",
        exchange -> {
          String shown = exchange.getRequestHeaders().getFirst("Authorization");
          boolean known = login.isEmpty() ? shown == null : login.equals(shown);
          byte[] body = "{\"token\":\"passing-token\"}".getBytes(StandardCharsets.UTF_8);
          Loopback.send(exchange, known ? 200 : 401, known ? body : new byte[0]);
        });
    server.before(exchange -> {
      boolean known =
          "Bearer passing-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
      boolean asks = exchange.getRequestURI().getPath().startsWith("/v2/");
      if (asks && !known) {
        challenge(exchange);
      }
      return asks && !known;
    });
  }

  private void challenge(HttpExchange exchange) throws IOException {
    String said = "Bearer realm=\"" + server.base() + "/token\",service=\"here\"";
    exchange.getResponseHeaders().add("WWW-Authenticate", said);
    Loopback.send(exchange, 401, new byte[0]);
  }

  @Test
  void anotherContentThanTheDigestSaysIsRefused() {
    String digest = model("v1");
    server.put("/v2/org/m/manifests/" + digest, "{\"layers\":[]}");
    assertThat(refused(reference("@" + digest)).message()).contains("not what its digest says");
    byte[] licence = "MIT".getBytes(StandardCharsets.UTF_8);
    manifest("v2", "{}", blob("application/vnd.docker.ai.license", licence, ""));
    server.put("/v2/org/m/blobs/sha256:" + TextFile.sha256(licence), "GPL");
    try (Opened opened = open(reference(":v2"), false)) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.files()).extracting(FileEntry::path).containsExactly("LICENSE");
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> text(tree, "LICENSE"))
          .hasMessageContaining("digest");
    }
  }

  @Test
  void aKitSaysALicenceForEachOfItsParts() {
    String kit = "application/vnd.kitops.modelkit.";
    manifest(
        "kit",
        blob(
            kit + "config.v1+json",
            """
            {"manifestVersion":"1.0.0","package":{"name":"tiny","license":"Apache-2.0"},
             "model":{"path":"model.safetensors","license":"CC-BY-NC-4.0"},
             "code":[{"path":"src","license":"MIT"}],
             "datasets":[{"path":"data","license":"CC0-1.0"}]}
            """
                .getBytes(StandardCharsets.UTF_8),
            ""),
        blob(kit + "model.v1.tar", Loopback.tar("model.safetensors", "weights"), ""),
        blob(kit + "code.v1.tar+gzip", gzip(Loopback.tar("src/train.py", "import torch")), ""),
        blob(kit + "dataset.v1.tar", Loopback.tar("data/train.csv", "text,label"), ""),
        blob(kit + "docs.v1.tar", Loopback.tar("README.md", "# Tiny"), ""));
    try (Opened opened = open(reference(":kit"), false)) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.files())
          .extracting(FileEntry::path)
          .containsExactly(
              "Kitfile", "README.md", "data/train.csv", "model.safetensors", "src/train.py");
      assertThat(tree.facts())
          .extracting(SourceFact::kind, SourceFact::value)
          .containsExactly(
              tuple(SourceFact.Kind.LICENCE_TAG, "Apache-2.0"),
              tuple(SourceFact.Kind.WEIGHTS_LICENCE, "CC-BY-NC-4.0"),
              tuple(SourceFact.Kind.PACKAGE_LICENCE, "MIT"),
              tuple(SourceFact.Kind.DATA_LICENCE, "CC0-1.0"));
    }
  }

  @Test
  void aPackOfDockerOrModelPackDeclaresWhatItsLayersAre() {
    manifest(
        "pack",
        blob(
            "application/vnd.cncf.model.config.v1+json",
            "{\"descriptor\":{\"datasetsURL\":[\"https://data.example/corpus\"]}}"
                .getBytes(StandardCharsets.UTF_8),
            ""),
        blob("application/vnd.docker.ai.gguf.v3", new byte[64], ""),
        blob("application/vnd.docker.ai.safetensors", new byte[64], path("a.safetensors")),
        blob("application/vnd.docker.ai.mmproj", new byte[64], ""),
        blob("application/vnd.docker.ai.dduf", new byte[64], ""),
        blob("application/vnd.docker.ai.chat.template.jinja", new byte[64], ""),
        blob("application/vnd.cncf.model.weight.v1.raw", new byte[64], path("b.onnx")));
    try (Opened opened = open(reference(":pack"), false)) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.files())
          .extracting(FileEntry::path)
          .containsExactly(
              "a.safetensors",
              "b.onnx",
              "chat_template.jinja",
              "mmproj-3.gguf",
              "model-1.gguf",
              "model-4.dduf",
              "oci-config.json");
      assertThat(tree.facts())
          .extracting(SourceFact::value)
          .containsExactlyInAnyOrder(
              "gguf", "safetensors", "gguf", "weights", "https://data.example/corpus");
    }
  }

  @Test
  void anIndexIsFollowedToItsFirstImageAndAttestationsAreNot() {
    String image = model("v1");
    put(
        "all",
        "{\"manifests\":[{\"digest\":\"sha256:"
            + "0".repeat(64)
            + "\",\"annotations\":{\"vnd.docker.reference.type\":\"attestation-manifest\"}},"
            + "{\"digest\":\""
            + image
            + "\"}]}");
    try (Opened opened = open(reference(":all"), false)) {
      assertThat(opened.trees().getFirst().files()).hasSize(6);
      assertThat(opened.trees().getFirst().info().partial()).isEmpty();
    }
    String loop = put("loop", "{\"manifests\":[]}");
    assertThat(refused(reference(":loop")).message()).contains("names no image");
    assertThat(loop).isNotEmpty();
  }

  @Test
  void papersAboutItAreNamed() {
    String digest = model("v1");
    server.put(
        "/v2/org/m/referrers/" + digest,
        "{\"manifests\":[{\"artifactType\":\"application/vnd.dev.sigstore.bundle.v0.3+json\"}]}");
    put(digest.replace(':', '-') + ".sig", "{\"layers\":[]}");
    try (Opened opened = open(reference(":v1"), false)) {
      assertThat(opened.trees().getFirst().issues())
          .singleElement()
          .satisfies(i -> {
            assertThat(i.severity()).isEqualTo(Issue.Severity.NOTE);
            assertThat(i.message()).contains("sigstore.bundle", "cosign");
          });
    }
  }

  @Test
  void aModelOfOllamaIsKnownByItsLayers() {
    manifest(
        "v1",
        blob(
            "application/vnd.docker.container.image.v1+json",
            "{}".getBytes(StandardCharsets.UTF_8),
            ""),
        blob("application/vnd.ollama.image.model", new byte[100], ""),
        blob("application/vnd.ollama.image.license", "MIT".getBytes(StandardCharsets.UTF_8), ""));
    try (Opened opened = open(reference(":v1"), false)) {
      assertThat(opened.trees().getFirst().info().kind()).isEqualTo("ollama registry");
      assertThat(opened.trees().getFirst().files())
          .extracting(FileEntry::path)
          .containsExactly("LICENSE", "model.gguf", "ollama-config.json");
    }
  }

  @Test
  void hostileManifestsAreTold() {
    put("v1", "[");
    assertThat(refused(reference(":v1")).message()).contains("manifest cannot be read");
    put("v1", "{}");
    assertThat(refused(reference(":v1")).message()).contains("names no layers");
    String digest = "\"sha256:" + "a".repeat(64) + "\"";
    manifest(
        "v1",
        "{}",
        blob("application/x", new byte[4], path("../../etc/passwd")),
        "{\"mediaType\":\"x\",\"digest\":\"sha256:../../x\",\"size\":3}",
        "{\"mediaType\":\"tar\",\"digest\":" + digest + ",\"size\":9000000000000}");
    try (Opened opened = open(reference(":v1"), false)) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.files())
          .extracting(FileEntry::path)
          .containsExactly("layer-1", "layer-2", "layer-3");
      assertThat(tree.files().getLast().kind()).isEqualTo(FileEntry.Kind.LISTED);
      assertThat(tree.info().partial()).containsExactly("what is in layer-3");
    }
  }

  @Test
  void whatIsNotThereAndWhatIsNoReferenceIsTold() {
    assertThat(refused(reference(":nothing")).message()).contains("has no org/m nothing");
    for (String bad :
        List.of(
            "oci:",
            "oci:A/B",
            "oci:x.y/a:b:c/d",
            "oci:x.y/../a",
            "oci:x.y/a@sha256:12",
            "oci:x@evil.com/a",
            "oci:x.y/a:" + "t".repeat(200))) {
      assertThat(refused(bad).next()).as(bad).contains("write it as");
    }
    var options = new SourceOptions(true, environment, QUICK);
    assertThat(Sources.explain("oci:ai/smol", options)).contains("ai/smol, latest", "docker.io");
    assertThat(Sources.explain("oci:x", options)).contains("library/x");
    assertThat(Sources.explain("reg.example/a/b:1", options))
        .contains("of the registry reg.example");
  }
}
