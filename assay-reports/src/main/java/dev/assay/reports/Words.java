package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.model.Claim;
import dev.assay.model.DataSet;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.Issue;
import dev.assay.model.Note;
import dev.assay.model.Order;
import dev.assay.model.Qualifier;
import dev.assay.model.Right;
import dev.assay.model.SourceInfo;
import dev.assay.model.Standing;
import dev.assay.model.State;
import dev.assay.model.Statement;
import dev.assay.model.Weights;
import dev.assay.model.Withheld;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The words that all reports share; raw, not escaped for any medium. Numbers are in {@link
/// Figures}, what is said of licences in {@link LicenceWords}.
final class Words {
  private Words() {}

  /// Whether a component is there or a place is named where it is.
  static boolean inHand(Finding f) {
    return f.state() == State.PRESENT || f.state() == State.LINKED;
  }

  /// How much of a component there is, for a sign at a glance.
  enum Sign {
    HERE("●", "here"),
    SOME("◐", "some of it, or a pointer to it"),
    NOT("○", "not here"),
    OPEN("?", "cannot be decided");

    final String mark;
    final String words;

    Sign(String mark, String words) {
      this.mark = mark;
      this.words = words;
    }
  }

  /// The sign of what was found.
  static Sign sign(Finding f) {
    return switch (f.state()) {
      case PRESENT ->
          f.qualifiers().contains(Qualifier.BY_WORDS)
              ? Sign.OPEN
              : f.complete() ? Sign.HERE : Sign.SOME;
      case LINKED -> Sign.SOME;
      case PROMISED, DESCRIBED, ABSENT -> Sign.NOT;
      case UNDECIDABLE -> Sign.OPEN;
    };
  }

  /// The state with what qualifies it: `present: partial, generated`.
  static String state(Finding f) {
    if (f.qualifiers().isEmpty()) {
      return f.state().title();
    }
    return f.state().title()
        + ": "
        + f.qualifiers().stream().sorted().map(Qualifier::title).collect(Collectors.joining(", "));
  }

  /// The proof level as reports print it; empty where nothing was found.
  static String proof(Finding f) {
    var level = f.level();
    return level == null ? "" : level.level() + " " + level.title();
  }

  /// Whether a line of what keeps a release down tells what could not be seen from here, and not
  /// what the release keeps back: data that is linked is not withheld.
  static boolean isOpen(Assessment a, Withheld w) {
    Finding f = a.finding(w.component());
    if (w.what().contains("licence")) {
      return f.licence().freedom() != Freedom.LIMITED;
    }
    return f.state() == State.LINKED && !f.qualifiers().contains(Qualifier.REFUSED)
        || f.state() == State.UNDECIDABLE
        || f.qualifiers().contains(Qualifier.UNREAD)
        || f.qualifiers().contains(Qualifier.BY_WORDS)
        || f.state() == State.PRESENT && !f.qualifiers().contains(Qualifier.PARTIAL);
  }

  /// The acts for which a release answers the same for the same reason, in the order of the first.
  static List<List<Right>> together(List<Right> rights, boolean byClause) {
    var groups = new LinkedHashMap<Object, List<Right>>();
    for (Right r : rights) {
      groups
          .computeIfAbsent(
              List.of(r.answer(), r.conditions(), r.reason(), byClause ? r.clauses() : List.of()),
              k -> new ArrayList<>())
          .add(r);
    }
    return List.copyOf(groups.values());
  }

  /// What could not be decided, without what is said to hold the step down: often it is the same.
  static List<String> alsoOpen(Standing s) {
    Set<String> said =
        s.blockers().stream()
            .map(b -> b.component().title() + ": " + b.reason())
            .collect(Collectors.toSet());
    return s.open().stream().filter(o -> !said.contains(o)).toList();
  }

  /// Where it stands, in a few words.
  static String standing(Standing s) {
    return s.decided()
        ? s.lowest().title() + " (step " + s.lowest().number() + " of 6)"
        : "at least "
            + s.lowest().title()
            + ", at most "
            + s.highest().title()
            + " (step "
            + s.lowest().number()
            + " to "
            + s.highest().number()
            + " of 6)";
  }

  /// The place of evidence, with its source where the release has several.
  static String place(Assessment a, Evidence e) {
    return a.sources().size() > 1 ? e.source() + ": " + e.place() : e.place();
  }

  /// A source in a line: what was read, at which revision and when, and how large it is.
  static String source(SourceInfo s) {
    String pin = s.revision();
    return s.kind()
        + " "
        + s.reference()
        + (pin == null ? "" : " at " + pin)
        + (s.readAt() == null ? "" : ", read " + s.readAt())
        + " ("
        + Figures.files(s.files())
        + ", "
        + Figures.bytes(s.bytes())
        + ")";
  }

  /// Artefacts in their order, those that are no model last: caches and tables in a format of
  /// weights.
  static List<Weights> modelsFirst(List<Weights> weights) {
    return weights.stream()
        .sorted(Order.of((Weights w) -> w.kind() == Weights.Kind.OTHER))
        .toList();
  }

  /// What a note on an artefact is, in a word.
  static String sign(Note note) {
    return lower(note.kind());
  }

  /// One weights artefact in a line.
  static String weights(Weights w) {
    var s = new StringBuilder(w.format());
    if (w.status() != Weights.Status.OK) {
      s.append(", ").append(lower(w.status()));
    }
    if (w.kind() != Weights.Kind.MODEL && !lower(w.kind()).equals(w.format())) {
      s.append(", ").append(lower(w.kind()));
    }
    if (w.tensors() > 0) {
      s.append(", ")
          .append(Figures.count(w.tensors()))
          .append(w.tensors() == 1 ? " tensor" : " tensors");
    }
    Long parameters = w.parameters();
    // What is no model holds numbers that nobody learned: data, masks, tables.
    if (parameters != null && w.kind() == Weights.Kind.OTHER) {
      s.append(", ").append(Figures.count(parameters)).append(" numbers");
    } else if (parameters != null) {
      s.append(", ").append(Figures.parameters(parameters));
    }
    if (!w.elementsByType().isEmpty()) {
      s.append(", ").append(types(w.elementsByType()));
    }
    Weights.Shards shards = w.shards();
    if (shards != null) {
      s.append(", ").append(shards.here()).append(" of ").append(shards.expected());
      s.append(" shards here");
    }
    String quantisation = w.quantisation();
    if (quantisation != null) {
      s.append(", quantised: ").append(quantisation);
    }
    return s.toString();
  }

  private static String types(Map<String, Long> elements) {
    double all = elements.values().stream().mapToDouble(Long::doubleValue).sum();
    return elements.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(e ->
            elements.size() == 1 || all == 0 ? e.getKey() : share(e.getKey(), e.getValue() / all))
        .collect(Collectors.joining(" + "));
  }

  private static String share(String type, double part) {
    return part < 0.001
        ? type + " < 0.1 %"
        : String.format(Locale.ROOT, "%s %.3g %%", type, part * 100);
  }

  /// One data set in a line, without its name.
  static String dataSet(DataSet d) {
    var s = new StringBuilder(form(d.form()));
    if (d.stage() != DataSet.Stage.UNSTATED) {
      s.append(", ").append(lower(d.stage()));
    }
    for (Qualifier q : d.qualifiers().stream().sorted().toList()) {
      // A manifest is a manifest once.
      s.append(q.title().equals(form(d.form())) ? "" : ", " + q.title());
    }
    if (d.size() != null) {
      s.append(", ").append(size(d.size()));
    }
    s.append(d.licence() == null ? "" : ", licence stated: " + d.licence());
    boolean again = d.link() == null || d.link().equals(d.name());
    return s.append(again ? "" : ", " + d.link()).toString();
  }

  /// An amount as stated; bytes that were counted in the units of the other lines.
  private static String size(String size) {
    int space = size.indexOf(' ');
    boolean counted =
        size.endsWith(" bytes")
            && space == size.length() - 6
            && space < 19
            && size.chars().limit(space).allMatch(c -> c >= '0' && c <= '9');
    return counted ? Figures.bytes(Long.parseLong(size, 0, space, 10)) : size;
  }

  private static String form(DataSet.Form form) {
    return switch (form) {
      case IN_HAND -> "in hand";
      case MANIFEST -> "manifest";
      case LINK -> "link";
      case SCRIPT -> "script";
      case NAMED -> "only named";
      case PROSE -> "only described";
      case PROMISED -> "promised";
      case REFUSED -> "refused";
    };
  }

  /// Whether a claim holds, and what it claims.
  static String verdict(Claim c) {
    return c.verdict().title() + ": " + c.statement();
  }

  /// A statement in a line, with who makes it, when and why.
  static String stated(Statement s) {
    return s.says() + " (" + s.by() + ", " + s.date() + ": " + s.reason() + ")";
  }

  /// Whether the files bear a statement out, in words.
  static String borneOut(Claim.Verdict verdict) {
    return switch (verdict) {
      case CONFIRMED -> "the files say the same";
      case CONTRADICTED -> "the files say otherwise";
      case UNDECIDABLE -> "the files do not decide it";
    };
  }

  /// Where a release would stand by what is stated.
  static String asStated(Standing s) {
    return standing(s) + ", with every statement that the files do not contradict; not proved";
  }

  /// An issue in a line, without its severity.
  static String issue(Issue i) {
    String where = i.path().isEmpty() ? i.source() : i.path();
    return (where.isEmpty() ? "" : where + ": ")
        + i.message()
        + (i.next().isEmpty() ? "" : " (" + i.next() + ")");
  }

  /// What the assessment cost, in a line.
  static String effort(Assessment.Effort e) {
    return Figures.files(e.files())
        + " listed ("
        + Figures.bytes(e.bytesListed())
        + "), "
        + Figures.count(e.filesRead())
        + " read ("
        + Figures.bytes(e.bytesRead())
        + "), "
        + (e.requests() == 0
            ? "no network request"
            : e.requests() == 1
                ? "1 network request"
                : Figures.count(e.requests()) + " network requests");
  }

  /// An enum constant as words: `PRE_TRAINING` is `pre-training`.
  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
