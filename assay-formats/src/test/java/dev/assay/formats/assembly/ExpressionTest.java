package dev.assay.formats.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ExpressionTest {
  private static OptionalLong value(String text) {
    return Expression.value(
        text, f -> f.equals("hidden") ? OptionalLong.of(12) : OptionalLong.empty());
  }

  @Test
  void multipliesBeforeItAdds() {
    assertThat(value("2 + 3 * hidden")).hasValue(38);
    assertThat(value("(2 + 3) * hidden / 2 - 1")).hasValue(29);
  }

  @Test
  void aFieldThatIsNotThereGivesNothing() {
    assertThat(value("hidden * other")).isEmpty();
  }

  @Test
  void arithmeticThatFailsGivesNothing() {
    assertThat(value("hidden / 0")).isEmpty();
    assertThat(value("9223372036854775807 + hidden")).isEmpty();
  }

  @Test
  void ourOwnMistakesAreBugs() {
    assertThatThrownBy(() -> value("hidden *")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> value("(hidden")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyExpressionOfTheFamiliesCanBeRead() {
    Families families = Families.load();
    assertThat(families.all()).isNotEmpty();
    for (Families.Family f : families.all()) {
      assertThat(f.types()).as(f.name()).isNotEmpty();
      for (Families.Pattern p : f.tensors()) {
        for (String s : p.shape()) {
          assertThat(Expression.value(s.replace("~", ""), x -> OptionalLong.of(64)))
              .as(p.name())
              .isPresent();
        }
      }
    }
  }
}
