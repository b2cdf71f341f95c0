package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Programs that leave no doubt that they run the model though nothing of a known library says so:
/// an engine that speaks one of the protocols by which games are played, a program that shows how
/// an agent with trained weights plays, a function of an R package that predicts, a page or window
/// that loads a network and asks it, a program called a test that only keeps what comes out, one
/// that is given a model and one thing to look at. Only asked where the other rules see nothing;
/// linear in the length of a file.
final class RunsAlone {
  /// Words of a protocol that only an engine says: by UCI, by GTP, by those of chess and gomoku
  /// managers before.
  private static final List<List<String>> PROTOCOLS =
      List.of(
          List.of("uciok", "bestmove"),
          List.of("genmove", "list_commands"),
          List.of("genmove", "protocol_version"),
          List.of("YXSHOWINFO", "TURN"));

  private static final Pattern LOADS =
      Pattern.compile(
          "\\.restore\\(|load_state_dict|torch\\.load|load_model|load_weights|\\.load\\(");

  private static final Pattern STEPS = Pattern.compile("\\.step\\(");
  private static final Pattern RENDERS = Pattern.compile("\\.render\\(");
  private static final Pattern LEARNS =
      Pattern.compile("\\.backward\\(|minimize\\(|apply_gradients|value_and_grad|\\.learn\\(");

  private static final Pattern R_PREDICTS = Pattern.compile("(?<![\\w.<])predict\\(");
  private static final Pattern R_FUNCTION = Pattern.compile("(?:<-|=)\\s{0,3}function\\(");
  private static final Pattern R_FITS =
      Pattern.compile("\\b(?:fit|train|glm|randomForest|gbm|xgb\\.train|ranger)\\(");

  private static final Pattern ASKS_NETWORK =
      Pattern.compile("\\.(?:[Cc]lassify|[Pp]redict|[Rr]ecogni[sz]e|[Ii]nfer|[Ff]orward)\\(");
  private static final Pattern LOADS_NETWORK =
      Pattern.compile("\\b[Ll]oad\\w{0,20}(?:[Nn]etwork|[Mm]odel|[Ww]eights)");

  /// How a program writes down what came out, beside pictures.
  private static final List<String> TABLES = List.of(".to_csv(", "writerow(");

  private static final Pattern TAKES_ONE =
      Pattern.compile(
          "[\"']--?(?:image|img|audio|wav|video|picture|photo)(?:[-_](?:path|file))?[\"']");

  private static final Set<Language> WITH_WINDOWS =
      Set.of(Language.JAVA, Language.JAVASCRIPT, Language.SWIFT);

  private RunsAlone() {}

  /// Whether a file is such a program.
  static boolean is(CodeFile f) {
    if (f.inDocument()
        || f.in(Zone.VENDORED)
        || f.in(Zone.BENCHMARK)
        || f.in(Zone.AUXILIARY)
        || f.language() == Language.CONFIGURATION
        || f.language() == Language.SHELL) {
      return false;
    }
    return plays(f)
        || !f.in(Zone.DATA) && (shows(f) || predicts(f) || asks(f) || keeps(f) || takesOne(f));
  }

  /// A match between engines is watched by what speaks to both; that is named for it.
  private static boolean plays(CodeFile f) {
    String text = f.file().text();
    return PROTOCOLS.stream().anyMatch(words -> words.stream().allMatch(text::contains))
        && !f.in(Zone.TEST)
        && !f.in(Zone.EVALUATION);
  }

  private static boolean shows(CodeFile f) {
    String code = f.code();
    return f.language() == Language.PYTHON
        && (f.measure().entry() || Ranking.whole(f))
        && RENDERS.matcher(code).find()
        && STEPS.matcher(code).find()
        && LOADS.matcher(code).find()
        && !LEARNS.matcher(code).find()
        && !Loops.trainName(f);
  }

  private static boolean predicts(CodeFile f) {
    String folder = f.folder();
    boolean ofPackage = folder.equals("R") || folder.endsWith("/R");
    return f.language() == Language.R
        && ofPackage
        && R_PREDICTS.matcher(f.code()).find()
        && R_FUNCTION.matcher(f.code()).find()
        && !R_FITS.matcher(f.code()).find();
  }

  private static boolean asks(CodeFile f) {
    return WITH_WINDOWS.contains(f.language())
        && !f.in(Zone.TEST)
        && !f.in(Zone.TRAINING)
        && !f.in(Zone.EVALUATION)
        && ASKS_NETWORK.matcher(f.code()).find()
        && LOADS_NETWORK.matcher(f.code()).find();
  }

  /// What a test of the program, or one that measures, has in it.
  private static final List<String> TESTERS = List.of("unittest", "pytest", "accuracy");

  private static boolean keeps(CodeFile f) {
    List<String> words = Zones.words(f.file().name());
    boolean begins = f.measure().entry() || Ranking.whole(f) || f.measure().actsAtTop();
    if (f.language() != Language.PYTHON
        || !words.contains("test")
        || !begins
        || Loops.isLoop(f)
        || f.measure().metrics() > 0
        || TESTERS.stream().anyMatch(f.code()::contains)) {
      return false;
    }
    // At the root what is called a test tries the model out.
    boolean tries = f.folder().isEmpty() && f.has(Signal.GENERATE) && f.code().contains("print(");
    boolean keeps = Running.saves(f) || TABLES.stream().anyMatch(f.code()::contains);
    return tries || f.measure().loads() && keeps;
  }

  private static boolean takesOne(CodeFile f) {
    return f.language() == Language.PYTHON
        && f.measure().entry()
        && f.measure().metrics() == 0
        && !Loops.isLoop(f)
        && !Loops.trainName(f)
        && Running.TAKES_MODEL.matcher(f.code()).find()
        && TAKES_ONE.matcher(f.code()).find()
        && (f.measure().loads() || f.code().contains(".Net("));
  }
}
