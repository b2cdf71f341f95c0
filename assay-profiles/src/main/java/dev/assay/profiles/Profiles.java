package dev.assay.profiles;

import dev.assay.io.Prepared;
import dev.assay.model.Assessment;
import dev.assay.model.ProfileVerdict;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Published definitions of open, computed from an assessment's findings. Immutable: {@link #with}
/// gives another.
public final class Profiles {
  /// The definitions that come with Assay, in the order of reports. Each is a file; adding one is a
  /// line.
  private static final List<String> FILES =
      List.of(
          "mof-1.0.yaml",
          "osaid-1.0.yaml",
          "osai-index.yaml",
          "eu-ai-act.yaml",
          "os-ai-map.yaml",
          "debian-ml.yaml",
          "red-hat.yaml");

  private final List<ProfileFile.Loaded> loaded;

  private Profiles(List<ProfileFile.Loaded> loaded) {
    this.loaded = List.copyOf(loaded);
  }

  /// The definitions that come with Assay.
  public static Profiles builtIn() {
    return BuiltIn.ALL;
  }

  /// Read once for a process, when first asked for.
  private static final class BuiltIn {
    private static final Profiles ALL = load();
  }

  /// What {@link Prepared} holds of this module, by name.
  public static Map<String, byte[]> prepared() {
    var names = new ArrayList<>(FILES);
    names.add(LicenceSets.FILE);
    names.add(Gaps.FILE);
    return Map.of(Resources.PREPARED, Resources.prepared(names));
  }

  private static Profiles load() {
    LicenceSets sets = LicenceSets.builtIn();
    return new Profiles(
        FILES.stream().map(f -> ProfileFile.read(Resources.tree(f), sets)).toList());
  }

  /// What came of loading a definition.
  public sealed interface Loading {}

  /// These definitions and the one of the file.
  public record Added(Profiles profiles, String id) implements Loading {}

  /// The file is no definition.
  ///
  /// @param reason one line, with line and column
  public record Refused(String reason) implements Loading {}

  /// These definitions and that of a user's file, which takes the place of one with the same
  /// identifier.
  ///
  /// @throws IOException when the file cannot be read
  public Loading with(Path file) throws IOException {
    try {
      return with(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      return new Refused(file + ": is not UTF-8");
    }
  }

  /// The same from a text.
  public Loading with(String file, String text) {
    try {
      ProfileFile.Loaded added =
          ProfileFile.read(YamlTree.parse(file, text), LicenceSets.builtIn());
      String id = added.profile().name().id();
      var all = new ArrayList<>(loaded);
      all.removeIf(l -> l.profile().name().id().equals(id));
      all.add(added);
      return new Added(new Profiles(all), id);
    } catch (BadFile e) {
      return new Refused(e.line());
    }
  }

  /// The identifiers, in the order of reports.
  public List<String> ids() {
    return loaded.stream().map(l -> l.profile().name().id()).toList();
  }

  /// The identifier that somebody means: itself, or the only one whose first word, or whose
  /// beginning, it is; `mof` is `mof-1.0`.
  public Optional<String> named(String name) {
    if (ids().contains(name)) {
      return Optional.of(name);
    }
    List<String> words = ids().stream().filter(id -> id.startsWith(name + "-")).toList();
    List<String> beginnings = ids().stream().filter(id -> id.startsWith(name)).toList();
    return words.size() == 1
        ? Optional.of(words.getFirst())
        : beginnings.size() == 1 ? Optional.of(beginnings.getFirst()) : Optional.empty();
  }

  /// The verdict of each, in the order of reports.
  ///
  /// @param assessment with everything but the profiles
  public List<ProfileVerdict> of(Assessment assessment) {
    return loaded.stream().map(l -> l.profile().verdict(new Facts(assessment, l.sets()))).toList();
  }

  Optional<ProfileFile.Loaded> loaded(String id) {
    return loaded.stream().filter(l -> l.profile().name().id().equals(id)).findFirst();
  }
}
