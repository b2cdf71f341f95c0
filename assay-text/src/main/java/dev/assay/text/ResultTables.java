package dev.assay.text;

import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds tables of evaluation results: rows of numbers under a heading, a lead or a header row that
/// speaks of evaluation.
final class ResultTables {
  private static final int ROWS = 2;
  private static final int MEASURES = 3;
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
      int most = 0;
      while (end < blocks.size() && blocks.get(end).kind() == Block.Kind.ROW) {
        int numbers = numbers(blocks.get(end).cells());
        numeric += numbers >= 1 ? 1 : 0;
        most = Math.max(most, numbers);
        end++;
      }
      Block first = blocks.get(i);
      boolean about =
          settings.of(first.headings()).evaluation()
              || Signals.of(first.lead()).has(Topic.EVALUATION)
              || Signals.of(first.text()).has(Topic.EVALUATION)
              || Metrics.in(first.text())
              || Metrics.in(first.heading());
      // A single model in a row of several measures.
      boolean one = numeric == 1 && most >= MEASURES && Metrics.in(first.text());
      if ((numeric >= ROWS || one) && about && measuresQuality(blocks.subList(i, end))) {
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

  /// What a column of figures is headed that tells how large, how fast or how set up a model is,
  /// and not how good.
  private static final Pattern SIZE_OR_SPEED =
      Pattern.compile(
          "(?i)\\bparam|\\bsize|layers|hidden|\\bheads|\\bdim|memory|vram|\\bbits?\\b|speed|latency|\\btime"
              + "|hours|\\bms\\b|fps|flops|\\bmacs?\\b|throughput|gpus?\\b|\\bbatch|epochs?|steps"
              + "|\\bshape\\b|\\binit|resolution|context|length|\\bmfu\\b|\\bhfu\\b|\\bvocab|\\bversions?\\b|\\bport\\b|patients?\\b|subjects?\\b|speakers?\\b|utterances|sentences\\b|\\bimages\\b|\\bvideos\\b|\\brows\\b|number of|\\bcounts?\\b|版本|バージョン|버전|人数|数量|参数|显存|速度|大小|上下文");

  /// Whether some column of figures is headed by something else than a size or a speed. A table
  /// whose heads do not stand above its columns, one for one, is taken as it is.
  private static boolean measuresQuality(List<Block> rows) {
    List<String> head = rows.getFirst().cells();
    boolean figures = false;
    for (Block row : rows.subList(1, rows.size())) {
      List<String> cells = row.cells();
      if (cells.size() != head.size()) {
        return true;
      }
      for (int i = 0; i < cells.size(); i++) {
        boolean number = isNumber(cells.get(i));
        figures |= number;
        if (number && !SIZE_OR_SPEED.matcher(head.get(i)).find()) {
          return true;
        }
      }
    }
    return !figures;
  }

  private static int numbers(List<String> cells) {
    int n = 0;
    for (String cell : cells) {
      n += isNumber(cell) ? 1 : 0;
    }
    return n;
  }

  private static boolean isNumber(String cell) {
    boolean digit = false;
    boolean word = false;
    for (int i = 0; i < cell.length(); i++) {
      digit |= Character.isDigit(cell.charAt(i));
      word |= Character.isLetter(cell.charAt(i));
    }
    return digit && !word && cell.length() <= 20;
  }
}
