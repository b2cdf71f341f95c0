package dev.assay.text;

import dev.assay.model.DataSet;
import java.util.Set;

/// Small public sets that programs are tried out on: a module that has a library fetch one of them,
/// beside a release that says in words what it was trained on, tells how to try the program.
final class ToySets {
  private static final Set<String> SETS =
      Set.of(
          "mnist",
          "fashionmnist",
          "kmnist",
          "emnist",
          "qmnist",
          "cifar10",
          "cifar100",
          "svhn",
          "iris",
          "digits",
          "fakedata");

  private ToySets() {}

  /// Whether a program fetches nothing but such sets.
  static boolean only(Given given) {
    return given.form() == DataSet.Form.SCRIPT
        && !given.sources().isEmpty()
        && given.sources().stream()
            .allMatch(s -> s.link().isEmpty() && SETS.contains(TrainingCommands.key(s.name())));
  }
}
