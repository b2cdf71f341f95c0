package dev.assay.code.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a reader is shown first: what the release itself starts, by a line that shows something.
class HeadEvidenceTest {
  private static List<String> places(Release release, Component component) {
    return release.finding(component).evidence().stream().map(Evidence::path).toList();
  }

  private static String quote(Release release, Component component) {
    return release.finding(component).evidence().getFirst().quote();
  }

  @Test
  void whatAScriptOrADocumentStartsComesBeforeWhatTrainsOnTheSide() {
    Release release =
        new Release()
            .file("jobs/board_train.py", Loops.OVER_BATCHES)
            .file("jobs/train.py", Loops.OVER_BATCHES)
            .file("selfplay/go.sh", "cd ..\npython jobs/train.py --lr 0.1\n");
    assertThat(places(release, Component.TRAINING_CODE).getFirst()).isEqualTo("jobs/train.py");
    Release first =
        new Release()
            .file("README.md", "# A\n\n## Training\n\n```\npython jobs/run_tags.py\n```\n")
            .file("jobs/run_tags.py", Loops.OVER_BATCHES)
            .file("run_pretraining.py", Loops.OVER_BATCHES);
    assertThat(places(first, Component.TRAINING_CODE).getFirst()).isEqualTo("run_pretraining.py");
    Release told =
        new Release()
            .file("README.md", "# A\n\n## Training\n\n```\npython jobs/zoo_train.py\n```\n")
            .file("jobs/board_train.py", Loops.OVER_BATCHES)
            .file("jobs/zoo_train.py", Loops.OVER_BATCHES);
    assertThat(places(told, Component.TRAINING_CODE).getFirst()).isEqualTo("jobs/zoo_train.py");
  }

  @Test
  void theProgramThatStartsALoopHoldsItOrBringsItIn() {
    String maker =
        "import json\ndef main():\n    train_test_split()\nif __name__ == \"__main__\":\n    main()\n";
    String loop = "import torch\ndef train(net):\n    loss.backward()\n    optimizer.step()\n";
    String starter =
        "from nets import loop\ndef go():\n    loop.train(net)\nif __name__ == \"__main__\":\n    go()\n";
    List<String> shown =
        places(
            new Release()
                .file("build_examples_train.py", maker)
                .file("nets/loop.py", loop)
                .file("run.py", starter),
            Component.TRAINING_CODE);
    assertThat(shown).containsExactly("nets/loop.py", "run.py");
  }

  @Test
  void aLineThatShowsNothingGivesWay() {
    String seeds =
        """
        import torch
        def set_seed(args):
            torch.manual_seed(args.seed)
        def measure_all(model):
            return accuracy(model)
        if __name__ == "__main__":
            measure_all(load())
        """;
    assertThat(quote(new Release().file("eval/eval.py", seeds), Component.EVALUATION_CODE))
        .contains("def measure_all");
    String imports =
        """
        from mteb import MTEB
        import torch
        def main():
            model = torch.load("a")
            results = MTEB(tasks).evaluate(model)
        if __name__ == "__main__":
            main()
        """;
    assertThat(quote(new Release().file("eval_mteb.py", imports), Component.EVALUATION_CODE))
        .contains("evaluate(model)");
    String demo =
        """
        import torch
        import gradio as gr
        @torch.inference_mode()
        def answer(x):
            return model.generate(x)
        model = load_model("a")
        if __name__ == "__main__":
            gr.Interface(answer).launch()
        """;
    assertThat(quote(new Release().file("demo.py", demo), Component.INFERENCE_CODE))
        .contains("model.generate(x)");
  }

  @Test
  void whatLooksInsideTheModelComesAfterWhatRunsIt() {
    String runs =
        """
        import torch
        def main():
            model = load_model("a")
            print(model.predict(x))
        if __name__ == "__main__":
            main()
        """;
    assertThat(
            places(
                    new Release().file("a/visualize_maps.py", runs).file("z/play/play.py", runs),
                    Component.INFERENCE_CODE)
                .getFirst())
        .isEqualTo("z/play/play.py");
  }

  @Test
  void anOptionOverSeveralLinesIsShownByItsName() {
    String program =
        Loops.OVER_BATCHES.replace(
            "def main():\n",
            """
            import argparse
            def main():
                parser = argparse.ArgumentParser()
                parser.add_argument(
                    "--pretrain_dir",
                    help="weights to begin with",
                )
            """);
    assertThat(
            new Release()
                    .file("ideas.py", "# A warm start saves time.\n")
                    .file("run_owl.py", program)
                    .finding(Component.FINE_TUNING_CODE)
                    .evidence()
                    .stream()
                    .map(Evidence::quote))
        .anyMatch(q -> q.contains("--pretrain_dir"));
  }

  /// What does the work of a program is shown before what helps it.
  @Test
  void theFunctionThatDoesTheWorkIsShown() {
    String program =
        """
        import os
        import torch
        from net import Net

        def subdirs(name):
            return os.listdir(name)

        def %s(args):
            net = Net()
            net.load_state_dict(torch.load(args.ckpt))
            with torch.no_grad():
                save(net(load(args.inp)))

        if __name__ == "__main__":
            %1$s(parse())
        """;
    Release release =
        new Release().file("net.py", Sources.NETWORK).file("infer.py", program.formatted("main"));
    assertThat(quote(release, Component.INFERENCE_CODE)).contains("def main(");
    Release other =
        new Release().file("net.py", Sources.NETWORK).file("infer.py", program.formatted("go"));
    assertThat(quote(other, Component.INFERENCE_CODE)).contains("def subdirs(");
  }
}
