package dev.assay.licences.scan;

import dev.assay.model.Subject;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a file's name and folder say about the licences in it.
///
/// @param kind what sort of file it is
/// @param covers what licences in it cover by the file's name; empty when a folder keeps texts for
///   reference
/// @param named whether the name itself says what is covered (`LICENSE-MODEL`)
/// @param scope the folder governed, with a closing `/`; empty for the whole source
public record FileRole(Kind kind, Set<Subject> covers, boolean named, String scope) {
  public FileRole {
    covers = Set.copyOf(covers);
  }

  /// A sort of file.
  public enum Kind {
    LICENCE,
    DOCUMENT,
    MANIFEST,
    OTHER
  }

  /// The role of a file by its path.
  public static FileRole of(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    int slash = path.lastIndexOf('/');
    String folder = governed(slash < 0 ? "" : path.substring(0, slash + 1));
    // A wheel's metadata has a name that says nothing by itself.
    boolean metadata = name.equals("metadata") && path.contains(".dist-info/");
    Kind kind = metadata ? Kind.MANIFEST : kind(name);
    if (kind == Kind.OTHER) {
      return new FileRole(kind, Set.of(Subject.CODE), false, path);
    }
    if (kind == Kind.MANIFEST) {
      return new FileRole(kind, Set.of(Subject.CODE), false, folder);
    }
    if (kind == Kind.DOCUMENT && ofOthers(name)) {
      return new FileRole(kind, Set.of(), false, folder);
    }
    if (kind == Kind.DOCUMENT) {
      return new FileRole(kind, Set.of(Subject.EVERYTHING), false, folder);
    }
    String beside = beside(path);
    if (!beside.isEmpty()) {
      return new FileRole(kind, Set.of(Subject.EVERYTHING), false, beside);
    }
    if (name.startsWith("notice") || name.contains("third") || name.contains("3rd")) {
      // Notices are about bundled parts.
      return new FileRole(kind, Set.of(), false, folder);
    }
    Set<Subject> subjects = subjects(name);
    boolean named = !subjects.isEmpty();
    String last = folder.isEmpty() ? "" : folder.substring(0, folder.length() - 1);
    last = last.substring(last.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (last.contains("licen")) {
      // A folder of licences governs what its own folder holds.
      String parent = folder.substring(0, folder.length() - last.length() - 1);
      Set<Subject> byFolder = subjects(last);
      if (!byFolder.isEmpty() && !named && ofSomething(name)) {
        // `model_licenses/opt_license.txt` is kept for what the name says, not for what is here.
        return new FileRole(kind, Set.of(), false, parent);
      }
      if (!byFolder.isEmpty()) {
        return new FileRole(kind, byFolder, true, parent);
      }
      return named
          ? new FileRole(kind, subjects, true, parent)
          : new FileRole(kind, Set.of(), false, parent);
    }
    return new FileRole(kind, named ? subjects : Set.of(Subject.EVERYTHING), named, folder);
  }

  /// Documents whose licences are those of others' works, or of the document itself: thanks to
  /// others, and rules of conduct, which are nearly always taken from somewhere.
  private static boolean ofOthers(String name) {
    return name.contains("acknowledg")
        || name.startsWith("credits")
        || name.startsWith("attribution")
        || name.contains("third_party")
        || name.contains("third-party")
        || name.contains("thirdparty")
        || name.contains("code_of_conduct")
        || name.contains("code-of-conduct");
  }

  /// The one file that a licence beside it is for, by its name: `weights.bin.license` (REUSE 3),
  /// and `bundle.js.LICENSE.txt`, which bundlers write of what they packed. Empty for any other
  /// name.
  private static String beside(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    for (String tail : new String[] {".license", ".license.txt"}) {
      String file = lower.endsWith(tail) ? path.substring(0, path.length() - tail.length()) : "";
      if (file.indexOf('.', file.lastIndexOf('/') + 2) > 0) {
        return file;
      }
    }
    return "";
  }

  /// The folder that a package's own papers govern: package managers put them in a folder beside
  /// what they are about. Rules: the JAR specification (`META-INF/`); Python's core metadata
  /// (`*.dist-info/`, `*.egg-info/`); Debian Policy 12.5 (`usr/share/doc/PACKAGE/`, and `debian/`
  /// of a source package).
  private static String governed(String folder) {
    int end = folder.length() - 1;
    if (end <= 0) {
      return folder;
    }
    int above = folder.lastIndexOf('/', end - 1) + 1;
    String last = folder.substring(above, end);
    if (last.equals("META-INF")
        || last.equals("debian")
        || last.equals(".reuse")
        || last.endsWith(".dist-info")
        || last.endsWith(".egg-info")) {
      return folder.substring(0, above);
    }
    int info = folder.indexOf(".dist-info/licenses/");
    if (info >= 0) {
      return folder.substring(0, folder.lastIndexOf('/', info) + 1);
    }
    String doc = "usr/share/doc/";
    int at = folder.indexOf(doc);
    boolean installed = at == 0 || at > 0 && folder.charAt(at - 1) == '/';
    return installed && above == at + doc.length() ? folder.substring(0, at) : folder;
  }

  /// What the words of a file or folder name say is covered; empty when they say nothing.
  private static Set<Subject> subjects(String name) {
    EnumSet<Subject> subjects = EnumSet.noneOf(Subject.class);
    for (String word : name.split("[^a-z0-9]+")) {
      switch (word) {
        case "model",
            "models",
            "weight",
            "weights",
            "checkpoint",
            "checkpoints",
            "ckpt",
            "diff",
            "params",
            "parameters" ->
            subjects.add(Subject.WEIGHTS);
        case "code", "software", "src", "source" -> subjects.add(Subject.CODE);
        case "data", "dataset", "datasets", "corpus" -> subjects.add(Subject.DATA);
        case "doc", "docs", "documentation", "paper", "text" -> subjects.add(Subject.DOCUMENTS);
        case "output", "outputs" -> subjects.add(Subject.OUTPUTS);
        default -> {}
      }
    }
    return subjects;
  }

  /// Whether a licence file's name has a word beside those of licences and of endings.
  private static boolean ofSomething(String name) {
    for (String word : name.split("[^a-z0-9]+")) {
      boolean usual =
          word.isEmpty()
              || word.startsWith("licen")
              || word.startsWith("copying")
              || Set.of("txt", "md", "rst", "html", "agreement", "terms", "use", "policy", "the")
                  .contains(word);
      if (!usual) {
        return true;
      }
    }
    return false;
  }

  private static Kind kind(String name) {
    if (manifest(name)) {
      return Kind.MANIFEST;
    }
    boolean source = isSource(name);
    if (!source
        && (name.contains("license")
            || name.contains("licence")
            || name.startsWith("copying")
            || name.startsWith("unlicense")
            || name.startsWith("notice")
            || name.equals("copyright")
            || name.equals("dep5")
            || name.startsWith("eula")
            || name.contains("use_policy")
            || name.contains("use-policy")
            || name.contains("terms_of_use")
            || name.contains("terms-of-use")
            || name.startsWith("terms"))) {
      return Kind.LICENCE;
    }
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot + 1);
    return switch (ending) {
      case "md", "markdown", "rst", "txt", "html", "htm", "adoc", "tex", "mdx", "org" ->
          Kind.DOCUMENT;
      default -> name.startsWith("readme") ? Kind.DOCUMENT : Kind.OTHER;
    };
  }

