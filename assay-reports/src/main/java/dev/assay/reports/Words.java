package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.Issue;
import dev.assay.model.LicenceOf;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Note;
import dev.assay.model.Part;
import dev.assay.model.Qualifier;
import dev.assay.model.Right;
import dev.assay.model.SourceInfo;
import dev.assay.model.Standing;
import dev.assay.model.State;
import dev.assay.model.Statement;
import dev.assay.model.Weights;
import dev.assay.model.Withheld;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The words and figures that all reports share; raw, not escaped for any medium.
final class Words {
  private Words() {}

  /// The five parts that a reader asks for; documents are shown under the finer components.
  static final List<Part> FIVE =
      Arrays.stream(Part.values()).filter(p -> p != Part.DOCUMENTS).toList();

  /// The finding that stands for a part. An adapter's training code is its fine-tuning code.
  static Finding key(Assessment a, Part part) {
    Finding first = a.finding(keyComponent(part, false));
    boolean adapter = a.kind() == Assessment.Kind.ADAPTER;
    return adapter && !inHand(first) ? a.finding(keyComponent(part, true)) : first;
  }

  /// Whether a finding stands for one of the five parts.
  static boolean isKey(Assessment a, Finding f) {
    Part part = f.component().part();
    return part != Part.DOCUMENTS && key(a, part).component() == f.component();
  }

  private static Component keyComponent(Part part, boolean adapter) {
    return switch (part) {
      case TRAINING_CODE -> adapter ? Component.FINE_TUNING_CODE : Component.TRAINING_CODE;
      case TRAINING_DATA -> adapter ? Component.POST_TRAINING_DATA : Component.TRAINING_DATA;
      case ARCHITECTURE -> Component.ARCHITECTURE;
      case WEIGHTS -> Component.WEIGHTS;
      case CLIENT_CODE -> Component.INFERENCE_CODE;
      case DOCUMENTS -> Component.MODEL_CARD;
    };
  }

