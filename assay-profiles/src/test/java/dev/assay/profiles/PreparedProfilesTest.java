package dev.assay.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The prepared form of the definitions against their files.
final class PreparedProfilesTest {
  @Test
  void holdsWhatTheFilesHold() {
    Map<String, YamlTree> read =
        Resources.read(ByteBuffer.wrap(Profiles.prepared().get("profiles")));

    assertThat(read).containsKeys("mof-1.0.yaml", "licence-sets.yaml", "advice.yaml");
    read.forEach((name, tree) -> {
      YamlTree parsed = YamlTree.parse(name, Resources.text(name));
      assertThat(tree.map().keySet()).isEqualTo(parsed.map().keySet());
      assertThat(plain(tree)).isEqualTo(plain(parsed));
    });
  }

  /// A tree without the places of keys, which the prepared form leaves out.
  private static String plain(YamlTree tree) {
    return tree.where()
        + switch (tree.value()) {
          case YamlTree.Scalar s -> s.toString();
          case YamlTree.Items i -> i.list().stream().map(PreparedProfilesTest::plain).toList();
          case YamlTree.Keys k ->
              k.map().entrySet().stream().map(e -> e.getKey() + "=" + plain(e.getValue())).toList();
        };
  }
}
