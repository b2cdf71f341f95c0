package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import dev.assay.testing.Gen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ZipDirectoryTest {
  private static byte[] zip(boolean stored, String name, byte[] content) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      var entry = new ZipEntry(name);
      if (stored) {
        var crc = new CRC32();
        crc.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
      }
      zip.putNextEntry(entry);
      zip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] joined(byte[] a, byte[] b) {
    return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
  }

  private static byte[] text(String s) {
    return s.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void givesBackWhatWasPacked() {
    Gen.forAll(
        1,
        200,
        gen -> {
          byte[] content = gen.bytes(gen.between(0, 5000));
          boolean stored = gen.oneIn(2);
          byte[] prefix = gen.oneIn(2) ? gen.bytes(gen.between(0, 300)) : new byte[0];
          ZipDirectory zip =
              ZipDirectory.of(ByteSource.of(joined(prefix, zip(stored, "a/b", content))));
          ZipDirectory.Entry e = zip.entry("a/b").orElseThrow();
          assertThat(zip.content(e, 10_000)).isEqualTo(content);
          assertThat(zip.prefix()).isEqualTo(prefix.length);
          assertThat(zip.oddities()).isEmpty();
        });
  }

  @Test
  void aStoredEntryIsASlice() {
    byte[] bytes = zip(true, "x", text("content"));
    ZipDirectory zip = ZipDirectory.of(ByteSource.of(bytes));
    ZipDirectory.Entry e = zip.entry("x").orElseThrow();
    assertThat(new String(bytes, (int) zip.dataStart(e), 7, StandardCharsets.UTF_8))
        .isEqualTo("content");
  }

  @Test
  void twoNamesForOneEntryAreAnOddity() {
    byte[] bytes = zip(true, "good.txt", text("content"));
    bytes[30] = 'w';
    ZipDirectory zip = ZipDirectory.of(ByteSource.of(bytes));
    zip.verify(10);
    assertThat(zip.oddities()).singleElement().asString().contains("wood.txt");
  }

  @Test
  void contentOfAnotherChecksumIsAnOddity() {
    byte[] bytes = zip(true, "x", text("content"));
    bytes[31] = 'k';
    ZipDirectory zip = ZipDirectory.of(ByteSource.of(bytes));
    zip.content(zip.entry("x").orElseThrow(), 100);
    assertThat(zip.oddities()).singleElement().asString().contains("CRC");
  }

  @Test
  void namesThatLeadOutAreOddities() {
    for (String name : List.of("../x", "/etc/x", "a/../../x", "c:\\x", "a\\b")) {
      assertThat(ZipDirectory.of(ByteSource.of(zip(false, name, text("x")))).oddities())
          .as(name)
          .hasSize(1);
    }
    assertThat(ZipDirectory.leaves("a/b..c/d")).isFalse();
  }

  @Test
  void aBombIsRefusedBeforeItIsUnpacked() {
    byte[] bytes = zip(false, "x", new byte[20_000_000]);
    ZipDirectory zip = ZipDirectory.of(ByteSource.of(bytes));
    assertThatThrownBy(() -> zip.open(zip.entry("x").orElseThrow()))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("zip bomb");
  }

  @Test
  void anEntryThatIsLongerThanItSaysIsRefused() {
    byte[] bytes = zip(false, "x", text("some text that goes on and on and on"));
    // The size in the central directory, 24 bytes into its only entry, made smaller.
    int central = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    bytes[central + 24] = 5;
    ZipDirectory zip = ZipDirectory.of(ByteSource.of(bytes));
    assertThatThrownBy(() -> zip.open(zip.entry("x").orElseThrow()))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("longer");
  }

  @Test
  void damagedZipsAreMalformedAndNothingElse() {
    byte[] good = zip(false, "a/b", text("hello hello hello hello"));
    Gen.forAll(
        1,
        2000,
        gen -> {
          byte[] bad = gen.damage(good, 4);
          try {
            ZipDirectory zip = ZipDirectory.of(ByteSource.of(bad));
            zip.verify(10);
            zip.entries().values().forEach(zip::open);
          } catch (Malformed e) {
            assertThat(e.describe()).isNotEmpty();
          }
        });
  }
}
