package dev.assay.code.roles;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What learning is made of, as names in code tell it in any language. One idea alone says nothing;
/// several of them beside a function that trains say what it does.
public enum Idea {
  /// How far a step goes.
  RATE,
  /// How often the data is gone through.
  ROUNDS,
  WEIGHTS,
  GRADIENT,
  LOSS,
  /// Weights are changed.
  UPDATE,
  REGULARISATION,
  COUNT,
  PROBABILITY,
  /// What is counted or weighed.
  FEATURE,
  /// What is to be learnt.
  LABEL,
  /// What a model says.
  PREDICTION,
  /// What a prediction is held against.
  REFERENCE,
  /// A tree that decides.
  TREE,
  /// A tree's branches are chosen by what they tell apart.
  SPLIT;

  /// The ideas of a gradient or an error.
  static final Set<Idea> DESCENT =
      EnumSet.of(RATE, ROUNDS, WEIGHTS, GRADIENT, LOSS, UPDATE, REGULARISATION);

  /// The ideas of learning by counting.
  static final Set<Idea> COUNTING = EnumSet.of(COUNT, PROBABILITY, FEATURE, LABEL);

  /// Words in a row that speak of an idea; a star at the end of a word stands for any ending.
  private record Phrase(Idea idea, List<Part> parts) {
    boolean stands(List<String> name, int at) {
      if (at + parts.size() > name.size()) {
        return false;
      }
      for (int i = 0; i < parts.size(); i++) {
        if (!parts.get(i).is(name.get(at + i))) {
          return false;
        }
      }
      return true;
    }
  }

  /// A word, or what a word begins with.
  private record Part(String word, boolean open) {
    boolean is(String other) {
      return open ? other.startsWith(word) : other.equals(word);
    }
  }

  /// The phrases by their first word.
  private static final Map<String, List<Phrase>> PHRASES = new HashMap<>();

  /// Those whose first word stands for any ending, by its first letter.
  private static final Map<Character, List<Phrase>> OPEN = new HashMap<>();

  static {
    for (Idea idea : values()) {
      for (String phrase : Words.list("idea-" + idea.name().toLowerCase(Locale.ROOT))) {
        List<Part> parts = new ArrayList<>();
        for (String word : phrase.split("_")) {
          boolean open = word.endsWith("*");
          parts.add(new Part(open ? word.substring(0, word.length() - 1) : word, open));
        }
        String first = parts.getFirst().word;
        List<Phrase> to =
            parts.getFirst().open
                ? OPEN.computeIfAbsent(first.charAt(0), k -> new ArrayList<>())
                : PHRASES.computeIfAbsent(first, k -> new ArrayList<>());
        to.add(new Phrase(idea, List.copyOf(parts)));
      }
    }
  }

  /// The ideas that the words of a name speak of.
  static List<Idea> about(List<String> words) {
    Set<Idea> ideas = EnumSet.noneOf(Idea.class);
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      add(PHRASES.get(word), words, at, ideas);
      add(OPEN.get(word.charAt(0)), words, at, ideas);
    }
    return ideas.isEmpty() ? List.of() : List.copyOf(ideas);
  }

  private static void add(
      @Nullable List<Phrase> phrases, List<String> words, int at, Set<Idea> to) {
    if (phrases != null) {
      for (Phrase phrase : phrases) {
        if (phrase.stands(words, at)) {
          to.add(phrase.idea);
        }
      }
    }
  }
}
