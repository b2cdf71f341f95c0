package dev.assay.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.model.Issue;
import dev.assay.sources.registry.Loopback;
import dev.assay.sources.web.Patience;
import dev.assay.testing.Gen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DebPackageTest {
  @TempDir Path temp;

  private static byte[] deb(Object... namesAndBytes) {
    var out = new ByteArrayOutputStream();
    out.writeBytes("!<arch>\n".getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < namesAndBytes.length; i += 2) {
      byte[] body = (byte[]) namesAndBytes[i + 1];
      String header =
          String.format(
              "%-16s%-12d%-6d%-6d%-8s%-10d`\n", namesAndBytes[i], 0, 0, 0, "100644", body.length);
      out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
      out.writeBytes(body);
      if (body.length % 2 == 1) {
        out.write('\n');
      }
    }
    return out.toByteArray();
  }

  private static byte[] whole() throws IOException {
    return deb(
        "debian-binary",
        "2.0\n".getBytes(StandardCharsets.US_ASCII),
        "control.tar.gz/",
        Loopback.gzip(
            Loopback.tar("./control", "Package: x\nVersion: 1:2.0-1\nArchitecture: all\n")),
        "data.tar",
        Loopback.tar("./usr/share/x/eng.bin", "1234", "./usr/share/doc/x/copyright", "text"));
  }

  private Opened open(byte[] deb) throws IOException {
    Path file = Files.write(temp.resolve("x_2.0.deb"), deb);
    return Sources.open(
        List.of(file.toString()),
        new SourceOptions(true, Map.of(), Patience.NORMAL),
        new ReadMeter());
  }

  @Test
  void aPackageIsWhatItInstallsAndItsControlFiles() throws IOException {
    try (Opened opened = open(whole())) {
      FileTree tree = opened.trees().getFirst();
      assertThat(tree.info().kind()).isEqualTo("deb package");
      assertThat(tree.info().revision()).isEqualTo("1:2.0-1 all");
      assertThat(tree.files())
          .extracting(FileEntry::path)
          .containsExactly("DEBIAN/control", "usr/share/doc/x/copyright", "usr/share/x/eng.bin");
      try (ByteSource bytes = tree.open(tree.files().getLast())) {
        assertThat(bytes.head(9)).isEqualTo("1234".getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  @Test
  void whatIsDamagedIsTold() throws IOException {
    byte[] none = deb("debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(open(none).issues().getFirst().message()).contains("without data.tar");
    byte[] plain = deb("debian-binary", new byte[4], "data.tar.zst", new byte[600]);
    assertThat(open(plain).issues().getFirst().message()).contains("data.tar.zst is no tar file");
    byte[] bad = whole();
    bad[8 + 48] = 'x';
    assertThat(open(bad).issues().getFirst().message()).contains("not the header");
    byte[] control =
        deb(
            "debian-binary",
            new byte[4],
            "control.tar",
            new byte[9],
            "data.tar",
            Loopback.tar("a", "1"));
    try (Opened opened = open(control)) {
      assertThat(opened.trees().getFirst().issues())
          .extracting(Issue::message)
          .anyMatch(m -> m.contains("control.tar is no tar file"));
    }
  }

  @Test
  void noBytesOfItMakeItFail() throws IOException {
    var gen = new Gen(7);
    byte[] sound = whole();
    for (int i = 0; i < 300; i++) {
      byte[] bytes = sound.clone();
      for (int n = 0; n < 4; n++) {
        bytes[gen.between(0, bytes.length - 1)] = (byte) gen.between(0, 255);
      }
      int length = i % 3 == 0 ? gen.between(0, bytes.length - 1) : bytes.length;
      open(java.util.Arrays.copyOf(bytes, length)).close();
    }
  }
}
