package dev.assay.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SourceStreamTest {
  private static final byte[] BYTES = new byte[150_000];

  static {
    new Random(7).nextBytes(BYTES);
  }

  @Test
  void readsAPartAndCountsWhatWasTaken() throws IOException {
    try (var in = new SourceStream(ByteSource.of(BYTES), 1_000, 140_000)) {
      assertThat(in.taken()).isZero();
      assertThat(in.read()).isEqualTo(BYTES[1_000] & 0xff);
      assertThat(in.taken()).isEqualTo(1);
      assertThat(in.available()).isEqualTo(138_999);
      assertThat(in.readNBytes(70_000)).isEqualTo(Arrays.copyOfRange(BYTES, 1_001, 71_001));
      assertThat(in.taken()).isEqualTo(70_001);
      assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(BYTES, 71_001, 140_000));
      assertThat(in.taken()).isEqualTo(139_000);
      assertThat(in.available()).isZero();
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void allOfAnEmptySourceIsNothing() throws IOException {
    try (var in = new SourceStream(ByteSource.of(new byte[0]))) {
      assertThat(in.available()).isZero();
      assertThat(in.readAllBytes()).isEmpty();
    }
  }

  @Test
  void aPartBeyondTheEndIsMalformed() {
    var source = ByteSource.of(BYTES);

    assertThatThrownBy(() -> new SourceStream(source, 0, 150_001)).isInstanceOf(Malformed.class);
  }
}
