package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.io.TextFile;
import dev.assay.model.Mention;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Functions that are named for fetching a program's model.
class FetchFunctionsTest {
  private static List<String> links(String path, String code) {
    return FetchFunctions.in(TextFile.of("s", path, code)).stream()
        .map(m -> m.link() + " " + m.evidence().place())
        .toList();
  }

  @Test
  void theAddressInsideIsThePlace() {
    String code =
        "fn main() {}\nfn download_%s(name: &str) {\n  let urls = [format!(\"https://lab.example/api/nn/{}\", name)];\n}\n";
    assertThat(links("build.rs", code.formatted("network")))
        .containsExactly("https://lab.example/api/nn/ build.rs:3");
    assertThat(links("build.rs", code.formatted("tables"))).isEmpty();
  }

  @Test
  void aBucketIsOneWithItsLibrary() {
    String code =
        "from %s import storage\ndef download_model(d):\n  bucket_name = 'lab-gulls'\n  get(bucket_name)\n";
    assertThat(links("a.py", code.formatted("google.cloud")))
        .containsExactly("gs://lab-gulls a.py:3");
    assertThat(links("a.py", code.formatted("shelf"))).isEmpty();
  }

  @Test
  void theNextFunctionIsAnother() {
    String code =
        "def download_model(d):\n  raise ValueError(d)\n%sx = 'https://lab.example/api/other'\n";
    assertThat(links("a.py", code.formatted("  "))).hasSize(1);
    assertThat(links("a.py", code.formatted("\ndef more():\n  "))).isEmpty();
  }

  @Test
  void theEncoderInFrontIsSomebodyElses() {
    String code = "def download_model():\n  get('https://lab.example/m')\n";
    assertThat(links("gull/encoders/a.py", code)).isEmpty();
    assertThat(links("gull/networks/a.py", code)).hasSize(1);
  }

  @Test
  void pagesAndDataAreNoPlaces() {
    for (String url :
        new String[] {
          "https://lab.example/readme.md",
          "https://lab.example/datasets/x",
          "http://localhost:80/x",
          "https://lab.example"
        }) {
      assertThat(links("a.py", "def fetch_weights():\n  get('" + url + "')\n")).as(url).isEmpty();
    }
  }

  @Test
  void aFileOfAHubThatIsLoadedWhereItIsFetched() {
    String code =
        "c = hub.hf_hub_download(\n    'somebody/fcn-plus',\n    'fcn.%s')\nm.%s(torch.load(c))\n";
    assertThat(links("a.py", code.formatted("pt", "load_state_dict")))
        .containsExactly("https://huggingface.co/somebody/fcn-plus/blob/main/fcn.pt a.py:2-3");
    assertThat(links("a.py", code.formatted("json", "load_state_dict"))).isEmpty();
    assertThat(links("a.py", code.formatted("pt", "look_at"))).isEmpty();
  }

  @Test
  void manyFunctionsAreReadOnce() {
    String many = "def download_model(".repeat(100_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(links("a.py", many)).isEmpty());
  }

  @Test
  void eachMentionIsOfWeights() {
    assertThat(
            FetchFunctions.in(
                TextFile.of("s", "a.py", "def fetch_model():\n  get('https://l.example/m')\n")))
        .extracting(Mention::component)
        .containsExactly(dev.assay.model.Component.WEIGHTS);
  }

  /// The repository may stand under a name at the program's top.
  @Test
  void aRepositoryUnderANameIsWhereTheModelIs() {
    String code =
        """
        from huggingface_hub import hf_hub_download

        PLACE = "quay/gull"

        def load(net, size):
            ckpt = hf_hub_download(%s, filename=f"{size}/model.pt")
            %s(net, ckpt)
        """;
    assertThat(links("run.py", code.formatted("PLACE", "load_checkpoint")))
        .containsExactly("https://huggingface.co/quay/gull run.py:3");
    assertThat(links("run.py", code.formatted("OTHER", "load_checkpoint"))).isEmpty();
    assertThat(links("run.py", code.formatted("PLACE", "look_at"))).isEmpty();
  }
}
