package dev.assay.io;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Packages that repeat the licence of the release that they lie in, and so are a part of it: what
/// a release took over from others brings licences that name other holders.
public final class RepeatedLicences {
  /// A longer licence is a standard text that names nobody.
  private static final long NAMES_ITS_HOLDER = 3_000;

  private static final Set<String> PLAIN = Set.of("license", "licence", "copying");

  private static final Set<String> ENDINGS = Set.of("", ".md", ".txt", ".rst");

  private RepeatedLicences() {}

  /// Whether a file is named as a licence is. A program that is called so (`license_plates.py`) is
  /// none.
  public static boolean isLicence(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return PLAIN.stream().anyMatch(lower::startsWith) && !lower.endsWith(".py");
  }

  /// Whether each licence file of a folder stands at the root of its source too, with the same
  /// size, and one of them is short enough to name its holder. One that is named for somebody
  /// (`LICENSE.harbour`) speaks of what was taken from there, beside the folder's own; the root may
  /// name its own by the licence (`LICENSE-MIT`).
  ///
  /// @param licences the files of all folders that are named as licences are
  public static boolean asAtTheRoot(String folder, List<FileEntry> licences) {
    List<FileEntry> there = licences.stream().filter(e -> e.folder().equals(folder)).toList();
    List<FileEntry> plain = there.stream().filter(e -> isPlain(e.name())).toList();
    List<FileEntry> own = plain.isEmpty() ? there : plain;
    return own.stream().anyMatch(e -> e.size() >= 0 && e.size() < NAMES_ITS_HOLDER)
        && own.stream()
            .allMatch(e ->
                licences.stream()
                    .anyMatch(r ->
                        r.folder().isEmpty()
                            && r.source().equals(e.source())
                            && r.size() == e.size()));
  }

  /// Whether a licence file's name says nothing more.
  private static boolean isPlain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int dot = lower.indexOf('.');
    return PLAIN.contains(dot < 0 ? lower : lower.substring(0, dot))
        && ENDINGS.contains(dot < 0 ? "" : lower.substring(dot));
  }
}
