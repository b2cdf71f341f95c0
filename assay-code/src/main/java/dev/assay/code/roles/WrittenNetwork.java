package dev.assay.code.roles;

import dev.assay.code.outline.Outline;
import java.util.List;
import java.util.Set;

/// A network that is written out, whatever the language and without any framework: a class or
/// function that is named for one, among names of what networks are made of. Each line of
/// `network-kinds` in `words.yaml` is one kind of such names.
public final class WrittenNetwork {
  private static final Kinds KINDS = new Kinds("network-kinds");

  /// Of so many kinds a file speaks that defines a network.
  private static final int BAR = 4;

  private static final int NEURONS = KINDS.of("neuron");
  private static final int WEIGHTS_AND_BIASES = KINDS.of("weight") | KINDS.of("bias");

  /// Words of the names of classes that are networks or parts of them.
  private static final Set<String> CLASSES =
      Set.of("network", "net", "nnue", "mlp", "neural", "neuron", "perceptron", "layer");

  /// What a function does in a network.
  private static final Set<String> PASSES =
      Set.of("forward", "feedforward", "propagate", "activate", "activation");

  private static final Set<String> COMPUTES =
      Set.of("compute", "calculate", "calc", "get", "run", "evaluate", "update");

  private static final Set<String> OUTPUTS =
      Set.of("output", "outputs", "layer", "layers", "neurons", "activations", "accumulator");

  private WrittenNetwork() {}

  /// Where a file defines what it writes out of a network, or -1.
  public static int in(Outline outline, Vocabulary names) {
    int kinds = names.networkKinds();
    // Layers, weights and what is hidden are also words of pages and pictures.
    boolean neural = (kinds & NEURONS) != 0 || (kinds & WEIGHTS_AND_BIASES) == WEIGHTS_AND_BIASES;
    if (!neural || Integer.bitCount(kinds) < BAR) {
      return -1;
    }
    for (Outline.ClassDef c : outline.classes()) {
      if (meets(Zones.wordsOfName(c.name()), CLASSES)) {
        return c.offset();
      }
    }
    for (Outline.Definition d : outline.definitions()) {
      List<String> words = Zones.wordsOfName(d.name());
      if (meets(words, PASSES) || meets(words, COMPUTES) && meets(words, OUTPUTS)) {
        return d.offset();
      }
    }
    return -1;
  }

  private static boolean meets(List<String> words, Set<String> of) {
    for (String word : words) {
      if (of.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// The kinds that the words of a name speak of, a bit for each.
  static int kinds(List<String> words) {
    return KINDS.of(words);
  }
}
