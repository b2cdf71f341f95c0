package dev.assay.io;

import dev.assay.model.Issue;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// What macOS keeps beside a file on a disk or in an archive that cannot hold it: `._NAME` beside
/// `NAME`, or at the same place below `__MACOSX/` (AppleDouble, RFC 1740 appendix B). It has the
/// file's name and ending and none of its content, and would be taken for damaged weights or an
/// unreadable licence.
public final class AppleDouble {
  /// The most bytes of one. What is longer is read like any file: nothing is hidden behind a name.
  public static final int LARGEST = 1 << 16;

  private static final String MARK = "._";
  private static final String ASIDE = "__MACOSX/";

  private AppleDouble() {}

  /// The paths of those among a listing.
  public static Set<String> among(Collection<FileEntry> files) {
    return among(files, FileEntry::path, FileEntry::size);
  }

  /// The paths of those among things that have a path, with `/`, and a size in bytes.
  public static <E> Set<String> among(
      Collection<E> things, Function<E, String> path, ToLongFunction<E> size) {
    var found = new HashSet<String>();
    for (E thing : things) {
      String at = path.apply(thing);
      if (at.startsWith(MARK, at.lastIndexOf('/') + 1) && size.applyAsLong(thing) <= LARGEST) {
        found.add(at);
      }
    }
    if (!found.isEmpty()) {
      var all = new TreeSet<String>();
      things.forEach(thing -> all.add(path.apply(thing)));
      found.removeIf(at -> !stands(all, owner(at)));
    }
    return found;
  }

  /// One note for all of them, or nothing where there are none.
  public static Optional<Issue> note(String source, Set<String> found) {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String many = found.size() == 1 ? "a file is" : found.size() + " files, this the first, are";
    return Optional.of(
        new Issue(
            Issue.Severity.NOTE,
            source,
            new TreeSet<>(found).first(),
            many + " what macOS keeps beside another: passed over",
            ""));
  }

  /// The path of the file or folder that one would belong to.
  private static String owner(String path) {
    int name = path.lastIndexOf('/') + 1;
    String folder = path.substring(0, name);
    int aside = folder.startsWith(ASIDE) ? 0 : folder.indexOf("/" + ASIDE) + 1;
    if (folder.startsWith(ASIDE, aside)) {
      folder = folder.substring(0, aside) + folder.substring(aside + ASIDE.length());
    }
    return folder + path.substring(name + MARK.length());
  }

  private static boolean stands(TreeSet<String> all, String path) {
    if (all.contains(path)) {
      return true;
    }
    String below = all.ceiling(path + "/");
    return below != null && below.startsWith(path + "/");
  }
}
