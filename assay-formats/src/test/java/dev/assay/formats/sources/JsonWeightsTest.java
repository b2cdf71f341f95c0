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

/// JSON that is a model's weights, and JSON that only lies beside models.
class JsonWeightsTest {
  private static final Random RANDOM = new Random(7);

  private static String floats(int n) {
    var out = new StringBuilder();
    for (int i = 0; i < n; i++) {
      out.append(i == 0 ? "" : ",")
          .append(String.format(Locale.ROOT, "%.8f", RANDOM.nextGaussian()));
    }
    return out.toString();
  }

  private static String scores(boolean signed) {
    var out = new StringBuilder("{\"pair\":{");
    for (int i = 0; i < 1500; i++) {
      out.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":");
      out.append(signed && i % 3 == 0 ? -i - 1 : i);
    }
    return out.append("}}").toString();
  }

  private static boolean isOne(String path, String text) {
    return Sample.recognised(path, text.getBytes(UTF_8));
  }

  private static final String NET = "{\"sizes\":[9,4],\"layers\":[{\"%s\":[%s],\"offset\":[0.5]}]}";

  @Test
  void theListsOfANetworkAreRead() {
    String text = NET.formatted("weights", floats(1200));
    Weights w = Sample.read("Nets/Ship Network.json", text.getBytes(UTF_8));
    assertThat(w.format()).isEqualTo("json");
    assertThat(w.kind()).isEqualTo(Weights.Kind.MODEL);
    assertThat(w.status()).isEqualTo(Weights.Status.OK);
    assertThat(w.parameters()).isNull();
  }

  @Test
  void parametersByTheirNamesAreANetwork() {
    String text = "{\"version\": 3, \"%s\": {\"fc1.weight\": [[%s]]}}";
    String values = floats(1200).replace('-', ' ');
    assertThat(isOne("models/quick.json", text.formatted("state_dict", values))).isTrue();
    assertThat(isOne("models/quick.json", text.formatted("shapes", values))).isFalse();
    assertThat(isOne("quick.json", text.formatted("state_dict", values))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vertices", "speeds"})
  void otherListsAreNone(String key) {
    assertThat(isOne("models/ship.json", NET.formatted("weights", floats(1200)))).isTrue();
    assertThat(isOne("models/ship.json", NET.formatted(key, floats(1200)))).isFalse();
  }

  @Test
  void aNumberForEachFeatureIsAModelWhereSomeAreNegative() {
    assertThat(isOne("pkg/models/xx.json", scores(true))).isTrue();
    assertThat(isOne("pkg/models/xx.json", scores(false))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pkg/tables/xx.json", "pkg/models/labels.json", "models/test/xx.json"})
  void thePlaceMustSayThatItIsAModel(String path) {
    assertThat(isOne(path, scores(true))).isFalse();
  }

  /// Lists without any name are told by that of the file alone, and only if it is a network's.
  @Test
  void bareListsAreWeightsWhereTheFileIsCalledANetwork() {
    String lists = "[[[%1$s],[%1$s]],[%1$s]]".formatted(floats(900));
    assertThat(isOne("boats/rnn/rnn.json", lists)).isTrue();
    assertThat(isOne("boats/models/boat.json", lists)).isFalse();
    assertThat(isOne("boats/rnn/log.json", lists)).isFalse();
    assertThat(isOne("boats/rnn/rnn.json", lists.replace("-", "").replace(".", ""))).isFalse();
    assertThat(isOne("boats/rnn/rnn.json", lists.replaceFirst("\\d,", "1,\"a\","))).isFalse();
  }

  @Test
  void wordsAmongTheValuesAreNoScores() {
    String text = scores(true);
    assertThat(isOne("models/xx.json", text.replace("\"k7\":7", "\"k7\":\"seven\""))).isFalse();
  }

  @Test
  void damageIsAValue() {
    Sample.survivesDamage(
        new JsonWeights(), "models/xx.json", NET.formatted("weights", floats(900)).getBytes(UTF_8));
  }
}
