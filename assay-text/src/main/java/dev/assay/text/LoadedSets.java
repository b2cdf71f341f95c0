package dev.assay.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The data sets that a program has a hub's library load, by what it hands to the loader: the name
/// itself, `load_dataset("quay/harbour")`, or a variable, `load_dataset(path)`, whose value stands
/// elsewhere in the program as an assignment, the default of a parameter or that of an option.
final class LoadedSets {
  /// So many calls and variables are looked at.
  private static final int MOST = 16;

  private static final int LONGEST = 400_000;

  private static final Pattern CALL =
      Pattern.compile(
          "\\bload_dataset\\(\\s{0,20}(?:path\\s?=\\s?)?(?:[\"']([^\"'\\n]{3,100})[\"']|(?:\\w{1,20}\\.)?([A-Za-z_]\\w{0,40})\\s{0,4}[,)])");

  private static final String VALUE = "[\"']([^\"'\\n]{3,100})[\"']";

  private LoadedSets() {}

  /// The names that variables hold which are handed to the loader.
  static List<String> inVariables(String program) {
    String text = beginning(program);
    Set<String> names = new LinkedHashSet<>();
    Set<String> variables = new LinkedHashSet<>();
    Matcher call = CALL.matcher(text);
    while (variables.size() < MOST && call.find()) {
      String variable = call.group(2);
      if (variable != null && !isForTests(text, call)) {
        variables.add(variable);
      }
    }
    for (String variable : variables) {
      Matcher value = values(variable).matcher(text);
      while (names.size() < MOST && value.find()) {
        String name = value.group(1) == null ? value.group(2) : value.group(1);
        if (name != null && ScriptReader.isHubName(name) && !Benchmarks.inPath(name)) {
          names.add(name);
        }
      }
    }
    return List.copyOf(names);
  }

  /// All names of sets at a hub that a program loads, those in variables behind.
  static List<String> in(String program) {
    String text = beginning(program);
    Set<String> names = new LinkedHashSet<>();
    Matcher call = CALL.matcher(text);
    while (names.size() < MOST && call.find()) {
      String name = call.group(1);
      if (name != null
          && ScriptReader.isHubName(name)
          && !Benchmarks.inPath(name)
          && !isForTests(text, call)) {
        names.add(name);
      }
    }
    names.addAll(inVariables(text));
    return new ArrayList<>(names);
  }

  private static String beginning(String program) {
    return program.length() > LONGEST ? program.substring(0, LONGEST) : program;
  }

  /// How a program gives a value to a variable, or to the option of that name.
  private static Pattern values(String variable) {
    String option = variable.replace("_", "[-_]");
    return Pattern.compile(
        "(?<![\\w.])"
            + variable
            + "(?:\\s?:\\s?[\\w\\[\\], |]{1,40})?\\s{0,3}=\\s{0,3}"
            + VALUE
            + "|[\"']--"
            + option
            + "[\"'][^)]{0,200}?\\bdefault\\s?=\\s?"
            + VALUE);
  }

  private static final Pattern TESTS = Pattern.compile("[\"'](?:test|validation|dev|eval)\\b");

  /// How far behind a call its part may be told.
  private static final int PART = 120;

  /// Whether nothing but a part for tests is loaded.
  private static boolean isForTests(String text, Matcher call) {
    String behind = text.substring(call.end(), Math.min(text.length(), call.end() + PART));
    String rest = behind.lines().findFirst().orElse("");
    return TESTS.matcher(rest).find() && !rest.contains("train");
  }
}
