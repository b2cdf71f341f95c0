package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import dev.assay.io.CopiedFrameworks;
import dev.assay.io.FileEntry;
import dev.assay.io.RepeatedLicences;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Mention;
import dev.assay.model.Order;
import dev.assay.model.Qualifier;
import dev.assay.model.Span;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The release as the judges see it: code, names, and what the documents say.
///
/// @param code source files and notebooks outside tests, vendored trees and documents
/// @param all every file that was recognised
/// @param listing every name
/// @param mentions what the documents say
/// @param vendored folders that are third-party trees
/// @param documents the release's own documents, with their lines
/// @param modules which of the code's files import which
record Tree(
    List<CodeFile> code,
    List<CodeFile> all,
    List<FileEntry> listing,
    List<Mention> mentions,
    Set<String> vendored,
    Map<CodeFile, List<Started>> documents,
    Modules modules) {

  static Tree of(List<CodeFile> files, List<FileEntry> listing, List<Mention> mentions) {
    Set<String> vendored = vendoredFolders(listing);
    List<CodeFile> sorted =
        files.stream()
            .sorted(
                Order.both(
                    Order.of((CodeFile f) -> f.file().source()),
                    Order.of((CodeFile f) -> f.file().path())))
            .toList();
    List<CodeFile> code =
        sorted.stream()
            .filter(f -> !f.in(Zone.TEST) && !f.in(Zone.VENDORED) && !f.inDocument())
            .filter(f -> !inside(f.file().path(), vendored) && !hidden(f.file().path()))
            .toList();
    Map<CodeFile, List<Started>> documents = new LinkedHashMap<>();
    for (CodeFile f : sorted) {
      if (f.excerpt() != null
          && Language.of(f.file().name()) == Language.MARKDOWN
          && !f.in(Zone.TEST)
          && !f.in(Zone.VENDORED)
          && !inside(f.file().path(), vendored)) {
        documents.put(f, Started.in(f));
      }
    }
    return new Tree(
        code,
        sorted,
        listing,
        mentions,
        vendored,
        Collections.unmodifiableMap(documents),
        new Modules(code));
  }

  /// A folder with a dot builds and checks the code.
  private static boolean hidden(String path) {
    return path.indexOf('/') > 0 && (path.startsWith(".") || path.contains("/."));
  }

  private static final Set<String> LIBRARIES =
      Set.of(
          "transformers",
          "trl",
          "opencompass",
          "lm_eval",
          "lm-evaluation-harness",
          "fastchat_vendor",
          "detectron2",
          "mmcv",
          "mmseg",
          "mmdet",
          "mmpose",
          "human_eval",
          "human-eval",
          "bigcode-evaluation-harness",
          "apex",
          "peft");

  /// Those of them that measure models.
  private static final Set<String> HARNESSES =
      Set.of(
          "opencompass",
          "lm_eval",
          "lm-evaluation-harness",
          "human_eval",
          "human-eval",
          "bigcode-evaluation-harness");

  /// Those that only put something on the networks of others.
  private static final Set<String> ON_NETWORKS = Set.of("trl", "apex", "peft");

  /// Whether a copied tree is a harness for the evaluation of models, or is named for that.
  static boolean isHarness(String folder) {
    String name = folder.substring(folder.lastIndexOf('/') + 1);
    return HARNESSES.contains(name)
        || Zones.words(name).stream().anyMatch(w -> w.startsWith("eval"));
  }

  /// Whether a copied tree is one of a library that has no networks of its own.
  static boolean withoutNetworks(String folder) {
    String name = folder.substring(folder.lastIndexOf('/') + 1);
    return HARNESSES.contains(name) || ON_NETWORKS.contains(name);
  }

  /// A folder below the root that brings its own licence and its own packaging is somebody else's
  /// tree, and so is one with the name of a well-known library beside other code. A package that
  /// repeats the root's own licence files is a part of the same release.
  private static Set<String> vendoredFolders(List<FileEntry> listing) {
    List<FileEntry> licences =
        listing.stream().filter(e -> RepeatedLicences.isLicence(e.name())).toList();
    Set<String> licensed =
        licences.stream().map(FileEntry::folder).collect(Collectors.toUnmodifiableSet());
    Set<String> packaged = new HashSet<>();
    Set<String> found = new HashSet<>();
    boolean rootPackage = false;
    for (FileEntry e : listing) {
      String folder = e.folder();
      String name = e.name();
      if (name.equals("setup.py") || name.equals("pyproject.toml") || name.equals("setup.cfg")) {
        packaged.add(folder);
        rootPackage |= folder.isEmpty();
      } else if (name.equals("CMakeLists.txt") || name.equals("Cargo.toml")) {
        packaged.add(folder);
      }
    }
    for (String folder : packaged) {
      if (!folder.isEmpty()
          && licensed.contains(folder)
          && (CopiedFrameworks.isNamed(folder) || !holdsNearlyAll(folder, listing))
          && !RepeatedLicences.asAtTheRoot(folder, licences)) {
        found.add(folder);
      }
    }
    for (FileEntry e : listing) {
      String folder = e.folder();
      int depth = 0;
      for (int at = 0; at >= 0 && at < folder.length(); depth++) {
        int end = folder.indexOf('/', at);
        String part = folder.substring(at, end < 0 ? folder.length() : end);
        if (LIBRARIES.contains(part) && !(rootPackage && depth == 0)) {
          found.add(end < 0 ? folder : folder.substring(0, end));
        }
        at = end < 0 ? -1 : end + 1;
      }
    }
    return found;
  }

  /// A tree that holds nearly all of the code is the release's own, whatever it brings along.
  private static boolean holdsNearlyAll(String folder, List<FileEntry> listing) {
    long outside =
        listing.stream()
            .filter(e -> isSource(e.name()) && !e.path().startsWith(folder + "/"))
            .filter(e -> !Zones.vendored(e.path()))
            .limit(5)
            .count();
    return outside < 5;
  }

  private static final Set<String> SOURCES =
      Set.of(".py", ".m", ".lua", ".jl", ".r", ".R", ".cpp", ".cc", ".c", ".cu", ".java");

  private static boolean isSource(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && SOURCES.contains(name.substring(dot));
  }

  static boolean inside(String path, Set<String> folders) {
    if (folders.isEmpty()) {
      return false;
    }
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (folders.contains(path.substring(0, slash))) {
        return true;
      }
    }
    return false;
  }

  /// The names of the Python sources and scripts that are listed outside the trees of other people.
  Set<String> programs() {
    Set<String> names = new HashSet<>();
    for (FileEntry e : listing) {
      boolean program = e.path().endsWith(".py") || e.path().endsWith(".sh");
      if (program && !inside(e.path(), vendored) && !Zones.vendored(e.path())) {
        names.add(e.name());
      }
    }
    return names;
  }

  /// The best mention of a component that stands for a state of its own.
  Optional<Mention> mention(Component component) {
    Mention best = null;
    for (Mention m : mentions) {
      if (m.component() == component && (best == null || rank(m) < rank(best))) {
        best = m;
      }
    }
    return Optional.ofNullable(best);
  }

  private static int rank(Mention m) {
    return m.qualifiers().contains(Qualifier.OF_BASE)
        ? 10 + m.state().ordinal()
        : m.state().ordinal();
  }

  /// Evidence for a name in the listing.
  Evidence listed(FileEntry e) {
    return new Evidence(e.source(), e.path(), new Span.Listing(), "", null);
  }

  /// The submodules whose path fits.
  List<Evidence> submodules(Predicate<String> path) {
    return listing.stream()
        .filter(e -> e.kind() == FileEntry.Kind.SUBMODULE && path.test(e.path()))
        .map(this::listed)
        .toList();
  }
}
