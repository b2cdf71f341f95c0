package dev.assay.formats.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Sample;
import dev.assay.model.Weights;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/// What joblib and Python wrote in earlier years.
class OldJoblibTest {
  private static final String OBJECTS =
      """
      cjoblib.numpy_pickle
      NumpyArrayWrapper
      )\u0081}(X\u0005\0\0\0shapeK\u0002\u0085X\u0005\0\0\0dtypecnumpy
      dtype
      X\u0002\0\0\0O8\u0085Rub\
      """;

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void anArrayOfObjectsIsAPickleInsideWhateverWidthItsTypeNames() {
    String inner = "\u0080\u0002cposix\nsystem\nX\u0002\0\0\0id\u0085R.";
    Weights w = Sample.read("model.pkl", latin("\u0080\u0002" + OBJECTS + inner + "."));
    assertThat(w.status()).as(w.reason()).isEqualTo(Weights.Status.OK);
    assertThat(Sample.dangers(w)).anyMatch(d -> d.contains("posix.system"));
  }

  @Test
  void thePackingBeforeVersion010IsOpened() {
    byte[] pickle = latin("\u0080\u0002cposix\nsystem\nX\u0002\0\0\0id\u0085R.");
    var deflater = new Deflater();
    deflater.setInput(pickle);
    deflater.finish();
    byte[] packed = new byte[256];
    int length = deflater.deflate(packed);
    deflater.end();
    var file = new ByteArrayOutputStream();
    file.writeBytes(latin(String.format("ZF%-19s", "0x" + Integer.toHexString(pickle.length))));
    file.write(packed, 0, length);
    Weights w = Sample.read("model.z", file.toByteArray());
    assertThat(w.format()).isEqualTo("joblib");
    assertThat(Sample.dangers(w)).anyMatch(d -> d.contains("posix.system"));
  }

  @Test
  void aLineOfTextMayBeAsLongAsAnArray() {
    String array = "S'" + "x".repeat(100_000) + "'\np0\n.";
    assertThat(Sample.read("vectors.pkl", latin("(dp1\nS'a'\nI1\ns0" + array)).status())
        .isEqualTo(Weights.Status.OK);
  }

  @Test
  void aPickleInTextIsKnownByItsFirstLinesUnderAnyName() {
    Weights w = Sample.read("model.weights", latin("cos\nsystem\n(S'id'\ntR."));
    assertThat(w.format()).isEqualTo("pickle");
    assertThat(Sample.dangers(w)).anyMatch(d -> d.contains("os.system"));
    assertThat(Sample.recognised("notes.txt", latin("cost\nof\n(living)\n"))).isFalse();
  }
}
