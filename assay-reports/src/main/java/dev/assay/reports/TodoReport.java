package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.reports.TextPage.Style;
import java.util.List;

/// What would raise a release most by one definition, as a list of things to do.
public final class TodoReport implements Report {
  private final String definition;
  private final String verdict;
  private final List<Todo> todos;
  private final List<String> left;

  /// @param definition the definition's name
  /// @param verdict what it says of the release now
  /// @param todos in the order to do them
  /// @param left what stays open when all is done
  public TodoReport(String definition, String verdict, List<Todo> todos, List<String> left) {
    this.definition = definition;
    this.verdict = verdict;
    this.todos = List.copyOf(todos);
    this.left = List.copyOf(left);
  }

  /// One thing to do.
  ///
  /// @param what what it is about
  /// @param now what was found
  /// @param add what to add
  /// @param where where to put it
  /// @param example what it could look like
  /// @param reaches the verdict with this and all before it done
  public record Todo(
      String what, String now, String add, String where, String example, String reaches) {}

  @Override
  public String id() {
    return "todo";
  }

  @Override
  public void write(Assessment a, Layout layout, Appendable out) {
    var page = new TextPage(layout, out);
    page.about(a.name(), by(definition));
    page.paragraph(0, "now:", 6, verdict, Style.PLAIN);
    page.blank();
    if (todos.isEmpty()) {
      page.item(0, "", "Nothing is missing that could be added.", Style.GOOD);
      left(page);
      return;
    }
    page.item(0, "", "To raise it, in this order:", Style.PLAIN);
    int number = 0;
    for (Todo t : todos) {
      number++;
      page.blank();
      page.item(2, number + ".", t.what() + ": add " + t.add(), Style.BOLD);
      page.paragraph(5, "now", 14, t.now(), Style.PLAIN);
      page.paragraph(5, "where", 14, t.where(), Style.PLAIN);
      page.paragraph(5, "example", 14, t.example(), Style.DIM);
      page.paragraph(5, "reaches", 14, t.reaches(), Style.GOOD);
    }
    left(page);
  }

  private void left(TextPage page) {
    if (left.isEmpty()) {
      return;
    }
    page.blank();
    page.item(0, "", "What then stays open:", Style.PLAIN);
    left.forEach(l -> page.item(2, "?", l, Style.OPEN));
  }

  /// "by the Framework", and "by Somebody's minimum".
  private static String by(String definition) {
    return (definition.contains("'s ") ? "by " : "by the ") + definition;
  }
}
