package dev.assay.code.judge;

import static dev.assay.code.judge.States.data;
import static dev.assay.code.judge.States.evaluation;
import static dev.assay.code.judge.States.inference;
import static dev.assay.code.judge.States.network;
import static dev.assay.code.judge.States.scratch;
import static dev.assay.code.judge.States.tuning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// What one program is for, told from that program: what only looks like a role, and what has it in
/// a form of its own.
class SingleProgramsTest {
  @Test
  void aNetworkThatPassesOnIsNoProgramThatRuns() {
    String wrapper =
        """
        import torch.nn as nn
        from transformers import MistralForCausalLM

        class Seeing(MistralForCausalLM):
            def __init__(self, config):
                super().__init__(config)
                self.head = nn.Linear(8, 8)

            def forward(self, x):
                return self.head(super().forward(x))

            def generate(self, x, **kwargs):
                return super().generate(x, **kwargs)
        """;
    assertThat(inference("models/seeing.py", wrapper)).isEqualTo(State.ABSENT);
    String blocks =
        """
        use tch::nn;
        pub struct Down { resnets: Vec<Block>, down: Option<Half> }
        impl nn::Module for Down {
            fn forward(&self, xs: &Tensor) -> Tensor {
                let mut xs = self.resnets.forward(xs);
                let conv = nn::conv2d(vs, 4, 4, 3, Default::default());
                self.down.forward(&xs)
            }
        }
        """;
    assertThat(inference("src/models/blocks.rs", blocks)).isEqualTo(State.ABSENT);
  }

  @Test
  void aFunctionThatCutsTextsRunsNoModel() {
    String bpe =
        """
        import re

        class Codes:
            def __init__(self, lines):
                self.codes = [tuple(line.split()) for line in lines]

            def segment(self, sentence):
                return re.sub("@@ ", "", sentence)
        """;
    assertThat(inference("apply_codes.py", bpe)).isEqualTo(State.ABSENT);
    // One that a platform of models asks for its predictions does, by whatever it starts.
    String asked =
        """
        import subprocess
        from cog import BasePredictor

        class Voices(BasePredictor):
            def predict(self, text):
                subprocess.run(["python", "-m", "scripts.speak", text])
        """;
    assertThat(inference("predict.py", asked)).isEqualTo(State.PRESENT);
  }

