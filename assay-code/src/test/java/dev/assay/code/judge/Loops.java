package dev.assay.code.judge;

/// Programs that train, for tests of what else is in a release.
final class Loops {
  private Loops() {}

  /// One that trains a network of a file beside it.
  static final String OF_A_NET =
      """
      import torch
      from model import Net

      def main():
          net = Net()
          optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3)
          for x, y in loader:
              loss = net(x, y)
              loss.backward()
              optimizer.step()

      if __name__ == "__main__":
          main()
      """;

  /// As little as makes one.
  static final String SHORT =
      """
      import torch
      def main():
          loss.backward()
          optimizer.step()
      if __name__ == "__main__":
          main()
      """;

  /// As little as makes one over batches of a loader.
  static final String OVER_BATCHES =
      """
      import torch
      def main():
          optimizer = torch.optim.AdamW(net.parameters())
          for x in loader:
              net(x).backward()
              optimizer.step()
      if __name__ == "__main__":
          main()
      """;
}
