package dev.assay.code.judge;

import static dev.assay.code.judge.Release.trained;
import static dev.assay.code.judge.States.data;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Scripts that prepare data and those that prepare a run, and what documents start by the name of
/// a package.
class DataThatScriptsPrepareTest {
  @Test
  void whatFetchesAnArchiveAndUnpacksIt() {
    String script =
        "#!/bin/sh\nif [ ! -f ponds.zip ]; then\n  gdown 1aBcDeFgHiJ\nfi\nunzip ponds.zip\n";
    assertThat(data(trained().file("prepare.sh", script))).isEqualTo(State.PRESENT);
    String weights = script.replace("ponds.zip", "model.zip");
    assertThat(data(trained().file("prepare.sh", weights))).isEqualTo(State.ABSENT);
    String only = script.replace("unzip", "ls");
    assertThat(data(trained().file("prepare.sh", only))).isEqualTo(State.ABSENT);
  }

  @Test
  void whatFindsThePortOfARunPreparesTheRun() {
    String script = "HOST=one\ncut -d: -f1 users | sort -u > names\n";
    assertThat(data(trained().file("prepare.sh", script))).isEqualTo(State.PRESENT);
    String run = script.replace("HOST=", "export MASTER_ADDR=");
    assertThat(data(trained().file("prepare.sh", run))).isEqualTo(State.ABSENT);
  }

  @Test
  void aPackageIsStartedByItsName() {
    String main =
        """
        import argparse
        import ponds
        def main():
            ponds.stock.all(argparse.ArgumentParser().parse_args())
        if __name__ == "__main__":
            main()
        """;
    String readme = "# Net\n\nPreprocess the data set:\n\n```\npython -m ponds.stock\n```\n";
    assertThat(data(trained().file("README.md", readme).file("ponds/stock/__main__.py", main)))
        .isEqualTo(State.PRESENT);
    String other = readme.replace("ponds.stock", "ponds.other");
    assertThat(data(trained().file("README.md", other).file("ponds/stock/__main__.py", main)))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatIsEncodedToTrainingSamplesIsData() {
    String program =
        """
        from ponds import Encoder
        if __name__ == "__main__":
            Encoder().all("sounds")
        """;
    String readme =
        "# Net\n\nEncode sounds to training samples:\n\n```\npython pond_encode.py\n```\n";
    assertThat(data(trained().file("README.md", readme).file("pond_encode.py", program)))
        .isEqualTo(State.PRESENT);
    String runs = readme.replace("to training samples", "of yours");
    assertThat(data(trained().file("README.md", runs).file("pond_encode.py", program)))
        .isEqualTo(State.ABSENT);
  }
}
