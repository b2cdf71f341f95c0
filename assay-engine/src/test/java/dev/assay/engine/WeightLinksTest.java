package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.model.Mention;
import org.junit.jupiter.api.Test;

class WeightLinksTest {
  private static TextFile text(String s) {
    return TextFile.of("s", "a.py", s);
  }

  @Test
  void a_url_that_ends_in_a_weights_file_is_a_link_with_its_line() {
    var links =
        WeightLinks.in(text("x = 1\nURL = {\"a\": \"https://host.example/a/b/tiny.en.pt\"}\n"));
    assertThat(links)
        .extracting(Mention::link)
        .containsExactly("https://host.example/a/b/tiny.en.pt");
    assertThat(links.getFirst().evidence().place()).isEqualTo("a.py:2");
  }

  @Test
  void a_query_behind_it_does_not_hide_it() {
    assertThat(WeightLinks.in(text("https://host.example/m.safetensors?download=true"))).hasSize(1);
  }

  @Test
  void pages_and_code_are_no_weights() {
    assertThat(
            WeightLinks.in(
                text("https://host.example/a.pt/readme https://host.example/x.py https://pt")))
        .isEmpty();
  }

  @Test
  void a_file_of_nothing_but_prefixes_is_read_once() {
    assertThat(WeightLinks.in(text("https://".repeat(200_000)))).isEmpty();
  }
}
