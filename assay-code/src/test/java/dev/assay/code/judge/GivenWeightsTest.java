package dev.assay.code.judge;

import static dev.assay.code.judge.States.assertOnlyTunes;
import static dev.assay.code.judge.States.scratch;
import static dev.assay.code.judge.States.tuning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where the weights come from that a loop begins with: an option, a wrapped model, a library.
class GivenWeightsTest {
  private static final String LOOP =
      """
      import argparse
      import torch
      from net import Net
      parser = argparse.ArgumentParser()
      OPTION
      def main(args, batches, optimizer):
          net = Net()
          for batch in batches:
              optimizer.zero_grad()
              net(batch).loss.backward()
              optimizer.step()
      if __name__ == "__main__":
          main(parser.parse_args(), [], None)
      """;

  private static final String PLAIN = LOOP.replace("OPTION", "");

  private static State tuningBy(String option) {
    Release release =
        new Release()
            .file("ideas.py", "# A warm start saves time.\n")
            .file("train.py", LOOP.replace("OPTION", option));
    assertThat(scratch(release)).as(option).isEqualTo(State.PRESENT);
    return tuning(release);
  }

  @Test
  void anOptionForTheWeightsOfTheWholeModelTrainsOn() {
    assertThat(tuningBy("parser.add_argument('--pretrained', default=None)"))
        .isEqualTo(State.PRESENT);
    assertThat(tuningBy("parser.add_argument(\"--pretrain_dir\", type=str)"))
        .isEqualTo(State.PRESENT);
    assertThat(tuningBy("parser.add_argument('--weights', help='initial weights path')"))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void weightsThatAreAlwaysLoadedBeforeTheOptimizerAreGiven() {
    String program =
        """
        import torch
        from net import Net
        def main(path, batches):
            net = Net()
            LOAD
            optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
            AFTER
            for batch in batches:
                optimizer.zero_grad()
                net(batch).loss.backward()
                optimizer.step()
        if __name__ == "__main__":
            main("w.pt", [])
        """;
    Release tunes =
        new Release()
            .file("job.py", program.replace("LOAD", "net.load_state_dict(torch.load(path))"));
    assertOnlyTunes(tunes);
    // What depends on something may be left out; what is loaded later goes on or is measured.
    for (String load :
        List.of(
            "if path:\n        net.load_state_dict(torch.load(path))",
            "net.load_state_dict(other.state_dict())",
            "teacher.load_state_dict(torch.load(path))")) {
      assertThat(scratch("job.py", program.replace("LOAD", load)))
          .as(load)
          .isEqualTo(State.PRESENT);
    }
    assertThat(scratch("job.py", program.replace("AFTER", "net.load_state_dict(torch.load(path))")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aProgramSaysItselfThatItFineTunes() {
    for (String tunes :
        List.of(
            "#!/usr/bin/env python\n# Licence\n\"\"\"Fine-tune a reader on notes.\"\"\"\n" + PLAIN,
            "# coding\n'''\nReader fine-tuning runner'''\n" + PLAIN,
            PLAIN.replace("Parser()", "Parser(description='Finetunes a pretrained reader')"),
            PLAIN.replace("Parser()", "Parser(\n    description=\"Finetune a reader\"\n)"))) {
      Release release = new Release().file("job.py", tunes);
      assertThat(scratch(release)).as(tunes).isEqualTo(State.ABSENT);
      assertThat(tuning(release)).as(tunes).isEqualTo(State.PRESENT);
    }
    Release module =
        new Release()
            .file("job.py", "import words\n" + PLAIN)
            .file(
                "words.py",
                "import argparse\ndef of():\n  return argparse.ArgumentParser(description='Finetune')\n");
    assertThat(scratch(module)).isEqualTo(State.ABSENT);
    for (String either :
        List.of(
            "\"\"\"Pretrain or finetune a reader.\"\"\"\n" + PLAIN,
            "\"\"\"Fine-tuning readers for language modeling.\"\"\"\n" + PLAIN,
            "\"\"\"Makes a finetuned reader.\"\"\"\n" + PLAIN,
            PLAIN.replace("Parser()", "Parser(prog='finetune or not')"))) {
      assertThat(scratch("job.py", either)).as(either).isEqualTo(State.PRESENT);
    }
  }

  @Test
  void weightsOfAPartOrAPhaseAreNoFineTuning() {
    for (String name : List.of("--pretrained_encoder", "--pretrain_steps", "--transfer_mode_map")) {
      assertThat(tuningBy("parser.add_argument('" + name + "', type=str)"))
          .as(name)
          .isEqualTo(State.ABSENT);
    }
    assertThat(tuningBy("parser.add_argument('--pretrained', action='store_true')"))
        .isEqualTo(State.ABSENT);
    assertThat(tuningBy("# parser.add_argument('--pretrained', type=str)")).isEqualTo(State.ABSENT);
  }

  @Test
  void anOptionMayBeAFieldOfAClass() {
    String program = "from dataclasses import dataclass, field\n" + PLAIN;
    String options = program + "@dataclass\nclass Options:\n    NAME: str = field(default=None)\n";
    assertThat(tuning("job.py", options.replace("NAME", "base_model"))).isEqualTo(State.PRESENT);
    assertThat(tuning("job.py", options.replace("NAME", "text_model"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aRecipeMayGiveTheWeightsOfAGenerator() {
    Release release =
        new Release()
            .file("options/large.yml", "path:\n  pretrain_network_g: weights/old.pth\n")
            .file("job.py", PLAIN)
            .file(
                "README.md",
                "# A\n\n## Training\n\n```\npython job.py -opt options/large.yml\n```\n");
    assertOnlyTunes(release);
  }

  @Test
  void aConfigurationOfAnEvaluationGivesTheWeightsThatAreMeasured() {
    String settings = "base_model: some/model\n";
    assertThat(tuning(new Release().file("job.py", PLAIN).file("evaluation/a.yaml", settings)))
        .isEqualTo(State.ABSENT);
    assertThat(tuning(new Release().file("job.py", PLAIN).file("jobs/a.yaml", settings)))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void anOptionForWeightsIsNoTuningWhereNothingSpeaksOfIt() {
    String program =
        LOOP.replace("OPTION", "parser.add_argument('--pretrained', help='model path')");
    assertThat(tuning(new Release().file("train.py", program))).isEqualTo(State.ABSENT);
    assertThat(
            tuning(
                new Release()
                    .file("train.py", program)
                    .file("ideas.py", "# Fine-tuning is thought of.\n")))
        .isEqualTo(State.PRESENT);
    assertThat(
            tuning(
                new Release()
                    .file("train.py", program)
                    .file("third_party/ideas.py", "# Fine-tuning is thought of.\n")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void anOptionMayStandInAModuleThatTheProgramImports() {
    Release release =
        new Release()
            .file("ideas.py", "# A warm start saves time.\n")
            .file("train.py", "import options\n" + PLAIN)
            .file(
                "options.py",
                "import argparse\np = argparse.ArgumentParser()\np.add_argument('--pretrained')\n");
    assertThat(tuning(release)).isEqualTo(State.PRESENT);
  }

  @Test
  void aLoopAroundAWrappedLanguageModelTrainsOn() {
    String wrapper =
        """
        from peft import LoraConfig, get_peft_model
        from transformers import LlamaTokenizer
        from .llama import LlamaForCausalLM
        class Whole:
            def __init__(self, path):
                self.llm = get_peft_model(LlamaForCausalLM.from_pretrained(path), LoraConfig())
            @classmethod
            def build(cls, cfg):
                return cls.from_config(cfg)
        """;
    Release release = new Release().file("models/whole.py", wrapper).file("train.py", PLAIN);
    assertOnlyTunes(release);
    String network =
        """
        import torch
        class Tagger(torch.nn.Module):
            def __init__(self):
                super().__init__()
                self.out = torch.nn.Linear(4, 4)
        """;
    for (int i = 0; i < 25; i++) {
      release.file("models/tagger" + i + "/model.py", network);
    }
    assertThat(scratch(release)).as("a toolkit of many networks").isEqualTo(State.PRESENT);
  }

  @Test
  void aNetworkWithoutLayersOfItsOwnIsWhatItLoads() {
    String ranker =
        """
        import torch
        from transformers import BertModel
        class Ranker(torch.nn.Module):
            def __init__(self, path):
                super().__init__()
                self.bert = BertModel.from_pretrained(path)
                LAYER
        """;
    String train = "from rank.net import Ranker\n" + PLAIN;
    Release given =
        new Release()
            .file("rank/net.py", ranker.replace("LAYER", "pass"))
            .file("rank/train_ranker.py", train);
    assertOnlyTunes(given);
    Release more =
        new Release()
            .file("rank/net.py", ranker.replace("LAYER", "self.top = torch.nn.GRU(8, 8)"))
            .file("rank/train_ranker.py", train);
    assertThat(scratch(more)).isEqualTo(State.PRESENT);
  }

  @Test
  void whatIsOnlyMadeByLoadingItIsTrainedOn() {
    String reader =
        "import torch\nfrom t5 import T5\nclass Reader(T5):\n    def read(self):\n        pass\n";
    String train =
        "from readers.reader import Reader\n"
            + PLAIN.replace("from net import Net\n", "").replace("Net()", "MAKE");
    Release loads =
        new Release()
            .file("readers/reader.py", reader)
            .file("train.py", train.replace("MAKE", "Reader.from_pretrained(args.path)"));
    assertOnlyTunes(loads);
    Release either =
        new Release()
            .file("readers/reader.py", reader)
            .file(
                "train.py",
                train.replace(
                    "MAKE", "Reader.from_pretrained(args.path) if args.path else Reader()"));
    assertThat(scratch(either)).isEqualTo(State.PRESENT);
  }

  @Test
  void aProgramNamedForFineTuningThatStartsTheLoopElsewhereIsEnough() {
    String loop =
        """
        import torch
        class Potential:
            def fit_all(self, batches):
                for batch in batches:
                    self.optimizer.zero_grad()
                    self.net(batch).loss.backward()
                    self.optimizer.step()
        """;
    String program =
        "from pot.potential import Potential\nif __name__ == '__main__':\n    Potential().fit_all([])\n";
    Release release = new Release().file("pot/potential.py", loop);
    assertThat(tuning(release)).isEqualTo(State.ABSENT);
    assertThat(tuning(release.file("pot/finetune_pot.py", program))).isEqualTo(State.PRESENT);
  }

  @Test
  void aProgramThatCallsTheTrainingOfAPackageThatIsNotHereHandsItOver() {
    String program =
        """
        import argparse
        from mine.model import Net
        import other.training
        from other.training import train
        other.training.Net = Net
        if __name__ == "__main__":
            train(argparse.ArgumentParser().parse_args())
        """;
    var finding = new Release().file("train.py", program).finding(Component.TRAINING_CODE);
    assertThat(finding.state()).isEqualTo(State.PRESENT);
    assertThat(finding.evidence()).extracting(Evidence::quote).anyMatch(q -> q.contains("train("));
  }

  @Test
  void aModelOutOfAModuleThatLoadsItIsTrainedOnByTheLibrary() {
    String train =
        """
        import argparse
        import torch
        from .toolkit import load_encoder
        def train(path):
            model = load_encoder(path)
            model.fit(train_objectives=[])
        if __name__ == "__main__":
            train(argparse.ArgumentParser().parse_args().path)
        """;
    Release release =
        new Release()
            .file("pkg/__init__.py", "")
            .file("pkg/train.py", train)
            .file(
                "pkg/toolkit.py",
                "from sentence_transformers import SentenceTransformer\n"
                    + "def load_encoder(p):\n    return SentenceTransformer(p)\n");
    assertOnlyTunes(release);
  }

  @Test
  void aLicenceNamesNoFineTuning() {
    String words = "This licence covers weights, inference and fine-tuning code.\n";
    Release release = new Release().file("train.py", PLAIN).file("LICENSE.md", words);
    assertThat(tuning(release)).isEqualTo(State.ABSENT);
    assertThat(tuning(release.file("README.md", "It works well without any fine-tuning.\n")))
        .isEqualTo(State.ABSENT);
    assertThat(tuning(release.file("docs/use.md", "It can be adapted by fine-tuning.\n")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aToolInAMakefileTrainsAndAVariableDoesNot() {
    String variable = "RATIO_TRAIN := 0.90\n\nall:\n\techo done\n";
    assertThat(scratch("Makefile", variable)).isEqualTo(State.ABSENT);
    String tool =
        "model: list\n\tocrtraining \\\n\t  --learning_rate 0.002 \\\n\t  --max_iterations 100\n";
    Release trains = new Release().file("Makefile", variable + tool);
    assertThat(scratch(trains)).isEqualTo(State.PRESENT);
    assertThat(trains.finding(Component.TRAINING_CODE).evidence())
        .extracting(Evidence::quote)
        .allMatch(q -> q.contains("ocrtraining"));
  }

  @Test
  void howACallIsBrokenIntoLinesSaysNothing() {
    assertThat(
            tuningBy("parser.add_argument(\n        '--pretrained',\n        default=None,\n    )"))
        .isEqualTo(State.PRESENT);
    assertThat(
            tuningBy(
                "parser.add_argument(\n        '--pretrained',\n        action='store_true',\n    )"))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void theHelpOfAnOptionSaysItToo() {
    assertThat(
            tuningBy(
                "parser.add_argument('--start',\n        help='The name of the pretrain weights.')"))
        .isEqualTo(State.PRESENT);
    assertThat(tuningBy("parser.add_argument('--start', help='weights of the pretrained encoder')"))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void theNetworkMayStandBehindAModuleThatOffersIt() {
    String program =
        PLAIN.replace(
            "from net import Net", "from model.offer import Net\nfrom utils.parts import encoder");
    String parts =
        "from transformers import AutoModel\ndef encoder(name):\n    return AutoModel.from_pretrained(name)\n";
    String offer =
        "from model.net import Inner\nclass Net:\n    @classmethod\n    def make(cls):\n        return Inner()\n";
    String net =
        "import torch\nclass Inner(torch.nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.out = torch.nn.Linear(3, 3)\n";
    Release release =
        new Release()
            .file("train.py", program)
            .file("utils/parts.py", parts)
            .file("model/offer.py", offer);
    assertThat(scratch(release)).isEqualTo(State.ABSENT);
    assertThat(
            scratch(
                new Release()
                    .file("train.py", program)
                    .file("utils/parts.py", parts)
                    .file("model/offer.py", offer)
                    .file("model/net.py", net)))
        .isEqualTo(State.PRESENT);
  }

  /// What is called pre-training makes the release's model, though it begins with another's
  /// weights.
  @Test
  void aProgramNamedForPreTrainingMakesTheModel() {
    String program =
        """
        import torch
        from net import Net
        def main(batches):
            net = Net()
            net.load_state_dict(torch.load("longer.bin"))
            optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
            for batch in batches:
                optimizer.zero_grad()
                net(batch).loss.backward()
                optimizer.step()
        if __name__ == "__main__":
            main([])
        """;
    assertThat(scratch("pretrain_net.py", program)).isEqualTo(State.PRESENT);
    assertThat(scratch("fit_net.py", program)).isEqualTo(State.ABSENT);
  }

  private static final String WRAPS =
      """
      import torch
      from torch import nn
      from transformers import AutoModel
      class Gull(nn.Module):
          def __init__(self, path):
              super().__init__()
              self.lm = AutoModel.from_pretrained(path)
          def forward(self, batch):
              return self.lm(batch).last_hidden_state
      """;

  private static final String ROUNDS =
      """
      def accelerate_train(accelerator, net, batches, optimizer):
          for batch in batches:
              loss = net(batch).mean()
              accelerator.backward(loss)
              optimizer.step()
              optimizer.zero_grad()
      """;

  private static final String STARTS =
      """
      import torch
      from torch.utils.data import DataLoader
      from model import Gull
      from utils import accelerate_train
      from accelerate import Accelerator
      from transformers import AutoTokenizer
      accelerator = Accelerator()
      tokenizer = AutoTokenizer.from_pretrained("models/gull")
      def pad(rows):
          return tokenizer(rows)
      rows = []
      for row in open("rows.txt"):
          rows.append(pad(row))
      batches = DataLoader(rows, shuffle=True)
      net = Gull("models/gull")
      optimizer = torch.optim.AdamW(net.parameters())
      net, optimizer = accelerator.prepare(net, optimizer)
      accelerate_train(accelerator, net, batches, optimizer)
      """;

  @Test
  void aProgramWithoutAGuardTrainsWhatItsModulesLoad() {
    Release release =
        new Release()
            .file("voice/model.py", WRAPS)
            .file("voice/utils.py", ROUNDS)
            .file("voice/run.py", STARTS);
    assertOnlyTunes(release);
  }

  @Test
  void aNetworkIsTheOneOfTheSameFolder() {
    String net = WRAPS.replace("AutoModel.from_pretrained(path)", "nn.Linear(9, 9)");
    Release release =
        new Release()
            .file("ear/model.py", net)
            .file("voice/model.py", net)
            .file("voice/utils.py", ROUNDS)
            .file("voice/run.py", STARTS);
    assertThat(release.finding(Component.TRAINING_CODE).notes())
        .anySatisfy(n -> assertThat(n.text()).contains("imports Gull, which voice/model.py:"));
  }
}
