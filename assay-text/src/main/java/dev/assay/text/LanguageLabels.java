package dev.assay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The languages that a model speaks, behind a label: "Language(s): French, German". A language of
/// programs is none.
final class LanguageLabels {
  private static final Pattern LABEL =
      Pattern.compile(
          "^[^\\p{L}]{0,6}(?:(?:supported |natural |input )?languages?(?:\\(s\\))?(?: \\(nlp\\))?(?: supported)?|sprachen?|langues?"
              + "|idiomas?|línguas?|lingue?|язык(?:и)?|语言|支持语言|対応言語|言語|언어|지원 언어)[*_`]{0,2} ?[:：|][*_`]{0,2} ?");

  private static final int LONGEST = 200;

  private static final int MOST = 40;

  private LanguageLabels() {}

  static Optional<String> in(Block block) {
    if (block.text().length() > LONGEST || block.kind() == Block.Kind.HEADING) {
      return Optional.empty();
    }
    boolean pair = block.kind() == Block.Kind.ROW && block.cells().size() == 2;
    String text = pair ? block.cells().getFirst() + ": " + block.cells().get(1) : block.text();
    Matcher label = LABEL.matcher(text.toLowerCase(Locale.ROOT));
    if (block.kind() == Block.Kind.ROW && !pair || !label.find()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (String part :
        text.substring(label.end()).split("[,、，;/]| and | & | und | et | y | e ", MOST)) {
      String name = part.replaceAll("[*_`]+|\\([^)]*\\)|\\.$", "").strip();
      String first = name.split(" ", 2)[0].toLowerCase(Locale.ROOT);
      if (LanguageNames.isOne(first) || LanguageNames.isOne(name) || first.equals("multilingual")) {
        names.add(name);
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
  }
}
