package dev.assay.reports;

import dev.assay.model.Standing;
import dev.assay.model.Step;
import dev.assay.reports.TextPage.Cell;
import dev.assay.reports.TextPage.Style;
import java.util.ArrayList;
import java.util.List;

/// The ladder drawn as a line from closed to reproduced, the release marked on it: one filled mark
/// where it is decided, a thick line from the lowest step to the highest where it is not.
final class TextLadder {
  private static final int INDENT = 2;
  private static final int NARROW = 78;

  private TextLadder() {}

  static void draw(TextPage page, Standing standing) {
    if (page.width() < NARROW) {
      for (Step step : Step.values()) {
        boolean on = on(standing, step);
        page.line(
            INDENT,
            List.of(
                new Cell(
                    (on ? "● " : "○ ") + step.number() + " " + step.title(),
                    0,
                    style(standing, step))));
      }
      return;
    }
    int column = Math.min((page.width() - INDENT) / Step.values().length, 16);
    page.line(INDENT, List.of(new Cell(line(standing, column), 0, Style.BOLD)));
    var upper = new ArrayList<Cell>();
    var lower = new ArrayList<Cell>();
    for (Step step : Step.values()) {
      String[] words = label(step);
      upper.add(new Cell(words[0], column, style(standing, step)));
      lower.add(new Cell(words[1], column, style(standing, step)));
    }
    page.line(INDENT, upper);
    page.line(INDENT, lower);
  }

  private static String line(Standing standing, int column) {
    var s = new StringBuilder();
    for (Step step : Step.values()) {
      s.append(on(standing, step) ? '●' : '○');
      boolean within =
          step.compareTo(standing.lowest()) >= 0 && step.compareTo(standing.highest()) < 0;
      if (step != Step.REPRODUCED) {
        s.append((within ? "━" : "─").repeat(column - 1));
      }
    }
    return s.toString();
  }

  private static boolean on(Standing standing, Step step) {
    return step.compareTo(standing.lowest()) >= 0 && step.compareTo(standing.highest()) <= 0;
  }

  private static Style style(Standing standing, Step step) {
    return on(standing, step) ? Style.BOLD : Style.DIM;
  }

  /// The step's name on two short lines.
  static String[] label(Step step) {
    return switch (step) {
      case CLOSED -> new String[] {"closed", ""};
      case RESTRICTED_WEIGHTS -> new String[] {"restricted", "weights"};
      case OPEN_WEIGHTS -> new String[] {"open", "weights"};
      case PARTIAL_SOURCE -> new String[] {"partial", "source"};
      case SOURCE_AVAILABLE -> new String[] {"source", "available"};
      case OPEN_SOURCE -> new String[] {"open", "source"};
      case REPRODUCED -> new String[] {"repro-", "duced"};
    };
  }
}
