package dev.assay.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that Assay says of one release. Reports are written from this and from nothing else,
/// so a saved assessment prints the same next year.
///
/// @param name the release's name, as far as the sources give one
/// @param kind what was inspected
/// @param sources where it was read, in the order given
/// @param standing where it stands on the ladder
/// @param findings one for each {@link Component}, in their order
/// @param rights one for each {@link Right.Act}, in their order
/// @param claims contradictions first
/// @param withheld what is missing, in the order that raises the most
/// @param profiles published definitions, computed
/// @param weights each weights artefact: a file, or the shards that belong together
/// @param licences each place where a licence was read
/// @param data each data set named
/// @param issues what could not be read
/// @param statements what people state in an `assay.yml`; nothing above rests on them
/// @param asStated where it would stand if every statement that the files do not contradict were a
///   fact; null where that is no other place, or there are no statements
/// @param effort how much was read
public record Assessment(
    String name,
    Kind kind,
    List<SourceInfo> sources,
    Standing standing,
    List<Finding> findings,
    List<Right> rights,
    List<Claim> claims,
    List<Withheld> withheld,
    List<ProfileVerdict> profiles,
    List<Weights> weights,
    List<LicenceStatement> licences,
    List<DataSet> data,
    List<Issue> issues,
    List<Statement> statements,
    @Nullable Standing asStated,
    Effort effort) {

  /// The version of the JSON schema that carries this record.
  public static final String SCHEMA = "1";

  public Assessment {
    sources = List.copyOf(sources);
    findings = List.copyOf(findings);
    rights = List.copyOf(rights);
    claims = List.copyOf(claims);
    withheld = List.copyOf(withheld);
    profiles = List.copyOf(profiles);
    weights = List.copyOf(weights);
    licences = List.copyOf(licences);
    data = List.copyOf(data);
    issues = List.copyOf(issues);
    statements = List.copyOf(statements);
  }

  /// An assessment of a release in which nobody states anything.
  public Assessment(
      String name,
      Kind kind,
      List<SourceInfo> sources,
      Standing standing,
      List<Finding> findings,
      List<Right> rights,
      List<Claim> claims,
      List<Withheld> withheld,
      List<ProfileVerdict> profiles,
      List<Weights> weights,
      List<LicenceStatement> licences,
      List<DataSet> data,
      List<Issue> issues,
      Effort effort) {
    this(
        name, kind, sources, standing, findings, rights, claims, withheld, profiles, weights,
        licences, data, issues, List.of(), null, effort);
  }

  /// The same with other profiles.
  public Assessment withProfiles(List<ProfileVerdict> others) {
    return new Assessment(
        name,
        kind,
        sources,
        standing,
        findings,
        rights,
        claims,
        withheld,
        others,
        weights,
        licences,
        data,
        issues,
        statements,
        asStated,
        effort);
  }

  /// The same with what people state.
  ///
  /// @param asStated as the component of the record
  public Assessment withStatements(List<Statement> statements, @Nullable Standing asStated) {
    return new Assessment(
        name,
        kind,
        sources,
        standing,
        findings,
        rights,
        claims,
        withheld,
        profiles,
        weights,
        licences,
        data,
        issues,
        statements,
        asStated,
        effort);
  }

  /// The finding for a component; there is one for each.
  public Finding finding(Component component) {
    return findings.stream()
        .filter(f -> f.component() == component)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no finding for " + component));
  }

  /// The verdict of a profile, if it was computed.
  public Optional<ProfileVerdict> profile(String id) {
    return profiles.stream().filter(p -> p.profile().equals(id)).findFirst();
  }

  /// What sort of thing was inspected.
  public enum Kind {
    MODEL("model release"),
    /// Weights that need another model's (adapter, delta).
    ADAPTER("adapter"),
    DATA_SET("data set"),
    /// Code that trains or runs models, with no model of its own named.
    FRAMEWORK("framework"),
    NOTHING("nothing that Assay knows as a part of a model");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /// The words that reports print.
    public String title() {
      return title;
    }
  }

  /// How much was read.
  ///
  /// @param files files listed
  /// @param filesRead files opened
  /// @param bytesListed their total size
  /// @param bytesRead bytes actually read
  /// @param requests network requests, 0 offline
  public record Effort(
      long files, long filesRead, long bytesListed, long bytesRead, long requests) {}
}
