package dev.assay.rebuild.compare;

import dev.assay.io.Malformed;
import dev.assay.rebuild.compare.FieldDiff.Nature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// Java's `.properties`: values by key, apart from comments and order.
final class PropertiesForm {
  private final Comparer comparer;

  PropertiesForm(Comparer comparer) {
    this.comparer = comparer;
  }

  void compare(String name, byte[] a, byte[] b) {
    Map<String, String> old = read(a);
    Map<String, String> now = read(b);
    comparer.used("properties: values apart from comments and order");
    for (Map.Entry<String, String> e : old.entrySet()) {
      String is = now.get(e.getKey());
      if (is == null) {
        comparer.differs(
            name + "#" + e.getKey(), Nature.METADATA, "is gone; was \"" + e.getValue() + "\"");
      } else if (!is.equals(e.getValue())) {
        comparer.differs(
            name + "#" + e.getKey(), Nature.METADATA, "\"" + e.getValue() + "\" -> \"" + is + "\"");
      } else if (e.getKey().toLowerCase(Locale.ROOT).contains("hash")) {
        comparer.agrees(name + ": the same " + e.getKey() + ", " + is);
      }
    }
    now.forEach((key, value) -> {
      if (!old.containsKey(key)) {
        comparer.differs(name + "#" + key, Nature.METADATA, "is new: \"" + value + "\"");
      }
    });
    if (!comments(a).equals(comments(b))) {
      comparer.differs(
          name + "#comment",
          Nature.METADATA,
          "\"" + String.join(" ", comments(a)) + "\" -> \"" + String.join(" ", comments(b)) + "\"");
    }
    if (!List.copyOf(old.keySet()).equals(List.copyOf(now.keySet()))
        && old.keySet().equals(now.keySet())) {
      comparer.differs(name + "#order", Nature.METADATA, "keys stand in another order");
    }
  }

  /// Keys and values in the order of the file.
  private static Map<String, String> read(byte[] bytes) {
    Map<String, String> all = new LinkedHashMap<>();
    var ordered =
        new Properties() {
          private static final long serialVersionUID = 1L;

          @Override
          public synchronized Object put(Object key, Object value) {
            all.put(key.toString(), value.toString());
            return super.put(key, value);
          }
        };
    try {
      ordered.load(new ByteArrayInputStream(bytes));
    } catch (IOException | IllegalArgumentException e) {
      throw new Malformed(-1, "not readable as properties: " + e.getMessage());
    }
    return all;
  }

  private static List<String> comments(byte[] bytes) {
    List<String> comments = new ArrayList<>();
    new String(bytes, StandardCharsets.ISO_8859_1)
        .lines()
        .filter(l -> l.startsWith("#") || l.startsWith("!"))
        .forEach(comments::add);
    return comments;
  }
}
