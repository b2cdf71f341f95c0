package dev.assay.sources.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.io.SourceFact;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import dev.assay.sources.web.Patience;
import dev.assay.testing.GitServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitTest {
  private static final PersonIdent NOBODY =
      new PersonIdent(
          "Nobody",
          "nobody@example.org",
          java.time.Instant.ofEpochSecond(1_700_000_000),
          java.time.ZoneOffset.UTC);

  @TempDir Path temp;
  private final Map<String, String> environment = new HashMap<>();
  private ReadMeter meter = new ReadMeter();
  private String first = "";
  private String second = "";

  @BeforeEach
  void repository() throws Exception {
    GitRepositories.prepare();
    environment.put("ASSAY_CACHE", temp.resolve("assay").toString());
    Path bare = temp.resolve("repos/org/model.git");
    try (Git git = Git.init().setBare(true).setGitDir(bare.toFile()).call()) {
      ObjectId id = commit(git, Map.of("README.md", "# one"), null);
      first = id.name();
      var tag = git.getRepository().updateRef("refs/tags/v1");
      tag.setNewObjectId(id);
      tag.update();
      second =
          commit(
                  git,
                  Map.of(
                      "README.md",
                      "# two",
                      "src/train.py",
                      "import torch",
                      ".gitmodules",
                      "[submodule \"x\"]\n path = third/x\n url = https://example.org/x.git\n"),
                  id)
              .name();
      git.getRepository().updateRef("HEAD").link("refs/heads/main");
    }
  }

  /// A commit made from objects, with a link, a link that leaves, and a submodule in the second
  /// one.
  private static ObjectId commit(Git git, Map<String, String> files, @Nullable ObjectId parent)
      throws IOException {
    var repository = git.getRepository();
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      DirCache index = DirCache.newInCore();
      var builder = index.builder();
      for (var file : files.entrySet()) {
        add(builder, inserter, file.getKey(), FileMode.REGULAR_FILE, file.getValue());
      }
      if (parent != null) {
        add(builder, inserter, "card.md", FileMode.SYMLINK, "README.md");
        add(builder, inserter, "out", FileMode.SYMLINK, "../../etc/passwd");
        var module = new DirCacheEntry("third/x");
        module.setFileMode(FileMode.GITLINK);
        module.setObjectId(parent);
        builder.add(module);
      }
      builder.finish();
      var made = new org.eclipse.jgit.lib.CommitBuilder();
      made.setTreeId(index.writeTree(inserter));
      made.setAuthor(NOBODY);
      made.setCommitter(NOBODY);
      made.setMessage("m");
      if (parent != null) {
        made.setParentId(parent);
      }
      ObjectId id = inserter.insert(made);
      inserter.flush();
      var main = repository.updateRef("refs/heads/main");
      main.setNewObjectId(id);
      main.forceUpdate();
      return id;
    }
  }

  private static void add(
      org.eclipse.jgit.dircache.DirCacheBuilder builder,
      ObjectInserter inserter,
      String path,
      FileMode mode,
      String text)
      throws IOException {
    var entry = new DirCacheEntry(path);
    entry.setFileMode(mode);
    entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8)));
    builder.add(entry);
  }

  private Opened open(String reference, boolean offline) {
    meter = new ReadMeter();
    var quick =
        new Patience(2, Duration.ofMillis(5), Duration.ofSeconds(1), Duration.ofSeconds(20));
    return Sources.open(List.of(reference), new SourceOptions(offline, environment, quick), meter);
  }

  private static String text(FileTree tree, String path) {
    FileEntry entry =
        tree.files().stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow();
    try (ByteSource bytes = tree.open(entry)) {
      return new String(bytes.head(1000), StandardCharsets.UTF_8);
    }
  }

  private void isTheSecondCommit(FileTree tree) {
    assertThat(tree.info().kind()).isEqualTo("git");
    assertThat(tree.info().revision()).isEqualTo(second);
    assertThat(tree.files())
        .extracting(FileEntry::path, FileEntry::kind)
        .containsExactly(
            tuple(".gitmodules", FileEntry.Kind.FILE),
            tuple("README.md", FileEntry.Kind.FILE),
            tuple("card.md", FileEntry.Kind.FILE),
            tuple("out", FileEntry.Kind.LINK),
            tuple("src/train.py", FileEntry.Kind.FILE),
            tuple("third/x", FileEntry.Kind.SUBMODULE));
    assertThat(text(tree, "card.md")).isEqualTo("# two");
    assertThat(tree.files().getLast().target()).isEqualTo("https://example.org/x.git");
    assertThat(tree.facts())
        .extracting(SourceFact::kind, SourceFact::value)
        .contains(tuple(SourceFact.Kind.MODIFIED, "2023-11-14T22:13:20Z"));
  }

  @Test
  void aRepositoryOfThisMachineIsReadAtARevisionWithoutACheckout() {
    Path bare = temp.resolve("repos/org/model.git");
    for (String reference : List.of(bare.toString(), "git:" + bare, "git:" + bare + "@main")) {
      try (Opened opened = open(reference, true)) {
        isTheSecondCommit(opened.trees().getFirst());
      }
    }
    for (String revision : List.of("v1", first)) {
      try (Opened opened = open("git:" + bare + "@" + revision, true)) {
        assertThat(text(opened.trees().getFirst(), "README.md")).isEqualTo("# one");
      }
    }
    assertThat(open("git:" + bare + "@v9", true).issues().getFirst().message())
        .contains("no such revision");
    assertThat(open("git:" + temp, true).issues().getFirst().message())
        .contains("no Git repository");
    assertThat(open("git:" + bare + "@main^{tree}", true).wrongUse()).isTrue();
  }

  @Test
  void aRepositoryIsFetchedOverHttpOnceAndThenReadFromTheCache() throws Exception {
    try (var server = new GitServer(temp.resolve("repos"))) {
      environment.put("GITHUB_SERVER_URL", server.address());
      String address = "git:" + server.address() + "/org/model.git";
      try (Opened opened = open(address, false)) {
        isTheSecondCommit(opened.trees().getFirst());
        assertThat(meter.requests()).isPositive();
      }
      int posts = server.posts();
      for (String reference : List.of(address, "github:org/model", address + "@main")) {
        try (Opened opened = open(reference, false)) {
          isTheSecondCommit(opened.trees().getFirst());
        }
      }
      assertThat(server.posts()).isLessThanOrEqualTo(posts + 3);
      try (Opened opened = open("github:org/model@v1", false)) {
        assertThat(text(opened.trees().getFirst(), "README.md")).isEqualTo("# one");
      }
      assertThat(open("github:org/model@nope", false).issues().getFirst().message())
          .contains("no such revision");
      assertThat(open("github:org/none", false).issues().getFirst().message())
          .contains("not there, or private");
      try (Opened opened = open(address + "@" + first, false)) {
        assertThat(opened.trees().getFirst().info().revision()).isEqualTo(first);
      }
    }
    try (Opened opened = open("github:org/model@v1", true)) {
      assertThat(text(opened.trees().getFirst(), "README.md")).isEqualTo("# one");
    }
    assertThat(open("github:org/model@v7", true).issues().getFirst().message()).contains("offline");
  }

  @Test
  void referencesAreToldApart() {
    Map<String, String> none = Map.of();
    assertThat(GitName.parse("github:org/repo@v1", none)).isPresent();
    assertThat(GitName.parse("https://github.com/org/repo/tree/main/src", none))
        .hasValueSatisfying(name -> assertThat(name.revision()).isEqualTo("main"));
    assertThat(GitName.parse("https://example.org/x.git", none)).isPresent();
    assertThat(GitName.parse("git:https://user:secret@example.org/x.git", none)).isEmpty();
    assertThat(GitName.parse("github:org", none)).isEmpty();
    assertThat(GitName.parse("github:org/../x", none)).isEmpty();
    assertThat(GitName.parse("git:ext::sh -c touch", none))
        .hasValueSatisfying(name -> assertThat(name.remote()).isNull());
  }
}
