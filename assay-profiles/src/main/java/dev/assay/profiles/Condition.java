package dev.assay.profiles;

import dev.assay.model.Component;
import dev.assay.model.Right;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a criterion asks, as written in a profile. Answered with three values.
sealed interface Condition {

  /// The answer from the facts.
  Answer ask(Facts facts);

  /// All of these.
  record All(List<Condition> of) implements Condition {
    @Override
    public Answer ask(Facts facts) {
      return Answer.all(of.stream().map(c -> c.ask(facts)).toList());
    }
  }

  /// One of these.
  record Any(List<Condition> of) implements Condition {
    @Override
    public Answer ask(Facts facts) {
      return Answer.any(of.stream().map(c -> c.ask(facts)).toList());
    }
  }

  /// A component, as much of it as is asked for, under a licence of the set; or under a free one.
  record Has(Component component, Presence presence, @Nullable String licence, boolean free)
      implements Condition {

    @Override
    public Answer ask(Facts facts) {
      Answer there = facts.presence(component, presence);
      if (licence == null && !free) {
        return there;
      }
      if (there.outcome() == dev.assay.model.ProfileVerdict.Outcome.NOT_MET) {
        return there;
      }
      Answer terms = licence == null ? facts.free(component) : facts.licence(component, licence);
      return Answer.all(List.of(there, terms));
    }
  }

  /// A licence alone, whatever there is of the component.
  record Licensed(Component component, @Nullable String licence) implements Condition {
    @Override
    public Answer ask(Facts facts) {
      return licence == null ? facts.free(component) : facts.licence(component, licence);
    }
  }

  /// A right that the licences give.
  record Granted(Right.Act act, boolean conditionsCount) implements Condition {
    @Override
    public Answer ask(Facts facts) {
      return facts.right(act, conditionsCount);
    }
  }

  /// A right that the licences give, with none of these conditions attached.
  ///
  /// @param without the first words of conditions that make it a no
  /// @param judged the first words of conditions that a person must weigh
  record Unburdened(Right.Act act, List<String> without, List<String> judged) implements Condition {
    @Override
    public Answer ask(Facts facts) {
      return facts.unburdened(act, without, judged);
    }
  }

  /// Access that asks for nothing.
  record NoGate() implements Condition {
    @Override
    public Answer ask(Facts facts) {
      return NotLookedAt.gate(facts);
    }
  }

  /// The opposite of a condition; what is undecided stays so.
  record Not(Condition of) implements Condition {
    @Override
    public Answer ask(Facts facts) {
      return of.ask(facts).opposite();
    }
  }

  /// Found for its own sake: what is told of another component alone does not count.
  ///
  /// @param has what is asked for
  /// @param apartFrom the component whose finding may have been taken for it
  record Apart(Has has, Component apartFrom) implements Condition {
    @Override
    public Answer ask(Facts facts) {
      return facts.sameAs(has.component, apartFrom)
          ? Answer.not(
              has.component.title() + ": only what is told of " + apartFrom.title(), has.component)
          : has.ask(facts);
    }
  }

  /// Undecided where a component was not found and the places that may tell of it are only linked;
  /// otherwise not met. It stands beside the ways to meet a criterion.
  record Unread(Component component, List<Component> places) implements Condition {
    @Override
    public Answer ask(Facts facts) {
      return NotLookedAt.unread(facts, component, places);
    }
  }

  /// A person's judgement, which no program replaces.
  record Judgement(String what) implements Condition {
    @Override
    public Answer ask(Facts facts) {
      return Answer.undecided(what);
    }
  }

