package dev.assay.bench.forms;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A file that people look for by its name, under another name that says the same.
///
/// @param files which files, by path
/// @param name what becomes of the path
/// @param text what a file's text may be, so that the other name means the same
record Renaming(
    String name,
    String does,
    Predicate<String> files,
    UnaryOperator<String> to,
    Predicate<String> text)
    implements Rewriting {
  /// A link or picture that is given from where the document lies.
  private static final Pattern RELATIVE =
      Pattern.compile("\\]\\((?!https?:|#|mailto:)|(?:src|href)=[\"']?(?!https?:|#|mailto:)");

  private static final Pattern LICENCE = Pattern.compile("(?i)licen[cs]e(?:\\.(?:txt|md))?");

  static Rewriting readme(String name, String to) {
    return new Renaming(
        name,
        "README.md at the top called " + to,
        p -> p.toLowerCase(Locale.ROOT).equals("readme.md"),
        p -> to,
        t -> true);
  }

  /// Hosts show a README of the folder of documents as the release's own; what it links by place
  /// would lie elsewhere, so one with such links stays. A hub reads a card's keys at the top only.
  static Rewriting readmeInDocs() {
    return new Renaming(
        "readme-in-docs",
        "README.md, where nothing in it is linked by its place, in docs/",
        p -> p.equalsIgnoreCase("readme.md"),
        p -> "docs/README.md",
        t -> !RELATIVE.matcher(t).find() && !t.startsWith("---"));
  }

  /// Documents that link a licence's file by its name would then link nothing; the mentions are
  /// those of the file's old name, which a reader finds.
  static Rewriting licence(String name, String to) {
    return new Renaming(
        name,
        "the licence's file called " + to,
        p -> LICENCE.matcher(p).matches(),
        p -> to,
        t -> true);
  }

  @Override
  public boolean changes(String path) {
    return files.test(path);
  }

  @Override
  public Optional<Draft> rewrite(Draft release) {
    for (String path : release.regular()) {
      String other = to.apply(path);
      if (changes(path) && !release.has(other) && text.test(release.text(path))) {
        return Optional.of(Mentions.renamed(release.renamed(path, other), path, other));
      }
    }
    return Optional.empty();
  }
}
