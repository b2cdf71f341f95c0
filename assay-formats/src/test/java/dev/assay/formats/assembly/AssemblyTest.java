package dev.assay.formats.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.MadeSafetensors;
import dev.assay.formats.MemoryTree;
import dev.assay.formats.Sample;
import dev.assay.formats.WeightsAssembly;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Note;
import dev.assay.model.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssemblyTest {
  private static final String INDEX =
      """
      {"metadata": {"total_size": 96, "total_parameters": %d},
       "weight_map": {"a": "model-00001-of-00002.safetensors",
                      "b": "model-00002-of-00002.safetensors"}}
      """;
  private static final String SHARDED_JS =
      """
      {"format": "layers-model", "modelTopology": {"class_name": "Sequential", "config": []},
       "weightsManifest": [{"paths": ["g-1of2.bin", "g-2of2.bin"],
         "weights": [{"name": "d/kernel", "shape": [3, 4], "dtype": "float32"}]}]}
      """;
  private static final byte[] FIRST = new MadeSafetensors().with("a", "F32", 3, 4).bytes();
  private static final byte[] SECOND = new MadeSafetensors().with("b", "F32", 12).bytes();
  private static final String POINTER =
      "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64) + "\nsize 5000\n";

  private static MemoryTree sharded(long total) {
    return new MemoryTree()
        .with("model.safetensors.index.json", INDEX.formatted(total))
        .with("model-00001-of-00002.safetensors", FIRST)
        .with("model-00002-of-00002.safetensors", SECOND);
  }

  private static Claim claim(WeightsAssembly.Result result, Claim.Kind kind) {
    return result.claims().stream().filter(c -> c.kind() == kind).findFirst().orElseThrow();
  }

  private static List<Note.Kind> notes(WeightsAssembly.Result result, Component about) {
    return result.notes().getOrDefault(about, List.of()).stream().map(Note::kind).toList();
  }

  @Test
  void shardsAndTheirIndexAreOneArtefact() {
    WeightsAssembly.Result result = sharded(24).assembled();
    assertThat(result.artefacts()).hasSize(1);
    Weights w = result.artefacts().getFirst();
    assertThat(w.status()).isEqualTo(Weights.Status.OK);
    assertThat(w.parameters()).isEqualTo(24);
    assertThat(w.shards()).isEqualTo(new Weights.Shards(2, 2, List.of()));
    assertThat(claim(result, Claim.Kind.SHARDS).verdict()).isEqualTo(Claim.Verdict.CONFIRMED);
    assertThat(claim(result, Claim.Kind.PARAMETERS).verdict()).isEqualTo(Claim.Verdict.CONFIRMED);
  }

  @Test
  void aCountThatTheTensorsDoNotHaveIsContradicted() {
    WeightsAssembly.Result result = sharded(7_000_000).assembled();
    assertThat(claim(result, Claim.Kind.PARAMETERS).verdict())
        .isEqualTo(Claim.Verdict.CONTRADICTED);
    assertThat(notes(result, Component.WEIGHTS)).contains(Note.Kind.DISAGREES);
  }

  @Test
  void aMissingShardIsNamedAndNothingIsCounted() {
    WeightsAssembly.Result result =
        new MemoryTree()
            .with("model.safetensors.index.json", INDEX.formatted(24))
            .with("model-00001-of-00002.safetensors", FIRST)
            .assembled();
    Weights w = result.artefacts().getFirst();
    assertThat(w.status()).isEqualTo(Weights.Status.INCOMPLETE);
    assertThat(w.shards())
        .isEqualTo(new Weights.Shards(1, 2, List.of("model-00002-of-00002.safetensors")));
    assertThat(w.parameters()).isNull();
  }

  @Test
  void anIndexWithoutAnyShardIsNoWeightsAndDecidesNothing() {
    WeightsAssembly.Result result =
        new MemoryTree().with("model.safetensors.index.json", INDEX.formatted(24)).assembled();
    Weights w = result.artefacts().getFirst();
    assertThat(w.kind()).isEqualTo(Weights.Kind.OTHER);
    assertThat(w.status()).isEqualTo(Weights.Status.INCOMPLETE);
    assertThat(claim(result, Claim.Kind.SHARDS).verdict()).isEqualTo(Claim.Verdict.UNDECIDABLE);
  }

  @Test
  void aShardThatHoldsOtherTensorsThanTheIndexListsIsSaid() {
    WeightsAssembly.Result result =
        sharded(24)
            .with(
                "model-00002-of-00002.safetensors",
                new MadeSafetensors().with("c", "F32", 12).bytes())
            .assembled();
    assertThat(claim(result, Claim.Kind.SHARDS).verdict()).isEqualTo(Claim.Verdict.CONTRADICTED);
  }

  @Test
  void shardsThatAreAllPointersAreAPointer() {
    WeightsAssembly.Result result =
        new MemoryTree()
            .with("model.safetensors.index.json", INDEX.formatted(24))
            .with("model-00001-of-00002.safetensors", POINTER)
            .with("model-00002-of-00002.safetensors", POINTER)
            .assembled();
    assertThat(result.artefacts()).hasSize(1);
    assertThat(result.artefacts().getFirst().status()).isEqualTo(Weights.Status.POINTER);
  }

  @Test
  void shardsWithoutAnIndexAreCountedByTheirNames() {
    WeightsAssembly.Result result =
        new MemoryTree()
            .with("sub/x-00001-of-00003.safetensors", FIRST)
            .with("sub/x-00003-of-00003.safetensors", SECOND)
            .assembled();
    assertThat(result.artefacts()).hasSize(1);
    Weights w = result.artefacts().getFirst();
    assertThat(w.status()).isEqualTo(Weights.Status.INCOMPLETE);
    assertThat(w.shards())
        .isEqualTo(new Weights.Shards(2, 3, List.of("x-00002-of-00003.safetensors")));
  }

  private static MemoryTree decoder(String fields) {
    byte[] weights =
        new MadeSafetensors()
            .with("model.embed_tokens.weight", "BF16", 40, 8)
            .with("model.layers.0.self_attn.q_proj.weight", "BF16", 8, 8)
            .with("model.layers.0.self_attn.k_proj.weight", "BF16", 4, 8)
            .with("model.layers.1.self_attn.q_proj.weight", "BF16", 8, 8)
            .with("model.layers.1.self_attn.k_proj.weight", "BF16", 4, 8)
            .with("model.norm.weight", "BF16", 8)
            .bytes();
    return new MemoryTree().with("model.safetensors", weights).with("config.json", fields);
  }

  private static final String FIELDS =
      """
      {"model_type": "llama", "architectures": ["X"], "hidden_size": %d, "num_attention_heads": 4,
       "num_key_value_heads": 2, "num_hidden_layers": %d, "vocab_size": %d, "torch_dtype": "%s"}
      """;

  @Test
  void aConfigurationThatFitsTheTensorsAgrees() {
    WeightsAssembly.Result result = decoder(FIELDS.formatted(8, 2, 40, "bfloat16")).assembled();
    assertThat(notes(result, Component.ARCHITECTURE)).containsOnly(Note.Kind.AGREES);
    assertThat(notes(result, Component.WEIGHTS)).containsOnly(Note.Kind.AGREES);
    assertThat(result.claims()).extracting(Claim::verdict).containsOnly(Claim.Verdict.CONFIRMED);
    assertThat(result.claims()).extracting(c -> c.made().quote()).doesNotContain("");
  }

  @Test
  void aConfigurationWithAnotherWidthDisagrees() {
    WeightsAssembly.Result result = decoder(FIELDS.formatted(16, 2, 40, "bfloat16")).assembled();
    assertThat(notes(result, Component.ARCHITECTURE)).contains(Note.Kind.DISAGREES);
    assertThat(claim(result, Claim.Kind.ARCHITECTURE).verdict())
        .isEqualTo(Claim.Verdict.CONTRADICTED);
  }

  @Test
  void aConfigurationWithAnotherNumberOfLayersDisagrees() {
    WeightsAssembly.Result result = decoder(FIELDS.formatted(8, 3, 40, "bfloat16")).assembled();
    assertThat(result.claims())
        .filteredOn(c -> c.verdict() == Claim.Verdict.CONTRADICTED)
        .singleElement()
        .satisfies(c -> assertThat(c.reason()).contains("2 layers").contains("states 3"));
  }

  @Test
  void anotherElementTypeThanStatedIsContradicted() {
    WeightsAssembly.Result result = decoder(FIELDS.formatted(8, 2, 40, "float32")).assembled();
    assertThat(claim(result, Claim.Kind.OTHER).verdict()).isEqualTo(Claim.Verdict.CONTRADICTED);
  }

  @Test
  void aTokenizerWithMoreTokensThanTheEmbeddingHasRowsIsContradicted() {
    var tokens = new StringBuilder();
    for (int i = 0; i < 41; i++) {
      tokens.append(i == 0 ? "" : ",").append("\"t").append(i).append("\":").append(i);
    }
    WeightsAssembly.Result result =
        decoder(FIELDS.formatted(8, 2, 40, "bfloat16"))
            .with(
                "tokenizer.json",
                "{\"added_tokens\": [], \"model\": {\"type\": \"BPE\", \"vocab\": {"
                    + tokens
                    + "}}}")
            .assembled();
    assertThat(result.claims())
        .filteredOn(c -> c.kind() == Claim.Kind.TOKENIZER)
        .extracting(Claim::verdict)
        .containsExactlyInAnyOrder(Claim.Verdict.CONFIRMED, Claim.Verdict.CONTRADICTED);
  }

  @Test
  void aStatedQuantisationWithoutPackedTensorsIsContradicted() {
    WeightsAssembly.Result result =
        decoder(
                FIELDS
                    .formatted(8, 2, 40, "bfloat16")
                    .replaceFirst(
                        "\\{",
                        "{\"quantization_config\": {\"quant_method\": \"gptq\", \"bits\": 4},"))
            .assembled();
    assertThat(claim(result, Claim.Kind.QUANTISATION).verdict())
        .isEqualTo(Claim.Verdict.CONTRADICTED);
  }

  @Test
  void codeThatAConfigurationNamesIsADanger() {
    WeightsAssembly.Result result =
        decoder("{\"model_type\": \"own\", \"auto_map\": {\"AutoModel\": \"modeling_own.Own\"}}")
            .assembled();
    Weights w = result.artefacts().getFirst();
    assertThat(w.metadata()).anyMatch(f -> f.topic() == Weights.Topic.REMOTE_CODE);
    assertThat(w.dangers()).anyMatch(n -> n.text().contains("modeling_own.Own"));
    assertThat(result.artefacts()).hasSize(1);
  }

  @Test
  void anAdapterNamesItsBase() {
    WeightsAssembly.Result result =
        new MemoryTree()
            .with(
                "adapter_model.safetensors",
                new MadeSafetensors().with("base_model.model.q.lora_A.weight", "F32", 2, 4).bytes())
            .with(
                "adapter_config.json",
                "{\"peft_type\": \"LORA\", \"base_model_name_or_path\": \"lab/base\", \"r\": 2}")
            .assembled();
    Weights w = result.artefacts().getFirst();
    assertThat(w.kind()).isEqualTo(Weights.Kind.ADAPTER);
    assertThat(w.metadata())
        .anyMatch(f -> f.topic() == Weights.Topic.BASE_MODEL && f.value().equals("lab/base"));
  }

  @Test
  void aTowerForPicturesHasAConfigurationOfItsOwn() {
    byte[] weights =
        new MadeSafetensors()
            .with("vision_tower.vision_model.encoder.layers.0.mlp.fc1.weight", "BF16", 6, 4)
            .with("vision_tower.vision_model.encoder.layers.0.mlp.fc1.bias", "BF16", 6)
            .bytes();
    String config =
        """
        {"model_type": "any", "text_config": {"model_type": "llama", "hidden_size": 8},
         "vision_config": {"model_type": "siglip_vision_model", "hidden_size": 4,
           "intermediate_size": %d}}
        """;
    assertThat(tower(weights, config.formatted(6))).containsOnly(Note.Kind.AGREES);
    assertThat(tower(weights, config.formatted(7))).containsOnly(Note.Kind.DISAGREES);
  }

  private static List<Note.Kind> tower(byte[] weights, String config) {
    return notes(
        new MemoryTree().with("model.safetensors", weights).with("config.json", config).assembled(),
        Component.ARCHITECTURE);
  }

  @Test
  void weightsInACheckpointFolderAreFinalOnlyWhereThereAreNoOthers() {
    WeightsAssembly.Result both =
        new MemoryTree()
            .with("model.safetensors", FIRST)
            .with("checkpoint-500/model.safetensors", FIRST)
            .assembled();
    assertThat(both.artefacts())
        .extracting(Weights::kind)
        .containsExactly(Weights.Kind.CHECKPOINT, Weights.Kind.MODEL);
    WeightsAssembly.Result only =
        new MemoryTree().with("checkpoint-500/model.safetensors", FIRST).assembled();
    assertThat(only.artefacts()).extracting(Weights::kind).containsExactly(Weights.Kind.MODEL);
  }

  @Test
  void aSmallAndALargeModelInOneFolderAreNotHeldAgainstEachOther() {
    WeightsAssembly.Result result =
        new MemoryTree()
            .with("small.safetensors", FIRST)
            .with("large.safetensors", new MadeSafetensors().with("a", "F32", 40, 30).bytes())
            .assembled();
    assertThat(result.notes()).isEmpty();
  }

  @Test
  void twoFormatsOfTheSameWeightsMustAgree() {
    WeightsAssembly.Result same =
        new MemoryTree()
            .with("model.safetensors", FIRST)
            .with("pytorch_model.safetensors", FIRST)
            .assembled();
    assertThat(notes(same, Component.WEIGHTS)).containsExactly(Note.Kind.AGREES);
    WeightsAssembly.Result other =
        new MemoryTree()
            .with("model.safetensors", FIRST)
            .with("pytorch_model.safetensors", new MadeSafetensors().with("a", "F32", 4, 3).bytes())
            .assembled();
    assertThat(notes(other, Component.WEIGHTS)).containsExactly(Note.Kind.DISAGREES);
  }

  @Test
  void theDataBesideAnIndexMustBeThereAndLongEnough() {
    byte[] index = Sample.bytes("tensorflow/variables.index");
    Weights alone = new MemoryTree().with("v.index", index).assembled().artefacts().getFirst();
    assertThat(alone.status()).isEqualTo(Weights.Status.INCOMPLETE);
    assertThat(alone.reason()).contains("v.data-00000-of-00001, which is not here");
    long needed =
        alone.listing().stream().mapToLong(t -> t.offset() + t.bytes()).max().orElseThrow();
    assertThat(needed).isPositive();
    Weights cut = withData(index, needed - 1);
    assertThat(cut.status()).isEqualTo(Weights.Status.INCOMPLETE);
    assertThat(cut.reason()).contains("where the tensors need " + needed);
    assertThat(withData(index, needed).status()).isEqualTo(Weights.Status.OK);
    assertThat(withData(index, needed).files()).contains("v.data-00000-of-00001");
  }

  private static Weights withData(byte[] index, long length) {
    return new MemoryTree()
            .with("v.index", index)
            .with("v.data-00000-of-00001", new byte[(int) length])
            .assembled()
            .artefacts()
            .stream()
            .filter(w -> w.format().equals("tf-checkpoint"))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void theWeightsOfOpenVinoAndTensorFlowJsAreInOtherFiles() {
    Weights vino =
        new MemoryTree()
            .with("model.xml", Sample.bytes("openvino/model.xml"))
            .assembled()
            .artefacts()
            .getFirst();
    assertThat(vino.status()).isEqualTo(Weights.Status.INCOMPLETE);
    assertThat(vino.reason()).contains("model.bin, which is not here");
    Weights js =
        new MemoryTree()
            .with("model.json", SHARDED_JS)
            .with("g-1of2.bin", new byte[32])
            .assembled()
            .artefacts()
            .getFirst();
    assertThat(js.status()).isEqualTo(Weights.Status.INCOMPLETE);
    assertThat(js.reason()).contains("g-2of2.bin, which is not here");
    Weights whole =
        new MemoryTree()
            .with("model.json", SHARDED_JS)
            .with("g-1of2.bin", new byte[32])
            .with("g-2of2.bin", new byte[16])
            .assembled()
            .artefacts()
            .getFirst();
    assertThat(whole.status()).as(whole.reason()).isEqualTo(Weights.Status.OK);
  }
}
