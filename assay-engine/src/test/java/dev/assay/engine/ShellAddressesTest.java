package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.io.TextFile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Addresses of weights that scripts put together from a name and a path.
class ShellAddressesTest {
  private static List<String> links(String script) {
    return ShellAddresses.in(TextFile.of("s", "sota/download.sh", script)).stream()
        .map(m -> m.link() + " " + m.evidence().place())
        .toList();
  }

  @Test
  void aNameStandsForWhereFilesLie() {
    String script =
        "URL=%s\nfetch ${URL}/gull/data/cache.pkl\nfetch ${URL}/gull/model.ckpt-0.index\nwget \"$URL/net.pth\"\n";
    assertThat(links(script.formatted("http://lab.example/gulls/")))
        .containsExactly(
            "http://lab.example/gulls/gull/model.ckpt-0.index sota/download.sh:3",
            "http://lab.example/gulls/net.pth sota/download.sh:4");
    assertThat(links(script.formatted("/mnt/gulls"))).isEmpty();
  }

  @Test
  void theLastValueBeforeCounts() {
    assertThat(
            links(
                "A=https://a.example/x\nget $A/1.pt\nA='https://b.example/y'\nget $A/2.pt\nget $B/3.pt\n"))
        .containsExactly(
            "https://a.example/x/1.pt sota/download.sh:2",
            "https://b.example/y/2.pt sota/download.sh:4");
  }

  @Test
  void aLongScriptIsReadInBoundedTime() {
    String script = "A=https://a.example/x\n" + "$A/".repeat(300_000) + "$".repeat(300_000);
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> links(script));
  }

  /// A model is cloned from a hub under a name that is put together.
  @Test
  void aModelIsCloned() {
    String clone =
        "for i in 0 1; do\n  git clone https://huggingface.co/%s/gull-${t[$i]}-lite ./all\ndone\n";
    assertThat(links(clone.formatted("acme")))
        .containsExactly("https://huggingface.co/acme/gull- sota/download.sh:2");
    assertThat(links(clone.formatted("datasets/acme"))).isEmpty();
  }
}
