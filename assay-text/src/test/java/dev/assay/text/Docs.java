package dev.assay.text;

import dev.assay.io.FileEntry;
import dev.assay.io.TextFile;
import dev.assay.model.Component;
import dev.assay.model.Finding;
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

  Docs listed(String path, long size) {
    listing.add(FileEntry.file(path, size));
    return this;
  }

  DocumentJudge.Result judge() {
    return judged().judge(false);
  }

  DocumentJudge judged() {
    return DocumentJudge.of(documents, listing);
  }

  Finding finding(Component component) {
    return judge().findings().stream()
        .filter(f -> f.component() == component)
        .findFirst()
        .orElseThrow();
  }

  static TextFile file(String path, String text) {
    return TextFile.of("s", path, text.getBytes(StandardCharsets.UTF_8), true);
  }

  static Document document(String path, String text) {
    return DocumentReader.read(file(path, text)).orElseThrow();
  }
}
