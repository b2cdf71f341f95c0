package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Part;
import dev.assay.reports.TextPage.Cell;
import dev.assay.reports.TextPage.Style;
import java.util.List;

/// The release told as something that everybody knows: a model is like a database, and like a game
/// (product page, section 1). The table of parts, with this release's findings in it.
public final class ExplainReport implements Report {
  private final Likeness likeness;

  /// The report for one likeness.
  public ExplainReport(Likeness likeness) {
    this.likeness = likeness;
  }

  /// What a model is told as.
  public enum Likeness {
    DATABASE("database"),
    GAME("game");

    private final String id;

    Likeness(String id) {
      this.id = id;
    }

    /// As a user writes it.
    @Override
    public String toString() {
      return id;
    }

    /// The name for `--as`.
    public String id() {
      return id;
    }

    /// What a part would be.
    String of(Part part) {
      return this == DATABASE ? part.asDatabase() : part.asGame();
    }

    String opening() {
      return this == DATABASE ? "If this model were a database:" : "If this model were a game:";
    }

    /// What the release means in this likeness: could you build it again, or only run it?
    String moral(Assessment a) {
      return moral(
          Words.sign(a.finding(Component.TRAINING_CODE)) == Words.Sign.HERE
              && Words.sign(a.finding(Component.TRAINING_DATA)) == Words.Sign.HERE,
          a.finding(Component.WEIGHTS));
    }

    /// The same by whether all the source is here, and by the weights.
    String moral(boolean source, Finding executable) {
      boolean weights = Words.sign(executable) == Words.Sign.HERE;
      if (source) {
        return this == DATABASE
            ? "The source code and the data are both here: you could change them and build the"
                + " database again."
            : "The source code and the assets are both here: you could change them and build the"
                + " game again.";
      }
      if (!weights) {
        return switch (executable.state()) {
          case LINKED ->
              "The executable is not here: it is linked, and what lies there was not looked at.";
          case UNDECIDABLE -> "Whether the executable is here cannot be decided.";
          case PRESENT -> "Only part of the executable is here.";
          case PROMISED, DESCRIBED, ABSENT ->
              "There is no executable here to "
                  + (this == DATABASE ? "run" : "play")
                  + " on your own machine.";
        };
      }
      return this == DATABASE
          ? "You have the executable, with its data inside, but not all of what it was built from is"
              + " here. Running it on your own machine does not make it open source, no more than it"
              + " makes a closed database one."
          : "You have the executable, but not all of what it was built from is here. Fine-tuning it is"
              + " modding: you can put other dragons in, and the game is still not open source.";
    }
  }

  @Override
  public String id() {
    return "as-" + likeness.id();
  }

  @Override
  public void write(Assessment a, Layout layout, Appendable out) {
    var page = new TextPage(layout, out);
    page.about(a.name(), Words.standing(a.standing()));
    page.blank();
    page.line(0, List.of(new Cell(likeness.opening(), 0, Style.PLAIN)));
    for (Part part : KeyFindings.FIVE) {
      Finding f = KeyFindings.of(a, part);
      page.blank();
      page.line(
          2,
          List.of(
              new Cell(Words.sign(f).mark, 2, Style.BOLD),
              new Cell(part.title(), 15, Style.BOLD),
              new Cell("is " + likeness.of(part), 0, Style.PLAIN)));
      page.item(19, "", found(f), Style.PLAIN);
      page.item(19, "", question(part), Style.DIM);
      if (!f.evidence().isEmpty()) {
        page.item(19, "→", Words.place(a, f.evidence().getFirst()), Style.DIM);
      }
    }
    page.blank();
    page.item(0, "", likeness.moral(a), Style.BOLD);
  }

  /// What was found of a part, once.
  static String found(Finding f) {
    String state = Words.state(f);
    return f.summary().regionMatches(true, 0, state, 0, state.length())
        ? f.summary()
        : state + ". " + f.summary();
  }

  /// The question that a part answers, for somebody who has never seen a model.
  static String question(Part part) {
    return switch (part) {
      case TRAINING_CODE -> "Can I see how it was made, and change that?";
      case TRAINING_DATA -> "Can I see what went in, and change that?";
      case ARCHITECTURE -> "Can I see its shape?";
      case WEIGHTS -> "Can I run it on my own machine?";
      case CLIENT_CODE -> "Can I use it?";
      case DOCUMENTS -> "Can I read about it?";
    };
  }
}
