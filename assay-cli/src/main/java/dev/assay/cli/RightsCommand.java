package dev.assay.cli;

import dev.assay.licences.RightsAnswer;
import dev.assay.licences.RightsQuestion;
import dev.assay.model.Assessment;
import dev.assay.model.Evidence;
import dev.assay.model.Right;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `assay rights`: may I?
@Command(
    name = "rights",
    mixinStandardHelpOptions = true,
    description = "What the licences say one may do with each part, and with the whole.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay rights ./my-model",
      "  assay rights ./my-model --use commercial --users 2000000 --territory EU",
      "  assay rights ./my-model --purpose \"improve another model\""
    })
final class RightsCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ReleaseOptions release = new ReleaseOptions();

  @Option(names = "--use", paramLabel = "USE", description = "${COMPLETION-CANDIDATES}.")
  private @Nullable Use use;

  @Option(names = "--users", paramLabel = "N", description = "How many people use it in a month.")
  private @Nullable Long users;

  @Option(names = "--revenue", paramLabel = "USD", description = "Your revenue in a year.")
  private @Nullable Long revenue;

  @Option(names = "--territory", paramLabel = "PLACE", description = "A country, or EU.")
  private @Nullable String territory;

  @Option(names = "--purpose", paramLabel = "WORDS", description = "What for, in words.")
  private @Nullable String purpose;

  /// What the use is.
  enum Use {
    commercial,
    research,
    personal
  }

  RightsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if ((users != null && users < 0) || (revenue != null && revenue < 0)) {
      terminal.error("--users and --revenue are numbers of at least 0");
      return Exit.WRONG_USE;
    }
    var question = new RightsQuestion(use == Use.commercial, users, revenue, territory, purpose);
    return release.assess(
        terminal,
        (assessment, licences) -> {
          print(
              assessment,
              question,
              licences.answer(question, assessment.licences(), assessment.findings()));
          return Exit.DONE;
        });
  }

  private void print(Assessment assessment, RightsQuestion question, RightsAnswer answer) {
    PrintWriter out = terminal.out();
    out.println(Plain.line(assessment.name()) + ": what the licences say");
    out.println();
    if (!question.equals(RightsQuestion.ANYBODY)) {
      out.println("What you asked: " + answer.asked().answer().title());
      detail(answer.asked(), "  ");
      out.println();
    }
    out.println("The release as a whole (the strictest part binds):");
    for (Right right : answer.whole()) {
      right(right, "  ");
    }
    for (RightsAnswer.Part part : answer.parts()) {
      out.println();
      out.println(
          part.component().title()
              + ", "
              + Plain.line(part.licence().expression())
              + " ("
              + part.licence().status().title()
              + "):");
      for (Right right : part.rights()) {
        right(right, "  ");
      }
    }
    out.println();
    out.println(RightsAnswer.NOTICE);
  }

  private static final int LONGEST_QUOTE = 180;

  private void right(Right right, String indent) {
    String act = right.act().title();
    terminal
        .out()
        .println(
            indent + act + " ".repeat(Math.max(1, 42 - act.length())) + right.answer().title());
    if (right.answer() != Right.Answer.YES) {
      detail(right, indent + "  ");
    }
  }

  private void detail(Right right, String indent) {
    PrintWriter out = terminal.out();
    if (!right.reason().isEmpty()) {
      out.println(indent + Plain.line(right.reason()));
    }
    for (String condition : right.conditions()) {
      out.println(indent + "if: " + Plain.line(condition));
    }
    for (Right.Clause clause : right.clauses()) {
      String where =
          clause.evidence().stream()
              .map(Evidence::place)
              .findFirst()
              .map(p -> " in " + p)
              .orElse("");
      out.println(
          indent
              + Plain.line(
                  clause.licence()
                      + (clause.clause().isEmpty() ? "" : " " + clause.clause())
                      + where
                      + ": "
                      + clause.says()));
      clause.evidence().stream()
          .map(e -> e.quote().replaceAll("\\s+", " ").strip())
          .filter(q -> !q.isEmpty() && !clause.clause().isEmpty())
          .findFirst()
          .ifPresent(q -> out.println(indent + "  \u201C" + Plain.line(shortened(q)) + "\u201D"));
    }
  }

  /// The words of a clause as far as they fit a line or two.
  private static String shortened(String quote) {
    return quote.length() <= LONGEST_QUOTE
        ? quote
        : quote.substring(0, LONGEST_QUOTE - 1) + "\u2026";
  }
}
