package dev.assay.formats.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.MadeSafetensors;
import dev.assay.formats.MemoryTree;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import org.junit.jupiter.api.Test;

class QuantisedTest {
  private static Weights read(MadeSafetensors tensors, String config) {
    return new MemoryTree()
        .with("model.safetensors", tensors.bytes())
        .with("config.json", config)
        .assembled()
        .artefacts()
        .getFirst();
  }

  @Test
  void mxfp4BlocksHoldTwoParametersInAByte() {
    Weights w =
        read(
            new MadeSafetensors()
                .with("experts.down_proj_blocks", "U8", 2, 3, 16)
                .with("experts.down_proj_scales", "U8", 2, 3)
                .with("norm.weight", "BF16", 8),
            "{\"quantization_config\": {\"quant_method\": \"mxfp4\"}}");
    assertThat(w.parameters()).isEqualTo(2 * 3 * 16 * 2 + 8);
    assertThat(w.quantisation()).isEqualTo("mxfp4");
  }

  @Test
  void compressedTensorsTakeTheirBitsFromTheGroups() {
    Weights w =
        read(
            new MadeSafetensors()
                .with("q.weight_packed", "I32", 4, 2)
                .with("q.weight_scale", "BF16", 4, 1)
                .with("q.weight_shape", "I32", 2),
            """
            {"quantization_config": {"quant_method": "compressed-tensors",
              "config_groups": {"group_0": {"weights": {"num_bits": 4}}}}}
            """);
    assertThat(w.parameters()).isEqualTo(4 * 2 * 8);
  }

  @Test
  void groupsOfDifferentBitsLeaveTheCountOpen() {
    Weights w =
        read(
            new MadeSafetensors().with("q.weight_packed", "I32", 4, 2),
            """
            {"quantization_config": {"quant_method": "compressed-tensors", "config_groups": {
              "group_0": {"weights": {"num_bits": 4}}, "group_1": {"weights": {"num_bits": 8}}}}}
            """);
    assertThat(w.parameters()).isNull();
  }

  @Test
  void mlxPacksIntoWordsAndNamesBitsForSingleModules() {
    Weights w =
        read(
            new MadeSafetensors()
                .with("a.weight", "U32", 4, 2)
                .with("a.scales", "F16", 4, 1)
                .with("a.biases", "F16", 4, 1)
                .with("b.weight", "U32", 4, 4)
                .with("b.scales", "F16", 4, 1)
                .with("b.bias", "F16", 4),
            "{\"quantization\": {\"group_size\": 64, \"bits\": 4, \"b\": {\"group_size\": 64, \"bits\": 8}}}");
    assertThat(w.parameters()).isEqualTo(4 * 2 * 8 + 4 * 4 * 4 + 4);
    assertThat(w.listing())
        .filteredOn(t -> t.role() == Tensor.Role.QUANTISATION)
        .extracting(Tensor::name)
        .containsExactly("a.scales", "a.biases", "b.scales");
  }

  @Test
  void packedTensorsWithoutAnyConfigurationAreTold() {
    Weights w =
        read(
            new MadeSafetensors()
                .with("q.qweight", "I32", 8, 16)
                .with("q.qzeros", "I32", 1, 2)
                .with("q.scales", "F16", 1, 16)
                .with("q.g_idx", "I32", 64),
            "{}");
    assertThat(w.parameters()).isEqualTo(8 * 16 * 8);
    assertThat(w.quantisation()).isEqualTo("gptq");
  }

  @Test
  void buffersAreNoParameters() {
    Weights w =
        read(
            new MadeSafetensors()
                .with("bn.weight", "F32", 8)
                .with("bn.running_mean", "F32", 8)
                .with("rotary_emb.inv_freq", "F32", 4),
            "{}");
    assertThat(w.parameters()).isEqualTo(8);
  }

  @Test
  void theCalibrationDataIsNoTrainingData() {
    Weights w =
        read(
            new MadeSafetensors().with("q.qweight", "I32", 8, 16).with("q.scales", "F16", 1, 16),
            "{\"quantization_config\": {\"quant_method\": \"gptq\", \"bits\": 4, \"dataset\": \"c4\"}}");
    assertThat(w.metadata())
        .anyMatch(f -> f.topic() == Weights.Topic.CALIBRATION_DATA && f.value().equals("c4"))
        .noneMatch(f -> f.topic() == Weights.Topic.TRAINING_DATA);
  }
}
