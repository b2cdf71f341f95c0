package dev.assay.licences.terms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What one licence allows, asks and limits: facts with the clause that each stands in.
///
/// @param id the identifier
/// @param name its name
/// @param aliases other names that people write
/// @param tags tags of model hubs that mean exactly this licence
/// @param read whether its text was read; otherwise nothing but its names is known
/// @param covers `weights`, `code`, `data`, `documents`, `outputs`, as the text says
/// @param acts what is granted, by act
/// @param conditions what must be kept
/// @param limits who, what or where is cut out
/// @param life how it may end
/// @param policy a use policy that it binds to: how it is given, or empty
/// @param policyClause where the policy is named
/// @param policyMutable whether the licensor may change the policy later
/// @param outputs who owns the outputs, with the clause, or empty
/// @param law the governing law, with the clause, or empty
public record Facts(
    String id,
    String name,
    List<String> aliases,
    List<String> tags,
    boolean read,
    List<String> covers,
    Map<Act, Grant> acts,
    List<Fact> conditions,
    List<Fact> limits,
    List<Fact> life,
    List<String> policy,
    String policyClause,
    boolean policyMutable,
    Optional<Fact> outputs,
    Optional<Fact> law) {

  /// One fact.
  ///
  /// @param code from the vocabulary, for example `USERS`
  /// @param clause where it stands; empty where the text has no numbering
  /// @param says what it says, in our words; may be empty where the code says it all
  public record Fact(String code, String clause, String says) {}

  /// Whether an act is granted.
  ///
  /// @param value how
  /// @param clause where
  /// @param says more in our words, or empty
  public record Grant(Value value, String clause, String says) {}

  /// How an act is granted.
  public enum Value {
    GRANTED,
    /// Under a condition or limit listed with the licence.
    COND,
    /// Allowed, but what comes of it carries the licence's terms.
    INHERITS,
    BARRED,
    /// The text does not say.
    SILENT
  }

  /// Acts of the vocabulary.
  public enum Act {
    USE,
    COMMERCIAL,
    STUDY,
    MODIFY,
    REDISTRIBUTE,
    SHARE_DERIVED,
    HOST,
    TRAIN_ON_OUTPUTS,
    PATENT
  }

  /// The grant of an act; silent where the facts have none.
  public Grant grant(Act act) {
    return acts.getOrDefault(act, new Grant(Value.SILENT, "", ""));
  }

  /// Every place that a fact names.
  public Set<String> clauses() {
    Set<String> clauses = new TreeSet<>();
    acts.values().forEach(grant -> clauses.add(grant.clause()));
    Stream.of(conditions, limits, life, outputs.stream().toList(), law.stream().toList())
        .flatMap(List::stream)
        .forEach(fact -> clauses.add(fact.clause()));
    clauses.add(policyClause);
    clauses.remove("");
    return clauses;
  }

  /// A condition or limit by its code.
  public Optional<Fact> fact(String code) {
    return Stream.of(conditions, limits, life)
        .flatMap(List::stream)
        .filter(f -> f.code().equals(code))
        .findFirst();
  }
}
