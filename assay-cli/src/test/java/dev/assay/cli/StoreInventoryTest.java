package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreInventoryTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @TempDir Path hub;

  private void write(String path, String text) throws IOException {
    Path file = hub.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @BeforeEach
  void cache() throws IOException {
    String snapshot = "models--acme--tiny/snapshots/" + COMMIT + "/";
    write("models--acme--tiny/refs/main", COMMIT);
    write(snapshot + "README.md", "---\nlicense: mit\n---\n# Tiny\n");
    byte[] header =
        "{\"a.weight\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]}}"
            .getBytes(StandardCharsets.UTF_8);
    ByteBuffer weights = ByteBuffer.allocate(8 + header.length + 16).order(ByteOrder.LITTLE_ENDIAN);
    weights.putLong(header.length).put(header);
    Files.write(hub.resolve(snapshot + "model.safetensors"), weights.array());
    write("models--acme--begun/refs/main", COMMIT);
  }

  @Test
  void the_table_has_a_line_for_each_model_and_says_what_was_not_seen() {
    Run run = Run.of("inspect", "--store", "hf", hub);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("2 models, 1 could not be assessed")
        .contains("acme/tiny  main 0123456789ab")
        .contains("4 safetensors")
        .contains("claimed: MIT")
        .contains("may be in the release")
        .contains("not assessed: the cache holds no snapshot");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void json_and_markdown_say_the_same() {
    Run json = Run.of("inspect", "--store", "hf", hub, "--format", "json");
    assertThat(json.out())
        .contains("\"name\": \"acme/tiny\"")
        .contains("\"revision\": \"" + COMMIT + "\"")
        .contains("\"parameters\": 4")
        .contains("\"assessed\": null");
    Run markdown = Run.of("inspect", "--store", "hf", hub, "--format", "markdown");
    assertThat(markdown.out()).contains("| **acme/tiny** |").contains("not assessed");
    Run html = Run.of("inspect", "--store", "hf", hub, "--format", "html");
    assertThat(html.code()).isEqualTo(2);
    assertThat(html.err()).contains("text, json, markdown");
  }

  @Test
  void what_is_no_store_or_no_folder_is_wrong_use() {
    assertThat(Run.of("inspect", "--store", "nothing").code()).isEqualTo(2);
    assertThat(Run.of("inspect", "--store", "nothing").err()).contains("ollama");
    Run missing = Run.of("inspect", "--store", "kaggle", hub.resolve("none"));
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("no such folder");
    assertThat(Run.of("inspect", "--store", "all", hub).code()).isEqualTo(2);
    assertThat(Run.of("inspect").code()).isEqualTo(2);
  }

  @Test
  void what_a_cache_lacks_is_not_absent_unless_its_listing_says_so() throws IOException {
    Path repository = hub.resolve("models--acme--tiny");
    assertThat(Run.of("inspect", repository).out())
        .contains("? training code")
        .doesNotContain("○ training code");
    write(
        "models--acme--tiny/trees/" + COMMIT + ".json",
        "{\"format_version\":1,\"files\":{\"README.md\":{\"size\":30,\"blob_id\":\"a\"},"
            + "\"model.safetensors\":{\"size\":9,\"blob_id\":\"b\"}}}");
    assertThat(Run.of("inspect", repository).out()).contains("○ training code");
  }
}
