package dev.assay.licences.build;

import dev.assay.licences.data.LicenceData;
import dev.assay.licences.data.LicenceData.Section;
import dev.assay.licences.data.Table;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/// Writes the file that {@link LicenceData} opens.
final class DataWriter {
  private final Map<Section, byte[]> sections = new EnumMap<>(Section.class);

  /// Writes a part of a section.
  interface Part {
    void to(DataOutputStream out) throws IOException;
  }

  void section(Section section, Part part) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    part.to(new DataOutputStream(bytes));
    sections.put(section, bytes.toByteArray());
  }

  /// A section that is a table; written in the map's order.
  void table(Section section, Map<String, String> values) throws IOException {
    section(section, out -> table(out, values));
  }

  private static void table(DataOutputStream out, Map<String, String> values) throws IOException {
    int[] slots = new int[Integer.highestOneBit(Math.max(8, values.size() * 2)) * 2];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream records = new DataOutputStream(bytes);
    for (Map.Entry<String, String> value : values.entrySet()) {
      int slot = Table.slot(value.getKey(), slots.length);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = bytes.size() + 1;
      byte[] key = value.getKey().getBytes(StandardCharsets.UTF_8);
      records.writeChar(key.length);
      records.write(key);
      byte[] text = value.getValue().getBytes(StandardCharsets.UTF_8);
      records.writeInt(text.length);
      records.write(text);
    }
    out.writeInt(slots.length);
    for (int slot : slots) {
      out.writeInt(slot);
    }
    bytes.writeTo(out);
  }

  /// The whole file; sections that were not written are empty.
  ByteBuffer file() {
    int size = 4 + 4 * Section.values().length;
    for (byte[] bytes : sections.values()) {
      size += bytes.length;
    }
    ByteBuffer out = ByteBuffer.allocate(size).putInt(LicenceData.MAGIC);
    for (Section section : Section.values()) {
      out.putInt(sections.getOrDefault(section, new byte[0]).length);
    }
    for (Section section : Section.values()) {
      out.put(sections.getOrDefault(section, new byte[0]));
    }
    return out.flip();
  }
}
