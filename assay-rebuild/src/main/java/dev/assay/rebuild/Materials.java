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
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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
      problems.add(
          what
              + " ("
              + place.describe()
              + ") is not here"
              + (place.maven() != null
                  ? ": it is not in the local Maven repository; get it with your Maven (dependency:get)"
                      + " or give its file with --material "
                      + id
                      + "=FILE"
                  : place.git() != null || place.path() == null
                      ? ": give its file with --material " + id + "=FILE"
                      : ""));
      return false;
    }
    Files.createDirectories(to.getParent());
    try {
      copy(from, place, request.given().containsKey(id), to);
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

  private @Nullable Path find(String id, Recipe.Place place) {
    Path given = request.given().get(id);
    if (given != null) {
      return given;
    }
    if (place.maven() != null) {
      return mavenFile(place.maven());
    }
    return place.git() != null || place.path() == null
        ? null
        : request.release().resolve(place.path());
  }

  /// The file in a local Maven repository: group with slashes, artifact, version, then
  /// `artifact-version.extension`.
  private Path mavenFile(String coordinates) {
    String[] parts = coordinates.split(":", -1);
    String version = parts[parts.length - 1];
    String extension = parts.length == 4 ? parts[2] : "jar";
    return request
        .mavenRepository()
        .resolve(parts[0].replace('.', '/'))
        .resolve(parts[1])
        .resolve(version)
        .resolve(parts[1] + "-" + version + "." + extension);
  }

  private static void copy(Path from, Recipe.Place place, boolean given, Path to)
      throws IOException {
    String name = String.valueOf(from.getFileName());
    String member = place.member();
    if (member != null && isZip(from)) {
      member(from, member, to);
    } else if (given && name.endsWith(".xz") && !place.fileName().endsWith(".xz")) {
      try (InputStream in = new XZInputStream(Files.newInputStream(from))) {
        limited(in, to);
      }
    } else if (given && name.endsWith(".gz") && !place.fileName().endsWith(".gz")) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(from))) {
        limited(in, to);
      }
    } else {
      Folders.copy(from, to);
    }
  }

  private static boolean isZip(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(2);
      return head.length == 2 && head[0] == 'P' && head[1] == 'K';
    }
  }

  /// One member of an archive. A given file may also be the member itself, and then is no archive
  /// or has no such member.
  private static void member(Path archive, String member, Path to) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      ZipEntry entry = zip.getEntry(member);
      if (entry == null) {
        Folders.copy(archive, to);
        return;
      }
      try (InputStream in = zip.getInputStream(entry)) {
        limited(in, to);
      }
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
