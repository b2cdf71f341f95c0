package dev.assay.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.rebuild.recipe.Recipe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {
  private static final String MANIFEST =
      """
      #Thu Jun 12 05:19:35 CEST 2025
      Component-Name=SentenceDetectorME
      Language=xx
      OpenNLP-Version=2.5.4
      Timestamp=1749698375454
      Training-Eventhash=2365829223
      """;

  @TempDir Path folder;

  private static byte[] zip(Map<String, byte[]> members) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> m : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(m.getKey()));
        zip.write(m.getValue());
      }
    }
    return out.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Path artifact(String manifest) throws IOException {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put(
        "META-INF/maven/g/a/pom.properties", utf8("groupId=g\nartifactId=a\nversion=1.2\n"));
    members.put("m-xx-ud-tree-sentence-1.bin", zip(Map.of("manifest.properties", utf8(manifest))));
    return Files.write(folder.resolve("a-1.2.jar"), zip(members));
  }

  @Test
  void a_maven_artifact_and_its_data_give_a_recipe_that_can_be_used_as_it_is() throws IOException {
    Path data = Files.writeString(folder.resolve("train.conllu"), "1\tword\n");
    for (String coordinates :
        new String[] {
          "org.apache.opennlp:opennlp-tools:2.5.4",
          "org.slf4j:slf4j-api:2.0.17",
          "org.slf4j:slf4j-simple:2.0.17"
        }) {
      Path file = new MavenPlaces(folder.resolve("m2")).file(coordinates);
      Files.createDirectories(file.getParent());
      Files.writeString(file, coordinates);
    }
    Draft draft = Draft.of(artifact(MANIFEST), Map.of("data", data), folder.resolve("m2"));
    assertThat(draft.missing()).isEmpty();
    Recipe recipe = Kitchen.recipe(draft.yaml());
    assertThat(recipe.subjects().getFirst().place().describe())
        .isEqualTo("maven:g:a:1.2!/m-xx-ud-tree-sentence-1.bin");
    assertThat(recipe.run())
        .contains("SentenceDetectorTrainer.conllu", "xx", "-sentencesPerSample");
    assertThat(recipe.environment().jdk()).isEqualTo(18);
    assertThat(recipe.outputs().getFirst().clock()).doesNotContain("manifest.properties#order");
    assertThat(draft.yaml()).contains("2365829223").contains("--recover Cutoff=0..5");
    assertThat(recipe.name()).isEqualTo("a 1.2");
  }

  @Test
  void what_is_not_here_is_said_and_the_recipe_cannot_be_used_before() throws IOException {
    Draft draft =
        Draft.of(
            artifact(MANIFEST.replace("Component-Name", "Z").replace("Language", "Component-Name")),
            Map.of(),
            folder.resolve("none"));
    assertThat(draft.missing())
        .anyMatch(m -> m.contains("opennlp-tools:2.5.4 in the local Maven repository"))
        .anyMatch(m -> m.contains("--material data=FILE"));
    // Keys out of order: written by a JDK before 18.
    assertThat(draft.yaml()).contains("manifest.properties#order").contains("\">=17\"");
    assertThat(dev.assay.rebuild.recipe.RecipeReader.read(draft.yaml()))
        .isInstanceOf(dev.assay.rebuild.recipe.RecipeReader.Result.Wrong.class);
  }

  @Test
  void a_lock_says_which_parameters_were_used() throws IOException {
    Files.writeString(
        folder.resolve("dvc.yaml"),
        "stages:\n  train:\n    cmd: python train.py\n    deps: [train.py]\n    outs: [model.pkl]\n");
    Files.writeString(
        folder.resolve("dvc.lock"),
        """
        schema: '2.0'
        stages:
          train:
            cmd: python train.py
            deps: [{path: train.py, md5: 0123}]
            params: {params.yaml: {rate: 0.1, nested: {a: 1}}}
            outs: [{path: model.pkl, md5: 4567}]
        """);
    Files.writeString(folder.resolve("train.py"), "print(1)\n");
    Draft draft = Draft.of(folder, Map.of(), folder);
    assertThat(draft.yaml())
        .contains("\"rate\": {declared: \"0.1\"")
        .contains("# dvc.lock: model.pkl had the MD5 4567")
        .doesNotContain("nested");
  }

  @Test
  void a_provenance_statement_says_what_went_in() throws IOException {
    Files.writeString(
        folder.resolve("build.intoto.jsonl"),
        """
        {"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"model.safetensors","digest":{"sha256":"%s"}}],"predicateType":"https://slsa.dev/provenance/v1","predicate":{"buildDefinition":{"buildType":"urn:b","externalParameters":{"epochs":3,"deep":{"x":1}},"resolvedDependencies":[{"uri":"https://example.org/data.txt","digest":{"sha256":"%s"}},{"uri":"git+https://example.org/r","digest":{"gitCommit":"abc"}}]},"runDetails":{"builder":{"id":"urn:who"}}}}
        """
            .formatted("a".repeat(64), "b".repeat(64)));
    Draft draft = Draft.of(folder, Map.of(), folder);
    assertThat(draft.yaml())
        .contains("sha256: " + "b".repeat(64))
        .contains("\"epochs\": {declared: \"3\"")
        .contains("at commit abc")
        .contains("Built by urn:who");
  }

  private void file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String draft() throws IOException {
    return Draft.of(folder, Map.of(), folder).yaml();
  }

  /// The smallest file of safetensors: one tensor of one number.
  private void weights(String path, int number) throws IOException {
    byte[] head = utf8("{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}}");
    var out = new ByteArrayOutputStream();
    out.write(head.length);
    out.write(new byte[7]);
    out.write(head);
    out.write(number);
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, out.toByteArray());
  }

  @Test
  void each_of_several_weights_is_compared_with_what_is_made_in_its_place() throws IOException {
    weights("one.safetensors", 1);
    weights("two.safetensors", 2);
    file("train.py", "print(1)\n");
    assertThat(draft())
        .contains("- id: weights1\n    path: \"one.safetensors\"")
        .contains("- id: weights2\n    path: \"two.safetensors\"")
        .contains("- path: \"one.safetensors\"\n    compare-to: weights1\n")
        .contains("- path: \"two.safetensors\"\n    compare-to: weights2\n");
  }

  @Test
  void a_configuration_and_a_vocabulary_beside_weights_are_none() throws IOException {
    weights("model.safetensors", 1);
    file("config.json", "{\"model_type\": \"llama\", \"architectures\": [\"Net\"]}");
    file("train.py", "print(1)\n");
    assertThat(draft())
        .contains("- id: weights\n    path: \"model.safetensors\"")
        .contains("- path: \"model.safetensors\"\n    compare-to: weights\n")
        .doesNotContain("config.json");
  }

  @Test
  void what_else_a_step_makes_is_not_compared_with_the_weights() throws IOException {
    weights("model.safetensors", 1);
    file("train.py", "print(1)\n");
    file("scores.json", "{}");
    file(
        "dvc.yaml",
        "stages:\n  train:\n    cmd: python train.py\n    deps: [train.py]\n"
            + "    outs: [model.safetensors, scores.json]\n");
    assertThat(draft())
        .contains("- path: \"model.safetensors\"\n    compare-to: weights\n")
        .doesNotContain("scores.json");
  }

  @Test
  void where_it_cannot_be_told_what_an_output_is_compared_with_the_draft_asks() throws IOException {
    weights("one.safetensors", 1);
    weights("two.safetensors", 2);
    file("train.py", "print(1)\n");
    file(
        "dvc.yaml",
        "stages:\n  train:\n    cmd: python train.py\n    deps: [train.py]\n    outs: [out]\n");
    Draft draft = Draft.of(folder, Map.of(), folder);
    assertThat(draft.yaml()).contains("# compare-to: weights1 or weights2");
    assertThat(draft.missing()).contains("which weights the output out is compared with");
  }

  @Test
  void an_entry_point_is_taken_before_a_script_that_only_its_name_tells_of() throws IOException {
    file(
        "MLproject",
        """
        entry_points:
          main:
            parameters:
              rate: {type: float, default: 0.5}
              data_file: path
            command: "python train.py {data_file} {rate}"
        """);
    file("train.py", "print(1)\n");
    assertThat(draft())
        .contains("# From MLproject, entry point main.")
        .contains("- \"python\"\n  - \"${train_py}\"\n  - \"${data_file}\"\n  - \"${rate}\"\n")
        .contains("- id: data_file  # the parameter data_file of");
  }

  @Test
  void a_projects_variables_are_filled_in_and_its_output_is_the_subject() throws IOException {
    file(
        "project.yml",
        """
        vars: {gpu: -1, in: {place: corpus}}
        commands:
          - name: train
            script: ["spacy train config.cfg --output out --gpu ${vars.gpu} --data ${vars.in.place}"]
            deps: [config.cfg, corpus]
            outputs: [out/best]
        """);
    file("config.cfg", "[nlp]\n");
    file("corpus/a.txt", "a\n");
    file("out/best/meta", "m\n");
    String yaml = draft();
    assertThat(yaml)
        .contains("path: \"out/best\"\n    tree-sha256: ")
        .contains("\"--gpu\"\n  - \"-1\"\n  - \"--data\"\n  - \"${corpus}\"");
    assertThat(Kitchen.recipe(yaml).outputs().getFirst().path()).isEqualTo("out/best");
  }

  @Test
  void a_link_says_what_was_run_and_a_revision_is_a_git_place() throws IOException {
    file(
        "train.link",
        """
        {"signed":{"_type":"link","name":"fit","command":["python","train.py","-n","3 4"],"materials":{"train.py":{"sha256":"%s"}},"products":{"m.bin":{"sha256":"%s"}}},"signatures":[]}
        """
            .formatted("a".repeat(64), "b".repeat(64)));
    file("m.bin", "weights\n");
    assertThat(draft())
        .contains("# From in-toto link train.link, step fit.")
        .contains("The link says of train.py: sha256 " + "a".repeat(64))
        .contains("# sha256: it is not here")
        .contains("- \"3 4\"\n");
    Files.delete(folder.resolve("train.link"));
    file(
        "build.intoto.jsonl",
        """
        {"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"m.bin"}],"predicateType":"https://slsa.dev/provenance/v1","predicate":{"buildDefinition":{"buildType":"urn:b","resolvedDependencies":[{"uri":"git+https://example.org/a/b.git@refs/heads/main","digest":{"gitCommit":"0123"}}]}}}
        """);
    assertThat(draft()).contains("git: \"a/b\"\n    revision: \"0123\"\n");
  }

  @Test
  void a_make_target_is_a_guess_and_its_file_goes_in() throws IOException {
    file("Makefile", "model.bin: train.c\n\tcc train.c\n\nclean:\n\trm model.bin\n");
    file("train.c", "int main() {}\n");
    file("model.bin", "weights\n");
    assertThat(draft())
        .contains("found by its name alone")
        .contains("- id: train_c\n")
        .contains("- \"-f\"\n  - \"${Makefile}\"\n  - \"model.bin\"");
  }
}
