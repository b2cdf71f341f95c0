package dev.assay.code.roles;

import dev.assay.code.frameworks.Sighting;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.NameMemory;
import dev.assay.code.outline.Outline;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A learner that is written out, whatever the language and without any framework: a function or
/// class that is named for training, among names that speak of what training is (a rate, rounds,
/// weights, a gradient, a loss, an update), or of what counting is (counts, probabilities,
/// features, labels).
///
/// @param act the function or class that is named for training, or that makes a model from data;
///   null when there is none
/// @param kind what its name says
/// @param ideas what the names of the file are about
public record Learner(@Nullable Sighting act, Kind kind, Set<Idea> ideas) {
  /// What the name of an act says.
  public enum Kind {
    /// It trains.
    TRAINS,
    /// It fits or learns, which is also said of windows, lines and people.
    FITS,
    /// It makes a model out of data, by counting.
    COUNTS,
    NONE
  }

  private static final Set<String> PLAIN =
      Set.of("train", "retrain", "pretrain", "trains", "training");
  private static final Set<String> FITS = Set.of("learn");
  private static final Set<List<String>> WHOLE_FITS =
      Set.of(List.of("fit"), List.of("fit", "model"));
  private static final Set<String> STEPS =
      Set.of("train", "learn", "fit", "update", "step", "run", "optimize", "iterate");

  /// Words beside which "train" names data, settings or a state, and no act.
  private static final Set<String> NO_ACT = Words.set("no-act");

  private static final Set<String> MAKES = Set.of("generate", "gen", "create", "build", "write");
  private static final Set<String> DATA =
      Set.of("data", "text", "texts", "corpus", "examples", "samples", "sentences");

  /// How many ideas of descent, or of counting, a learner has at least.
  private static final int BAR = 3;

  /// Nothing that learns.
  public static final Learner NONE = new Learner(null, Kind.NONE, Set.of());

  public Learner {
    ideas = Set.copyOf(ideas);
  }

  /// What a file shows of a learner of its own.
  public static Learner of(Outline outline, Language language, String path) {
    if (!language.braced() && language != Language.PYTHON || path.endsWith(".d.ts")) {
      return NONE;
    }
    Set<Idea> ideas = Idea.of(outline.vocabulary());
    if (language == Language.PYTHON && framework(outline)) {
      return new Learner(null, Kind.NONE, ideas);
    }
    Learner plain = plain(outline, ideas);
    return plain == null ? modest(outline, ideas) : plain;
  }

  /// What says that it trains; null when nothing does.
  private static @Nullable Learner plain(Outline outline, Set<Idea> ideas) {
    for (Outline.Definition d : outline.definitions()) {
      if (SAID.of(d.name()).trains) {
        return new Learner(sighting(d.name(), d.offset()), Kind.TRAINS, ideas);
      }
    }
    for (Outline.ClassDef c : outline.classes()) {
      List<String> words = Zones.wordsOfName(c.name());
      String last = words.isEmpty() ? "" : words.getLast();
      if ((last.equals("trainer") || last.equals("learner")) && steps(outline)) {
        return new Learner(sighting(c.name(), c.offset()), Kind.TRAINS, ideas);
      }
    }
    return null;
  }

  /// What says that it fits, or that it makes a model by counting.
  private static Learner modest(Outline outline, Set<Idea> ideas) {
    boolean counts = ideas.contains(Idea.COUNT) && ideas.contains(Idea.PROBABILITY);
    for (Outline.Definition d : outline.definitions()) {
      Said said = SAID.of(d.name());
      if (said.fits) {
        return new Learner(sighting(d.name(), d.offset()), Kind.FITS, ideas);
      }
      if (said.makes && counts) {
        return new Learner(sighting(d.name(), d.offset()), Kind.COUNTS, ideas);
      }
    }
    for (Outline.ClassDef c : outline.classes()) {
      List<String> words = Zones.wordsOfName(c.name());
      boolean builder =
          words.size() > 1
              && words.getLast().equals("builder")
              && (words.contains("model") || words.contains("profile"));
      if (builder && counts) {
        return new Learner(sighting(c.name(), c.offset()), Kind.COUNTS, ideas);
      }
    }
    return new Learner(null, Kind.NONE, ideas);
  }

