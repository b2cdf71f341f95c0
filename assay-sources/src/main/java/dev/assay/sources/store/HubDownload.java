package dev.assay.sources.store;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.folder.FolderTree;
import dev.assay.model.Issue;
import dev.assay.sources.LocalPath;
import dev.assay.sources.MappedTree;
import dev.assay.sources.Reached;
import dev.assay.sources.Session;
import dev.assay.sources.SourceKind;
import dev.assay.sources.SourceOptions;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A folder into which the hub's client downloaded (`local_dir`): beside the files lies
/// `.cache/huggingface/download/<path>.metadata` with the commit, the ETag and the time of each.
/// Rule: `huggingface_hub`'s own `_local_folder.py`; a note counts for a file that was not changed
/// since.
public final class HubDownload implements SourceKind {
  private static final String BOOKKEEPING = ".cache/huggingface/";
  private static final String NOTES = BOOKKEEPING + "download/";
  private static final String ENDING = ".metadata";

  /// One note.
  private record Noted(String commit, String etag, long millis) {}

  @Override
  public List<String> forms() {
    return List.of("a folder that the hub's client downloaded into");
  }

  @Override
  public Optional<Recognised> recognise(String reference, SourceOptions options) {
    Path folder = LocalPath.of(reference);
    if (folder == null
        || !Places.isFolder(folder.resolve(NOTES))
        || Files.exists(folder.resolve(".git"))) {
      return Optional.empty();
    }
    return Optional.of(
        new Recognised(
            "a folder of this machine that the hub's client downloaded into",
            LocalPath.name(folder, "root"),
            (id, session) -> open(id, FileNames.escape(reference), folder, session)));
  }

  private static Reached open(String id, String reference, Path folder, Session session) {
    try {
      FolderTree here = FolderTree.list(id, reference, folder, session.meter());
      var notes = new TreeMap<String, Noted>();
      for (FileEntry entry : here.files()) {
        String path = entry.path();
        if (path.startsWith(NOTES) && path.endsWith(ENDING) && entry.size() <= 4096) {
          String about = path.substring(NOTES.length(), path.length() - ENDING.length());
          Noted noted = noted(here, entry);
          if (noted != null) {
            notes.put(about, noted);
          }
        }
      }
      return new Reached.Tree(tree(id, reference, folder, here, notes));
    } catch (IOException | DirectoryIteratorException e) {
      return new Reached.Not("cannot read " + reference, "", false);
    }
  }

  private static @Nullable Noted noted(FolderTree tree, FileEntry entry) {
    try (ByteSource bytes = tree.open(entry)) {
      String[] lines =
          new String(bytes.head(4096), java.nio.charset.StandardCharsets.UTF_8).split("\n", 4);
      boolean commit = lines.length >= 3 && lines[0].strip().matches("[0-9a-f]{40}");
      return commit
          ? new Noted(
              lines[0].strip(),
              lines[1].strip(),
              (long) (Double.parseDouble(lines[2].strip()) * 1000))
          : null;
    } catch (NumberFormatException | java.io.UncheckedIOException e) {
      return null;
    }
  }

  private static MappedTree tree(
      String id, String reference, Path folder, FolderTree here, Map<String, Noted> notes) {
    var builder = new MappedTree.Builder(id);
    var commits = new TreeMap<String, Integer>();
    int changed = 0;
    int unknown = 0;
    for (FileEntry entry : here.files()) {
      if (entry.path().startsWith(BOOKKEEPING)) {
        continue;
      }
      Noted noted = notes.get(entry.path());
      boolean file = entry.kind() == FileEntry.Kind.FILE;
      String sha256 = null;
      if (noted == null) {
        unknown += file ? 1 : 0;
      } else if (isUnchanged(folder.resolve(entry.path()), noted)) {
        commits.merge(noted.commit(), 1, Integer::sum);
        sha256 = noted.etag().matches("[0-9a-f]{64}") ? noted.etag() : null;
      } else {
        changed++;
      }
      builder.add(
          new FileEntry(entry.path(), entry.size(), entry.kind(), entry.target(), sha256),
          file ? () -> here.open(entry) : null);
    }
    for (String path : notes.keySet()) {
      if (!builder.has(path) && FileNames.staysInside(path)) {
        builder.add(new FileEntry(path, -1, FileEntry.Kind.LISTED, null, null), null);
        builder.issue(
            Issue.Severity.WARNING, path, "was downloaded, and is not in the folder any more", "");
      }
    }
    String only = commits.size() == 1 && changed == 0 ? commits.firstKey() : null;
    notAsDownloaded(builder, commits.keySet(), changed, unknown);
    here.issues().stream()
        .filter(i -> !i.path().startsWith(BOOKKEEPING))
        .filter(i -> i.severity() != Issue.Severity.NOTE)
        .forEach(i -> builder.issue(i.severity(), i.path(), i.message(), i.next()));
    here.info().partial().forEach(builder::partial);
    builder.partial(
        "only what was downloaded is here: what this folder lacks may be in the release");
    return builder.build("hub download", reference, only, null);
  }

  /// Says what keeps the folder from being one commit of the hub's.
  ///
  /// @param changed how many files are not as they were downloaded
  /// @param unknown how many were not downloaded from the hub
  private static void notAsDownloaded(
      MappedTree.Builder builder, Set<String> commits, int changed, int unknown) {
    if (commits.size() > 1) {
      builder.issue(
          Issue.Severity.WARNING,
          "",
          "the files are of different commits: " + String.join(", ", commits),
          "download it again into an empty folder");
    }
    if (changed > 0) {
      builder.issue(
          Issue.Severity.WARNING,
          "",
          (changed == 1 ? "1 file was" : changed + " files were") + " changed since the download",
          "");
    }
    if (unknown > 0) {
      builder.issue(
          Issue.Severity.NOTE,
          "",
          (unknown == 1 ? "1 file here was" : unknown + " files here were")
              + " not downloaded from the hub",
          "");
    }
  }

  /// A second is allowed for file systems that keep whole seconds, as the client does.
  private static boolean isUnchanged(Path file, Noted noted) {
    try {
      return Files.getLastModifiedTime(file).toMillis() - 1000 <= noted.millis();
    } catch (IOException e) {
      return false;
    }
  }
}
