package dev.assay.code.roles;

import dev.assay.code.outline.Language;
import dev.assay.code.outline.NameMemory;
import dev.assay.code.outline.Outline;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What all names of a file speak of together. The names of a release repeat from file to file, so
/// each is looked at once; and what no name of a file speaks of need not be looked for at its
/// places.
///
/// @param ideas what they are about
/// @param says what the functions named so would do, if there are any
/// @param measures whether one is a measure of quality
/// @param dataKinds the kinds of things of data sets, a bit for each ({@link Preparation})
/// @param networkKinds the kinds of things that networks are made of, a bit for each ({@link
///   WrittenNetwork})
/// @param deeds what the calls and values named so would do and stand for
/// @param whole whether these are all of the file's names: what none of them says, none does
public record Vocabulary(
    Set<Idea> ideas,
    Acts says,
    boolean measures,
    int dataKinds,
    int networkKinds,
    Set<Deed> deeds,
    boolean whole) {
  private static final NameMemory<Name> NAMES = new NameMemory<>(Name::of);

  /// One name.
  private record Name(
      List<Idea> ideas,
      Acts says,
      boolean measures,
      int dataKinds,
      int networkKinds,
      Set<Deed> deeds) {
    private static final Name NOTHING = new Name(List.of(), Acts.NONE, false, 0, 0, Set.of());

    static Name of(String name) {
      List<String> words = Zones.words(name);
      List<Idea> ideas = Idea.about(words);
      Acts says = Acts.of(words);
      boolean measures = any(words, Words.METRIC_NAMES);
      int dataKinds = Preparation.kinds(words);
      int networkKinds = WrittenNetwork.kinds(words);
      Set<Deed> deeds = Deed.of(name, words);
      boolean nothing =
          ideas.isEmpty()
              && says == Acts.NONE
              && !measures
              && (dataKinds | networkKinds) == 0
              && deeds.isEmpty();
      return nothing ? NOTHING : new Name(ideas, says, measures, dataKinds, networkKinds, deeds);
    }
  }

  /// What the name of a function says that it does.
  ///
  /// @param trains it trains
  /// @param fits it fits or learns
  /// @param makes it makes a model of language from texts, or any model from data
  /// @param steps it does something step by step
  public record Acts(boolean trains, boolean fits, boolean makes, boolean steps) {
    static final Acts NONE = new Acts(false, false, false, false);

    private static final Set<String> PLAIN =
        Set.of("train", "retrain", "pretrain", "trains", "training", "trainning");
    private static final Set<String> FITS = Set.of("learn");
    private static final Set<List<String>> WHOLE_FITS =
        Set.of(List.of("fit"), List.of("fit", "model"), List.of("fit", "transform"));
    private static final Set<String> STEPS =
        Set.of("train", "learn", "fit", "update", "step", "run", "optimize", "iterate");

    /// Words beside which "train" names data, settings or a state, and no act.
    private static final Set<String> NO_ACT = Words.set("no-act");

    private static final Set<String> MAKES = Set.of("generate", "gen", "create", "build", "write");
    private static final Set<String> DATA =
        Set.of("data", "text", "texts", "corpus", "examples", "samples", "sentences");

    /// What a function of this name does.
    public static Acts of(String name) {
      return NAMES.of(name).says;
    }

    /// Words without one of which a name says nothing of this.
    private static final Set<String> TELLING = new HashSet<>(List.of("fit", "from"));

    static {
      List.of(PLAIN, FITS, STEPS, MAKES).forEach(TELLING::addAll);
    }

    private static Acts of(List<String> words) {
      if (!any(words, TELLING)) {
        return NONE;
      }
      // `on_train_start` is what is called when others train; `train_on_batch` trains.
      boolean act = !any(words, NO_ACT) && (words.isEmpty() || !words.getFirst().equals("on"));
      return of(
          act && any(words, PLAIN),
          act && any(words, FITS) || WHOLE_FITS.contains(words),
          makesModel(words),
          any(words, STEPS));
    }

    private static Acts of(boolean trains, boolean fits, boolean makes, boolean steps) {
      return trains || fits || makes || steps ? new Acts(trains, fits, makes, steps) : NONE;
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

    private Acts and(Acts other) {
      return of(
          trains || other.trains, fits || other.fits, makes || other.makes, steps || other.steps);
    }
  }

  /// What the names of an outline speak of.
  public static Vocabulary of(Outline outline, Language language) {
    Set<Idea> ideas = EnumSet.noneOf(Idea.class);
    Acts says = Acts.NONE;
    boolean measures = false;
    int dataKinds = 0;
    int networkKinds = 0;
    Set<Deed> deeds = EnumSet.noneOf(Deed.class);
    for (String word : outline.vocabulary()) {
      Name name = NAMES.of(word);
      if (name != Name.NOTHING) {
        ideas.addAll(name.ideas);
        says = says.and(name.says);
        measures |= name.measures;
        dataKinds |= name.dataKinds;
        networkKinds |= name.networkKinds;
        deeds.addAll(name.deeds);
      }
    }
    boolean whole = language == Language.PYTHON && outline.vocabulary().size() < Outline.MOST;
    return new Vocabulary(ideas, says, measures, dataKinds, networkKinds, deeds, whole);
  }

  /// What a name stands for, or a call whose last part it is does.
  public static Set<Deed> deeds(String name) {
    return NAMES.of(name).deeds;
  }

  /// Whether a name of the file may stand for this.
  public boolean may(Deed deed) {
    return !whole || deeds.contains(deed);
  }

  /// Whether a name of the file may stand for anything.
  public boolean mayAct() {
    return !whole || !deeds.isEmpty();
  }

  /// Whether a function of the file may be one that does this.
  boolean may(Predicate<Acts> act) {
    return !whole || act.test(says);
  }

  /// Whether a name of the file may be a measure of quality.
  public boolean mayMeasure() {
    return !whole || measures;
  }

  private static boolean any(List<String> words, Set<String> of) {
    for (String word : words) {
      if (of.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
