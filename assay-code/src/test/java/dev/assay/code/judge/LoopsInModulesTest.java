package dev.assay.code.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// Loops that lie in two files: the update in one and the rounds in another.
class LoopsInModulesTest {
  private static final String STEP =
      """
      import torch
      from torch import optim


      class PairLoss:
          def __init__(self, net, rate):
              self.net = net
              self.opt = optim.Adam(net.parameters(), lr=rate)

          def once(self, users, items):
              loss = self.net.pair_loss(users, items)
              self.opt.zero_grad()
              loss.backward()
              self.opt.step()
              return loss.item()
      """;

  private static final String ROUND =
      """
      import utils


      def train_round(data, net, pair):
          net.train()
          for users, items in utils.batches(data):
              pair.once(users, items)
      """;

  private static final String MAIN =
      """
      import torch
      import rounds
      import utils
      from net import Net

      net = Net()
      pair = utils.PairLoss(net, 0.1)
      for epoch in range(100):
          rounds.%s(data, net, pair)
          torch.save(net.state_dict(), "net.pt")
      """;

  private static Finding loop(String round, String main) {
    return new Release()
        .file("code/utils.py", STEP)
        .file("code/rounds.py", round)
        .file("code/main.py", main)
        .file("code/net.py", Sources.NETWORK)
        .finding(Component.TRAINING_CODE);
  }

  @Test
  void aModuleMayStandBetweenTheProgramAndTheUpdate() {
    Finding f = loop(ROUND, MAIN.formatted("pair_round"));
    assertThat(f.state()).isEqualTo(State.PRESENT);
    assertThat(f.qualifiers()).doesNotContain(Qualifier.PARTIAL);
  }

  @Test
  void withoutAnythingThatStartsTrainingNothingIsStarted() {
    String shows = "import utils\n\n\ndef show(data, net, pair):\n    print(pair)\n";
    assertThat(loop(shows, MAIN.formatted("show")).state()).isEqualTo(State.ABSENT);
  }

  private static final String GRAPH =
      """
      import tensorflow as tf


      class Base:
          def training(loss, rate):
              opt = tf.train.AdamOptimizer(learning_rate=rate)
              return opt.minimize(loss)
      """;

  private static final String FEEDS =
      """
      import tensorflow as tf
      from models import Wing

      x = tf.placeholder(tf.float32, (1, 8))
      loss = Wing.loss(x)
      train_op = Wing.training(loss, 0.005)
      saver = tf.train.Saver()
      with tf.Session() as sess:
          sess.run(tf.global_variables_initializer())
          for epoch in range(100):
              %s
          saver.save(sess, "wing.ckpt")
      """;

  private static State fed(String run) {
    return new Release()
        .file("models/__init__.py", "from .wing import Wing\n")
        .file("models/wing.py", "from models.base import Base\n\n\nclass Wing(Base):\n    pass\n")
        .file("models/base.py", GRAPH)
        .file("execute_birds.py", FEEDS.formatted(run))
        .finding(Component.TRAINING_CODE)
        .state();
  }

  @Test
  void anOptimizerThatAModuleMakesAPartOfAGraphBelongsToWhoRunsTheGraph() {
    assertThat(fed("sess.run([train_op, loss], feed_dict={x: birds})")).isEqualTo(State.PRESENT);
  }

  @Test
  void aGraphThatNobodyRunsTrainsNothing() {
    assertThat(fed("print(loss)").equals(State.PRESENT)).isFalse();
  }

  private static final String SHARED_LOOP =
      """
      import torch


      class Net(torch.nn.Module):
          def __init__(self):
              super().__init__()
              self.lin = torch.nn.Linear(4, 4)


      def train_and_test(net, optimizer, batches):
          for x, y in batches:
              optimizer.zero_grad()
              loss = (net(x) - y).square().mean()
              loss.backward()
              optimizer.step()
      """;

  private static final String RUN =
      """
      import torch
      from shore.rounds import train_and_test
      from shore.rounds import Net

      net = Net()
      net.load_state_dict(torch.load("kept/dunes_7000.pth"))
      optimizer = torch.optim.Adam(net.parameters(), lr=1e-4)
      train_and_test(net, optimizer, batches)
      """;

  @Test
  void aProgramThatLoadsWeightsAndHandsThemToALoopTrainsOnByIt() {
    String afresh = RUN.replaceFirst("net.load_state.*\n", "");
    Release release =
        new Release().file("shore/rounds.py", SHARED_LOOP).file("runs/first/main.py", afresh);
    assertThat(release.finding(Component.FINE_TUNING_CODE).state()).isEqualTo(State.ABSENT);
    Release both = release.file("runs/second/main.py", RUN);
    assertThat(both.finding(Component.TRAINING_CODE).state()).isEqualTo(State.PRESENT);
    Finding tuning = both.finding(Component.FINE_TUNING_CODE);
    assertThat(tuning.state()).isEqualTo(State.PRESENT);
    assertThat(tuning.evidence())
        .anyMatch(e -> e.place().equals("runs/second/main.py:6"))
        .anyMatch(e -> e.path().equals("shore/rounds.py"));
  }
}
