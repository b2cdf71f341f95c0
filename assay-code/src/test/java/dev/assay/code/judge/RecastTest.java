package dev.assay.code.judge;

import static dev.assay.code.judge.Release.trained;
import static dev.assay.code.judge.States.data;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Records that become other records, and weights that do.
class RecastTest {
  @Test
  void whatIsConvertedWithoutAWordOfModelsIsData() {
    String convert =
        """
        import argparse
        def main():
            a = argparse.ArgumentParser().parse_args()
            with open(a.o, "wb") as f:
                f.write(bytes(open(a.i).read()))
        if __name__ == "__main__":
            main()
        """;
    assertThat(data(trained().file("python/convert.py", convert))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("python/convert.py", convert.replace("a.i", "a.checkpoint"))))
        .isEqualTo(State.ABSENT);
    assertThat(data(trained().file("python/convert.py", "import torch\n" + convert)))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void inAFolderOfDataOneThingBecomesAnother() {
    String module = "import trimesh\ndef all_of(path):\n    trimesh.load(path).export(path)\n";
    assertThat(data(trained().file("Data/meshes_to_clouds.py", module))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("tools/meshes_to_clouds.py", module))).isEqualTo(State.ABSENT);
    assertThat(data(trained().file("Data/meshes_to_figures.py", module))).isEqualTo(State.ABSENT);
    String loads = "class Clouds(Dataset):\n    def get(self):\n        return load()\n";
    assertThat(data(trained().file("Data/meshes_to_clouds.py", loads))).isEqualTo(State.ABSENT);
  }

  @Test
  void inOtherLanguagesTheFormsOfRecordsTell() {
    String rust = "fn main() {\n    append(open(&input), &mut output);\n}\n";
    assertThat(data(trained().file("rust/src/bin/pgn_to_bin.rs", rust))).isEqualTo(State.PRESENT);
    assertThat(data(trained().file("rust/src/bin/net_to_bin.rs", rust))).isEqualTo(State.ABSENT);
    assertThat(data(trained().file("rust/src/bin/json_to_gguf.rs", rust))).isEqualTo(State.ABSENT);
  }
}
