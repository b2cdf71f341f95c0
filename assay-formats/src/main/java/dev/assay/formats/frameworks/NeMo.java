package dev.assay.formats.frameworks;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.formats.pickle.TorchZip;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// NeMo's archive (`.nemo`): a tar with the configuration in YAML and the weights as PyTorch's zip,
/// which is read where it lies.
public final class NeMo implements WeightsFormat {
  private static final String CONFIGURATION = "model_config.yaml";
  private static final String WEIGHTS = "model_weights.ckpt";
  private static final int BLOCK = 512;
  private static final int MOST = 1_000;
  private static final int YAML = 4 << 20;

  // Lines of the outermost level, and of the sets of data that the model was trained on.
  private static final Pattern OUTER =
      Pattern.compile("^(target|nemo_version|sample_rate|tokenizer_type):[ \t]*([^#\r\n]+)$");
  private static final Pattern SECTION = Pattern.compile("^([A-Za-z_]+):[ \t]*$");
  private static final Pattern DATA =
      Pattern.compile("^[ \t]+(manifest_filepath|tarred_audio_filepaths):[ \t]*([^#\r\n]+)$");

  @Override
  public String id() {
    return "nemo";
  }

  @Override
  public String title() {
    return "NeMo";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return head.length >= BLOCK
        && new String(head, 257, 5, StandardCharsets.US_ASCII).equals("ustar");
  }

  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    Map<String, Part> parts = contents(bytes).parts();
    return parts.containsKey(CONFIGURATION) && parts.containsKey(WEIGHTS);
  }

  /// A file in the archive.
  private record Part(long from, long size) {}

  /// What is in the archive.
  ///
  /// @param parts by name; of one whose end is not there any more, the size is what its head says
  /// @param ended whether the empty block that ends an archive is there
  private record Contents(Map<String, Part> parts, boolean ended) {}

  private static Contents contents(ByteSource bytes) {
    var parts = new TreeMap<String, Part>();
    long at = 0;
    while (at + BLOCK <= bytes.size() && parts.size() < MOST) {
      byte[] head = bytes.bytes(at, BLOCK);
      if (head[0] == 0) {
        return new Contents(parts, true);
      }
      String name = text(head, 0, 100);
      long size = size(head, at);
      parts.putIfAbsent(
          name.startsWith("./") ? name.substring(2) : name, new Part(at + BLOCK, size));
      long next = at + BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
      if (next <= at) {
        throw new Malformed(at, "a part of " + size + " bytes");
      }
      at = next;
    }
    return new Contents(parts, false);
  }

  private static String text(byte[] head, int from, int length) {
    int to = from;
    while (to < from + length && head[to] != 0) {
      to++;
    }
    return new String(head, from, to - from, StandardCharsets.UTF_8);
  }

  // Octal digits, or for large parts a number of eight bytes behind a mark.
  private static long size(byte[] head, long at) {
    if ((head[124] & 0x80) != 0) {
      long n = 0;
      for (int i = 128; i < 136; i++) {
        n = (n << 8) | (head[i] & 0xff);
      }
      if (n < 0) {
        throw new Malformed(at + 124, "a part of negative size");
      }
      return n;
    }
    String digits = text(head, 124, 12).strip();
    try {
      return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    } catch (NumberFormatException e) {
      throw new Malformed(at + 124, "a size that is no number");
    }
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    Contents contents = contents(bytes);
    Map<String, Part> parts = contents.parts();
    Part weights = parts.get(WEIGHTS);
    if (weights == null) {
      throw new Malformed(0, "no " + WEIGHTS + " in it");
    }
    var out = new WeightsBuilder(source, entry, bytes, id());
    out.header(0, Math.min(bytes.size(), 4096));
    Part configuration = parts.get(CONFIGURATION);
    if (configuration != null
        && configuration.size() <= Math.min(YAML, bytes.size() - configuration.from())) {
      yaml(out, bytes, configuration);
    }
    for (Map.Entry<String, Part> part : parts.entrySet()) {
      if (part.getValue().size() > bytes.size() - part.getValue().from()) {
        out.status(Weights.Status.INCOMPLETE, "it ends within its part " + part.getKey());
        return out.build();
      }
    }
    if (!contents.ended()) {
      out.status(Weights.Status.INCOMPLETE, "its end is not there");
      return out.build();
    }
    Weights outer = out.build();
    ByteSource inner = bytes.slice(weights.from(), weights.size());
    FileEntry at = FileEntry.file(entry.path() + "!/" + WEIGHTS, inner.size());
    Weights w = TorchZip.states().read(source, at, inner);
    var facts = new ArrayList<>(outer.metadata());
    facts.addAll(w.metadata());
    return w.within(entry.path(), id(), facts, w.dangers(), outer.evidence());
  }

  private static void yaml(WeightsBuilder out, ByteSource bytes, Part part) {
    String all =
        new String(bytes.bytes(part.from(), (int) part.size()), StandardCharsets.ISO_8859_1);
    String section = "";
    int at = 0;
    for (String line : all.split("\n", -1)) {
      Matcher outer = OUTER.matcher(line);
      Matcher opens = SECTION.matcher(line);
      Matcher data = DATA.matcher(line);
      long from = part.from() + at;
      long to = from + line.length();
      if (opens.matches()) {
        section = opens.group(1);
      } else if (outer.matches()) {
        Weights.Topic topic =
            switch (outer.group(1)) {
              case "target" -> Weights.Topic.ARCHITECTURE;
              case "nemo_version" -> Weights.Topic.TOOL;
              default -> Weights.Topic.OTHER;
            };
        out.fact(topic, outer.group(1), plain(outer.group(2)), from, to);
      } else if (data.matches() && section.equals("train_ds")) {
        out.fact(
            Weights.Topic.TRAINING_DATA,
            section + "." + data.group(1),
            plain(data.group(2)),
            from,
            to);
      }
      at += line.length() + 1;
    }
  }

  private static String plain(String value) {
    String v = value.strip();
    return v.equals("null") || v.equals("???") ? "" : v.replaceAll("^['\"]|['\"]$", "");
  }
}
