package dev.assay.code.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.State;
import org.junit.jupiter.api.Test;

/// The network that is shown is the one that holds the others.
class WholeTest {
  private static final String BASE =
      """
      import abc
      from torch import nn

      class Streamed(abc.ABC, nn.Module):
          pass

      class Held(Streamed[int]):
          pass
      """;

  private static final String BLOCK =
      """
      import torch
      from torch import nn
      from ..parts.streamed import Held

      class Block(Held):
          def __init__(self):
              super().__init__()
              self.a = nn.Linear(4, 4)
              self.b = nn.Linear(4, 4)

          def forward(self, x):
              return self.b(torch.relu(self.a(x)))
      """;

  private static final String MODEL =
      """
      from torch import nn
      from ..parts.streamed import Held
      from ..parts.block import Block

      class Speaker(Held):
          def __init__(self):
              super().__init__()
              self.words = nn.Embedding(100, 4)
              self.blocks = nn.ModuleList([Block() for _ in range(4)])
              self.out = nn.Linear(4, 100)

          def forward(self, x):
              x = self.words(x)
              for block in self.blocks:
                  x = block(x)
              return self.out(x)
      """;

  /// Two networks of one file, side by side with a tool.
  private static final String TOOL =
      """
      from torch import nn

      class Cleaner(nn.Module):
          def __init__(self):
              super().__init__()
              self.a = nn.Linear(4, 4)
              self.b = nn.LSTM(4, 4)

          def forward(self, x):
              return self.b(self.a(x))

      class Cleaners(nn.Module):
          def __init__(self):
              super().__init__()
              self.one = Cleaner()
              self.out = nn.Linear(4, 4)

          def forward(self, x):
              return self.out(self.one(x))
      """;

  private static Evidence first(Release release) {
    return release.finding(Component.ARCHITECTURE).evidence().getFirst();
  }

  @Test
  void aBaseOfAnotherFileIsOne() {
    Evidence shown =
        first(
            new Release()
                .file("tools/cleaner.py", TOOL)
                .file("voice/models/speaker.py", MODEL)
                .file("voice/parts/block.py", BLOCK)
                .file("voice/parts/streamed.py", BASE));
    assertThat(shown.path()).isEqualTo("voice/models/speaker.py");
    assertThat(shown.quote()).startsWith("class Speaker");
  }

  @Test
  void withoutSuchBasesTheLargestOfOneFileIs() {
    assertThat(first(new Release().file("tools/cleaner.py", TOOL)).quote())
        .startsWith("class Cleaners");
  }

  @Test
  void whatAStringSaysIsNoPart() {
    String called = TOOL.replace("self.out(self.one(x))", "self.out(self.one(x), 'for a Speaker')");
    Evidence shown =
        first(
            new Release()
                .file("tools/cleaner.py", called)
                .file("voice/models/speaker.py", MODEL)
                .file("voice/parts/block.py", BLOCK)
                .file("voice/parts/streamed.py", BASE));
    assertThat(shown.path()).isEqualTo("voice/models/speaker.py");
  }

  @Test
  void aFrameworksModuleIsNotTheReleasesOwnOfThatName() {
    String own =
        TOOL
            + """

            class Module(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.all = Cleaners()
                    self.more = nn.Linear(4, 4)

                def forward(self, x):
                    return self.more(self.all(x))
            """;
    assertThat(first(new Release().file("voice/model.py", own)).quote())
        .startsWith("class Module(");
  }

  @Test
  void ofTwoOfOneNameTheNearerIsAPart() {
    Release release = new Release();
    for (String tree : new String[] {"one", "two"}) {
      release
          .file(tree + "/models/speaker.py", MODEL)
          .file(tree + "/parts/block.py", BLOCK)
          .file(tree + "/parts/streamed.py", BASE);
    }
    Evidence shown = first(release.file("zero/cleaner.py", TOOL));
    assertThat(shown.path()).isEqualTo("one/models/speaker.py");
  }

  @Test
  void classesThatAreEachOthersBasesEnd() {
    String loop =
        """
        from torch import nn
        class A(B):
            pass
        class B(A, nn.Module):
            def __init__(self):
                self.a = nn.Linear(4, 4)
                self.b = nn.Linear(4, 4)
            def forward(self, x):
                return self.a(x)
        """;
    assertThat(first(new Release().file("model.py", loop)).quote()).startsWith("class ");
  }

  @Test
  void aHeadThatIsTrainedOnAGivenModelIsNoNetworkOfItsOwn() {
    String head =
        """
        import argparse
        import torch
        from torch import nn
        from transformers import AutoModelForCausalLM

        class Head(nn.Module):
            def __init__(self):
                super().__init__()
                self.a = nn.Linear(4, 4)
                self.b = nn.Linear(4, 4)
                self.c = nn.Linear(4, 4)

            def forward(self, x):
                return self.c(self.b(self.a(x)))

        def main():
            parser = argparse.ArgumentParser()
            parser.add_argument("--base")
            args = parser.parse_args()
            base = AutoModelForCausalLM.from_pretrained(args.base)
            head = Head()
            optimizer = torch.optim.AdamW(head.parameters())
            for batch in range(10):
                loss = head(base(batch).hidden).mean()
                loss.backward()
                optimizer.step()
            torch.save(head.state_dict(), "head.pt")

        if __name__ == "__main__":
            main()
        """;
    assertThat(new Release().file("tune_head.py", head).finding(Component.ARCHITECTURE).state())
        .isNotEqualTo(State.PRESENT);
  }

  /// A heading above the next class names it, and is no part of the class before.
  @Test
  void aHeadingIsNoPartOfTheClassAboveIt() {
    String file =
        """
        from torch import nn

        class Words(nn.Module):
            def __init__(self):
                self.a = nn.Embedding(4, 4)

        ######## Pond: the whole network ########

        class Pond(nn.Module):
            def __init__(self):
                self.a = nn.Linear(4, 4)
                self.w = Words()
        """;
    assertThat(String.valueOf(first(new Release().file("models/pond.py", file)).quote()))
        .contains("class Pond");
  }

  /// A notebook that shows a model may hold a copy of it, and more.
  @Test
  void whatOnlyShowsComesAfter() {
    String own = "from torch import nn\nclass Pond(nn.Module):\n    x = nn.Linear(4, 4)\n";
    String more = own + "class Lake(nn.Module):\n    x = nn.Linear(4, 4)\n    y = Pond()\n";
    Release release =
        new Release().file("pond/models/pond.py", own).file("pond/demo/models/pond.py", more);
    assertThat(release.finding(Component.ARCHITECTURE).evidence().getFirst().path())
        .isEqualTo("pond/models/pond.py");
  }

  /// What gives a network its batches descends from the same library, and is no network.
  @Test
  void batchesAreNoNetwork() {
    String file =
        """
        from tensorflow import keras
        class Batches(keras.utils.Sequence):
            def __len__(self):
                return 4
        def pond():
            x = keras.layers.Input(4)
            y = keras.layers.Dense(4)(x)
            y = keras.layers.Dense(4)(y)
            y = keras.layers.Dense(4)(y)
            y = keras.layers.Dense(4)(y)
            return keras.Model(inputs=x, outputs=y)
        """;
    assertThat(String.valueOf(first(new Release().file("models/pond.py", file)).quote()))
        .contains("keras.Model(");
  }
}
