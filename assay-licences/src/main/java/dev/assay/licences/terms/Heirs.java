package dev.assay.licences.terms;

import dev.assay.licences.Heritage;
import dev.assay.licences.Heritage.Answer;
import dev.assay.licences.names.Expressions;
import dev.assay.licences.names.Names;
import dev.assay.licences.names.Same;
import dev.assay.licences.terms.Facts.Act;
import dev.assay.licences.terms.Facts.Fact;
import dev.assay.licences.terms.Facts.Value;
import dev.assay.model.Component;
import dev.assay.model.Freedom;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a licence asks of works that are made from the one it covers: by its facts where its text
/// was read clause by clause, by its name for Creative Commons and the copyleft licences of the GNU
/// project, by the lists of free licences for the others. What none of these says stays undecided.
public final class Heirs {
  /// Free licences that bind the whole of what is made from a work.
  private static final Set<String> COPYLEFT = Set.of("GPL", "AGPL", "OSL", "EUPL");

  /// Free licences that bind the changed files only: whether weights made from others are such is
  /// not for a program to say.
  private static final Set<String> OF_FILES =
      Set.of("LGPL", "MPL", "EPL", "CDDL", "CECILL", "CPL", "MS-RL");

  private final FactsLibrary facts;
  private final Freedoms freedoms;
  private final Names names;

  public Heirs(FactsLibrary facts, Freedoms freedoms, Names names) {
    this.facts = facts;
    this.freedoms = freedoms;
    this.names = names;
  }

  /// Holds the licence of something made from a work against the licence of the work.
  ///
  /// @param first the work's licence, an expression
  /// @param second the licence of what was made from it
  public Heritage of(String first, String second) {
    Expressions work = Expressions.parse(first, names);
    if (work == null || first.equals("NOASSERTION")) {
      return undecided("the licence of what it was made from is none that is known");
    }
    if (second.equals("NOASSERTION")) {
      return undecided("the licence given is none that is known");
    }
    return of(work, second);
  }

  private Heritage of(Expressions work, String second) {
    return switch (work) {
      case Expressions.One one -> one(one.id(), second);
      // Whoever made it may have chosen the mildest, and must keep to all of those joined by `AND`.
      case Expressions.Any any ->
          any.parts().stream()
              .map(part -> of(part, second))
              .min(Comparator.comparing(h -> rank(h.answer())))
              .orElseThrow();
      case Expressions.All all ->
          all.parts().stream()
              .map(part -> of(part, second))
              .max(Comparator.comparing(h -> rank(h.answer())))
              .orElseThrow();
    };
  }

  private static int rank(Answer answer) {
    return switch (answer) {
      case SAME -> 0;
      case FREE_TO_CHOOSE -> 1;
      case UNDECIDED -> 2;
      case BREAKS -> 3;
    };
  }

  private Heritage one(String id, String second) {
    if (List.of(second.split(" AND | OR |[()]")).stream().anyMatch(s -> Same.agree(id, s))) {
      return new Heritage(Answer.SAME, "it is under the same licence", "");
    }
    Optional<Facts> read = facts.of(id).filter(Facts::read);
    if (read.isPresent()) {
      return read(read.get(), second);
    }
    List<Heritage> versions =
        facts.all().stream()
            .filter(f -> f.read() && Same.family(id, f.id()))
            .map(f -> read(f, second))
            .toList();
    if (!versions.isEmpty()) {
      Heritage any = versions.getFirst();
      return versions.stream().allMatch(v -> v.answer() == any.answer())
          ? new Heritage(any.answer(), "in every version read: " + any.reason(), "")
          : undecided(names.title(id) + " is named without its version, and its versions differ");
    }
    return unread(id);
  }

  private Heritage read(Facts f, String second) {
    Facts.Grant shared = f.grant(Act.SHARE_DERIVED);
    if (shared.value() == Value.BARRED) {
      return breaks(f, "lets nobody pass on what is made from it", shared.clause());
    }
    for (String code : List.of("SAME", "FLOWDOWN")) {
      Optional<Fact> bound = f.fact(code);
      if (bound.isPresent()) {
        return breaks(f, "asks: " + Vocabulary.says(bound.get()), bound.get().clause());
      }
    }
    if (shared.value() == Value.INHERITS) {
      return breaks(f, "goes with what is made from it", shared.clause());
    }
    Optional<Fact> copy = f.fact("COPY");
    boolean limited = !f.limits().isEmpty();
    if (limited && copy.isPresent()) {
      return breaks(f, "goes along, with its limits", copy.get().clause());
    }
    if (limited && freedoms.of(second, Component.WEIGHTS) == Freedom.FREE) {
      Fact limit = f.limits().getFirst();
      return breaks(f, "has a limit: " + Vocabulary.says(limit), limit.clause());
    }
    return limited
        ? undecided(f.name() + " has limits, and so has the licence given")
        : new Heritage(
            Answer.FREE_TO_CHOOSE,
            f.name() + " lets what is made from it be under another licence",
            shared.clause());
  }

  private static Heritage breaks(Facts f, String how, String clause) {
    return new Heritage(Answer.BREAKS, f.name() + " " + how, clause);
  }

  private Heritage unread(String id) {
    if (id.startsWith("CC-BY") && (id.contains("-SA") || id.contains("-N"))) {
      String how =
          id.contains("-ND")
              ? "lets nobody share what is made from it"
              : id.contains("-SA")
                  ? "asks for the same licence on what is made from it"
                  : "is for non-commercial purposes, for what is made from it too";
      return new Heritage(Answer.BREAKS, id + " " + how, "");
    }
    String stem = id.replaceFirst("^LicenseRef-", "").replaceFirst("-[0-9v].*", "");
    if (COPYLEFT.contains(stem)) {
      return new Heritage(
          Answer.BREAKS, id + " asks for the same licence on what is made from it", "");
    }
    if (OF_FILES.contains(stem) || freedoms.of(id, Component.WEIGHTS) != Freedom.FREE) {
      return undecided("what " + id + " asks of weights that are made from others is not known");
    }
    return new Heritage(
        Answer.FREE_TO_CHOOSE, id + " lets what is made from it be under another licence", "");
  }

  private static Heritage undecided(String why) {
    return new Heritage(Answer.UNDECIDED, why, "");
  }
}
