package dev.assay.rebuild.compare;

import dev.assay.io.ByteSource;
import dev.assay.model.DType;
import dev.assay.model.Evidence;
import dev.assay.model.Span;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import dev.assay.weights.TensorBytes;
import dev.assay.weights.WeightsDiff;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/// Numbers that were read out of a form that is no tensor format, as a tensor, so that they are
/// compared like any other.
record Numbers(String name, double[] values) {

  WeightsDiff compare(String path, Numbers after) {
    try (TensorBytes a = bytes();
        TensorBytes b = after.bytes()) {
      return WeightsDiff.compare(weights(path), a, after.weights(path), b);
    }
  }

  private Weights weights(String path) {
    var tensor =
        new Tensor(
            name,
            Tensor.Role.PARAMETER,
            List.of((long) values.length),
            DType.F64,
            path,
            0,
            8L * values.length,
            null);
    return new Weights(
        path,
        List.of(path),
        "numbers",
        Weights.Status.OK,
        "",
        Weights.Kind.MODEL,
        1,
        (long) values.length,
        Map.of(),
        null,
        null,
        List.of(),
        List.of(),
        0,
        new Evidence("rebuild", path, new Span.Whole(), "", null),
        List.of(tensor));
  }

  private TensorBytes bytes() {
    ByteBuffer b = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    b.asDoubleBuffer().put(values);
    return TensorBytes.read(path -> ByteSource.of(b.array()));
  }
}
