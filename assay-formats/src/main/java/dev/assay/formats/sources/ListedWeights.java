package dev.assay.formats.sources;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Weights that a program of its own writes as a plain list of numbers, one behind the other: a
/// small network of a game, a predictor in C. The format is nobody's, so the file's name or words
/// between the numbers have to say that it is a network, and the numbers have to be such as are
/// learnt.
public final class ListedWeights implements WeightsFormat {
  /// Smaller ones hold settings, or a table that was reckoned by hand.
  private static final int LEAST = 8 * 1024;

  private static final int LOOKED_AT = 64 * 1024;

  private static final int QUOTE = 120;

  private static final Set<String> ENDINGS =
      Set.of(
          "txt", "dat", "net", "nn", "weights", "weight", "model", "wts", "mlp", "nnet", "cfg",
          "param", "params");

  private static final Set<String> CALLED =
      Set.of(
          "weights",
          "weight",
          "wts",
          "network",
          "net",
          "nnet",
          "nn",
          "mlp",
          "perceptron",
          "param",
          "params");

  /// What is called after a network and holds something else.
  private static final Set<String> OTHER =
      Set.of(
          "class",
          "sample",
          "input",
          "inputs",
          "output",
          "outputs",
          "result",
          "results",
          "log",
          "loss",
          "losses",
          "history",
          "graph",
          "road",
          "edges",
          "nodes",
          "body",
          "neutron",
          "importance",
          "test",
          "train",
          "data",
          "scores",
          "predictions",
          "error",
          "errors");

  @Override
  public String id() {
    return "numbers";
  }

  @Override
  public String title() {
    return "weights as a list of numbers";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    String name = entry.name();
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return entry.size() >= LEAST
        && (dot < 0 || ENDINGS.contains(ending))
        && Literals.mayBegin(head)
        && (isCalled(name) || ListedNumbers.namesWeights(beginning(head, head.length)));
  }

  @Override
  public boolean confirms(FileEntry entry, ByteSource bytes) {
    return bytes.size() >= LEAST
        && Literals.fill(bytes)
        && ListedNumbers.in(beginning(bytes.head(LOOKED_AT), LOOKED_AT)).areLearnt();
  }

  private static boolean isCalled(String name) {
    List<String> words =
        Stream.of(name.substring(0, Math.min(name.length(), 200)).split("[^\\p{L}]"))
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList();
    return words.stream().anyMatch(CALLED::contains) && words.stream().noneMatch(OTHER::contains);
  }

  private static String beginning(byte[] bytes, int most) {
    return new String(bytes, 0, Math.min(bytes.length, most), StandardCharsets.ISO_8859_1);
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out = new WeightsBuilder(source, entry, bytes, id()).uncounted();
    byte[] head = bytes.head(QUOTE);
    out.header(0, head.length).quote(new String(head, StandardCharsets.UTF_8));
    if (!confirms(entry, bytes)) {
      return out.kind(Weights.Kind.OTHER).build();
    }
    out.whole("values");
    return out.build();
  }
}
