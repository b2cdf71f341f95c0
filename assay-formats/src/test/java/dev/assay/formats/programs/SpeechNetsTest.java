package dev.assay.formats.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Sample;
import dev.assay.model.DType;
import dev.assay.model.Note;
import dev.assay.model.Span;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Networks that clean and code speech, as their programs load them.
class SpeechNetsTest {
  private static final int FLOAT = 0;
  private static final int INT = 1;
  private static final int QWEIGHT = 2;
  private static final int INT8 = 3;

  private static byte[] array(ByteOrder order, int type, String name, int size) {
    int block = (size + 63) / 64 * 64;
    ByteBuffer b = ByteBuffer.allocate(64 + block).order(order);
    b.put("DNNw".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(type).putInt(size);
    b.putInt(block).put(name.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < size; i++) {
      b.put(64 + i, (byte) (i * 37 + 1));
    }
    return b.array();
  }

  private static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] blob(ByteOrder order) {
    return join(
        array(order, FLOAT, "dense_weights_float", 4 * 24),
        array(order, FLOAT, "dense_bias", 4 * 8),
        array(order, INT8, "gru_input_weights_int8", 96),
        array(order, FLOAT, "gru_input_weights_float", 4 * 96),
        array(order, INT, "gru_input_weights_idx", 4 * 6),
        array(order, FLOAT, "gru_input_subias", 4 * 24),
        array(order, FLOAT, "gru_input_scale", 4 * 24),
        array(order, FLOAT, "gru_input_bias", 4 * 24),
        array(order, FLOAT, "gru_recurrent_weights_diag", 4 * 24));
  }

  @Test
  void aListOfArraysTellsEachArraysNameTypeLengthAndPlace() {
    Weights w = Sample.read("model05.bin", blob(ByteOrder.LITTLE_ENDIAN));
    assertThat(w.format()).isEqualTo("dnnw");
    assertThat(w.status()).isEqualTo(Weights.Status.OK);
    assertThat(w.tensors()).isEqualTo(9);
    assertThat(w.evidence().span()).isEqualTo(new Span.Bytes(0, 64));
    assertThat(w.listing().getFirst())
        .isEqualTo(
            new Tensor(
                "dense_weights_float",
                Tensor.Role.PARAMETER,
                List.of(24L),
                DType.F32,
                "model05.bin",
                64,
                96,
                null));
    Tensor second = w.listing().get(1);
    assertThat(second.offset()).as("behind the filling").isEqualTo(64 + 128 + 64);
    assertThat(w.quantisation()).isEqualTo("dnnw int8");
  }

  @Test
  void whatIsReckonedOrStoredTwiceIsNoParameter() {
    Weights w = Sample.read("model05.bin", blob(ByteOrder.LITTLE_ENDIAN));
    assertThat(w.parameters()).isEqualTo(24 + 8 + 96 + 24 + 24);
    assertThat(w.listing())
        .filteredOn(t -> t.role() == Tensor.Role.QUANTISATION)
        .extracting(Tensor::name)
        .containsExactly("gru_input_weights_float", "gru_input_subias", "gru_input_scale");
    assertThat(w.listing())
        .filteredOn(t -> t.role() == Tensor.Role.BUFFER)
        .extracting(Tensor::name)
        .containsExactly("gru_input_weights_idx");
  }

  @Test
  void theByteOrderIsTheWritersOwn() {
    Weights big = Sample.read("weights", blob(ByteOrder.BIG_ENDIAN));
    assertThat(big.status()).isEqualTo(Weights.Status.OK);
    assertThat(big.parameters()).isEqualTo(176);
    assertThat(Sample.facts(big, Weights.Topic.TOOL)).containsExactly("big-endian");
  }

  @Test
  void aScaleWithoutQuantisedWeightsIsAParameter() {
    byte[] blob = array(ByteOrder.LITTLE_ENDIAN, FLOAT, "film_scale", 4 * 5);
    assertThat(Sample.read("weights", blob).parameters()).isEqualTo(5);
  }

