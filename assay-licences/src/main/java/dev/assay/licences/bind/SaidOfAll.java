package dev.assay.licences.bind;

import dev.assay.licences.names.Same;
import dev.assay.licences.terms.Freedoms;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement;
import dev.assay.model.LicenceStatement.Match;
import dev.assay.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a release's front page says of all that is here, held against the text of the licence that
/// lies beside it: `this project is under X` over the text of Y. One of the two is wrong, and which
/// one is for the publisher to say.
///
/// Held against it is only what can be nothing else: one text for everything, a page in its very
/// folder, one licence named there that is known, and nothing said that agrees with the text. A
/// badge outlives the licence that it names: it is judged as a claim, and binds nothing.
final class SaidOfAll {
  private final Freedoms freedoms;

  SaidOfAll(Freedoms freedoms) {
    this.freedoms = freedoms;
  }

  /// What is said against texts that decide a component.
  ///
  /// @param general the texts, each of everything in its folder
  /// @param claims what is said of the component
  /// @param generalClaims what is said of everything here
  List<LicenceStatement> against(
      List<LicenceStatement> general,
      List<LicenceStatement> claims,
      List<LicenceStatement> generalClaims,
      Finding finding) {
    if (generalClaims.isEmpty()
        || Binder.subject(finding) == Subject.DOCUMENTS
        || Together.disagree(general)
        || general.stream().anyMatch(s -> s.match() != Match.SAME_WORDS)) {
      return List.of();
    }
    LicenceStatement text = general.getFirst();
    List<LicenceStatement> said = new ArrayList<>();
    for (LicenceStatement s : generalClaims) {
      if (agrees(s, text)) {
        return List.of();
      }
      if (ofAll(s, text, finding.component())) {
        said.add(s);
      }
    }
    boolean backed = claims.stream().anyMatch(s -> agrees(s, text));
    return said.isEmpty() || backed || Together.disagree(said) ? List.of() : said;
  }

  private static boolean agrees(LicenceStatement s, LicenceStatement text) {
    for (String part : s.expression().split(" AND | OR ")) {
      if (Same.agree(text.expression(), part.replace("(", "").replace(")", ""))) {
        return true;
      }
    }
    return false;
  }

  private boolean ofAll(LicenceStatement s, LicenceStatement text, Component component) {
    boolean place =
        switch (s.basis()) {
          case SENTENCE, FRONT_MATTER -> frontPage(s.evidence().path());
          default -> false;
        };
    return place
        && s.covers().equals(Set.of(Subject.EVERYTHING))
        && s.scope().equals(text.scope())
        && s.evidence().source().equals(text.evidence().source())
        && !s.expression().contains(" ")
        && !Same.limitOnly(s.expression())
        && !s.expression().equals("NOASSERTION")
        && freedoms.of(s.expression(), component) != Freedom.UNKNOWN;
  }

  private static boolean frontPage(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.regionMatches(true, 0, "readme", 0, 6)
        || name.regionMatches(true, 0, "model_card", 0, 10)
        || name.regionMatches(true, 0, "modelcard", 0, 9);
  }
}