  /// Whether the names of the file itself say what the act does.
  public boolean learns() {
    return act != null && learns(ideas, kind);
  }

  /// Whether the act learns, if these are the ideas of the files that it stands among.
  public boolean among(Set<Idea> folder) {
    return act != null
        && kind == Kind.TRAINS
        && count(Idea.DESCENT, folder) + count(Idea.COUNTING, folder) >= 2 * BAR
        && ideas.size() >= BAR
        && learns(folder, kind);
  }

  private static boolean learns(Set<Idea> ideas, Kind kind) {
    int descent = count(Idea.DESCENT, ideas);
    int counting = count(Idea.COUNTING, ideas);
    int bar = kind == Kind.FITS ? BAR + 1 : BAR;
    boolean measured =
        ideas.contains(Idea.GRADIENT)
            || ideas.contains(Idea.LOSS)
            || ideas.contains(Idea.PROBABILITY)
            || ideas.contains(Idea.UPDATE);
    return measured
            && (descent >= bar
                || counting >= bar
                || descent + counting >= (kind == Kind.COUNTS ? bar : bar + 2))
        || counting > BAR - 1 && ideas.contains(Idea.COUNT) && ideas.contains(Idea.LABEL);
  }

  private static int count(Set<Idea> kind, Set<Idea> ideas) {
    Set<Idea> both = EnumSet.copyOf(kind);
    both.retainAll(ideas);
    return both.size();
  }

  /// What the name of a function says that it does. Every function of a release is asked: the names
  /// are few, and each is looked at once.
  ///
  /// @param trains it trains
  /// @param fits it fits or learns
  /// @param makes it makes a model of language from texts, or any model from data
  /// @param steps it does something step by step
  private record Said(boolean trains, boolean fits, boolean makes, boolean steps) {
    private static final Said NOTHING = new Said(false, false, false, false);

    static Said of(String name) {
      List<String> words = Zones.words(name);
      boolean act = !any(words, NO_ACT);
      var said =
          new Said(
              act && any(words, PLAIN),
              act && any(words, FITS) || WHOLE_FITS.contains(words),
              makesModel(words),
              any(words, STEPS));
      return said.equals(NOTHING) ? NOTHING : said;
    }

    private static boolean any(List<String> words, Set<String> of) {
      for (String word : words) {
        if (of.contains(word)) {
          return true;
        }
      }
      return false;
    }

    private static boolean makesModel(List<String> words) {
      boolean makes =
          any(words, MAKES)
              && (words.contains("profile")
                  || words.contains("profiles")
                  || words.contains("language")
                      && (words.contains("model") || words.contains("models")));
      int from = words.indexOf("from");
      return makes || from >= 0 && from == words.size() - 2 && DATA.contains(words.getLast());
    }
  }

  private static final NameMemory<Said> SAID = new NameMemory<>(Said::of);

  /// Whether something in the file is done step by step; a class alone may only hold what was
  /// learnt.
  private static boolean steps(Outline outline) {
    for (Outline.Definition d : outline.definitions()) {
      if (SAID.of(d.name()).steps) {
        return true;
      }
    }
    return false;
  }

  private static Sighting sighting(String name, int offset) {
    return new Sighting(Signal.LEARNER, "written by hand", name, offset);
  }

  /// With a library for networks a loop is told by what it calls.
  private static boolean framework(Outline outline) {
    for (Outline.Import i : outline.imports()) {
      int dot = i.name().indexOf('.');
      if (Words.LEARNING.contains(dot < 0 ? i.name() : i.name().substring(0, dot))) {
        return true;
      }
    }
    return false;
  }
}
