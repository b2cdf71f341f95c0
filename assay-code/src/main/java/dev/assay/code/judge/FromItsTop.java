package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Blocks;
import dev.assay.code.outline.Outline;
import dev.assay.code.outline.PythonScanner;
import dev.assay.code.roles.Preparation;
import java.util.Set;

/// Whether a Python source does its work from its top, without a main: it calls a function of its
/// own outside of all functions and classes, however deep in loops and conditions. Linear in the
/// length of the source.
final class FromItsTop {
  private FromItsTop() {}

  /// The source is read once more, since what it calls is not kept: to be asked last.
  static boolean calls(CodeFile f) {
    String text = f.file().text();
    Outline outline = PythonScanner.scan(text);
    Set<String> own = Preparation.functions(outline);
    var blocks = Blocks.of(text);
    for (Outline.Call call : outline.calls()) {
      if (own.contains(call.name()) && Blocks.atTop(text, blocks.opening(call.offset()))) {
        return true;
      }
    }
    return false;
  }
}
