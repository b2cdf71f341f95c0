package dev.assay.code.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.model.Component;
import dev.assay.model.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Programs that run the model though nothing of a known library says so.
class RunsAloneTest {
  private static State inference(String path, String program) {
    return new Release()
        .file("model.py", Sources.NETWORK)
        .file(path, program)
        .finding(Component.INFERENCE_CODE)
        .state();
  }

  @Test
  void anEngineSpeaksItsProtocol() {
    String uci =
        """
        pub fn run() {
            match command {
                "uci" => println!("id name gull\\nuciok"),
                "go" => println!("%s {}", search()),
                _ => {}
            }
        }
        """;
    assertThat(inference("src/uci.rs", uci.formatted("bestmove"))).isEqualTo(State.PRESENT);
    assertThat(inference("src/uci.rs", uci.formatted("info"))).isEqualTo(State.ABSENT);
    assertThat(inference("tests/uci.rs", uci.formatted("bestmove"))).isEqualTo(State.ABSENT);
  }

  @Test
  void anAgentIsShownAtPlay() {
    String program =
        """
        import os
        from models import ActorCritic
        def main(args):
            state = manager.%s(1000)
            obs = env.reset()
            while not renderer.done():
                obs = env.step(choose(state, obs))
                renderer.render(env.state)
        if __name__ == "__main__":
            main(parse())
        """;
    assertThat(inference("analysis/view_agent.py", program.formatted("restore")))
        .isEqualTo(State.PRESENT);
    assertThat(inference("analysis/view_agent.py", program.formatted("make")))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aPackageInROffersThePrediction() {
    String function = "segment <- function(model, x) {\n  p <- model %%>%% %s(x)\n  round(p)\n}\n";
    assertThat(inference("R/segment.R", function.formatted("predict"))).isEqualTo(State.PRESENT);
    assertThat(inference("R/segment.R", function.formatted("dim"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aWindowLoadsANetworkAndAsksIt() {
    String window =
        """
        using UnityEngine;
        public class Display : MonoBehaviour {
          void Start() { network = SaveData.%s(networkFile.text); }
          void Update() { var p = network.Classify(image.pixelValues); Show(p); }
        }
        """;
    assertThat(inference("Assets/Display.cs", window.formatted("LoadNetworkFromData")))
        .isEqualTo(State.PRESENT);
    assertThat(inference("Assets/Display.cs", window.formatted("Read"))).isEqualTo(State.ABSENT);
  }

  @Test
  void whatIsCalledATestMayOnlyKeepWhatComesOut() {
    String program =
        """
        import net_model
        import tifffile as tiff
        def prediction():
            model = net_model.make(192)
            model.load_weights(path)
            for image, i in zip(model.predict_generator(make(test)), ids):
                tiff.%s(i, image)
        prediction()
        """;
    assertThat(inference("net/main_test.py", program.formatted("imsave"))).isEqualTo(State.PRESENT);
    assertThat(inference("net/main_test.py", program.formatted("look"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aProgramIsGivenAModelAndAPicture() {
    String program =
        """
        import argparse
        import caffe
        def run():
            p = argparse.ArgumentParser()
            p.add_argument('--model', help='weights')
            p.add_argument('--%s')
            args = p.parse_args()
            net = caffe.Net(args.proto, args.model, caffe.TEST)
            print(net.forward())
        if __name__ == '__main__':
            run()
        """;
    assertThat(inference("eval_image.py", program.formatted("image"))).isEqualTo(State.PRESENT);
    assertThat(inference("eval_image.py", program.formatted("folds"))).isEqualTo(State.ABSENT);
  }

  @Test
  void aLongFileIsReadOnce() {
    String many = "x.predict(load_model('--model', '--image'\n".repeat(60_000);
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> inference("a.py", many));
  }
}
