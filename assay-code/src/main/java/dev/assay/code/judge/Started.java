package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.io.Fence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A line of a document with what stands above it. Lines that a backslash joins are one.
///
/// @param text the line
/// @param headings the headings above it, the outermost first
/// @param prose in a block of code, the last line before the block; else the line itself
/// @param comment in a block of code, the comment behind the line, else the last one before it
/// @param fenced whether it stands in a block of code
/// @param at where it begins in the document
record Started(
    String text, List<String> headings, String prose, String comment, boolean fenced, int at) {
  private static final int LONGEST_LINE = 2_000;

  /// The lines of a document, without headings and empty ones. Linear in its length.
  static List<Started> in(CodeFile document) {
    List<Started> found = new ArrayList<>();
    var headings = new Headings();
    List<String> above = List.of();
    String prose = "";
    String comment = "";
    Fence open = null;
    var joined = new StringBuilder();
    int next = 0;
    int at = 0;
    String[] lines = document.file().text().split("\n", -1);
    for (int n = 0; n < lines.length; n++) {
      at = joined.isEmpty() ? next : at;
      next += lines[n].length() + 1;
      String bare = cut(lines[n]).strip();
      if (bare.endsWith("\\") && joined.length() + bare.length() < LONGEST_LINE) {
        joined.append(bare, 0, bare.length() - 1).append(' ');
        continue;
      }
      Fence opened = open == null ? Fence.opening(bare) : null;
      boolean edge = open == null ? opened != null : open.isClosedBy(bare);
      if (!joined.isEmpty() && !edge) {
        bare = joined.append(bare).toString();
      }
      joined.setLength(0);
      if (open == null && opened == null && n + 1 < lines.length) {
        String marked = Headings.marked(n == 0 ? "" : cut(lines[n - 1]), bare, cut(lines[n + 1]));
        if (!marked.equals(bare)) {
          bare = marked;
          // The line below is its mark, and is read with it.
          next += lines[++n].length() + 1;
        }
      }
      String span = open == null ? Fence.span(bare) : "";
      boolean fenced = open != null || !span.isEmpty();
      bare = span.isEmpty() ? bare : span;
      if (edge) {
        open = opened;
        comment = "";
      } else if (!fenced && (bare.startsWith("#") || Headings.label(bare))) {
        headings.take(bare);
        above = List.copyOf(headings.above());
        prose = "";
      } else if (fenced && bare.startsWith("#")) {
        comment = bare;
      } else if (!bare.isEmpty()) {
        // A sentence that names a program says itself what for; a command does not, whether it
        // stands in a fence or is only indented.
        prose = fenced || command(bare) ? prose : bare;
        int beside = fenced ? bare.indexOf(" # ") : -1;
        String said = beside < 0 ? comment : bare.substring(beside + 1);
        found.add(new Started(bare, above, prose, said, fenced, at));
      }
    }
    return found;
  }

  private static String cut(String line) {
    return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
  }

  /// Whether a line starts a program.
  static boolean command(String line) {
    int blank = line.indexOf(' ');
    String first = blank < 0 ? line : line.substring(0, blank);
    return LAUNCHERS.contains(first) || first.equals("$");
  }

  static final Set<String> LAUNCHERS =
      Set.of("python", "python3", "bash", "sh", "torchrun", "accelerate", "julia", "rscript");
}
