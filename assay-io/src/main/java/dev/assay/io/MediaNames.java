package dev.assay.io;

import java.util.Locale;
import java.util.Set;

/// Names of pictures, sounds, films and fonts: media that no weights format hides in, that no
/// reader opens, and that data sets hold by the million.
public final class MediaNames {
  private static final Set<String> ENDINGS =
      Set.of(
          "png", "jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff", "ico", "svg", "wav", "mp3",
          "flac", "ogg", "opus", "mp4", "avi", "mov", "mkv", "webm", "ttf", "otf", "woff", "woff2");

  private MediaNames() {}

  /// Whether a file of this name or path is one.
  public static boolean isOne(String path) {
    return ENDINGS.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }
}
