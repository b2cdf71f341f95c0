package dev.assay.profiles;

import dev.assay.io.Prepared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Files that come inside this module's jar.
final class Resources {
  /// The name of the {@link Prepared} form of the files that {@link #tree} gives.
  static final String PREPARED = "profiles";

  private static final Map<String, YamlTree> TREES =
      Prepared.of(Resources.class, PREPARED).map(Resources::read).orElse(Map.of());

  private Resources() {}

  /// What a YAML file beside this class holds.
  static YamlTree tree(String name) {
    YamlTree tree = TREES.get(name);
    return tree == null ? YamlTree.parse(name, text(name)) : tree;
  }

  /// Several files' trees in the prepared form.
  static byte[] prepared(List<String> names) {
    var to = new Prepared.Writer().number(names.size());
    names.forEach(name -> tree(name).write(to.text(name)));
    return to.bytes();
  }

  /// What {@link #prepared} wrote.
  static Map<String, YamlTree> read(ByteBuffer from) {
    var trees = new HashMap<String, YamlTree>();
    for (int i = from.getInt(); i > 0; i--) {
      String name = Prepared.text(from);
      trees.put(name, YamlTree.read(name, from));
    }
    return trees;
  }

  /// The text of a file beside this class.
  static String text(String name) {
    try (var in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
