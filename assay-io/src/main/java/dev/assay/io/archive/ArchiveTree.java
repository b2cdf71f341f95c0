package dev.assay.io.archive;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.FileTree;
import dev.assay.io.SourceStream;
import dev.assay.model.Issue;
import dev.assay.model.SourceInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An archive as a tree, listed without unpacking it and never written anywhere by the names in it.
///
/// Members of a zip and of a plain tar are read in place. A compressed tar is unpacked once while
/// it is listed; what may be wanted later is kept, in memory or in a temporary file, within {@link
/// ArchiveLimits}. Where everything lies in one folder, as in what `git archive` and npm make,
/// paths are given from that folder on, and a note says so.
public final class ArchiveTree implements FileTree {
  private final SourceInfo info;
  private final List<FileEntry> files;
  private final List<Issue> issues;
  private final Map<String, Member.Content> contents;
  private final ByteSource bytes;
  private final Spool spool;

  private ArchiveTree(
      SourceInfo info, MemberTree tree, List<Issue> issues, ByteSource bytes, Spool spool) {
    this.info = info;
    this.files = List.copyOf(tree.files());
    this.issues = issues;
    this.contents = tree.contents();
    this.bytes = bytes;
    this.spool = spool;
  }

  /// Lists an archive.
  ///
  /// @param id the source's identifier
  /// @param reference what the user named
  /// @param format what it is, by {@link ArchiveFormat#of}
  /// @param bytes the archive; the tree closes it
  public static ArchiveTree list(
      String id, String reference, ArchiveFormat format, ByteSource bytes) {
    return list(id, reference, format, bytes, ArchiveLimits.NORMAL, true);
  }

  /// Lists an archive whose paths are given as they stand, such as a layer of an image.
  public static ArchiveTree listAsItIs(
      String id, String reference, ArchiveFormat format, ByteSource bytes) {
    return list(id, reference, format, bytes, ArchiveLimits.NORMAL, false);
  }

  static ArchiveTree list(
      String id,
      String reference,
      ArchiveFormat format,
      ByteSource bytes,
      ArchiveLimits limits,
      boolean unwrap) {
    Spool spool = new Spool(limits.memory());
    Listed listed =
        switch (format) {
          case ZIP -> {
            var zip = new ZipListing(bytes, limits);
            zip.run();
            yield new Listed(zip.members(), zip.damage(), zip.commit());
          }
          case TAR -> tar(new TarInput.InPlace(bytes), limits);
          case TAR_GZ, TAR_XZ, TAR_ZST, TAR_BZ2 -> {
            SourceStream packed = new SourceStream(bytes);
            try (InputStream in = format.inflate(packed)) {
              yield tar(new TarInput.Forward(in, packed, limits, spool), limits);
            } catch (IOException e) {
              yield new Listed(List.of(), "the compressed bytes are damaged", null);
            }
          }
        };
    MemberTree tree = new MemberTree(id, listed.members(), unwrap);
    List<String> partial = List.of();
    if (!listed.damage().isEmpty()) {
      String said = format.label() + ": " + listed.damage();
      partial = List.of(said);
      tree.issue(
          tree.files().isEmpty() ? Issue.Severity.ERROR : Issue.Severity.WARNING,
          FileNames.escape(reference.substring(reference.lastIndexOf('/') + 1)),
          said);
    }
    long size = 0;
    long count = 0;
    for (FileEntry file : tree.files()) {
      count += file.kind() == FileEntry.Kind.FILE ? 1 : 0;
      size += file.kind() == FileEntry.Kind.FILE && file.target() == null ? file.size() : 0;
    }
    var info =
        new SourceInfo(id, "archive", reference, listed.commit(), null, count, size, partial);
    return new ArchiveTree(info, tree, List.copyOf(tree.issues()), bytes, spool);
  }

  private record Listed(List<Member> members, String damage, @Nullable String commit) {}

  private static Listed tar(TarInput in, ArchiveLimits limits) {
    var tar = new TarListing(in, limits.entries());
    tar.run();
    return new Listed(tar.members(), tar.damage(), tar.commit());
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
  public ByteSource open(FileEntry file) {
    Member.Content content = contents.get(file.path());
    if (content == null) {
      throw new IllegalArgumentException("not a file of this archive: " + file.path());
    }
    return content.open();
  }

  @Override
  public void close() {
    spool.close();
    bytes.close();
  }
}
