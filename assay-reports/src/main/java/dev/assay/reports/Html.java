package dev.assay.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/// HTML being written. Text and attribute values are escaped here and nowhere else; the names of
/// elements and attributes are Assay's own; there is no way to put a raw string on the page but
/// {@link #style}.
final class Html {
  private final Appendable out;
  private final Deque<String> open = new ArrayDeque<>();

  Html(Appendable out) {
    this.out = out;
  }

  /// The document type, before everything else.
  void begin() {
    append("<!DOCTYPE html>\n");
  }

  /// Opens an element.
  ///
  /// @param name the element
  /// @param attributes names and values, in turn; a value may be hostile
  Html open(String name, String... attributes) {
    tag(name, attributes);
    open.push(name);
    return this;
  }

  /// Closes the element that was opened last.
  Html close() {
    String name = open.pop();
    append("</" + name + ">");
    if (!inline(name)) {
      append("\n");
    }
    return this;
  }

  /// An element without content, such as `meta`.
  Html empty(String name, String... attributes) {
    tag(name, attributes);
    append("\n");
    return this;
  }

  /// An element that holds only text.
  Html element(String name, String text, String... attributes) {
    return open(name, attributes).text(text).close();
  }

  /// Opens a section that is named by its heading.
  Html section(String id, String title) {
    return open("section", "aria-labelledby", id).element("h2", title, "id", id);
  }

  /// The head of a table: the names of its columns.
  Html head(String... columns) {
    open("thead").open("tr");
    for (String column : columns) {
      element("th", column, "scope", "col");
    }
    return close().close();
  }

  /// Text on one line: hidden characters are shown by their numbers, white space becomes one space.
  Html text(String raw) {
    append(escape(SafeText.line(raw)));
    return this;
  }

  /// A space between inline elements.
  Html space() {
    append(" ");
    return this;
  }

  /// Text from a release in its own direction, so that it cannot turn what stands beside it.
  Html foreign(String element, String raw) {
    open(element);
    open("bdi").text(raw).close();
    return close();
  }

  /// Text of several lines, for an element that keeps them.
  Html lines(String raw) {
    boolean first = true;
    for (String line : raw.split("\\R", -1)) {
      append(first ? "" : "\n");
      first = false;
      append(escape(SafeText.line(line)));
    }
    return this;
  }

  /// A style sheet of Assay's own.
  Html style(String css) {
    append("<style>\n" + css + "</style>\n");
    return this;
  }

  private void tag(String name, String... attributes) {
    var tag = new StringBuilder("<").append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      tag.append(' ').append(attributes[i]).append("=\"");
      tag.append(escape(SafeText.line(attributes[i + 1]))).append('"');
    }
    append(tag.append('>').toString());
  }

  private static boolean inline(String name) {
    return switch (name) {
      case "span", "strong", "code", "bdi", "b", "em", "tspan" -> true;
      default -> false;
    };
  }

  private static String escape(String text) {
    var s = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> s.append("&amp;");
        case '<' -> s.append("&lt;");
        case '>' -> s.append("&gt;");
        case '"' -> s.append("&quot;");
        case '\'' -> s.append("&#39;");
        default -> s.append(c);
      }
    }
    return s.toString();
  }

  private void append(String text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
