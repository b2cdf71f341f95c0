package dev.assay.sources.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.io.TextFile;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import dev.assay.sources.web.Patience;
import dev.assay.testing.Gen;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against the real registry, Debian's package `docker-registry`; skips with a line where that is
/// not installed.
final class DebianRegistryTest {
  private static final List<String> PLACES =
      List.of("/usr/bin/docker-registry", "/usr/bin/registry", "/usr/local/bin/registry");

  @TempDir Path temp;
  private Process registry;
  private String base = "";
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void start() throws Exception {
    String program =
        PLACES.stream().filter(p -> Files.isExecutable(Path.of(p))).findFirst().orElse("");
    if (program.isEmpty()) {
      String line = "skipped: no docker-registry on this machine (Debian: docker-registry)";
      System.out.println(line);
      Assumptions.abort(line);
    }
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Path config =
        Files.writeString(
            temp.resolve("config.yml"),
            "version: 0.1\nlog:\n  level: error\nstorage:\n  filesystem:\n    rootdirectory: "
                + temp.resolve("store")
                + "\nhttp:\n  addr: 127.0.0.1:"
                + port
                + "\n");
    registry =
        new ProcessBuilder(program, "serve", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("log").toFile())
            .start();
    base = "http://127.0.0.1:" + port;
    for (int i = 0; i < 200; i++) {
      try {
        if (send("GET", "/v2/", new byte[0], "").statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new IllegalStateException(
        "the registry did not start: " + Files.readString(temp.resolve("log")));
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (registry != null) {
      registry.destroy();
      registry.waitFor();
    }
  }

  private HttpResponse<String> send(String method, String path, byte[] body, String type)
      throws IOException, InterruptedException {
    URI at = path.startsWith("http") ? URI.create(path) : URI.create(base + path);
    var request =
        HttpRequest.newBuilder(at).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private String push(String type, byte[] body, String path)
      throws IOException, InterruptedException {
    String digest = "sha256:" + TextFile.sha256(body);
    String place =
        send("POST", "/v2/org/m/blobs/uploads/", new byte[0], "")
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String at = place + (place.contains("?") ? "&" : "?") + "digest=" + digest;
    assertThat(send("PUT", at, body, "application/octet-stream").statusCode()).isEqualTo(201);
    String annotation =
        path.isEmpty() ? "" : ",\"annotations\":{\"org.cncf.model.filepath\":\"" + path + "\"}";
    return "{\"mediaType\":\""
        + type
        + "\",\"digest\":\""
        + digest
        + "\",\"size\":"
        + body.length
        + annotation
        + "}";
  }

  @Test
  void aModelThatWasPushedIsReadHeaderFirst() throws Exception {
    byte[] weights = new Gen(9).bytes(8_000_000);
    String manifest =
        "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":"
            + push(
                "application/vnd.cncf.model.config.v1+json",
                "{}".getBytes(StandardCharsets.UTF_8),
                "")
            + ",\"layers\":["
            + push("application/vnd.cncf.model.weight.v1.raw", weights, "model.bin")
            + ","
            + push(
                "application/vnd.cncf.model.code.v1.tar",
                Loopback.tar("train.py", "import torch"),
                "code")
            + ","
            + push(
                "application/vnd.cncf.model.doc.v1.raw",
                "# card".getBytes(StandardCharsets.UTF_8),
                "README.md")
            + "]}";
    var put =
        send(
            "PUT",
            "/v2/org/m/manifests/v1",
            manifest.getBytes(StandardCharsets.UTF_8),
            "application/vnd.oci.image.manifest.v1+json");
    assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
    var meter = new ReadMeter();
    var options =
        new SourceOptions(
            false,
            Map.of("HOME", temp.toString(), "ASSAY_CACHE", temp.resolve("cache").toString()),
            Patience.NORMAL);
    String reference = "oci:" + base.substring("http://".length()) + "/org/m:v1";
    try (Opened opened = Sources.open(List.of(reference), options, meter)) {
      assertThat(opened.issues()).isEmpty();
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.files())
          .extracting(FileEntry::path)
          .containsExactly("README.md", "model.bin", "train.py");
      try (ByteSource bytes = tree.open(tree.files().get(1))) {
        assertThat(bytes.bytes(7_999_990, 10))
            .isEqualTo(java.util.Arrays.copyOfRange(weights, 7_999_990, 8_000_000));
      }
      String digest = "sha256:" + TextFile.sha256(manifest.getBytes(StandardCharsets.UTF_8));
      assertThat(tree.info().revision()).isEqualTo(digest);
      assertThat(meter.bytesRead()).isLessThan(400_000);
      assertThat(meter.requests()).isLessThan(9);
    }
  }

  @Test
  void aKitThatWasPushedIsReadByItsParts() throws Exception {
    String kit = "application/vnd.kitops.modelkit.";
    String kitfile =
        """
        {"manifestVersion":"1.0.0","package":{"name":"tiny","license":"Apache-2.0"},
         "model":{"path":"model.safetensors","license":"CC-BY-NC-4.0"},
         "code":[{"path":"train.py","license":"MIT"}]}
        """;
    String manifest =
        "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":"
            + push(kit + "config.v1+json", kitfile.getBytes(StandardCharsets.UTF_8), "")
            + ",\"layers\":["
            + push(kit + "model.v1.tar", Loopback.tar("model.safetensors", "weights"), "")
            + ","
            + push(kit + "code.v1.tar", Loopback.tar("train.py", "import torch"), "")
            + "]}";
    var put =
        send(
            "PUT",
            "/v2/org/m/manifests/kit",
            manifest.getBytes(StandardCharsets.UTF_8),
            "application/vnd.oci.image.manifest.v1+json");
    assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
    var options =
        new SourceOptions(
            false,
            Map.of("HOME", temp.toString(), "ASSAY_CACHE", temp.resolve("cache").toString()),
            Patience.NORMAL);
    String reference = "oci:" + base.substring("http://".length()) + "/org/m:kit";
    try (Opened opened = Sources.open(List.of(reference), options, new ReadMeter())) {
      assertThat(opened.issues()).isEmpty();
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.files())
          .extracting(FileEntry::path)
          .containsExactly("Kitfile", "model.safetensors", "train.py");
      assertThat(tree.facts()).extracting(f -> f.value()).contains("CC-BY-NC-4.0", "MIT");
    }
  }
}