  /// Whether a licence file has the usual name, with an ending at most: it is the one for
  /// everything here.
  public static boolean plain(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    int dot = name.indexOf('.');
    return switch (dot < 0 ? name : name.substring(0, dot)) {
      case "license", "licence", "licenses", "copying", "unlicense", "copyright" -> true;
      default -> false;
    };
  }

  /// The list of a release's models: `MODEL_ZOO.md`.
  private static final Pattern MODELS =
      Pattern.compile("(?:pre-?trained[-_]?)?models?(?:[-_]?zoo)?\\.(?:md|rst|txt)");

  /// Whether a document speaks for the release: its front page, a card, the list of its models.
  public static boolean speaks(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.startsWith("readme")
        || name.contains("card")
        || name.startsWith("index")
        || MODELS.matcher(name).matches()
        || name.startsWith("terms")
        || name.startsWith("eula")
        || name.contains("use_policy")
        || name.contains("use-policy")
        || name.contains("license")
        || name.contains("licence");
  }

  /// Whether a file is a text among data: what is written in it is said by nobody of the release.
  static boolean isText(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    int slash = lower.lastIndexOf('/');
    int dot = lower.lastIndexOf('.');
    return slash > 0
        && !speaks(path)
        && (dot < slash || TEXTS.contains(lower.substring(dot + 1)))
        && DATA_FOLDER.matcher(lower.substring(0, slash)).find();
  }

  private static final Set<String> TEXTS = Set.of("txt", "tsv", "csv", "jsonl", "conllu", "xml");

  private static final Pattern DATA_FOLDER =
      Pattern.compile("(?:^|/)(?:data|datasets?|corpus|corpora|train|test|dev|valid|raw)(?:/|$)");

  private static final Set<String> SOURCES =
      Set.of(
          "py", "java", "c", "h", "cc", "cpp", "hpp", "cu", "js", "ts", "go", "rs", "rb", "jl", "r",
          "sh", "json", "yaml", "yml", "ipynb", "svg", "png");

  private static boolean isSource(String name) {
    int dot = name.lastIndexOf('.');
    return dot >= 0 && SOURCES.contains(name.substring(dot + 1));
  }

  private static boolean manifest(String name) {
    return switch (name) {
      case "pyproject.toml",
          "setup.py",
          "setup.cfg",
          "package.json",
          "cargo.toml",
          "pom.xml",
          "pkg-info",
          "citation.cff",
          "composer.json",
          "description",
          "project.toml",
          "codemeta.json",
          ".zenodo.json",
          "datapackage.json",
          "dataset_infos.json" ->
          true;
      default ->
          name.endsWith(".gemspec")
              || name.endsWith(".pom")
              || name.endsWith(".spec")
              || name.endsWith(".cabal")
              || name.endsWith(".podspec");
    };
  }
}
