package dev.assay.formats;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/// Safetensors files for tests.
public final class MadeSafetensors {
  private final StringJoiner header = new StringJoiner(",", "{", "}");
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  /// Adds a tensor of zeros.
  public MadeSafetensors with(String name, String type, int... shape) {
    int width =
        switch (type) {
          case "F32", "I32", "U32" -> 4;
          case "F16", "BF16" -> 2;
          default -> 1;
        };
    int size = width;
    for (int d : shape) {
      size *= d;
    }
    return with(name, type, new byte[size], shape);
  }

  /// Adds a tensor with these bytes.
  public MadeSafetensors with(String name, String type, byte[] content, int... shape) {
    var dims = new StringJoiner(",", "[", "]");
    for (int d : shape) {
      dims.add(String.valueOf(d));
    }
    int from = data.size();
    data.writeBytes(content);
    header.add(
        "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
            .formatted(name, type, dims, from, data.size()));
    return this;
  }

  /// Adds the metadata object, as it stands.
  public MadeSafetensors metadata(String json) {
    header.add("\"__metadata__\":" + json);
    return this;
  }

  /// The file.
  public byte[] bytes() {
    byte[] head = header.toString().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + head.length + data.size())
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(head.length)
        .put(head)
        .put(data.toByteArray())
        .array();
  }
}
