package dev.assay.formats.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Sample;
import dev.assay.model.Evidence;
import dev.assay.model.Span;
import dev.assay.model.Weights;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class PackedFileTest {
  private static final byte[] MODEL = Sample.bytes("keras/model.h5");

  private interface Packer {
    OutputStream over(OutputStream to) throws IOException;
  }

  private static byte[] pack(Packer packer, byte[] content) {
    var packed = new ByteArrayOutputStream();
    try (OutputStream to = packer.over(packed)) {
      to.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] xz(byte[] content) {
    return pack(to -> new XZOutputStream(to, new LZMA2Options()), content);
  }

  private static byte[] gzip(byte[] content) {
    return pack(GZIPOutputStream::new, content);
  }

  private static byte[] bzip2(byte[] content) {
    return pack(BZip2CompressorOutputStream::new, content);
  }

  private static void isTheModel(Weights w, String packing, long size) {
    Weights plain = Sample.read("model.h5", MODEL);
    assertThat(w.format()).isEqualTo("keras-h5");
    assertThat(w.status()).isEqualTo(Weights.Status.OK);
    assertThat(w.tensors()).isEqualTo(plain.tensors()).isPositive();
    assertThat(w.parameters()).isEqualTo(plain.parameters());
    assertThat(Sample.facts(w, Weights.Topic.ARCHITECTURE))
        .isEqualTo(Sample.facts(plain, Weights.Topic.ARCHITECTURE));
    assertThat(Sample.facts(w, Weights.Topic.TOOL)).contains(packing);
    assertThat(w.listing()).allMatch(t -> t.offset() == -1 && t.file().equals(w.path()));
    assertThat(w.metadata())
        .extracting(Weights.HeaderFact::evidence)
        .allSatisfy(e -> lies(e, size));
    lies(w.evidence(), size);
  }

  private static void lies(Evidence e, long size) {
    assertThat(e.path()).isEqualTo("weights.packed");
    assertThat(e.span()).isEqualTo(new Span.Bytes(0, Math.min(size, 4096)));
  }

  @Test
  void aFileThatIsPackedAloneIsReadAsWhatIsInside() {
    for (byte[] packed : List.of(xz(MODEL), gzip(MODEL), bzip2(MODEL))) {
      Weights w = Sample.read("weights.packed", packed);
      String packing = packed[0] == 'B' ? "bzip2" : packed[0] == 0x1f ? "gzip" : "xz";
      isTheModel(w, packing, packed.length);
    }
  }

  @Test
  void theDictionaryOfTheStrongestPackingIsNotTooLarge() {
    byte[] strongest = pack(to -> new XZOutputStream(to, new LZMA2Options(9)), MODEL);
    isTheModel(Sample.read("weights.packed", strongest), "xz", strongest.length);
  }

  @Test
  void piecesThatWerePackedApartAreOneFile() {
    int half = MODEL.length / 2;
    byte[] first = bzip2(Arrays.copyOf(MODEL, half));
    byte[] second = bzip2(Arrays.copyOfRange(MODEL, half, MODEL.length));
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    isTheModel(Sample.read("weights.packed", both), "bzip2", both.length);
  }

  @Test
  void aPackedFileThatIsCutIsIncomplete() {
    byte[] large = new byte[200_000];
    new Random(1).nextBytes(large);
    System.arraycopy(MODEL, 0, large, 0, MODEL.length);
    for (byte[] packed : List.of(xz(large), gzip(large))) {
      byte[] cut = Arrays.copyOf(packed, packed.length * 3 / 4);
      Weights w = Sample.read("weights.packed", cut);
      assertThat(w.status()).isEqualTo(Weights.Status.INCOMPLETE);
      assertThat(w.reason()).contains("unpacked bytes");
      assertThat(w.parameters()).isNull();
    }
  }

  @Test
  void whatUnpacksToMuchMoreThanItIsWorthIsNotRead() {
    byte[] bomb = Arrays.copyOf(MODEL, 80 << 20);
    Weights w = Sample.read("weights.hdf5.gz", gzip(bomb));
    assertThat(w.status()).isEqualTo(Weights.Status.OVER_LIMIT);
    assertThat(w.format()).isEqualTo("hdf5");
    assertThat(w.parameters()).isNull();
  }

  @Test
  void whatIsWrongInsideIsSaid() {
    byte[] bad = MODEL.clone();
    Arrays.fill(bad, 8, 96, (byte) 0x7f);
    Weights w = Sample.read("weights.hdf5.xz", xz(bad));
    assertThat(w.status()).isEqualTo(Weights.Status.MALFORMED);
    assertThat(w.reason()).startsWith("unpacked: ");
  }

  @Test
  void whatHoldsNoMarkOfWeightsIsNone() {
    assertThat(Sample.recognised("data.csv.gz", gzip("a,b\n1,2\n".getBytes()))).isFalse();
    assertThat(Sample.recognised("twice.gz", gzip(gzip(MODEL)))).isFalse();
  }

  @Test
  void damageEndsInAValue() {
    Sample.survivesDamage(new PackedFile(), "weights.h5.gz", gzip(MODEL));
    Sample.survivesDamage(new PackedFile(), "weights.h5.xz", xz(MODEL));
  }
}
