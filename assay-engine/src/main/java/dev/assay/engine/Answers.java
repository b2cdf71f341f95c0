package dev.assay.engine;

import dev.assay.engine.Situation.Ask;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.ProofLevel;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import dev.assay.model.Weights;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the findings answer to the questions of the ladder: yes, no, or not to be told.
final class Answers {
  /// Formats that public programs run without code of the release's own.
  private static final Set<String> SELF_DESCRIBING =
      Set.of(
          "gguf",
          "onnx",
          "tflite",
          "tfjs",
          "saved-model",
          "savedmodel",
          "keras-v3",
          "keras-h5",
          "coreml",
          "openvino",
          "pmml",
          "llamafile",
          "torchscript",
          "opennlp",
          "xgboost",
          "lightgbm",
          "catboost",
          "fasttext",
          "spacy",
          "tesseract",
          "vosk",
          "kaldi",
          "sphinx",
          "word2vec",
          "dl4j");

  private final Map<Component, Finding> findings;
  private final List<Weights> artefacts;
  private final List<Claim> claims;

  Answers(Map<Component, Finding> findings, List<Weights> artefacts, List<Claim> claims) {
    this.findings = findings;
    this.artefacts = artefacts;
    this.claims = claims;
  }

  /// The finding of a component: each has one.
  Finding of(Component component) {
    Finding finding = findings.get(component);
    if (finding == null) {
      throw new IllegalStateException("no finding for " + component);
    }
    return finding;
  }

  /// Whether the release says, in a header or a document, that it is made from another model.
  private boolean derived() {
    return artefacts.stream()
            .flatMap(w -> w.metadata().stream())
            .anyMatch(f -> f.topic() == Weights.Topic.BASE_MODEL)
        || claims.stream().anyMatch(c -> c.kind() == Claim.Kind.BASE_MODEL)
        || of(Component.WEIGHTS).qualifiers().contains(Qualifier.ADAPTER);
  }

  /// The component that trains these weights: of a model made from another, its fine-tuning code,
  /// unless the code of the whole training is in hand.
  Component ownCode() {
    return derived() && of(Component.TRAINING_CODE).state() != State.PRESENT
        ? Component.FINE_TUNING_CODE
        : Component.TRAINING_CODE;
  }

  /// The component that went into these weights, in the same way.
  Component ownData() {
    return derived() && !inHandOrLinked(of(Component.TRAINING_DATA))
        ? Component.POST_TRAINING_DATA
        : Component.TRAINING_DATA;
  }

  /// Whether the release itself keeps data back, beside what the ladder asks of it: it says that it
  /// does not give it, or tells of data of its own that it trained on and that is not there. That a
  /// model was made from another takes nothing from that.
  boolean keepsBack(Component data) {
    Finding f = of(data);
    if (f.qualifiers().contains(Qualifier.OF_BASE)) {
      return false;
    }
    boolean told = f.state() == State.DESCRIBED || f.state() == State.PROMISED;
    boolean refused = f.qualifiers().contains(Qualifier.REFUSED);
    return data == Component.TRAINING_DATA
        ? refused || told
        : refused && !of(Component.TRAINING_DATA).qualifiers().contains(Qualifier.REFUSED);
  }

  /// Whether a part is in the release or linked from it.
  static boolean inHandOrLinked(Finding f) {
    return f.state() == State.PRESENT || f.state() == State.LINKED;
  }

