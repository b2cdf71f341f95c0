package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.Zone;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Programs with several modes of which one is named for running the model: `main.py --mode play`.
/// What that mode does may stand in any other file, so it is the name that counts, where the
/// program has the release's network. All 46 labelled releases with such a mode whose label is sure
/// have code that runs the model (`docs/decisions/0826`). Linear in the length of a source: what is
/// between two words is bounded.
final class Modes {
  private static final String WORD =
      "(?:play|predict|prediction|infer|inference|generate|generation|demo|translate"
          + "|synthesi[sz]e|serve|chat|interactive|transcribe|decode|enhance|denoise|separate)";

  /// A variable, option or setting for what is to be done, compared with the word.
  private static final Pattern COMPARED =
      Pattern.compile(
          "(?<![A-Za-z_])(?:mode|phase|action|command|cmd|stage|run_mode|run_type|subcommand)"
              + "[\"'\\])]{0,3} {0,3}(?:==|in) {0,3}[\\[(]? {0,3}[\"']"
              + WORD
              + "[\"']");

  /// A list of what may be chosen.
  private static final Pattern CHOICES =
      Pattern.compile("\\bchoices {0,3}= {0,3}[\\[({]([^\\])}]{0,300})");

  private static final Pattern OFFERED = Pattern.compile("[\"']" + WORD + "[\"']");

  private static final Pattern TRAINS = Pattern.compile("[\"'](?:train|training|fit|learn)[\"']");

  /// A command of its own below the program's.
  private static final Pattern BELOW =
      Pattern.compile("\\badd_parser\\(\\s{0,20}(?:name {0,2}= {0,2})?[\"']" + WORD + "[\"']");

  /// How C compares a word of the command line.
  private static final Pattern IN_C =
      Pattern.compile("\\bstrcmp\\( {0,2}argv\\[\\w{1,8}\\], {0,2}\"-{0,2}" + WORD + "\" {0,2}\\)");

  private static final int MOST = 3;

  private Modes() {}

  /// Where programs have such a mode; empty where none does.
  static List<Evidence> in(Tree tree, Networks networks) {
    List<Evidence> found = new ArrayList<>();
    for (CodeFile f : tree.code()) {
      int at = found.size() < MOST && may(f) ? place(f) : -1;
      if (at >= 0 && hasModel(f, tree, networks)) {
        found.add(f.evidence(at));
      }
    }
    return found;
  }

  private static final Set<Zone> OTHER_WORK =
      Set.of(
          Zone.TEST,
          Zone.DOCS,
          Zone.BENCHMARK,
          Zone.EVALUATION,
          Zone.DATA,
          Zone.AUXILIARY,
          Zone.CONVERSION,
          Zone.TOKENIZER);

  private static boolean may(CodeFile f) {
    return !f.inDocument()
        && (f.measure().entry() || Ranking.whole(f))
        && OTHER_WORK.stream().noneMatch(f::in);
  }

  private static boolean hasModel(CodeFile f, Tree tree, Networks networks) {
    return f.language() == Language.C
        || f.measure().learns()
        || networks.uses(f)
        || tree.modules().of(f).stream()
            .anyMatch(m -> m.in(Zone.MODEL) || m.measure().networks() > 0);
  }

  private static int place(CodeFile f) {
    String code = f.code();
    if (f.language() == Language.C) {
      return first(IN_C, code);
    }
    if (f.language() != Language.PYTHON) {
      return -1;
    }
    int compared = first(COMPARED, code);
    if (compared >= 0) {
      return compared;
    }
    Matcher choices = CHOICES.matcher(code);
    while (choices.find()) {
      if (OFFERED.matcher(choices.group(1)).find() && TRAINS.matcher(choices.group(1)).find()) {
        return choices.start();
      }
    }
    return first(BELOW, code);
  }

  private static int first(Pattern pattern, String code) {
    Matcher m = pattern.matcher(code);
    return m.find() ? m.start() : -1;
  }
}
