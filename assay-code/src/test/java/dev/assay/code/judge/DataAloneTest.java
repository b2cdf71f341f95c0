package dev.assay.code.judge;

import static dev.assay.code.judge.States.data;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Work on data where the training that it is for is not here.
class DataAloneTest {
  @Test
  void aProgramThatGetsTheSplitsOfADataSetPreparesIt() {
    String program =
        """
        import argparse
        import shutil
        from hub import download
        URLS = {"train": "https://example.org/train.json", "dev": "https://example.org/dev.json"}
        def main(args):
            for split in ("train", "dev"):
                got = download(URLS[split])
                shutil.copyfile(got, args.out + "/" + split + ".json")
        if __name__ == "__main__":
            parser = argparse.ArgumentParser()
            parser.add_argument("--out")
            main(parser.parse_args())
        """;
    assertThat(data("scripts/datasets/prepare_pears.py", program)).isEqualTo(State.PRESENT);
  }

  @Test
  void aScriptThatPutsADataSetOnAHubMakesIt() {
    String script =
        """
        import sys
        import numpy as np
        from datasets import Dataset, Features, Image, ClassLabel
        x, y, name = sys.argv[1:]
        images = np.load(x)
        labels = np.loadtxt(y, dtype=str)
        made = Dataset.from_dict({"image": list(images), "label": list(labels)})
        made.push_to_hub(name)
        """;
    assertThat(data("scripts/hub-dataset.py", script)).isEqualTo(State.PRESENT);
  }

  @Test
  void aScriptOfAShellTokenisesBinarisesAndSplits() {
    String script =
        """
        DATA_PATH=$PWD/data
        TOKENIZER=$MOSES/scripts/tokenizer/tokenizer.perl
        cat $DATA_PATH/all.de | $TOKENIZER -l de > $DATA_PATH/all.tok.de
        $FASTBPE learnbpe 6000 $DATA_PATH/all.tok.de > codes
        $FASTBPE applybpe train.de $DATA_PATH/all.tok.de codes
        python3 $MAIN/preprocess.py vocab train.de
        """;
    assertThat(data("de/data_prep.sh", script)).isEqualTo(State.PRESENT);
  }

  @Test
  void aLoaderIsStillNone() {
    String loader =
        """
        import json
        from torch.utils.data import Dataset
        class Pears(Dataset):
            def __init__(self, path, split):
                self.rows = json.load(open(path + "/" + split + ".json"))
            def __getitem__(self, i):
                return self.rows[i]
        """;
    assertThat(data("data/dataset.py", loader)).isEqualTo(State.ABSENT);
  }

  @Test
  void whatPreparesThePictureThatAModelIsRunOnIsNone() {
    String program =
        """
        import argparse
        import cv2
        def main(path):
            picture = cv2.imread(path)
            cv2.imwrite("ready.png", cv2.resize(picture, (64, 64)))
        if __name__ == "__main__":
            main("a.png")
        """;
    assertThat(data("app/preprocess_image.py", program)).isEqualTo(State.ABSENT);
  }

  @Test
  void aProgramThatIsNamedForADataSetMakesItWhereNothingRunsAModel() {
    String program =
        """
        import argparse
        import os
        import tarfile
        from pear_tools import Dataset
        def unpack(path, split):
            with tarfile.open(path) as tar:
                tar.extractall(os.path.join("pears", split))
        if __name__ == "__main__":
            args = argparse.ArgumentParser().parse_args()
            unpack(args.train, "train")
            unpack(args.val, "val")
        """;
    assertThat(data("scripts/dataset/prepare_pears.py", program)).isEqualTo(State.PRESENT);
    String server =
        "import torch\nnet = torch.load('pears.pt')\nnet.load_state_dict(x)\nprint(net.generate(1))\n";
    Release beside =
        new Release().file("scripts/dataset/prepare_pears.py", program).file("serve.py", server);
    assertThat(data(beside)).isEqualTo(State.ABSENT);
  }

  @Test
  void aScriptThatStartsWhatMakesDataMakesIt() {
    String script =
        "python3 create_pretraining_data.py --input_file a.txt --output_file a.tfrecord\n";
    assertThat(data("pears/create_pretrain_data.sh", script)).isEqualTo(State.PRESENT);
    assertThat(data("pears/show.sh", "python3 show_data.py\n")).isEqualTo(State.ABSENT);
  }
}
