package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.Words;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import dev.assay.io.FileEntry;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where a release names fine-tuning as a use of its training loop: files, settings, options of the
/// programs that train, sentences.
final class NamedTuning {
  private static final List<String> WORDS = List.of("finetun", "fine_tun", "fine-tun");

  /// What stands in a line that declares an option.
  private static final List<String> DECLARES =
      List.of("add_argument(", "help=", "DEFINE_", ".option(", "metadata=");

  private NamedTuning() {}

  /// The places, a few of each kind.
  ///
  /// @param programs those that start the training loop
  static List<Evidence> in(Tree tree, List<CodeFile> programs) {
    List<Evidence> named = new ArrayList<>();
    for (FileEntry e : tree.listing()) {
      if (names(e.path()) && named.size() < 3 && !Zones.of(e.path()).contains(Zone.TEST)) {
        named.add(tree.listed(e));
      }
    }
    for (CodeFile f : tree.code()) {
      if (f.language() == Language.CONFIGURATION && named.size() < 3) {
        f.shape().names().stream()
            .filter(n -> n.value().length() > 1 && Words.GIVEN_OPTIONS.contains("--" + n.name()))
            .filter(n -> !n.value().equals("null") && !n.value().equals("false"))
            .findFirst()
            .ifPresent(n -> named.add(f.evidence(n.offset())));
      }
    }
    programs.stream().filter(f -> f.excerpt() == null).limit(20).forEach(f -> option(f, named));
    for (CodeFile f : tree.all()) {
      if (f.naming() != null
          && named.size() < 4
          && !Tree.inside(f.file().path(), tree.vendored())) {
        named.add(f.naming());
      }
    }
    tree.mentions().stream()
        .filter(m -> m.component() == Component.FINE_TUNING_CODE)
        .limit(2)
        .forEach(m -> named.add(m.evidence()));
    return named;
  }

  /// An option of a program whose name or help names fine-tuning as an act.
  private static void option(CodeFile program, List<Evidence> named) {
    int at = 0;
    for (String line : program.code().split("\n", -1)) {
      boolean declares = DECLARES.stream().anyMatch(line::contains);
      if (declares && names(line.replace("tuned", "")) && named.size() < 4) {
        named.add(program.evidence(at));
        return;
      }
      at += line.length() + 1;
    }
  }

  private static boolean names(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return WORDS.stream().anyMatch(lower::contains);
  }
}
