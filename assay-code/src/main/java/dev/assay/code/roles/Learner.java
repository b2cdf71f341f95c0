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
    /// It trains, beside a function that sends errors back through a network.
    PROPAGATES,
    /// It fits or learns, which is also said of windows, lines and people.
    FITS,
    /// It is the main of a program that is named for training, by whatever it calls.
    PROGRAM,
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
    Learner made = plain == null ? modest(outline, names) : plain;
    boolean named = made.act == null && language.braced() && trains(path);
    return named ? main(outline, names) : made;
  }

  /// Whether a program is named for training: by its file, or where that is called as any program
  /// is by the folder of its package, `train-values/src/main.rs`.
  private static boolean trains(String path) {
    String[] parts = path.split("/");
    String name = parts[parts.length - 1];
    int at = parts.length - 1;
    if (name.startsWith("main.")) {
      do {
        at--;
      } while (at >= 0 && parts[at].equals("src"));
    }
    return at >= 0
        && Zones.words(parts[at]).stream()
            .limit(2)
            .anyMatch(w -> w.equals("train") || w.equals("training") || w.equals("trainer"));
  }

  /// The main of a program that is named for training. It is asked for as much as what fits: what
  /// the name of the program says, it need not say of its main.
  private static Learner main(Outline outline, Vocabulary names) {
    for (Outline.Definition d : outline.definitions()) {
      if (d.name().equals("main")) {
        return new Learner(sighting(d.name(), d.offset()), Kind.PROGRAM, names.ideas());
      }
    }
    return new Learner(null, Kind.NONE, names.ideas());
  }

  /// What says that it trains; null when nothing does.
  private static @Nullable Learner plain(Outline outline, Vocabulary names) {
    if (names.may(Vocabulary.Acts::trains)) {
      for (Outline.Definition d : outline.definitions()) {
        if (Vocabulary.Acts.of(d.name()).trains()) {
          Kind kind = propagates(outline) ? Kind.PROPAGATES : Kind.TRAINS;
          return new Learner(sighting(d.name(), d.offset()), kind, names.ideas());
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

  /// Whether a function is named for sending errors back: `_back_prop`, `backpropagate`.
  private static boolean propagates(Outline outline) {
    for (Outline.Definition d : outline.definitions()) {
      List<String> words = Zones.wordsOfName(d.name());
      int back = words.indexOf("back");
      boolean two = back >= 0 && back + 1 < words.size() && words.get(back + 1).startsWith("pro");
      if (two || words.stream().anyMatch(w -> w.startsWith("backprop"))) {
        return true;
      }
    }
    return false;
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
        && (kind == Kind.TRAINS || kind == Kind.PROPAGATES)
        && count(Idea.DESCENT, folder) + count(Idea.COUNTING, folder) >= 2 * BAR
        && ideas.size() >= BAR
        && learns(folder, kind);
  }

  private static boolean learns(Set<Idea> ideas, Kind kind) {
    int descent = count(Idea.DESCENT, ideas);
    int counting = count(Idea.COUNTING, ideas);
    // Who sends errors back has said what else would be gathered from names.
    int bar =
        switch (kind) {
          case FITS, PROGRAM -> BAR + 1;
          case PROPAGATES -> BAR - 1;
          case TRAINS, COUNTS, NONE -> BAR;
        };
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