  /// All the answers.
  Situation situation() {
    var a = new EnumMap<Ask, Tri>(Ask.class);
    Finding weights = of(Component.WEIGHTS);
    a.put(
        Ask.WEIGHTS,
        switch (weights.state()) {
          case PRESENT ->
              weights.qualifiers().contains(Qualifier.INCOMPLETE)
                      || weights.qualifiers().contains(Qualifier.UNREAD)
                  ? Tri.MAYBE
                  : Tri.YES;
          case LINKED -> weights.qualifiers().contains(Qualifier.OF_BASE) ? Tri.MAYBE : Tri.YES;
          case UNDECIDABLE -> Tri.MAYBE;
          case ABSENT, DESCRIBED ->
              weights.qualifiers().contains(Qualifier.REFUSED) ? Tri.NO : Tri.MAYBE;
          case PROMISED -> Tri.NO;
        });
    Finding gate = of(Component.ACCESS);
    boolean gated =
        gate.state() == State.PRESENT
            || gate.qualifiers().contains(Qualifier.GATED)
            || weights.qualifiers().contains(Qualifier.GATED);
    a.put(Ask.UNGATED, gated ? Tri.NO : gate.state() == State.UNDECIDABLE ? Tri.MAYBE : Tri.YES);
    a.put(Ask.WEIGHTS_FREE, free(weights));
    Finding architecture = of(Component.ARCHITECTURE);
    boolean runsAnywhere =
        artefacts.stream()
            .anyMatch(w ->
                w.status() == Weights.Status.OK
                    && w.kind() != Weights.Kind.VOCABULARY
                    && SELF_DESCRIBING.contains(w.format()));
    // A header that names a known architecture with its sizes is enough to run a self-describing
    // file; it is not enough to call the architecture open.
    boolean known =
        architecture.state() == State.PRESENT
                && !architecture.qualifiers().contains(Qualifier.BY_WORDS)
            || architecture.state() == State.DESCRIBED && runsAnywhere;
    a.put(Ask.ARCHITECTURE, known ? Tri.YES : has(architecture));
    a.put(Ask.ARCHITECTURE_SOURCE, has(architecture));
    Finding client = of(Component.INFERENCE_CODE);
    Tri hasClient = has(client);
    boolean configured = architecture.state() == State.PRESENT && weights.state() == State.PRESENT;
    boolean described = client.state() == State.DESCRIBED;
    a.put(
        Ask.RUNNABLE,
        hasClient == Tri.YES || runsAnywhere || configured || described ? Tri.YES : hasClient);
    a.put(Ask.CLIENT, hasClient == Tri.NO && runsAnywhere ? Tri.YES : hasClient);
    Finding ownCode = of(ownCode());
    Finding ownData = of(ownData());
    a.put(Ask.CODE_PIECE, piece(ownCode, false));
    a.put(Ask.DATA_PIECE, piece(ownData, true));
    a.put(Ask.CODE_COMPLETE, complete(ownCode, false));
    a.put(Ask.DATA_COMPLETE, complete(ownData, true));
    a.put(Ask.WHOLE_LINEAGE, derived() ? Tri.MAYBE : Tri.YES);
    a.put(Ask.CODE_FREE, free(ownCode));
    a.put(Ask.DATA_FREE, dataFree(ownData));
    a.put(
        Ask.ARCHITECTURE_FREE,
        architecture.state() == State.PRESENT ? free(architecture) : Tri.MAYBE);
    a.put(Ask.CLIENT_FREE, hasClient == Tri.NO && runsAnywhere ? Tri.YES : free(client));
    a.put(Ask.REBUILT, Tri.of(weights.level() == ProofLevel.REBUILT));
    return new Situation(a);
  }

  private static Tri has(Finding f) {
    return switch (f.state()) {
      case PRESENT ->
          f.qualifiers().contains(Qualifier.PARTIAL) || isUnsure(f) ? Tri.MAYBE : Tri.YES;
      case LINKED -> f.qualifiers().contains(Qualifier.UNTOLD) ? Tri.MAYBE : Tri.YES;
      case UNDECIDABLE -> Tri.MAYBE;
      case PROMISED, DESCRIBED, ABSENT -> Tri.NO;
    };
  }

  /// Whether what is here may not be all of it, or not it.
  private static boolean isUnsure(Finding f) {
    return f.qualifiers().contains(Qualifier.UNREAD) || f.qualifiers().contains(Qualifier.BY_WORDS);
  }

  /// A link to a data set is a pointer to the data; a link to a repository is not training code.
  private static Tri piece(Finding f, boolean linksCount) {
    return switch (f.state()) {
      case PRESENT ->
          f.qualifiers().contains(Qualifier.OF_BASE)
              ? Tri.NO
              : f.qualifiers().contains(Qualifier.BY_WORDS) ? Tri.MAYBE : Tri.YES;
      case LINKED ->
          f.qualifiers().contains(Qualifier.OF_BASE)
              ? Tri.NO
              : linksCount && !f.qualifiers().contains(Qualifier.UNTOLD) ? Tri.YES : Tri.MAYBE;
      case UNDECIDABLE -> Tri.MAYBE;
      case PROMISED, DESCRIBED, ABSENT -> Tri.NO;
    };
  }

  private static Tri complete(Finding f, boolean linksCount) {
    if (f.qualifiers().contains(Qualifier.PARTIAL)
        || f.qualifiers().contains(Qualifier.VENDORED)
        || f.qualifiers().contains(Qualifier.OF_BASE)) {
      return Tri.NO;
    }
    return switch (f.state()) {
      case PRESENT ->
          isUnsure(f) || f.qualifiers().contains(Qualifier.UNTOLD) ? Tri.MAYBE : Tri.YES;
      // Whether what lies behind the links is all of it cannot be seen from here.
      case LINKED -> Tri.MAYBE;
      case UNDECIDABLE -> Tri.MAYBE;
      case PROMISED, DESCRIBED, ABSENT -> Tri.NO;
    };
  }

  private static Tri free(Finding f) {
    return switch (f.licence().freedom()) {
      case FREE -> Tri.YES;
      case LIMITED -> Tri.NO;
      case UNKNOWN -> Tri.MAYBE;
    };
  }

  /// The licence of a repository does not cover data that lies elsewhere.
  private static Tri dataFree(Finding f) {
    if (f.state() == State.LINKED && f.licence().status() == LicenceOf.Status.INHERITED) {
      return Tri.MAYBE;
    }
    return free(f);
  }
}
