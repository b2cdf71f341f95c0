package dev.assay.code.judge;

/// Small files of code, for tests of what stands beside them.
final class Sources {
  private Sources() {}

  /// A network of two layers.
  static final String NETWORK =
      """
      import torch.nn as nn

      class Net(nn.Module):
          def __init__(self):
              super().__init__()
              self.a = nn.Linear(4, 4)
              self.b = nn.Linear(4, 4)
      """;

  /// A program that takes options and does nothing by which it could be told.
  static final String PROGRAM =
      """
      import argparse
      def main():
          argparse.ArgumentParser().parse_args()
      if __name__ == "__main__":
          main()
      """;
}
