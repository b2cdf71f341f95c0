package dev.assay.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceOf;
import dev.assay.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapsTest {
  private static final Profiles PROFILES = Profiles.builtIn();

  private static List<Gap> gaps(Releases release, String id) {
    return Gaps.of(PROFILES, release.build(), id).orElseThrow();
  }

  @Test
  void a_release_that_meets_a_definition_has_nothing_to_do() {
    assertThat(gaps(Releases.everything(), "mof-1.0")).isEmpty();
    assertThat(gaps(Releases.everything(), "debian-ml")).isEmpty();
  }

  @Test
  void the_list_leads_to_the_best_verdict_that_additions_can_reach() {
    for (String id : List.of("mof-1.0", "debian-ml", "os-ai-map", "red-hat")) {
      var gaps = gaps(new Releases(), id);
      assertThat(gaps).as(id).isNotEmpty();
      assertThat(gaps.getLast().reaches())
          .as(id)
          .isIn(
              "Class I (Open Science)",
              "free model",
              "5 open source",
              "open source by this minimum");
      assertThat(gaps).as(id).allSatisfy(g -> assertThat(g.add()).isNotBlank());
    }
  }

  @Test
  void what_completes_the_next_class_comes_before_what_does_not() {
    var gaps = gaps(Releases.everything().here(Component.DATA_CARD, "CC-BY-NC-4.0"), "mof-1.0");
    assertThat(gaps)
        .singleElement()
        .satisfies(g -> {
          assertThat(g.component()).isEqualTo(Component.DATA_CARD);
          assertThat(g.add()).contains("licence");
        });
    Releases few =
        new Releases()
            .here(Component.ARCHITECTURE, "MIT")
            .here(Component.WEIGHTS, "MIT")
            .here(Component.MODEL_CARD, "CC-BY-4.0")
            .here(Component.DATA_CARD, "CC-BY-4.0")
            .here(Component.EVALUATION_RESULTS, "CC-BY-4.0");
    assertThat(gaps(few, "mof-1.0").getFirst().component()).isEqualTo(Component.TECHNICAL_REPORT);
  }

  @Test
  void what_is_linked_may_be_looked_at_instead_of_given_again() {
    var mit =
        new LicenceOf(LicenceOf.Status.INHERITED, "MIT", Freedom.FREE, "", List.of(Releases.PLACE));
    Releases linked =
        Releases.everything()
            .state(Component.MODEL_CARD, State.LINKED, mit)
            .state(Component.WEIGHTS, State.LINKED, mit);
    assertThat(gaps(linked, "mof-1.0"))
        .filteredOn(g -> g.component() == Component.MODEL_CARD && g.add().contains("card"))
        .first()
        .satisfies(g -> assertThat(g.add()).contains("or inspect").contains("linked"));
    assertThat(gaps(linked, "mof-1.0"))
        .filteredOn(g -> g.component() == Component.WEIGHTS)
        .singleElement()
        .satisfies(g -> assertThat(g.add()).contains("or inspect"))
        .satisfies(g -> assertThat(g.now()).contains("this source's"));
    assertThat(gaps(new Releases(), "mof-1.0"))
        .noneSatisfy(g -> assertThat(g.add()).contains("or inspect"));
  }

  @Test
  void a_gate_that_nobody_looked_for_is_among_the_things_to_do() {
    Releases open =
        Releases.everything().state(Component.ACCESS, State.UNDECIDABLE, LicenceOf.NONE);
    assertThat(gaps(open, "red-hat")).isEmpty();
    assertThat(gaps(open, "osaid-1.0"))
        .singleElement()
        .satisfies(g -> assertThat(g.component()).isEqualTo(Component.ACCESS))
        .satisfies(g -> assertThat(g.add()).contains("or inspect"));
  }

  @Test
  void data_of_others_has_the_licence_that_they_gave_it() {
    var gaps = gaps(Releases.everything().here(Component.TRAINING_DATA, "CC-BY-NC-4.0"), "mof-1.0");
    assertThat(gaps)
        .singleElement()
        .satisfies(g -> assertThat(g.add()).contains("of what others made"));
  }

  @Test
  void what_no_addition_settles_is_named() {
    assertThat(Gaps.left(PROFILES, new Releases().build(), "osaid-1.0"))
        .anySatisfy(l -> assertThat(l).contains("for a person to decide"));
    assertThat(Gaps.left(PROFILES, Releases.everything().build(), "mof-1.0")).isEmpty();
  }

  @Test
  void there_is_no_list_for_a_definition_that_is_not_known() {
    assertThat(Gaps.of(PROFILES, new Releases().build(), "unheard-of")).isEmpty();
  }

  @Test
  void every_component_has_words_of_advice() {
    for (Component c : Component.values()) {
      assertThat(Resources.text("advice.yaml")).contains("component: " + c.id() + ",");
    }
  }
}
