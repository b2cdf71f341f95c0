package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Zone;
import java.util.List;

/// Which files make a model out of weights that are given.
final class GivenWeights {
  /// Parts of the names by which a whole language model is loaded, and no encoder in front of a
  /// network of the release's own.
  private static final List<String> WHOLE =
      List.of(
          "ForCausalLM",
          "ForConditionalGeneration",
          "LMHead",
          "Seq2SeqLM",
          "model_c",
          "ForTokenClassification",
          "ForSequenceClassification",
          "ForQuestionAnswering");

  /// So many files of networks for one around a language model are a toolkit.
  private static final int TOOLKIT = 20;

  private GivenWeights() {}

  /// Whether a model is loaded by its name, and not into one that is there.
  static boolean loads(CodeFile f) {
    return f.sightings().stream()
        .anyMatch(s -> s.signal() == Signal.PRETRAINED && !s.what().endsWith("load_state_dict"));
  }

  /// Whether a whole language model is loaded by its name.
  static boolean loadsLanguageModel(CodeFile f) {
    return !f.in(Zone.DATA)
        && f.sightings().stream()
            .anyMatch(s ->
                s.signal() == Signal.PRETRAINED
                    && s.what().endsWith(".from_pretrained")
                    && (s.what().equals("model.from_pretrained")
                        || WHOLE.stream().anyMatch(s.what()::contains)));
  }

  /// Whether the networks of a file make no layer of their own, or but a head, and are what is
  /// loaded by its name.
  static boolean isGiven(CodeFile f) {
    return f.has(Signal.NETWORK)
        && (f.measure().networks() == 0 || f.measure().networks() < 3 && Loops.headOnly(f))
        && !f.has(Signal.SCRATCH)
        && !f.in(Zone.EVALUATION)
        && f.sightings().stream()
            .anyMatch(
                s -> s.signal() == Signal.PRETRAINED && s.what().endsWith(".from_pretrained"));
  }

  /// Whether the release's model is a language model that is given, in a class around it: a toolkit
  /// of many networks has other models too.
  static boolean wraps(List<CodeFile> code) {
    long wrappers = code.stream().filter(GivenWeights::wrapsLanguageModel).count();
    long networks =
        code.stream().filter(f -> f.measure().networks() > 0 && f.in(Zone.MODEL)).count();
    return wrappers > 0 && networks < TOOLKIT * wrappers;
  }

  /// Whether a class of the release's model puts a trained language model into itself.
  private static boolean wrapsLanguageModel(CodeFile f) {
    return f.in(Zone.MODEL)
        && !f.measure().entry()
        && (f.has(Signal.ADAPTER) || f.has(Signal.NETWORK))
        && !makesFresh(f)
        && f.sightings().stream()
            .anyMatch(s ->
                s.signal() == Signal.PRETRAINED
                    && s.what().endsWith("ForCausalLM.from_pretrained"));
  }

  /// A class's own constructor out of settings says nothing of its weights.
  private static boolean makesFresh(CodeFile f) {
    return f.sightings().stream()
        .anyMatch(s -> s.signal() == Signal.SCRATCH && !s.what().startsWith("cls."));
  }
}
