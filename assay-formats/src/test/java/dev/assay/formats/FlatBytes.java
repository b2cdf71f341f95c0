package dev.assay.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Writes FlatBuffers for tests, front to back: a table points to what is written after it.
public final class FlatBytes {
  private final ByteBuffer out = ByteBuffer.allocate(64 * 1024).order(ByteOrder.LITTLE_ENDIAN);

  /// A value of a table's field.
  public sealed interface Value {
    record Num(int value) implements Value {}

    record Text(String value) implements Value {}

    record Bytes(byte[] value) implements Value {}

    record Texts(List<String> value) implements Value {}

    record Ints(int... value) implements Value {}

    record Inner(Table value) implements Value {}

    record Tables(List<Table> value) implements Value {}

    record None() implements Value {}
  }

  /// A table: the values of its fields from 0 on.
  public record Table(Value... fields) {}

  /// The bytes of a file with this root and this identifier of four letters.
  public static byte[] file(String identifier, Table root) {
    var f = new FlatBytes();
    f.out.putInt(0);
    f.out.put(identifier.getBytes(StandardCharsets.US_ASCII));
    f.out.putInt(0, f.table(root));
    return Arrays.copyOf(f.out.array(), f.out.position());
  }

  private void align() {
    while (out.position() % 4 != 0) {
      out.put((byte) 0);
    }
  }

  private int table(Table table) {
    align();
    Value[] fields = table.fields();
    int vtable = out.position();
    int vtableBytes = 4 + 2 * fields.length;
    out.putShort((short) vtableBytes).putShort((short) (4 + 4 * fields.length));
    for (int i = 0; i < fields.length; i++) {
      out.putShort((short) (fields[i] instanceof Value.None ? 0 : 4 + 4 * i));
    }
    align();
    int at = out.position();
    out.putInt(at - vtable);
    int slots = out.position();
    out.position(slots + 4 * fields.length);
    for (int i = 0; i < fields.length; i++) {
      int slot = slots + 4 * i;
      if (fields[i] instanceof Value.Num n) {
        out.putInt(slot, n.value());
      } else if (!(fields[i] instanceof Value.None)) {
        out.putInt(slot, value(fields[i]) - slot);
      }
    }
    return at;
  }

  private int value(Value value) {
    align();
    return switch (value) {
      case Value.Inner inner -> table(inner.value());
      case Value.Text text -> vector(text.value().getBytes(StandardCharsets.UTF_8));
      case Value.Bytes bytes -> vector(bytes.value());
      case Value.Ints ints -> {
        int at = out.position();
        out.putInt(ints.value().length);
        for (int v : ints.value()) {
          out.putInt(v);
        }
        yield at;
      }
      case Value.Texts texts -> {
        int at = out.position();
        int n = texts.value().size();
        out.putInt(n);
        out.position(at + 4 + 4 * n);
        for (int i = 0; i < n; i++) {
          int slot = at + 4 + 4 * i;
          out.putInt(slot, value(new Value.Text(texts.value().get(i))) - slot);
        }
        yield at;
      }
      case Value.Tables tables -> {
        int at = out.position();
        int n = tables.value().size();
        out.putInt(n);
        out.position(at + 4 + 4 * n);
        for (int i = 0; i < n; i++) {
          int slot = at + 4 + 4 * i;
          out.putInt(slot, table(tables.value().get(i)) - slot);
        }
        yield at;
      }
      case Value.Num n -> throw new IllegalArgumentException("" + n);
      case Value.None n -> throw new IllegalArgumentException("" + n);
    };
  }

  private int vector(byte[] bytes) {
    int at = out.position();
    out.putInt(bytes.length).put(bytes);
    return at;
  }
}
