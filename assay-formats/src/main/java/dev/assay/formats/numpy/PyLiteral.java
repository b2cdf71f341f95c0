package dev.assay.formats.numpy;

import dev.assay.io.Malformed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A Python literal of the few kinds that an array's header has: text, whole numbers, booleans,
/// tuples, lists and one dictionary. Anything else is refused, so nothing can be evaluated.
sealed interface PyLiteral {

  record Text(String value) implements PyLiteral {
    @Override
    public String toString() {
      return value;
    }
  }

  record Whole(long value) implements PyLiteral {}

  record Bool(boolean value) implements PyLiteral {}

  record None() implements PyLiteral {}

  record Sequence(List<PyLiteral> items) implements PyLiteral {}

  record Dict(Map<String, PyLiteral> entries) implements PyLiteral {
    PyLiteral get(String key) {
      return entries.getOrDefault(key, new None());
    }
  }

  /// Parses a dictionary, which must be all of the text.
  ///
  /// @param at where the text begins in its file, for messages
  static Dict dict(String text, long at) {
    var p = new Parser(text, at);
    PyLiteral value = p.value(0);
    p.space();
    if (p.at < text.length() || !(value instanceof Dict d)) {
      throw p.wrong("the header is not one dictionary");
    }
    return d;
  }

  /// A parser over one text.
  final class Parser {
    private static final int DEEPEST = 16;

    private final String text;
    private final long offset;
    private int at;

    private Parser(String text, long offset) {
      this.text = text;
      this.offset = offset;
    }

    private Malformed wrong(String why) {
      return new Malformed(offset + at, why);
    }

    private void space() {
      while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }

    private char peek() {
      space();
      if (at >= text.length()) {
        throw wrong("the header ends too early");
      }
      return text.charAt(at);
    }

    private PyLiteral value(int depth) {
      if (depth > DEEPEST) {
        throw wrong("the header is nested deeper than " + DEEPEST);
      }
      char c = peek();
      return switch (c) {
        case '{' -> entries(depth);
        case '(' -> items(')', depth);
        case '[' -> items(']', depth);
        case '\'', '"' -> new Text(quoted());
        default -> c == '-' || (c >= '0' && c <= '9') ? whole() : word();
      };
    }

    private Dict entries(int depth) {
      at++;
      var entries = new LinkedHashMap<String, PyLiteral>();
      while (peek() != '}') {
        String key = quoted();
        if (peek() != ':') {
          throw wrong("a key has no value");
        }
        at++;
        if (entries.put(key, value(depth + 1)) != null) {
          throw wrong("the key " + key + " comes twice");
        }
        if (peek() == ',') {
          at++;
        } else if (peek() != '}') {
          throw wrong("entries are not parted by commas");
        }
      }
      at++;
      return new Dict(entries);
    }

    private Sequence items(char end, int depth) {
      at++;
      var items = new ArrayList<PyLiteral>();
      while (peek() != end) {
        items.add(value(depth + 1));
        if (peek() == ',') {
          at++;
        } else if (peek() != end) {
          throw wrong("items are not parted by commas");
        }
      }
      at++;
      return new Sequence(List.copyOf(items));
    }

    private String quoted() {
      char quote = peek();
      if (quote != '\'' && quote != '"') {
        throw wrong("no text where there must be some");
      }
      int end = text.indexOf(quote, at + 1);
      if (end < 0) {
        throw wrong("a text has no end");
      }
      String value = text.substring(at + 1, end);
      if (value.indexOf('\\') >= 0) {
        throw wrong("a text has an escape");
      }
      at = end + 1;
      return value;
    }

    private Whole whole() {
      int from = at;
      at++;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      String digits = text.substring(from, at);
      if (at < text.length() && text.charAt(at) == 'L') {
        // Python 2 wrote long numbers so.
        at++;
      }
      try {
        return new Whole(Long.parseLong(digits));
      } catch (NumberFormatException e) {
        throw wrong("a number is beyond any file");
      }
    }

    private PyLiteral word() {
      for (var known :
          List.of(
              Map.entry("True", new Bool(true)),
              Map.entry("False", new Bool(false)),
              Map.entry("None", new None()))) {
        if (text.startsWith(known.getKey(), at)) {
          at += known.getKey().length();
          return known.getValue();
        }
      }
      throw wrong("the header has something that is not a literal");
    }
  }
}
