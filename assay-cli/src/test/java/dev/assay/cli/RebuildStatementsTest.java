package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Statements of rebuilds: who states one is always said, and it proves nothing until the user
/// accepts it and the files are those that it is about.
class RebuildStatementsTest {
  private static final Path EXAMPLE = Shared.repository().resolve("examples/open/date-reader");
  private static final String TREE =
      "6e969b76785ff03380f3c3cbc953bddf6c748a728953792e1579e99827c77c29";

  @TempDir Path folder;
  private Path release;
  private Path statement;

  @BeforeEach
  void copies_the_example() throws IOException {
    release = folder.resolve("date-reader");
    statement = folder.resolve("rebuilt.json");
    try (Stream<Path> files = Files.walk(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = release.resolve(EXAMPLE.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  private String sha256(String file) throws IOException {
    return TextFile.sha256(Files.readAllBytes(release.resolve(file)));
  }

  private static String states(String weights, String recipe, String digest, String data) {
    return """
    {"_type": "https://in-toto.io/Statement/v1",
     "subject": [{"name": "model.safetensors", "digest": {"sha256": "%s"}}],
     "predicateType": "urn:assay:rebuild:v1",
     "predicate": {"by": "A. Builder", "finished": "2026-03-01T10:00:00Z",
       "resolvedDependencies": [
         {"name": "code", "uri": "code", "digest": {"treeSha256": "%s"}},
         {"name": "data", "uri": "data/train.tsv", "digest": {"sha256": "%s"}}],
       "verdict": {"weights": "%s", "recipe": "%s"}}}
    """
        .formatted(digest, TREE, data, weights, recipe);
  }

  private String honest() throws IOException {
    return states(
        "identical file", "as declared", sha256("model.safetensors"), sha256("data/train.tsv"));
  }

  private String inspected(Object... more) {
    Object[] words = new Object[more.length + 3];
    words[0] = "inspect";
    words[1] = release;
    words[2] = "-v";
    System.arraycopy(more, 0, words, 3, more.length);
    Run run = Run.of(words);
    assertThat(run.code()).as(run.err()).isZero();
    return run.out().replaceAll("\\s+", " ");
  }

  private String accepting(String json) throws IOException {
    Files.writeString(statement, json);
    return inspected("--accept-rebuild", statement);
  }

  @Test
  void an_accepted_statement_that_fits_the_files_is_a_rebuild() throws IOException {
    assertThat(accepting(honest()))
        .contains("reproduced (step 6 of 6)", "4 rebuilt", "A. Builder states a rebuild")
        .contains("identical file, recipe as declared", "2026-03-01T10:00:00Z");
  }

  @Test
  void the_same_statement_in_the_release_is_shown_and_proves_nothing() throws IOException {
    Files.writeString(release.resolve("rebuilt.intoto.json"), honest());
    assertThat(inspected())
        .contains("open source (step 5 of 6)", "A. Builder states a rebuild")
        .contains("where anybody could put it")
        .doesNotContain("4 rebuilt");
  }

  @Test
  void other_weights_contradict_it() throws IOException {
    assertThat(
            accepting(
                states("identical file", "as declared", "0".repeat(64), sha256("data/train.tsv"))))
        .contains(
            "open source (step 5 of 6)", "CONTRADICTED BY THE FILES", "It is about other files")
        .doesNotContain("4 rebuilt");
  }

  @Test
  void other_data_in_the_release_contradict_it() throws IOException {
    String before = honest();
    Files.writeString(release.resolve("data/train.tsv"), "changed\t1\n");
    assertThat(accepting(before))
        .contains("data/train.tsv is not the material that it was made from")
        .doesNotContain("4 rebuilt");
  }

  @Test
  void other_code_in_the_release_contradicts_it() throws IOException {
    String before = honest();
    Files.writeString(release.resolve("code/More.java"), "class More {}\n");
    assertThat(accepting(before))
        .contains("code is not the material that it was made from")
        .doesNotContain("4 rebuilt");
  }

  @Test
  void a_substituted_recipe_or_a_lesser_verdict_proves_nothing() throws IOException {
    String model = sha256("model.safetensors");
    String data = sha256("data/train.tsv");
    for (String json :
        new String[] {
          states("identical file", "substituted", model, data),
          states("functionally equal", "as declared", model, data),
          states("different", "as declared", model, data)
        }) {
      assertThat(accepting(json))
          .contains("open source (step 5 of 6)", "A. Builder states a rebuild")
          .contains("Such a verdict proves nothing")
          .doesNotContain("4 rebuilt");
    }
  }

  @Test
  void one_of_two_weights_files_rebuilt_is_not_the_weights_rebuilt() throws IOException {
    Files.copy(
        Shared.repository().resolve("examples/weights-only/number-reader/model.safetensors"),
        release.resolve("second.safetensors"));
    assertThat(accepting(honest())).contains("A. Builder states").doesNotContain("4 rebuilt");
  }

  @Test
  void a_signed_envelope_is_opened_and_its_signature_not_taken_for_checked() throws IOException {
    String payload = Base64.getEncoder().encodeToString(honest().getBytes(StandardCharsets.UTF_8));
    String envelope =
        "{\"payloadType\":\"application/vnd.in-toto+json\",\"payload\":\""
            + payload
            + "\",\"signatures\":[{\"sig\":\"AAAA\"}]}";
    Files.writeString(release.resolve("rebuilt.intoto.jsonl"), envelope + "\n" + envelope + "\n");
    assertThat(inspected())
        .contains("A. Builder states a rebuild", "its signature was not checked")
        .doesNotContain("4 rebuilt");
  }

  @Test
  void what_is_no_statement_is_said_to_be_none() throws IOException {
    for (String json : new String[] {"", "[[[", "{}", "{\"payload\":\"%\"}", "\"urn:assay\""}) {
      assertThat(accepting(json + " urn:assay:rebuild:v1"))
          .contains("it holds no statement of a rebuild")
          .doesNotContain("4 rebuilt");
    }
    Run gone = Run.of("inspect", release, "--accept-rebuild", folder.resolve("gone.json"));
    assertThat(gone.code()).isEqualTo(Exit.WRONG_USE);
    assertThat(gone.err()).contains("gone.json is not there");
  }

  @Test
  void every_report_says_who_rebuilt_it() throws IOException {
    Files.writeString(statement, honest());
    for (String format : new String[] {"json", "markdown", "html"}) {
      Run run = Run.of("inspect", release, "--accept-rebuild", statement, "--format", format);
      assertThat(run.out()).as(format).contains("A. Builder states a rebuild");
    }
  }

  @Test
  void what_the_tool_attests_the_tool_reads() throws IOException {
    Files.createDirectories(release.resolve("made"));
    Files.writeString(
        release.resolve("made/Copy.java"),
        "void main(String[] a) throws Exception {\n"
            + "  java.nio.file.Files.copy(java.nio.file.Path.of(a[0]), java.nio.file.Path.of(a[1]));\n}\n");
    Files.writeString(
        release.resolve("assay-rebuild.yaml"),
        """
        recipe: 1
        name: copied
        subject: {path: model.safetensors, sha256: %s}
        materials:
          - {id: code, path: made/Copy.java, sha256: %s, role: training-code, licence: Apache-2.0}
          - {id: data, path: model.safetensors, sha256: %s, role: training-data, licence: CC0-1.0}
        run: [java, "${code}", "${data}", "${out}/model.safetensors"]
        outputs: [{path: model.safetensors, compare-to: subject}]
        limits: {wall: 120s, memory: 1g, processes: 200, disk: 64m}
        """
            .formatted(
                sha256("model.safetensors"),
                sha256("made/Copy.java"),
                sha256("model.safetensors")));
    Run made =
        Run.of(
            "rebuild",
            release,
            "--unsandboxed",
            "--jdk",
            System.getProperty("java.home"),
            "--attest",
            statement,
            "--by",
            "A. Builder");
    assertThat(made.code()).as(made.out() + made.err()).isZero();
    assertThat(inspected("--accept-rebuild", statement)).contains("4 rebuilt");
  }
}
