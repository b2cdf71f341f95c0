package dev.assay.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Assessment;
import dev.assay.model.Component;
import dev.assay.model.LicenceOf;
import dev.assay.model.ProfileVerdict;
import dev.assay.model.ProfileVerdict.Outcome;
import dev.assay.model.Qualifier;
import dev.assay.model.Right;
import dev.assay.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfilesTest {

  private static ProfileVerdict verdict(Releases release, String profile) {
    Assessment a = release.build();
    return Profiles.builtIn().of(a).stream()
        .filter(v -> v.profile().equals(profile))
        .findFirst()
        .orElseThrow();
  }

  private static Releases weightsOnly() {
    return new Releases()
        .here(Component.WEIGHTS, "Apache-2.0")
        .here(Component.ARCHITECTURE, "Apache-2.0")
        .here(Component.INFERENCE_CODE, "Apache-2.0")
        .here(Component.MODEL_CARD, "Apache-2.0");
  }

  @Test
  void a_release_with_everything_meets_what_a_program_can_decide() {
    Releases all = Releases.everything();
    assertThat(verdict(all, "mof-1.0").verdict()).isEqualTo("Class I (Open Science)");
    assertThat(verdict(all, "debian-ml").verdict()).isEqualTo("free model");
    assertThat(verdict(all, "os-ai-map").verdict()).isEqualTo("5 open source");
    assertThat(verdict(all, "red-hat").outcome()).isEqualTo(Outcome.MET);
    assertThat(verdict(all, "osaid-1.0").outcome())
        .as("whether data information is sufficient is for a person")
        .isEqualTo(Outcome.UNDECIDED);
    assertThat(verdict(all, "osai-index").outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(verdict(all, "eu-ai-act").outcome()).isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void a_release_with_nothing_meets_nothing() {
    for (ProfileVerdict v : Profiles.builtIn().of(new Releases().build())) {
      assertThat(v.outcome()).as(v.profile()).isEqualTo(Outcome.NOT_MET);
      assertThat(v.criteria()).isNotEmpty().allSatisfy(c -> assertThat(c.reason()).isNotBlank());
    }
  }

  @Test
  void free_weights_alone_are_judged_differently_by_each_definition() {
    assertThat(verdict(weightsOnly(), "red-hat").verdict())
        .isEqualTo("open source by this minimum");
    assertThat(verdict(weightsOnly(), "debian-ml").verdict()).startsWith("ToxicCandy");
    assertThat(verdict(weightsOnly(), "os-ai-map").verdict()).isEqualTo("3 open weights");
    assertThat(verdict(weightsOnly(), "osaid-1.0").outcome()).isEqualTo(Outcome.NOT_MET);
    assertThat(verdict(weightsOnly(), "eu-ai-act").outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(verdict(weightsOnly(), "mof-1.0").verdict())
        .isEqualTo("unclassified; 50 % of Class III (Open Model)");
  }

  @Test
  void a_copy_of_weights_that_is_not_whole_fails_no_licence() {
    Releases part = weightsOnly();
    part.state(Component.WEIGHTS, State.PRESENT, Releases.licence("Apache-2.0"), Qualifier.PARTIAL);
    assertThat(verdict(part, "red-hat").outcome()).isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void what_was_found_by_its_words_alone_decides_no_criterion() {
    Releases all =
        Releases.everything()
            .state(
                Component.INFERENCE_CODE,
                State.PRESENT,
                Releases.licence("Apache-2.0"),
                Qualifier.BY_WORDS);
    for (String id : List.of("mof-1.0", "osaid-1.0")) {
      assertThat(verdict(all, id).criteria())
          .as(id)
          .anyMatch(c -> c.outcome() == Outcome.UNDECIDED && c.reason().contains("by its words"));
    }
  }

  @Test
  void a_licence_that_limits_use_is_not_free_for_any_of_them() {
    Releases all = Releases.everything().here(Component.WEIGHTS, "LicenseRef-limited");
    for (String id : List.of("mof-1.0", "osaid-1.0", "debian-ml", "red-hat")) {
      assertThat(verdict(all, id).outcome()).as(id).isEqualTo(Outcome.NOT_MET);
    }
    all.right(Right.Act.COMMERCIAL_USE, Right.Answer.YES_IF, "not for military use");
    assertThat(verdict(all, "os-ai-map").verdict()).isEqualTo("3 open weights");
    assertThat(verdict(all, "eu-ai-act").outcome()).isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void a_threshold_of_users_fails_the_european_conditions_and_a_list_of_uses_is_for_people() {
    Releases users =
        weightsOnly()
            .here(Component.WEIGHTS, "LicenseRef-limited")
            .right(Right.Act.RUN, Right.Answer.YES)
            .right(Right.Act.FINE_TUNE, Right.Answer.YES)
            .right(Right.Act.REDISTRIBUTE, Right.Answer.YES)
            .right(
                Right.Act.COMMERCIAL_USE,
                Right.Answer.YES_IF,
                "stay below a number of users, or ask: 700M a month");
    assertThat(criterion(users, "L5")).isEqualTo(Outcome.NOT_MET);
    assertThat(criterion(users, "M1")).isEqualTo(Outcome.NOT_MET);
    assertThat(criterion(users, "L1")).isEqualTo(Outcome.MET);
    Releases uses =
        weightsOnly()
            .here(Component.WEIGHTS, "LicenseRef-limited")
            .right(Right.Act.REDISTRIBUTE, Right.Answer.YES)
            .right(
                Right.Act.COMMERCIAL_USE,
                Right.Answer.YES_IF,
                "not for a use on the licence's list: harm");
    assertThat(criterion(uses, "L2")).isEqualTo(Outcome.UNDECIDED);
    assertThat(criterion(uses, "L5")).isEqualTo(Outcome.MET);
    assertThat(criterion(uses, "L6")).isEqualTo(Outcome.UNDECIDED);
    Releases region =
        weightsOnly()
            .here(Component.WEIGHTS, "LicenseRef-limited")
            .right(Right.Act.RUN, Right.Answer.YES_IF, "not in an excluded region: EU");
    assertThat(criterion(region, "L1")).isEqualTo(Outcome.NOT_MET);
  }

  private static Outcome criterion(Releases release, String id) {
    return verdict(release, "eu-ai-act").criteria().stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  @Test
  void no_commercial_use_fails_the_european_conditions() {
    Releases nc =
        weightsOnly()
            .here(Component.WEIGHTS, "CC-BY-NC-4.0")
            .right(Right.Act.COMMERCIAL_USE, Right.Answer.NO);
    assertThat(verdict(nc, "eu-ai-act").outcome()).isEqualTo(Outcome.NOT_MET);
    assertThat(verdict(nc, "os-ai-map").verdict()).isEqualTo("2 restricted");
  }

  @Test
  void a_link_to_a_repository_is_not_training_code_and_is_not_its_absence() {
    Releases linked =
        Releases.everything().state(Component.TRAINING_CODE, State.LINKED, LicenceOf.NONE);
    assertThat(verdict(linked, "mof-1.0").verdict())
        .isEqualTo(
            "Class III (Open Model); perhaps Class I (Open Science); 90 % of Class II (Open"
                + " Tooling)");
    assertThat(verdict(linked, "debian-ml").outcome()).isEqualTo(Outcome.UNDECIDED);
    Releases promised =
        Releases.everything().state(Component.TRAINING_CODE, State.PROMISED, LicenceOf.NONE);
    assertThat(verdict(promised, "debian-ml").outcome()).isEqualTo(Outcome.NOT_MET);
  }

  @Test
  void a_link_to_data_is_publication_unless_it_is_gated_or_of_the_base_model() {
    LicenceOf free = Releases.licence("CC0-1.0");
    Releases link = Releases.everything().state(Component.TRAINING_DATA, State.LINKED, free);
    assertThat(verdict(link, "debian-ml").outcome()).isEqualTo(Outcome.MET);
    Releases gated =
        Releases.everything().state(Component.TRAINING_DATA, State.LINKED, free, Qualifier.GATED);
    assertThat(verdict(gated, "debian-ml").outcome()).isEqualTo(Outcome.NOT_MET);
    Releases base =
        Releases.everything().state(Component.TRAINING_DATA, State.LINKED, free, Qualifier.OF_BASE);
    assertThat(verdict(base, "debian-ml").outcome()).isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void the_licence_of_a_repository_does_not_cover_what_it_only_links() {
    LicenceOf inherited =
        new LicenceOf(
            LicenceOf.Status.INHERITED,
            "Apache-2.0",
            dev.assay.model.Freedom.FREE,
            "LICENSE",
            List.of(Releases.PLACE));
    Releases linked = Releases.everything().state(Component.WEIGHTS, State.LINKED, inherited);
    assertThat(verdict(linked, "red-hat").outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(verdict(linked, "mof-1.0").outcome()).isEqualTo(Outcome.UNDECIDED);
    Releases here = Releases.everything().state(Component.WEIGHTS, State.PRESENT, inherited);
    assertThat(verdict(here, "red-hat").outcome()).isEqualTo(Outcome.MET);
  }

  @Test
  void a_gate_is_its_own_fact() {
    Releases gated =
        Releases.everything()
            .state(Component.ACCESS, State.PRESENT, LicenceOf.NONE, Qualifier.GATED);
    assertThat(verdict(gated, "osaid-1.0").outcome()).isEqualTo(Outcome.NOT_MET);
    assertThat(verdict(gated, "eu-ai-act").outcome()).isEqualTo(Outcome.NOT_MET);
    assertThat(verdict(gated, "osai-index").criteria())
        .filteredOn(c -> c.id().equals("weights_endmodel"))
        .allSatisfy(c -> assertThat(c.reason()).startsWith("partial"));
  }

  @Test
  void the_index_gives_a_range_where_a_person_must_read() {
    assertThat(verdict(new Releases(), "osai-index").verdict()).isEqualTo("score 0.00 of 1");
    assertThat(verdict(Releases.everything(), "osai-index").verdict())
        .isEqualTo("score 0.46 to 1.00 of 1");
    assertThat(verdict(Releases.everything(), "osai-index").criteria()).hasSize(12);
  }

  @Test
  void licence_expressions_are_read_and_not_compared_as_words() {
    LicenceSets sets = LicenceSets.builtIn();
    assertThat(sets.contains("osi", "Apache-2.0 OR LicenseRef-x")).isTrue();
    assertThat(sets.contains("osi", "Apache-2.0 AND LicenseRef-x")).isFalse();
    assertThat(sets.contains("osi", "(MIT AND BSD-3-Clause) OR LicenseRef-x")).isTrue();
    assertThat(sets.contains("osi", "GPL-2.0-or-later WITH Classpath-exception-2.0")).isTrue();
    assertThat(sets.contains("osi", "apache-2.0")).isTrue();
    assertThat(sets.contains("osi", "CC-BY-4.0")).isFalse();
    assertThat(sets.contains("free-any", "CC-BY-4.0")).isTrue();
    assertThat(sets.contains("mof-open", "CC-BY-NC-4.0")).isFalse();
    assertThat(sets.contains("osi", "((((")).isFalse();
    assertThat(sets.contains("osi", "NOASSERTION")).isFalse();
    assertThat(sets.contains("osi", "(".repeat(10_000))).isFalse();
  }

  @Test
  void a_user_adds_a_definition_by_a_file() {
    String file =
        """
        profile: ours
        title: Our own
        origin: us, today
        kind: rules
        licences:
          - {name: ours, of: ["@osi", LicenseRef-ours]}
        criteria:
          - {id: a, text: weights of ours, require: {component: weights, licence: ours}}
        verdicts:
          - {verdict: fine, open: true, needs: [all]}
          - {verdict: not fine, open: false}
        """;
    var added = (Profiles.Added) Profiles.builtIn().with("ours.yaml", file);
    var verdicts =
        added.profiles().of(new Releases().here(Component.WEIGHTS, "LicenseRef-ours").build());
    assertThat(verdicts.getLast().verdict()).isEqualTo("fine");
    assertThat(added.profiles().ids()).endsWith("ours").hasSize(8);
  }

  @Test
  void a_definition_with_a_mistake_is_refused_with_line_and_column() {
    assertThat(
            Profiles.builtIn()
                .with(
                    "x.yaml",
                    """
                    profile: x
                    title: x
                    origin: x
                    kind: rules
                    criteria:
                      - {id: a, text: a, require: {component: wieghts}}
                    verdicts:
                      - {verdict: a, open: false}
                    """))
        .isInstanceOfSatisfying(
            Profiles.Refused.class,
            r ->
                assertThat(r.reason()).startsWith("x.yaml:6:43: no component is called `wieghts`"));
    assertThat(Profiles.builtIn().with("x.yaml", "profile: x\ntypo: 1"))
        .isEqualTo(new Profiles.Refused("x.yaml:1:1: `kind` is missing"));
  }
}
