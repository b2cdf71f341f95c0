package dev.assay.sources.web;

import java.net.URI;

/// What to fetch, and how much of it at most.
///
/// @param uri where from
/// @param from the first byte wanted; with `length` a range
/// @param length how many bytes are wanted, or -1 for all
/// @param most the most bytes taken of an answer without a range
/// @param lasting how long an answer holds
public record WebRequest(URI uri, long from, long length, long most, Lasting lasting) {

  /// How long an answer stays true.
  public enum Lasting {
    /// It may change: asked again each time, and the body is sent only if it did.
    ASK_AGAIN,
    /// It is named by its content or by a commit: once read, never asked for again.
    FOR_EVER
  }

  /// All of a page, up to `most` bytes.
  public static WebRequest whole(URI uri, long most, Lasting lasting) {
    return new WebRequest(uri, 0, -1, most, lasting);
  }

  /// A range of bytes.
  public static WebRequest range(URI uri, long from, long length, Lasting lasting) {
    return new WebRequest(uri, from, length, length, lasting);
  }

  boolean ranged() {
    return length >= 0;
  }
}
