package dev.assay.sources.store;

import dev.assay.io.ByteSource;
import dev.assay.io.DvcFile;
import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import dev.assay.io.ReadMeter;
import dev.assay.io.folder.FolderTree;
import dev.assay.model.Issue;
import dev.assay.sources.Json;
import dev.assay.sources.MappedTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A folder in which DVC keeps data: what its pointers name and its cache holds is read as if it
/// lay where it belongs. DVC's bookkeeping is left out; its configuration stays, since it says
/// where the data can be had. Rule: the cache's layout, `files/md5/ab/cdef`, before version 3
/// `ab/cdef`; a folder is a list in JSON whose name ends in `.dir`.
public final class DvcWorkspace {
  private static final int MOST_FILES = 100_000;
  private static final long MOST_TEXT = 16L << 20;
  private static final List<String> BOOKKEEPING = List.of(".dvc/cache/", ".dvc/tmp/", ".dvc/site/");

  private final MappedTree.Builder builder;
  private final Path cache;
  private final ReadMeter meter;
  private int restored;

  private DvcWorkspace(MappedTree.Builder builder, Path cache, ReadMeter meter) {
    this.builder = builder;
    this.cache = cache;
    this.meter = meter;
  }

  /// Whether DVC was set up in a folder.
  public static boolean isOne(Path folder) {
    return Places.isFolder(folder.resolve(".dvc"));
  }

  /// Lists it.
  ///
  /// @throws IOException when the folder cannot be listed
  public static MappedTree list(String id, String reference, Path folder, ReadMeter meter)
      throws IOException {
    FolderTree here = FolderTree.list(id, reference, folder, meter);
    var builder = new MappedTree.Builder(id);
    for (FileEntry entry : here.files()) {
      if (BOOKKEEPING.stream().noneMatch(entry.path()::contains)) {
        boolean file = entry.kind() == FileEntry.Kind.FILE;
        builder.add(entry, file ? () -> here.open(entry) : null);
      }
    }
    here.info().partial().forEach(builder::partial);
    here.issues().forEach(i -> builder.issue(i.severity(), i.path(), i.message(), i.next()));
    var workspace = new DvcWorkspace(builder, folder.resolve(".dvc/cache"), meter);
    for (FileEntry entry : here.files()) {
      if (entry.kind() == FileEntry.Kind.FILE
          && DvcFile.isOne(entry.path())
          && entry.size() <= MOST_TEXT) {
        workspace.restore(entry.path(), text(here, entry));
      }
    }
    if (workspace.restored > 0) {
      builder.issue(
          Issue.Severity.NOTE,
          "",
          workspace.restored + " files are read from DVC's cache, where their pointers lie",
          "");
    }
    return builder.build(here.info().kind(), reference, here.info().revision(), null);
  }

  private static String text(FolderTree here, FileEntry entry) {
    try (ByteSource bytes = here.open(entry)) {
      return new String(bytes.head((int) entry.size()), StandardCharsets.UTF_8);
    } catch (UncheckedIOException | Malformed e) {
      // The assessment opens the same file, and says what is wrong with it.
      return "";
    }
  }

  private void restore(String pointer, String text) {
    for (DvcFile.Kept kept : DvcFile.read(pointer, text)) {
      Path object = object(kept.hash());
      if (object == null || builder.has(kept.path())) {
        continue;
      }
      if (kept.folder()) {
        members(kept, object);
      } else {
        add(kept.path(), object);
      }
    }
  }

  private void members(DvcFile.Kept kept, Path list) {
    try {
      for (Json member : Json.parse(BlobFolder.text(list)).items()) {
        String path = FileNames.escape(kept.path() + "/" + member.get("relpath").text(""));
        Path object = object(member.get("md5").text(""));
        if (FileNames.staysInside(path) && !builder.has(path) && restored < MOST_FILES) {
          if (object == null) {
            // Named by the list of the folder, so it belongs to it, and is not here.
            builder.add(new FileEntry(path, -1, FileEntry.Kind.LISTED, null, null), null);
          } else {
            add(path, object);
          }
        }
      }
    } catch (IOException | Malformed e) {
      builder.issue(
          Issue.Severity.WARNING, kept.path(), "its list in DVC's cache cannot be read", "");
    }
  }

  private void add(String path, Path object) {
    if (restored >= MOST_FILES) {
      return;
    }
    try {
      long size = Files.size(object);
      builder.add(FileEntry.file(path, size), () -> ByteSource.of(object, meter));
      restored++;
    } catch (IOException e) {
      builder.issue(Issue.Severity.WARNING, path, "cannot be read from DVC's cache", "");
    }
  }

  private @Nullable Path object(String hash) {
    for (String place : DvcFile.places(hash)) {
      Path file = cache.resolve(place);
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return file;
      }
    }
    return null;
  }
}
