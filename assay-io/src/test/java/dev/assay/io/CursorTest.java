package dev.assay.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Runs of bytes are passed over as they would be one by one, wherever the window ends.
class CursorTest {
  private static byte[] runs(int count, int width, ByteOrder order, int longest) {
    var random = new Random(7);
    ByteBuffer b = ByteBuffer.allocate(count * (width + longest) + 1).order(order);
    for (int i = 0; i < count; i++) {
      int length = i == count / 2 ? longest : random.nextInt(12);
      if (width == Integer.BYTES) {
        b.putInt(length);
      } else {
        b.putLong(length);
      }
      b.position(b.position() + length);
    }
    b.put((byte) 42);
    return java.util.Arrays.copyOf(b.array(), b.position());
  }

  @Test
  void runsArePassedOverInBothWidthsAndOrders() {
    for (int width : new int[] {4, 8}) {
      for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
        byte[] bytes = runs(2_000, width, order, 70_000);
        var in = new Cursor(ByteSource.of(bytes)).order(order);
        in.skipRuns(2_000, width);
        assertThat(in.u8()).isEqualTo(42);
        assertThat(in.remaining()).isZero();
      }
    }
  }

  @Test
  void aRunThatIsLongerThanWhatIsLeftIsRefused() {
    for (long length : new long[] {-1, 9, Long.MAX_VALUE}) {
      byte[] bytes =
          ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN).putLong(0).putLong(length).array();
      var in = new Cursor(ByteSource.of(bytes));
      assertThatThrownBy(() -> in.skipRuns(2, 8))
          .isInstanceOf(Malformed.class)
          .hasMessageContaining("8 are left");
    }
    assertThatThrownBy(() -> new Cursor(ByteSource.of(new byte[20])).skipRuns(3, 8))
        .isInstanceOf(Malformed.class);
  }
}
