package dev.assay.code.roles;

import dev.assay.code.CodeFile;
import dev.assay.code.frameworks.Sighting;
import dev.assay.code.frameworks.Signal;
import dev.assay.code.outline.Language;

/// A program that loads its model where weights are given to it, and else makes one of the
/// release's own kind: it trains on and trains from nothing, as its user likes. A network out of a
/// library says nothing: the examples that programs are made from offer any, whatever they are used
/// for. Linear in the length of the source between the two, for a few calls.
public final class MadeElse {
  private static final int MOST = 10;

  /// A longer function is not looked through.
  private static final int LONGEST = 10_000;

  private MadeElse() {}

  /// Whether a Python source does so.
  public static boolean in(CodeFile f) {
    if (f.language() != Language.PYTHON || f.inDocument()) {
      return false;
    }
    String code = f.code();
    int asked = 0;
    for (Sighting s : f.sightings()) {
      boolean own = s.signal() == Signal.SCRATCH && s.offset() < code.length() && own(f, s.what());
      if (own && asked++ < MOST && elseLoaded(f, code, s.offset())) {
        return true;
      }
    }
    return false;
  }

  /// Whether a class is brought in from no library for language models.
  private static boolean own(CodeFile f, String call) {
    int dot = call.indexOf('.');
    String root = dot < 0 ? call : call.substring(0, dot);
    return !Words.LEARNING.contains(root)
        && !call.contains("Auto")
        && !call.endsWith("from_config")
        && (dot > 0 || f.shape().classes().stream().anyMatch(c -> c.name().equals(call)));
  }

  /// Whether a place stands below an `else` whose `if` loads weights.
  private static boolean elseLoaded(CodeFile f, String code, int place) {
    int line = code.lastIndexOf('\n', Math.max(0, place - 1)) + 1;
    int indent = LoadedFirst.indent(code, line);
    int least = Math.max(0, place - LONGEST);
    int otherwise = -1;
    for (int at = line; at > least && indent > 0; ) {
      at = code.lastIndexOf('\n', at - 2) + 1;
      int set = LoadedFirst.indent(code, at);
      if (set < 0 || set > indent || set == indent && otherwise < 0) {
        continue;
      }
      String word = LoadedFirst.word(code, at + set);
      if (otherwise >= 0) {
        if (set < indent) {
          return false;
        }
        if (word.equals("if")) {
          return loads(f, at, otherwise);
        }
        continue;
      }
      if (word.equals("def") || word.equals("class") || word.equals("async")) {
        return false;
      }
      indent = set;
      otherwise = word.equals("else") ? at : -1;
    }
    return false;
  }

  private static boolean loads(CodeFile f, int from, int to) {
    return f.sightings().stream()
        .anyMatch(s ->
            s.signal() == Signal.PRETRAINED
                && s.offset() > from
                && s.offset() < to
                && !s.what().endsWith("load_state_dict"));
  }
}
