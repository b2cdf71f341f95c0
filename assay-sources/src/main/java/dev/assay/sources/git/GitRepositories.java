package dev.assay.sources.git;

import dev.assay.io.FileNames;
import dev.assay.sources.Reached;
import dev.assay.sources.Session;
import dev.assay.sources.SourceKind;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.web.WebAnswer;
import dev.assay.sources.web.WebRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.SystemReader;

/// Git repositories, on this machine or over http(s), at a commit.
public final class GitRepositories implements SourceKind {
  private static final long MOST_REFS = 64L << 20;
  private static final int LONGEST_HEAD = 64 << 10;
  private static final String REFS = "/info/refs?service=git-upload-pack";

  @Override
  public List<String> forms() {
    return List.of("git:ADDRESS_OR_FOLDER[@revision]", "github:org/repo[@revision]");
  }

  @Override
  public Optional<Recognised> recognise(String reference, SourceOptions options) {
    return GitName.parse(reference, options.environment())
        .map(name ->
            new Recognised(
                "the Git repository "
                    + (name.remote() != null
                        ? "at " + name.remote()
                        : "in the folder " + FileNames.escape(String.valueOf(name.folder())))
                    + (name.revision() == null ? "" : ", at " + name.revision()),
                name.shortName(),
                (id, session) -> open(id, FileNames.escape(reference), name, session)));
  }

  @Override
  public Optional<String> pinned(String reference, String revision) {
    return GitName.parse(reference, Map.of())
        .map(name ->
            "git:" + (name.remote() != null ? name.remote() : name.folder()) + "@" + revision);
  }

  /// Gives JGit a view of this machine without anybody's configuration, and keeps its logging
  /// library from writing to the terminal; that must be said before JGit's first class is loaded.
  static void prepare() {
    if (System.getProperty("slf4j.internal.verbosity") == null) {
      System.setProperty("slf4j.internal.verbosity", "ERROR");
    }
    if (!(SystemReader.getInstance() instanceof PlainSystem)) {
      SystemReader.setInstance(new PlainSystem());
    }
  }

  private static Reached open(String id, String reference, GitName name, Session session) {
    prepare();
    try {
      Path folder = name.folder();
      URI remote = name.remote();
      if (folder != null) {
        return local(id, reference, folder, name, session);
      }
      return remote == null
          ? new Reached.Not("no repository is named", "", true)
          : remote(id, reference, remote, name, session);
    } catch (Clones.TooMuch e) {
      return new Reached.Not(
          reference + ": it is " + e.getMessage() + ", even without its history",
          "clone it with git, and inspect the folder",
          false);
    } catch (DiskFull e) {
      return full(reference);
    } catch (TransportException | NotSupportedException e) {
      return new Reached.Not(reference + ": the server does not give the repository", "", false);
    } catch (IOException e) {
      return DiskFull.isCauseOf(e)
          ? full(reference)
          : new Reached.Not(reference + ": the repository cannot be read", "", false);
    }
  }

  private static Reached local(
      String id, String reference, Path folder, GitName name, Session session) throws IOException {
    Path inside = folder.resolve(".git");
    Path git = Files.isDirectory(inside) ? inside : folder;
    if (!Files.isRegularFile(git.resolve("HEAD")) || !Files.isDirectory(git.resolve("objects"))) {
      return new Reached.Not(reference + ": there is no Git repository there", "", true);
    }
    if (namesBySha256(git)) {
      return sha256(reference);
    }
    Repository repository = Clones.open(git);
    boolean kept = false;
    try {
      ObjectId commit =
          repository.resolve((name.revision() == null ? "HEAD" : name.revision()) + "^{commit}");
      if (commit == null) {
        return noRevision(reference);
      }
      Reached tree =
          new Reached.Tree(CommitTree.of(id, reference, repository, commit, null, false, session));
      kept = true;
      return tree;
    } finally {
      if (!kept) {
        repository.close();
      }
    }
  }

  /// Whether a repository of this machine names its objects by SHA-256, as its configuration says.
  private static boolean namesBySha256(Path git) throws IOException {
    Path config = git.resolve("config");
    if (!Files.isRegularFile(config) || Files.size(config) > LONGEST_HEAD) {
      return false;
    }
    try {
      var read = new Config();
      read.fromText(Files.readString(config, StandardCharsets.ISO_8859_1));
      return "sha256".equals(read.getString("extensions", null, "objectformat"));
    } catch (ConfigInvalidException e) {
      return false;
    }
  }

  private static Reached sha256(String reference) {
    return new Reached.Not(
        reference + ": it names its objects by SHA-256, which is not supported",
        "clone it with git, and inspect the folder",
        false);
  }

  private static Reached full(String reference) {
    return new Reached.Not(
        reference + ": " + new DiskFull().getMessage(), "set ASSAY_CACHE", false);
  }

  private static Reached noRevision(String reference) {
    return new Reached.Not(reference + ": there is no such revision", "", true);
  }

  private static Reached remote(
      String id, String reference, URI remote, GitName name, Session session) throws IOException {
    var clones = new Clones(remote, session);
    if (session.options().offline()) {
      Clones.Clone known = clones.known(name.revision());
      return known == null
          ? new Reached.Not("offline, and " + reference + " was not fetched before", "", false)
          : tree(id, reference, known, session);
    }
    // Asked once by our own client, whose rules for redirects and silence JGit does not have.
    URI first = URI.create(remote + REFS);
    WebAnswer answer =
        session.web().get(WebRequest.whole(first, MOST_REFS, WebRequest.Lasting.ASK_AGAIN));
    boolean token = GitToken.of(remote, session.options()) != null;
    String at = remote.toString();
    switch (answer) {
      case WebAnswer.Failed(String reason) -> {
        return new Reached.Not(reference + ": " + reason, "", false);
      }
      case WebAnswer.Got got when got.ok() -> {
        int head = Math.min(got.body().length, LONGEST_HEAD);
        String said = new String(got.body(), 0, head, StandardCharsets.ISO_8859_1);
        if (said.contains("object-format=sha256")) {
          return sha256(reference);
        }
        String last = got.last().toString();
        at = last.endsWith(REFS) ? last.substring(0, last.length() - REFS.length()) : at;
      }
      case WebAnswer.Got got when got.status() == 401 && token -> {}
      case WebAnswer.Got got when got.status() == 401 || got.status() == 404 -> {
        return new Reached.Not(
            reference + " is not there, or private", "if it is private, set GITHUB_TOKEN", false);
      }
      case WebAnswer.Got got -> {
        return new Reached.Not(reference + ": the server answered " + got.status(), "", false);
      }
    }
    Clones.Clone fetched = clones.fetch(at, name.revision());
    return fetched == null ? noRevision(reference) : tree(id, reference, fetched, session);
  }

  private static Reached tree(String id, String reference, Clones.Clone clone, Session session)
      throws IOException {
    return new Reached.Tree(
        CommitTree.of(
            id,
            reference,
            clone.repository(),
            clone.commit(),
            session.now(),
            clone.fresh(),
            session));
  }
}
