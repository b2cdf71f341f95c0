package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the release's own README starts a training program for. A program that can begin with fresh
/// weights and is only ever shown below headings of fine-tuning is there to train on from given
/// ones.
final class Instructions {
  private static final List<String> TUNING =
      List.of("fine-tun", "finetun", "fine tun", "post-train", "post train", "微调");

  private Instructions() {}

  /// Whether the README starts one of these programs, and wherever it does so stands below a
  /// heading of fine-tuning. Linear in the README's length times the number of programs.
  static boolean onlyTuning(List<CodeFile> documents, Set<String> programs) {
    boolean started = false;
    for (CodeFile f : documents) {
      String path = f.file().path();
      if (path.indexOf('/') >= 0 || !path.toLowerCase(Locale.ROOT).startsWith("readme")) {
        continue;
      }
      var headings = new ArrayList<String>();
      boolean fenced = false;
      for (String line : f.file().text().split("\n", -1)) {
        String bare = line.strip();
        if (bare.startsWith("```") || bare.startsWith("~~~")) {
          fenced = !fenced;
        } else if (!fenced && bare.startsWith("#")) {
          heading(headings, bare);
        } else if (starts(bare, programs)) {
          if (headings.stream().noneMatch(Instructions::tunes)) {
            return false;
          }
          started = true;
        }
      }
    }
    return started;
  }

  /// Takes a heading into the chain of those above a line.
  static void heading(List<String> headings, String line) {
    int level = 0;
    while (level < line.length() && line.charAt(level) == '#') {
      level++;
    }
    while (headings.size() >= level) {
      headings.removeLast();
    }
    while (headings.size() < level - 1) {
      headings.add("");
    }
    headings.add(line.substring(level).toLowerCase(Locale.ROOT));
  }

  private static boolean tunes(String heading) {
    return TUNING.stream().anyMatch(heading::contains);
  }

  private static boolean starts(String line, Set<String> programs) {
    for (String program : programs) {
      int at = line.indexOf(program);
      boolean begins = at == 0 || at > 0 && " ./`=".indexOf(line.charAt(at - 1)) >= 0;
      int end = at + program.length();
      if (begins && (end == line.length() || " `\\".indexOf(line.charAt(end)) >= 0)) {
        return true;
      }
    }
    return false;
  }
}
