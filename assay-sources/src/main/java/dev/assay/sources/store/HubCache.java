package dev.assay.sources.store;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import dev.assay.io.SourceFact;
import dev.assay.io.folder.FolderTree;
import dev.assay.model.Evidence;
import dev.assay.model.Issue;
import dev.assay.model.Span;
import dev.assay.sources.Json;
import dev.assay.sources.MappedTree;
import dev.assay.sources.Reached;
import dev.assay.sources.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One repository in the hub's cache: `refs/`, `snapshots/<commit>/` of links into `blobs/`,
/// `.no_exist/` and `trees/`. Rule: the layout as the hub documents it for every language ("Hub
/// Local Cache").
///
/// A cache holds what somebody once needed. A file that is not in it is listed as not here where
/// `trees/` names it, and otherwise nothing is said about it but that.
public final class HubCache {
  private static final long MOST_TREE = 64L << 20;
  private static final int MOST_REFS = 1000;

  private final Path folder;
  private final String kind;
  private final String name;

  private HubCache(Path folder, String kind, String name) {
    this.folder = folder;
    this.kind = kind;
    this.name = name;
  }

  /// The repository that a folder of this name holds, or null where it is none.
  public static @Nullable HubCache of(Path folder) {
    Path last = folder.getFileName();
    String text = last == null ? "" : last.toString();
    for (String kind : List.of("models", "datasets")) {
      String prefix = kind + "--";
      if (text.startsWith(prefix) && text.length() > prefix.length()) {
        // The first `--` parts publisher and name; a name may hold more of them.
        String name = text.substring(prefix.length()).replaceFirst("--", "/");
        return Files.isDirectory(folder.resolve("snapshots"))
            ? new HubCache(folder, kind, name)
            : null;
      }
    }
    return null;
  }

  /// The folder in `cache` for a repository.
  public static Path folder(Path cache, boolean dataset, String name) {
    return cache.resolve((dataset ? "datasets--" : "models--") + name.replace("/", "--"));
  }

  /// Its name at the hub.
  public String name() {
    return name;
  }

  /// Whether it is a data set.
  public boolean dataset() {
    return kind.equals("datasets");
  }

