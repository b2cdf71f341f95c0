package dev.assay.io.folder;

import dev.assay.io.FileNames;
import dev.assay.io.OnlyFolder;
import dev.assay.model.Issue;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A folder as it is read: itself, or the one folder in it that holds everything.
///
/// @param inner the folder that paths are given from
/// @param is whether it is a folder in the one that was named; then it is no link, and some files
///   lie in it directly
/// @param beside what the user's system put beside it
record Wrapped(Path inner, boolean is, List<Path> beside) {

  /// A folder that is read as it stands.
  static Wrapped not(Path folder) {
    return new Wrapped(folder, false, List.of());
  }

  /// How a folder is to be read.
  ///
  /// @throws IOException when the folder cannot be read
  static Wrapped in(Path folder) throws IOException {
    @Nullable Path inner = null;
    var beside = new ArrayList<Path>();
    try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
      for (Path path : names) {
        String name = path.getFileName().toString();
        if (OnlyFolder.isBeside(name)) {
          beside.add(path);
        } else if (inner == null && isFolder(path) && !name.equals(".git")) {
          inner = path;
        } else {
          return not(folder);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return inner == null || !holdsFiles(inner)
        ? not(folder)
        : new Wrapped(inner, true, List.copyOf(beside));
  }

  /// What a report says of it.
  List<Issue> notes(String source) {
    return is
        ? List.of(OnlyFolder.note(source, FileNames.escape(inner.getFileName().toString())))
        : List.of();
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean holdsFiles(Path folder) {
    try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
      for (Path path : names) {
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          return true;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // The listing that follows says what cannot be read.
      return false;
    }
    return false;
  }
}
