package dev.assay.bench.forms;

import java.util.Map;

/// What a form makes of one file; the file itself where it cannot be said so.
final class Rewritten {
  private Rewritten() {}

  static String by(Rewriting form, String path, String text) {
    Draft draft = Draft.ofTexts(Map.of(path, text));
    return form.rewrite(draft).orElse(draft).text(path);
  }
}
