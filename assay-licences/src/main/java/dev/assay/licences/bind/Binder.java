package dev.assay.licences.bind;

import dev.assay.licences.names.Same;
import dev.assay.licences.terms.Freedoms;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceOf;
import dev.assay.model.LicenceOf.Status;
import dev.assay.model.LicenceStatement;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.LicenceStatement.Match;
import dev.assay.model.State;
import dev.assay.model.Subject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which licence covers which component. The closest word wins: a text named for the component over
/// a claim about it, a claim about it over a text that covers everything here. A licence of the
/// wrapper is not a licence of weights that lie elsewhere.
public final class Binder {
  private final Freedoms freedoms;
  private final Together together;
  private final SaidOfAll saidOfAll;

  public Binder(Freedoms freedoms) {
    this.freedoms = freedoms;
    this.together = new Together(freedoms);
    this.saidOfAll = new SaidOfAll(freedoms);
  }

  /// The licence of each component that was found; those that were not have none.
  public Map<Component, LicenceOf> bind(List<LicenceStatement> statements, List<Finding> findings) {
    Map<Component, LicenceOf> licences = new EnumMap<>(Component.class);
    for (Finding finding : findings) {
      licences.put(finding.component(), of(statements, finding));
    }
    return licences;
  }

  private LicenceOf of(List<LicenceStatement> all, Finding finding) {
    Component component = finding.component();
    if (finding.state() == State.ABSENT
        || finding.state() == State.UNDECIDABLE
        || finding.state() == State.DESCRIBED
        || finding.state() == State.PROMISED
        || component == Component.ACCESS
        || component == Component.LICENCE_FILES) {
      return LicenceOf.NONE;
    }
    Subject subject = subject(finding);
    boolean elsewhere = finding.state() == State.LINKED;
    List<LicenceStatement> texts = new ArrayList<>();
    List<LicenceStatement> claims = new ArrayList<>();
    List<LicenceStatement> general = new ArrayList<>();
    List<LicenceStatement> generalClaims = new ArrayList<>();
    List<LicenceStatement> own = new ArrayList<>();
    for (LicenceStatement s : all) {
      if (!Reach.reaches(s, finding, elsewhere)) {
        continue;
      }
      boolean fact =
          s.basis() == Basis.TEXT || s.basis() == Basis.HEADER && s.match() != Match.NAMED;
      if (subject == Subject.CODE && s.scope().equals(s.evidence().path())) {
        own.add(s);
      } else if (s.covers().contains(subject)) {
        (fact ? texts : claims).add(s);
      } else if (s.covers().contains(Subject.EVERYTHING)) {
        (fact ? general : generalClaims).add(s);
      }
    }
    if (elsewhere && (subject == Subject.CODE || subject == Subject.DOCUMENTS)) {
      // What a library of others, another repository or a publisher gives is under its own licence,
      // whatever is said of the code and the documents here.
      List<LicenceStatement> here = new ArrayList<>(texts);
      here.addAll(general);
      here.addAll(claims);
      here.addAll(generalClaims);
      return here.isEmpty() ? LicenceOf.NONE : ofThisSource(here);
    }
    LicenceOf rest =
        rest(
            all,
            finding,
            subject,
            elsewhere,
            Reach.nearest(texts, finding, elsewhere),
            claims,
            Reach.nearest(general, finding, elsewhere),
            generalClaims);
    List<LicenceStatement> said = new ArrayList<>(claims);
    said.addAll(generalClaims);
    texts.addAll(general);
    rest = chosen(rest, said, texts, component);
    return own.isEmpty() ? rest : withOwn(rest, own, finding);
  }

  /// Texts side by side are a choice where the release says that they are; so is one of them that a
  /// claim names alone.
  ///
  /// @param texts the texts that lie here
  private LicenceOf chosen(
      LicenceOf licence,
      List<LicenceStatement> said,
      List<LicenceStatement> texts,
      Component component) {
    if (licence.status() == Status.CONFLICT || licence.status() == Status.NONE) {
      return licence;
    }
    Set<String> joined = new LinkedHashSet<>(List.of(licence.expression().split(" AND ")));
    for (LicenceStatement s : said) {
      Set<String> choice = new LinkedHashSet<>(List.of(s.expression().split(" OR ")));
      boolean all = joined.size() > 1 && joined.equals(choice);
      // Among free licences only: where one of them limits, a sentence that joins the two may
      // speak of two parts.
      boolean one =
          joined.size() == 1
              && choice.size() > 1
              && choice.stream().allMatch(c -> freedoms.of(c, component) == Freedom.FREE)
              && choice.containsAll(joined)
              && choice.stream()
                  .allMatch(c -> texts.stream().anyMatch(g -> g.expression().equals(c)));
      if (all || one) {
        List<Evidence> places = new ArrayList<>(licence.evidence());
        places.add(s.evidence());
        return new LicenceOf(
            licence.status(),
            s.expression(),
            // One that covers only what lies here decides nothing, chosen or not.
            licence.status() == Status.INHERITED
                ? licence.freedom()
                : freedoms.of(s.expression(), component),
            licence.from(),
            places);
      }
    }
    return licence;
  }

