package dev.assay.text;

import dev.assay.io.FileEntry;
import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.State;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Small releases for tests: files by name and text.
final class Docs {
  private final List<Document> documents = new ArrayList<>();
  private final List<FileEntry> listing = new ArrayList<>();

  static Docs readme(String text) {
    return new Docs().with("README.md", text);
  }

  Docs with(String path, String text) {
    FileEntry entry = FileEntry.file(path, text.getBytes(StandardCharsets.UTF_8).length);
    listing.add(entry);
    if (DocumentReader.wants(entry)) {
      DocumentReader.read(file(path, text)).ifPresent(documents::add);
    }
    return this;
  }

  /// A file that is only in the listing.
  Docs listed(String path, long size) {
    listing.add(FileEntry.file(path, size));
    return this;
  }

  /// A program that trains lies beside the documents.
  Docs trains() {
    return listed("train.py", 99);
  }

  DocumentJudge.Result judge() {
    return judged().judge(false, false);
  }

  /// What is found beside code that trains a model from fresh weights.
  Finding besideTraining(Component component) {
    return of(judged().judge(true, true), component);
  }

  private static Finding of(DocumentJudge.Result result, Component component) {
    return result.findings().stream()
        .filter(f -> f.component() == component)
        .findFirst()
        .orElseThrow();
  }

  DocumentJudge judged() {
    return DocumentJudge.of(documents, listing);
  }

  Finding finding(Component component) {
    return of(judge(), component);
  }

  State state(Component component) {
    return finding(component).state();
  }

  /// How the data that was trained on is there.
  State data() {
    return state(Component.TRAINING_DATA);
  }

  static TextFile file(String path, String text) {
    return TextFile.of("s", path, text.getBytes(StandardCharsets.UTF_8), true);
  }

  static Document document(String path, String text) {
    return DocumentReader.read(file(path, text)).orElseThrow();
  }
}
