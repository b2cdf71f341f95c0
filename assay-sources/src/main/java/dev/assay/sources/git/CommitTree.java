package dev.assay.sources.git;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import dev.assay.io.MediaNames;
import dev.assay.io.SourceFact;
import dev.assay.io.Submodules;
import dev.assay.io.archive.Inflated;
import dev.assay.model.Evidence;
import dev.assay.model.Issue;
import dev.assay.model.Span;
import dev.assay.sources.MappedTree;
import dev.assay.sources.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/// The files of one commit, read from the repository's objects.
final class CommitTree {
  static final int MOST_ENTRIES = 300_000;
  private static final int IN_MEMORY = 16 << 20;
  private static final long MOST_OF_A_FILE = 512L << 20;

  private final MappedTree.Builder builder;
  private final Repository repository;
  private final Session session;
  private final Map<String, ObjectId> blobs = new HashMap<>();
  private final List<Map.Entry<String, ObjectId>> links = new ArrayList<>();
  private final List<String> modules = new ArrayList<>();
  private final List<String> left = new ArrayList<>();
  private final boolean counted;

  private CommitTree(String id, Repository repository, boolean counted, Session session) {
    this.builder = new MappedTree.Builder(id);
    this.repository = repository;
    this.counted = counted;
    this.session = session;
    builder.hold(repository);
  }

  /// Lists a commit. The tree closes the repository.
  ///
  /// @param readAt when, for a remote one; otherwise null
  /// @param counted whether the repository's bytes were counted when they came
  /// @throws IOException when the repository is damaged
  static MappedTree of(
      String id,
      String reference,
      Repository repository,
      ObjectId commit,
      @Nullable String readAt,
      boolean counted,
      Session session)
      throws IOException {
    var tree = new CommitTree(id, repository, counted, session);
    tree.list(commit);
    tree.tellLeft(readAt != null);
    return tree.builder.build("git", reference, commit.name(), readAt);
  }

  private void list(ObjectId id) throws IOException {
    try (var revisions = new RevWalk(repository);
        ObjectReader reader = repository.newObjectReader();
        var walk = new TreeWalk(repository, reader)) {
      RevCommit commit = revisions.parseCommit(id);
      Instant when = Instant.ofEpochSecond(commit.getCommitTime());
      builder.fact(
          new SourceFact(
              SourceFact.Kind.MODIFIED,
              when.toString(),
              new Evidence(
                  builder.id(), "commit " + id.name(), new Span.Whole(), when.toString(), null)));
      walk.addTree(commit.getTree());
      walk.setRecursive(true);
      for (int n = 0; walk.next(); n++) {
        if (n >= MOST_ENTRIES) {
          String said = "more than " + MOST_ENTRIES + " names; the rest was not listed";
          builder.partial(said);
          builder.issue(Issue.Severity.WARNING, "", said, "");
          break;
        }
        visit(walk, reader);
      }
    }
    links();
    submodules();
  }

  private void visit(TreeWalk walk, ObjectReader reader) throws IOException {
    String path = FileNames.escape(walk.getRawPath());
    if (!FileNames.staysInside(path)) {
      builder.issue(
          Issue.Severity.WARNING, path, "a name that leads out of the repository: not read", "");
      return;
    }
    ObjectId object = walk.getObjectId(0);
    FileMode mode = walk.getFileMode(0);
    if (mode.equals(FileMode.GITLINK)) {
      modules.add(path);
      builder.fact(
          new SourceFact(
              SourceFact.Kind.SUBMODULE_AT,
              object.name(),
              new Evidence(builder.id(), path, new Span.Listing(), object.name(), null)));
    } else if (mode.equals(FileMode.SYMLINK)) {
      links.add(Map.entry(path, object));
    } else {
      try {
        file(path, reader.getObjectSize(object, Constants.OBJ_BLOB), null, object);
        blobs.put(path, object);
      } catch (MissingObjectException e) {
        left(path);
      }
    }
  }

