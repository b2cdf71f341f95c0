package dev.assay.formats.xml;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What OpenCV's `FileStorage` holds of a model, in XML or YAML: cascades of features (Haar, LBP,
/// HOG), and the learners of its module `ml`. Only the beginning is read, for the mark and the name
/// of what was stored; a storage of something else, such as a camera's matrix, is none.
public final class OpenCvStorage implements WeightsFormat {
  /// Cascades are marked by a type, and in later versions by what their stages are.
  private static final Pattern STORED =
      Pattern.compile(
          "\\b(opencv[-_]cascade[-_]classifier|opencv[-_]haar[-_]classifier"
              + "|opencv[-_]ml[-_][a-z_-]{2,30}|stageType)\\b");

  private static final int LOOKED_AT = 4096;

  @Override
  public String id() {
    return "opencv";
  }

  @Override
  public String title() {
    return "OpenCV";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    String name = entry.name();
    boolean may = name.endsWith(".xml") || name.endsWith(".yml") || name.endsWith(".yaml");
    return may && stored(head).find();
  }

  private static Matcher stored(byte[] head) {
    String text =
        new String(head, 0, Math.min(head.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    boolean storage = text.contains("<opencv_storage>") || text.startsWith("%YAML:1.0");
    return STORED.matcher(storage ? text : "");
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id()).uncounted();
    byte[] head = bytes.head(LOOKED_AT);
    out.header(0, head.length);
    Matcher stored = stored(head);
    if (!stored.find()) {
      return out.kind(Weights.Kind.OTHER).build();
    }
    String what = stored.group(1);
    return out.quote(what)
        .fact(Weights.Topic.ARCHITECTURE, "type", what, stored.start(1), stored.end(1))
        .whole("stages")
        .build();
  }
}
