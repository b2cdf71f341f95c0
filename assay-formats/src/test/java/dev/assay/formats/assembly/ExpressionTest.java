package dev.assay.formats.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import java.util.function.Function;
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
  void listsHaveElementsAndPowersComeFirst() {
    Function<String, OptionalLong> sizes =
        f ->
            switch (f) {
              case "n" -> OptionalLong.of(1);
              case "sizes[0]" -> OptionalLong.of(96);
              case "part.kind" -> OptionalLong.of(3);
              default -> OptionalLong.empty();
            };
    assertThat(Expression.value("sizes[n - 1] * 2 ^ part.kind + 1", sizes)).hasValue(769);
    assertThat(Expression.value("sizes[n]", sizes)).isEmpty();
    assertThat(Expression.value("sizes[n - 2]", sizes)).isEmpty();
    assertThat(Expression.value("2 ^ (n - 2)", sizes)).isEmpty();
    assertThat(Expression.value("2 ^ 63", sizes)).isEmpty();
    assertThatThrownBy(() -> Expression.value("sizes[n", sizes))
        .isInstanceOf(IllegalArgumentException.class);
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
          assertThat(
                  Expression.value(
                      s.replace("~", ""), x -> OptionalLong.of(x.endsWith(".length") ? 4 : 2)))
              .as(p.name())
              .isPresent();
        }
      }
    }
  }
}
