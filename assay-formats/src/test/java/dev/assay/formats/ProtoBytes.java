package dev.assay.formats;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes protocol-buffers messages for tests.
public final class ProtoBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public static ProtoBytes message() {
    return new ProtoBytes();
  }

  private void varint(long value) {
    long v = value;
    while ((v & ~0x7fL) != 0) {
      out.write((int) (v & 0x7f) | 0x80);
      v >>>= 7;
    }
    out.write((int) v);
  }

  public ProtoBytes number(int field, long value) {
    varint((long) field << 3);
    varint(value);
    return this;
  }

  public ProtoBytes bytes(int field, byte[] value) {
    varint((long) field << 3 | 2);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  public ProtoBytes text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  public ProtoBytes inner(int field, ProtoBytes value) {
    return bytes(field, value.bytes());
  }

  public byte[] bytes() {
    return out.toByteArray();
  }
}