  /// What the files give themselves in their heads, beside what covers their folder: no
  /// contradiction, each holds for its own file.
  private LicenceOf withOwn(LicenceOf rest, List<LicenceStatement> own, Finding finding) {
    List<LicenceStatement> named = strong(own);
    if (named.isEmpty()) {
      return rest;
    }
    Set<String> files = new LinkedHashSet<>();
    named.forEach(s -> files.add(s.evidence().path()));
    boolean covered =
        !finding.evidence().isEmpty()
            && finding.evidence().stream().allMatch(e -> files.contains(e.path()));
    if (rest.status() == Status.FOUND
        && named.stream().allMatch(s -> Same.agree(rest.expression(), s.expression()))) {
      return rest;
    }
    if (rest.status() != Status.NONE
        && named.stream().allMatch(s -> Same.limitOnly(s.expression()))) {
      return limitedBesides(rest, named);
    }
    boolean facts = named.stream().allMatch(s -> s.match() != Match.NAMED);
    if (rest.status() == Status.NONE || covered) {
      return new LicenceOf(
          facts ? Status.FOUND : Status.CLAIMED,
          Together.expression(named),
          together.strictest(named, finding.component()),
          "",
          Together.evidence(named));
    }
    List<String> already = List.of(rest.expression().split(" AND "));
    List<LicenceStatement> more =
        named.stream()
            .filter(s -> already.stream().noneMatch(a -> Same.agree(a, s.expression())))
            .toList();
    if (more.isEmpty() || rest.expression().equals("NOASSERTION")) {
      return rest;
    }
    Set<String> ids = new LinkedHashSet<>();
    ids.add(rest.expression().contains(" OR ") ? "(" + rest.expression() + ")" : rest.expression());
    for (LicenceStatement s : more) {
      if (ids.size() < MOST_TOGETHER
          && ids.stream().noneMatch(id -> Same.agree(id, s.expression()))) {
        ids.add(s.expression().contains(" OR ") ? "(" + s.expression() + ")" : s.expression());
      }
    }
    List<Evidence> places = new ArrayList<>(rest.evidence());
    Together.evidence(more).stream().filter(e -> !places.contains(e)).forEach(places::add);
    return new LicenceOf(
        rest.status(),
        String.join(" AND ", ids),
        Freedoms.stricter(rest.freedom(), together.strictest(more, finding.component())),
        rest.from(),
        places.stream().limit(Together.MOST_PLACES).toList());
  }

  /// Heads that only limit, and name no licence (`no use without an agreement with us`): the
  /// licence beside them may be that agreement where it limits too; a free one does not hold for
  /// them alone.
  private static LicenceOf limitedBesides(LicenceOf rest, List<LicenceStatement> heads) {
    if (rest.freedom() == Freedom.LIMITED || rest.status() == Status.CONFLICT) {
      return rest;
    }
    String limit = Together.expression(heads);
    String before =
        rest.expression().contains(" OR ") ? "(" + rest.expression() + ")" : rest.expression();
    List<Evidence> places = new ArrayList<>(rest.evidence());
    places.addAll(Together.evidence(heads));
    return new LicenceOf(
        rest.status(),
        rest.expression().equals("NOASSERTION") ? limit : before + " AND " + limit,
        Freedom.LIMITED,
        rest.from(),
        places.stream().distinct().limit(Together.MOST_PLACES).toList());
  }

  /// Licences joined in one expression, at most.
  private static final int MOST_TOGETHER = 6;