  @Test
  void arraysWhoseNumbersCannotBeToldGiveNoCount() {
    byte[] known = array(ByteOrder.LITTLE_ENDIAN, FLOAT, "gru_bias", 4 * 5);
    byte[] either = array(ByteOrder.LITTLE_ENDIAN, QWEIGHT, "gru_weights", 64);
    Weights w = Sample.read("weights", join(known, either));
    assertThat(w.status()).isEqualTo(Weights.Status.OK);
    assertThat(w.tensors()).isEqualTo(2);
    assertThat(w.parameters()).isNull();
    byte[] whole = array(ByteOrder.LITTLE_ENDIAN, INT, "table", 64);
    assertThat(Sample.read("weights", join(known, whole)).parameters()).isNull();
  }

  @Test
  void aNameThatIsThereTwiceCountsOnce() {
    byte[] one = array(ByteOrder.LITTLE_ENDIAN, FLOAT, "dense_bias", 4 * 5);
    Weights w = Sample.read("weights", join(one, one));
    assertThat(w.parameters()).isEqualTo(5);
    assertThat(w.dangers()).extracting(Note::kind).containsExactly(Note.Kind.DISAGREES);
  }

  @Test
  void aListThatIsCutIsIncomplete() {
    byte[] good = blob(ByteOrder.LITTLE_ENDIAN);
    for (int length : new int[] {9, 63, 64, 100, 192 + 20, good.length - 1}) {
      Weights w = Sample.read("weights", Arrays.copyOf(good, length));
      assertThat(w.status()).as("cut at " + length).isEqualTo(Weights.Status.INCOMPLETE);
    }
  }

  @Test
  void aListWithAWrongHeadIsMalformed() {
    byte[] good = blob(ByteOrder.LITTLE_ENDIAN);
    for (int at : new int[] {15, 19, 20, 63, 64 + 128}) {
      byte[] bad = good.clone();
      bad[at] = (byte) 0xee;
      Weights w = Sample.read("weights", bad);
      assertThat(w.status()).as("byte " + at).isNotEqualTo(Weights.Status.OK);
      assertThat(w.reason()).isNotEmpty();
    }
    byte[] odd = array(ByteOrder.LITTLE_ENDIAN, FLOAT, "dense_bias", 7);
    assertThat(Sample.read("weights", odd).status()).isEqualTo(Weights.Status.MALFORMED);
    byte[] none = array(ByteOrder.LITTLE_ENDIAN, FLOAT, "dense_bias", 0);
    assertThat(Sample.read("weights", none).status()).isEqualTo(Weights.Status.MALFORMED);
  }

  @Test
  void aTextThatBeginsWithTheMarkIsNoList() {
    byte[] text = "DNNw is the mark of a weight blob".getBytes(StandardCharsets.US_ASCII);
    assertThat(Sample.recognised("notes", text)).isFalse();
  }

  private static void layer(StringBuilder to, boolean gru, int inputs, int neurons) {
    to.append(inputs).append(' ').append(neurons).append(gru ? " 2\n" : " 1\n");
    int gates = gru ? 3 : 1;
    line(to, inputs * neurons * gates);
    if (gru) {
      line(to, neurons * neurons * gates);
    }
    line(to, neurons * gates);
  }

  private static void line(StringBuilder to, int numbers) {
    for (int i = 0; i < numbers; i++) {
      to.append(i == 0 ? "" : " ").append((i * 37 + numbers) % 256 - 128);
    }
    to.append('\n');
  }

  private static String text() {
    var text = new StringBuilder("rnnoise-nu model file version 1\n");
    layer(text, false, 5, 3);
    layer(text, true, 3, 3);
    layer(text, true, 11, 4);
    layer(text, true, 12, 6);
    layer(text, false, 6, 2);
    layer(text, false, 3, 1);
    return text.toString();
  }

