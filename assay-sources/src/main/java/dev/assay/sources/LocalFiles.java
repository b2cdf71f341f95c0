package dev.assay.sources;

import dev.assay.io.ByteSource;
import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import dev.assay.io.ReadMeter;
import dev.assay.io.archive.ArchiveFormat;
import dev.assay.io.archive.ArchiveTree;
import dev.assay.io.folder.FolderTree;
import dev.assay.io.folder.SingleFile;
import dev.assay.sources.store.DvcWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Folders, archives and single files of this machine.
final class LocalFiles implements SourceKind {

  @Override
  public List<String> forms() {
    return List.of(
        "a folder",
        "an archive (zip, jar, whl, tar, tar.gz, tar.xz, tar.zst, tar.bz2)",
        "a Debian package (.deb)",
        "a file");
  }

  @Override
  public Optional<Recognised> recognise(String reference, SourceOptions options) {
    Path path = LocalPath.of(reference);
    if (path == null || !(Files.exists(path) || looksLikePath(reference))) {
      return Optional.empty();
    }
    return Optional.of(
        new Recognised(
            Files.isDirectory(path) ? "a folder of this machine" : "a file of this machine",
            LocalPath.name(path, "root"),
            (id, session) -> open(id, reference, path, session.meter())));
  }

  /// What is meant as a path even where nothing is there.
  private static boolean looksLikePath(String reference) {
    return reference.startsWith("/")
        || reference.startsWith("./")
        || reference.startsWith("../")
        || reference.startsWith("~")
        || reference.endsWith("/")
        || reference.equals(".")
        || reference.equals("..");
  }

  private static Reached open(String id, String reference, Path path, ReadMeter meter) {
    String shown = FileNames.escape(reference);
    try {
      if (!Files.exists(path)) {
        return new Reached.Not("there is nothing at " + shown, "look at the spelling", true);
      }
      if (Files.isDirectory(path)) {
        if (DvcWorkspace.isOne(path)) {
          return new Reached.Tree(DvcWorkspace.list(id, shown, path, meter));
        }
        return new Reached.Tree(FolderTree.listUnwrapped(id, shown, path, meter));
      }
      if (!Files.isRegularFile(path)) {
        return new Reached.Not(
            shown + " is a device, pipe or socket; a folder or a file is needed", "", true);
      }
      return file(id, shown, path, meter);
    } catch (AccessDeniedException e) {
      return denied(shown);
    } catch (UncheckedIOException e) {
      IOException cause = e.getCause();
      return cause == null || cause instanceof AccessDeniedException
          ? denied(shown)
          : failed(shown, cause);
    } catch (IOException e) {
      return failed(shown, e);
    }
  }

  private static Reached denied(String shown) {
    return new Reached.Not("no permission to read " + shown, "", false);
  }

  private static Reached failed(String shown, IOException e) {
    String reason =
        e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : "it failed";
    return new Reached.Not("cannot read " + shown + ": " + FileNames.escape(reason), "", false);
  }

  private static Reached file(String id, String shown, Path path, ReadMeter meter)
      throws IOException {
    ByteSource bytes = ByteSource.of(path, meter);
    boolean kept = false;
    try {
      if (DebPackage.isOne(bytes)) {
        var builder = new MappedTree.Builder(id);
        builder.hold(bytes);
        kept = true;
        String about = DebPackage.add(builder, bytes);
        return new Reached.Tree(
            builder.build("deb package", shown, about.isEmpty() ? null : about, null));
      }
      ArchiveFormat format = ArchiveFormat.of(bytes);
      if (format != null) {
        ArchiveTree tree = ArchiveTree.list(id, shown, format, bytes);
        if (!ModelContainer.isOne(tree.files())) {
          kept = true;
          return new Reached.Tree(tree);
        }
      }
    } catch (Malformed e) {
      return new Reached.Not("cannot read " + shown + ": " + e.describe(), "", false);
    } finally {
      if (!kept) {
        bytes.close();
      }
    }
    return new Reached.Tree(new SingleFile(id, shown, path, meter));
  }
}
