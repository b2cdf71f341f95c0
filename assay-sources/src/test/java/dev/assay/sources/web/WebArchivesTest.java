package dev.assay.sources.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import dev.assay.testing.Gen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WebArchivesTest {
  @TempDir Path temp;
  private HttpServer server;
  private byte[] zip = {};
  private volatile boolean parts = true;
  private ReadMeter meter = new ReadMeter();

  @BeforeEach
  void start() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("weights.bin"));
      out.write(new Gen(1).bytes(3_000_000));
      out.putNextEntry(new ZipEntry("README.md"));
      out.write("# hello".getBytes(StandardCharsets.UTF_8));
    }
    zip = bytes.toByteArray();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String range = exchange.getRequestHeaders().getFirst("Range");
          byte[] body = zip;
          int status = exchange.getRequestURI().getPath().equals("/release.zip") ? 200 : 404;
          if (status == 200 && parts && range != null) {
            String[] ends = range.substring(6).split("-");
            int from = Integer.parseInt(ends[0]);
            int to = Math.min(zip.length - 1, Integer.parseInt(ends[1]));
            body = Arrays.copyOfRange(zip, from, to + 1);
            String said = "bytes " + from + "-" + to + "/" + zip.length;
            exchange.getResponseHeaders().add("Content-Range", said);
            status = 206;
          }
          exchange.sendResponseHeaders(status, body.length);
          try (exchange) {
            exchange.getResponseBody().write(body);
          } catch (IOException e) {
            // The client had enough.
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Opened open(String path) {
    meter = new ReadMeter();
    var quick = new Patience(2, Duration.ofMillis(5), Duration.ofSeconds(1), Duration.ofSeconds(9));
    return Sources.open(
        List.of("http://127.0.0.1:" + server.getAddress().getPort() + path),
        new SourceOptions(false, Map.of("ASSAY_CACHE", temp.toString()), quick),
        meter);
  }

  private static void isTheRelease(FileTree tree) {
    assertThat(tree.files())
        .extracting(FileEntry::path)
        .containsExactly("README.md", "weights.bin");
    try (ByteSource bytes = tree.open(tree.files().getFirst())) {
      assertThat(bytes.head(100)).isEqualTo("# hello".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void ofAZipTheDirectoryAndWhatIsReadAreFetched() {
    try (Opened opened = open("/release.zip")) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.info().kind()).isEqualTo("web archive");
      isTheRelease(tree);
      assertThat(meter.bytesRead()).isLessThan(1_000_000);
    }
  }

  @Test
  void aServerThatGivesNoPartsIsReadWhole() {
    parts = false;
    try (Opened opened = open("/release.zip")) {
      isTheRelease(opened.trees().getFirst());
    }
  }

  @Test
  void whatIsNotThereIsTold() {
    assertThat(open("/other").issues().getFirst().message()).contains("404");
  }
}
