package dev.assay.formats.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.FixtureCase;
import dev.assay.formats.ProtoBytes;
import dev.assay.formats.Sample;
import dev.assay.model.Weights;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OnnxTest {
  @TestFactory
  Stream<DynamicTest> readsEveryGeneratedFileAsExpected() {
    return FixtureCase.generated("onnx/", "hostile/onnx/");
  }

  @TestFactory
  Stream<DynamicTest> readsRealFilesAsTheOracleDoes() {
    return FixtureCase.real("real/onnx/");
  }

  private static byte[] sparse(long values, long... dims) {
    ProtoBytes stored =
        ProtoBytes.message()
            .number(1, values)
            .number(2, 1)
            .text(8, "w")
            .bytes(9, new byte[(int) values * 4]);
    ProtoBytes tensor = ProtoBytes.message().inner(1, stored);
    for (long d : dims) {
      tensor.number(3, d);
    }
    return ProtoBytes.message()
        .number(1, 8)
        .inner(7, ProtoBytes.message().text(2, "g").inner(15, tensor))
        .inner(8, ProtoBytes.message().number(2, 17))
        .bytes();
  }

  @Test
  void aSparseTensorHasTheShapeThatItsValuesAreSpreadOver() {
    Weights w = Sample.read("s.onnx", sparse(3, 5, 4));
    assertThat(w.status()).as(w.reason()).isEqualTo(Weights.Status.OK);
    assertThat(w.listing().getFirst().shape()).isEqualTo(List.of(5L, 4L));
    assertThat(w.listing().getFirst().bytes()).isEqualTo(12);
    assertThat(w.parameters()).isEqualTo(20);
    assertThat(Sample.facts(w, Weights.Topic.OTHER)).contains("w: 3 of 20 values are stored");
    assertThat(Sample.read("s.onnx", sparse(21, 5, 4)).status())
        .isEqualTo(Weights.Status.MALFORMED);
    assertThat(Sample.read("s.onnx", sparse(3, 1L << 40, 1L << 40)).status())
        .isEqualTo(Weights.Status.MALFORMED);
  }
}
