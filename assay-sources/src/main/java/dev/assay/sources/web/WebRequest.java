package dev.assay.sources.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What to fetch, and how much of it at most.
///
/// @param uri where from
/// @param from the first byte wanted; with `length` a range
/// @param length how many bytes are wanted, or -1 for all
/// @param most the most bytes taken of an answer without a range
/// @param lasting how long an answer holds
/// @param accept the media types asked for; empty for any
/// @param credential what to show the server
/// @param namedBy the page that named this address, where it was no user and no configuration: it
///   may not lead where a redirect from that page may not
public record WebRequest(
    URI uri,
    long from,
    long length,
    long most,
    Lasting lasting,
    String accept,
    Credential credential,
    @Nullable URI namedBy) {

  /// How long an answer stays true.
  public enum Lasting {
    /// It may change: asked again each time, and the body is sent only if it did.
    ASK_AGAIN,
    /// It is named by its content or by a commit: once read, never asked for again.
    FOR_EVER,
    /// It is a secret, or true for this moment only: never kept on disk.
    PASSING
  }

  /// All of a page, up to `most` bytes.
  public static WebRequest whole(URI uri, long most, Lasting lasting) {
    return new WebRequest(uri, 0, -1, most, lasting, "", Credential.NONE, null);
  }

  /// A range of bytes.
  ///
  /// @param from the first byte wanted
  /// @param length how many bytes are wanted
  public static WebRequest range(URI uri, long from, long length, Lasting lasting) {
    return new WebRequest(uri, from, length, length, lasting, "", Credential.NONE, null);
  }

  /// The same, for an answer of these media types.
  public WebRequest accepting(String types) {
    return new WebRequest(uri, from, length, most, lasting, types, credential, namedBy);
  }

  /// The same, with something to show.
  public WebRequest showing(Credential shown) {
    return new WebRequest(uri, from, length, most, lasting, accept, shown, namedBy);
  }

  /// The same, where a page of a server named the address.
  public WebRequest named(URI by) {
    return new WebRequest(uri, from, length, most, lasting, accept, credential, by);
  }

  boolean ranged() {
    return length >= 0;
  }
}