  private LicenceOf rest(
      List<LicenceStatement> all,
      Finding finding,
      Subject subject,
      boolean elsewhere,
      List<LicenceStatement> texts,
      List<LicenceStatement> claims,
      List<LicenceStatement> general,
      List<LicenceStatement> generalClaims) {
    Component component = finding.component();
    if (!texts.isEmpty()) {
      return together.decide(Status.FOUND, texts, strong(claims), component, "");
    }
    if (subject == Subject.CODE || subject == Subject.DOCUMENTS && strong(claims).isEmpty()) {
      general = meant(general, strong(claims));
      if (!general.isEmpty()) {
        Status status =
            Reach.beside(general, finding) || subject == Subject.CODE
                ? Status.FOUND
                : Status.INHERITED;
        List<LicenceStatement> others = new ArrayList<>(strong(claims));
        others.addAll(saidOfAll.against(general, claims, generalClaims, finding));
        return together.decide(status, general, others, component, from(status, general));
      }
      List<LicenceStatement> any = new ArrayList<>(claims);
      any.addAll(generalClaims);
      return any.isEmpty()
          ? LicenceOf.NONE
          : together.decide(Status.CLAIMED, any, List.of(), component, "");
    }
    // Weights, data and documents: what is said of them counts before what covers everything
    // here; a limit on everything binds them too.
    generalClaims.stream().filter(s -> s.freedom() == Freedom.LIMITED).forEach(claims::add);
    boolean beside = !elsewhere && Reach.beside(general, finding);
    if (strong(claims).isEmpty() && beside) {
      // `other` says: see the licence's own file.
      claims = List.of();
    }
    if (!claims.isEmpty()) {
      // The text of the licence claimed lies here: found, with the claim that says what it is for.
      List<LicenceStatement> named = List.copyOf(claims);
      List<LicenceStatement> backing =
          allTexts(all).stream()
              .filter(g -> named.stream().anyMatch(c -> Same.agree(g.expression(), c.expression())))
              .toList();
      if (!backing.isEmpty()
          && named.stream()
              .filter(c -> !Same.limitOnly(c.expression()))
              .allMatch(c ->
                  backing.stream().anyMatch(g -> Same.agree(g.expression(), c.expression())))) {
        List<LicenceStatement> both = new ArrayList<>(backing);
        both.addAll(named);
        return together.decide(Status.FOUND, both, List.of(), component, "");
      }
      // A text for everything beside weights or data is held against what is said of them; what is
      // said of documents, whose licence is seldom that of the code, only makes an exception.
      List<LicenceStatement> others =
          new ArrayList<>(beside && subject != Subject.DOCUMENTS ? general : List.of());
      others.addAll(badgesBeside(claims, generalClaims));
      return together.decide(Status.CLAIMED, claims, others, component, "");
    }
    if (!general.isEmpty()) {
      if (elsewhere) {
        return ofThisSource(general);
      }
      Status status = Reach.beside(general, finding) ? Status.FOUND : Status.INHERITED;
      List<LicenceStatement> others = saidOfAll.against(general, claims, generalClaims, finding);
      return together.decide(status, general, others, component, from(status, general));
    }
    if (generalClaims.isEmpty()) {
      return LicenceOf.NONE;
    }
    // What is said of everything here is not said of what lies elsewhere, unless it limits it.
    if (elsewhere && together.strictest(generalClaims, component) != Freedom.LIMITED) {
      return ofThisSource(generalClaims);
    }
    return together.decide(Status.CLAIMED, generalClaims, List.of(), component, "");
  }

  /// The licence of what lies here, for a part that lies elsewhere: shown, and it decides nothing.
  private static LicenceOf ofThisSource(List<LicenceStatement> general) {
    return new LicenceOf(
        Status.INHERITED,
        Together.expression(general),
        Freedom.UNKNOWN,
        general.getFirst().evidence().path() + " covers only what lies here",
        Together.evidence(general));
  }

  /// Of several licences that lie side by side, those that the release says are for this part; all
  /// where it does not say.
  private static List<LicenceStatement> meant(
      List<LicenceStatement> general, List<LicenceStatement> claims) {
    if (general.size() < 2 || !Together.disagree(general)) {
      return general;
    }
    List<LicenceStatement> named =
        general.stream()
            .filter(g -> claims.stream().anyMatch(c -> Same.agree(g.expression(), c.expression())))
            .toList();
    return named.isEmpty() ? general : named;
  }

  /// Every text of a licence that governs something here.
  private static List<LicenceStatement> allTexts(List<LicenceStatement> all) {
    return all.stream()
        .filter(s -> s.basis() == Basis.TEXT && s.match() == Match.SAME_WORDS)
        .filter(s -> !s.covers().isEmpty() || Reach.keptForWeights(s.evidence().path()))
        .filter(s -> !Reach.vendored(s.scope()))
        .toList();
  }

  private static String from(Status status, List<LicenceStatement> statements) {
    if (status != Status.INHERITED) {
      return "";
    }
    LicenceStatement first = statements.getFirst();
    String scope = first.scope().isEmpty() ? "the whole source" : first.scope();
    return first.evidence().path() + " (covers " + scope + ")";
  }

  /// What a licence must cover to cover this component.
  public static Subject subject(Finding finding) {
    return switch (finding.component().part()) {
      case TRAINING_CODE, CLIENT_CODE, ARCHITECTURE -> Subject.CODE;
      case TRAINING_DATA -> Subject.DATA;
      case WEIGHTS -> Subject.WEIGHTS;
      case DOCUMENTS -> Subject.DOCUMENTS;
    };
  }

  /// Claims that name a licence: only those can contradict a text.
  private static List<LicenceStatement> strong(List<LicenceStatement> claims) {
    return claims.stream().filter(s -> !s.expression().equals("NOASSERTION")).toList();
  }

  /// Badges in the very card whose tag is claimed.
  private static List<LicenceStatement> badgesBeside(
      List<LicenceStatement> claims, List<LicenceStatement> generalClaims) {
    return generalClaims.stream()
        .filter(g -> g.basis() == Basis.BADGE && !g.expression().equals("NOASSERTION"))
        .filter(g ->
            claims.stream()
                .anyMatch(c ->
                    c.basis() == Basis.FRONT_MATTER
                        && c.evidence().path().equals(g.evidence().path())
                        && c.evidence().source().equals(g.evidence().source())))
        .toList();
  }
}
