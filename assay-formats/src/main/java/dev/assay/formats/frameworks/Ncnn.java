package dev.assay.formats.frameworks;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// NCNN's `.param`: its number, how many layers and blobs there are, and a line for each layer. The
/// numbers themselves are in a `.bin` beside it that has neither mark nor names.
public final class Ncnn implements WeightsFormat {
  private static final String MARK = "7767517";
  private static final int LARGEST = 16 << 20;
  private static final int LAYERS = 1_000_000;

  @Override
  public String id() {
    return "ncnn";
  }

  @Override
  public String title() {
    return "NCNN";
  }

  @Override
  public Weights.Kind kind() {
    return Weights.Kind.OTHER;
  }

  @Override
  public String begins() {
    return "7";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (head.length < MARK.length() + 1 || head[0] != MARK.charAt(0)) {
      return false;
    }
    String text =
        new String(head, 0, Math.min(head.length, MARK.length() + 2), StandardCharsets.ISO_8859_1);
    return text.startsWith(MARK + "\n") || text.startsWith(MARK + "\r\n");
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    if (bytes.size() > LARGEST) {
      throw new Malformed(0, "a description of more than " + LARGEST + " bytes");
    }
    // It describes weights and holds none.
    var out = new WeightsBuilder(source, entry, bytes, id()).uncounted().kind(Weights.Kind.OTHER);
    out.header(0, Math.min(bytes.size(), 4096));
    String all = new String(bytes.bytes(0, (int) bytes.size()), StandardCharsets.ISO_8859_1);
    String[] lines = all.split("\r?\n", -1);
    String[] counts = lines.length > 1 ? lines[1].strip().split(" +") : new String[0];
    if (counts.length != 2 || !number(counts[0]) || !number(counts[1])) {
      throw new Malformed(MARK.length(), "no numbers of layers and blobs in its second line");
    }
    int stated = Integer.parseInt(counts[0]);
    if (stated > LAYERS) {
      throw new Malformed(MARK.length(), stated + " layers");
    }
    var kinds = new TreeMap<String, Integer>();
    int layers = 0;
    boolean whole = false;
    for (int i = 2; i < lines.length && layers < stated; i++) {
      if (!lines[i].isBlank()) {
        layers++;
        kinds.merge(kind(lines[i]), 1, Integer::sum);
        // A last line without its end may be the half of one.
        whole = layers == stated && i + 1 < lines.length;
      }
    }
    out.fact(Weights.Topic.ARCHITECTURE, "layers", told(kinds), 0, bytes.size());
    if (layers < stated) {
      out.status(
          Weights.Status.INCOMPLETE, layers + " layers where its second line says " + stated);
    } else if (!whole && stated > 0) {
      out.status(Weights.Status.INCOMPLETE, "its last line has no end");
    }
    out.remark(
        "its weights are in a file beside it that neither names nor describes them",
        0,
        MARK.length());
    return out.build();
  }

  private static String told(Map<String, Integer> kinds) {
    return kinds.entrySet().stream()
        .map(e -> e.getValue() + " " + e.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String kind(String line) {
    String word = line.strip().split("[ \t]+", 2)[0];
    return word.matches("[A-Za-z][A-Za-z0-9_.]{0,63}") ? word : "unknown";
  }

  private static boolean number(String text) {
    return text.matches("[0-9]{1,9}");
  }
}
