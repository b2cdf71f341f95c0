package dev.assay.licences.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// SPDX licence expressions: `MIT`, `Apache-2.0 OR MIT`, `GPL-2.0-only WITH
/// Classpath-exception-2.0`.
public sealed interface Expressions {
  /// The deepest nesting and longest expression that are read; more is not an expression that
  /// people write.
  int LIMIT = 500;

  /// One licence, with an exception perhaps.
  record One(String id, @Nullable String exception) implements Expressions {}

  /// All of these apply.
  record All(List<Expressions> parts) implements Expressions {}

  /// One of these, as the receiver likes.
  record Any(List<Expressions> parts) implements Expressions {}

  /// Parses an expression; null when it is none. Identifiers are given the spelling of the list,
  /// and need not be on it.
  static @Nullable Expressions parse(String text, Names names) {
    List<String> words = words(text);
    if (words == null || words.isEmpty()) {
      return null;
    }
    Parser parser = new Parser(words, names);
    Expressions e = parser.any(0);
    return e != null && parser.at == words.size() ? e : null;
  }

  private static @Nullable List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)
          || c == '-'
          || c == '.'
          || c == '+'
          || c == ':'
          || c == '_') {
        word.append(c);
      } else {
        if (!word.isEmpty()) {
          words.add(word.toString());
          word.setLength(0);
        }
        if (c == '(' || c == ')') {
          words.add(String.valueOf(c));
        } else if (c != ' ' && c != '\t') {
          return null;
        }
      }
      if (words.size() > LIMIT) {
        return null;
      }
    }
    return words;
  }

  /// What comes of giving each licence a value and joining the values.
  ///
  /// @param one the value of a licence
  /// @param all joins those of two that both apply
  /// @param any joins those of two of which the receiver chooses one
  default <T> T fold(Function<One, T> one, BinaryOperator<T> all, BinaryOperator<T> any) {
    if (this instanceof One single) {
      return one.apply(single);
    }
    List<Expressions> parts = this instanceof All(var every) ? every : ((Any) this).parts();
    BinaryOperator<T> join = this instanceof All ? all : any;
    T joined = parts.getFirst().fold(one, all, any);
    for (Expressions part : parts.subList(1, parts.size())) {
      joined = join.apply(joined, part.fold(one, all, any));
    }
    return joined;
  }

  /// The expression in writing.
  default String write() {
    return switch (this) {
      case One(String id, String exception) -> exception == null ? id : id + " WITH " + exception;
      case All(List<Expressions> parts) ->
          String.join(
              " AND ",
              parts.stream()
                  .map(p -> p instanceof Any ? "(" + p.write() + ")" : p.write())
                  .toList());
      case Any(List<Expressions> parts) ->
          String.join(" OR ", parts.stream().map(Expressions::write).toList());
    };
  }

  /// Every licence named.
  default Set<String> ids() {
    Set<String> ids = new LinkedHashSet<>();
    collect(this, ids);
    return ids;
  }

  private static void collect(Expressions e, Set<String> ids) {
    switch (e) {
      case One one -> ids.add(one.id());
      case All all -> all.parts().forEach(p -> collect(p, ids));
      case Any any -> any.parts().forEach(p -> collect(p, ids));
    }
  }

  /// Reads an expression by descent.
  final class Parser {
    private final List<String> words;
    private final Names names;
    private int at;

    private Parser(List<String> words, Names names) {
      this.words = words;
      this.names = names;
    }

    private boolean take(String word) {
      if (at < words.size() && words.get(at).equalsIgnoreCase(word)) {
        at++;
        return true;
      }
      return false;
    }

    private @Nullable Expressions any(int depth) {
      List<Expressions> parts = new ArrayList<>();
      do {
        Expressions part = all(depth);
        if (part == null) {
          return null;
        }
        parts.add(part);
      } while (take("OR"));
      return parts.size() == 1 ? parts.getFirst() : new Any(List.copyOf(parts));
    }

    private @Nullable Expressions all(int depth) {
      List<Expressions> parts = new ArrayList<>();
      do {
        Expressions part = one(depth);
        if (part == null) {
          return null;
        }
        parts.add(part);
      } while (take("AND"));
      return parts.size() == 1 ? parts.getFirst() : new All(List.copyOf(parts));
    }

    private @Nullable Expressions one(int depth) {
      if (depth > 50) {
        return null;
      }
      if (take("(")) {
        Expressions inner = any(depth + 1);
        return inner != null && take(")") ? inner : null;
      }
      if (at >= words.size()) {
        return null;
      }
      String word = words.get(at++);
      if (word.equals(")")
          || word.equalsIgnoreCase("AND")
          || word.equalsIgnoreCase("OR")
          || word.equalsIgnoreCase("WITH")) {
        return null;
      }
      String exception = null;
      if (take("WITH")) {
        if (at >= words.size()) {
          return null;
        }
        String spelled = names.id(words.get(at));
        exception = spelled == null ? words.get(at) : spelled;
        at++;
      }
      return new One(id(word), exception);
    }

    private String id(String word) {
      if (word.endsWith("+")) {
        String later = names.id(word.substring(0, word.length() - 1) + "-or-later");
        if (later != null) {
          return later;
        }
      }
      String known = names.id(word);
      return known == null ? word : known;
    }
  }
}
