package dev.assay.code.judge;

import static dev.assay.code.judge.States.network;
import static dev.assay.code.judge.States.scratch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Learners that are written out in any language, told by what learning is made of.
class LearnersByHandTest {
  private static void learns(String path, String text) {
    assertThat(scratch(path, text)).as(path).isEqualTo(State.PRESENT);
    assertThat(network(path, text)).as(path).isEqualTo(State.PRESENT);
  }

  private static void learnsNot(String path, String text) {
    assertThat(scratch(path, text)).as(path).isNotEqualTo(State.PRESENT);
  }

  @Test
  void aPerceptronInGo() {
    learns(
        "tag.go",
        """
        package tagger
        func (t *Tagger) Learn(sentences []Sentence, iterations int) {
          for i := 0; i < iterations; i++ { t.weights[f] += 1; t.update(truth, guess, features) }
          t.averaged = true
        }
        func (t *Tagger) trainTagger(c Corpus) { for it := range iterations { t.update(c) } }
        """);
    learnsNot(
        "station.go",
        """
        package rail
        func (s *Station) TrainArrives(t Train) { s.track[t.Number] = t; s.notify(t) }
        """);
  }

  @Test
  void aFunctionWithTypeParametersInRust() {
    learns(
        "src/skip.rs",
        """
        pub fn train<R: Rng>(rng: R, vocab: &Vocab) {
            let mut lr = 0.05;
            for epoch in 0..epochs { let loss = log_logistic_loss(&mut hidden); sgd.update(lr, loss); }
        }
        """);
    learnsNot("src/q.rs", "pub fn train_info<R>(&self) -> R { self.loss_weights_gradient() }\n");
  }

  @Test
  void aMethodOfAClassInJavaScript() {
    learns(
        "src/net.js",
        """
        class Net {
          train(data) {
            for (let epoch = 0; epoch < this.iterations; epoch += 1) {
              const error = this.cost(data);
              this.weights[0] += this.learningRate * error;
            }
          }
        }
        """);
    learnsNot(
        "src/net.d.ts", "class Net { train(data, learningRate, weights, epochs, loss): void }");
    learnsNot(
        "src/view.js", "class View { fit(w, h) { this.scale = w / h; this.update(alpha); } }");
  }

  @Test
  void aProfileOfCountsInJava() {
    learns(
        "src/Command.java",
        """
        class Command {
          void generateProfile(File corpus) {
            for (String gram : ngrams(corpus)) { frequency.put(gram, counts(gram)); }
          }
          double probability(String gram) { return 1.0; }
        }
        """);
    learnsNot(
        "src/User.java",
        "class User { void createProfile(String name) { this.count = 1; this.name = name; } }");
  }

  @Test
  void aModelOfCountsInJulia() {
    learns(
        "src/bayes.jl",
        """
        function fit!(c, words, class)
            for w in features(words)
                c.weights[w] += counts(w)
            end
            c.probabilities = label_prior(c)
        end
        """);
  }

  @Test
  void whatQuantisesOrReadsACommandLineTrainsNothing() {
    learnsNot(
        "src/quant.c",
        """
        void lm_quant_train(q *quant, int count) {
          for (i = 0; i < count; ++i) { prob = probs[i]; backoff = backoffs[i]; }
        }
        """);
    learnsNot(
        "src/llm.cpp",
        """
        int llm_n_ctx_train(const struct model * m) { return m->hparams.n; }
        void tell(float learning_rate, int epochs, float* weights, float* bias, float loss, float* gradients) {
          for (int epoch = 0; epoch < epochs; ++epoch) { printf("%f", weights[epoch] * gradients[epoch]); }
        }
        """);
    learnsNot(
        "src/config.cpp",
        """
        void Config::parseTrainCommandLine(int argc, char** argv) { epochs = 1; eta = 2; bias = 3; cost = 1; }
        """);
  }

  @Test
  void whatHoldsOrEncodesTrainsNothing() {
    learnsNot(
        "src/Learner.java",
        """
        class Learner {
          void load(DataInput in) { weights = in.floats(); count = in.readInt(); bias = objective(); }
          double probability(String label, String feature) { return gradient.get(label); }
        }
        """);
    learnsNot(
        "features.py",
        """
        import pandas
        def fit_target_encoding(frame, labels):
            counts = frame.counts()
            prior = probability(labels, features)
            return smoothing(counts, prior)
        """);
  }

  @Test
  void whatIsCountedBesideTheActCountsWithIt() {
    Release release =
        new Release()
            .file(
                "lib/maxent/Classifier.js",
                "class C { train(max) { this.labels(iterations); this.features(max); } }\n")
            .file(
                "lib/maxent/Distribution.js",
                "class D { likelihood() { this.update(this.weight, this.prior, this.count); } }\n");
    assertThat(scratch(release)).isEqualTo(State.PRESENT);
    Release alone =
        new Release()
            .file(
                "lib/maxent/Classifier.js",
                "class C { train(max) { this.labels(iterations); this.features(max); } }\n");
    assertThat(scratch(alone)).isEqualTo(State.ABSENT);
  }

  @Test
  void aLearnerInATestOrADocumentIsNone() {
    String learner =
        "func trainNet() { for epoch := 0; epoch < n; epoch++ { loss := l(); weights.update(rate) } }\n";
    learnsNot("tests/net.go", learner);
    learnsNot("src/pseudocode.go", learner);
  }

  @Test
  void aStepOfAPipelineThatTrainsIsDelegated() {
    Release release =
        new Release()
            .file(
                "project.yml",
                """
                commands:
                  - name: train
                    script:
                      - "python -m spacy train configs/ner.cfg --output training"
                """);
    assertThat(release.finding(Component.TRAINING_CODE).qualifiers())
        .containsExactly(Qualifier.DELEGATED);
    assertThat(
            scratch(
                ".github/workflows/ci.yml", "    - run: python -m spacy train configs/ner.cfg\n"))
        .isEqualTo(State.ABSENT);
    assertThat(scratch("run.sh", "SPLITS=\"train train train\"\npython -m tool check train.txt\n"))
        .isEqualTo(State.ABSENT);
  }
}
