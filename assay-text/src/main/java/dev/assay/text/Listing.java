package dev.assay.text;

import dev.assay.io.CopiedFrameworks;
import dev.assay.io.FileEntry;
import dev.assay.io.RepeatedLicences;
import dev.assay.model.Evidence;
import dev.assay.model.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The names of all sources, with what their places say, for the judges.
final class Listing {
  private final List<Named> files;
  private final Set<String> embedded;
  private final Splits splits;

  /// A listed file and its place.
  record Named(FileEntry entry, Place place) {}

  private Listing(List<Named> files, Set<String> embedded, Splits splits) {
    this.files = files;
    this.embedded = embedded;
    this.splits = splits;
  }

  static Listing of(List<FileEntry> entries) {
    List<Named> files = new ArrayList<>(entries.size());
    Splits splits = Splits.of(entries);
    for (FileEntry entry : entries) {
      boolean file = entry.kind() == FileEntry.Kind.FILE || entry.kind() == FileEntry.Kind.LISTED;
      if (file) {
        Place place = Place.of(entry.path());
        boolean tests = place.inTests() && !splits.inPart(entry.path());
        if (!place.vendored() && !tests) {
          files.add(new Named(entry, place));
        }
      }
    }
    return new Listing(files, embedded(files), splits);
  }

  /// Folders that hold a project of their own inside another: with a licence and a build file or a
  /// README of their own, where the root has a README or a licence too. What their documents say is
  /// about them.
  private static Set<String> embedded(List<Named> files) {
    Set<String> licensed = new HashSet<>();
    Set<String> built = new HashSet<>();
    boolean root = false;
    for (Named named : files) {
      String name = named.entry().name().toLowerCase(Locale.ROOT);
      boolean licence = RepeatedLicences.isLicence(name);
      boolean build =
          switch (name) {
            case "setup.py", "pyproject.toml", "setup.cfg", "cargo.toml", "package.json" -> true;
            case "cmakelists.txt" -> CopiedFrameworks.isNamed(named.entry().folder());
            // Beside each other at the top stand the parts of one release.
            default -> name.startsWith("readme.") && named.entry().folder().indexOf('/') > 0;
          };
      if (named.place().depth() == 0) {
        root |= licence || name.startsWith("readme");
      } else if (licence) {
        licensed.add(named.entry().folder());
      } else if (build) {
        built.add(named.entry().folder());
      }
    }
    licensed.retainAll(built);
    List<FileEntry> licences =
        files.stream().map(Named::entry).filter(e -> RepeatedLicences.isLicence(e.name())).toList();
    licensed.removeIf(folder -> RepeatedLicences.asAtTheRoot(folder, licences));
    return root && !isOfParts(files) ? licensed : Set.of();
  }

  /// Whether a release is made of parts of equal rank: all its programs lie in several folders, and
  /// each of these has a README of its own. What a release took over lies beside what it made.
  private static boolean isOfParts(List<Named> files) {
    Set<String> programs = new HashSet<>();
    Set<String> told = new HashSet<>();
    for (Named named : files) {
      String path = named.entry().path();
      int slash = path.indexOf('/');
      String top = slash < 0 ? "" : path.substring(0, slash);
      if (named.entry().folder().equals(top) && named.entry().name().equals("setup.py")) {
        // What is installed by itself is a package that another project gives out.
        return false;
      }
      switch (named.place().extension()) {
        case "py", "ipynb", "sh" -> programs.add(top);
        case "md", "rst" -> {
          if (named.entry().folder().equals(top)
              && named.entry().name().toLowerCase(Locale.ROOT).startsWith("readme.")) {
            told.add(top);
          }
        }
        default -> {}
      }
    }
    return programs.size() >= PARTS && !programs.contains("") && told.containsAll(programs);
  }

  /// Fewer folders may be the release's own and one that it took over.
  private static final int PARTS = 3;

  /// Whether a path lies in a project inside the project.
  boolean embedded(String path) {
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      if (embedded.contains(path.substring(0, slash))) {
        return true;
      }
    }
    return false;
  }

  /// The parts of data sets among the folders.
  Splits splits() {
    return splits;
  }

  List<Named> files() {
    return files;
  }

  Evidence evidence(FileEntry entry) {
    return new Evidence(entry.source(), entry.path(), new Span.Listing(), "", null);
  }
}
