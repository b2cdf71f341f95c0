package dev.assay.sources.git;

import dev.assay.io.TextFile;
import dev.assay.sources.Session;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/// Shallow and, where the server does that, partial copies of remote repositories, one bare folder
/// for each commit, in the cache: large files are fetched where a reader may need them. A copy is
/// made beside its place and moved there at once, so that two processes may share the cache and an
/// interrupted one leaves nothing that anybody reads.
final class Clones {
  private static final String TARGET = "refs/assay/target";

  /// More than a repository of sources weighs, without history and large files.
  private static final long MOST = 2L << 30;

  private static final long MOST_REFS = 64L << 20;
  private static final FilterSpec PARTIAL = largeFiles();

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
  ///
  /// @param fresh whether it was fetched just now, and its bytes counted
  record Clone(Repository repository, ObjectId commit, boolean fresh) {}

  private static FilterSpec largeFiles() {
    try {
      return FilterSpec.fromFilterLine("blob:limit=" + LeftOut.LARGER_THAN);
    } catch (PackProtocolException e) {
      throw new IllegalStateException(e);
    }
  }

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
        ? new Clone(open(place), ObjectId.fromString(commit), false)
        : null;
  }

  static Repository open(Path gitFolder) throws IOException {
    return new FileRepositoryBuilder().setGitDir(gitFolder.toFile()).setMustExist(true).build();
  }

  /// The commit as the server has it now, fetched where the cache has it not.
  ///
  /// @param at where the repository is, after redirects
  /// @return null where there is no such revision
  /// @throws TooMuch when it is larger than a source repository
  @Nullable Clone fetch(String at, @Nullable String revision) throws IOException {
    Map<String, Ref> refs = refs(at);
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

  /// A repository that is larger than what is fetched of one.
  static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1;

    TooMuch() {
      super("more than " + (MOST >> 30) + " GiB");
    }
  }

  private Map<String, Ref> refs(String at) throws IOException {
    var http = new GitHttp(session, at, MOST_REFS);
    try (Transport transport = http.over(Transport.open(address(at)), remote);
        FetchConnection connection = transport.openFetch()) {
      return connection.getRefsMap();
    }
  }

  private static URIish address(String at) throws IOException {
    try {
      return new URIish(at);
    } catch (URISyntaxException e) {
      throw new IOException("not an address", e);
    }
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

  private @Nullable Clone load(String at, String commit, String wanted) throws IOException {
    Files.createDirectories(folder);
    Path beside = Files.createTempDirectory(folder, ".new-");
    boolean moved = false;
    try {
      Path copy = beside.resolve("copy");
      ObjectId id = ObjectId.fromString(commit);
      boolean partial = shallow(at, copy, wanted, PARTIAL);
      if (!partial) {
        delete(copy);
        shallow(at, copy, wanted, FilterSpec.NO_FILTER);
      }
      try (Repository repository = open(copy)) {
        if (!repository.getObjectDatabase().has(id)) {
          return null;
        }
        if (partial) {
          long most = Math.clamp(session.options().mostDownload(), 0, LeftOut.MOST);
          LeftOut.fetch(repository, id, most, (ids, bound) -> objects(at, beside, ids, bound));
        }
      }
      Path place = folder.resolve(commit);
      if (!Files.exists(place)) {
        Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE);
        moved = true;
      }
      Clone held = held(commit);
      return held == null ? null : new Clone(held.repository(), held.commit(), moved);
    } finally {
      delete(beside);
    }
  }

  /// Fetches one commit without its history.
  ///
  /// @param filter which of its files to leave at the server
  /// @return false where the server does not do that; then there is nothing
  private boolean shallow(String at, Path copy, String wanted, FilterSpec filter)
      throws IOException {
    var http = new GitHttp(session, at, MOST);
    try (Repository repository = created(copy);
        Transport transport = http.over(Transport.open(repository, address(at)), remote)) {
      transport.setDepth(1);
      transport.setTagOpt(TagOpt.NO_TAGS);
      transport.setFilterSpec(filter);
      var spec = new RefSpec("+" + wanted + ":" + TARGET);
      transport.fetch(NullProgressMonitor.INSTANCE, List.of(spec));
      return true;
    } catch (TransportException e) {
      if (http.over()) {
        throw new TooMuch();
      }
      if (DiskFull.isCauseOf(e)) {
        throw new DiskFull();
      }
      // A server may lack filters, or refuse this one, each with words of its own.
      if (filter.isNoOp()) {
        throw e;
      }
      return false;
    }
  }

  private static Repository created(Path place) throws IOException {
    var repository = new FileRepositoryBuilder().setGitDir(place.toFile()).setBare().build();
    repository.create(true);
    StoredConfig config = repository.getConfig();
    config.setString("http", null, "followRedirects", "false");
    // After a fetch JGit tidies up behind our back, in folders that are being moved or deleted.
    config.setInt("gc", null, "auto", 0);
    config.setInt("gc", null, "autoPackLimit", 0);
    config.setBoolean("gc", null, "autoDetach", false);
    config.save();
    return repository;
  }

  /// Fetches single objects into a copy, through a repository that has no commit: a server that is
  /// told of one takes its files for known.
  private LeftOut.Outcome objects(String at, Path beside, List<ObjectId> ids, long most) {
    var http = new GitHttp(session, at, most);
    Path empty = beside.resolve("empty");
    try {
      created(empty).close();
      try (Repository repository =
              new FileRepositoryBuilder()
                  .setGitDir(empty.toFile())
                  .setObjectDirectory(beside.resolve("copy/objects").toFile())
                  .setBare()
                  .build();
          Transport transport = http.over(Transport.open(repository, address(at)), remote)) {
        transport.setTagOpt(TagOpt.NO_TAGS);
        List<RefSpec> specs = ids.stream().map(id -> new RefSpec(id.name())).toList();
        transport.fetch(NullProgressMonitor.INSTANCE, specs);
        return new LeftOut.Outcome(LeftOut.Result.HERE, http.came());
      } finally {
        delete(empty);
      }
    } catch (IOException e) {
      var result = http.over() ? LeftOut.Result.TOO_MUCH : LeftOut.Result.REFUSED;
      return new LeftOut.Outcome(result, http.came());
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
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