  /// A file whose content is not here: a repository may hold a commit and only some of its files.
  private void left(String path) {
    builder.add(new FileEntry(path, -1, FileEntry.Kind.LISTED, null, null), null);
    left.add(path);
  }

  private void tellLeft(boolean remote) {
    List<String> media = left.stream().filter(MediaNames::isOne).toList();
    List<String> others = left.stream().filter(path -> !MediaNames.isOne(path)).toList();
    String where =
        remote
            ? "larger than " + (LeftOut.LARGER_THAN >> 20) + " MiB and left at the server"
            : "not in this repository, which is a partial clone or damaged";
    if (!media.isEmpty()) {
      String which = media.size() == 1 ? "a picture, sound or film is " : "media files are ";
      String many = media.size() == 1 ? "" : media.size() + " ";
      builder.issue(
          Issue.Severity.NOTE, media.getFirst(), many + which + where + ": nothing reads such", "");
    }
    if (!others.isEmpty()) {
      String why = LeftOut.why(repository);
      builder.issue(
          Issue.Severity.WARNING,
          others.getFirst(),
          (others.size() == 1 ? "a file is " : others.size() + " files, this the first, are ")
              + where
              + (why.isEmpty() ? "" : ": " + why),
          remote ? "clone it with git, and inspect the folder" : "fetch them with git");
    }
  }

  private void file(String path, long size, @Nullable String target, ObjectId object) {
    builder.add(
        new FileEntry(path, size, FileEntry.Kind.FILE, target, null), () -> open(object, size));
  }

  private ByteSource open(ObjectId object, long size) {
    try {
      ObjectLoader loader = repository.open(object, Constants.OBJ_BLOB);
      if (size <= IN_MEMORY) {
        session.meter().bytes(counted ? 0 : size);
        return ByteSource.of(loader.getCachedBytes(IN_MEMORY));
      }
      var large =
          new Inflated(
              loader.openStream(), size, MOST_OF_A_FILE, IN_MEMORY, new AtomicLong(MOST_OF_A_FILE));
      return counted ? large : new CountedBytes(large, session.meter());
    } catch (LargeObjectException e) {
      throw new Malformed(-1, "the object is larger than it says");
    } catch (IOException e) {
      throw new UncheckedIOException(new IOException("the repository's object is damaged or gone"));
    }
  }

  private void links() throws IOException {
    for (Map.Entry<String, ObjectId> link : links) {
      ObjectLoader loader = linkLoader(link);
      if (loader == null) {
        continue;
      }
      String target = loader.getSize() > 4096 ? "" : FileNames.escape(loader.getCachedBytes());
      String place = FileNames.follow(link.getKey(), target);
      ObjectId object = place == null ? null : blobs.get(place);
      if (object != null) {
        file(link.getKey(), repository.open(object).getSize(), target, object);
      } else {
        builder.add(new FileEntry(link.getKey(), 0, FileEntry.Kind.LINK, target, null), null);
      }
    }
  }

  private @Nullable ObjectLoader linkLoader(Map.Entry<String, ObjectId> link) throws IOException {
    try {
      return repository.open(link.getValue(), Constants.OBJ_BLOB);
    } catch (MissingObjectException e) {
      left(link.getKey());
      return null;
    }
  }

  private void submodules() throws IOException {
    ObjectId declared = blobs.get(Submodules.FILE);
    Map<String, String> addresses = new HashMap<>();
    if (declared != null) {
      ObjectLoader loader = repository.open(declared, Constants.OBJ_BLOB);
      if (loader.getSize() <= IN_MEMORY) {
        addresses.putAll(
            Submodules.of(new String(loader.getCachedBytes(), StandardCharsets.UTF_8)));
      }
    }
    for (String path : modules) {
      builder.add(
          new FileEntry(path, -1, FileEntry.Kind.SUBMODULE, addresses.getOrDefault(path, ""), null),
          null);
    }
  }
}
