package dev.assay.sources.git;

import dev.assay.io.TextFile;
import dev.assay.sources.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.jspecify.annotations.Nullable;

/// Shallow copies of remote repositories, one bare folder for each commit, in the cache. A copy is
/// made beside its place and moved there at once, so that two processes may share the cache and an
/// interrupted one leaves nothing that anybody reads.
final class Clones {
  private static final String TARGET = "refs/assay/target";
  private static final int TIMEOUT_SECONDS = 60;

  private final URI remote;
  private final Path folder;
  private final Session session;

  Clones(URI remote, Session session) {
    this.remote = remote;
    this.session = session;
    String key = TextFile.sha256(remote.toString().getBytes(StandardCharsets.UTF_8));
    this.folder = session.options().cache().resolve("git").resolve(key);
  }

  /// A repository on this machine that holds a commit.
  record Clone(Repository repository, ObjectId commit) {}

  /// The commit that the cache remembers for a revision, without the network; null where it knows
  /// none.
  @Nullable Clone known(@Nullable String revision) throws IOException {
    String commit =
        revision != null && GitName.isCommit(revision) ? revision : remembered(revision);
    return commit == null || !GitName.isCommit(commit) ? null : held(commit);
  }

  private @Nullable Clone held(String commit) throws IOException {
    Path place = folder.resolve(commit);
    return Files.isDirectory(place.resolve("objects"))
        ? new Clone(open(place), ObjectId.fromString(commit))
        : null;
  }

  static Repository open(Path gitFolder) throws IOException {
    return new FileRepositoryBuilder().setGitDir(gitFolder.toFile()).setMustExist(true).build();
  }

  /// The commit as the server has it now, fetched where the cache has it not.
  ///
  /// @param at where the repository is, after redirects
  /// @return null where there is no such revision
  @Nullable Clone fetch(String at, @Nullable String revision) throws IOException, GitAPIException {
    Map<String, Ref> refs =
        Git.lsRemoteRepository()
            .setRemote(at)
            .setTimeout(TIMEOUT_SECONDS)
            .setCredentialsProvider(GitToken.of(remote, session.options()))
            .callAsMap();
    session.meter().request();
    Ref ref = chosen(refs, revision);
    if (ref == null && (revision == null || !GitName.isCommit(revision))) {
      return null;
    }
    ObjectId peeled = ref == null ? null : ref.getPeeledObjectId();
    ObjectId object = peeled != null ? peeled : ref == null ? null : ref.getObjectId();
    String commit = object == null ? String.valueOf(revision) : object.name();
    Clone held = held(commit);
    if (held == null) {
      held = load(at, commit, ref == null ? commit : ref.getName());
    }
    remember(revision, commit);
    return held;
  }

  private static @Nullable Ref chosen(Map<String, Ref> refs, @Nullable String revision) {
    if (revision == null) {
      return refs.get("HEAD");
    }
    for (String prefix : new String[] {"refs/heads/", "refs/tags/"}) {
      Ref ref = refs.get(prefix + revision);
      if (ref != null) {
        return ref;
      }
    }
    return null;
  }

  private @Nullable Clone load(String at, String commit, String wanted)
      throws IOException, GitAPIException {
    Files.createDirectories(folder);
    Path beside = Files.createTempDirectory(folder, ".new-");
    boolean moved = false;
    try {
      try (Git git = Git.init().setBare(true).setGitDir(beside.toFile()).call()) {
        git.getRepository().getConfig().setString("http", null, "followRedirects", "false");
        git.getRepository().getConfig().save();
        var limit = new FetchLimit(beside);
        git.fetch()
            .setRemote(at)
            .setRefSpecs(new RefSpec("+" + wanted + ":" + TARGET))
            .setDepth(1)
            .setTagOpt(TagOpt.NO_TAGS)
            .setTimeout(TIMEOUT_SECONDS)
            .setProgressMonitor(limit)
            .setCredentialsProvider(GitToken.of(remote, session.options()))
            .call();
        session.meter().request();
        session.meter().request();
        session.meter().bytes(FetchLimit.size(beside));
        if (!git.getRepository().getObjectDatabase().has(ObjectId.fromString(commit))) {
          return null;
        }
      }
      Path place = folder.resolve(commit);
      if (!Files.exists(place)) {
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        moved = true;
      }
      return held(commit);
    } finally {
      if (!moved) {
        delete(beside);
      }
    }
  }

  private Path note(@Nullable String revision) {
    String name = revision == null ? "HEAD" : revision;
    return folder.resolve(
        "rev-" + TextFile.sha256(name.getBytes(StandardCharsets.UTF_8)).substring(0, 32));
  }

  private @Nullable String remembered(@Nullable String revision) {
    try {
      Path note = note(revision);
      return Files.isRegularFile(note) && Files.size(note) < 100
          ? Files.readString(note, StandardCharsets.ISO_8859_1).strip()
          : null;
    } catch (IOException e) {
      return null;
    }
  }

  private void remember(@Nullable String revision, String commit) throws IOException {
    Path beside = Files.createTempFile(folder, ".rev-", ".tmp");
    Files.writeString(beside, commit + "\n");
    Files.move(
        beside,
        note(revision),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
