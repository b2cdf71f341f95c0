package dev.assay.formats;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.Malformed;
import dev.assay.io.TextFile;
import dev.assay.model.Issue;
import dev.assay.model.Weights;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/// Every set of weights in a tree of files: each file recognised by its content and read by its
/// header, then put together.
public final class WeightsCatalogue {
  private static final int CONFIGURATION = 1024 * 1024;

  private WeightsCatalogue() {}

  /// What a tree holds.
  ///
  /// @param assembly the artefacts, and what agrees and disagrees
  /// @param issues files that could not be read
  public record Catalogue(WeightsAssembly.Result assembly, List<Issue> issues) {
    public Catalogue {
      issues = List.copyOf(issues);
    }

    /// One for each set of weights.
    public List<Weights> artefacts() {
      return assembly.artefacts();
    }
  }

  /// Reads every file's header.
  public static Catalogue read(FileTree tree) {
    var weights = new ArrayList<Weights>();
    var texts = new TreeMap<String, TextFile>();
    var issues = new ArrayList<>(tree.issues());
    String source = tree.info().id();
    List<FileEntry> listing = tree.files();
    for (FileEntry entry : listing) {
      if (entry.kind() != FileEntry.Kind.FILE) {
        continue;
      }
      try (ByteSource bytes = tree.open(entry)) {
        Optional<WeightsFormat> format = Formats.recognise(entry, bytes.head(Formats.HEAD), bytes);
        format.ifPresent(
            f -> weights.add(PagesElsewhere.checked(tree, Formats.read(f, source, entry, bytes))));
        if (isConfiguration(entry.name(), bytes.size())) {
          byte[] all = bytes.bytes(0, (int) bytes.size());
          texts.put(entry.path(), TextFile.of(source, entry.path(), all, true));
        }
      } catch (UncheckedIOException e) {
        issues.add(unread(source, entry, String.valueOf(e.getMessage())));
      } catch (Malformed e) {
        issues.add(unread(source, entry, e.describe()));
      }
    }
    return new Catalogue(WeightsAssembly.assemble(weights, listing, texts), issues);
  }

  private static Issue unread(String source, FileEntry entry, String why) {
    return new Issue(Issue.Severity.WARNING, source, entry.path(), "could not be read: " + why, "");
  }

  /// Whether a file is a configuration that says something about weights.
  public static boolean isConfiguration(String name, long size) {
    String n = name.toLowerCase(Locale.ROOT);
    return n.endsWith(".json")
        && size <= CONFIGURATION
        && (n.contains("config") || n.equals("params.json") || n.equals("special_tokens_map.json"));
  }
}
