package dev.assay.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where something was read, so that anybody can open it and look.
///
/// @param source the identifier of the {@link SourceInfo} it was read in
/// @param path the file's path inside the source, with `/`; inside an archive
///   `outer.zip!/inner.txt`
/// @param span where in the file
/// @param quote a short quotation as it stands there, at most {@value #MAX_QUOTE} characters, not
///   escaped (every report escapes for its own medium); empty where a quotation says nothing
/// @param digest the hash, or null where nothing was read (a listing) or hashing would mean reading
///   more than the header
public record Evidence(
    String source, String path, Span span, String quote, @Nullable Digest digest) {

  /// The longest quotation kept, in characters.
  public static final int MAX_QUOTE = 400;

  public Evidence {
    if (quote.length() > MAX_QUOTE) {
      int end = MAX_QUOTE - 1;
      if (Character.isHighSurrogate(quote.charAt(end - 1))) {
        end--;
      }
      quote = quote.substring(0, end) + "…";
    }
  }

  // Written out: a record's own is put together at run time, which a short run pays for each time.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Evidence e
        && path.equals(e.path)
        && quote.equals(e.quote)
        && source.equals(e.source)
        && span.equals(e.span)
        && Objects.equals(digest, e.digest);
  }

  @Override
  public int hashCode() {
    return 31 * path.hashCode() + quote.hashCode();
  }

  /// The place in the form that editors understand: `path:12-14`, `path@0-512`, `path p. 3` or
  /// `path`.
  public String place() {
    return path + span.written();
  }
}
