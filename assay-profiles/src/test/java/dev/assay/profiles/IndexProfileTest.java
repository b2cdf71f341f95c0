package dev.assay.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.LicenceOf;
import dev.assay.model.ProfileVerdict;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The European index's criteria, as its readme gives them, on releases of which one thing is
/// known.
class IndexProfileTest {
  private static final LicenceOf NONE = LicenceOf.NONE;

  private static ProfileVerdict.Criterion criterion(Releases release, String profile, String id) {
    return Profiles.builtIn().of(release.build()).stream()
        .filter(v -> v.profile().equals(profile))
        .flatMap(v -> v.criteria().stream())
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String reason(Releases release, String dimension) {
    return criterion(release, "osai-index", dimension).reason();
  }

  private static String grade(Releases release, String dimension) {
    String reason = reason(release, dimension);
    return reason.substring(0, reason.indexOf(':'));
  }

  @Test
  void no_gate_was_found_is_no_answer_where_the_place_of_the_weights_was_not_looked_at() {
    Releases linked =
        new Releases()
            .state(Component.WEIGHTS, State.LINKED, NONE)
            .state(Component.ACCESS, State.UNDECIDABLE, NONE);
    assertThat(reason(linked, "weights_endmodel"))
        .startsWith("partial or better, at most open:")
        .contains("was not looked at");
    assertThat(criterion(linked, "osaid-1.0", "no-permission").outcome())
        .isEqualTo(ProfileVerdict.Outcome.UNDECIDED);
    assertThat(grade(new Releases().here(Component.WEIGHTS, "MIT"), "weights_endmodel"))
        .isEqualTo("open");
  }

  @Test
  void the_weights_of_a_base_are_told_apart_only_where_nothing_is_told_of_tuning() {
    Releases one = new Releases().here(Component.WEIGHTS, "MIT");
    assertThat(grade(one, "weights_basemodel")).isEqualTo("open");
    one.state(Component.POST_TRAINING_DATA, State.DESCRIBED, NONE);
    assertThat(grade(one, "weights_basemodel")).isEqualTo("closed or better, at most open");
    assertThat(grade(one, "weights_endmodel")).isEqualTo("open");
  }

  @Test
  void a_script_for_tuning_may_be_for_users() {
    Releases tuning = new Releases().here(Component.FINE_TUNING_CODE, "MIT");
    assertThat(grade(tuning, "trainingcode")).isEqualTo("closed or better, at most open");
    tuning.here(Component.TRAINING_CODE, "MIT");
    assertThat(grade(tuning, "trainingcode")).as("no data processing").isEqualTo("partial");
    tuning.here(Component.DATA_PROCESSING_CODE, "MIT");
    assertThat(grade(tuning, "trainingcode")).isEqualTo("open");
  }

  @Test
  void a_link_to_a_repository_is_not_some_training_code() {
    Releases linked = new Releases().state(Component.TRAINING_CODE, State.LINKED, NONE);
    assertThat(grade(linked, "trainingcode")).isEqualTo("closed or better, at most open");
    assertThat(grade(new Releases(), "trainingcode")).isEqualTo("closed");
  }

  @Test
  void code_that_is_there_is_not_thereby_documented() {
    Releases code = new Releases().here(Component.TRAINING_CODE, "MIT");
    assertThat(grade(code, "code")).isEqualTo("closed or better, at most open");
    Releases program = new Releases().here(Component.INFERENCE_CODE, "MIT");
    assertThat(grade(program, "code")).isEqualTo("closed or better, at most partial");
    assertThat(grade(new Releases(), "code")).isEqualTo("closed");
  }

  @Test
  void a_short_card_gives_partial_insight() {
    Releases card =
        new Releases()
            .state(Component.MODEL_CARD, State.PRESENT, NONE, Qualifier.PARTIAL)
            .state(Component.DATA_CARD, State.PRESENT, NONE, Qualifier.PARTIAL);
    assertThat(grade(card, "modelcard")).isEqualTo("partial or better, at most open");
    assertThat(grade(card, "datasheet")).isEqualTo("partial or better, at most open");
    card.state(Component.MODEL_CARD, State.LINKED, NONE);
    assertThat(grade(card, "modelcard")).isEqualTo("closed or better, at most open");
  }

  @Test
  void data_is_published_and_whether_it_is_all_of_it_is_for_a_person() {
    Releases data = new Releases().here(Component.TRAINING_DATA, "CC0-1.0");
    assertThat(grade(data, "datasources_basemodel")).isEqualTo("partial or better, at most open");
    assertThat(reason(data, "datasources_endmodel"))
        .startsWith("closed or better, at most open:")
        .contains("whether the model that users meet was trained on anything else");
    data.state(Component.POST_TRAINING_DATA, State.DESCRIBED, NONE);
    assertThat(grade(data, "datasources_endmodel"))
        .as("what tuned it is told and not given")
        .isEqualTo("closed");
  }

  @Test
  void the_data_of_a_tuning_is_not_that_of_its_base() {
    Releases tuned =
        new Releases()
            .state(Component.POST_TRAINING_DATA, State.LINKED, NONE)
            .state(Component.TRAINING_DATA, State.LINKED, NONE, Qualifier.PARTIAL);
    assertThat(reason(tuned, "datasources_basemodel"))
        .startsWith("closed:")
        .contains("only what is told of post-training data");
    assertThat(grade(tuned, "datasources_endmodel")).isEqualTo("partial or better, at most open");
  }

  @Test
  void named_sources_may_be_open_elsewhere_and_prose_names_none() {
    Releases prose = new Releases().state(Component.TRAINING_DATA, State.DESCRIBED, NONE);
    assertThat(grade(prose, "datasources_basemodel")).isEqualTo("closed");
    Releases named =
        new Releases()
            .state(Component.TRAINING_DATA, State.DESCRIBED, NONE)
            .named(DataSet.Stage.PRE_TRAINING, "Some Corpus");
    assertThat(grade(named, "datasources_basemodel")).isEqualTo("closed or better, at most open");
    named.state(Component.TRAINING_DATA, State.DESCRIBED, NONE, Qualifier.REFUSED);
    assertThat(grade(named, "datasources_basemodel")).as("refused").isEqualTo("closed");
  }

  @Test
  void what_a_linked_card_or_paper_would_tell_is_not_absent() {
    Releases linked = new Releases().state(Component.MODEL_CARD, State.LINKED, NONE);
    assertThat(reason(linked, "datasources_basemodel"))
        .startsWith("closed or better, at most open:")
        .contains("training data: not found here; linked and not inspected: model card");
    assertThat(grade(linked, "preprint")).isEqualTo("closed or better, at most open");
    linked.here(Component.MODEL_CARD, "MIT");
    assertThat(grade(linked, "datasources_basemodel")).as("the card was read").isEqualTo("closed");
    Releases refused =
        new Releases()
            .state(Component.MODEL_CARD, State.LINKED, NONE)
            .state(Component.TRAINING_DATA, State.ABSENT, NONE, Qualifier.REFUSED);
    assertThat(grade(refused, "datasources_basemodel")).isEqualTo("closed");
  }

  @Test
  void a_sheet_may_stand_beside_data_that_is_only_linked() {
    Releases data = new Releases().state(Component.TRAINING_DATA, State.LINKED, NONE);
    assertThat(grade(data, "datasheet")).isEqualTo("closed or better, at most open");
    assertThat(grade(new Releases(), "datasheet")).isEqualTo("closed");
  }

  @Test
  void licences_are_graded_over_the_parts_that_are_released() {
    Releases all =
        new Releases()
            .here(Component.WEIGHTS, "MIT")
            .here(Component.TRAINING_CODE, "MIT")
            .here(Component.TRAINING_DATA, "CC0-1.0");
    assertThat(grade(all, "licenses")).isEqualTo("open");
    Releases weights = new Releases().here(Component.WEIGHTS, "Apache-2.0");
    assertThat(grade(weights, "licenses"))
        .as("the text has no grade for one open part, the others not released")
        .isEqualTo("closed or better, at most open");
    weights.here(Component.TRAINING_CODE, "MIT");
    assertThat(grade(weights, "licenses")).isEqualTo("partial or better, at most open");
    weights.here(Component.WEIGHTS, "LicenseRef-limited");
    assertThat(grade(weights, "licenses")).isEqualTo("closed or better, at most partial");
    weights.here(Component.TRAINING_CODE, "LicenseRef-limited");
    assertThat(grade(weights, "licenses")).isEqualTo("closed");
    Releases tuning = new Releases().here(Component.FINE_TUNING_CODE, "MIT");
    tuning.here(Component.WEIGHTS, "MIT");
    assertThat(grade(tuning, "licenses")).isEqualTo("partial or better, at most open");
  }

  @Test
  void the_conditions_that_a_file_may_write_are_checked() {
    for (String bad :
        List.of(
            "{unread: training-data}",
            "{unread: training-data, in: [nothing-known]}",
            "{not: {gate: none}, gate: none}",
            "{component: weights, apart-from: wieghts}")) {
      String file =
          "profile: x\ntitle: x\norigin: x\nkind: rules\ncriteria:\n  - {id: a, text: a, require: "
              + bad
              + "}\nverdicts:\n  - {verdict: a, open: false}\n";
      assertThat(Profiles.builtIn().with("x.yaml", file))
          .as(bad)
          .isInstanceOf(Profiles.Refused.class);
    }
  }
}
