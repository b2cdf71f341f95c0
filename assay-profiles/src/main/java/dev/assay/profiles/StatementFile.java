package dev.assay.profiles;

import dev.assay.model.Component;
import dev.assay.model.State;
import dev.assay.profiles.YamlTree.Items;
import dev.assay.profiles.YamlTree.Keys;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// An `assay.yml`: what people state of a release, each with a name, a reason and a date. The
/// format is described in `docs/reference/assay-yml.md`. A wrong entry costs itself and is
/// reported; the others are read.
public final class StatementFile {
  /// The longest file that is read, in characters.
  public static final int LONGEST = YamlTree.LONGEST;

  /// More entries than a person writes.
  private static final int MOST = 500;

  private static final Set<String> NAMES = Set.of("assay.yml", "assay.yaml");

  private final List<Stated> stated = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private String by = "";
  private String date = "";

  private StatementFile() {}

  /// What came of reading.
  ///
  /// @param stated the entries that are as they must be, in order
  /// @param problems the others, one line each with file, line and column
  public record Reading(List<Stated> stated, List<String> problems) {
    public Reading {
      stated = List.copyOf(stated);
      problems = List.copyOf(problems);
    }
  }

  /// Whether this is the name of such a file.
  public static boolean isName(String name) {
    return NAMES.contains(name);
  }

  /// Reads a file.
  ///
  /// @param file its name, for messages
  public static Reading read(String file, String text) {
    var reading = new StatementFile();
    reading.trying(() -> reading.all(YamlTree.parse(file, text)));
    return new Reading(reading.stated, reading.problems);
  }

  private boolean trying(Runnable part) {
    try {
      part.run();
      return true;
    } catch (BadFile e) {
      problems.add(e.line());
      return false;
    }
  }

  private void all(YamlTree tree) {
    tree.need("assay").number(1, 1);
    trying(() -> tree.only("assay", "by", "date", "sources", "parts", "statements"));
    trying(() -> by = tree.get("by").map(YamlTree::line).orElse(""));
    trying(() -> date = tree.get("date").map(StatementFile::date).orElse(""));
    each(tree, "sources", this::source);
    each(tree, "parts", this::part);
    each(tree, "statements", this::statement);
  }

  private interface Entry {
    void read(YamlTree tree);
  }

  private void each(YamlTree tree, String key, Entry entry) {
    trying(() -> {
      int n = 0;
      for (YamlTree item : tree.get(key).map(YamlTree::list).orElse(List.of())) {
        if (++n > MOST) {
          throw item.bad("more than " + MOST + " entries; the rest were not read");
        }
        trying(() -> entry.read(item));
      }
    });
  }

  private void source(YamlTree tree) {
    tree.only("at", "revision", "holds", "by", "reason", "date");
    var holds = new ArrayList<Component>();
    for (YamlTree c : tree.need("holds").list()) {
      holds.add(Condition.component(c));
    }
    if (holds.isEmpty()) {
      throw tree.need("holds").bad("an empty list says nothing");
    }
    add(
        tree,
        new Stated.Source(
            tree.need("at").line(), tree.get("revision").map(YamlTree::line).orElse(""), holds));
  }

  private void part(YamlTree tree) {
    tree.only("path", "is", "by", "reason", "date");
    YamlTree path = tree.need("path");
    String p = path.line();
    while (p.endsWith("/")) {
      p = p.substring(0, p.length() - 1);
    }
    if (p.isEmpty() || p.startsWith("/") || ("/" + p + "/").contains("/../")) {
      throw path.bad("a path inside the release is wanted, not `" + path.text() + "`");
    }
    add(tree, new Stated.Part(p, Condition.component(tree.need("is"))));
  }

  private void statement(YamlTree tree) {
    tree.only("about", "state", "licence", "says", "by", "reason", "date");
    Component about = Condition.component(tree.need("about"));
    String says = tree.get("says").map(YamlTree::line).orElse("");
    Optional<State> state = tree.get("state").map(StatementFile::state);
    Optional<String> licence = tree.get("licence").map(YamlTree::line);
    if (state.isEmpty() && licence.isEmpty() && says.isEmpty()) {
      throw tree.bad("`state`, `licence` or `says` is wanted: this states nothing");
    }
    state.ifPresent(s -> add(tree, new Stated.OfState(about, s, says)));
    licence.ifPresent(
        l -> add(tree, new Stated.OfLicence(about, l, state.isPresent() ? "" : says)));
    if (state.isEmpty() && licence.isEmpty()) {
      add(tree, new Stated.Remark(about, says));
    }
  }

  private void add(YamlTree tree, Stated.What what) {
    String who = tree.get("by").map(YamlTree::line).orElse(by);
    if (who.isEmpty()) {
      throw tree.bad("`by` is missing: whoever states something gives a name");
    }
    String when = tree.get("date").map(StatementFile::date).orElse(date);
    if (when.isEmpty()) {
      throw tree.bad("`date` is missing: when was this stated?");
    }
    stated.add(
        new Stated(what, who, tree.need("reason").line(), when, tree.place().line(), last(tree)));
  }

  private static int last(YamlTree tree) {
    int last = tree.place().line();
    switch (tree.value()) {
      case Keys keys -> {
        for (YamlTree t : keys.map().values()) {
          last = Math.max(last, last(t));
        }
      }
      case Items items -> {
        for (YamlTree t : items.list()) {
          last = Math.max(last, last(t));
        }
      }
      case YamlTree.Scalar s -> {}
    }
    return last;
  }

  private static String date(YamlTree tree) {
    try {
      return LocalDate.parse(tree.text()).toString();
    } catch (DateTimeParseException e) {
      throw tree.bad("a date such as 2026-03-01 is wanted, not `" + tree.text() + "`");
    }
  }

  private static State state(YamlTree tree) {
    for (State s : State.values()) {
      if (s != State.UNDECIDABLE && s.name().toLowerCase(Locale.ROOT).equals(tree.text())) {
        return s;
      }
    }
    throw tree.bad(
        "present, linked, promised, described or absent is wanted, not `" + tree.text() + "`");
  }
}
