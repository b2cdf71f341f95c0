package dev.assay.formats.java;

import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// An object as Java saves it (Java Object Serialization Specification, section 6: the mark `AC ED
/// 00 05`, then the description of the class): models of Weka, MALLET and many a program of its
/// own. Only the name of the first class is read, and nothing is deserialised; a class that is
/// called after a learner is a model.
public final class SavedObject implements WeightsFormat {
  private static final int[] MARK = {0xAC, 0xED, 0, 5};
  private static final int OBJECT = 0x73;
  private static final int CLASS = 0x72;

  /// Where the name of the first class begins: behind the mark, two tags and its length.
  private static final int NAME = 8;

  private static final int LONGEST = 256;

  /// A smaller one holds settings.
  private static final int LEAST = 1024;

  /// What a class of a learner or of what it learnt is called.
  private static final Set<String> LEARNERS =
      Set.of(
          "network",
          "net",
          "nnet",
          "neural",
          "perceptron",
          "mlp",
          "model",
          "classifier",
          "classifiers",
          "regression",
          "regressor",
          "svm",
          "forest",
          "bayes",
          "crf",
          "hmm",
          "tagger",
          "parser",
          "segmenter",
          "embedding",
          "embeddings",
          "layer",
          "autoencoder",
          "boosting");

  /// What is called after a model and is none: what tables and views of a program show.
  private static final Set<String> OTHERS =
      Set.of("table", "view", "list", "button", "combo", "event", "swing", "message");

  @Override
  public String id() {
    return "java";
  }

  @Override
  public String title() {
    return "objects saved by Java";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return entry.size() >= LEAST && isLearner(className(head));
  }

  private static boolean isLearner(String name) {
    if (name.isEmpty()) {
      return false;
    }
    String own = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    return words(name).anyMatch(LEARNERS::contains)
        && words(own).noneMatch(OTHERS::contains)
        && !name.startsWith("java");
  }

  private static Stream<String> words(String name) {
    return Stream.of(name.split("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])"))
        .map(w -> w.toLowerCase(Locale.ROOT));
  }

  /// The name of the class of the first object, or the empty string.
  private static String className(byte[] head) {
    for (int i = 0; i < MARK.length; i++) {
      if (head.length <= NAME || head[i] != (byte) MARK[i]) {
        return "";
      }
    }
    int length = (head[6] & 0xFF) << 8 | head[7] & 0xFF;
    boolean described = head[4] == OBJECT && head[5] == CLASS;
    return !described || length > LONGEST || NAME + length > head.length
        ? ""
        : new String(head, NAME, length, StandardCharsets.UTF_8);
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    byte[] head = bytes.head(NAME + LONGEST);
    String name = className(head);
    long end = NAME + name.length();
    var out = new WeightsBuilder(source, entry, bytes, id()).uncounted();
    out.header(0, Math.min(end, bytes.size())).quote(name);
    if (!isLearner(name)) {
      return out.kind(Weights.Kind.OTHER).build();
    }
    return out.fact(Weights.Topic.ARCHITECTURE, "class", name, NAME, end)
        .danger("Java makes objects of classes that the file names when it is loaded", 0, end)
        .whole("object")
        .build();
  }
}
