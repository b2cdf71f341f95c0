package dev.assay.weights;

import dev.assay.model.Assessment;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Digest;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// What changed between two releases beside the numbers in their weights.
///
/// @param before the older assessment
/// @param after the newer assessment
/// @param parts components whose state, proof, licence or files changed, in the order of reports
/// @param claims claims that were made, dropped or decided otherwise
public record ReleaseDiff(
    Assessment before, Assessment after, List<PartDiff> parts, List<ClaimDiff> claims) {
  public ReleaseDiff {
    parts = List.copyOf(parts);
    claims = List.copyOf(claims);
  }

  /// Compares two assessments.
  ///
  /// @param changed whether a file that both have, and that was hashed in neither, is not the same;
  ///   false where nobody knows
  public static ReleaseDiff of(Assessment before, Assessment after, Predicate<String> changed) {
    List<PartDiff> parts = new ArrayList<>();
    for (Component component : Component.values()) {
      Finding a = before.finding(component);
      Finding b = after.finding(component);
      List<FileDiff> files = files(a, b, changed);
      var diff = new PartDiff(component, kind(a, b), a, b, files);
      if (diff.kind() != Kind.CHANGED || diff.changed()) {
        parts.add(diff);
      }
    }
    return new ReleaseDiff(before, after, parts, claims(before.claims(), after.claims()));
  }

  private static Kind kind(Finding a, Finding b) {
    boolean was = found(a);
    boolean is = found(b);
    return was == is ? Kind.CHANGED : is ? Kind.ADDED : Kind.REMOVED;
  }

  private static boolean found(Finding f) {
    return f.state() != State.ABSENT && f.state() != State.UNDECIDABLE;
  }

  private static List<FileDiff> files(Finding a, Finding b, Predicate<String> changed) {
    Map<String, String> old = digests(a);
    Map<String, String> now = digests(b);
    List<FileDiff> diffs = new ArrayList<>();
    now.forEach((path, digest) -> {
      if (!old.containsKey(path)) {
        diffs.add(new FileDiff(path, Kind.ADDED));
      } else if (!old.getOrDefault(path, "").equals(digest)
          || (unread(a, path) && unread(b, path) && changed.test(path))) {
        diffs.add(new FileDiff(path, Kind.CHANGED));
      }
    });
    old.keySet().stream()
        .filter(path -> !now.containsKey(path))
        .forEach(path -> diffs.add(new FileDiff(path, Kind.REMOVED)));
    return diffs;
  }

  /// Files that a finding rests on, with their hash or, where they were not hashed, an empty
  /// string.
  private static Map<String, String> digests(Finding f) {
    Map<String, String> digests = new TreeMap<>();
    for (Evidence e : f.evidence()) {
      Digest d = e.digest();
      digests.merge(
          e.path(),
          d == null || d.scope() == Digest.Scope.SPAN ? "" : d.sha256(),
          (x, y) -> x.isEmpty() ? y : x);
    }
    return digests;
  }

  /// Whether a file was only seen in a listing.
  private static boolean unread(Finding f, String path) {
    return f.evidence().stream()
        .filter(e -> e.path().equals(path))
        .allMatch(e -> e.digest() == null);
  }

  private static List<ClaimDiff> claims(List<Claim> before, List<Claim> after) {
    Function<Claim, String> key = c -> c.kind() + " " + c.statement();
    Map<String, Claim> old = new LinkedHashMap<>();
    before.forEach(c -> old.putIfAbsent(key.apply(c), c));
    List<ClaimDiff> diffs = new ArrayList<>();
    for (Claim c : after) {
      Claim was = old.remove(key.apply(c));
      if (was == null) {
        diffs.add(new ClaimDiff(Kind.ADDED, c.statement(), "", c.verdict().title()));
      } else if (was.verdict() != c.verdict()) {
        diffs.add(
            new ClaimDiff(Kind.CHANGED, c.statement(), was.verdict().title(), c.verdict().title()));
      }
    }
    old.values()
        .forEach(
            c -> diffs.add(new ClaimDiff(Kind.REMOVED, c.statement(), c.verdict().title(), "")));
    return diffs;
  }

  /// Whether nothing changed.
  public boolean same() {
    return parts.isEmpty()
        && claims.isEmpty()
        && before.standing().lowest() == after.standing().lowest()
        && before.standing().highest() == after.standing().highest();
  }

  /// How something changed.
  public enum Kind {
    ADDED("added"),
    REMOVED("removed"),
    CHANGED("changed");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /// The word that reports print.
    public String title() {
      return title;
    }
  }

  /// A component that is not as it was.
  ///
  /// @param component which
  /// @param kind whether it came, went or changed
  /// @param before its finding then
  /// @param after its finding now
  /// @param files files that its findings rest on and that came, went or changed
  public record PartDiff(
      Component component, Kind kind, Finding before, Finding after, List<FileDiff> files) {
    public PartDiff {
      files = List.copyOf(files);
    }

    boolean changed() {
      return stateChanged() || licenceChanged() || !files.isEmpty();
    }

    /// Whether the state, its qualifiers or its proof changed.
    public boolean stateChanged() {
      return before.state() != after.state()
          || before.level() != after.level()
          || !before.qualifiers().equals(after.qualifiers());
    }

    /// Whether its licence, or how that was found, changed.
    public boolean licenceChanged() {
      return !before.licence().expression().equals(after.licence().expression())
          || before.licence().status() != after.licence().status();
    }
  }

  /// A file that a finding rests on.
  public record FileDiff(String path, Kind kind) {}

  /// A claim that came, went or is decided otherwise now.
  ///
  /// @param kind how it changed
  /// @param statement the claim
  /// @param before the verdict then, or empty
  /// @param after the verdict now, or empty
  public record ClaimDiff(Kind kind, String statement, String before, String after) {}
}
