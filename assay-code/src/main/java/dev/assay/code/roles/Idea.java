package dev.assay.code.roles;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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
  REFERENCE;

  /// The ideas of a gradient or an error.
  static final Set<Idea> DESCENT =
      EnumSet.of(RATE, ROUNDS, WEIGHTS, GRADIENT, LOSS, UPDATE, REGULARISATION);

  /// The ideas of learning by counting.
  static final Set<Idea> COUNTING = EnumSet.of(COUNT, PROBABILITY, FEATURE, LABEL);

  private final List<List<String>> phrases = new ArrayList<>();

  Idea() {
    for (String phrase : Words.list("idea-" + name().toLowerCase(Locale.ROOT))) {
      phrases.add(List.of(phrase.split("_")));
    }
  }

  /// Whether a name, given in its words, is about this. A phrase is words in a row; a star at its
  /// end stands for any ending.
  boolean in(List<String> name) {
    for (List<String> phrase : phrases) {
      for (int at = 0; at + phrase.size() <= name.size(); at++) {
        if (stands(phrase, name, at)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean stands(List<String> phrase, List<String> name, int at) {
    for (int i = 0; i < phrase.size(); i++) {
      String p = phrase.get(i);
      String word = name.get(at + i);
      boolean same =
          p.endsWith("*") ? word.startsWith(p.substring(0, p.length() - 1)) : word.equals(p);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /// The ideas of a set of names.
  static Set<Idea> of(Set<String> names) {
    Set<Idea> ideas = EnumSet.noneOf(Idea.class);
    for (String name : names) {
      List<String> words = Zones.words(name);
      for (Idea idea : values()) {
        if (!ideas.contains(idea) && idea.in(words)) {
          ideas.add(idea);
        }
      }
    }
    return ideas;
  }
}
