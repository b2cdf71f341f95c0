package dev.assay.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.model.Component;
import dev.assay.model.LicenceOf;
import dev.assay.model.State;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTest {

  private static String mof(Releases release) {
    var out = new StringBuilder();
    Exchange.writeMof(release.build(), out);
    return out.toString();
  }

  @Test
  void a_record_for_the_model_openness_tool_reads_back_to_the_same_class() {
    var reading = MofRecord.read("x.yml", mof(Releases.everything()));
    assertThat(reading).isInstanceOf(MofRecord.Read.class);
    MofRecord record = ((MofRecord.Read) reading).record();
    assertThat(record.components()).hasSize(17);
    assertThat(Exchange.classify(record).group()).isEqualTo(1);
    MofRecord none = ((MofRecord.Read) MofRecord.read("x.yml", mof(new Releases()))).record();
    assertThat(none.components()).isEmpty();
    assertThat(Exchange.classify(none).group()).isZero();
  }

  /// The tool's format, in a schema of our own words; its own records must pass, or it proves
  /// nothing.
  private static Schema format() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Resources.text("mof-record.schema.json"), InputFormat.JSON);
  }

  @Test
  void a_record_is_valid_in_the_tools_format() {
    Releases odd = new Releases().here(Component.WEIGHTS, "a: \"b\"\n- c");
    for (String record : List.of(mof(Releases.everything()), mof(new Releases()), mof(odd))) {
      assertThat(format().validate(record, InputFormat.YAML)).isEmpty();
    }
    String foreign = mof(Releases.everything()).replace("name: \"Datasets\"", "name: \"Data\"");
    assertThat(format().validate(foreign, InputFormat.YAML)).isNotEmpty();
  }

  @Test
  void the_tools_own_records_are_valid_in_it() throws IOException {
    Path folder = Shared.path("truth/mot-conformance");
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yml")).toList()) {
        assertThat(format().validate(Files.readString(file), InputFormat.YAML))
            .as(file.toString())
            .isEmpty();
      }
    }
  }

  @Test
  void a_component_without_a_licence_is_written_as_unlicensed_and_takes_over_none() {
    Releases r = Releases.everything().state(Component.MODEL_CARD, State.PRESENT, LicenceOf.NONE);
    assertThat(mof(r)).contains("license: \"unlicensed\"").contains("  license: {}");
    MofRecord record = ((MofRecord.Read) MofRecord.read("x.yml", mof(r))).record();
    assertThat(Exchange.classify(record).group()).isZero();
  }

  @Test
  void hostile_words_stay_one_string() {
    String evil = "a\"\n- name: b\n\u2028\u001b[2J: !!x &a *a #";
    Releases r = new Releases().here(Component.WEIGHTS, evil);
    MofRecord record = ((MofRecord.Read) MofRecord.read("x.yml", mof(r))).record();
    assertThat(record.components())
        .singleElement()
        .satisfies(c -> assertThat(c.licence()).contains(evil));
  }

  @Test
  void an_entry_for_the_european_index_has_the_twelve_dimensions() {
    var out = new StringBuilder();
    Exchange.writeOsai(Releases.everything().build(), out);
    YamlTree tree = YamlTree.parse("osai.yaml", out.toString());
    assertThat(tree.map().keySet())
        .containsExactly(
            "system",
            "org",
            "datasources_basemodel",
            "datasources_endmodel",
            "weights_basemodel",
            "weights_endmodel",
            "trainingcode",
            "code",
            "hardware_architecture",
            "preprint",
            "paper",
            "modelcard",
            "datasheet",
            "licenses");
    assertThat(tree.need("trainingcode").need("class").text()).isEqualTo("open");
    assertThat(tree.need("code").need("class").text())
        .as("that code is there says nothing of its documentation")
        .isEqualTo("closed");
    assertThat(tree.need("code").need("notes").text()).contains("a person decides");
  }
}
