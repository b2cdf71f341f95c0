package dev.assay.bench.forms;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where texts name a file.
final class Mentions {
  private Mentions() {}

  /// The release with a file's old name written as its new one wherever a text gives it: by its
  /// last name, in any folder. A name without an ending is also a word, and counts as one in prose.
  static Draft renamed(Draft release, String from, String to) {
    String old = Kinds.name(from);
    String other = Matcher.quoteReplacement(Kinds.name(to));
    // A longer name that ends so, and an address elsewhere, are other files.
    String before = old.contains(".") ? "(?<![\\w.-])" : "(?<=[(/\"'`])";
    Pattern name = Pattern.compile(before + Pattern.quote(old) + "(?![\\w-]|\\.\\w)");
    Draft form = release;
    for (String path : release.regular()) {
      if (Kinds.text(path) || Kinds.shell(path)) {
        String text = release.text(path);
        if (text.contains(old)) {
          form = form.with(path, name.matcher(text).replaceAll(other));
        }
      }
    }
    return form;
  }
}
