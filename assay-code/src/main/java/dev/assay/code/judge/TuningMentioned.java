package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.roles.Zone;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether a release speaks of tuning a trained network at all, in a document, a program, a comment
/// or a name.
///
/// A program that takes the place of trained weights as an option may go on with a run, or only
/// test: of the labelled releases whose training programs have such an option and that have no word
/// for tuning anywhere, ten of twelve give no code for it
/// (`docs/explanation/agreement-history.md`). Asked once, and only where nothing but such an option
/// was found.
final class TuningMentioned implements BooleanSupplier {
  private static final Pattern WORD =
      Pattern.compile("(?i)fine[-_ ]?tun|transfer[-_ ]?learn|warm[-_ ]?start");

  private final Tree tree;
  private @Nullable Boolean mentioned;

  TuningMentioned(Tree tree) {
    this.tree = tree;
  }

  @Override
  public boolean getAsBoolean() {
    if (mentioned == null) {
      mentioned =
          tree.listing().stream().anyMatch(e -> WORD.matcher(e.path()).find())
              || tree.all().stream().anyMatch(this::says);
    }
    return mentioned;
  }

  private boolean says(CodeFile file) {
    return !file.in(Zone.VENDORED)
        && !Tree.inside(file.file().path(), tree.vendored())
        && WORD.matcher(file.file().text()).find();
  }
}
