package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.GivenOptions;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import dev.assay.io.FileEntry;
import dev.assay.io.RepeatedLicences;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/// Where a release names fine-tuning as a use of its training loop: files, settings, options of the
/// programs that train, sentences.
final class NamedTuning {
  private static final List<String> WORDS = List.of("finetun", "fine_tun", "fine-tun");

  /// What stands in a line that declares an option.
  private static final List<String> DECLARES =
      List.of("add_argument(", "add_arg(", "help=", "DEFINE_", ".option(", "metadata=");

  /// A longer line, or call, declares no option.
  private static final int LONGEST = 1_000;

  /// What stands in a line that declares a switch, which takes no weights.
  private static final List<String> SWITCHES =
      List.of("store_true", "store_false", "is_flag", "type=bool", "_bool(");

  /// What names a file of weights where it stands behind "pretrain".
  private static final Set<String> FILES =
      Set.of("model", "ckpt", "checkpoint", "weight", "weights", "path", "dir", "from", "g");

  private NamedTuning() {}

  /// The places, a few of each kind.
  ///
  /// @param programs those that start the training loop, and what they import
  static List<Evidence> in(Tree tree, Collection<CodeFile> programs) {
    List<Evidence> named = new ArrayList<>();
    for (FileEntry e : tree.listing()) {
      // What is called "fine-tuned" came out of it somewhere.
      if (names(e.path().replace("tuned", ""))
          && named.size() < 3
          && !Zones.of(e.path()).contains(Zone.TEST)
          && !Tree.inside(e.path(), tree.vendored())
          && !(isPage(e.path()) && records(e.path()))) {
        named.add(tree.listed(e));
      }
    }
    for (CodeFile f : tree.code()) {
      boolean recipe = f.language() == Language.CONFIGURATION && !f.in(Zone.EVALUATION);
      if (recipe && named.size() < 3) {
        f.shape().names().stream()
            .filter(n -> n.value().length() > 1 && GivenOptions.NAMES.contains(n.name()))
            .filter(n -> !n.value().equals("null") && !n.value().equals("false"))
            .filter(n -> !(n.name().startsWith("base_model") && networkAlone(n.value())))
            .findFirst()
            .ifPresent(n -> named.add(f.evidence(n.offset())));
      }
    }
    named.addAll(LoadedRecipes.in(tree.code()));
    named.addAll(LaterStages.in(tree, programs));
    var mentioned = new TuningMentioned(tree);
    programs.stream()
        .filter(f -> f.excerpt() == null && !f.in(Zone.EVALUATION))
        .limit(60)
        .forEach(f -> option(f, named, mentioned));
    for (CodeFile f : tree.all()) {
      if (named.size() < 4
          && f.excerpt() != null
          && Language.of(f.file().name()) == Language.MARKDOWN
          && !RepeatedLicences.isLicence(f.file().name())
          && !records(f.file().path())
          && !Tree.inside(f.file().path(), tree.vendored())) {
        Evidence sentence = TuningSentences.in(f.file());
        if (sentence != null) {
          named.add(sentence);
        }
      }
    }
    if (named.isEmpty()) {
      notebooks(tree, programs, named);
    }
    tree.mentions().stream()
        .filter(m -> m.component() == Component.FINE_TUNING_CODE)
        .limit(2)
        .forEach(m -> named.add(m.evidence()));
    return named;
  }

  /// So many notebooks that train are read, and none that is longer.
  private static final int NOTEBOOKS = 20;

  private static final int LONGEST_NOTEBOOK = 1_000_000;

  /// A notebook that trains, by a loop of its own or by starting a program, may say in its prose
  /// that it trains on. Asked where nothing else does.
  private static void notebooks(Tree tree, Collection<CodeFile> programs, List<Evidence> named) {
    tree.code().stream()
        .filter(f -> f.notebook() && f.file().text().length() < LONGEST_NOTEBOOK)
        .filter(f -> !f.in(Zone.EVALUATION) && (Loops.isLoop(f) || startsOne(f, programs)))
        .limit(NOTEBOOKS)
        .forEach(f -> {
          Evidence sentence = named.size() < 2 ? TuningSentences.in(f.file()) : null;
          if (sentence != null) {
            named.add(sentence);
          }
        });
  }

  private static boolean startsOne(CodeFile notebook, Collection<CodeFile> programs) {
    return notebook.shape().launches().stream()
        .map(TrainingCommands::program)
        .anyMatch(name -> programs.stream().anyMatch(p -> p.file().path().endsWith(name)));
  }

  /// Words of the names of pages that record what was done, thought of, changed or told elsewhere.
  private static final Set<String> RECORDS =
      Set.of(
          "changelog",
          "changes",
          "history",
          "historical",
          "news",
          "release",
          "releases",
          "diary",
          "journal",
          "log",
          "notes",
          "blog",
          "roadmap",
          "todo",
          "archive",
          "theory",
          "plan",
          "plans",
          "slides",
          "presentation");

