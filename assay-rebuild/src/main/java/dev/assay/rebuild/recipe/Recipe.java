package dev.assay.rebuild.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How published weights are made again: `assay-rebuild.yaml`. `docs/reference/recipe.md` says what
/// each key means.
///
/// @param name the model's name
/// @param edited whether this is an editable copy: digests of materials may be missing, and nothing
///   built from it counts as a rebuild of the release
/// @param subjects what was published
/// @param materials what goes in
/// @param files small files that are written for each run, such as a configuration with its
///   parameters
/// @param environment what it has to run in
/// @param parameters settings, declared against used
/// @param run the command and its arguments; never given to a shell
/// @param outputs what comes out
/// @param limits what it may use up
/// @param probe how behaviour is compared; null when it is not
public record Recipe(
    String name,
    boolean edited,
    List<Subject> subjects,
    List<Material> materials,
    List<Written> files,
    Environment environment,
    Map<String, Parameter> parameters,
    List<String> run,
    List<Output> outputs,
    Limits limits,
    @Nullable Probe probe) {
  public Recipe {
    subjects = List.copyOf(subjects);
    materials = List.copyOf(materials);
    files = List.copyOf(files);
    parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    run = List.copyOf(run);
    outputs = List.copyOf(outputs);
  }

  /// The subject of this identifier.
  public Optional<Subject> subject(String id) {
    return subjects.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /// The values that a run takes.
  ///
  /// @param declared whether to take what the release declares where that differs from what is
  ///   known to give its weights
  public Map<String, String> values(boolean declared) {
    Map<String, String> values = new LinkedHashMap<>();
    parameters.forEach((key, p) -> {
      String stated = p.declared();
      values.put(key, declared && stated != null ? stated : p.used());
    });
    return values;
  }

  /// Where bytes are to be had.
  ///
  /// @param path a path relative to the release; null otherwise
  /// @param maven `group:artifact:version` or `group:artifact:extension:version`; null otherwise
  /// @param git a repository as `owner/name`, whose file at `revision` and `path` it is; null
  ///   otherwise
  /// @param revision the tag or commit for `git`; null otherwise
  /// @param npm a package as `name@version`; null otherwise
  /// @param debian the name of a file in Debian's archive, a package or a part of a source package;
  ///   null otherwise
  /// @param member a path, of a file or a folder, inside the archive that the place names; null
  ///   when it is the file itself
  public record Place(
      @Nullable String path,
      @Nullable String maven,
      @Nullable String git,
      @Nullable String revision,
      @Nullable String npm,
      @Nullable String debian,
      @Nullable String member) {

    /// For reports: where it comes from.
    public String describe() {
      String where;
      if (maven != null) {
        where = "maven:" + maven;
      } else if (git != null) {
        where =
            "git:"
                + git
                + (revision == null ? "" : "@" + revision)
                + (path == null ? "" : ":" + path);
      } else if (npm != null) {
        where = "npm:" + npm;
      } else if (debian != null) {
        where = "debian:" + debian;
      } else {
        where = String.valueOf(path);
      }
      return member == null ? where : where + "!/" + member;
    }

    /// Whether it is a file or folder of the release itself, or beside the recipe.
    public boolean isOwn() {
      return path != null && git == null;
    }

    /// What the file that holds it is usually called, before anything is taken out of it.
    public String archiveName() {
      if (maven != null) {
        String[] parts = maven.split(":", -1);
        String extension = parts.length == 4 ? parts[2] : "jar";
        return parts[1] + "-" + parts[parts.length - 1] + "." + extension;
      }
      if (npm != null) {
        // As `npm pack` calls it: `@scope/name@1.0` becomes `scope-name-1.0.tgz`.
        int at = npm.lastIndexOf('@');
        String name = npm.substring(npm.startsWith("@") ? 1 : 0, at).replace('/', '-');
        return name + "-" + npm.substring(at + 1) + ".tgz";
      }
      String last = debian != null ? debian : path != null ? path : describe();
      return last.substring(last.lastIndexOf('/') + 1);
    }

    /// The last part of the path, which the file is called in the sandbox.
    public String fileName() {
      return member == null ? archiveName() : member.substring(member.lastIndexOf('/') + 1);
    }
  }

  /// The digest that bytes must have.
  ///
  /// @param algorithm which
  /// @param value lower-case hexadecimal
  public record Expected(Algorithm algorithm, String value) {
    /// How a digest is taken.
    public enum Algorithm {
      SHA256("sha256", 64),
      /// Git's object id of a file: SHA-1 over `blob`, its length, a zero byte and its bytes.
      GIT_BLOB("git-blob", 40),
      /// A folder: SHA-256 over a line for each file, sorted by path: its SHA-256, two spaces, its
      /// path, a line feed.
      TREE_SHA256("tree-sha256", 64);

      private final String key;
      private final int digits;

      Algorithm(String key, int digits) {
        this.key = key;
        this.digits = digits;
      }

      /// The key in a recipe.
      public String key() {
        return key;
      }

      int digits() {
        return digits;
      }
    }
  }

  /// What was published.
  ///
  /// @param id its name in this recipe
  /// @param place where it is to be had
  /// @param digest what it must have; null only in an editable copy
  public record Subject(String id, Place place, @Nullable Expected digest) {}

  /// What goes in.
  ///
  /// @param id its name in this recipe: `${id}` in a command is where it lies
  /// @param place where it is to be had
  /// @param digest what it must have; null only in an editable copy
  /// @param role what it is for, in the words of the components (`training-data`)
  /// @param licence its licence, as an SPDX expression; `NOASSERTION` when not stated
  /// @param substitutes for something taken in the place of the release's own: what, and why; null
  ///   otherwise
  public record Material(
      String id,
      Place place,
      @Nullable Expected digest,
      String role,
      String licence,
      @Nullable String substitutes) {}

  /// A small file that is written for each run.
  ///
  /// @param id its name in this recipe: `${id}` in a command is where it lies
  /// @param name what the file is called
  /// @param text what it says, with `${name}` for parameters
  public record Written(String id, String name, String text) {}

  /// A setting.
  ///
  /// @param declared what the release says; null where it says nothing
  /// @param source where it says so; empty where it says nothing
  /// @param used what is used
  /// @param basis why that
  public record Parameter(@Nullable String declared, String source, String used, Basis basis) {}

  /// Why a setting has its value.
  public enum Basis {
    /// The release says so.
    DECLARED("declared"),
    /// The release says nothing; this is the default of its program or the only sensible value.
    COMPLETED("completed"),
    /// The release says otherwise or nothing, and this was found by comparing with its weights.
    RECOVERED("recovered"),
    /// Said to have no influence on the result.
    FREE("free"),
    /// Chosen by whoever runs it.
    SUBSTITUTED("substituted");

    private final String key;

    Basis(String key) {
      this.key = key;
    }

    /// The word in a recipe.
    public String key() {
      return key;
    }
  }

  /// What it has to run in.
  ///
  /// @param jdk the lowest version of the JDK, or 0 where any will do or none is needed
  /// @param variables environment variables beside the fixed ones
  public record Environment(int jdk, Map<String, String> variables) {
    public Environment {
      variables = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }
  }

  /// What comes out.
  ///
  /// @param path relative to `${out}`: a file, or a folder whose files are compared one by one
  /// @param compareTo the identifier of a subject
  /// @param only for a folder: the ending of the names of the files that are compared; empty for
  ///   all
  /// @param clock fields that may differ because they hold the time of the build or an order that
  ///   has no meaning: `FILE#FIELD`
  public record Output(String path, String compareTo, String only, List<String> clock) {
    public Output {
      clock = List.copyOf(clock);
    }
  }

  /// What a run may use up.
  ///
  /// @param wallSeconds time by the clock
  /// @param cpuSeconds time of each process on a processor
  /// @param memoryBytes memory of all its processes together
  /// @param processes processes and threads at once
  /// @param diskBytes bytes it may write
  public record Limits(
      long wallSeconds, long cpuSeconds, long memoryBytes, int processes, long diskBytes) {
    /// Where a recipe states none.
    public static final Limits DEFAULT = new Limits(3600, 4 * 3600, 4L << 30, 512, 4L << 30);
  }

  /// How behaviour is compared: the command is run with the published and with the rebuilt weights
  /// as `${model}`, and the lines that it prints are compared one by one.
  ///
  /// @param run the command
  /// @param baseline what the agreement is to be read against, in words
  public record Probe(List<String> run, String baseline) {
    public Probe {
      run = List.copyOf(run);
    }
  }
}
