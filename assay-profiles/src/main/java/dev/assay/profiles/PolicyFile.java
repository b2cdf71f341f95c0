package dev.assay.profiles;

import dev.assay.model.Issue;
import dev.assay.model.ProofLevel;
import dev.assay.model.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Reads a policy. The format is described in `docs/reference/policies.md`.
final class PolicyFile {
  private PolicyFile() {}

  static Policy read(YamlTree tree) {
    tree.only(
        "policy",
        "about",
        "licences",
        "require",
        "rights",
        "ladder",
        "profiles",
        "contradictions",
        "gate",
        "issues",
        "age",
        "undecided");
    LicenceSets builtIn = LicenceSets.builtIn();
    LicenceSets sets = tree.get("licences").map(builtIn::with).orElse(builtIn);
    var rules = new ArrayList<PolicyRule>();
    tree.get("ladder").ifPresent(l -> rules.add(stands(l)));
    for (YamlTree r : list(tree, "require")) {
      rules.add(needs(r, sets));
    }
    for (YamlTree r : list(tree, "rights")) {
      rules.add(grants(r));
    }
    for (YamlTree p : list(tree, "profiles")) {
      rules.add(defined(p));
    }
    tree.get("contradictions").ifPresent(c -> rules.add(new PolicyRule.NoContradictions(none(c))));
    tree.get("gate").ifPresent(g -> rules.add(new PolicyRule.NoGate(none(g))));
    tree.get("issues").ifPresent(i -> rules.add(clean(i)));
    tree.get("age").ifPresent(a -> rules.add(fresh(a)));
    if (rules.isEmpty()) {
      throw tree.bad("a policy without rules would pass everything");
    }
    boolean passes =
        tree.get("undecided")
            .map(u ->
                switch (u.text()) {
                  case "fails" -> false;
                  case "passes" -> true;
                  default -> throw u.bad("fails or passes is wanted, not `" + u.text() + "`");
                })
            .orElse(false);
    return new Policy(
        tree.need("policy").text(),
        tree.get("about").map(YamlTree::text).orElse(""),
        rules,
        passes,
        sets);
  }

  private static List<YamlTree> list(YamlTree tree, String key) {
    return tree.get(key).map(YamlTree::list).orElse(List.of());
  }

  private static PolicyRule needs(YamlTree tree, LicenceSets sets) {
    tree.only("component", "presence", "licence", "licences", "proof");
    if (tree.get("licence").isPresent() && tree.get("licences").isPresent()) {
      throw tree.bad("either `licence` (a set) or `licences` (a list), not both");
    }
    return new PolicyRule.Needs(
        tree.where(),
        Condition.component(tree.need("component")),
        tree.get("presence").map(Condition::presence).orElse(Presence.WHOLE),
        tree.get("licence").map(l -> Condition.licence(l, sets)).orElse(null),
        tree.get("licences").map(YamlTree::texts).orElse(List.of()),
        tree.get("proof").map(p -> constant(p, ProofLevel.class)).orElse(null));
  }

  private static PolicyRule grants(YamlTree tree) {
    tree.only("right", "conditions");
    boolean allowed =
        tree.get("conditions")
            .map(c ->
                switch (c.text()) {
                  case "allowed" -> true;
                  case "none" -> false;
                  default -> throw c.bad("allowed or none is wanted, not `" + c.text() + "`");
                })
            .orElse(false);
    return new PolicyRule.Grants(tree.where(), Condition.act(tree.need("right")), allowed);
  }

  private static PolicyRule stands(YamlTree tree) {
    tree.only("at-least", "at-most");
    Step low = tree.get("at-least").map(s -> constant(s, Step.class)).orElse(Step.CLOSED);
    Step high = tree.get("at-most").map(s -> constant(s, Step.class)).orElse(Step.REPRODUCED);
    if (high.compareTo(low) < 0) {
      throw tree.bad("`at-most` is below `at-least`");
    }
    return new PolicyRule.Stands(tree.where(), low, high);
  }

  private static PolicyRule defined(YamlTree tree) {
    tree.only("profile", "verdicts");
    return new PolicyRule.Defined(
        tree.where(),
        tree.need("profile").text(),
        tree.get("verdicts").map(YamlTree::texts).orElse(List.of()));
  }

  private static PolicyRule clean(YamlTree tree) {
    return new PolicyRule.Clean(
        tree.where(),
        switch (tree.text()) {
          case "no-errors" -> Issue.Severity.WARNING;
          case "no-warnings" -> Issue.Severity.NOTE;
          default ->
              throw tree.bad("no-errors or no-warnings is wanted, not `" + tree.text() + "`");
        });
  }

  private static PolicyRule fresh(YamlTree tree) {
    tree.only("days");
    return new PolicyRule.Fresh(tree.where(), tree.need("days").number(0, 36_500));
  }

  private static String none(YamlTree tree) {
    if (!tree.text().equals("none")) {
      throw tree.bad("none is all that can be asked, not `" + tree.text() + "`");
    }
    return tree.where();
  }

  private static <E extends Enum<E>> E constant(YamlTree tree, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(c -> word(c).equals(tree.text()))
        .findFirst()
        .orElseThrow(() ->
            tree.bad(
                "one of "
                    + String.join(
                        ", ", Arrays.stream(type.getEnumConstants()).map(PolicyFile::word).toList())
                    + " is wanted, not `"
                    + tree.text()
                    + "`"));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
