package dev.assay.weights;

import dev.assay.io.ByteSource;
import dev.assay.model.DType;
import dev.assay.model.Evidence;
import dev.assay.model.Span;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A set of weights made in a test.
final class Made {
  private final List<Tensor> tensors = new ArrayList<>();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final List<Weights.HeaderFact> facts = new ArrayList<>();
  private String format = "made";
  private static final Evidence EVIDENCE = new Evidence("s", "w", new Span.Listing(), "", null);

  Made bytes(String name, DType type, List<Long> shape, byte[] bytes) {
    tensors.add(
        new Tensor(name, Tensor.Role.PARAMETER, shape, type, "w", data.size(), bytes.length, null));
    data.writeBytes(bytes);
    return this;
  }

  Made floats(String name, List<Long> shape, float... values) {
    ByteBuffer b = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float f : values) {
      b.putFloat(f);
    }
    return bytes(name, DType.F32, shape, b.array());
  }

  Made bfloats(String name, List<Long> shape, float... values) {
    ByteBuffer b = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float f : values) {
      b.putShort((short) (Float.floatToRawIntBits((float) ValueType.BF16.round(f)) >>> 16));
    }
    return bytes(name, DType.BF16, shape, b.array());
  }

  Made fact(String key, String value) {
    facts.add(new Weights.HeaderFact(Weights.Topic.OTHER, key, value, EVIDENCE));
    return this;
  }

  /// Says that the set is of another format than the usual one.
  Made format(String name) {
    format = name;
    return this;
  }

  Weights weights() {
    return new Weights(
        "w",
        List.of("w"),
        format,
        Weights.Status.OK,
        "",
        Weights.Kind.MODEL,
        tensors.size(),
        null,
        Map.of(),
        null,
        null,
        facts,
        List.of(),
        0,
        EVIDENCE,
        tensors);
  }

  byte[] file() {
    return data.toByteArray();
  }

  TensorBytes access() {
    byte[] all = file();
    return TensorBytes.read(path -> ByteSource.of(all));
  }

  static WeightsDiff diff(Made a, Made b) {
    return WeightsDiff.compare(a.weights(), a.access(), b.weights(), b.access());
  }
}