  private static boolean isPage(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.endsWith(".md") || lower.endsWith(".rst") || lower.endsWith(".txt");
  }

  /// Whether a page is one of those, and no guide to the programs.
  private static boolean records(String path) {
    return Zones.words(path).stream().anyMatch(RECORDS::contains);
  }

  /// Whether a value is the customary name of a kind of network, letters and numbers such as
  /// `VGG16` or `small_net`. Weights have an owner, a version or a place: `acme/net`, `net-v1.0`,
  /// `kept.pt`.
  private static boolean networkAlone(String value) {
    return KIND.matcher(value).matches();
  }

  private static final Pattern KIND = Pattern.compile("[\"']?[A-Za-z]\\w{2,40}[\"']?");

  /// An option of a program whose name or help names fine-tuning as an act, or that takes weights
  /// to begin with.
  ///
  /// @param mentioned whether the release speaks of tuning anywhere
  private static void option(CodeFile program, List<Evidence> named, BooleanSupplier mentioned) {
    String code = program.code();
    int at = 0;
    while (at < code.length()) {
      int end = statementEnd(code, at);
      // How a call is broken into lines says nothing.
      String line = code.substring(at, end).replace('\n', ' ');
      boolean declares =
          line.length() < LONGEST
              && DECLARES.stream().anyMatch(line::contains)
              && !comment(line)
              && !setting(line);
      boolean names =
          isGivenParameter(line)
              || declares
                  && (names(line.replace("tuned", "")) || begins(line) && mentioned.getAsBoolean())
              || isGivenField(line);
      if (names && named.size() < 4) {
        // Of a call over several lines, the one with its name.
        int quote = first(code, at);
        named.add(program.evidence(quote < 0 || quote > end ? at : quote));
        return;
      }
      at = end + 1;
    }
  }

  /// Whether what is declared is a setting of a run: the rounds of a second stage.
  private static boolean setting(String line) {
    return TrainingCommands.setting(quoted(line, line.indexOf('(')).replaceFirst("^-+", ""));
  }

  /// Where the line ends that begins at a place, and with it the lines below that its brackets hold
  /// together; a line alone where these do not close within {@value #LONGEST} characters.
  private static int statementEnd(String code, int from) {
    int line = code.indexOf('\n', from);
    int end = line < 0 ? code.length() : line;
    int open = 0;
    for (int i = from; i < code.length() && i - from < LONGEST; i++) {
      switch (code.charAt(i)) {
        case '(' -> open++;
        case ')' -> open--;
        case '\n' -> {
          if (open <= 0) {
            return i;
          }
        }
        default -> {}
      }
    }
    return end;
  }

  /// Whether a line declares a setting for such weights as a field of a class: `base_model:
  /// Optional[str] = field(`.
  private static boolean isGivenField(String line) {
    int colon = line.indexOf(':');
    return colon > 0
        && line.indexOf("= field(", colon) > 0
        && Words.GIVEN_OPTIONS.contains("--" + line.substring(0, colon).strip());
  }

  /// Whether a function of a program makes its model with weights that are given unless it is told
  /// otherwise: `def create_model(shape, load_pretrained=True`.
  private static boolean isGivenParameter(String line) {
    return line.startsWith("def ") && line.contains("load_pretrained=True");
  }

  private static boolean comment(String line) {
    return line.stripLeading().startsWith("#") || line.stripLeading().startsWith("//");
  }

  /// Whether a line declares an option for the weights of the whole model to begin with:
  /// `--pretrained`, `--pretrain_dir`, `--transfer`. Those of a part are named with the part.
  private static boolean begins(String line) {
    if (SWITCHES.stream().anyMatch(line::contains)) {
      return false;
    }
    return line.contains("initial weights")
        || given(quoted(line, line.indexOf('(')))
        || given(quoted(line, line.indexOf("help=")));
  }

  /// Whether the name of an option, or its help, speaks of such weights.
  private static boolean given(String said) {
    List<String> words = Zones.words(said);
    if (words.contains("part") || words.stream().anyMatch(Words.PARTS::contains)) {
      return false;
    }
    return Words.GIVEN_OPTIONS.contains(said)
        || Words.GIVEN_OPTIONS.contains("--" + said)
        || words.contains("pretrained")
        || words.contains("pretrain") && words.stream().anyMatch(FILES::contains)
        || !words.isEmpty() && words.getFirst().equals("transfer") && words.size() < 3;
  }

  /// What stands between the first quotes after a place, or nothing.
  private static String quoted(String line, int from) {
    int quote = from < 0 ? -1 : first(line, from);
    int end = quote < 0 ? -1 : line.indexOf(line.charAt(quote), quote + 1);
    return end < 0 ? "" : line.substring(quote + 1, end);
  }

  private static int first(String line, int from) {
    for (int i = Math.max(0, from); i < line.length(); i++) {
      if (line.charAt(i) == '"' || line.charAt(i) == '\'') {
        return i;
      }
    }
    return -1;
  }

  private static boolean names(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return WORDS.stream().anyMatch(lower::contains);
  }
}
