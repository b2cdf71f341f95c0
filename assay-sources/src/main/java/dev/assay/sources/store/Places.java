package dev.assay.sources.store;

import dev.assay.io.FileNames;
import dev.assay.sources.SourceOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ways to look around in a store without following links or reading what is large.
final class Places {
  private static final int MOST_TEXT = 4096;

  private Places() {}

  /// The folder that a variable names, or another.
  static Path named(SourceOptions options, String variable, Path otherwise) {
    String value = options.environment().get(variable);
    try {
      return value == null || value.isBlank() ? otherwise : Path.of(value.strip());
    } catch (InvalidPathException e) {
      return otherwise;
    }
  }

  /// The user's folder.
  static Path home(SourceOptions options) {
    return named(options, "HOME", Path.of(System.getProperty("user.home")));
  }

  /// The user's folder for caches.
  static Path caches(SourceOptions options) {
    return named(options, "XDG_CACHE_HOME", home(options).resolve(".cache"));
  }

  /// What lies in a folder, sorted; names that begin with a dot are bookkeeping and left out.
  ///
  /// @throws IOException when the folder cannot be read
  static List<Path> in(Path folder) throws IOException {
    var found = new ArrayList<Path>();
    try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
      for (Path path : names) {
        if (found.size() >= Store.MOST) {
          break;
        }
        if (!name(path).startsWith(".")) {
          found.add(path);
        }
      }
    }
    found.sort(null);
    return found;
  }

  /// The folders exactly `depth` levels below one; no links.
  static List<Path> folders(Path root, int depth) throws IOException {
    List<Path> level = List.of(root);
    for (int i = 0; i < depth; i++) {
      var next = new ArrayList<Path>();
      for (Path folder : level) {
        for (Path path : folder.equals(root) ? in(folder) : readable(folder)) {
          if (isFolder(path) && next.size() < Store.MOST) {
            next.add(path);
          }
        }
      }
      level = next;
    }
    return level;
  }

  private static List<Path> readable(Path folder) {
    try {
      return in(folder);
    } catch (IOException e) {
      // One folder of somebody else's costs itself and not the store.
      return List.of();
    }
  }

  static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  static boolean isFile(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  static String name(Path path) {
    Path last = path.getFileName();
    return last == null ? "" : last.toString();
  }

  /// Names of a path below a folder, with `/`, safe to show.
  static String below(Path root, Path path) {
    return FileNames.escape(root.relativize(path).toString().replace('\\', '/'));
  }

  /// A short text file, or null where there is none.
  static @Nullable String text(Path file) {
    try {
      if (!isFile(file) || Files.size(file) > MOST_TEXT) {
        return null;
      }
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return null;
    }
  }

  /// The value after `key:` at the start of a line of a short text; empty where there is none.
  /// Enough for the flat files that programs write about their own stores.
  static String value(@Nullable String text, String key) {
    if (text == null) {
      return "";
    }
    for (String line : text.split("\n", 200)) {
      if (line.startsWith(key + ":")) {
        String value = line.substring(key.length() + 1).strip();
        boolean quoted =
            value.length() >= 2
                && (value.charAt(0) == '\'' || value.charAt(0) == '"')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return FileNames.escape(quoted ? value.substring(1, value.length() - 1) : value);
      }
    }
    return "";
  }
}
