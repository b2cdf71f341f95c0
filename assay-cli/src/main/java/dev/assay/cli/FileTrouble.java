package dev.assay.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What is said of a file that the user named and that cannot be used. The exceptions of the JDK
/// say of the most usual cases nothing but the file's name.
final class FileTrouble {
  private FileTrouble() {}

  /// Why a file could not be read.
  static String reading(Path file, Exception why) {
    return file + reason(file, why);
  }

  private static String reason(Path file, Exception why) {
    return switch (why) {
      case NoSuchFileException e -> " is not there";
      case AccessDeniedException e -> ": may not be read by this user";
      default ->
          Files.isDirectory(file)
              ? " is a folder, not a file"
              : ": could not be read: " + said(why.getMessage());
    };
  }

  private static String said(@Nullable String message) {
    return message == null ? "it cannot be opened" : message;
  }

  /// Why a file could not be written.
  static String writing(Path file, Exception why) {
    String reason =
        switch (why) {
          case NoSuchFileException e -> "there is no folder " + folder(file);
          case AccessDeniedException e -> "this user may not write there";
          default -> Files.isDirectory(file) ? "it is a folder" : said(why.getMessage());
        };
    return "could not write " + file + ": " + reason;
  }

  /// Why a file that is to be written at the end cannot be: asked at the beginning, before work is
  /// done for nothing. Null where nothing speaks against it.
  static @Nullable String beforeWriting(@Nullable Path file) {
    if (file == null) {
      return null;
    }
    if (!Files.isDirectory(folder(file))) {
      return writing(file, new NoSuchFileException(file.toString()));
    }
    return Files.isDirectory(file) ? writing(file, new IOException()) : null;
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }
}
