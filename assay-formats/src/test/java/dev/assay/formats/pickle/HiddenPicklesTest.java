package dev.assay.formats.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.FixtureCase;
import dev.assay.formats.Sample;
import dev.assay.model.Weights;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Pickles where one does not look for them: in other pickles, in zips under any name, behind
/// flags.
class HiddenPicklesTest {
  /// Imports os.system and calls it.
  private static final byte[] EVIL =
      "\u0080\u0002cos\nsystem\nX\u0002\0\0\0ls\u0085R.".getBytes(StandardCharsets.ISO_8859_1);

  private static final byte[] HARMLESS =
      "\u0080\u0002}X\u0001\0\0\0aK\u0001s.".getBytes(StandardCharsets.ISO_8859_1);

  @TestFactory
  Stream<DynamicTest> theVerdictsOfTheFixturesHold() {
    return FixtureCase.generated("hostile/zip/zipslip.zip");
  }

  private static byte[] around(byte[] inner, boolean text) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x80, 4, (byte) (text ? 0x8c : 'C'), (byte) inner.length});
    out.writeBytes(inner);
    out.write('.');
    return out.toByteArray();
  }

  @Test
  void aPickleInsideAPickleIsLookedAt() {
    byte[] base64 = Base64.getEncoder().encode(EVIL);
    byte[] hex = HexFormat.of().formatHex(EVIL).getBytes(StandardCharsets.US_ASCII);
    for (byte[] outer :
        new byte[][] {around(EVIL, false), around(base64, true), around(hex, true)}) {
      assertThat(Sample.dangers(Sample.read("m.pkl", outer)))
          .anyMatch(d -> d.contains("another pickle") && d.contains("os.system"));
    }
    assertThat(Sample.dangers(Sample.read("m.pkl", around(HARMLESS, false)))).isEmpty();
  }

  @Test
  void aFrameLongerThanItsPickleHidesNothing() {
    byte[] framed =
        "\u0080\u0004\u0095\u0099\0\0\0\0\0\0\0\u008c\u0002nt\u008c\u0006system\u0093."
            .getBytes(StandardCharsets.ISO_8859_1);
    Weights w = Sample.read("m.pkl", framed);
    assertThat(Sample.dangers(w)).anyMatch(d -> d.contains("nt.system"));
    assertThat(w.reason()).contains("frame");
  }

  @Test
  void aTextPickleThatLooksLikeZlibIsRead() {
    byte[] text = "(S'ls'\nios\nsystem\n.".getBytes(StandardCharsets.US_ASCII);
    assertThat(Sample.dangers(Sample.read("m.pkl", text))).anyMatch(d -> d.contains("os.system"));
  }

  private static byte[] zip(Map<String, byte[]> entries) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var e : entries.entrySet()) {
        var entry = new ZipEntry(e.getKey());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(e.getValue().length);
        var crc = new java.util.zip.CRC32();
        crc.update(e.getValue());
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(e.getValue());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  @Test
  void aPickleInAZipIsFoundUnderAnyName() {
    byte[] zip = zip(Map.of("notes.txt", EVIL));
    assertThat(Sample.dangers(Sample.read("a.zip", zip))).anyMatch(d -> d.contains("os.system"));
  }

  @Test
  void aFlagThatSaysEncryptedHidesNothing() {
    byte[] zip = zip(Map.of("model/config.pkl", EVIL));
    for (int i = 0; i + 4 < zip.length; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
        zip[i + 8] |= 1;
      }
    }
    assertThat(Sample.dangers(Sample.read("a.zip", zip)))
        .anyMatch(d -> d.contains("os.system"))
        .anyMatch(d -> d.contains("disagree"));
  }

  @Test
  void aZipWithNothingToSayIsNoArtefact() {
    assertThat(Sample.recognised("a.zip", zip(Map.of("a.txt", new byte[] {1, 2, 3})))).isFalse();
  }

  @Test
  void skopsNamesTheClassesThatItWouldImport() {
    String schema =
        """
        {"__class__":"Pipeline","__module__":"sklearn.pipeline","__loader__":"ObjectNode",
         "_skops_version":"0.11","content":{"__class__":"Scale","__module__":"acme.parts",
         "__loader__":"ObjectNode"}}
        """;
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("schema.json", schema.getBytes(StandardCharsets.UTF_8));
    Weights w = Sample.read("m.skops", zip(entries));
    assertThat(w.format()).isEqualTo("skops");
    assertThat(Sample.facts(w, Weights.Topic.REMOTE_CODE)).containsExactly("acme.parts.Scale");
    assertThat(Sample.dangers(w)).anyMatch(d -> d.contains("acme.parts.Scale"));
    Sample.survivesDamage(new Skops(), "m.skops", zip(entries));
  }

  @Test
  void damageEndsInAValue() {
    Sample.survivesDamage(new ZipOfPickles(), "a.zip", zip(Map.of("m.pkl", EVIL)));
    Sample.survivesDamage(new Pickle(), "m.pkl", around(EVIL, false));
  }

  @Test
  void anOpcodeAcrossTheEndOfAFrameIsReadInTwoWays() {
    byte[] crossed = latin("\u0080\u0004\u0095\4\0\0\0\0\0\0\0NN\u008c\3abc0.");
    assertThat(Sample.dangers(Sample.read("m.pkl", crossed)))
        .anyMatch(d -> d.contains("parser disagreement"));
    byte[] late = latin("\u0080\u0004NNN00\u0095\4\0\0\0\0\0\0\0N0N0.");
    assertThat(Sample.dangers(Sample.read("m.pkl", late)))
        .anyMatch(d -> d.contains("stand in none"));
    byte[] sound = latin("\u0080\u0004\u0095\3\0\0\0\0\0\0\0N0N.");
    assertThat(Sample.dangers(Sample.read("m.pkl", sound))).isEmpty();
  }

  @Test
  void listsThatDoubleInOneAnotherAreABomb() {
    var bomb = new StringBuilder("\u0080\u0004]\u0094");
    for (int i = 0; i < 40; i++) {
      // A new list that holds the one before it twice.
      bomb.append("]\u0094(h").append((char) i).append("h").append((char) i).append('e');
    }
    Weights w = Sample.read("m.pkl", latin(bomb + "."));
    assertThat(Sample.dangers(w)).anyMatch(d -> d.contains("billion laughs"));
  }

  private static byte[] latin(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
