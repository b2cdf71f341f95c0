package dev.assay.formats.assembly;

import java.util.OptionalLong;
import java.util.function.Function;

/// A dimension as families write it: whole numbers and field names with `+ - * / ^` and
/// parentheses; a name may have points (`a.b`), and `a[i]` is the field a[0], a[1] or another,
/// where i is an expression. The expressions are ours, so one that cannot be read is a bug; the
/// numbers are the release's, so overflow, a negative index or power and division by zero give
/// nothing.
final class Expression {
  private final String text;
  private final Function<String, OptionalLong> fields;
  private int at;

  private Expression(String text, Function<String, OptionalLong> fields) {
    this.text = text;
    this.fields = fields;
  }

  /// The value; empty when a field is not there or the arithmetic fails.
  static OptionalLong value(String text, Function<String, OptionalLong> fields) {
    var e = new Expression(text, fields);
    try {
      OptionalLong v = e.sum();
      e.blank();
      if (e.at != text.length()) {
        throw new IllegalArgumentException("cannot read the expression " + text);
      }
      return v;
    } catch (ArithmeticException x) {
      return OptionalLong.empty();
    }
  }

  private void blank() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private boolean take(char c) {
    blank();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private OptionalLong sum() {
    OptionalLong v = product();
    while (true) {
      if (take('+')) {
        v = both(v, product(), Math::addExact);
      } else if (take('-')) {
        v = both(v, product(), Math::subtractExact);
      } else {
        return v;
      }
    }
  }

  private OptionalLong product() {
    OptionalLong v = power();
    while (true) {
      if (take('*')) {
        v = both(v, power(), Math::multiplyExact);
      } else if (take('/')) {
        v = both(v, power(), Math::floorDiv);
      } else {
        return v;
      }
    }
  }

  private OptionalLong power() {
    OptionalLong v = atom();
    return take('^') ? both(v, atom(), Expression::power) : v;
  }

  private static long power(long base, long exponent) {
    if (exponent < 0 || exponent > 62) {
      throw new ArithmeticException("a power of " + exponent);
    }
    long n = 1;
    for (long i = 0; i < exponent; i++) {
      n = Math.multiplyExact(n, base);
    }
    return n;
  }

  private interface Operation {
    long of(long a, long b);
  }

  private static OptionalLong both(OptionalLong a, OptionalLong b, Operation op) {
    return a.isPresent() && b.isPresent()
        ? OptionalLong.of(op.of(a.getAsLong(), b.getAsLong()))
        : OptionalLong.empty();
  }

  private OptionalLong atom() {
    if (take('(')) {
      OptionalLong v = sum();
      if (!take(')')) {
        throw new IllegalArgumentException("no closing parenthesis in " + text);
      }
      return v;
    }
    blank();
    int from = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "_.".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    if (from == at) {
      throw new IllegalArgumentException("cannot read the expression " + text);
    }
    String word = text.substring(from, at);
    if (Character.isDigit(word.charAt(0))) {
      return OptionalLong.of(Long.parseLong(word));
    }
    return take('[') ? element(word) : fields.apply(word);
  }

  private OptionalLong element(String list) {
    OptionalLong index = sum();
    if (!take(']')) {
      throw new IllegalArgumentException("no closing bracket in " + text);
    }
    return index.isPresent() && index.getAsLong() >= 0
        ? fields.apply(list + "[" + index.getAsLong() + "]")
        : OptionalLong.empty();
  }
}
