package dev.assay.licences.bind;

import dev.assay.licences.names.Same;
import dev.assay.licences.terms.Freedoms;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceOf;
import dev.assay.model.LicenceOf.Status;
import dev.assay.model.LicenceStatement;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.LicenceStatement.Match;
import dev.assay.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What several statements about one component amount to: one licence, several at once, or a
/// contradiction, in which the strictest counts.
final class Together {
  /// Places shown for a licence, at most.
  static final int MOST_PLACES = 20;

  private final Freedoms freedoms;

  Together(Freedoms freedoms) {
    this.freedoms = freedoms;
  }

  /// The licence that statements give a component.
  ///
  /// @param status what it is where nothing contradicts it
  /// @param main what gives it
  /// @param others what is said besides, and contradicts it where it names another
  /// @param from where it is inherited from, or empty
  LicenceOf decide(
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
      // Of terms that nobody read here, what is said of them is the most that is known.
      boolean onlyUnknown =
          named.stream().allMatch(s -> freedoms.of(s.expression(), component) == Freedom.UNKNOWN);
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
    // Several texts for one component that each limit something: several models with a
    // licence each.
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
          others(strictest, ordered),
          evidence(ordered));
    }
    return new LicenceOf(
        status, expression(main), strictest(main, component), from, evidence(main));
  }

  /// What places say that disagree, and where: `MIT in setup.py, line 17`.
  private static String others(LicenceStatement strictest, List<LicenceStatement> all) {
    Map<String, String> places = new LinkedHashMap<>();
    for (LicenceStatement s : all) {
      if (!Same.agree(s.expression(), strictest.expression())) {
        String line =
            s.evidence().span() instanceof Span.Lines lines ? ", line " + lines.first() : "";
        places.putIfAbsent(s.expression(), s.expression() + " in " + s.evidence().path() + line);
      }
    }
    return places.values().stream().limit(MOST_OTHERS).collect(Collectors.joining("; "));
  }

  private static final int MOST_OTHERS = 3;

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

  /// Whether they name several licences.
  static boolean disagree(List<LicenceStatement> list) {
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

  /// How free the strictest of them leaves a component.
  Freedom strictest(List<LicenceStatement> list, Component component) {
    return list.stream()
        .filter(s -> list.stream().noneMatch(o -> saysMore(o, s)))
        .map(s -> freedom(s, component))
        .reduce(Freedom.FREE, Freedoms::stricter);
  }

  /// Whether one statement is a licence's own text and another only the name of its family, without
  /// a version.
  private static boolean saysMore(LicenceStatement text, LicenceStatement name) {
    return text.match() == Match.SAME_WORDS
        && name.match() == Match.NAMED
        && Same.family(name.expression(), text.expression());
  }

  /// All licences that they name, in one expression.
  static String expression(List<LicenceStatement> list) {
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

  /// Where they stand.
  static List<Evidence> evidence(List<LicenceStatement> list) {
    return list.stream().map(LicenceStatement::evidence).distinct().limit(MOST_PLACES).toList();
  }
}
