package dev.assay.code.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.code.frameworks.Pattern.Verb;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.testing.Gen;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The index by a name's last and first word and the memory of names leave out nothing and add
/// nothing: every pattern asked of every name shows the same.
class FittingTest {
  private static final List<Framework> ALL = Frameworks.builtIn().all();
  private static final List<Pattern> PATTERNS =
      ALL.stream()
          .flatMap(f -> f.patterns().values().stream())
          .flatMap(List::stream)
          .filter(p -> p.verb() == Verb.CALL || p.verb() == Verb.DEF)
          .toList();
  private static final List<String> WORDS = List.of("x", "train", "model", "Trainer", "load", "");

  @Test
  void aNameShowsWhatEveryPatternSays() {
    Gen.forAll(
        1,
        3_000,
        gen -> {
          Language language = gen.pick(List.of(Language.PYTHON, Language.C, Language.JAVA));
          String name = name(gen);
          boolean call = gen.oneIn(2);
          var outline =
              new Outline(
                  imports(),
                  call ? List.of() : List.of(new Outline.Definition(name, "", List.of(), 7)),
                  List.of(),
                  call ? List.of(new Outline.Call(name, List.of(), "", 7, 8)) : List.of(),
                  List.of(),
                  List.of(),
                  -1,
                  Set.of());
          // Twice: once found out, once remembered.
          for (int i = 0; i < 2; i++) {
            assertThat(
                    Frameworks.builtIn().look(outline, language).stream()
                        .filter(s -> s.offset() == 7)
                        .map(s -> s.signal() + " " + s.framework())
                        .distinct())
                .as(name)
                .containsExactlyInAnyOrderElementsOf(
                    expected(name, call ? Verb.CALL : Verb.DEF, language));
          }
        });
  }

  /// A name that a pattern fits, or nearly.
  private static String name(Gen gen) {
    var segments = new ArrayList<String>();
    for (int i = gen.between(0, 2); i > 0; i--) {
      segments.add(gen.pick(WORDS));
    }
    for (String segment : gen.pick(PATTERNS).segments()) {
      segments.add(segment.replace("*", gen.pick(WORDS)));
    }
    for (int i = gen.oneIn(3) ? 1 : 0; i > 0; i--) {
      segments.add(gen.pick(WORDS));
    }
    return String.join(".", segments);
  }

  /// All imports that a framework may ask for, none of them at the place of the name.
  private static List<Outline.Import> imports() {
    return ALL.stream()
        .flatMap(f -> f.imports().stream())
        .map(i -> new Outline.Import(i, i, 0))
        .toList();
  }

  private static List<String> expected(String name, Verb verb, Language language) {
    String[] parts = name.split("\\.");
    var expected = new ArrayList<String>();
    for (Framework f : ALL) {
      if (f.languages().contains(language) && parts.length > 0 && !name.isEmpty()) {
        f.patterns()
            .forEach((signal, patterns) ->
                patterns.stream()
                    .filter(p -> p.verb() == verb && p.fits(parts))
                    .forEach(p -> expected.add(signal + " " + f.name())));
      }
    }
    return expected.stream().distinct().toList();
  }
}
