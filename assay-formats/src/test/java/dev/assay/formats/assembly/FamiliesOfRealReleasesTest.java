package dev.assay.formats.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.JsonValue;
import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import dev.assay.io.ReadMeter;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The families' shapes on configurations from the wild: of every release whose index of shards
/// names only tensors that its family knows, the elements that the configuration's fields give must
/// be the bytes that the index states, which another program wrote.
class FamiliesOfRealReleasesTest {
  private static final String CONFIGS = "corpus/cards/configs";
  private static final String CONFIG = "__config.json";
  private static final int LEAST = 8;

  @TestFactory
  Stream<DynamicTest> elementsByConfigurationAreTheBytesOfTheIndex() throws IOException {
    if (!Shared.here(CONFIGS)) {
      return Stream.of(DynamicTest.dynamicTest(CONFIGS, () -> Shared.path(CONFIGS)));
    }
    try (Stream<Path> files = Files.list(Shared.path(CONFIGS))) {
      List<Case> cases =
          files.filter(f -> f.toString().endsWith(CONFIG)).sorted().flatMap(Case::of).toList();
      var tests = cases.stream().map(c -> DynamicTest.dynamicTest(c.name(), c::check)).toList();
      var enough =
          DynamicTest.dynamicTest(
              "enough releases", () -> assertThat(cases).hasSizeGreaterThanOrEqualTo(LEAST));
      return Stream.concat(Stream.of(enough), tests.stream());
    }
  }

  /// A release whose tensors are all known.
  private record Case(String name, long elements, long bytes) {
    static Stream<Case> of(Path config) {
      Path index =
          config.resolveSibling(
              String.valueOf(config.getFileName())
                  .replace(CONFIG, "__model.safetensors.index.json"));
      if (!Files.isRegularFile(index)) {
        return Stream.empty();
      }
      try {
        return of(String.valueOf(config.getFileName()), json(config), json(index));
      } catch (Malformed e) {
        // Of a few files only the beginning was kept.
        return Stream.empty();
      }
    }

    private static Stream<Case> of(String name, JsonValue config, JsonValue index) {
      JsonValue.Obj model =
          config.get("text_config") instanceof JsonValue.Obj o ? o : (JsonValue.Obj) config;
      var families = Families.load();
      var family = families.of(model.text("model_type").orElse(""));
      Long bytes = index.object("metadata").number("total_size").orElse(null);
      if (family.isEmpty() || bytes == null || bytes == 0) {
        return Stream.empty();
      }
      JsonValue.Obj vision = config.object("vision_config");
      var tower = families.of(vision.text("model_type").orElse(""));
      var fields = ConfigFields.fields((JsonValue.Obj) config, model);
      long elements = 0;
      for (String tensor : index.object("weight_map").members().keySet()) {
        OptionalLong n =
            Families.ofTower(tensor) && tower.isPresent()
                ? families.elements(tower.get(), tensor, f -> ConfigFields.number(vision, f), true)
                : families.elements(family.get(), tensor, fields, false);
        if (n.isEmpty()) {
          return Stream.empty();
        }
        elements += n.getAsLong();
      }
      return Stream.of(new Case(name, elements, bytes));
    }

    private static JsonValue json(Path file) {
      try (ByteSource bytes = ByteSource.of(file, new ReadMeter())) {
        return JsonValue.read(
            new String(bytes.bytes(0, (int) bytes.size()), StandardCharsets.UTF_8).strip());
      }
    }

    // All of these are kept in types of two bytes.
    void check() {
      assertThat(2 * elements).isEqualTo(bytes);
    }
  }
}
