package dev.assay.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Assessment;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Issue;
import dev.assay.model.LicenceOf;
import dev.assay.model.Qualifier;
import dev.assay.model.Right;
import dev.assay.model.State;
import dev.assay.model.Step;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

  private static Policy policy(String yaml) {
    var reading = Policy.read("p.yaml", "policy: p\n" + yaml);
    assertThat(reading).isInstanceOf(Policy.Read.class);
    return ((Policy.Read) reading).policy();
  }

  private static List<String> failures(String yaml, Releases release) {
    return policy(yaml).check(release.build(), NOW).stream().map(Policy.Failure::reason).toList();
  }

  private static String refused(String yaml) {
    var reading = Policy.read("p.yaml", yaml);
    assertThat(reading).isInstanceOf(Policy.Refused.class);
    return ((Policy.Refused) reading).reason();
  }

  @Test
  void a_required_part_must_be_there_under_an_allowed_licence() {
    String rule = "require:\n  - {component: weights, licences: [Apache-2.0]}\n";
    assertThat(failures(rule, Releases.everything())).isEmpty();
    assertThat(failures(rule, Releases.everything().here(Component.WEIGHTS, "MIT")))
        .containsExactly("weights (final): MIT, not one of Apache-2.0");
    assertThat(failures(rule, new Releases()))
        .containsExactly("weights (final): not found; weights (final): no licence found");
  }

  @Test
  void proof_is_asked_for_by_name() {
    assertThat(failures("require:\n  - {component: weights, proof: seen}", Releases.everything()))
        .isEmpty();
    assertThat(failures("require:\n  - {component: weights, proof: signed}", Releases.everything()))
        .containsExactly("weights (final): proved as seen");
  }

  @Test
  void what_cannot_be_decided_fails_unless_the_policy_says_otherwise() {
    Releases linked =
        Releases.everything().state(Component.TRAINING_CODE, State.LINKED, LicenceOf.NONE);
    String rule = "require:\n  - {component: training-code}\n";
    assertThat(policy(rule).check(linked.build(), NOW))
        .singleElement()
        .satisfies(f -> assertThat(f.undecided()).isTrue());
    assertThat(failures(rule + "undecided: passes", linked)).isEmpty();
  }

  @Test
  void steps_rights_claims_gates_issues_and_age_are_checked() {
    Releases r =
        Releases.everything()
            .stands(Step.OPEN_WEIGHTS, Step.OPEN_SOURCE)
            .right(Right.Act.COMMERCIAL_USE, Right.Answer.YES_IF, "keep the notice");
    assertThat(failures("ladder: {at-least: open-weights}", r)).isEmpty();
    assertThat(failures("ladder: {at-least: partial-source}", r))
        .containsExactly("it stands between open weights and open source");
    assertThat(failures("ladder: {at-least: reproduced}", r)).hasSize(1);
    assertThat(failures("rights:\n  - {right: commercial-use, conditions: allowed}", r)).isEmpty();
    assertThat(failures("rights:\n  - {right: commercial-use}", r))
        .containsExactly("use commercially: yes, if keep the notice");
    assertThat(failures("contradictions: none", r)).isEmpty();
    assertThat(failures("contradictions: none", r.claim(Claim.Verdict.CONTRADICTED))).hasSize(1);
    assertThat(failures("gate: none", r)).isEmpty();
    r.state(Component.ACCESS, State.PRESENT, LicenceOf.NONE, Qualifier.GATED);
    assertThat(failures("gate: none", r)).hasSize(1);
    r.issue(Issue.Severity.WARNING);
    assertThat(failures("issues: no-errors", r)).isEmpty();
    assertThat(failures("issues: no-warnings", r)).containsExactly("a.bin: is cut");
    assertThat(failures("age: {days: 30}", r)).as("a folder has no age").isEmpty();
    assertThat(failures("age: {days: 30}", r.readAt("2026-01-01T00:00:00Z")))
        .containsExactly("release was read 327 days ago");
  }

  @Test
  void a_published_definition_can_be_asked_for() {
    Releases all = Releases.everything().profiled();
    assertThat(failures("profiles:\n  - {profile: debian-ml}", all)).isEmpty();
    assertThat(failures("profiles:\n  - {profile: osaid-1.0}", all)).hasSize(1);
    assertThat(
            failures("profiles:\n  - {profile: mof-1.0, verdicts: [Class I (Open Science)]}", all))
        .isEmpty();
    assertThat(failures("profiles:\n  - {profile: unheard-of}", all))
        .containsExactly("no definition called unheard-of was computed");
  }

  @Test
  void a_mistake_is_refused_with_line_and_column() {
    assertThat(refused("policy: p\nreqire: []\n"))
        .startsWith("p.yaml:2:1: `reqire` is not known here; known are about, age");
    assertThat(refused("policy: p\nreqire: []\nname: p\n"))
        .startsWith("p.yaml:2:1: `reqire` is not known here, nor is `name` at 3:1; known are");
    assertThat(refused("policy: p\nrequire:\n  - {component: wheels}\n"))
        .startsWith("p.yaml:3:17: no component is called `wheels`");
    assertThat(refused("policy: p\nrequire:\n  - {component: weights, licence: nice}\n"))
        .isEqualTo("p.yaml:3:35: no set of licences is called `nice`");
    assertThat(refused("policy: p\nage: {days: soon}\n"))
        .isEqualTo("p.yaml:2:13: a whole number is wanted here, not `soon`");
    assertThat(refused("policy: p\nladder: {at-least: open-source, at-most: closed}\n"))
        .isEqualTo("p.yaml:2:9: `at-most` is below `at-least`");
    assertThat(refused("policy: p\npolicy: q\n"))
        .isEqualTo("p.yaml:2:1: `policy` stands here twice");
    assertThat(refused("policy: !!java.net.URL [x]\n"))
        .isEqualTo("p.yaml:1:9: tags (!) are not allowed");
    assertThat(refused("policy: p\n")).contains("without rules");
    assertThat(refused("a: [1")).startsWith("p.yaml:");
    assertThat(refused("--- a\n--- b\n")).contains("more than one document");
    assertThat(refused("{".repeat(3000))).startsWith("p.yaml");
  }

  @Test
  void the_starter_policies_read_and_tell_releases_apart() throws IOException {
    Assessment all =
        Releases.everything()
            .stands(Step.OPEN_SOURCE, Step.OPEN_SOURCE)
            .right(Right.Act.RUN, Right.Answer.YES)
            .right(Right.Act.COMMERCIAL_USE, Right.Answer.YES)
            .right(Right.Act.REDISTRIBUTE, Right.Answer.YES_IF, "keep the notice")
            .build();
    Assessment nothing = new Releases().build();
    try (var files = Files.list(Shared.repository().resolve("policies"))) {
      for (var file : files.sorted().toList()) {
        var reading = Policy.read(file.getFileName().toString(), Files.readString(file));
        assertThat(reading).as(file.toString()).isInstanceOf(Policy.Read.class);
        Policy policy = ((Policy.Read) reading).policy();
        assertThat(policy.about()).isNotBlank();
        assertThat(policy.check(all, NOW)).as(file.toString()).isEmpty();
        assertThat(policy.check(nothing, NOW)).as(file.toString()).isNotEmpty();
      }
    }
  }
}
