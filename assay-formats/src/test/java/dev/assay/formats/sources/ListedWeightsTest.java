package dev.assay.formats.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Sample;
import dev.assay.model.Weights;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists of numbers that are a network's weights, and lists of other things.
class ListedWeightsTest {
  private static String floats(int n, String between) {
    var random = new Random(7);
    var out = new StringBuilder();
    for (int i = 0; i < n; i++) {
      out.append(String.format(Locale.ROOT, "%.8f", random.nextGaussian())).append(between);
    }
    return out.toString();
  }

  private static boolean isOne(String path, String text) {
    return Sample.recognised(path, text.getBytes(UTF_8));
  }

  @Test
  void aFileThatIsCalledANetworkMayBeAListOfNumbers() {
    String text = "name=Gull 1.0\n" + floats(2000, "\n");
    Weights w = Sample.read("v1/engine 2/network.txt", text.getBytes(UTF_8));
    assertThat(w.format()).isEqualTo("numbers");
    assertThat(w.kind()).isEqualTo(Weights.Kind.MODEL);
    assertThat(w.status()).isEqualTo(Weights.Status.OK);
    assertThat(w.parameters()).isNull();
    assertThat(isOne("data/weights_2.dat", floats(2000, "\n"))).isTrue();
    assertThat(isOne("data/points_2.dat", floats(2000, "\n"))).isFalse();
    assertThat(isOne("data/class_weights.txt", floats(2000, "\n"))).isFalse();
  }

  @Test
  void wordsBetweenTheNumbersMayNameTheLayers() {
    String text = "Layer:Input:9\nLayer:Hidden:4\n%s:4x1\n0.5\n-1.25\nWeights:4x9\n";
    assertThat(isOne("settings/latest", text.formatted("Biases") + floats(2000, " "))).isTrue();
    assertThat(isOne("settings/latest", text.formatted("Heights") + floats(2000, " "))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void numbersInOrderAreNotLearnt(int step) {
    var out = new StringBuilder();
    for (int i = 0; i < 4000; i++) {
      out.append(i * step - 2000).append(".5\n");
    }
    assertThat(isOne("nets/network.txt", out.toString())).isFalse();
  }

  @Test
  void aListOfPairsIsNoNetwork() {
    var out = new StringBuilder();
    for (int i = 0; i < 4000; i++) {
      out.append(i % 61).append(' ').append(i % 7).append('\n');
    }
    assertThat(isOne("nets/network.txt", out.toString())).isFalse();
  }
}
