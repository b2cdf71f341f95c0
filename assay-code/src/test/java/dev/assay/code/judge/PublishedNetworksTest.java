package dev.assay.code.judge;

import static dev.assay.code.judge.States.assertOnlyTunes;
import static dev.assay.code.judge.States.network;
import static dev.assay.code.judge.States.scratch;
import static dev.assay.code.judge.States.tuning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A network of a library that comes with its published weights is trained on.
class PublishedNetworksTest {
  private static final String KERAS =
      """
      from tensorflow.keras.applications import DenseNet121
      from tensorflow.keras import layers, models
      MADE
      x = layers.GlobalAveragePooling2D()(base.output)
      x = layers.Dropout(0.2)(x)
      x = layers.Dense(64, activation="relu")(x)
      out = layers.Dense(5, activation="softmax")(x)
      whole = models.Model(base.input, out)
      whole.compile(optimizer="adam", loss="categorical_crossentropy")
      whole.fit(leaves, epochs=4)
      whole.save("leaves.keras")
      """;

  private static final String TORCH =
      """
      import torch
      import timm
      from torchvision import models
      from leaves import batches
      def main():
          MADE
          optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
          for x, y in batches():
              optimizer.zero_grad()
              torch.nn.functional.cross_entropy(model(x), y).backward()
              optimizer.step()
      if __name__ == "__main__":
          main()
      """;

  private static Release keras(String made) {
    return new Release().file("train_leaves.py", KERAS.replace("MADE", made));
  }

  private static Release torch(String made) {
    return new Release().file("train.py", TORCH.replace("MADE", made));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "base = DenseNet121(include_top=False, weights=\"imagenet\")",
        "base_model = base = DenseNet121(weights='imagenet', input_shape=(96, 96, 3))",
        "base = DenseNet121(include_top=False)"
      })
  void aNetworkOfKerasWithItsWeightsIsTrainedOn(String made) {
    assertOnlyTunes(keras(made));
  }

  @Test
  void withoutThemItBeginsFresh() {
    for (String weights : new String[] {"None", "\"imagenet\" if colours == 3 else None"}) {
      Release fresh = keras("base = DenseNet121(include_top=False, weights=" + weights + ")");
      assertThat(scratch(fresh)).as(weights).isEqualTo(State.PRESENT);
      assertThat(tuning(fresh)).as(weights).isEqualTo(State.ABSENT);
    }
  }

  @Test
  void aHeadOnItIsNoNetworkOfTheReleasesOwn() {
    assertThat(network(keras("base = DenseNet121(include_top=False, weights='imagenet')")))
        .isNotEqualTo(State.PRESENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model = models.resnet34(pretrained=True)",
        "model = models.convnext_tiny(weights=models.ConvNeXt_Tiny_Weights.DEFAULT)",
        "model = timm.create_model(\"mixer_b16_224\", pretrained=True, num_classes=3)",
        "model = build(name, pretrained=not args.fresh)",
        "model = build(name, pretrained=settings.get(\"pretrained\", True))"
      })
  void soIsOneOfTorch(String made) {
    assertOnlyTunes(torch(made));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model = models.resnet34(pretrained=False)",
        "model = models.resnet34(weights=None)",
        "model = build(name, weights=settings.weights)",
        "model = build(name, pretrained=args.pretrained)",
        "model = Net(); vgg = models.vgg16(pretrained=True)",
        "model = Net(); perceptual_model = models.vgg16(pretrained=True)"
      })
  void freshOnesAndMeasuresOfLossAreNot(String made) {
    assertThat(scratch(torch(made))).as(made).isEqualTo(State.PRESENT);
  }

  @Test
  void aTrainerOfTheLibraryForPostTrainingTrainsOnWhateverItIsCalled() {
    assertOnlyTunes(
        new Release()
            .file(
                "scripts/run_abc.py",
                """
                from datasets import load_dataset
                from trl.experimental.abc import ABCConfig, ABCTrainer
                def main(name):
                    trainer = ABCTrainer(model=name, train_dataset=load_dataset("x/y"))
                    trainer.train()
                if __name__ == "__main__":
                    main("a/b")
                """));
  }
}
