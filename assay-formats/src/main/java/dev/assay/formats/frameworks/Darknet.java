package dev.assay.formats.frameworks;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Darknet's `.cfg`: a first section about the training, then one for each layer. The `.weights`
/// beside it hold numbers without mark or names, and only the version and how many pictures were
/// seen in front of them: nothing certain can be said of those.
public final class Darknet implements WeightsFormat {
  private static final int LARGEST = 1 << 20;

  /// Settings of the first section that say how it was trained.
  private static final Set<String> RECIPE =
      Set.of(
          "batch",
          "subdivisions",
          "learning_rate",
          "momentum",
          "decay",
          "policy",
          "steps",
          "scales",
          "max_batches",
          "burn_in");

  @Override
  public String id() {
    return "darknet";
  }

  @Override
  public String title() {
    return "Darknet configuration";
  }

  @Override
  public Weights.Kind kind() {
    return Weights.Kind.OTHER;
  }

  // Its first section has this name, and a layer with a name of Darknet's own follows.
  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (!begins(head)) {
      return false;
    }
    String text = new String(head, StandardCharsets.ISO_8859_1).replace("\r", "");
    String first =
        text.lines()
            .map(String::strip)
            .filter(l -> !l.isEmpty() && !l.startsWith("#") && !l.startsWith(";"))
            .findFirst()
            .orElse("");
    return (first.equals("[net]") || first.equals("[network]"))
        && text.contains("\n[")
        && text.lines().map(String::strip).anyMatch(Darknet::layer);
  }

  /// Whether the first line that says anything begins with a bracket. Every file is asked this, and
  /// hardly any is read further.
  private static boolean begins(byte[] head) {
    boolean remark = false;
    for (byte b : head) {
      if (b == '\n') {
        remark = false;
      } else if (!remark && b > ' ') {
        remark = b == '#' || b == ';';
        if (!remark) {
          return b == '[';
        }
      }
    }
    return false;
  }

  private static boolean layer(String line) {
    return switch (line) {
      case "[convolutional]",
          "[conv]",
          "[connected]",
          "[rnn]",
          "[gru]",
          "[lstm]",
          "[crnn]",
          "[deconvolutional]",
          "[local]" ->
          true;
      default -> false;
    };
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    int size = (int) Math.min(LARGEST, bytes.size());
    var out = new WeightsBuilder(source, entry, bytes, id()).uncounted();
    out.kind(Weights.Kind.OTHER).header(0, Math.min(size, 4096));
    String all = new String(bytes.bytes(0, size), StandardCharsets.ISO_8859_1);
    var layers = new TreeMap<String, Integer>();
    int sections = 0;
    int at = 0;
    for (String line : all.split("\n", -1)) {
      String l = line.strip();
      int equals = l.indexOf('=');
      if (l.startsWith("[") && l.endsWith("]")) {
        sections++;
        if (sections > 1 && l.length() < 64) {
          layers.merge(l.substring(1, l.length() - 1), 1, Integer::sum);
        }
      } else if (sections == 1 && equals > 0 && RECIPE.contains(l.substring(0, equals).strip())) {
        String key = l.substring(0, equals).strip();
        String value = l.substring(equals + 1).strip();
        out.fact(Weights.Topic.RECIPE, key, value, at, (long) at + line.length());
      }
      at += line.length() + 1;
    }
    out.fact(Weights.Topic.ARCHITECTURE, "layers", told(layers), 0, size);
    return out.build();
  }

  private static String told(Map<String, Integer> layers) {
    return layers.entrySet().stream()
        .map(e -> e.getValue() + " " + e.getKey())
        .collect(Collectors.joining(", "));
  }
}