  @Test
  void theStateOfOneNetworkThatAnotherTakesIsNoLoading() {
    String policy =
        """
        import torch

        class Policy:
            def set_scale(self, scale):
                self.scale.load_state_dict(scale.state_dict())

            def predict_action(self, seen):
                return self.model(seen)
        """;
    assertThat(inference("policy/arm.py", policy)).isEqualTo(State.ABSENT);
    assertThat(inference("policy/arm.py", policy.replace("scale.state_dict()", "torch.load(p)")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aTrainerThatLoadsAFrozenPartDoesNotRunTheModel() {
    String trainer =
        """
        import argparse
        import torch
        from lib.loop import train_stage
        from lib.net import make

        def main():
            args = argparse.ArgumentParser().parse_args()
            eyes = make("eyes")
            eyes.load_state_dict(torch.load(args.eyes))
            eyes.eval()
            train_stage(make("net"), eyes)

        if __name__ == "__main__":
            main()
        """;
    assertThat(inference("train_stage.py", trainer)).isEqualTo(State.ABSENT);
  }

  @Test
  void whatMeasuresAndKeepsNothingDoesNotRunTheModelForAnybody() {
    String probe =
        """
        import argparse
        import torch
        from torch import nn
        from lib import load_pretrained, loader

        @torch.no_grad()
        def evaluate(model, data):
            model.eval()
            accuracy = 0.0
            for x, y in data:
                accuracy += (model(x).argmax(1) == y).float().mean()
            return accuracy / len(data)

        def main():
            args = argparse.ArgumentParser().parse_args()
            print(evaluate(load_pretrained(args.model), loader(args.data)))

        if __name__ == "__main__":
            main()
        """;
    assertThat(inference("main_probe.py", probe)).isEqualTo(State.ABSENT);
    assertThat(evaluation("main_look.py", probe)).isEqualTo(State.PRESENT);
  }

  private static final String ANSWERS =
      """
      import fire
      import torch
      from transformers import AutoModelForCausalLM, AutoTokenizer

      def main(base="b"):
          tokenizer = AutoTokenizer.from_pretrained(base)
          model = AutoModelForCausalLM.from_pretrained(base)

          def evaluate(instruction):
              with torch.no_grad():
                  out = model.generate(tokenizer(instruction).input_ids)
              return tokenizer.decode(out[0])

          print(evaluate("Tell me of llamas."))

      if __name__ == "__main__":
          fire.Fire(main)
      """;

  @Test
  void whatIsCalledEvaluateAndAnswersMeasuresNothing() {
    assertThat(evaluation("infer.py", ANSWERS)).isEqualTo(State.ABSENT);
    assertThat(inference("infer.py", ANSWERS)).isEqualTo(State.PRESENT);
    String holds =
        ANSWERS.replace(
            "return tokenizer.decode(out[0])",
            "predictions = tokenizer.decode(out[0])\n        return accuracy(predictions, references)");
    assertThat(evaluation("infer.py", holds)).isEqualTo(State.PRESENT);
  }

  @Test
  void anEvaluationThatTellsItsMeasureOnlyInWordsMeasures() {
    String exam =
        """
        import argparse
        import torch
        from transformers import AutoModelForCausalLM

        def main(args):
            model = AutoModelForCausalLM.from_pretrained(args.model).eval()
            right = 0
            for question in questions(args.file):
                right += same(model.generate(question.ids), question.solution)
            print("Overall Accuracy = {:.3f}".format(right / 100))

        if __name__ == "__main__":
            main(argparse.ArgumentParser().parse_args())
        """;
    assertThat(evaluation("modeling/eval_sums.py", exam)).isEqualTo(State.PRESENT);
    assertThat(evaluation("modeling/eval_sums.py", exam.replace("Overall Accuracy = {:.3f}", "{}")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void whatTrainsAndLooksHowFarItIsIsNoEvaluation() {
    String run =
        """
        import numpy as np

        def train_eval(make_agent, make_env, args):
            agent = make_agent()
            for step in range(args.steps):
                agent.train(make_env())
                if step % 10 == 0:
                    agent.report()
        """;
    assertThat(evaluation("embodied/run/train_eval.py", run)).isEqualTo(State.ABSENT);
  }

  @Test
  void aFrozenGraphIsLoadedAndRun() {
    String camera =
        """
        import cv2
        import tensorflow as tf

        def as_array(image):
            return image.reshape(1, -1)

        graph = tf.Graph()
        with graph.as_default():
            definition = tf.GraphDef()
            definition.ParseFromString(open("frozen.pb", "rb").read())
            tf.import_graph_def(definition, name="")
        with tf.Session(graph=graph) as sess:
            cv2.imwrite("seen.png", sess.run("boxes:0", {"image:0": as_array(cv2.imread("a.png"))}))
        """;
    assertThat(inference("inference_video.py", camera)).isEqualTo(State.PRESENT);
  }

  @Test
  void aConversationAtTheTopOfASourceIsAProgram() {
    String chat =
        """
        import torch
        from transformers import LlamaForCausalLM

        def load(path):
            return LlamaForCausalLM.from_pretrained(path).eval()

        def answer(text):
            with torch.no_grad():
                return model(text)

        model = load("weights")
        while True:
            print(answer(input()))
        """;
    assertThat(inference("chat.py", chat)).isEqualTo(State.PRESENT);
    String module = chat.substring(0, chat.indexOf("model = load"));
    assertThat(inference("chat.py", module)).isEqualTo(State.ABSENT);
  }

  @Test
  void aNetworkThatIsMadeWithItsWeightsIsLoaded() {
    String cells =
        """
        import torch
        from faces import Resnet
        net = Resnet(pretrained="faces2").eval()
        print(net(torch.zeros(1, 3, 160, 160)))
        """;
    String notebook = notebook(cells);
    assertThat(inference("examples/faces.ipynb", notebook)).isEqualTo(State.PRESENT);
    assertThat(inference("examples/faces.ipynb", notebook.replace("pretrained", "name")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aProgramNamedForATestThatShowsHowTheModelRunsDoesSo() {
    String tries =
        """
        import soundfile
        import torch
        from voices import Voice

        def main():
            voice = Voice.from_pretrained("voices/small")
            wave = voice.infer("Good morning.")
            soundfile.write("morning.wav", wave, 24000)

        if __name__ == "__main__":
            main()
        """;
    assertThat(inference("examples/test_voice_design.py", tries)).isEqualTo(State.PRESENT);
    assertThat(inference("tests/test_voice_design.py", tries)).isEqualTo(State.ABSENT);
    assertThat(inference("examples/test_voice_design.py", tries.replace("main", "test_main")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void featuresThatAPublishedNetworkMakesAreData() {
    String keeps =
        """
        import argparse
        import pickle
        import torch
        from transformers import CLIPVisionModel

        def main():
            args = argparse.ArgumentParser().parse_args()
            eyes = CLIPVisionModel.from_pretrained("others/clip").eval()
            for video in videos(args.folder):
                with torch.no_grad():
                    pickle.dump(eyes(video.frames), open(video.name, "wb"))

        if __name__ == "__main__":
            main()
        """;
    assertThat(inference("tools/save_clip_features.py", keeps)).isEqualTo(State.ABSENT);
    Release beside = Release.trained().file("tools/save_clip_features.py", keeps);
    assertThat(data(beside)).isEqualTo(State.PRESENT);
  }

  @Test
  void aScriptThatFetchesDataMakesThem() {
    String fetches = "mkdir -p raw\nwget -c https://data.example/set.tar.gz -P raw\n";
    for (String how :
        new String[] {
          "wget -c https://data.example/set.tar.gz",
          "curl -L -o a.zip https://data.example/a.zip",
          "gdown --id 1abc -O set.zip",
          "aws s3 sync s3://sets/a raw",
          "huggingface-cli download some/set --repo-type dataset"
        }) {
      Release beside = Release.trained().file("scripts/download_data.sh", how + "\n");
      assertThat(data(beside)).as(how).isEqualTo(State.PRESENT);
    }
    assertThat(data(Release.trained().file("scripts/download_checkpoints.sh", fetches)))
        .isEqualTo(State.ABSENT);
    assertThat(data(Release.trained().file("dataset/prepare/download_vectors.sh", fetches)))
        .isEqualTo(State.ABSENT);
    assertThat(
            data(
                Release.trained()
                    .file("scripts/download_data.sh", fetches.replace("set.tar.gz", "model.pth"))))
        .isEqualTo(State.ABSENT);
    // Where nothing trains, data may be for what the model is run on, unless it has both parts.
    assertThat(data("download_data.sh", fetches)).isEqualTo(State.ABSENT);
    assertThat(
            data(
                "papers/download.sh",
                fetches + "head -n 9 raw/a > train\ntail -n 1 raw/a > valid\n"))
        .isEqualTo(State.PRESENT);
    assertThat(data("sets/get_pairs.sh", "img2dataset --url_list a.tsv --output_folder pairs\n"))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aScriptNamedForDataThatStartsItsStepsMakesThem() {
    String crops =
        "python tools/4x_crop.py -i raw\npython scripts/crop_images.py -i raw -o train\n";
    assertThat(data(Release.trained().file("scripts/prepare_datasets.sh", crops)))
        .isEqualTo(State.PRESENT);
    assertThat(data(Release.trained().file("scripts/run_all.sh", crops))).isEqualTo(State.ABSENT);
    assertThat(
            data(
                Release.trained()
                    .file("recipes/local/prepare.sh", "lhotse prepare speech raw manifests\n")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void whatIsFittedToReadyDataIsNoModel() {
    String fits =
        """
        import argparse
        import pickle
        from sklearn.decomposition import PCA

        def main():
            args = argparse.ArgumentParser().parse_args()
            angle = PCA(n_components=2)
            angle.fit(points(args.file))
            pickle.dump(angle.components_, open("angle.pkl", "wb"))

        if __name__ == "__main__":
            main()
        """;
    assertThat(scratch("turn.py", fits)).isEqualTo(State.ABSENT);
    assertThat(
            scratch(
                "turn.py",
                fits.replace("decomposition import PCA", "linear_model import Ridge")
                    .replace("PCA(n_components=2)", "Ridge()")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aScriptNamedForTrainingStartsATrainerThatIsElsewhere() {
    assertThat(scratch("train_stage_2.sh", "srun python3 train_stage_2.py\n"))
        .isEqualTo(State.PRESENT);
    assertThat(
            scratch(
                "scripts/train_text.sh", "python -u -m main loader.batch_size=16 model=small\n"))
        .isEqualTo(State.PRESENT);
    assertThat(scratch("scripts/look.sh", "python -u -m main loader.batch_size=16\n"))
        .isEqualTo(State.ABSENT);
    assertThat(scratch("scripts/train_text.sh", "python -u -m main model=small\n"))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aNotebookForTuningHasAScriptDoIt() {
    String notebook = notebook("!bash lora_finetune.sh");
    assertThat(tuning("finetune/lora.ipynb", notebook)).isEqualTo(State.PRESENT);
    String started =
        notebook(
            "!python run_classifier.py --init_checkpoint=a.ckpt --learning_rate=2e-5"
                + " --train_batch_size=4");
    assertThat(tuning("notebook/corpus.ipynb", started)).isEqualTo(State.PRESENT);
  }

  @Test
  void whatHasItsModelTrainItselfIsNotTheLearner() {
    String runner =
        """
        import numpy as np

        def train(config):
            weights, gradient, loss, rate = None, None, None, config["lr"]
            update = 0
            master = create(config)
            while True:
                step, loss, lr, gradient = master.train(data())
                update += 1
        """;
    assertThat(network("run/trainer.py", runner)).isNotEqualTo(State.PRESENT);
  }

  @Test
  void settingsOfARunThatAnObjectHolds() {
    String values =
        """
        from easydict import EasyDict as edict
        config = edict()
        config.network = "vit_b"
        config.batch_size = 384
        config.lr = 0.001
        """;
    assertThat(States.state(Component.TRAINING_CONFIGURATION, "configs/big.py", values))
        .isEqualTo(State.PRESENT);
    String function =
        """
        import ml_collections

        def get_config(arg=None):
            config = ml_collections.ConfigDict()
            config.input.batch_size = 8 * 1024 if not arg else 32
            config.lr = 0.001
            return config
        """;
    assertThat(States.state(Component.TRAINING_CONFIGURATION, "configs/fun.py", function))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aScorerAmongEvaluationsAndNoCallOfAnother() {
    String scorer =
        """
        import json

        def match(choice, line):
            return choice in line

        def score(path):
            hits = [match(d["answer"], d["output"]) for d in json.load(open(path))]
            return sum(hits) / len(hits)
        """;
    assertThat(evaluation("evaluation/scorer.py", scorer)).isEqualTo(State.PRESENT);
    String clock =
        """
        from lib.misc import benchmark

        def main():
            benchmark()

        if __name__ == "__main__":
            main()
        """;
    assertThat(evaluation("tools/benchmark.py", clock)).isEqualTo(State.ABSENT);
  }

  private static String notebook(String cell) {
    String source = cell.replace("\"", "\\\"").replace("\n", "\\n");
    return "{\"cells\":[{\"cell_type\":\"code\",\"source\":[\"" + source + "\"]}]}";
  }
}
