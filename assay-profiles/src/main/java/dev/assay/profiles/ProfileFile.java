package dev.assay.profiles;

import dev.assay.profiles.GradedProfile.Dimension;
import dev.assay.profiles.MofEvaluator.Part;
import dev.assay.profiles.MofProfile.Mapped;
import dev.assay.profiles.RuleProfile.Rule;
import dev.assay.profiles.RuleProfile.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads a profile from its file. The format is described in `docs/reference/profiles.md`.
final class ProfileFile {
  private ProfileFile() {}

  /// @param tree what the file holds
  /// @param sets the sets of licences that come with Assay
  /// @throws BadFile with line and column
  static Loaded read(YamlTree tree, LicenceSets sets) {
    String kind = tree.need("kind").text();
    LicenceSets all = tree.get("licences").map(sets::with).orElse(sets);
    var name =
        new Profile.Name(
            tree.need("profile").text(), tree.need("title").text(), tree.need("origin").text());
    Profile profile =
        switch (kind) {
          case "rules" -> rules(tree, name, all);
          case "graded" -> graded(tree, name, all);
          case "mof" -> mof(tree, name, all);
          default ->
              throw tree.need("kind").bad("rules, graded or mof is wanted, not `" + kind + "`");
        };
    return new Loaded(profile, all);
  }

  /// A profile and the sets of licences that it sees.
  record Loaded(Profile profile, LicenceSets sets) {}

  private static Profile rules(YamlTree tree, Profile.Name name, LicenceSets sets) {
    tree.only("profile", "title", "origin", "about", "kind", "licences", "criteria", "verdicts");
    var ids = new HashSet<String>();
    var criteria = new ArrayList<Rule>();
    for (YamlTree c : tree.need("criteria").list()) {
      c.only("id", "text", "require");
      criteria.add(
          new Rule(
              unique(c.need("id"), ids),
              c.need("text").text(),
              Condition.parse(c.need("require"), sets)));
    }
    var verdicts = new ArrayList<Verdict>();
    for (YamlTree v : tree.need("verdicts").list()) {
      v.only("verdict", "open", "needs");
      var needs = new ArrayList<String>();
      for (YamlTree need : v.get("needs").map(YamlTree::list).orElse(List.of())) {
        if (need.text().equals("all")) {
          needs.addAll(criteria.stream().map(Rule::id).toList());
        } else if (ids.contains(need.text())) {
          needs.add(need.text());
        } else {
          throw need.bad("no criterion is called `" + need.text() + "`");
        }
      }
      verdicts.add(
          new Verdict(v.need("verdict").text(), v.need("open").flag(), List.copyOf(needs)));
    }
    if (verdicts.isEmpty() || !verdicts.getLast().needs().isEmpty()) {
      throw tree.need("verdicts")
          .bad("the last verdict must need nothing, so that there is always one");
    }
    return new RuleProfile(name, List.copyOf(criteria), List.copyOf(verdicts));
  }

  private static Profile graded(YamlTree tree, Profile.Name name, LicenceSets sets) {
    tree.only("profile", "title", "origin", "about", "kind", "licences", "dimensions");
    var ids = new HashSet<String>();
    var dimensions = new ArrayList<Dimension>();
    for (YamlTree d : tree.need("dimensions").list()) {
      d.only("id", "text", "open", "partial");
      dimensions.add(
          new Dimension(
              unique(d.need("id"), ids),
              d.need("text").text(),
              Condition.parse(d.need("open"), sets),
              Condition.parse(d.need("partial"), sets)));
    }
    return new GradedProfile(name, List.copyOf(dimensions));
  }

  private static Profile mof(YamlTree tree, Profile.Name name, LicenceSets sets) {
    tree.only("profile", "title", "origin", "about", "kind", "licences", "open", "components");
    var parts = new ArrayList<Mapped>();
    for (YamlTree c : tree.need("components").list()) {
      c.only("name", "class", "required", "type", "is", "presence");
      YamlTree type = c.need("type");
      if (!Set.of("code", "data", "document").contains(type.text())) {
        throw type.bad("code, data or document is wanted, not `" + type.text() + "`");
      }
      parts.add(
          new Mapped(
              new Part(
                  c.need("name").text(),
                  c.need("class").number(1, 3),
                  c.need("required").flag(),
                  type.text()),
              Condition.component(c.need("is")),
              c.get("presence").map(Condition::presence).orElse(Presence.WHOLE)));
    }
    return new MofProfile(name, List.copyOf(parts), Condition.licence(tree.need("open"), sets));
  }

  private static String unique(YamlTree id, Set<String> ids) {
    if (!ids.add(id.text())) {
      throw id.bad("`" + id.text() + "` is used twice");
    }
    return id.text();
  }
}
