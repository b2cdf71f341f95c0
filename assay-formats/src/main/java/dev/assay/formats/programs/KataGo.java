package dev.assay.formats.programs;

import dev.assay.formats.DTypes;
import dev.assay.formats.Limits;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// KataGo's networks (`.bin.gz`): words of text in lines, and before each block of numbers `@BIN@`.
/// The first lines are the network's name, the version of the layout and how many planes go in.
public final class KataGo implements WeightsFormat {
  private static final byte[] MARK = "@BIN@".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_NAME = 96;
  private static final Pattern BEGINS =
      Pattern.compile(
          "([A-Za-z0-9_-]{1," + LONGEST_NAME + "})\n(\\d{1,3})\n(\\d{1,3})\n(\\d{1,3})\n");
  // The name of the first layer, its window, its inputs and outputs, and its dilation.
  private static final int FIRST = 4096;
  private static final int NUMBER = 4;
  private static final int LONGEST = 64 * 1024;

  @Override
  public String id() {
    return "katago";
  }

  @Override
  public String title() {
    return "KataGo";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    byte[] first = GameNet.beginning(head, FIRST);
    if (!numberFollows(first)) {
      return false;
    }
    String text = new String(first, StandardCharsets.ISO_8859_1);
    return BEGINS.matcher(text).lookingAt() && text.contains("\n@BIN@");
  }

  /// Whether a digit begins the second line. Every file is asked this, and few are read further.
  private static boolean numberFollows(byte[] first) {
    for (int i = 0; i + 1 < first.length && i <= LONGEST_NAME; i++) {
      if (first[i] == '\n') {
        return first[i + 1] >= '0' && first[i + 1] <= '9';
      }
    }
    return false;
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id());
    long to = Math.max(1, Math.min(bytes.size(), 4096));
    out.header(0, to);
    GameNet.Unpacked net = GameNet.of(bytes);
    byte[] all = net.bytes();
    Matcher begins =
        BEGINS.matcher(new String(all, 0, Math.min(all.length, 256), StandardCharsets.ISO_8859_1));
    if (!begins.lookingAt()) {
      throw new Malformed(0, "no name, version and number of planes at its beginning");
    }
    out.quote(Objects.toString(begins.group(1)));
    out.fact(Weights.Topic.NAME, "name", begins.group(1), 0, to);
    out.fact(Weights.Topic.TOOL, "version of the layout", begins.group(2), 0, to);
    blocks(out, entry.path(), all);
    if (!net.damage().isEmpty()) {
      out.status(Weights.Status.INCOMPLETE, net.damage());
    } else if (!net.whole()) {
      // Of a large network only the beginning was unpacked.
      out.uncounted();
    }
    return out.build();
  }

  // A block's length is a product of whole numbers that stand before it: a matrix has its inputs
  // and outputs, a kernel its window before them and its dilation behind. Which ones they are, the
  // text behind the block decides: it must begin exactly there and go on to the next mark.
  private static void blocks(WeightsBuilder out, String file, byte[] all) {
    DType type = Objects.requireNonNull(DTypes.word("float32"));
    List<String> words = List.of();
    int at = 0;
    int block = 0;
    while (true) {
      int mark = find(all, at);
      if (mark < 0 || mark - at > LONGEST) {
        return;
      }
      String text = new String(all, at, mark - at, StandardCharsets.ISO_8859_1).strip();
      block = text.isEmpty() ? block + 1 : 0;
      words = text.isEmpty() ? words : List.of(text.split("\\s+"));
      int from = mark + MARK.length;
      List<Long> dims = dims(words, all, from);
      if (dims.isEmpty()) {
        out.uncounted();
        return;
      }
      long elements = elements(dims);
      // Mean and variance of a batch normalisation are not learned; its scale and bias follow them.
      boolean running = block < 2 && normalisation(words);
      String name = name(words) + (block == 0 ? "" : "." + block);
      out.tensor(
          new Tensor(
              name,
              running ? Tensor.Role.BUFFER : Tensor.Role.PARAMETER,
              dims,
              type,
              file,
              -1,
              elements * NUMBER,
              null));
      at = (int) (from + elements * NUMBER);
      if (out.tensors() > Limits.TENSORS) {
        throw new Malformed(0, "more than " + Limits.TENSORS + " blocks");
      }
    }
  }

  private static List<Long> dims(List<String> words, byte[] all, int from) {
    var numbers = new ArrayList<Long>();
    for (String w : words) {
      if (w.matches("[A-Za-z].*") || numbers.size() == 8) {
        // Only what stands behind the last name is about the block.
        numbers.clear();
      }
      if (w.matches("[1-9][0-9]{0,6}")) {
        numbers.add(Long.parseLong(w));
      }
    }
    int next = find(all, from);
    int limit = next < 0 ? all.length : next;
    for (int length = 1; length <= numbers.size(); length++) {
      for (int i = 0; i + length <= numbers.size(); i++) {
        List<Long> some = List.copyOf(numbers.subList(i, i + length));
        long n = elements(some);
        if (n <= (limit - from) / NUMBER && textOnly(all, from + (int) (n * NUMBER), limit)) {
          return some;
        }
      }
    }
    return List.of();
  }

  private static long elements(List<Long> dims) {
    long n = 1;
    for (long d : dims) {
      n = n > Integer.MAX_VALUE / d ? Integer.MAX_VALUE : n * d;
    }
    return n;
  }

  private static boolean textOnly(byte[] all, int from, int to) {
    if (from >= to || to - from > LONGEST || all[from] != '\n') {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (all[i] != '\n' && (all[i] < ' ' || all[i] > '~')) {
        return false;
      }
    }
    return true;
  }

  private static boolean normalisation(List<String> words) {
    int n = words.size();
    return n > 4
        && words.get(n - 4).matches("\\d+")
        && words.get(n - 3).matches("\\d*\\.\\d+|\\d+e-\\d+")
        && words.get(n - 2).matches("[01]")
        && words.get(n - 1).matches("[01]");
  }

  private static String name(List<String> words) {
    for (int i = words.size() - 1; i >= 0; i--) {
      if (words.get(i).matches("[A-Za-z].*")) {
        return words.get(i);
      }
    }
    return "";
  }

  private static int find(byte[] in, int from) {
    for (int i = from; i + MARK.length <= in.length; i++) {
      if (in[i] == '@' && Arrays.equals(in, i, i + MARK.length, MARK, 0, MARK.length)) {
        return i;
      }
    }
    return -1;
  }
}
