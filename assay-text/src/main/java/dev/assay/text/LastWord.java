package dev.assay.text;

import dev.assay.model.DataSet;
import dev.assay.model.Order;
import dev.assay.model.Qualifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What is said of the training data where nothing says it well: a page further in tells what the
/// model was trained on, or a program that trains names what it reads. Beside anything better these
/// say nothing; where all else is silent, silence would be the wrong answer.
final class LastWord {
  private static final Set<DataSet.Stage> TRAINING =
      EnumSet.of(
          DataSet.Stage.PRE_TRAINING,
          DataSet.Stage.TRAINING,
          DataSet.Stage.UNSTATED,
          DataSet.Stage.POST_TRAINING);

  private static final Pattern TRAINED_ON =
      Pattern.compile(
          "(?i)\\b(?:pre-?|fine-?)?(?:trained|tuned)(?: exclusively| only| mainly)? (?:on|with|from) (?!top\\b|your\\b|(?:an? )?(?:single )?(?:\\w{1,8} )?gpus?\\b)");

  /// How a sentence says what a model was not trained on, or need not be.
  private static final Pattern NOT_IT =
      Pattern.compile(
          "(?i)\\b(?:without|not|never|instead of|rather than)(?: \\w{2,12}){0,2} (?:pre-?|fine-?)?(?:trained|training|tuned|tuning)\\b");

  private LastWord() {}

  /// The same, with what may speak raised to what counts, where nothing counts.
  ///
  /// @param groups the data that are in hand
  /// @param own what the release calls itself, which is no name of its data
  /// @param documents where programs are told from what is written for people
  static List<Given> of(
      List<Given> given, List<DataFiles.Group> groups, OwnNames own, List<Document> documents) {
    for (DataFiles.Group group : groups) {
      if (TRAINING.contains(group.stage())) {
        return given;
      }
    }
    Set<String> code = new HashSet<>();
    for (Document document : documents) {
      if (document.isProgram()) {
        code.add(document.file().path());
      }
    }
    boolean said = false;
    boolean named = false;
    for (Given g : given) {
      if (!TRAINING.contains(g.stage()) || g.qualifiers().contains(Qualifier.OF_BASE)) {
        continue;
      }
      if (g.weight() >= Passage.OWN) {
        return given;
      }
      said |= !isOf(code, g) && isSaid(g);
      named |= isOf(code, g) && isNamed(g, own);
    }
    if (!said && !named) {
      return given;
    }
    List<Given> raised = new ArrayList<>();
    for (Given g : given) {
      boolean counts =
          TRAINING.contains(g.stage())
              && !g.qualifiers().contains(Qualifier.OF_BASE)
              && isOf(code, g) != said
              && (said ? isSaid(g) : isNamed(g, own));
      raised.add(counts ? counting(g) : g);
    }
    raised.sort(Order.down(Given::weight));
    return raised;
  }

  private static boolean isSaid(Given g) {
    boolean told =
        g.form() == DataSet.Form.NAMED
            || g.form() == DataSet.Form.PROSE
            || g.form() == DataSet.Form.LINK;
    return told
        && g.weight() == Passage.OWN - 1
        && TRAINED_ON.matcher(g.text()).find()
        && !NOT_IT.matcher(g.text()).find()
        && !PassageWeight.isOfAField(g.text());
  }

  private static boolean isOf(Set<String> code, Given g) {
    return code.contains(g.evidence().path());
  }

  private static boolean isNamed(Given g, OwnNames own) {
    return g.weight() == NamedByPrograms.WEIGHT
        && g.sources().stream().noneMatch(s -> own.are(s.name()));
  }

  private static Given counting(Given g) {
    return new Given(
        g.stage(),
        // What is linked in passing is no place where the data can be had.
        g.form() == DataSet.Form.LINK ? DataSet.Form.NAMED : g.form(),
        g.qualifiers(),
        Passage.OWN,
        g.sources().stream().map(s -> new Passage.Source(s.name(), "")).toList(),
        g.quantities(),
        g.size(),
        g.licence(),
        g.evidence(),
        g.text(),
        g.fetched(),
        g.recipe());
  }
}
