package dev.assay.formats.numpy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.FixtureCase;
import dev.assay.formats.Sample;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class NpyTest {

  private static byte[] npy(String header, int data) {
    byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[10 + text.length + data];
    System.arraycopy("?NUMPY".getBytes(StandardCharsets.ISO_8859_1), 0, all, 0, 6);
    all[0] = (byte) 0x93;
    all[6] = 1;
    all[8] = (byte) text.length;
    all[9] = (byte) (text.length >> 8);
    System.arraycopy(text, 0, all, 10, text.length);
    return all;
  }

  @TestFactory
  Stream<DynamicTest> theVerdictsOfTheFixturesHold() {
    return FixtureCase.generated("numpy/", "hostile/numpy/");
  }

  @Test
  void anArraysShapeTypeAndPlaceAreRead() {
    Weights w = Sample.read("numpy/f32.npy");
    assertThat(w.status()).isEqualTo(Weights.Status.OK);
    assertThat(w.parameters()).isEqualTo(12 * 48);
    assertThat(w.listing().getFirst().shape()).isEqualTo(List.of(12L, 48L));
    assertThat(w.listing().getFirst().offset()).isEqualTo(128);
    assertThat(w.listing().getFirst().bytes()).isEqualTo(12 * 48 * 4);
  }

  @Test
  void anArrayOfNoLearnedNameIsNotCalledAModel() {
    assertThat(Sample.read("numpy/f32.npy").kind()).isEqualTo(Weights.Kind.OTHER);
    assertThat(Sample.read("weights.npy", Sample.bytes("numpy/f32.npy")).kind())
        .isEqualTo(Weights.Kind.MODEL);
  }

  @Test
  void anArrayOfObjectsIsAPickleAndSaidToBeDangerous() {
    assertThat(Sample.dangers(Sample.read("numpy/object.npy"))).anyMatch(d -> d.contains("pickle"));
    byte[] record =
        npy("{'descr': [('a', '<f4'), ('b', '|O')], 'fortran_order': False, 'shape': (2,), }\n", 9);
    assertThat(Sample.dangers(Sample.read("x.npy", record))).isNotEmpty();
  }

  @Test
  void aHeaderIsParsedAndNeverEvaluated() {
    for (String bad :
        List.of(
            "{'descr': '<f4', 'fortran_order': False, 'shape': (2 ** 9,)}",
            "{'descr': __import__('os').system('x'), 'fortran_order': False, 'shape': ()}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} + {}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}",
            "{'descr': '<f4', 'descr': '<f8', 'fortran_order': False, 'shape': (1,)}",
            "{'descr': '<f4', 'fortran_order': False}")) {
      Weights w = Sample.read("x.npy", npy(bad, 4));
      assertThat(w.status()).as(bad).isEqualTo(Weights.Status.MALFORMED);
    }
  }

  @Test
  void anArrayThatIsCutShortIsIncomplete() {
    byte[] cut = npy("{'descr': '<f8', 'fortran_order': False, 'shape': (3, 5), }\n", 119);
    assertThat(Sample.read("x.npy", cut).status()).isEqualTo(Weights.Status.INCOMPLETE);
  }

  @Test
  void damageEndsInAValue() {
    Sample.survivesDamage(new Npy(), "a.npy", Sample.bytes("numpy/structured.npy"));
    Sample.survivesDamage(new Npz(), "a.npz", Sample.bytes("numpy/two.npz"));
  }

  @Test
  void arraysInAZipAreReadWithoutUnpackingTheirData() {
    Weights w = Sample.read("numpy/two.npz");
    assertThat(w.format()).isEqualTo("npz");
    assertThat(w.parameters()).isEqualTo(624);
    assertThat(w.elementsByType()).containsEntry("F16", 48L).containsEntry("F32", 576L);
  }

  @Test
  void objectsInAFolderOfModelsAreOne() {
    byte[] objects = npy("{'descr': '|O', 'fortran_order': False, 'shape': (), }\n", 60);
    assertThat(Sample.read("birds/models/detector.npy", objects).kind())
        .isEqualTo(Weights.Kind.MODEL);
    assertThat(Sample.read("birds/lists/detector.npy", objects).kind())
        .isEqualTo(Weights.Kind.OTHER);
    byte[] numbers = npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }\n", 8);
    assertThat(Sample.read("birds/models/means.npy", numbers).kind()).isEqualTo(Weights.Kind.OTHER);
  }

  @Test
  void arraysInAFolderOfAModelMayBeCalledByTheirNumbers() {
    byte[] array = Sample.bytes("numpy/f32.npy");
    Weights w = Sample.read("model/12.npy", array);
    assertThat(w.kind()).isEqualTo(Weights.Kind.MODEL);
    assertThat(w.listing().getFirst().name()).isEqualTo("layers/12");
    assertThat(Sample.read("model/gulls.npy", array).kind()).isEqualTo(Weights.Kind.OTHER);
    assertThat(Sample.read("data/12.npy", array).kind()).isEqualTo(Weights.Kind.OTHER);
  }
}
