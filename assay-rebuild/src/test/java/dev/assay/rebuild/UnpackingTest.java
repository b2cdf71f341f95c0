package dev.assay.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Gen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackingTest {
  @TempDir Path folder;

  /// A tar file of small files, by the names given, each holding its own name.
  static byte[] tar(String... names) {
    var out = new ByteArrayOutputStream();
    for (String name : names) {
      byte[] header = new byte[512];
      put(header, 0, name);
      put(header, 100, "0000644\0");
      put(header, 108, "0000000\0");
      put(header, 116, "0000000\0");
      put(header, 124, String.format(Locale.ROOT, "%011o", name.length()) + "\0");
      put(header, 136, "00000000000\0");
      put(header, 156, "0");
      put(header, 257, "ustar\0" + "00");
      put(header, 148, "        ");
      int sum = 0;
      for (byte b : header) {
        sum += b & 0xff;
      }
      put(header, 148, String.format(Locale.ROOT, "%06o", sum) + "\0 ");
      out.writeBytes(header);
      byte[] content = new byte[(name.length() + 511) / 512 * 512];
      put(content, 0, name);
      out.writeBytes(content);
    }
    out.writeBytes(new byte[1024]);
    return out.toByteArray();
  }

  private static void put(byte[] into, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, into, at, bytes.length);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void a_file_and_a_folder_are_taken_out_of_an_npm_package() throws IOException {
    Path npm = file("p.tgz", gzip(tar("package/lib/a.json", "package/lib/x/b.json", "package/c")));
    assertThat(Unpacking.take(npm, "package/lib/a.json", folder.resolve("a"))).isTrue();
    assertThat(folder.resolve("a")).hasContent("package/lib/a.json");
    assertThat(Unpacking.take(npm, "package/lib", folder.resolve("lib"))).isTrue();
    assertThat(folder.resolve("lib/x/b.json")).hasContent("package/lib/x/b.json");
    assertThat(folder.resolve("lib/c")).doesNotExist();
    assertThat(Unpacking.take(npm, "package/none", folder.resolve("none"))).isFalse();
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void a_debian_package_is_looked_into_and_its_control_files_are_not() throws IOException {
    var out = new ByteArrayOutputStream();
    out.writeBytes("!<arch>\n".getBytes(StandardCharsets.US_ASCII));
    member(out, "debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
    member(out, "control.tar.gz", gzip(tar("control")));
    member(out, "data.tar.gz", gzip(tar("usr/share/m/a.lm", "usr/share/m/b.lm")));
    Path deb = file("m_1_all.deb", out.toByteArray());
    assertThat(Unpacking.take(deb, "usr/share/m", folder.resolve("m"))).isTrue();
    assertThat(folder.resolve("m/b.lm")).hasContent("usr/share/m/b.lm");
    assertThat(Unpacking.take(deb, "control", folder.resolve("control"))).isFalse();
  }

  private static void member(ByteArrayOutputStream out, String name, byte[] bytes) {
    String header =
        String.format(
            Locale.ROOT, "%-16s%-12d%-6d%-6d%-8s%-10d`\n", name, 0, 0, 0, "100644", bytes.length);
    out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(bytes);
    out.writeBytes(new byte[bytes.length % 2]);
  }

  @Test
  void names_that_climb_out_write_nothing_outside() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (String name : new String[] {"m/../../evil", "m/good", "/m/evil2"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(1);
      }
    }
    Path zip = file("z.zip", out.toByteArray());
    assertThat(Unpacking.take(zip, "m", folder.resolve("deep/m"))).isTrue();
    assertThat(folder.resolve("deep/m/good")).exists();
    assertThat(folder.resolve("evil")).doesNotExist();
    assertThat(folder.resolve("deep/evil")).doesNotExist();
  }

  @Test
  void damaged_archives_are_an_error_or_no_archive() throws IOException {
    byte[] good = gzip(tar("package/a", "package/b"));
    Gen.forAll(
        1,
        200,
        gen -> {
          try {
            Path to = Files.createTempDirectory(folder, "to").resolve("out");
            Unpacking.take(file("d.tgz", gen.damage(good, gen.between(1, 4))), "package", to);
          } catch (IOException e) {
            assertThat(e.getMessage()).isNotEmpty();
          }
        });
  }
}
