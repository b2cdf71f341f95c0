package dev.assay.sources;

import dev.assay.io.AppleDouble;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.NestedArchives;
import dev.assay.io.SourceFact;
import dev.assay.model.Issue;
import dev.assay.model.SourceInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A tree whose names are not where their bytes are: blobs of a store, layers of an image, objects
/// of a repository.
public final class MappedTree implements FileTree {
  private final SourceInfo info;
  private final List<FileEntry> files;
  private final List<Issue> issues;
  private final List<SourceFact> facts;
  private final Map<String, Supplier<ByteSource>> contents;
  private final List<AutoCloseable> held;

  private MappedTree(Builder from, SourceInfo info) {
    this.info = info;
    this.files = List.copyOf(from.files.values());
    this.issues = List.copyOf(from.issues);
    this.facts = List.copyOf(from.facts);
    this.contents = Map.copyOf(from.contents);
    this.held = List.copyOf(from.held);
  }

  /// Gathers a tree.
  public static final class Builder {
    private static final int MOST_ISSUES = 200;
    private final String id;
    private final TreeMap<String, FileEntry> files = new TreeMap<>();
    private final List<Issue> issues = new ArrayList<>();
    private final List<SourceFact> facts = new ArrayList<>();
    private final Map<String, Supplier<ByteSource>> contents = new HashMap<>();
    private final List<AutoCloseable> held = new ArrayList<>();
    private final List<String> partial = new ArrayList<>();

    /// @param id the source's identifier
    public Builder(String id) {
      this.id = id;
    }

    /// The source's identifier.
    public String id() {
      return id;
    }

    /// A name; a second one of the same path is a warning and otherwise nothing.
    ///
    /// @param content how its bytes are opened; null where it is no file or not here
    public void add(FileEntry entry, @Nullable Supplier<ByteSource> content) {
      if (files.putIfAbsent(entry.path(), entry) != null) {
        issue(Issue.Severity.WARNING, entry.path(), "there is this name more than once", "");
      } else if (content != null) {
        contents.put(entry.path(), content);
      }
    }

    /// Whether a path is taken.
    public boolean has(String path) {
      return files.containsKey(path);
    }

    /// Something that went wrong.
    public void issue(Issue.Severity severity, String path, String message, String next) {
      if (issues.size() < MOST_ISSUES) {
        issues.add(new Issue(severity, id, path, message, next));
      }
    }

    /// Something the source says.
    public void fact(SourceFact fact) {
      facts.add(fact);
    }

    /// Something that could not be listed.
    public void partial(String what) {
      partial.add(what);
    }

    /// Something to close with the tree.
    public void hold(AutoCloseable resource) {
      held.add(resource);
    }

    /// The tree.
    ///
    /// @param kind what kind of source it is
    /// @param revision what it is pinned to, or null
    /// @param readAt when, for a remote one; otherwise null
    public MappedTree build(
        String kind, String reference, @Nullable String revision, @Nullable String readAt) {
      Set<String> doubles = AppleDouble.among(files.values());
      AppleDouble.note(id, doubles).ifPresent(issues::add);
      files.keySet().removeAll(doubles);
      NestedArchives.note(id, List.copyOf(files.values())).ifPresent(issues::add);
      long bytes = 0;
      for (FileEntry file : files.values()) {
        boolean counts = file.kind() == FileEntry.Kind.FILE || file.kind() == FileEntry.Kind.LISTED;
        bytes += counts && file.target() == null ? Math.max(0, file.size()) : 0;
      }
      var info =
          new SourceInfo(id, kind, reference, revision, readAt, files.size(), bytes, partial);
      return new MappedTree(this, info);
    }
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public List<FileEntry> files() {
    return files;
  }

  @Override
  public List<Issue> issues() {
    return issues;
  }

  @Override
  public List<SourceFact> facts() {
    return facts;
  }

  @Override
  public ByteSource open(FileEntry file) {
    Supplier<ByteSource> content = contents.get(file.path());
    if (content == null) {
      throw new IllegalArgumentException("not a file of this source: " + file.path());
    }
    return content.get();
  }

  @Override
  public void close() {
    for (AutoCloseable each : held) {
      try {
        each.close();
      } catch (Exception e) {
        // What was only read is not harmed by an error while it is let go.
        continue;
      }
    }
  }
}
