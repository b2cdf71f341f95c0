package dev.assay.formats.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.JsonValue;
import dev.assay.formats.MadeSafetensors;
import dev.assay.formats.MemoryTree;
import dev.assay.formats.WeightsAssembly;
import dev.assay.model.Component;
import dev.assay.model.Note;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Shapes whose fields are lists with one number for each stage, objects, texts or numbers with a
/// point.
class StagedShapesTest {
  private static final String STAGES =
      """
      {"model_type": "convnext", "num_channels": 3, "patch_size": 4, "hidden_sizes": [8, %d]}
      """;
  private static final String DENOISER =
      """
      {"_class_name": "UNet2DConditionModel", "block_out_channels": [4, 8], "in_channels": %d,
       "cross_attention_dim": 6, "layers_per_block": 2, "use_linear_projection": %s}
      """;

  private static List<Note.Kind> notes(String config, MadeSafetensors weights) {
    WeightsAssembly.Result result =
        new MemoryTree()
            .with("model.safetensors", weights.bytes())
            .with("config.json", config)
            .assembled();
    return result.notes().getOrDefault(Component.ARCHITECTURE, List.of()).stream()
        .map(Note::kind)
        .toList();
  }

  private static MadeSafetensors staged() {
    return new MadeSafetensors()
        .with("convnext.embeddings.patch_embeddings.weight", "F32", 8, 3, 4, 4)
        .with("convnext.encoder.stages.1.downsampling_layer.1.weight", "F32", 16, 8, 2, 2)
        .with("convnext.encoder.stages.1.layers.0.pwconv1.weight", "F32", 64, 16)
        .with("convnext.layernorm.weight", "F32", 16);
  }

  @Test
  void aStageHasTheWidthOfItsPlaceInTheList() {
    assertThat(notes(STAGES.formatted(16), staged())).containsExactly(Note.Kind.AGREES);
    assertThat(notes(STAGES.formatted(24), staged())).containsExactly(Note.Kind.DISAGREES);
  }

  @Test
  void aDiffusionModelsPartIsKnownByItsClass() {
    var weights =
        new MadeSafetensors()
            .with("conv_in.weight", "F16", 4, 4, 3, 3)
            .with("down_blocks.1.resnets.0.conv1.weight", "F16", 8, 4, 3, 3)
            .with("up_blocks.0.resnets.2.conv1.weight", "F16", 8, 12, 3, 3)
            .with("up_blocks.1.resnets.0.conv1.weight", "F16", 4, 12, 3, 3);
    assertThat(notes(DENOISER.formatted(4, "false"), weights)).containsExactly(Note.Kind.AGREES);
    assertThat(notes(DENOISER.formatted(9, "false"), weights)).containsExactly(Note.Kind.DISAGREES);
  }

  @Test
  void aDimensionOfNothingIsNotThere() {
    String name = "mid_block.attentions.0.proj_in.weight";
    var flat = new MadeSafetensors().with(name, "F16", 8, 8);
    var kernel = new MadeSafetensors().with(name, "F16", 8, 8, 1, 1);
    assertThat(notes(DENOISER.formatted(4, "true"), flat)).containsExactly(Note.Kind.AGREES);
    assertThat(notes(DENOISER.formatted(4, "false"), kernel)).containsExactly(Note.Kind.AGREES);
    assertThat(notes(DENOISER.formatted(4, "false"), flat)).containsExactly(Note.Kind.DISAGREES);
  }

  @Test
  void membersTextsAndWholeNumbersWithAPointAreFields() {
    var o =
        (JsonValue.Obj)
            JsonValue.read(
                "{\"a\": {\"b\": 3}, \"t\": \"basic\", \"l\": [1, 2], \"r\": 4.0, \"f\": 3.5}");
    assertThat(ConfigFields.number(o, "a.b")).hasValue(3);
    assertThat(ConfigFields.number(o, "t.basic")).hasValue(1);
    assertThat(ConfigFields.number(o, "t.other")).hasValue(0);
    assertThat(ConfigFields.number(o, "l.length")).hasValue(2);
    assertThat(ConfigFields.number(o, "l[1]")).hasValue(2);
    assertThat(ConfigFields.number(o, "l[2]")).isEmpty();
    assertThat(ConfigFields.number(o, "r")).hasValue(4);
    assertThat(ConfigFields.number(o, "none.b")).isEmpty();
    assertThatThrownBy(() -> ConfigFields.number(o, "f")).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void ofAFractionNothingIsMade() {
    var weights =
        new MadeSafetensors()
            .with("swin.encoder.layers.0.blocks.0.intermediate.dense.weight", "F32", 28, 8);
    String fields = "{\"model_type\": \"swin\", \"embed_dim\": 8, \"mlp_ratio\": %s}";
    assertThat(notes(fields.formatted("3.5"), weights)).isEmpty();
    assertThat(notes(fields.formatted("4.0"), weights)).containsExactly(Note.Kind.DISAGREES);
  }
}
