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
import dev.assay.model.Part;
import dev.assay.model.State;
import dev.assay.model.Subject;
import java.util.ArrayList;
import java.util.Comparator;
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

  public Binder(Freedoms freedoms) {
    this.freedoms = freedoms;
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
      if (!reaches(s, finding, elsewhere)) {
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
    LicenceOf rest =
        rest(
            all,
            finding,
            subject,
            elsewhere,
            nearest(texts, finding, elsewhere),
            claims,
            nearest(general, finding, elsewhere),
            generalClaims);
    List<LicenceStatement> said = new ArrayList<>(claims);
    said.addAll(generalClaims);
    rest = chosen(rest, said, component);
    return own.isEmpty() ? rest : withOwn(rest, own, finding);
  }

  /// Two texts side by side are a choice where the release says that they are.
  private LicenceOf chosen(LicenceOf licence, List<LicenceStatement> said, Component component) {
    if (licence.status() == Status.CONFLICT || !licence.expression().contains(" AND ")) {
      return licence;
    }
    Set<String> joined = new LinkedHashSet<>(List.of(licence.expression().split(" AND ")));
    for (LicenceStatement s : said) {
      String[] choice = s.expression().split(" OR ");
      if (choice.length == joined.size() && joined.equals(new LinkedHashSet<>(List.of(choice)))) {
        List<Evidence> places = new ArrayList<>(licence.evidence());
        places.add(s.evidence());
        return new LicenceOf(
            licence.status(),
            s.expression(),
            freedoms.of(s.expression(), component),
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
    boolean facts = named.stream().allMatch(s -> s.match() != Match.NAMED);
    if (rest.status() == Status.NONE || covered) {
      return new LicenceOf(
          facts ? Status.FOUND : Status.CLAIMED,
          expression(named),
          strictest(named, finding.component()),
          "",
          evidence(named));
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
    evidence(more).stream().filter(e -> !places.contains(e)).forEach(places::add);
    return new LicenceOf(
        rest.status(),
        String.join(" AND ", ids),
        Freedoms.stricter(rest.freedom(), strictest(more, finding.component())),
        rest.from(),
        places.stream().limit(MOST_PLACES).toList());
  }

  /// Licences joined in one expression, at most.
  private static final int MOST_TOGETHER = 6;

  /// Places shown for a licence, at most.
  private static final int MOST_PLACES = 20;

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
      return decide(Status.FOUND, texts, strong(claims), component, "");
    }
    if (subject == Subject.CODE || subject == Subject.DOCUMENTS) {
      general = meant(general, strong(claims));
      if (!general.isEmpty() && elsewhere && claims.isEmpty()) {
        return ofThisSource(general, component);
      }
      if (!general.isEmpty()) {
        Status status =
            beside(general, finding) || subject == Subject.CODE ? Status.FOUND : Status.INHERITED;
        return decide(status, general, strong(claims), component, from(status, general));
      }
      List<LicenceStatement> any = new ArrayList<>(claims);
      any.addAll(generalClaims);
      return any.isEmpty() ? LicenceOf.NONE : decide(Status.CLAIMED, any, List.of(), component, "");
    }
    // Weights and data: what is said of them counts before what covers everything here; a limit on
    // everything binds them too.
    generalClaims.stream().filter(s -> s.freedom() == Freedom.LIMITED).forEach(claims::add);
    boolean beside = !elsewhere && beside(general, finding);
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
        return decide(Status.FOUND, both, List.of(), component, "");
      }
      List<LicenceStatement> others = new ArrayList<>(beside ? general : List.of());
      others.addAll(badgesBeside(claims, generalClaims));
      return decide(Status.CLAIMED, claims, others, component, "");
    }
    if (!general.isEmpty()) {
      if (elsewhere) {
        return ofThisSource(general, component);
      }
      Status status = beside(general, finding) ? Status.FOUND : Status.INHERITED;
      return decide(status, general, List.of(), component, from(status, general));
    }
    if (generalClaims.isEmpty()) {
      return LicenceOf.NONE;
    }
    if (elsewhere) {
      // What is said of everything here is not said of what lies elsewhere.
      return new LicenceOf(
          Status.CLAIMED,
          expression(generalClaims),
          strictest(generalClaims, component) == Freedom.LIMITED
              ? Freedom.LIMITED
              : Freedom.UNKNOWN,
          "",
          evidence(generalClaims));
    }
    return decide(Status.CLAIMED, generalClaims, List.of(), component, "");
  }

  /// The licence of what lies here, for a part that lies elsewhere: shown, and it decides nothing.
  private static LicenceOf ofThisSource(List<LicenceStatement> general, Component component) {
    return new LicenceOf(
        Status.INHERITED,
        expression(general),
        Freedom.UNKNOWN,
        general.getFirst().evidence().path()
            + " (covers what lies here; "
            + component.title()
            + (isOne(component) ? " lies" : " lie")
            + " elsewhere)",
        evidence(general));
  }

  /// Whether a component's title is in the singular.
  private static boolean isOne(Component component) {
    return switch (component.part()) {
      case WEIGHTS, TRAINING_DATA -> false;
      case TRAINING_CODE, CLIENT_CODE, ARCHITECTURE, DOCUMENTS -> true;
    };
  }

  /// Of several licences that lie side by side, those that the release says are for this part; all
  /// where it does not say.
  private static List<LicenceStatement> meant(
      List<LicenceStatement> general, List<LicenceStatement> claims) {
    if (general.size() < 2 || !disagree(general)) {
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
        .filter(s -> !s.covers().isEmpty() || keptForWeights(s.evidence().path()))
        .filter(s -> !vendored(s.scope()))
        .toList();
  }

  /// Whether a text lies in a folder of models' licences: it governs nothing by lying there, and is
  /// the text of what a claim names.
  private static boolean keptForWeights(String path) {
    String lower = path.toLowerCase(java.util.Locale.ROOT);
    int slash = lower.lastIndexOf('/');
    String folder = slash < 0 ? "" : lower.substring(lower.lastIndexOf('/', slash - 1) + 1, slash);
    return folder.contains("licen")
        && (folder.contains("model") || folder.contains("weight"))
        && lower.startsWith("licen", slash + 1);
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

  /// Whether a statement governs where the component was found.
  private static boolean reaches(LicenceStatement s, Finding finding, boolean elsewhere) {
    if (s.covers().isEmpty()) {
      return false;
    }
    String scope = s.scope();
    if (scope.isEmpty()) {
      return finding.evidence().isEmpty()
          || elsewhere
          || finding.evidence().stream().anyMatch(e -> e.source().equals(s.evidence().source()));
    }
    for (Evidence e : finding.evidence()) {
      if (e.source().equals(s.evidence().source())
          && (e.path().startsWith(scope) || e.path().equals(scope))) {
        return true;
      }
    }
    // What is said of weights or data in a folder of the main tree speaks of the linked ones too.
    return elsewhere
        && finding.component().part() != Part.TRAINING_CODE
        && !vendored(scope)
        && (s.covers().contains(Subject.WEIGHTS) || s.covers().contains(Subject.DATA))
        && s.basis() == Basis.TEXT
        && (scope.indexOf('/') == scope.length() - 1 || ofOneModel(scope));
  }

  /// A folder among several that each hold one model: `models/NAME/`.
  private static boolean ofOneModel(String scope) {
    int first = scope.indexOf('/');
    String top = scope.substring(0, first).toLowerCase(java.util.Locale.ROOT);
    return (top.contains("model") || top.contains("weight") || top.contains("checkpoint"))
        && scope.indexOf('/', first + 1) == scope.length() - 1;
  }

  private static boolean vendored(String scope) {
    String s = "/" + scope.toLowerCase(java.util.Locale.ROOT);
    return s.contains("/third")
        || s.contains("/3rd")
        || s.contains("/vendor")
        || s.contains("/external")
        || s.contains("/node_modules");
  }

  /// Those of the closest folder only: a folder's own licence governs it, not the root's. Each file
  /// of the finding has its own closest folder; of texts that lie beside none of its files, those
  /// in the deepest folder of each branch.
  private static List<LicenceStatement> nearest(
      List<LicenceStatement> all, Finding finding, boolean elsewhere) {
    List<LicenceStatement> list = elsewhere ? ofMainLink(all, finding) : all;
    Set<LicenceStatement> kept = new LinkedHashSet<>();
    for (Evidence e : finding.evidence()) {
      int longest =
          list.stream().filter(s -> over(s, e)).mapToInt(s -> s.scope().length()).max().orElse(-1);
      list.stream().filter(s -> s.scope().length() == longest && over(s, e)).forEach(kept::add);
    }
    if (kept.isEmpty() || elsewhere) {
      kept.clear();
      for (LicenceStatement s : list) {
        boolean deeper =
            list.stream()
                .anyMatch(o ->
                    o.scope().length() > s.scope().length() && o.scope().startsWith(s.scope()));
        if (!deeper) {
          kept.add(s);
        }
      }
    }
    return list.stream().filter(kept::contains).toList();
  }

  /// For what lies elsewhere the root speaks where its own documents give the link: another project
  /// kept in a folder, with links and a licence of its own, says nothing of it.
  private static List<LicenceStatement> ofMainLink(List<LicenceStatement> list, Finding finding) {
    if (finding.evidence().isEmpty()) {
      return list;
    }
    Evidence link = finding.evidence().getFirst();
    List<LicenceStatement> over = list.stream().filter(s -> over(s, link)).toList();
    if (over.isEmpty() || over.stream().anyMatch(s -> !s.scope().isEmpty())) {
      return list;
    }
    return list.stream()
        .filter(s ->
            over.contains(s)
                || !s.covers().contains(Subject.EVERYTHING)
                || s.scope().indexOf('/') > 0 && ofOneModel(s.scope()))
        .toList();
  }

  private static boolean over(LicenceStatement s, Evidence e) {
    return e.path().startsWith(s.scope())
        && (s.scope().isEmpty() || e.source().equals(s.evidence().source()));
  }

  private static boolean beside(List<LicenceStatement> texts, Finding finding) {
    for (LicenceStatement s : texts) {
      for (Evidence e : finding.evidence()) {
        int slash = e.path().lastIndexOf('/');
        String folder = slash < 0 ? "" : e.path().substring(0, slash + 1);
        if (folder.equals(s.scope())) {
          return true;
        }
      }
    }
    return false;
  }

  /// Claims that name a licence: only those can contradict a text.
  private static List<LicenceStatement> strong(List<LicenceStatement> claims) {
    return claims.stream().filter(s -> !s.expression().equals("NOASSERTION")).toList();
  }

  private LicenceOf decide(
      Status status,
      List<LicenceStatement> main,
      List<LicenceStatement> others,
      Component component,
      String from) {
    // Words that only limit agree with a licence that limits, and with one that is not known.
    boolean limits =
        main.stream()
            .filter(s -> !Same.limitOnly(s.expression()))
            .anyMatch(s -> freedom(s, component) != Freedom.FREE);
    if (limits) {
      List<LicenceStatement> named =
          main.stream().filter(s -> !Same.limitOnly(s.expression())).toList();
      boolean saysLimited = main.stream().anyMatch(s -> Same.limitOnly(s.expression()));
      boolean onlyUnknown = named.stream().allMatch(s -> freedom(s, component) == Freedom.UNKNOWN);
      if (saysLimited && onlyUnknown) {
        return new LicenceOf(status, expression(main), Freedom.LIMITED, from, evidence(main));
      }
      main = named;
      others = others.stream().filter(s -> !Same.limitOnly(s.expression())).toList();
    }
    List<LicenceStatement> all = new ArrayList<>(main);
    Set<String> ids = new LinkedHashSet<>();
    main.stream()
        .filter(s -> !s.expression().equals("NOASSERTION"))
        .forEach(s -> ids.add(Same.plain(s.expression())));
    boolean conflict = false;
    for (LicenceStatement other : others) {
      boolean known = main.stream().anyMatch(s -> Same.agree(s.expression(), other.expression()));
      if (!known && !ids.isEmpty()) {
        conflict = true;
        all.add(other);
      }
    }
    // Several texts for one component that each limit something: several models with a licence
    // each.
    boolean several = ids.size() > 1 && disagree(main);
    conflict |= declaredTwice(main);
    if (conflict || (several && freedoms(main, component).size() > 1)) {
      LicenceStatement strictest =
          all.stream()
              .max(
                  Comparator.comparingInt(
                      (LicenceStatement s) -> strictness(freedom(s, component))))
              .orElseThrow();
      List<LicenceStatement> ordered = new ArrayList<>(all);
      ordered.remove(strictest);
      ordered.addFirst(strictest);
      return new LicenceOf(
          Status.CONFLICT,
          strictest.expression(),
          freedom(strictest, component),
          from,
          evidence(ordered));
    }
    return new LicenceOf(
        status, expression(main), strictest(main, component), from, evidence(main));
  }

  /// Whether two places that each give one licence for all weights here, the card's tag and the
  /// header of the weights, give different ones: no two licences for two models, as two sentences
  /// can be.
  private static boolean declaredTwice(List<LicenceStatement> main) {
    for (LicenceStatement a : main) {
      for (LicenceStatement b : main) {
        if (a.basis() == Basis.FRONT_MATTER
            && b.basis() == Basis.METADATA
            && !a.expression().equals("NOASSERTION")
            && !b.expression().equals("NOASSERTION")
            && !Same.agree(a.expression(), b.expression())) {
          return true;
        }
      }
    }
    return false;
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

  private static boolean disagree(List<LicenceStatement> list) {
    LicenceStatement first = list.getFirst();
    return list.stream().anyMatch(s -> !Same.agree(first.expression(), s.expression()));
  }

  private Set<Freedom> freedoms(List<LicenceStatement> list, Component component) {
    Set<Freedom> set = new LinkedHashSet<>();
    list.forEach(s -> set.add(freedom(s, component)));
    return set;
  }

  private static int strictness(Freedom f) {
    return switch (f) {
      case LIMITED -> 2;
      case UNKNOWN -> 1;
      case FREE -> 0;
    };
  }

  private Freedom freedom(LicenceStatement s, Component component) {
    if (s.match() == Match.MODIFIED
        || s.match() == Match.UNKNOWN
        || s.freedom() == Freedom.LIMITED) {
      return s.freedom();
    }
    return freedoms.of(s.expression(), component);
  }

  private Freedom strictest(List<LicenceStatement> list, Component component) {
    return list.stream().map(s -> freedom(s, component)).reduce(Freedom.FREE, Freedoms::stricter);
  }

  private static String expression(List<LicenceStatement> list) {
    Set<String> ids = new LinkedHashSet<>();
    for (LicenceStatement s : list) {
      if (!s.expression().equals("NOASSERTION")
          && ids.stream().noneMatch(id -> Same.agree(id, s.expression()))) {
        ids.add(s.expression());
      }
    }
    if (ids.isEmpty()) {
      return "NOASSERTION";
    }
    return String.join(
        " AND ",
        ids.stream()
            .map(id -> id.contains(" OR ") && ids.size() > 1 ? "(" + id + ")" : id)
            .toList());
  }

  private static List<Evidence> evidence(List<LicenceStatement> list) {
    return list.stream().map(LicenceStatement::evidence).distinct().limit(MOST_PLACES).toList();
  }
}
