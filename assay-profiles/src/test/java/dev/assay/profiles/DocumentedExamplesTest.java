package dev.assay.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the reference shows must be read by the program as it is written there.
class DocumentedExamplesTest {
  private static final Path REPOSITORY = Shared.repository();

  private static String example(String page) throws IOException {
    String text = Files.readString(REPOSITORY.resolve("docs/reference").resolve(page));
    int from = text.indexOf("```yaml\n") + 8;
    return text.substring(from, text.indexOf("```", from));
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(
            Files.readString(REPOSITORY.resolve("docs/reference/assay-yml.schema.json")),
            InputFormat.JSON);
  }

  @Test
  void the_example_of_assay_yml_is_read_and_fits_its_schema() throws IOException {
    String text = example("assay-yml.md");
    var reading = StatementFile.read("assay.yml", text);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.stated()).hasSize(5);
    assertThat(schema().validate(text, InputFormat.YAML)).isEmpty();
  }

  @Test
  void the_schema_refuses_what_the_program_refuses() throws IOException {
    String head = "assay: 1\nby: me\ndate: 2026-01-01\n";
    for (String wrong :
        List.of(
            "extra: 1",
            "parts: [{path: a, is: weight, reason: r}]",
            "parts: [{path: a, is: weights}]",
            "statements: [{about: weights, reason: r}]",
            "statements: [{about: weights, state: undecidable, reason: r}]",
            "statements: [{about: weights, says: s, reason: r, date: soon}]",
            "sources: [{at: a, holds: [], reason: r}]",
            "sources: [{at: a, holds: weights, reason: r}]")) {
      assertThat(StatementFile.read("assay.yml", head + wrong).problems()).as(wrong).hasSize(1);
      assertThat(schema().validate(head + wrong, InputFormat.YAML)).as(wrong).isNotEmpty();
    }
  }

  @Test
  void the_example_of_a_profile_is_a_profile() throws IOException {
    assertThat(Profiles.builtIn().with("ours.yaml", example("profiles.md")))
        .isInstanceOf(Profiles.Added.class);
  }

  @Test
  void the_example_of_a_policy_and_every_starter_are_policies() throws IOException {
    assertThat(Policy.read("p.yaml", example("policies.md"))).isInstanceOf(Policy.Read.class);
    try (Stream<Path> files = Files.list(REPOSITORY.resolve("policies"))) {
      for (Path file : files.toList()) {
        assertThat(Policy.read(file.toString(), Files.readString(file)))
            .isInstanceOf(Policy.Read.class);
      }
    }
  }
}
