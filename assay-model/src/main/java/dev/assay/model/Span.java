package dev.assay.model;

import org.jspecify.annotations.Nullable;

/// Where in a file something was read.
public sealed interface Span {

  /// The span as it is written behind a path, in the form that editors understand: `:12-14`,
  /// `@0-512`, ` p. 3`; empty for a whole file.
  String written();

  /// Lines `first` to `last`, counted from 1, both included.
  record Lines(int first, int last) implements Span {
    public Lines {
      if (first < 1 || last < first) {
        throw new IllegalArgumentException("lines " + first + " to " + last);
      }
    }

    // Written out, as {@link Evidence}'s are.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Lines s && first == s.first && last == s.last;
    }

    @Override
    public int hashCode() {
      return 31 * Integer.hashCode(first) + Integer.hashCode(last);
    }

    @Override
    public String written() {
      return first == last ? ":" + first : ":" + first + "-" + last;
    }
  }

  /// Bytes `from` (included) to `to` (excluded), counted from 0.
  record Bytes(long from, long to) implements Span {
    public Bytes {
      if (from < 0 || to < from) {
        throw new IllegalArgumentException("bytes " + from + " to " + to);
      }
    }

    // Written out, as {@link Evidence}'s are.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Bytes s && from == s.from && to == s.to;
    }

    @Override
    public int hashCode() {
      return 31 * Long.hashCode(from) + Long.hashCode(to);
    }

    @Override
    public String written() {
      return "@" + from + "-" + to;
    }
  }

  /// Pages `first` to `last` of a paged document, counted from 1, both included.
  record Pages(int first, int last) implements Span {
    public Pages {
      if (first < 1 || last < first) {
        throw new IllegalArgumentException("pages " + first + " to " + last);
      }
    }

    @Override
    public String written() {
      return first == last ? " p. " + first : " p. " + first + "-" + last;
    }
  }

  /// The whole file.
  record Whole() implements Span {
    @Override
    public String written() {
      return "";
    }
  }

  /// The file's name and place in the listing; its content was not read for this.
  record Listing() implements Span {
    @Override
    public String written() {
      return "";
    }
  }
}
