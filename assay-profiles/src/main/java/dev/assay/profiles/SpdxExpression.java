package dev.assay.profiles;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// An SPDX licence expression, as far as a set of licences needs it: `A AND B` needs both, `A OR B`
/// either, `A WITH exception` its A (an exception only gives more), `A+` is A.
sealed interface SpdxExpression {

  /// Whether the expression grants terms that satisfy `free` for each licence.
  boolean satisfies(Predicate<String> free);

  record One(String id) implements SpdxExpression {
    @Override
    public boolean satisfies(Predicate<String> free) {
      return free.test(id);
    }
  }

  record All(List<SpdxExpression> of) implements SpdxExpression {
    @Override
    public boolean satisfies(Predicate<String> free) {
      return of.stream().allMatch(e -> e.satisfies(free));
    }
  }

  record Any(List<SpdxExpression> of) implements SpdxExpression {
    @Override
    public boolean satisfies(Predicate<String> free) {
      return of.stream().anyMatch(e -> e.satisfies(free));
    }
  }

  /// Reads an expression; words that are no expression are one licence of that name.
  static SpdxExpression parse(String text) {
    var words = new ArrayList<String>();
    for (String word : text.replace("(", " ( ").replace(")", " ) ").split(" ", -1)) {
      if (!word.isBlank()) {
        words.add(word);
      }
    }
    var reader = new Reader(words);
    SpdxExpression whole = reader.any();
    return reader.done() ? whole : new One(text);
  }

  /// A cursor over the words of one expression.
  final class Reader {
    private static final int DEEPEST = 20;
    private final List<String> words;
    private int at;
    private int depth;

    Reader(List<String> words) {
      this.words = words;
    }

    boolean done() {
      return at == words.size();
    }

    private boolean take(String word) {
      if (at < words.size() && words.get(at).equalsIgnoreCase(word)) {
        at++;
        return true;
      }
      return false;
    }

    SpdxExpression any() {
      var of = new ArrayList<SpdxExpression>();
      do {
        of.add(all());
      } while (take("OR"));
      return of.size() == 1 ? of.getFirst() : new Any(of);
    }

    private SpdxExpression all() {
      var of = new ArrayList<SpdxExpression>();
      do {
        of.add(one());
      } while (take("AND"));
      return of.size() == 1 ? of.getFirst() : new All(of);
    }

    private SpdxExpression one() {
      if (depth < DEEPEST && take("(")) {
        depth++;
        SpdxExpression inner = any();
        depth--;
        return take(")") ? inner : new One("(");
      }
      if (at == words.size()) {
        return new One("");
      }
      String id = words.get(at++);
      if (take("WITH") && at < words.size()) {
        at++;
      }
      return new One(id.endsWith("+") ? id.substring(0, id.length() - 1) : id);
    }
  }
}
