package dev.assay.engine;

import dev.assay.code.CodeReader;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.MediaNames;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.Issue;
import dev.assay.profiles.StatementFile;
import dev.assay.text.DocumentReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which files of a source are opened.
///
/// @param files those that are, in their order
/// @param paged the documents with pages, which are few and take long
/// @param notOpened how many of no kind by name are too many to look at
record WantedFiles(List<FileTask> files, List<FileTask> paged, int notOpened) {
  /// Files of no kind that any reader asks for by name are still looked at by their first bytes, up
  /// to this many; a folder of a million images is not a million opens.
  static final int SNIFF_LIMIT = 50_000;

  static WantedFiles in(FileTree tree) {
    var files = new ArrayList<FileTask>();
    var paged = new ArrayList<FileTask>();
    int sniffed = 0;
    for (FileEntry entry : tree.files()) {
      if (entry.kind() != FileEntry.Kind.FILE || entry.size() == 0) {
        continue;
      }
      if (DocumentReader.wantsPages(entry)) {
        paged.add(new FileTask(tree, entry, false));
        continue;
      }
      boolean wanted = wantsText(entry);
      if (!wanted) {
        if (MediaNames.isOne(entry.path())) {
          continue;
        }
        sniffed++;
        if (sniffed > SNIFF_LIMIT) {
          continue;
        }
      }
      files.add(new FileTask(tree, entry, wanted));
    }
    return new WantedFiles(files, paged, Math.max(0, sniffed - SNIFF_LIMIT));
  }

  /// What is to be said of the files that are not opened.
  Optional<Issue> issue(String source) {
    return notOpened == 0
        ? Optional.empty()
        : Optional.of(
            new Issue(
                Issue.Severity.WARNING,
                source,
                "",
                notOpened
                    + " files of no known kind were not opened; weights among them would not be"
                    + " found",
                "inspect the folder that holds the weights as a source of its own"));
  }

  static boolean wantsText(FileEntry entry) {
    // A picture is none, whatever its name begins with: `README-figure-1.png`.
    if (MediaNames.isOne(entry.path())) {
      return false;
    }
    return StatementFile.isName(entry.name())
        || RebuildStatement.isName(entry)
        || CodeReader.wants(entry)
        || DocumentReader.wants(entry)
        || LicenceEngine.wants(entry)
        || ModelPackages.wants(entry)
        || isConfiguration(entry);
  }

  /// Whether a file is a configuration that {@link dev.assay.formats.WeightsAssembly} may ask for.
  static boolean isConfiguration(FileEntry entry) {
    String name = entry.name().toLowerCase(Locale.ROOT);
    return name.endsWith(".json")
        && entry.size() <= 1024 * 1024
        && (name.contains("config") || name.contains("tokenizer") || name.equals("params.json"));
  }
}
