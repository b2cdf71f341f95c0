package dev.assay.rebuild;

import dev.assay.rebuild.compare.Digests;
import dev.assay.rebuild.recipe.Recipe;
import dev.assay.rebuild.sandbox.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// Brings materials and subjects together: finds each, copies it into the workspace, and checks the
/// digest of the copy, so that what is used is what was checked.
final class Materials {
  private static final long MOST_UNPACKED = 64L << 30;

  private final RebuildRequest request;
  private final Path inputs;
  private final Path published;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Path> materials = new LinkedHashMap<>();
  private final Map<String, Path> subjects = new LinkedHashMap<>();
  private final List<String> changed = new ArrayList<>();

  /// @param folder holds `in`, which the sandbox sees, and `published`, which it does not
  Materials(RebuildRequest request, Path folder) {
    this.request = request;
    inputs = folder.resolve("in");
    published = folder.resolve("published");
  }

  Path inputs() {
    return inputs;
  }

  /// Where each material lies, relative to {@link #inputs()}.
  Map<String, Path> materials() {
    return materials;
  }

  /// Where each subject lies.
  Map<String, Path> subjects() {
    return subjects;
  }

  /// What is missing or wrong; empty when all is well.
  List<String> problems() {
    return problems;
  }

  /// In an editable copy: materials that are not as the recipe says.
  List<String> changed() {
    return changed;
  }

  void stage() throws IOException {
    Files.createDirectories(inputs);
    Files.createDirectories(published);
    for (Recipe.Subject s : request.recipe().subjects()) {
      Path to = published.resolve(s.id()).resolve(s.place().fileName());
      if (bring(s.id(), "the published " + s.id(), s.place(), s.digest(), to)) {
        subjects.put(s.id(), to);
      }
    }
    for (Recipe.Material m : request.recipe().materials()) {
      Path to = inputs.resolve(m.id()).resolve(m.place().fileName());
      if (bring(m.id(), "the material " + m.id(), m.place(), m.digest(), to)) {
        materials.put(m.id(), inputs.relativize(to));
      }
    }
  }

  private boolean bring(
      String id, String what, Recipe.Place place, Recipe.@Nullable Expected digest, Path to)
      throws IOException {
    Path from = find(id, place);
    if (from == null || !Files.exists(from)) {
      problems.add(what + " (" + place.describe() + ") is not here" + remedy(id, place));
      return false;
    }
    Files.createDirectories(to.getParent());
    try {
      copy(from, place, to);
    } catch (IOException e) {
      problems.add(what + " cannot be read: " + e.getMessage());
      return false;
    }
    if (digest == null) {
      return true;
    }
    String is = Digests.of(digest.algorithm(), to);
    if (!is.equals(digest.value())) {
      String says = digest.algorithm().key() + " is " + is + ", not " + digest.value();
      if (!request.recipe().edited()) {
        problems.add(what + " is not what the recipe means: its " + says);
        return false;
      }
      changed.add(id);
    }
    return true;
  }

  private static String remedy(String id, Recipe.Place place) {
    if (place.isOwn()) {
      return "; where it lies elsewhere, name it with --material " + id + "=FILE";
    }
    String how =
        place.maven() != null
            ? ": it is not in the local Maven repository; get it with your Maven (dependency:get)"
            : place.npm() != null
                ? ": get it with 'npm pack " + place.npm() + "'"
                : place.debian() != null
                    ? ": get it with 'apt-get download' or 'apt-get source --download-only'"
                    : "";
    return how
        + (how.isEmpty() ? ": give " : ", and give ")
        + "its file with --material "
        + id
        + "=FILE or its folder with --materials FOLDER";
  }

  private @Nullable Path find(String id, Recipe.Place place) {
    Path given = request.given().get(id);
    if (given != null) {
      return given;
    }
    if (place.maven() != null && Files.exists(mavenFile(place.maven()))) {
      return mavenFile(place.maven());
    }
    boolean own = place.isOwn();
    Path downloads = request.downloads();
    if (downloads != null && !own) {
      for (String ending : List.of("", ".xz", ".gz")) {
        Path file = downloads.resolve(place.archiveName() + ending);
        if (Files.isRegularFile(file)) {
          return file;
        }
      }
    }
    return own ? request.release().resolve(String.valueOf(place.path())) : null;
  }

  private Path mavenFile(String coordinates) {
    return new MavenPlaces(request.mavenRepository()).file(coordinates);
  }

  private static void copy(Path from, Recipe.Place place, Path to) throws IOException {
    String name = String.valueOf(from.getFileName());
    String member = place.member();
    if (member != null && Files.isRegularFile(from) && Unpacking.take(from, member, to)) {
      return;
    }
    // A file that was packed on its way here.
    boolean elsewhere = !place.isOwn();
    if (elsewhere && name.endsWith(".xz") && !place.fileName().endsWith(".xz")) {
      try (InputStream in = new XZInputStream(Files.newInputStream(from))) {
        limited(in, to);
      }
    } else if (elsewhere && name.endsWith(".gz") && !place.fileName().endsWith(".gz")) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(from))) {
        limited(in, to);
      }
    } else {
      // A given file may also be the member itself.
      Folders.copy(from, to);
    }
  }

  /// The SHA-256 of a file as a recipe would use it: unpacked where it was packed on its way here.
  ///
  /// @param name what the recipe calls it
  static String digestAsUsed(Path file, String name) throws IOException {
    Path folder = Files.createTempDirectory("assay-draft");
    try {
      Path copy = folder.resolve("copy");
      copy(file, new Recipe.Place(null, null, null, null, null, name, null), copy);
      return Digests.sha256(copy);
    } finally {
      Folders.remove(folder);
    }
  }

  private static void limited(InputStream in, Path to) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = MOST_UNPACKED;
    try (OutputStream out = Files.newOutputStream(to)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        left -= n;
        if (left < 0) {
          throw new IOException("unpacks to more than " + MOST_UNPACKED + " bytes");
        }
        out.write(buffer, 0, n);
      }
    }
  }
}
