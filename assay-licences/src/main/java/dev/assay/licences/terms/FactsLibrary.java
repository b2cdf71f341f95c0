package dev.assay.licences.terms;

import dev.assay.licences.data.LicenceData;
import dev.assay.licences.data.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The facts of every licence that has a file of facts, as the build compiled them: one line a
/// fact, its fields separated by tabs. A licence's facts are read when first asked for.
public final class FactsLibrary {
  private final Table table;
  private final Map<String, Facts> known = new ConcurrentHashMap<>();

  private FactsLibrary(Table table) {
    this.table = table;
  }

  /// The facts in the data that the build made.
  public static FactsLibrary of(LicenceData data) {
    return new FactsLibrary(data.table(LicenceData.Section.FACTS));
  }

  private static Facts facts(String lines) {
    String id = "";
    String name = "";
    boolean read = false;
    List<String> aliases = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    List<String> covers = new ArrayList<>();
    Map<Facts.Act, Facts.Grant> acts = new EnumMap<>(Facts.Act.class);
    List<Facts.Fact> conditions = new ArrayList<>();
    List<Facts.Fact> limits = new ArrayList<>();
    List<Facts.Fact> life = new ArrayList<>();
    List<String> policy = new ArrayList<>();
    String policyClause = "";
    boolean mutable = false;
    Optional<Facts.Fact> outputs = Optional.empty();
    Optional<Facts.Fact> law = Optional.empty();
    for (String line : lines.split("\n")) {
      String[] f = line.split("\t", -1);
      switch (f[0]) {
        case "id" -> id = f[1];
        case "name" -> name = f[1];
        case "read" -> read = true;
        case "alias" -> aliases.add(f[1]);
        case "tag" -> tags.add(f[1]);
        case "covers" -> covers.add(f[1]);
        case "act" ->
            acts.put(
                Facts.Act.valueOf(f[1].toUpperCase(Locale.ROOT)),
                new Facts.Grant(Facts.Value.valueOf(f[2].toUpperCase(Locale.ROOT)), f[3], f[4]));
        case "condition" -> conditions.add(new Facts.Fact(f[1], f[2], f[3]));
        case "limit" -> limits.add(new Facts.Fact(f[1], f[2], f[3]));
        case "life" -> life.add(new Facts.Fact(f[1], f[2], f[3]));
        case "policy" -> {
          policy.addAll(List.of(f[1].split(" ")));
          policyClause = f[2];
          mutable = f[3].equals("yes");
        }
        case "outputs" -> outputs = Optional.of(new Facts.Fact("OUTPUTS", f[2], f[1]));
        case "law" -> law = Optional.of(new Facts.Fact("LAW", f[2], f[1]));
        default -> throw new IllegalStateException("facts have no " + f[0]);
      }
    }
    return new Facts(
        id,
        name,
        List.copyOf(aliases),
        List.copyOf(tags),
        read,
        List.copyOf(covers),
        Map.copyOf(acts),
        List.copyOf(conditions),
        List.copyOf(limits),
        List.copyOf(life),
        List.copyOf(policy),
        policyClause,
        mutable,
        outputs,
        law);
  }

  /// The facts of a licence, if there are any.
  public Optional<Facts> of(String id) {
    Facts facts = known.get(id);
    if (facts == null) {
      String lines = table.get(id);
      if (lines == null) {
        return Optional.empty();
      }
      facts = facts(lines);
      known.put(id, facts);
    }
    return Optional.of(facts);
  }

  /// Every licence with facts.
  public List<Facts> all() {
    return table.keys().stream().flatMap(id -> of(id).stream()).toList();
  }
}
