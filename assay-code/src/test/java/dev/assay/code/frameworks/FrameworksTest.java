package dev.assay.code.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.code.outline.BraceScanner;
import dev.assay.code.outline.ConfigurationScanner;
import dev.assay.code.outline.Language;
import dev.assay.code.outline.Outline;
import dev.assay.code.outline.PythonScanner;
import dev.assay.code.outline.ShellScanner;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class FrameworksTest {

  record Example(Framework framework, int number, String code, boolean match) {
    @Override
    public String toString() {
      return framework.id() + (match ? " matches #" : " does not match #") + number;
    }
  }

  static Stream<Example> examples() {
    List<Example> all = new ArrayList<>();
    for (Framework f : Frameworks.builtIn().all()) {
      for (int i = 0; i < f.matches().size(); i++) {
        all.add(new Example(f, i + 1, f.matches().get(i), true));
      }
      for (int i = 0; i < f.misses().size(); i++) {
        all.add(new Example(f, i + 1, f.misses().get(i), false));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyDataFilesExamplesHold(Example example) {
    Language language = language(example);
    Outline outline = scan(example.code(), language);

    List<Sighting> seen =
        Frameworks.builtIn().look(outline, language).stream()
            .filter(s -> s.framework().equals(example.framework().name()))
            .filter(s -> example.framework().shows().contains(s.signal()))
            .toList();

    assertThat(!seen.isEmpty()).as("signals seen: " + seen).isEqualTo(example.match());
  }

  @ParameterizedTest
  @MethodSource("files")
  void theSmallReaderReadsWhatAFullYamlParserReads(String id) throws IOException {
    String text = text(id);
    Map<String, List<String>> full = new HashMap<>();
    Object read = new Load(LoadSettings.builder().build()).loadFromString(text);
    ((Map<?, ?>) read)
        .forEach((k, v) ->
            full.put(
                String.valueOf(k),
                v instanceof List<?> l
                    ? l.stream().map(String::valueOf).toList()
                    : List.of(String.valueOf(v))));

    assertThat(SimpleYaml.read(text)).isEqualTo(full);
  }

  static Stream<String> files() {
    return Frameworks.FILES.stream();
  }

  @Test
  void theListOfDataFilesIsTheFolder() throws IOException {
    try (var folder =
        Files.list(
            Shared.repository()
                .resolve("assay-code/src/main/resources/dev/assay/code/frameworks"))) {
      List<String> there =
          folder.map(p -> p.getFileName().toString().replace(".yaml", "")).sorted().toList();
      assertThat(Frameworks.FILES.stream().sorted().toList()).isEqualTo(there);
    }
  }

  private static String text(String id) throws IOException {
    try (var in = Frameworks.class.getResourceAsStream(id + ".yaml")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private static Language language(Example e) {
    String first = e.code().lines().findFirst().orElse("");
    if (first.startsWith("#") && !first.contains(" ")) {
      return Language.valueOf(first.substring(1).toUpperCase(Locale.ROOT));
    }
    return e.framework().languages().contains(Language.PYTHON)
        ? Language.PYTHON
        : e.framework().languages().stream().sorted().findFirst().orElseThrow();
  }

  private static Outline scan(String code, Language language) {
    return switch (language) {
      case PYTHON -> PythonScanner.scan(code);
      case SHELL -> ShellScanner.scan(code);
      case CONFIGURATION -> ConfigurationScanner.scan(code);
      default -> BraceScanner.scan(code, language);
    };
  }
}