  /// The branches and tags that stand at a commit; some are named in several parts (`refs/pr/1`).
  List<String> refs(String commit) {
    Path refs = folder.resolve("refs");
    if (!Places.isFolder(refs)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(refs, 8)) {
      return paths
          .filter(path -> commit.equals(small(path)))
          .limit(MOST_REFS)
          .map(path -> Places.below(refs, path))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /// Its folder.
  public Path folder() {
    return folder;
  }

  /// Opens a revision of it.
  ///
  /// @param revision a reference or commit; null for the default branch
  /// @param around the cache's folder where links may lead within it; null when only its own
  public Reached open(
      String id,
      String reference,
      @Nullable String revision,
      @Nullable Path around,
      Session session) {
    try {
      String commit = commit(revision);
      if (commit == null) {
        return new Reached.Not(
            revision == null
                ? name + ": the cache holds no snapshot of it"
                : name + ": the cache holds no snapshot of " + FileNames.escape(revision),
            "",
            false);
      }
      return new Reached.Tree(tree(id, reference, commit, around, session));
    } catch (IOException | DirectoryIteratorException e) {
      return new Reached.Not(name + ": the cache cannot be read", "", false);
    }
  }

  private @Nullable String commit(@Nullable String revision) throws IOException {
    if (revision != null) {
      try {
        if (revision.contains("..")) {
          return null;
        }
        String named = small(folder.resolve("refs").resolve(revision));
        String commit = named == null ? revision : named;
        return !commit.contains("/") && Files.isDirectory(snapshot(commit)) ? commit : null;
      } catch (InvalidPathException e) {
        return null;
      }
    }
    String main = small(folder.resolve("refs").resolve("main"));
    if (main != null && !main.contains("/") && Files.isDirectory(snapshot(main))) {
      return main;
    }
    List<String> all = snapshots();
    return all.isEmpty() ? null : all.getLast();
  }

  private Path snapshot(String commit) {
    return folder.resolve("snapshots").resolve(commit);
  }

  /// The commits here, the one that was written last at the end.
  List<String> snapshots() throws IOException {
    var found = new ArrayList<Map.Entry<Long, String>>();
    try (var names = Files.newDirectoryStream(folder.resolve("snapshots"))) {
      for (Path path : names) {
        if (found.size() < MOST_REFS && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          String commit = path.getFileName() == null ? "" : path.getFileName().toString();
          found.add(Map.entry(Files.getLastModifiedTime(path).toMillis(), commit));
        }
      }
    }
    found.sort(
        Map.Entry.<Long, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()));
    return found.stream().map(Map.Entry::getValue).toList();
  }

  private MappedTree tree(
      String id, String reference, String commit, @Nullable Path around, Session session)
      throws IOException {
    FolderTree here =
        FolderTree.list(
            id, reference, snapshot(commit), around == null ? folder : around, session.meter());
    var builder = new MappedTree.Builder(id);
    Json listing = listing(commit, builder);
    for (FileEntry entry : here.files()) {
      boolean dangling = entry.kind() == FileEntry.Kind.LINK;
      FileEntry.Kind state = dangling ? FileEntry.Kind.LISTED : entry.kind();
      Json listed = listing.get(entry.path());
      String sha256 = listed.get("lfs_sha256").text();
      var plain =
          new FileEntry(
              entry.path(),
              dangling ? listed.get("size").whole(-1) : entry.size(),
              state,
              null,
              sha256 != null ? sha256 : blobHash(entry.target()));
      builder.add(plain, state == FileEntry.Kind.FILE ? () -> open(here, entry) : null);
    }
    for (Map.Entry<String, Json> file : listing.members().entrySet()) {
      String path = FileNames.escape(file.getKey());
      if (FileNames.staysInside(path) && !builder.has(path)) {
        long size = file.getValue().get("lfs_size").whole(file.getValue().get("size").whole(-1));
        String sha256 = file.getValue().get("lfs_sha256").text();
        builder.add(new FileEntry(path, size, FileEntry.Kind.LISTED, null, sha256), null);
      }
    }
    here.issues().stream()
        .filter(issue -> issue.severity() != Issue.Severity.NOTE)
        .forEach(issue -> builder.issue(issue.severity(), issue.path(), issue.message(), ""));
    absent(id, commit, builder);
    unfinished(builder);
    String which = dataset() ? "hub cache, data set" : "hub cache";
    return builder.build(which, reference, commit, null);
  }

  private static ByteSource open(FolderTree tree, FileEntry entry) {
    return tree.open(entry);
  }

  /// The hash in a blob's name: 64 digits are the SHA-256 of a large file; 40 are git's, which is
  /// none.
  private static @Nullable String blobHash(@Nullable String target) {
    if (target == null) {
      return null;
    }
    String blob = target.substring(target.lastIndexOf('/') + 1);
    boolean hex = blob.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    return blob.length() == 64 && hex ? blob : null;
  }

  private Json listing(String commit, MappedTree.Builder builder) {
    Path file = folder.resolve("trees").resolve(commit + ".json");
    try {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= MOST_TREE) {
        Json tree = Json.parse(Files.readAllBytes(file));
        if (tree.get("format_version").whole(0) == 1) {
          return tree.get("files");
        }
      }
    } catch (IOException | Malformed e) {
      builder.issue(
          Issue.Severity.WARNING, "", "the cache's listing of the repository is damaged", "");
    }
    String said = "only what was fetched is here: what this cache lacks may be in the release";
    builder.partial(said);
    builder.issue(Issue.Severity.NOTE, "", said, "read it from the hub: hf:" + name);
    return Json.NONE;
  }

  private void absent(String id, String commit, MappedTree.Builder builder) throws IOException {
    Path marks = folder.resolve(".no_exist").resolve(commit);
    if (!Files.isDirectory(marks, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (var paths = Files.walk(marks, 8)) {
      paths
          .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .limit(MOST_REFS)
          .map(path -> FileNames.escape(marks.relativize(path).toString().replace('\\', '/')))
          .sorted()
          .forEach(path ->
              builder.fact(
                  new SourceFact(
                      SourceFact.Kind.KNOWN_ABSENT,
                      path,
                      new Evidence(
                          id, ".no_exist/" + commit + "/" + path, new Span.Listing(), "", null))));
    } catch (UncheckedIOException e) {
      builder.issue(Issue.Severity.NOTE, ".no_exist", "cannot be read", "");
    }
  }

  /// Downloads that were begun and not finished; which file of which commit each is for, the cache
  /// does not say.
  private void unfinished(MappedTree.Builder builder) {
    Path blobs = folder.resolve("blobs");
    if (!Places.isFolder(blobs)) {
      return;
    }
    try (Stream<Path> paths = Files.list(blobs)) {
      long n = paths.filter(path -> Places.name(path).endsWith(".incomplete")).count();
      if (n > 0) {
        builder.issue(
            Issue.Severity.WARNING,
            "",
            n == 1
                ? "a download into this cache was not finished"
                : n + " downloads into this cache were not finished",
            "fetch the model again with the program that uses it");
      }
    } catch (IOException | UncheckedIOException e) {
      builder.issue(Issue.Severity.NOTE, "", "the cache's blobs cannot be listed", "");
    }
  }

  static @Nullable String small(Path file) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > 4096) {
        return null;
      }
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return null;
    }
  }
}
