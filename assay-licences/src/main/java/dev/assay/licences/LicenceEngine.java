package dev.assay.licences;

import static java.util.stream.Collectors.toMap;

import dev.assay.io.FileEntry;
import dev.assay.io.TextFile;
import dev.assay.licences.bind.Binder;
import dev.assay.licences.bind.Pointers;
import dev.assay.licences.data.LicenceData;
import dev.assay.licences.match.LicenceIndex;
import dev.assay.licences.match.Words;
import dev.assay.licences.names.Names;
import dev.assay.licences.names.Same;
import dev.assay.licences.scan.FileRole;
import dev.assay.licences.scan.Scanner;
import dev.assay.licences.terms.FactsLibrary;
import dev.assay.licences.terms.Freedoms;
import dev.assay.licences.terms.Heirs;
import dev.assay.licences.terms.Rights;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceOf;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Right;
import java.util.List;
import java.util.Map;

/// Which licence is this, what does it cover, and what does it allow?
public final class LicenceEngine {
  private final Names names;
  private final Freedoms freedoms;
  private final Scanner scanner;
  private final Binder binder;
  private final Rights rights;
  private final Heirs heirs;

  private LicenceEngine(LicenceData data) {
    LicenceIndex index = LicenceIndex.of(data);
    FactsLibrary facts = FactsLibrary.of(data);
    this.names = Names.of(data);
    this.freedoms = new Freedoms(data, index, facts, names);
    this.scanner = new Scanner(index, facts, names, freedoms);
    this.binder = new Binder(freedoms);
    this.rights = new Rights(facts, freedoms, names);
    this.heirs = new Heirs(facts, freedoms, names);
  }

  private static final class Loaded {
    private static final LicenceEngine ONCE = new LicenceEngine(LicenceData.load());
  }

  /// The engine with its index; loaded once for a process.
  public static LicenceEngine load() {
    return Loaded.ONCE;
  }

  /// Whether a file is worth reading as text for its licence, by its name: licence files by their
  /// usual names, package metadata, and documents.
  public static boolean wants(FileEntry entry) {
    return FileRole.of(entry.path()).kind() != FileRole.Kind.OTHER;
  }

  /// Every licence given or claimed in a text file: a licence's own text, notices in a header,
  /// front matter, badges, links, sentences.
  public List<LicenceStatement> scan(TextFile file) {
    return scanner.scan(file);
  }

  /// Which licences a file gives or names, and how sure that is.
  public List<Identified> identify(TextFile file) {
    List<LicenceStatement> statements = scan(file);
    String tricks = statements.isEmpty() ? "" : hidden(file);
    return statements.stream().map(s -> identified(s, tricks)).toList();
  }

  private Identified identified(LicenceStatement s, String tricks) {
    String before = Same.before(s.expression());
    String base = before.isEmpty() ? s.expression() : before;
    String name = names.title(base);
    if (!before.isEmpty() && name.equals(base)) {
      name = names.title("LicenseRef-" + base);
    }
    String why =
        switch (s.match()) {
          case SAME_WORDS ->
              s.differs().isEmpty()
                  ? "word for word, apart from case, layout, names and dates"
                  : "its words, with slips that change no term";
          case MODIFIED -> "nearly " + name + ", and not that licence: words differ that count";
          case NAMED -> "named here; its text is not in this file";
          case UNKNOWN -> "reads as a licence, and is none that is known";
        };
    return new Identified(
        s.expression(),
        name,
        s.match(),
        s.basis(),
        why + tricks,
        s.differs(),
        s.freedom(),
        s.evidence());
  }

  /// Characters in a file that hide or pretend, in words, each after `; `; empty where there are
  /// none. The comparison sees through them; a reader should be told.
  public String hidden(TextFile file) {
    String text = file.text();
    if (!Words.tricky(text)) {
      return "";
    }
    Words words = Words.of(text.length() > 400_000 ? text.substring(0, 400_000) : text);
    StringBuilder s = new StringBuilder();
    if (words.lookalikes() > 0) {
      s.append("; ").append(words.lookalikes()).append(" words use letters of another script");
    }
    if (words.invisible() > 0) {
      s.append("; ").append(words.invisible()).append(" invisible characters stand inside words");
    }
    return s.toString();
  }

  /// A licence named by a tag or a metadata value, such as `apache-2.0` or `llama3.1`: the
  /// expression, or `NOASSERTION`.
  public String named(String tag) {
    String known = names.tag(tag);
    return known == null ? "NOASSERTION" : known;
  }

  /// Whether an identifier is of a licence that this engine has the words or the name of.
  public boolean known(String id) {
    return names.id(id) != null;
  }

  /// Whether a licence leaves a component of this kind free.
  public Freedom freedom(String expression, Component component) {
    return freedoms.of(expression, component);
  }

  /// Whether what is made from a work under one licence can be under another.
  ///
  /// @param work the work's licence, an expression
  /// @param made the licence given to what was made from it
  public Heritage heritage(String work, String made) {
    return heirs.of(work, made);
  }

  /// Statements with those that only point to a file replaced by what the file holds, and with
  /// exceptions in files of their own joined to the licences beside them.
  public List<LicenceStatement> resolve(List<LicenceStatement> statements) {
    return scanner.joined(Pointers.resolve(statements));
  }

  /// Binds statements to components.
  ///
  /// @param statements all that {@link #scan} and the headers of weights gave
  /// @param findings the findings without licences
  public Map<Component, LicenceOf> bind(List<LicenceStatement> statements, List<Finding> findings) {
    return binder.bind(resolve(statements), findings);
  }

  /// What one may do with the release as a whole, the strictest binding.
  public List<Right> rights(List<LicenceStatement> statements, List<Finding> findings) {
    return answer(RightsQuestion.ANYBODY, statements, findings).whole();
  }

  /// What one may do with each part and with the whole, held against a question.
  public RightsAnswer answer(
      RightsQuestion question, List<LicenceStatement> statements, List<Finding> findings) {
    // Findings that are bound already are not bound otherwise here.
    boolean bound = findings.stream().anyMatch(f -> f.licence() != LicenceOf.NONE);
    Map<Component, LicenceOf> licences =
        bound
            ? findings.stream().collect(toMap(Finding::component, Finding::licence))
            : bind(statements, findings);
    return rights.answer(question, findings, licences, scanner.clauses());
  }
}
