package dev.assay.profiles;

import dev.assay.model.Assessment;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.Issue;
import dev.assay.model.LicenceOf;
import dev.assay.model.ProfileVerdict;
import dev.assay.model.ProofLevel;
import dev.assay.model.Qualifier;
import dev.assay.model.Right;
import dev.assay.model.SourceInfo;
import dev.assay.model.Span;
import dev.assay.model.Standing;
import dev.assay.model.State;
import dev.assay.model.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Assessments built step by step, with nothing but what a test says.
final class Releases {
  private final Map<Component, Finding> findings = new EnumMap<>(Component.class);
  private final List<Right> rights = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();
  private final List<DataSet> data = new ArrayList<>();
  private final List<ProfileVerdict> profiles = new ArrayList<>();
  private @Nullable String readAt;
  private Step lowest = Step.CLOSED;
  private Step highest = Step.CLOSED;

  static final Evidence PLACE = new Evidence("s", "README.md", new Span.Lines(1, 1), "words", null);

  Releases() {
    for (Component c : Component.values()) {
      state(c, State.ABSENT, LicenceOf.NONE);
    }
  }

  /// Every component present under a licence that is fit for its kind.
  static Releases everything() {
    var r = new Releases();
    for (Component c : Component.values()) {
      if (c != Component.ACCESS) {
        r.here(
            c,
            switch (c.part()) {
              case TRAINING_CODE, ARCHITECTURE, CLIENT_CODE, WEIGHTS -> "Apache-2.0";
              case TRAINING_DATA -> "CC0-1.0";
              case DOCUMENTS -> "CC-BY-4.0";
            });
      }
    }
    return r;
  }

  Releases here(Component c, String licence) {
    return state(c, State.PRESENT, licence(licence));
  }

  Releases state(Component c, State state, LicenceOf licence, Qualifier... qualifiers) {
    boolean found = state != State.ABSENT && state != State.UNDECIDABLE;
    findings.put(
        c,
        new Finding(
            c,
            state,
            Set.of(qualifiers),
            found ? ProofLevel.SEEN : null,
            c.title() + " is " + state.title(),
            licence,
            found ? List.of(PLACE) : List.of(),
            List.of(),
            List.of()));
    return this;
  }

  static LicenceOf licence(String expression) {
    boolean limited = expression.contains("NC") || expression.startsWith("LicenseRef-limited");
    return new LicenceOf(
        LicenceOf.Status.FOUND,
        expression,
        limited ? Freedom.LIMITED : Freedom.FREE,
        "",
        List.of(PLACE));
  }

  /// A data set that the release only names.
  Releases named(DataSet.Stage stage, String name) {
    data.add(
        new DataSet(name, stage, DataSet.Form.NAMED, null, null, null, Set.of(), List.of(PLACE)));
    return this;
  }

  Releases right(Right.Act act, Right.Answer answer, String... conditions) {
    rights.add(new Right(act, answer, List.of(conditions), "the licence", List.of()));
    return this;
  }

  Releases claim(Claim.Verdict verdict) {
    claims.add(
        new Claim(
            Claim.Kind.OPEN_SOURCE, "calls itself open", PLACE, verdict, "a reason", List.of()));
    return this;
  }

  Releases issue(Issue.Severity severity) {
    issues.add(new Issue(severity, "s", "a.bin", "is cut", ""));
    return this;
  }

  Releases readAt(String time) {
    readAt = time;
    return this;
  }

  Releases stands(Step low, Step high) {
    lowest = low;
    highest = high;
    return this;
  }

  Releases profiled() {
    profiles.addAll(Profiles.builtIn().of(build()));
    return this;
  }

  Assessment build() {
    return new Assessment(
        "release",
        Assessment.Kind.MODEL,
        List.of(new SourceInfo("s", "folder", "release", null, readAt, 1, 1, List.of())),
        new Standing(lowest, highest, "because", List.of(), List.of()),
        List.copyOf(findings.values()),
        rights,
        claims,
        List.of(),
        profiles,
        List.of(),
        List.of(),
        data,
        issues,
        new Assessment.Effort(1, 1, 1, 1, 0));
  }
}
