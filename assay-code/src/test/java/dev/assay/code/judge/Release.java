package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.CodeJudge;
import dev.assay.code.CodeReader;
import dev.assay.io.FileEntry;
import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Mention;
import java.util.ArrayList;
import java.util.List;

/// A small release made in a test.
final class Release {
  private final List<CodeFile> files = new ArrayList<>();
  private final List<FileEntry> listing = new ArrayList<>();
  private final List<Mention> mentions = new ArrayList<>();

  /// One that has a program that trains.
  static Release trained() {
    return new Release().file("train.py", Loops.OVER_BATCHES);
  }

  Release file(String path, String text) {
    listing.add(FileEntry.file(path, text.length()));
    CodeReader.read(TextFile.of("r", path, text)).ifPresent(files::add);
    return this;
  }

  Release listed(String path) {
    listing.add(FileEntry.file(path, 1));
    return this;
  }

  Release submodule(String path) {
    listing.add(new FileEntry(path, 0, FileEntry.Kind.SUBMODULE, null, null));
    return this;
  }

  Release says(Mention mention) {
    mentions.add(mention);
    return this;
  }

  Finding finding(Component component) {
    return CodeJudge.judge(files, listing, mentions).stream()
        .filter(f -> f.component() == component)
        .findFirst()
        .orElseThrow();
  }
}