  private static Weights read(String text) {
    return Sample.read("n.rnnn", text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aNetworkInTextTellsItsLayersByTheirOwnSizes() {
    Weights w = Sample.read("network", text().getBytes(StandardCharsets.US_ASCII));
    assertThat(w.format()).isEqualTo("rnnoise-nu");
    assertThat(w.status()).isEqualTo(Weights.Status.OK);
    assertThat(w.tensors()).isEqualTo(3 * 2 + 3 * 3);
    long gru = (3 + 3 + 1) * 9 + (11 + 4 + 1) * 12 + (12 + 6 + 1) * 18;
    assertThat(w.parameters()).isEqualTo(6 * 3 + gru + 7 * 2 + 4);
    assertThat(w.listing().get(3).name()).isEqualTo("vad_gru.recurrent_weights");
    assertThat(w.listing().get(5).shape()).isEqualTo(List.of(11L, 12L));
    assertThat(w.elementsByType()).containsOnlyKeys("I8");
    // Numbers in text are no bytes that could be compared.
    assertThat(w.listing()).allMatch(t -> t.offset() == -1 && t.bytes() == -1);
    assertThat(Sample.facts(w, Weights.Topic.ARCHITECTURE))
        .contains("5 inputs, 3 neurons, sigmoid", "11 inputs, 4 neurons, relu");
  }

  @Test
  void numbersThatNoByteHoldsHaveNoType() {
    Weights w = read(text().replaceFirst("-\\d+\n", "300\n"));
    assertThat(w.status()).isEqualTo(Weights.Status.OK);
    assertThat(w.listing()).filteredOn(t -> t.type() != DType.I8).hasSize(1);
    assertThat(w.parameters()).isNotNull();
  }

  @Test
  void aNetworkInTextThatIsCutIsIncomplete() {
    String good = text();
    for (int length : new int[] {30, 33, 40, 200, good.length() / 2, good.length() - 5}) {
      String cut = good.substring(0, good.lastIndexOf(' ', length) + 1);
      Weights w = read(cut);
      assertThat(w.status()).as("cut at " + length).isEqualTo(Weights.Status.INCOMPLETE);
      assertThat(w.parameters()).isNull();
    }
  }

  @Test
  void aNetworkInTextThatTheFilterRefusesIsMalformed() {
    String good = text();
    assertThat(read(good.replace("version 1", "version 2")).status())
        .isEqualTo(Weights.Status.MALFORMED);
    assertThat(read(good.replace("\n11 4 2\n", "\n129 4 2\n")).reason()).contains("129");
    assertThat(read(good.replace("\n11 4 2\n", "\n11 0 2\n")).status())
        .isEqualTo(Weights.Status.MALFORMED);
    assertThat(read(good.replace("\n3 1 1\n", "\n3 2 1\n")).reason()).contains("vad_output");
    assertThat(read(good.replaceFirst(" -", " x")).reason()).contains("whole number");
    assertThat(Sample.read("n.rnnn", "rnnoise".getBytes(StandardCharsets.US_ASCII)).status())
        .isEqualTo(Weights.Status.MALFORMED);
  }

  @Test
  void whatFollowsItsLastLayerIsSaid() {
    Weights w = read(text() + "7 7\n");
    assertThat(w.dangers()).extracting(Note::kind).containsExactly(Note.Kind.DISAGREES);
    assertThat(read(text() + "\n  ").dangers()).isEmpty();
  }

  @Test
  void damageEndsInAValue() {
    Sample.survivesDamage(new WeightBlob(), "weights.bin", blob(ByteOrder.LITTLE_ENDIAN));
    Sample.survivesDamage(new WeightBlob(), "weights.bin", blob(ByteOrder.BIG_ENDIAN));
    Sample.survivesDamage(new RnnoiseNu(), "n.rnnn", text().getBytes(StandardCharsets.US_ASCII));
  }
}
