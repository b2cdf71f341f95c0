package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Signal;
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

  private GivenWeights() {}

  /// Whether a whole language model is loaded by its name.
  static boolean loadsLanguageModel(CodeFile f) {
    return !f.in(Zone.DATA)
        && f.sightings().stream()
            .anyMatch(s ->
                s.signal() == Signal.PRETRAINED
                    && s.what().endsWith(".from_pretrained")
                    && WHOLE.stream().anyMatch(s.what()::contains));
  }

  /// Whether a class of the release's model puts a trained language model into itself.
  static boolean wrapsLanguageModel(CodeFile f) {
    return f.in(Zone.MODEL)
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
