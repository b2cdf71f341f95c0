package dev.assay.code.roles;

import dev.assay.code.outline.Outline;
import java.util.List;
import java.util.Set;

/// Which line of a source shows a reader best what it does. A seed, an option, a message or an
/// import shows nothing, and gives way to any other line.
public final class TellingPlace {
  private TellingPlace() {}

  /// Functions that every program has.
  private static final Set<String> FUNCTIONS =
      Set.of(
          "set_seed", "seed_everything", "seed_all", "set_random_seed", "setup_seed", "init_seed",
          "get_parser", "make_parser", "build_parser", "create_parser", "setup_parser", "parse_args",
          "parse_arguments", "parse_opt", "parse_option", "get_args", "get_arguments",
          "get_args_parser", "add_arguments", "str2bool", "str_to_bool", "list_of_str", "setup_logger",
          "get_logger", "setup_logging", "is_main_process", "init_distributed_mode", "make_dirs");

  /// Calls that every program makes.
  private static final Set<String> CALLS =
      Set.of(
          "print", "add_argument", "ArgumentParser", "parse_args", "getLogger", "basicConfig", "seed",
          "manual_seed", "filterwarnings", "append", "insert", "join", "dirname", "abspath",
          "realpath", "Path", "getenv", "get", "set_verbosity_error", "compile", "super", "info");

  /// Where the first class, function or call stands that says something; 0 for nothing at all.
  public static int of(Outline outline) {
    if (!outline.classes().isEmpty()) {
      return outline.classes().getFirst().offset();
    }
    for (Outline.Definition d : outline.definitions()) {
      if (!FUNCTIONS.contains(d.name())) {
        return d.offset();
      }
    }
    for (Outline.Call c : outline.calls()) {
      if (!CALLS.contains(c.last())) {
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
          "print(", "import ", "from ", "@", "logger.", "logging.", "regex = ", "def set_seed",
          "def get_parser", "def parse_arg");

  /// Whether a line of a source shows nothing by itself.
  public static boolean showsNothing(String line) {
    String bare = line.strip();
    return NOTHING.stream().anyMatch(bare::startsWith) || bare.contains("add_argument(");
  }
}
