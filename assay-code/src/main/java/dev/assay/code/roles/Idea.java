package dev.assay.code.roles;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
  private record Phrase(Idea idea, List<String> words) {
    boolean stands(List<String> name, int at) {
      if (at + words.size() > name.size()) {
        return false;
      }
      for (int i = 0; i < words.size(); i++) {
        String p = words.get(i);
        String word = name.get(at + i);
        boolean same =
            p.endsWith("*") ? word.startsWith(p.substring(0, p.length() - 1)) : word.equals(p);
        if (!same) {
          return false;
        }
      }
      return true;
    }
  }

  /// The phrases by their first word; under a star those whose first word has one.
  private static final Map<String, List<Phrase>> PHRASES = new HashMap<>();

  static {
    for (Idea idea : values()) {
      for (String phrase : Words.list("idea-" + idea.name().toLowerCase(Locale.ROOT))) {
        List<String> words = List.of(phrase.split("_"));
        String first = words.getFirst().endsWith("*") ? "*" : words.getFirst();
        PHRASES.computeIfAbsent(first, k -> new ArrayList<>()).add(new Phrase(idea, words));
      }
    }
  }

  /// The ideas that the words of a name speak of.
  static List<Idea> about(List<String> words) {
    Set<Idea> ideas = EnumSet.noneOf(Idea.class);
    for (int at = 0; at < words.size(); at++) {
      for (String key : List.of(words.get(at), "*")) {
        for (Phrase phrase : PHRASES.getOrDefault(key, List.of())) {
          if (phrase.stands(words, at)) {
            ideas.add(phrase.idea);
          }
        }
      }
    }
    return List.copyOf(ideas);
  }
}
