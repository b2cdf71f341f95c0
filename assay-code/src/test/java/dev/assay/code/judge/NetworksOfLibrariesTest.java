package dev.assay.code.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// The network that a library gives is a pointer to an architecture, and not the architecture.
class NetworksOfLibrariesTest {
  private static final String LOADS =
      """
      from transformers import AutoModelForCausalLM
      model = AutoModelForCausalLM.from_pretrained("somebody/base")
      print(model.generate("a"))
      """;

  private static Finding architecture(Release release) {
    return release.finding(Component.ARCHITECTURE);
  }

  @Test
  void aLibrarysNetworkIsLinkedWhereTheCodeTakesIt() {
    Finding finding = architecture(new Release().file("run.py", LOADS));
    assertThat(finding.state()).isEqualTo(State.LINKED);
    assertThat(finding.qualifiers()).contains(Qualifier.DELEGATED);
    assertThat(finding.summary()).contains("transformers.AutoModelForCausalLM");
    assertThat(finding.evidence().getFirst().path()).isEqualTo("run.py");
  }

  @Test
  void whatADocumentShowsItsReadersCountsToo() {
    String readme = "# A model\n\n## Use\n\n```python\n" + LOADS + "```\n";
    assertThat(architecture(new Release().file("README.md", readme)).state())
        .isEqualTo(State.LINKED);
  }

  @Test
  void aPackageOfTheReleasesOwnIsNoLibrary() {
    Release release =
        new Release()
            .file("run.py", LOADS.replace("transformers", "ours"))
            .file("ours/__init__.py", "from .load import AutoModelForCausalLM\n");
    assertThat(architecture(release).state()).isEqualTo(State.ABSENT);
  }

  @Test
  void aTokenizerOfALibraryIsNoNetwork() {
    String tokenizes =
        """
        from transformers import AutoTokenizer
        tokenizer = AutoTokenizer.from_pretrained("somebody/base")
        """;
    assertThat(architecture(new Release().file("run.py", tokenizes)).state())
        .isEqualTo(State.ABSENT);
  }
}
