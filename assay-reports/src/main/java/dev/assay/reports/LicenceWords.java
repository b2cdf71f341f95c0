package dev.assay.reports;

import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.LicenceStatement;
import dev.assay.model.State;
import java.util.stream.Collectors;

/// What reports say of licences, in short and in full; raw, not escaped for any medium.
final class LicenceWords {
  private LicenceWords() {}

  /// A component's licence in short, with how it was found. The licence of this source is none of
  /// what is only linked from it.
  static String of(Finding f) {
    LicenceOf l = f.licence();
    boolean nothing = !Words.inHand(f) && f.state() != State.UNDECIDABLE;
    if (f.component() == Component.LICENCE_FILES
        || f.component() == Component.ACCESS
        || nothing && l.status() == LicenceOf.Status.NONE) {
      // What is only spoken of has no licence that could be missing.
      return "";
    }
    return f.state() == State.LINKED && l.status() == LicenceOf.Status.INHERITED
        ? "not stated (here: " + expression(l) + ")"
        : of(l);
  }

  /// A licence in short, with how it was found.
  static String of(LicenceOf l) {
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

  /// A component's licence in a sentence.
  static String inFull(LicenceOf l) {
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
      case CONFLICT ->
          expression(l)
              + ", places disagree"
              + (l.from().isEmpty() ? "" : " (" + l.from() + ")")
              + " and this is the strictest; "
              + free;
      case NONE -> "no licence found for it";
    };
  }

  /// A place where a licence was read, in a line.
  static String statement(LicenceStatement l) {
    String covers =
        l.covers().stream().sorted().map(Words::lower).collect(Collectors.joining(", "));
    String basis =
        switch (l.basis()) {
          case TEXT -> "licence text";
          case STATEMENT -> "statement by a human";
          default -> "claim by " + Words.lower(l.basis()).replace('-', ' ');
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
}
