package dev.assay.engine;

/// Told how far a run is; calls may come from several threads.
public interface Progress {
  /// @param done files looked at so far
  /// @param total files listed
  /// @param path the file that is being read
  void reading(long done, long total, String path);

  /// Whether the reader has had enough: what was not read by then is not read any more, and the
  /// assessment says so.
  default boolean stopped() {
    return false;
  }

  /// Says nothing.
  static Progress silent() {
    return (done, total, path) -> {};
  }
}
