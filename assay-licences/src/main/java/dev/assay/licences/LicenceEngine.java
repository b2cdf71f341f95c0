package dev.assay.licences;

import dev.assay.io.FileEntry;
import dev.assay.io.TextFile;
import dev.assay.licences.bind.Binder;
import dev.assay.licences.match.LicenceIndex;
import dev.assay.licences.names.Names;
import dev.assay.licences.scan.FileRole;
import dev.assay.licences.scan.Scanner;
import dev.assay.licences.terms.FactsLibrary;
import dev.assay.licences.terms.Freedoms;
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

  private LicenceEngine(LicenceIndex index, FactsLibrary facts) {
    this.names = Names.load();
    this.freedoms = new Freedoms(index, facts, names);
    this.scanner = new Scanner(index, facts, names, freedoms);
    this.binder = new Binder(freedoms);
    this.rights = new Rights(facts, freedoms, names);
  }

  /// The engine with its index; loaded once for a process.
  public static LicenceEngine load() {
    return new LicenceEngine(LicenceIndex.load(), FactsLibrary.load());
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

  /// A licence named by a tag or a metadata value, such as `apache-2.0` or `llama3.1`: the
  /// expression, or `NOASSERTION`.
  public String named(String tag) {
    String known = names.tag(tag);
    return known == null ? "NOASSERTION" : known;
  }

  /// Whether a licence leaves a component of this kind free.
  public Freedom freedom(String expression, Component component) {
    return freedoms.of(expression, component);
  }

  /// Binds statements to components.
  ///
  /// @param statements all that {@link #scan} and the headers of weights gave
  /// @param findings the findings without licences
  public Map<Component, LicenceOf> bind(List<LicenceStatement> statements, List<Finding> findings) {
    return binder.bind(statements, findings);
  }

  /// What one may do with the release as a whole, the strictest binding.
  public List<Right> rights(List<LicenceStatement> statements, List<Finding> findings) {
    return answer(RightsQuestion.ANYBODY, statements, findings).whole();
  }

  /// What one may do with each part and with the whole, held against a question.
  public RightsAnswer answer(
      RightsQuestion question, List<LicenceStatement> statements, List<Finding> findings) {
    return rights.answer(question, findings, bind(statements, findings), scanner.clauses());
  }
}
