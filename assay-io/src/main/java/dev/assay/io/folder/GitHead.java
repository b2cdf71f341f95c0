package dev.assay.io.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a checkout's `.git` folder says, read as plain files: no Git program is started, since a
/// hostile repository's configuration can name programs to run.
final class GitHead {
  private static final int MOST = 4 * 1024 * 1024;
  private static final int MAX_HOPS = 5;

  private GitHead() {}

  /// The commit that is checked out, or null where `.git` does not say: 40 or 64 hexadecimal
  /// digits.
  ///
  /// @param git the `.git` folder
  static @Nullable String commit(Path git) {
    String value = firstLine(git.resolve("HEAD"));
    for (int hop = 0; hop < MAX_HOPS && value != null; hop++) {
      if (isCommit(value)) {
        return value;
      }
      if (!value.startsWith("ref:")) {
        return null;
      }
      String ref = value.substring(4).strip();
      // A reference is a name below refs/; anything else could point outside the repository.
      if (!ref.startsWith("refs/") || ref.contains("..") || ref.indexOf('\0') >= 0) {
        return null;
      }
      String loose = firstLine(git.resolve(ref));
      value = loose != null ? loose : packed(git, ref);
    }
    return null;
  }

  private static @Nullable String packed(Path git, String ref) {
    String text = text(git.resolve("packed-refs"));
    if (text == null) {
      return null;
    }
    for (String line : text.split("\n")) {
      int space = line.indexOf(' ');
      if (space > 0 && line.substring(space + 1).strip().equals(ref)) {
        return line.substring(0, space);
      }
    }
    return null;
  }

  private static boolean isCommit(String value) {
    return (value.length() == 40 || value.length() == 64)
        && value.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  private static @Nullable String firstLine(Path file) {
    String text = text(file);
    if (text == null) {
      return null;
    }
    int end = text.indexOf('\n');
    return (end < 0 ? text : text.substring(0, end)).strip();
  }

  /// A small regular file's text; null where it is not one. A link is not followed: it may leave.
  static @Nullable String text(Path file) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST) {
        return null;
      }
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return null;
    }
  }
}
