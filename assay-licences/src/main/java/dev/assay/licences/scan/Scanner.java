package dev.assay.licences.scan;

import dev.assay.io.TextFile;
import dev.assay.licences.match.LicenceIndex;
import dev.assay.licences.names.Names;
import dev.assay.licences.names.Same;
import dev.assay.licences.terms.FactsLibrary;
import dev.assay.licences.terms.Freedoms;
import dev.assay.licences.terms.Rights;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement;
import java.util.List;
import java.util.regex.Pattern;

/// Everything that one file says about licences.
public final class Scanner {
  /// A licence's file this short can be a notice that names a licence, in characters.
  private static final int NOTICE = 3000;

  /// What no notice of a licence says, and licences of their own do: such a file names a licence as
  /// one thing among others, and is not only its notice.
  private static final Pattern LIMITS =
      Pattern.compile(
          "reverse[- ]engineer|\\b(shall|must|may|will) not\\b(?!\\s+(use this file|be (held|liable)))"
              // What a file says of its own reach forbids nobody anything.
              + "|\\b(do|does) not\\b(?!\\s+(apply|cover|relicen|re-licen|override|replace|change|supersede"
              + "|waive|extend|affect|alter|modify|revoke|itself|by itself))"
              + "|\\badditional (terms?|conditions?|restrictions?)\\b|\\bprohibited|not include the right|no other (right|use|license)",
          Pattern.CASE_INSENSITIVE);

  private final TextScanner texts;
  private final MarkScanner marks;
  private final SentenceScanner sentences;
  private final CopyrightFile copyright;
  private final Freedoms freedoms;
  private final Names names;
  private final Exceptions exceptions;
  private final ClauseBook clauses = new ClauseBook();

  public Scanner(LicenceIndex index, FactsLibrary facts, Names names, Freedoms freedoms) {
    this.texts = new TextScanner(index, facts, clauses);
    this.marks = new MarkScanner(names);
    this.sentences = new SentenceScanner(names);
    this.copyright = new CopyrightFile(names, texts);
    this.exceptions = new Exceptions(index);
    this.freedoms = freedoms;
    this.names = names;
  }

  /// The licence texts alone.
  public TextScanner texts() {
    return texts;
  }

  /// Where the clauses of the texts scanned so far stand.
  public Rights.ClauseFinder clauses() {
    return clauses;
  }

  /// Exceptions in files of their own joined to the licences beside them.
  public List<LicenceStatement> joined(List<LicenceStatement> statements) {
    return exceptions.beside(statements, freedoms);
  }

  /// All statements, texts first.
  public List<LicenceStatement> scan(TextFile file) {
    FileRole role = FileRole.of(file.path());
    boolean licence = role.kind() == FileRole.Kind.LICENCE;
    if (file.text().isBlank() || (!licence && !Hints.in(file.text(), file.ascii()))) {
      return List.of();
    }
    Claims claims = new Claims(file, role, freedoms);
    if (role.kind() == FileRole.Kind.LICENCE && CopyrightFile.isOne(file)) {
      copyright.scan(claims);
      return claims.list();
    }
    texts.scan(claims);
    boolean licenceFile = claims.role().kind() == FileRole.Kind.LICENCE;
    boolean text =
        claims.list().stream().anyMatch(s -> s.match() != LicenceStatement.Match.UNKNOWN);
    marks.scan(claims);
    // A licence names itself and others in its own words: those are no claims.
    if (!licenceFile && FileRole.isText(file.path())) {
      return exceptions.joined(claims);
    }
    if (!licenceFile || (!text && (claims.list().isEmpty() || file.text().length() < NOTICE))) {
      sentences.scan(claims);
      marks.links(claims);
    }
    if (licenceFile
        && !text
        && !limitedByName(claims)
        && (claims.list().isEmpty()
            || file.text().length() >= NOTICE
            || LIMITS.matcher(file.text()).find()
            || OwnLimits.in(file.text()))) {
      texts.unknown(claims, LIMITS.matcher(file.text()).find());
    }
    return exceptions.joined(claims);
  }

  /// Whether a short file gives what it is for a known licence that limits: what it forbids besides
  /// is that licence, retold.
  private static boolean limitedByName(Claims claims) {
    return claims.file().text().length() < NOTICE
        && claims.list().stream()
            .anyMatch(s ->
                s.match() == LicenceStatement.Match.NAMED
                    && s.freedom() == Freedom.LIMITED
                    && !Same.limitOnly(s.expression())
                    && s.covers().stream().anyMatch(claims.role().covers()::contains));
  }
}
