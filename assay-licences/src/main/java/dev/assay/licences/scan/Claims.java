package dev.assay.licences.scan;

import dev.assay.io.TextFile;
import dev.assay.licences.match.LicenceIndex;
import dev.assay.licences.terms.Freedoms;
import dev.assay.model.Component;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Collects the statements of one file, each once.
final class Claims {
  /// More statements than this in one file say nothing new.
  private static final int MOST = 200;

  private final TextFile file;
  private final FileRole role;
  private final Freedoms freedoms;
  private final List<Placed> list = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  /// A statement and where its words stand.
  ///
  /// @param from the offset of its first character in the file's text
  /// @param to the offset after its last
  record Placed(LicenceStatement statement, int from, int to) {}

  Claims(TextFile file, FileRole role, Freedoms freedoms) {
    this.file = file;
    this.role = role;
    this.freedoms = freedoms;
  }

  FileRole role() {
    return role;
  }

  TextFile file() {
    return file;
  }

  /// A licence named at a place.
  void named(
      String expression, LicenceStatement.Basis basis, Set<Subject> covers, int from, int to) {
    named(expression, basis, covers, freedom(expression, covers), from, to);
  }

  /// A licence named at a place, whose freedom the words there say.
  void named(
      String expression,
      LicenceStatement.Basis basis,
      Set<Subject> covers,
      Freedom freedom,
      int from,
      int to) {
    add(
        new LicenceStatement(
            expression,
            basis,
            LicenceStatement.Match.NAMED,
            covers,
            scope(covers),
            freedom,
            List.of(),
            file.evidenceAt(from, to)),
        from,
        to);
  }

  /// A page in a folder of documents that is named for models or licences speaks of the release's
  /// weights and data, which lie elsewhere in it; of documents and all else, and any other page,
  /// which may tell of an older model, of what lies beside it.
  private String scope(Set<Subject> covers) {
    boolean pages =
        role.kind() == FileRole.Kind.DOCUMENT
            && PAGES.contains(role.scope())
            && ABOUT.stream().anyMatch(name(file.path())::contains);
    boolean parts = covers.stream().allMatch(c -> c == Subject.WEIGHTS || c == Subject.DATA);
    return pages && parts ? "" : role.scope();
  }

  private static final Set<String> PAGES =
      Set.of(
          "docs/",
          "doc/",
          "documentation/",
          "model_cards/",
          "model_card/",
          "model-cards/",
          "modelcards/");

  private static final List<String> ABOUT =
      List.of("model", "zoo", "weight", "checkpoint", "licen", "terms", "readme", "index");

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  /// A statement about the file as a whole.
  void add(LicenceStatement statement) {
    add(statement, 0, 0);
  }

  void add(LicenceStatement statement, int from, int to) {
    if (statement.match() == LicenceStatement.Match.NAMED && inText(from, to)) {
      // A licence names itself and others in its own words: those are no claims.
      return;
    }
    String key =
        statement.expression()
            + statement.basis()
            + statement.match()
            + statement.covers()
            + statement.scope();
    if (list.size() < MOST && seen.add(key)) {
      list.add(new Placed(statement, from, to));
    }
  }

  private boolean inText(int from, int to) {
    return list.stream()
        .anyMatch(p ->
            p.statement().match() == LicenceStatement.Match.SAME_WORDS
                && p.from() <= from
                && to <= p.to());
  }

  /// The freedom of a licence for what it covers.
  Freedom freedom(String expression, Set<Subject> covers) {
    return freedoms.of(
        expression,
        covers.equals(Set.of(Subject.DATA)) ? Component.TRAINING_DATA : Component.WEIGHTS);
  }

  boolean names(String expression) {
    return list.stream().anyMatch(p -> p.statement().expression().equals(expression));
  }

  List<LicenceStatement> list() {
    return list.stream().map(Placed::statement).toList();
  }

  List<Placed> placed() {
    return List.copyOf(list);
  }

  static boolean policy(LicenceIndex.Entry entry) {
    return entry.is(LicenceIndex.Entry.POLICY);
  }
}
