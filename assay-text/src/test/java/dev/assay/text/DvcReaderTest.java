package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Finding;
import dev.assay.model.Mention;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

final class DvcReaderTest {
  private static final String CORPUS =
      """
      outs:
      - md5: 22a1a2931c8370d3aeedd7183606fd7f.dir
        size: 14445097
        nfiles: 12
        hash: md5
        path: corpus
      """;
  private static final String REMOTE =
      """
      [core]
          remote = store
      ['remote "spare"']
          url = https://spare.example/x
      ['remote "store"']
          url = https://data.example.org/dvc
      """;

  @Test
  void dataThatIsPinnedAndWhosePlaceIsNotSaidIsDescribedByAPointer() {
    Docs docs = new Docs().with("data/corpus.dvc", CORPUS);
    Finding data = docs.finding(Component.TRAINING_DATA);
    assertThat(data.state()).isEqualTo(State.DESCRIBED);
    assertThat(data.qualifiers()).contains(Qualifier.POINTER);
    assertThat(data.summary()).contains("data/corpus");
    assertThat(data.evidence().getFirst().place()).contains("2-6");
    assertThat(docs.judge().data())
        .singleElement()
        .satisfies(set -> {
          assertThat(set.name()).isEqualTo("data/corpus");
          assertThat(set.size()).isEqualTo("14445097 bytes in 12 files");
          assertThat(set.stage()).isEqualTo(DataSet.Stage.TRAINING);
        });
  }

  @Test
  void aRemoteThatOthersCanAskMakesItALinkAndOneOfThisMachineDoesNot() {
    Docs docs = new Docs().with("data/corpus.dvc", CORPUS).with(".dvc/config", REMOTE);
    Finding data = docs.finding(Component.TRAINING_DATA);
    assertThat(data.state()).isEqualTo(State.LINKED);
    assertThat(data.qualifiers()).contains(Qualifier.POINTER);
    assertThat(docs.judge().data().getFirst().link()).isEqualTo("https://data.example.org/dvc");
    String here = REMOTE.replace("https://data.example.org/dvc", "/mnt/data");
    docs = new Docs().with("data/corpus.dvc", CORPUS).with(".dvc/config", here);
    assertThat(docs.data()).isEqualTo(State.DESCRIBED);
  }

  @Test
  void aLockNamesWhatAPipelineNeedsAndMakes() {
    Docs docs =
        new Docs()
            .with(
                "dvc.lock",
                """
                schema: '2.0'
                stages:
                  train:
                    cmd: python train.py
                    deps:
                    - path: train.py
                      hash: md5
                      md5: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                      size: 10
                    - path: data/train.csv
                      hash: md5
                      md5: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                      size: 20
                    params:
                      params.yaml:
                        path: no
                    outs:
                    - path: model.joblib
                      md5: cccccccccccccccccccccccccccccccc
                      size: 30
                    - path: ../../etc/passwd.pkl
                      md5: cccccccccccccccccccccccccccccccc
                """);
    assertThat(docs.judge().data()).extracting(DataSet::name).containsExactly("data/train.csv");
    assertThat(docs.judged().mentions())
        .filteredOn(m -> m.component() == Component.WEIGHTS)
        .extracting(Mention::state)
        .containsExactly(State.DESCRIBED);
    // What lies beside its pointer is here, and is no pointer.
    docs.listed("data/train.csv", 20);
    assertThat(docs.judge().data()).isEmpty();
  }

  @Test
  void anythingElseIsPassedOver() {
    for (String text : new String[] {"", "outs:", "outs:\n- md5", "- - -", "outs: [\n", "\0\0"}) {
      Docs docs = new Docs().with("data/x.dvc", text);
      assertThat(docs.data()).isEqualTo(State.ABSENT);
    }
  }
}
