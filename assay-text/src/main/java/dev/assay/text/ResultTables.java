package dev.assay.text;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds tables of evaluation results: rows of numbers under a heading, a lead or a header row that
/// speaks of evaluation.
final class ResultTables {
  private static final int ROWS = 2;
  private static final int MOST = 20;

  private ResultTables() {}

  /// The signs with one more for each table of results.
  static List<Sign> add(TextFile file, List<Block> blocks, List<Sign> signs) {
    List<Sign> all = new ArrayList<>(signs);
    Settings settings = new Settings();
    int found = 0;
    int i = 0;
    while (i < blocks.size() && found < MOST) {
      if (blocks.get(i).kind() != Block.Kind.ROW) {
        i++;
        continue;
      }
      int end = i;
      int numeric = 0;
      while (end < blocks.size() && blocks.get(end).kind() == Block.Kind.ROW) {
        numeric += numbers(blocks.get(end).cells()) >= 1 ? 1 : 0;
        end++;
      }
      Block first = blocks.get(i);
      boolean about =
          settings.of(first.headings()).evaluation()
              || Signals.of(first.lead()).has(Topic.EVALUATION)
              || Signals.of(first.text()).has(Topic.EVALUATION);
      if (numeric >= ROWS && about) {
        all.add(
            new Sign(
                Component.EVALUATION_RESULTS,
                State.PRESENT,
                Set.of(),
                null,
                null,
                file.evidence(first.first(), blocks.get(end - 1).last())));
        found++;
      }
      i = end;
    }
    return all;
  }

  private static int numbers(List<String> cells) {
    int n = 0;
    for (String cell : cells) {
      boolean digit = false;
      boolean word = false;
      for (int i = 0; i < cell.length(); i++) {
        digit |= Character.isDigit(cell.charAt(i));
        word |= Character.isLetter(cell.charAt(i));
      }
      if (digit && !word && cell.length() <= 20) {
        n++;
      }
    }
    return n;
  }
}
