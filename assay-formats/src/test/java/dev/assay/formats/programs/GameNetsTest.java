package dev.assay.formats.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Sample;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GameNetsTest {
  private static final byte[] LC0 = Sample.bytes("lc0/net.pb.gz");
  private static final byte[] KATAGO = Sample.bytes("katago/net.bin.gz");

  @Test
  void aChessNetworkTellsItsLicenceItsTrainingAndItsLayers() {
    Weights w = Sample.read("net.pb.gz", LC0);
    assertThat(w.format()).isEqualTo("lc0");
    assertThat(w.status()).isEqualTo(Weights.Status.OK);
    assertThat(Sample.facts(w, Weights.Topic.LICENCE)).containsExactly("CC0-1.0");
    assertThat(Sample.facts(w, Weights.Topic.RECIPE)).containsExactly("4000", "0.5");
    assertThat(Sample.facts(w, Weights.Topic.METRIC)).containsExactly("0.25", "50.0");
    assertThat(Sample.facts(w, Weights.Topic.TOOL)).containsExactly("--backend=made");
    // Three blocks of kernel, bias, scale and shift, the squeeze and excitation, the policy.
    assertThat(w.parameters()).isEqualTo((108 + 12) + 2 * (144 + 12) + (8 + 2 + 8 + 4) + (12 + 3));
    assertThat(w.listing()).filteredOn(t -> t.role() == Tensor.Role.BUFFER).hasSize(6);
  }

  @Test
  void itsMarkIsSeenThroughThePackingAndWithoutIt() {
    byte[] plain = GameNet.of(dev.assay.io.ByteSource.of(LC0)).bytes();
    assertThat(Sample.read("net.pb", plain).format()).isEqualTo("lc0");
    assertThat(Sample.read("weights_run1", LC0).format()).isEqualTo("lc0");
  }

  @Test
  void aChessNetworkThatIsCutIsIncomplete() {
    for (int part : List.of(50, 80, 99)) {
      byte[] cut = Arrays.copyOf(LC0, LC0.length * part / 100);
      assertThat(Sample.read("net.pb.gz", cut).status()).isNotEqualTo(Weights.Status.OK);
    }
    byte[] plain = GameNet.of(dev.assay.io.ByteSource.of(LC0)).bytes();
    // Before the weights begin.
    assertThat(Sample.read("net.pb", Arrays.copyOf(plain, 14)).status())
        .isEqualTo(Weights.Status.INCOMPLETE);
  }

  @Test
  void aGoNetworkTellsItsNameAndItsBlocks() {
    Weights w = Sample.read("net.bin.gz", KATAGO);
    assertThat(w.format()).isEqualTo("katago");
    assertThat(Sample.facts(w, Weights.Topic.NAME)).containsExactly("made-b1c4");
    assertThat(w.listing().getFirst().shape()).isEqualTo(List.of(3L, 3L, 3L, 4L));
    assertThat(w.tensors()).isEqualTo(7);
    assertThat(w.parameters()).isEqualTo(108 + 8 + 4 + 4 + 8);
  }

  @Test
  void aGoNetworkThatIsCutIsIncomplete() {
    byte[] cut = Arrays.copyOf(KATAGO, KATAGO.length - 20);
    Weights w = Sample.read("net.bin.gz", cut);
    assertThat(w.status()).isEqualTo(Weights.Status.INCOMPLETE);
    assertThat(w.reason()).contains("packed");
  }

  @Test
  void otherTextThatIsPackedIsNoGoNetwork() {
    assertThat(new KataGo().recognises(null, "name\n8\n3\n2\n".getBytes())).isFalse();
  }

  @Test
  void damageEndsInAValue() {
    Sample.survivesDamage(new Lc0(), "net.pb.gz", LC0);
    Sample.survivesDamage(new Lc0(), "net.pb", GameNet.of(dev.assay.io.ByteSource.of(LC0)).bytes());
    Sample.survivesDamage(new KataGo(), "net.bin.gz", KATAGO);
    Sample.survivesDamage(
        new KataGo(), "net.bin", GameNet.of(dev.assay.io.ByteSource.of(KATAGO)).bytes());
  }
}
