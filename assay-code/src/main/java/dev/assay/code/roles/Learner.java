package dev.assay.code.roles;

import dev.assay.code.frameworks.Sighting;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
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

  /// How many ideas of descent, or of counting, a learner has at least.
  private static final int BAR = 3;

  /// Nothing that learns.
  public static final Learner NONE = new Learner(null, Kind.NONE, Set.of());

  public Learner {
    ideas = Set.copyOf(ideas);
  }

  /// What a file shows of a learner of its own.
  ///
  /// @param names what its names speak of
  public static Learner of(Outline outline, Language language, String path, Vocabulary names) {
    if (!language.braced() && language != Language.PYTHON || path.endsWith(".d.ts")) {
      return NONE;
    }
    if (language == Language.PYTHON && framework(outline)) {
      return new Learner(null, Kind.NONE, names.ideas());
    }
    Learner plain = plain(outline, names);
    return plain == null ? modest(outline, names) : plain;
  }

  /// What says that it trains; null when nothing does.
  private static @Nullable Learner plain(Outline outline, Vocabulary names) {
    if (names.may(Vocabulary.Acts::trains)) {
      for (Outline.Definition d : outline.definitions()) {
        if (Vocabulary.Acts.of(d.name()).trains()) {
          return new Learner(sighting(d.name(), d.offset()), Kind.TRAINS, names.ideas());
        }
      }
    }
    // Something in the file is done step by step; a class alone may only hold what was learnt.
    if (names.may(Vocabulary.Acts::steps) && steps(outline)) {
      for (Outline.ClassDef c : outline.classes()) {
        List<String> words = Zones.wordsOfName(c.name());
        String last = words.isEmpty() ? "" : words.getLast();
        if (last.equals("trainer") || last.equals("learner")) {
          return new Learner(sighting(c.name(), c.offset()), Kind.TRAINS, names.ideas());
        }
      }
    }
    return null;
  }

  /// What says that it fits, or that it makes a model by counting.
  private static Learner modest(Outline outline, Vocabulary names) {
    Set<Idea> ideas = names.ideas();
    boolean counts = ideas.contains(Idea.COUNT) && ideas.contains(Idea.PROBABILITY);
    if (names.may(a -> a.fits() || a.makes() && counts)) {
      for (Outline.Definition d : outline.definitions()) {
        Vocabulary.Acts says = Vocabulary.Acts.of(d.name());
        if (says.fits()) {
          return new Learner(sighting(d.name(), d.offset()), Kind.FITS, ideas);
        }
        if (says.makes() && counts) {
          return new Learner(sighting(d.name(), d.offset()), Kind.COUNTS, ideas);
        }
      }
    }
    for (Outline.ClassDef c : counts ? outline.classes() : List.<Outline.ClassDef>of()) {
      List<String> words = Zones.words(c.name());
      if (words.size() > 1
          && words.getLast().equals("builder")
          && (words.contains("model") || words.contains("profile"))) {
        return new Learner(sighting(c.name(), c.offset()), Kind.COUNTS, ideas);
      }
    }
    return new Learner(null, Kind.NONE, ideas);
  }

  private static boolean steps(Outline outline) {
    for (Outline.Definition d : outline.definitions()) {
      if (Vocabulary.Acts.of(d.name()).steps()) {
        return true;
      }
    }
    return false;
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
        || counting > BAR - 1 && ideas.contains(Idea.COUNT) && ideas.contains(Idea.LABEL)
        || ideas.contains(Idea.TREE) && ideas.contains(Idea.SPLIT);
  }

  private static int count(Set<Idea> kind, Set<Idea> ideas) {
    Set<Idea> both = EnumSet.copyOf(kind);
    both.retainAll(ideas);
    return both.size();
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
