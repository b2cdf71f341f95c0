package dev.assay.formats.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Sample;
import dev.assay.model.Weights;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Objects that Java saved: those of learners, and others.
class SavedObjectTest {
  private record GullNetwork(double[] weights) implements Serializable {}

  private record SongTable(double[] weights) implements Serializable {}

  private record TableModel(double[] weights) implements Serializable {}

  private static byte[] saved(Serializable object) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Test
  void anObjectOfALearnersClassIsAModel() {
    Weights w = Sample.read("saved/gulls.dat", saved(new GullNetwork(new double[500])));
    assertThat(w.format()).isEqualTo("java");
    assertThat(w.kind()).isEqualTo(Weights.Kind.MODEL);
    assertThat(w.metadata())
        .anyMatch(
            f -> f.topic() == Weights.Topic.ARCHITECTURE && f.value().endsWith("GullNetwork"));
    assertThat(w.dangers()).anyMatch(n -> n.text().contains("when it is loaded"));
  }

  @Test
  void objectsOfOtherClassesAreNone() {
    assertThat(Sample.recognised("a.dat", saved(new SongTable(new double[500])))).isFalse();
    assertThat(Sample.recognised("a.dat", saved(new TableModel(new double[500])))).isFalse();
    assertThat(Sample.recognised("a.dat", saved(new ArrayList<>(List.of(1, 2, 3))))).isFalse();
    assertThat(Sample.recognised("a.dat", saved(new double[500]))).isFalse();
    assertThat(Sample.recognised("a.dat", saved(new GullNetwork(new double[2])))).isFalse();
  }

  @Test
  void aNameThatIsCutOffIsNone() {
    byte[] whole = saved(new GullNetwork(new double[500]));
    whole[6] = 0x7F;
    assertThat(Sample.recognised("a.dat", whole)).isFalse();
  }
}
