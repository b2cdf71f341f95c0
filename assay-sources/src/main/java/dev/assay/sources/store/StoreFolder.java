package dev.assay.sources.store;

import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.SourceFact;
import dev.assay.io.folder.FolderTree;
import dev.assay.model.Issue;
import dev.assay.sources.MappedTree;
import dev.assay.sources.Reached;
import dev.assay.sources.Session;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A folder of a store as a source: what the program wrote about it becomes its revision and facts,
/// the program's own bookkeeping is left out, and what it may lack is said.
final class StoreFolder {
  /// What is said of a folder that holds what somebody asked for and maybe no more.
  static final String FETCHED =
      "only what was fetched is here: what this store lacks may be in the release";

  private final String kind;
  private final Path folder;
  private @Nullable String revision;
  private Predicate<String> own = _ -> false;
  private final List<String> partial = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();
  private Function<String, List<SourceFact>> facts = _ -> List.of();

  /// @param kind what reports call the source
  StoreFolder(String kind, Path folder) {
    this.kind = kind;
    this.folder = folder;
  }

  StoreFolder at(String revision) {
    this.revision = revision.isEmpty() ? null : revision;
    return this;
  }

  /// The paths that are the program's bookkeeping.
  StoreFolder without(Predicate<String> own) {
    this.own = own;
    return this;
  }

  StoreFolder lacking(String what) {
    partial.add(what);
    return this;
  }

  /// What the program's files say, for the source's identifier.
  StoreFolder saying(Function<String, List<SourceFact>> facts) {
    this.facts = facts;
    return this;
  }

  Reached open(String id, Session session) {
    String reference = FileNames.escape(folder.toString());
    try {
      FolderTree here = FolderTree.list(id, reference, folder, session.meter());
      var builder = new MappedTree.Builder(id);
      for (FileEntry entry : here.files()) {
        if (!own.test(entry.path())) {
          boolean file = entry.kind() == FileEntry.Kind.FILE;
          builder.add(entry, file ? () -> here.open(entry) : null);
        }
      }
      here.info().partial().forEach(builder::partial);
      partial.forEach(builder::partial);
      here.issues().stream()
          .filter(i -> !own.test(i.path()))
          .forEach(i -> builder.issue(i.severity(), i.path(), i.message(), i.next()));
      issues.forEach(i -> builder.issue(i.severity(), i.path(), i.message(), i.next()));
      facts.apply(id).forEach(builder::fact);
      return new Reached.Tree(builder.build(kind, reference, revision, null));
    } catch (IOException | DirectoryIteratorException e) {
      return new Reached.Not(reference + ": the folder cannot be read", "", false);
    }
  }
}