  private static boolean inHand(Finding f) {
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

  static Sign sign(Finding f) {
    return switch (f.state()) {
      case PRESENT -> f.complete() ? Sign.HERE : Sign.SOME;
      case LINKED -> Sign.SOME;
      case PROMISED, DESCRIBED, ABSENT -> Sign.NOT;
      case UNDECIDABLE -> Sign.OPEN;
    };
  }

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

  /// A component's licence in short, with how it was found. The licence of this source is none of
  /// what is only linked from it.
  static String licence(Finding f) {
    LicenceOf l = f.licence();
    boolean nothing = !inHand(f) && f.state() != State.UNDECIDABLE;
    if (f.component() == Component.LICENCE_FILES
        || f.component() == Component.ACCESS
        || nothing && l.status() == LicenceOf.Status.NONE) {
      // What is only spoken of has no licence that could be missing.
      return "";
    }
    return f.state() == State.LINKED && l.status() == LicenceOf.Status.INHERITED
        ? "not stated (here: " + expression(l) + ")"
        : licence(l);
  }

  /// A licence in short, with how it was found.
  static String licence(LicenceOf l) {
    return switch (l.status()) {
      case FOUND -> expression(l);
      case INHERITED -> expression(l) + " (inherited)";
      case CLAIMED -> expression(l) + " (only claimed)";
      case CONFLICT -> expression(l) + " (places disagree)";
      case NONE -> "no licence found";
    };
  }

  /// What SPDX calls a licence; what it has no name for in words.
  private static String expression(LicenceOf l) {
    return l.expression().equals("NOASSERTION") ? "unknown licence" : l.expression();
  }

  /// Whether a line of what keeps a release down tells what could not be seen from here, and not
  /// what the release keeps back: data that is linked is not withheld.
  static boolean isOpen(Assessment a, Withheld w) {
    Finding f = a.finding(w.component());
    if (w.what().contains("licence")) {
      return f.licence().freedom() != Freedom.LIMITED;
    }
    return f.state() == State.LINKED
        || f.state() == State.UNDECIDABLE
        || f.qualifiers().contains(Qualifier.UNREAD)
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

  /// A component's licence in a sentence.
  static String licenceInFull(LicenceOf l) {
    String free =
        switch (l.freedom()) {
          case FREE -> "free";
          case LIMITED -> "limited, not free";
          case UNKNOWN -> "not known whether free";
        };
    return switch (l.status()) {
      case FOUND -> expression(l) + ", found for it; " + free;
      case INHERITED ->
          expression(l)
              + (l.from().contains(" covers only ") ? ": " : ", inherited from ")
              + l.from()
              + "; "
              + free;
      case CLAIMED -> expression(l) + ", only claimed, no text covers it; " + free;
      case CONFLICT -> expression(l) + ", places disagree and this is the strictest; " + free;
      case NONE -> "no licence found for it";
    };
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

  static String source(SourceInfo s) {
    String pin = s.revision();
    return s.kind()
        + " "
        + s.reference()
        + (pin == null ? "" : " at " + pin)
        + (s.readAt() == null ? "" : ", read " + s.readAt())
        + " ("
        + files(s.files())
        + ", "
        + bytes(s.bytes())
        + ")";
  }

  static String files(long n) {
    return n == 1 ? "1 file" : count(n) + " files";
  }

  /// A number with its thousands set apart.
  static String count(long n) {
    String digits = Long.toString(n);
    int first = n < 0 ? 1 : 0;
    var out = new StringBuilder(digits);
    for (int i = digits.length() - 3; i > first; i -= 3) {
      out.insert(i, ',');
    }
    return out.toString();
  }

  /// A count in units of `unit` others, rounded half up: with one digit behind the point below ten.
  /// What `String.format` does with symbols of a locale takes a cold process longer than a small
  /// report.
  ///
  /// @param unit a power of a thousand
  private static String inUnits(long n, long unit) {
    if (unit == 1 || n / unit >= 10) {
      return Long.toString(rounded(n, unit));
    }
    long tenths = rounded(n, unit / 10);
    // Nearly ten is still below it, and is written with its digit.
    return tenths / 10 + "." + tenths % 10;
  }

  private static long rounded(long n, long unit) {
    return n / unit + (n % unit * 2 >= unit ? 1 : 0);
  }

  /// A size in decimal units.
  static String bytes(long n) {
    if (n < 1_000) {
      return n == 1 ? "1 byte" : n + " bytes";
    }
    String[] units = {"kB", "MB", "GB", "TB", "PB", "EB"};
    long size = 1_000;
    int unit = 0;
    while (n / size >= 999 && n >= size / 2 * 1_999 && unit < units.length - 1) {
      size *= 1_000;
      unit++;
    }
    return inUnits(n, size) + " " + units[unit];
  }

  /// A parameter count for a table: `7.2B`, `125M`.
  static String shortCount(long n) {
    String[] units = {"", "k", "M", "B", "T"};
    long size = 1;
    int unit = 0;
    while (n >= (unit == 0 ? 1_000 : size / 2 * 1_999) && unit < units.length - 1) {
      size *= 1_000;
      unit++;
    }
    return inUnits(n, size) + units[unit];
  }

  /// A parameter count as people say it, and exactly.
  static String parameters(long n) {
    if (n < 1_000_000) {
      return count(n) + " parameters";
    }
    String[] units = {"million", "billion", "trillion"};
    double value = n / 1e6;
    int unit = 0;
    while (value >= 1000 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.3g %s parameters (%,d)", value, units[unit], n);
  }

  /// Artefacts in their order, those that are no model last: caches and tables in a format of
  /// weights.
  static List<Weights> modelsFirst(List<Weights> weights) {
    return weights.stream()
        .sorted(Comparator.comparing((Weights w) -> w.kind() == Weights.Kind.OTHER))
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
      s.append(", ").append(count(w.tensors())).append(w.tensors() == 1 ? " tensor" : " tensors");
    }
    Long parameters = w.parameters();
    // What is no model holds numbers that nobody learned: data, masks, tables.
    if (parameters != null && w.kind() == Weights.Kind.OTHER) {
      s.append(", ").append(count(parameters)).append(" numbers");
    } else if (parameters != null) {
      s.append(", ").append(parameters(parameters));
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
    return counted ? bytes(Long.parseLong(size, 0, space, 10)) : size;
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

  /// A place where a licence was read, in a line.
  static String statement(LicenceStatement l) {
    String covers =
        l.covers().stream().sorted().map(Words::lower).collect(Collectors.joining(", "));
    String basis =
        switch (l.basis()) {
          case TEXT -> "licence text";
          case STATEMENT -> "statement by a human";
          default -> "claim by " + lower(l.basis()).replace('-', ' ');
        };
    String match =
        switch (l.match()) {
          case SAME_WORDS -> ", the same words";
          case MODIFIED -> ", changed: " + String.join("; ", l.differs());
          case NAMED -> "";
          case UNKNOWN -> ", not one that is known";
        };
    return l.expression()
        + ": "
        + basis
        + match
        + "; covers "
        + (covers.isEmpty() ? "nothing that it names" : covers)
        + (l.scope().isEmpty() ? "" : " below " + l.scope())
        + "; "
        + l.freedom().title();
  }

  /// An issue in a line, without its severity.
  static String issue(Issue i) {
    String where = i.path().isEmpty() ? i.source() : i.path();
    return (where.isEmpty() ? "" : where + ": ")
        + i.message()
        + (i.next().isEmpty() ? "" : " (" + i.next() + ")");
  }

  static String effort(Assessment.Effort e) {
    return files(e.files())
        + " listed ("
        + bytes(e.bytesListed())
        + "), "
        + count(e.filesRead())
        + " read ("
        + bytes(e.bytesRead())
        + "), "
        + (e.requests() == 0
            ? "no network request"
            : e.requests() == 1 ? "1 network request" : count(e.requests()) + " network requests");
  }

  /// An enum constant as words: `PRE_TRAINING` is `pre-training`.
  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
