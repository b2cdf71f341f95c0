package dev.assay.engine;

/// Told how far a run is; calls may come from several threads.
public interface Progress {
  /// @param done files looked at so far
  /// @param total files listed
  /// @param path the file that is being read
  void reading(long done, long total, String path);

  /// Says nothing.
  static Progress silent() {
    return (done, total, path) -> {};
  }
}