  /// Reads a condition.
  ///
  /// @param sets the sets of licences that it may name
  static Condition parse(YamlTree tree, LicenceSets sets) {
    if (tree.isList()) {
      return new All(list(tree, sets));
    }
    tree.only(
        "all",
        "any",
        "not",
        "component",
        "presence",
        "apart-from",
        "unread",
        "in",
        "licence",
        "licence-of",
        "right",
        "conditions",
        "without",
        "judged",
        "gate",
        "judgement");
    var map = tree.map();
    if (map.containsKey("all")) {
      return new All(list(alone(tree).need("all"), sets));
    }
    if (map.containsKey("any")) {
      return new Any(list(alone(tree).need("any"), sets));
    }
    if (map.containsKey("not")) {
      return new Not(parse(alone(tree).need("not"), sets));
    }
    if (map.containsKey("unread")) {
      tree.only("unread", "in");
      var places = new ArrayList<Component>();
      tree.need("in").list().forEach(place -> places.add(component(place)));
      return new Unread(component(tree.need("unread")), List.copyOf(places));
    }
    if (map.containsKey("judgement")) {
      return new Judgement(alone(tree).need("judgement").text());
    }
    if (map.containsKey("gate")) {
      YamlTree gate = alone(tree).need("gate");
      if (!gate.text().equals("none")) {
        throw gate.bad("`gate: none` is all that can be asked");
      }
      return new NoGate();
    }
    if (map.containsKey("without") || map.containsKey("judged")) {
      tree.only("right", "without", "judged");
      return new Unburdened(act(tree.need("right")), words(tree, "without"), words(tree, "judged"));
    }
    if (map.containsKey("right")) {
      tree.only("right", "conditions");
      return new Granted(act(tree.need("right")), conditions(tree));
    }
    if (map.containsKey("licence-of")) {
      tree.only("licence-of", "licence");
      String licence = licence(tree.need("licence"), sets);
      return new Licensed(
          component(tree.need("licence-of")), licence.equals("free") ? null : licence);
    }
    return has(tree, sets);
  }

  private static Condition has(YamlTree tree, LicenceSets sets) {
    tree.only("component", "presence", "licence", "apart-from");
    Component component = component(tree.need("component"));
    Presence presence = tree.get("presence").map(Condition::presence).orElse(Presence.WHOLE);
    String licence = tree.get("licence").map(l -> licence(l, sets)).orElse("");
    boolean free = licence.equals("free");
    var has = new Has(component, presence, licence.isEmpty() || free ? null : licence, free);
    return tree.get("apart-from").<Condition>map(o -> new Apart(has, component(o))).orElse(has);
  }

  private static YamlTree alone(YamlTree tree) {
    if (tree.map().size() != 1) {
      throw tree.bad("this key stands alone: nothing may stand beside it");
    }
    return tree;
  }

  private static List<Condition> list(YamlTree tree, LicenceSets sets) {
    var list = new ArrayList<Condition>();
    for (YamlTree item : tree.list()) {
      list.add(parse(item, sets));
    }
    if (list.isEmpty()) {
      throw tree.bad("an empty list asks for nothing");
    }
    return list;
  }

  /// A component by its identifier.
  static Component component(YamlTree tree) {
    return Component.byId(tree.text())
        .orElseThrow(() ->
            tree.bad(
                "no component is called `"
                    + tree.text()
                    + "`; known are "
                    + String.join(
                        ", ", Arrays.stream(Component.values()).map(Component::id).toList())));
  }

  /// As much of a component as is asked for.
  static Presence presence(YamlTree tree) {
    return Presence.byId(tree.text())
        .orElseThrow(() ->
            tree.bad("whole, published, some, named or told is wanted, not `" + tree.text() + "`"));
  }

  /// The name of a set of licences, or `free`.
  static String licence(YamlTree tree, LicenceSets sets) {
    String name = tree.text();
    if (!name.equals("free") && !sets.has(name)) {
      throw tree.bad("no set of licences is called `" + name + "`");
    }
    return name;
  }

  /// An act by its identifier.
  static Right.Act act(YamlTree tree) {
    String word = tree.text().toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(Right.Act.values())
        .filter(a -> a.name().equals(word))
        .findFirst()
        .orElseThrow(() -> tree.bad("no right is called `" + tree.text() + "`"));
  }

  private static List<String> words(YamlTree tree, String key) {
    var words = new ArrayList<String>();
    for (YamlTree word : tree.get(key).map(YamlTree::list).orElse(List.of())) {
      words.add(word.line().toLowerCase(Locale.ROOT));
    }
    return List.copyOf(words);
  }

  private static boolean conditions(YamlTree tree) {
    return tree.get("conditions")
        .map(c ->
            switch (c.text()) {
              case "allowed" -> true;
              case "judged" -> false;
              default -> throw c.bad("allowed or judged is wanted, not `" + c.text() + "`");
            })
        .orElse(false);
  }
}
