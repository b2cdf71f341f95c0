package dev.assay.code.judge;

import static dev.assay.code.judge.States.assertOnlyTunes;
import static dev.assay.code.judge.States.inference;
import static dev.assay.code.judge.States.network;
import static dev.assay.code.judge.States.scratch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Networks and loops of frameworks that build a graph by calls and run it: no class, no gradient
/// by name.
class StaticGraphsTest {
  private static final String LAYERS =
      """
      import paddle.fluid as fluid

      def lex_net(word, size):
          x = fluid.layers.embedding(input=word, size=[size, 8])
          x = fluid.layers.fc(input=x, size=8)
          x = fluid.layers.dynamic_gru(input=x, size=8)
          return fluid.layers.linear_chain_crf(input=x)
      """;
  private static final String TRAINS =
      """

      def do_train(args):
          optimizer = fluid.optimizer.Adam(learning_rate=0.1)
          optimizer.minimize(lex_net(args.word, 9))
          exe = fluid.Executor(fluid.CPUPlace())
          LOADS
          for data in reader():
              exe.run(program, feed=data)

      if __name__ == "__main__":
          do_train(parse())
      """;

  @Test
  void layersThatAreCallsAreANetwork() {
    assertThat(network("lac/nets.py", LAYERS)).isEqualTo(State.PRESENT);
    // Feeding and reshaping makes no layer.
    assertThat(
            network(
                "lac/nets.py",
                """
                import paddle.fluid as fluid
                a = fluid.layers.data(name="a", shape=[1])
                b = fluid.layers.reshape(a, [1])
                c = fluid.layers.concat([a, b])
                d = fluid.layers.cross_entropy(c, a)
                """))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void anOptimizerMayBeCalledByTheNameOfItsMethod() {
    String program =
        """
        import tensorflow as tf
        from optimizers import AdamOptimizer

        def main(batches, loss):
            %s = AdamOptimizer(0.1)
            update = %s.minimize(loss)
            with tf.Session() as sess:
                for batch in batches:
                    sess.run(update, feed_dict=batch)

        if __name__ == "__main__":
            main([], None)
        """;
    assertThat(scratch("parser.py", program.formatted("adam", "adam"))).isEqualTo(State.PRESENT);
    assertThat(scratch("parser.py", program.formatted("gulls", "gulls"))).isEqualTo(State.ABSENT);
  }

  @Test
  void whoRunsWhatAnOptimizerMinimisesTrains() {
    assertThat(scratch("lac/nets.py", LAYERS + TRAINS.replace("LOADS", "pass")))
        .isEqualTo(State.PRESENT);
    assertOnlyTunes(
        new Release()
            .file(
                "lac/nets.py",
                LAYERS + TRAINS.replace("LOADS", "utils.init_pretraining_params(exe, args.w)")));
    String first =
        """
        import tensorflow as tf
        def main():
            op = tf.train.AdamOptimizer(1e-3).minimize(loss)
            with tf.Session() as sess:
                sess.run(op)
        if __name__ == "__main__":
            main()
        """;
    assertThat(scratch("go.py", first)).isEqualTo(State.PRESENT);
  }

  @Test
  void anOptimizerThatNobodyRunsTrainsNothing() {
    assertThat(
            scratch(
                "net.py",
                """
                import tensorflow as tf
                class Net:
                    def build(self):
                        self.op = tf.train.AdamOptimizer(1e-3).minimize(self.loss)
                """))
        .isEqualTo(State.ABSENT);
    assertThat(
            scratch(
                "fit.py",
                """
                import tensorflow as tf
                from scipy import optimize
                optimize.minimize(f, x0)
                sess.run(y)
                """))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aPatternIsCompiledAndTrainsNothing() {
    assertThat(
            scratch(
                "train/clean_train.py",
                """
                import re
                import tensorflow as tf
                regex = re.compile("a")
                tf.io.gfile.listdir("a")
                """))
        .isEqualTo(State.ABSENT);
  }

  @Test
  void aTaggerAboveSomebodysTransformerTrainsOn() {
    String flair =
        """
        from flair.embeddings import EMBEDDINGS
        from flair.trainers import ModelTrainer

        def run():
            embeddings = EMBEDDINGS("a")
            trainer = ModelTrainer(tagger(embeddings), corpus)
            trainer.train("out", learning_rate=5e-5)

        if __name__ == "__main__":
            run()
        """;
    assertOnlyTunes(
        new Release()
            .file("train_ner.py", flair.replace("EMBEDDINGS", "TransformerWordEmbeddings")));
    assertThat(scratch("train_ner.py", flair.replace("EMBEDDINGS", "CharacterEmbeddings")))
        .isEqualTo(State.PRESENT);
  }

  @Test
  void aMethodInGoBesideWhatTrainsRunsTheModel() {
    String trains =
        """
        package mood
        func TrainModel(data []Sample) Model {
          for _, d := range data { counts[d.label]++ ; probability := prior(d.feature) }
          return Model{}
        }
        """;
    String runs =
        """
        package mood
        func (m Models) MoodAnalysis(text string) *Analysis {
          return m.Predict(text)
        }
        """;
    assertThat(inference(new Release().file("en.go", trains).file("mood.go", runs)))
        .isEqualTo(State.PRESENT);
    assertThat(inference(new Release().file("mood.go", runs))).isEqualTo(State.ABSENT);
  }
}
