package dev.assay.engine;

import dev.assay.model.Step;
import java.util.EnumMap;
import java.util.Map;

/// What the ladder asks of a release, each answered yes, no or not to be told.
final class Situation {

  /// The ladder's questions.
  enum Ask {
    /// Weights can be obtained.
    WEIGHTS,
    /// Nobody decides who may have them.
    UNGATED,
    /// Their licence limits nothing.
    WEIGHTS_FREE,
    /// The architecture is known: code, a configuration that names and sizes it, or a header that
    /// does.
    ARCHITECTURE,
    /// The code that defines it is in hand, or the weights carry their own graph.
    ARCHITECTURE_SOURCE,
    /// There is a way to run them: client code, or a format and configuration that public programs
    /// run.
    RUNNABLE,
    /// Some training code is in hand.
    CODE_PIECE,
    /// Some training data is in hand or linked.
    DATA_PIECE,
    CODE_COMPLETE,
    DATA_COMPLETE,
    /// Client code is in hand or linked, or the weights need none of their own.
    CLIENT,
    /// The release is made from scratch, or its base is as open as itself.
    WHOLE_LINEAGE,
    CODE_FREE,
    DATA_FREE,
    ARCHITECTURE_FREE,
    CLIENT_FREE,
    REBUILT
  }

  private final EnumMap<Ask, Tri> answers = new EnumMap<>(Ask.class);

  Situation(Map<Ask, Tri> answers) {
    for (Ask ask : Ask.values()) {
      this.answers.put(ask, answers.getOrDefault(ask, Tri.NO));
    }
  }

  Tri get(Ask ask) {
    return answers.getOrDefault(ask, Tri.NO);
  }

  /// The same situation with some questions answered yes.
  Situation with(Ask... granted) {
    var more = new EnumMap<>(answers);
    for (Ask ask : granted) {
      more.put(ask, Tri.YES);
    }
    return new Situation(more);
  }

  /// The step that the answers give, counting what cannot be told as yes or as no.
  Step step(boolean hopeful) {
    if (!is(Ask.WEIGHTS, hopeful)) {
      return Step.CLOSED;
    }
    boolean allParts =
        is(Ask.ARCHITECTURE_SOURCE, hopeful)
            && is(Ask.CLIENT, hopeful)
            && is(Ask.CODE_COMPLETE, hopeful)
            && is(Ask.DATA_COMPLETE, hopeful)
            && is(Ask.WHOLE_LINEAGE, hopeful)
            && is(Ask.UNGATED, hopeful);
    if (allParts) {
      boolean free =
          is(Ask.WEIGHTS_FREE, hopeful)
              && is(Ask.CODE_FREE, hopeful)
              && is(Ask.DATA_FREE, hopeful)
              && is(Ask.ARCHITECTURE_FREE, hopeful)
              && is(Ask.CLIENT_FREE, hopeful);
      if (!free) {
        return Step.SOURCE_AVAILABLE;
      }
      // A rebuild is a fact that was seen or not: hope does not make one.
      return get(Ask.REBUILT) == Tri.YES ? Step.REPRODUCED : Step.OPEN_SOURCE;
    }
    if (!is(Ask.UNGATED, hopeful)
        || !is(Ask.WEIGHTS_FREE, hopeful)
        || !is(Ask.ARCHITECTURE, hopeful)
        || !is(Ask.RUNNABLE, hopeful)) {
      return Step.RESTRICTED_WEIGHTS;
    }
    return is(Ask.CODE_PIECE, hopeful) || is(Ask.DATA_PIECE, hopeful)
        ? Step.PARTIAL_SOURCE
        : Step.OPEN_WEIGHTS;
  }

  private boolean is(Ask ask, boolean hopeful) {
    return get(ask).assuming(hopeful);
  }
}
