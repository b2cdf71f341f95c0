package dev.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.model.Assessment;
import dev.assay.testing.Gen;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private static final Report.Layout TENSORS = new Report.Layout(80, false).withTensors();

  private static String json(Assessment a, Report.Layout layout) {
    var out = new StringBuilder();
    new JsonReport().write(a, layout, out);
    return out.toString();
  }

  private static JsonReader.Result read(String json) {
    return JsonReader.read(new StringReader(json));
  }

  @Test
  void every_assessment_fits_the_documented_schema() {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Resources.text("assessment.schema.json"), InputFormat.JSON);
    Samples.all()
        .forEach((name, a) ->
            assertThat(schema.validate(json(a, TENSORS), InputFormat.JSON)).as(name).isEmpty());
    Gen.forAll(
        1,
        15,
        gen ->
            assertThat(
                    schema.validate(
                        json(new Arbitrary(gen).assessment(), TENSORS), InputFormat.JSON))
                .isEmpty());
  }

  @Test
  void the_schema_refuses_what_is_not_an_assessment() {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Resources.text("assessment.schema.json"), InputFormat.JSON);
    String good = json(Samples.open(), TENSORS);
    assertThat(schema.validate(good.replace("\"present\"", "\"there\""), InputFormat.JSON))
        .isNotEmpty();
    assertThat(schema.validate(good.replace("\"kind\"", "\"sort\""), InputFormat.JSON))
        .isNotEmpty();
    assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void what_was_written_reads_back_equal() {
    Gen.forAll(
        100,
        300,
        gen -> {
          Assessment a = new Arbitrary(gen).assessment();
          switch (read(json(a, TENSORS))) {
            case JsonReader.Refused(String reason) -> fail(reason);
            case JsonReader.Restored(Assessment back) -> assertThat(back).isEqualTo(a);
          }
        });
  }

  @Test
  void tensors_are_left_out_unless_asked_for() {
    String concise = json(Samples.open(), new Report.Layout(80, false));
    assertThat(concise).doesNotContain("\"listing\": [").contains("\"tensors\": 2");
    assertThat(read(concise)).isInstanceOf(JsonReader.Restored.class);
  }

  @Test
  void a_document_that_is_cut_or_damaged_is_refused_with_a_reason() {
    String good = json(Samples.restricted(), TENSORS);
    Gen.forAll(
        1,
        300,
        gen -> {
          String cut = good.substring(0, gen.between(0, good.length() - 2));
          assertThat(read(cut)).isInstanceOf(JsonReader.Refused.class);
          byte[] damaged = gen.damage(good.getBytes(java.nio.charset.StandardCharsets.UTF_8), 5);
          assertThat(read(new String(damaged, java.nio.charset.StandardCharsets.UTF_8)))
              .isNotNull();
        });
  }

  @Test
  void a_refusal_names_the_place() {
    String good = json(Samples.open(), TENSORS);
    assertThat(read(good.replaceFirst("\"state\": \"present\"", "\"state\": \"there\"")))
        .isEqualTo(
            new JsonReader.Refused(
                "findings[0].state is not a state that this version knows: there"));
    assertThat(read(good.replaceFirst("\"schema\": \"1\"", "\"schema\": \"99\"")))
        .isEqualTo(new JsonReader.Refused("schema 99 is not known; this version reads 1"));
    assertThat(read(good.replaceFirst("\"files\": 12", "\"files\": \"many\"")))
        .isEqualTo(new JsonReader.Refused("sources[0].files is not a whole number"));
    assertThat(read("[".repeat(100_000))).isInstanceOf(JsonReader.Refused.class);
    assertThat(read("{\"schema\": 123456789012345678901234567890}"))
        .isInstanceOf(JsonReader.Refused.class);
    assertThat(read("")).isInstanceOf(JsonReader.Refused.class);
  }
}
