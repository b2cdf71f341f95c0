package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import dev.assay.testing.Gen;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ProtoReaderTest {
  private static ProtoReader reader(String hex) {
    byte[] b = HexFormat.of().parseHex(hex.replace(" ", ""));
    return new ProtoReader(ByteSource.of(b), 0, b.length);
  }

  @Test
  void walksFieldsOfEveryWireType() {
    ProtoReader m =
        reader("08 9601 | 12 03 616263 | 1d 01000000 | 21 0200000000000000".replace("|", ""));
    assertThat(m.next()).isTrue();
    assertThat(m.field()).isEqualTo(1);
    assertThat(m.number()).isEqualTo(150);
    assertThat(m.next()).isTrue();
    assertThat(m.text(10)).isEqualTo("abc");
    assertThat(m.next()).isTrue();
    assertThat(m.number()).isEqualTo(1);
    assertThat(m.next()).isTrue();
    assertThat(m.number()).isEqualTo(2);
    assertThat(m.next()).isFalse();
  }

  @Test
  void goesOnBehindAMessageThatWasReadInPart() {
    ProtoReader m = reader("0a 04 0801 1002 | 10 05".replace("|", ""));
    assertThat(m.next()).isTrue();
    ProtoReader inner = m.message();
    assertThat(inner.next()).isTrue();
    assertThat(inner.number()).isEqualTo(1);
    assertThat(m.next()).isTrue();
    assertThat(m.number()).isEqualTo(5);
  }

  @Test
  void packedAndSingleNumbersReadTheSame() {
    ProtoReader packed = reader("0a 03 01 02 03");
    packed.next();
    assertThat(packed.numbers(8)).containsExactly(1, 2, 3);
    ProtoReader single = reader("08 07");
    single.next();
    assertThat(single.numbers(8)).containsExactly(7);
  }

  @Test
  void lengthsBeyondTheMessageAreRefused() {
    assertThatThrownBy(() -> reader("0a 7f 00").next()).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> reader("0a ffffffffffffffffff01").next())
        .isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> reader("0b").next()).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> reader("00 00").next()).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> reader("08 ffffffffffffffffffffff01").next())
        .isInstanceOf(Malformed.class);
  }

  @Test
  void anyBytesEndInMalformedOrAtTheEnd() {
    Gen.forAll(
        1,
        3000,
        gen -> {
          byte[] bytes = gen.bytes(gen.between(0, 60));
          try {
            var m = new ProtoReader(ByteSource.of(bytes), 0, bytes.length);
            while (m.next()) {
              assertThat(m.to()).isBetween(m.from(), (long) bytes.length);
            }
          } catch (Malformed e) {
            assertThat(e.describe()).isNotEmpty();
          }
        });
  }
}
