package dev.assay.licences.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table from texts to texts, looked up in the bytes that it was written as: the number of slots,
/// for each slot the place of its record plus one or 0, then the records (key, value). The slot of
/// a key is the first free one from its hash on.
public final class Table {
  private final ByteBuffer bytes;
  private final int slots;
  private final int records;

  /// @param bytes the table, from the buffer's beginning
  public Table(ByteBuffer bytes) {
    this.bytes = bytes;
    this.slots = bytes.getInt(0);
    this.records = 4 + 4 * slots;
  }

  /// The slot that a key is looked for first.
  public static int slot(String key, int slots) {
    int h = key.hashCode() * 0x9E3779B9;
    return (h ^ (h >>> 15)) & (slots - 1);
  }

  /// The value of a key, or null.
  public @Nullable String get(String key) {
    int slot = slot(key, slots);
    while (true) {
      int record = bytes.getInt(4 + 4 * slot) - 1;
      if (record < 0) {
        return null;
      }
      int at = records + record;
      int length = bytes.getChar(at);
      if (same(key, at + 2, length)) {
        return value(at + 2 + length);
      }
      slot = (slot + 1) & (slots - 1);
    }
  }

  private boolean same(String key, int at, int length) {
    // Most keys are ASCII, and differ in their length or their first letters.
    if (length < key.length()) {
      return false;
    }
    return key.equals(text(at, length));
  }

  /// Every key, in the order written.
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    int at = records;
    while (at < bytes.limit()) {
      int length = bytes.getChar(at);
      keys.add(text(at + 2, length));
      at += 2 + length;
      at += 4 + bytes.getInt(at);
    }
    return keys;
  }

  private String value(int at) {
    return text(at + 4, bytes.getInt(at));
  }

  private String text(int at, int length) {
    byte[] text = new byte[length];
    bytes.get(at, text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
