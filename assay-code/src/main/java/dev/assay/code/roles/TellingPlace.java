package dev.assay.code.roles;

import dev.assay.code.outline.Outline;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which line of a source shows a reader best what it does. A seed, an option, a message or an
/// import shows nothing, and gives way to any other line.
public final class TellingPlace {
  private TellingPlace() {}

  /// Beginnings of the names of functions that every program has, without underscores.
  private static final List<String> FUNCTIONS =
      List.of(
          "setseed",
          "seed",
          "setrandomseed",
          "setupseed",
          "initseed",
          "getparser",
          "makeparser",
          "buildparser",
          "createparser",
          "setupparser",
          "parsearg",
          "parseopt",
          "getarg",
          "addarg",
          "str2bool",
          "strtobool",
          "listofstr",
          "setuplog",
          "getlog",
          "ismainprocess",
          "initdistributed",
          "makedirs");

  /// Calls that every program makes.
  private static final Set<String> CALLS =
      Set.of(
          "print",
          "add_argument",
          "ArgumentParser",
          "parse_args",
          "vars",
          "setLevel",
          "super",
          "info",
          "Path",
          "open",
          "len",
          "int",
          "str",
          "list",
          "dict",
          "set",
          "range",
          "exists",
          "mkdir",
          "is_available",
          "device",
          "append",
          "insert",
          "join",
          "get_args_parser",
          "compile");

  /// Packages by which every program keeps house.
  private static final Set<String> HOUSEKEEPING =
      Set.of(
          "os", "sys", "logging", "warnings", "random", "re", "json", "yaml", "time", "argparse");

  private static boolean everywhere(String function) {
    String name = function.replace("_", "").toLowerCase(Locale.ROOT);
    for (String start : FUNCTIONS) {
      if (name.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  /// Words of the names of functions that do what their program is for: what stands before them
  /// only helps.
  private static final Set<String> WORK =
      Set.of(
          "main",
          "train",
          "finetune",
          "evaluate",
          "predict",
          "infer",
          "inference",
          "sample",
          "generate",
          "translate",
          "transcribe",
          "synthesize",
          "preprocess",
          "prepare",
          "convert",
          "tokenize",
          "download");

  private static boolean works(String function) {
    return Zones.words(function).stream().anyMatch(WORK::contains);
  }

  private static boolean everywhere(Outline.Call c) {
    int dot = c.name().indexOf('.');
    return CALLS.contains(c.last())
        || c.last().contains("seed")
        || dot > 0 && HOUSEKEEPING.contains(c.name().substring(0, dot));
  }

  /// Where the first class, function or call stands that says something; 0 for nothing at all.
  public static int of(Outline outline) {
    if (!outline.classes().isEmpty()) {
      return outline.classes().getFirst().offset();
    }
    for (Outline.Definition d : outline.definitions()) {
      if (works(d.name())) {
        return d.offset();
      }
    }
    for (Outline.Definition d : outline.definitions()) {
      if (!everywhere(d.name())) {
        return d.offset();
      }
    }
    for (Outline.Call c : outline.calls()) {
      if (!everywhere(c)) {
        return c.offset();
      }
    }
    if (!outline.definitions().isEmpty()) {
      return outline.definitions().getFirst().offset();
    }
    if (!outline.calls().isEmpty()) {
      return outline.calls().getFirst().offset();
    }
    return outline.names().isEmpty() ? 0 : outline.names().getFirst().offset();
  }

  private static final List<String> NOTHING =
      List.of(
          "print(",
          "import ",
          "from ",
          "require ",
          "@",
          "logger.",
          "logging.",
          "regex = ",
          "def set_seed",
          "def get_parser",
          "def parse_arg");

  /// Whether a line of a source shows nothing by itself.
  public static boolean showsNothing(String line) {
    String bare = line.strip();
    return NOTHING.stream().anyMatch(bare::startsWith) || bare.contains("add_argument(");
  }
}
