package dev.assay.licences.terms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The facts of every licence that has a file of facts, as the build compiled them: one line a
/// fact, its fields separated by tabs.
public final class FactsLibrary {
  /// The name of the resource.
  public static final String RESOURCE = "facts.txt";

  private final Map<String, Facts> byId;

  private FactsLibrary(Map<String, Facts> byId) {
    this.byId = byId;
  }

  /// Loads the facts that were built into this module.
  ///
  /// @throws IllegalStateException when the build left them out
  public static FactsLibrary load() {
    InputStream in = FactsLibrary.class.getResourceAsStream(RESOURCE);
    if (in == null) {
      throw new IllegalStateException("the licence facts are not in this build");
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Map<String, Facts> byId = new LinkedHashMap<>();
      List<String[]> lines = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.isEmpty()) {
          Facts facts = facts(lines);
          byId.put(facts.id(), facts);
          lines.clear();
        } else {
          lines.add(line.split("\t", -1));
        }
      }
      return new FactsLibrary(byId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Facts facts(List<String[]> lines) {
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
    for (String[] f : lines) {
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
    return Optional.ofNullable(byId.get(id));
  }

  /// Every licence with facts.
  public Iterable<Facts> all() {
    return byId.values();
  }
}
