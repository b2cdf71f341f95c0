package dev.assay.formats.language;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.TextFile;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;

/// spaCy's `config.cfg`: the pipeline's architecture and the whole recipe of its training, as
/// sections of keys and values.
public final class SpacyConfig implements WeightsFormat {
  private static final int LARGEST = 4 << 20;

  @Override
  public String id() {
    return "spacy-config";
  }

  @Override
  public String title() {
    return "spaCy config.cfg";
  }

  @Override
  public Weights.Kind kind() {
    return Weights.Kind.OTHER;
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (!entry.name().endsWith(".cfg")) {
      return false;
    }
    String text = new String(head, StandardCharsets.UTF_8);
    return text.contains("[nlp]")
        && (text.contains("\n[components") || text.contains("\npipeline"));
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    out.kind(Weights.Kind.OTHER).uncounted();
    byte[] head = bytes.head(LARGEST);
    // One character a byte, so that places in the text are places in the file.
    String text = new String(head, StandardCharsets.ISO_8859_1);
    out.header(0, Math.min(head.length, 4096));
    String section = "";
    int at = 0;
    while (at < text.length()) {
      int stop = text.indexOf('\n', at);
      int end = stop < 0 ? text.length() : stop;
      String line = text.substring(at, end).strip();
      int equals = line.indexOf('=');
      if (line.startsWith("[") && line.endsWith("]")) {
        section = line.substring(1, line.length() - 1);
      } else if (equals > 0 && !line.startsWith("#") && !line.startsWith(";")) {
        byte[] raw = line.substring(equals + 1).strip().getBytes(StandardCharsets.ISO_8859_1);
        setting(out, section, line.substring(0, equals).strip(), value(raw), at, end);
      }
      at = end + 1;
    }
    return out.build();
  }

  private static String value(byte[] raw) {
    String value = TextFile.of("", "", raw, true).text();
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }

  private static void setting(
      WeightsBuilder out, String section, String key, String value, long from, long to) {
    String full = section + "." + key;
    if (value.equals("null") || value.isEmpty()) {
      return;
    }
    if (section.equals("training") || section.startsWith("training.")) {
      out.fact(Weights.Topic.RECIPE, full, value, from, to);
    } else if (section.equals("paths") && (key.startsWith("train") || key.equals("dev"))) {
      out.fact(Weights.Topic.TRAINING_DATA, full, value, from, to);
    } else if (section.equals("initialize") && key.equals("vectors")
        || section.equals("paths") && key.equals("vectors")) {
      out.fact(Weights.Topic.BASE_MODEL, full, value, from, to);
    } else if (key.equals("pipeline") || key.equals("@architectures") || full.equals("nlp.lang")) {
      out.fact(Weights.Topic.ARCHITECTURE, full, value, from, to);
    } else if (section.endsWith(".model") && key.equals("name")) {
      // The name of a pre-trained transformer that a component begins from.
      out.fact(Weights.Topic.BASE_MODEL, full, value, from, to);
    } else if (key.equals("code") || full.equals("initialize.before_init")) {
      out.fact(Weights.Topic.REMOTE_CODE, full, value, from, to);
    }
  }
}
