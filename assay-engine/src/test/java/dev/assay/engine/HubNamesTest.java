package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.model.Mention;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Models that a program loads by their names at a hub.
class HubNamesTest {
  private static final ReleaseNames NAMES = new ReleaseNames(List.of("Lark 7B", "singing/lark"));

  private static List<String> links(String name, String code) {
    List<Mention> found = HubNames.in(TextFile.of("s", name, code));
    return WeightPlaces.ordered(found, NAMES).stream()
        .map(m -> m.link() + " " + m.evidence().place())
        .toList();
  }

  @Test
  void aNameThatFitsTheReleaseIsItsModel() {
    assertThat(links("a.py", "x = 1\nm = AutoModel.from_pretrained(\"singing/lark-7b\")\n"))
        .containsExactly("https://huggingface.co/singing/lark-7b a.py:2");
    assertThat(links("a.ipynb", "\"m = hf_hub_download(repo_id=\\\"singing/lark-7b\\\")\""))
        .hasSize(1);
  }

  @Test
  void theModelOfSomebodyElseIsNot() {
    assertThat(links("a.py", "m = AutoModel.from_pretrained('others/owl-7b')\n")).isEmpty();
  }

  @Test
  void pathsDataAndTokenizersAreNoModels() {
    for (String code :
        new String[] {
          "m = load(checkpoint='models/lark-7b')",
          "m = from_pretrained('singing/lark.json')",
          "d = load_dataset('singing/lark-7b')  # weights",
          "t = Tokenizer.from_pretrained('singing/lark-7b')",
          "print('singing/lark-7b')"
        }) {
      assertThat(links("a.py", code)).as(code).isEmpty();
    }
  }
}
