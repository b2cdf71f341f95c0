package dev.assay.formats.matlab;

import dev.assay.formats.DTypes;
import dev.assay.io.FileEntry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Whether the variables of a MAT file are a network, or data like those of most such files: an
/// object of a network's class, a structure of layers, arrays that are called weights and biases,
/// or matrices in a file that is called or placed as a model's.
final class MatContents {
  /// What a structure that holds a network is called.
  private static final Set<String> NETWORKS =
      Set.of("net", "network", "nn", "cnn", "dnn", "rnn", "lstm", "mlp", "convnet", "autoencoder");

  private static final Set<String> MODELS = Set.of("model", "svm", "classifier", "detector");

  /// Fields that a model has which was learnt, whatever it is called.
  private static final Set<String> PARTS =
      Set.of("layers", "params", "svs", "sv_coef", "supportvectors");

  private static final Set<String> WEIGHT =
      Set.of(
          "w", "weight", "weights", "kernel", "kernels", "filter", "filters", "theta", "iw", "lw");

  private static final Set<String> BIAS = Set.of("b", "bias", "biases");

  /// Words of names and folders that say "learnt".
  private static final Set<String> PLACES =
      Set.of(
          "model",
          "models",
          "weights",
          "net",
          "nets",
          "network",
          "networks",
          "pretrained",
          "trained",
          "checkpoint",
          "checkpoints",
          "params");

  /// What arrays of examples, of their answers and of results are called.
  private static final Set<String> DATA =
      Set.of(
          "x",
          "y",
          "data",
          "dataset",
          "images",
          "imgs",
          "image",
          "img",
          "labels",
          "label",
          "features",
          "feat",
          "targets",
          "train",
          "test",
          "val",
          "gt",
          "mask",
          "masks",
          "signal",
          "signals",
          "mean",
          "std",
          "samples",
          "results",
          "output",
          "outputs",
          "inputs",
          "input",
          "predictions",
          "pred",
          "scores",
          "acc",
          "accuracy",
          "loss",
          "xtrain",
          "ytrain",
          "xtest",
          "ytest",
          "idx",
          "index",
          "indices",
          "names",
          "colors");

  private static final int FEW = 16;

  private final MatVariables file;
  private final List<MatVariables.Array> matrices;

  MatContents(MatVariables file) {
    this.file = file;
    this.matrices = file.arrays().stream().filter(MatContents::isMatrix).toList();
  }

  /// Whether it holds a network.
  boolean isModel(FileEntry entry) {
    if (file.objects().entrySet().stream().anyMatch(MatContents::isNetwork)) {
      return true;
    }
    boolean placed = isPlaced(entry.path());
    if (file.arrays().stream().anyMatch(a -> isPart(a.path(), placed) && large(a))) {
      return true;
    }
    if (file.names().stream().flatMap(MatContents::words).anyMatch(DATA::contains)) {
      return false;
    }
    boolean weights = matrices.stream().anyMatch(a -> called(a.path(), WEIGHT));
    boolean biases = file.arrays().stream().anyMatch(a -> called(a.path(), BIAS));
    boolean own = words(entry.name()).anyMatch(PLACES::contains);
    return weights && (biases || placed)
        || placed && matrices.size() > (own ? 0 : 1) && matrices.stream().anyMatch(this::large);
  }

  /// Whether an array is one that was learnt. In a structure the numbers of settings and records
  /// stand beside them.
  boolean isLearnt(MatVariables.Array array) {
    boolean inside = array.path().indexOf('.') >= 0 || array.path().indexOf('{') >= 0;
    return DTypes.isFloat(array.type())
        && (!inside
            || called(array.path(), WEIGHT)
            || called(array.path(), BIAS)
            || isValue(array));
  }

  /// Parameters of a graph are named beside their values: `net.params(4).value`.
  private static boolean isValue(MatVariables.Array array) {
    return array.path().endsWith(".value") && array.path().contains("params");
  }

  private static boolean isNetwork(Map.Entry<String, String> object) {
    String type = object.getValue().toLowerCase(Locale.ROOT);
    return type.endsWith("network")
        || type.endsWith("net")
        || type.startsWith("classification") && !type.endsWith("layer")
        || type.startsWith("compactclassification")
        || type.startsWith("regression") && !type.endsWith("layer")
        || type.startsWith("compactregression")
        || type.endsWith("treebagger");
  }

  /// Whether a path leads into a structure that is called a network, or a model that has what
  /// models have.
  private static boolean isPart(String path, boolean placed) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return false;
    }
    List<String> first = words(path.substring(0, dot)).toList();
    if (first.stream().anyMatch(NETWORKS::contains)) {
      return true;
    }
    String field = path.substring(dot + 1);
    int end = 0;
    while (end < field.length()
        && (Character.isLetterOrDigit(field.charAt(end)) || field.charAt(end) == '_')) {
      end++;
    }
    boolean part = PARTS.contains(field.substring(0, end).toLowerCase(Locale.ROOT));
    return part || first.stream().anyMatch(MODELS::contains) && (placed || called(path, WEIGHT));
  }

  /// Whether the name, or the folder it lies in, says that what is in it was learnt.
  private static boolean isPlaced(String path) {
    int slash = path.lastIndexOf('/');
    int before = slash < 0 ? -1 : path.lastIndexOf('/', slash - 1);
    List<String> words = words(path.substring(before + 1)).toList();
    return words.stream().anyMatch(PLACES::contains) && words.stream().noneMatch(DATA::contains);
  }

  private static boolean isMatrix(MatVariables.Array array) {
    return DTypes.isFloat(array.type()) && array.shape().stream().filter(n -> n > 1).count() >= 2;
  }

  private boolean large(MatVariables.Array array) {
    return DTypes.isFloat(array.type())
        && array.shape().stream().reduce(1L, (a, b) -> a * b) >= FEW;
  }

  /// Whether the last name of a path has one of the words: `conv2_w`, `net.layers{3}.weights{1}`.
  private static boolean called(String path, Set<String> words) {
    return words(path.substring(path.lastIndexOf('.') + 1)).anyMatch(words::contains);
  }

  /// The words of a name, small and without digits; a small letter before a large one ends a word.
  private static Stream<String> words(String name) {
    var words = Stream.<String>builder();
    var word = new StringBuilder();
    for (int i = 0; i <= name.length(); i++) {
      char c = i < name.length() ? name.charAt(i) : ' ';
      boolean ends = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
      if ((ends || !Character.isLetter(c)) && !word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (Character.isLetter(c)) {
        word.append(Character.toLowerCase(c));
      }
    }
    return words.build();
  }
}
