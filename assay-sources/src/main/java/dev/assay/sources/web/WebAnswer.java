package dev.assay.sources.web;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came of a request.
public sealed interface WebAnswer {

  /// The server answered, be it with an error.
  ///
  /// @param status of the last hop; 206 and 304 are given as 200
  /// @param headers of the last hop, and of earlier hops where the last has none of that name;
  ///   names in lower case
  /// @param body what was taken of the body
  /// @param cut whether the body was longer
  /// @param last where the last hop led
  /// @param stored whether the body came from the cache on disk
  record Got(
      int status, Map<String, String> headers, byte[] body, boolean cut, URI last, boolean stored)
      implements WebAnswer {
    public Got {
      headers = Map.copyOf(headers);
    }

    /// A header's value, or null.
    public @Nullable String header(String name) {
      return headers.get(name);
    }

    /// Whether the status is a success.
    public boolean ok() {
      return status >= 200 && status < 300;
    }
  }

  /// There was no answer that could be used.
  ///
  /// @param reason why, in words for the user
  record Failed(String reason) implements WebAnswer {}
}
