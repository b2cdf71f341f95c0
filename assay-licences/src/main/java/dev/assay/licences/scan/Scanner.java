package dev.assay.licences.scan;

import dev.assay.io.TextFile;
import dev.assay.licences.match.LicenceIndex;
import dev.assay.licences.names.Names;
import dev.assay.licences.terms.Freedoms;
import dev.assay.model.LicenceStatement;
import java.util.List;

/// Everything that one file says about licences.
public final class Scanner {
  private final TextScanner texts;
  private final MarkScanner marks;
  private final SentenceScanner sentences;
  private final Freedoms freedoms;

  public Scanner(LicenceIndex index, Names names, Freedoms freedoms) {
    this.texts = new TextScanner(index);
    this.marks = new MarkScanner(names);
    this.sentences = new SentenceScanner(names);
    this.freedoms = freedoms;
  }

  /// The licence texts alone.
  public TextScanner texts() {
    return texts;
  }

  /// All statements, texts first.
  public List<LicenceStatement> scan(TextFile file) {
    if (file.text().isBlank()) {
      return List.of();
    }
    Claims claims = new Claims(file, FileRole.of(file.path()), freedoms);
    texts.scan(claims);
    boolean text =
        claims.list().stream().anyMatch(s -> s.match() == LicenceStatement.Match.SAME_WORDS);
    marks.scan(claims);
    // A licence names itself and others in its own words: those are no claims.
    if (claims.role().kind() != FileRole.Kind.LICENCE || (claims.list().isEmpty() && !text)) {
      sentences.scan(claims);
      marks.links(claims);
    }
    return claims.list();
  }
}
