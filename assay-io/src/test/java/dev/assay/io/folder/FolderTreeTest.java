package dev.assay.io.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.io.AppleDouble;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.ReadMeter;
import dev.assay.model.Issue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderTreeTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @TempDir Path root;

  private FolderTree list() throws IOException {
    return FolderTree.list("a", "ref", root, new ReadMeter());
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void filesAreListedSortedAndRead() throws IOException {
    write("b.txt", "two");
    write("a/z.txt", "one");
    write("a.txt", "three");
    FolderTree tree = list();
    assertThat(tree.files())
        .extracting(FileEntry::path)
        .containsExactly("a.txt", "a/z.txt", "b.txt");
    assertThat(tree.info().bytes()).isEqualTo(11);
    try (ByteSource bytes = tree.open(tree.files().get(1))) {
      assertThat(new String(bytes.head(10), StandardCharsets.UTF_8)).isEqualTo("one");
    }
    assertThat(tree.issues()).isEmpty();
  }

  @Test
  void anEmptyFolderIsATreeOfNothing() throws IOException {
    assertThat(list().files()).isEmpty();
    assertThat(list().info().partial()).isEmpty();
  }

  @Test
  void aLinkToAFileInsideIsThatFile() throws IOException {
    write("blobs/x", "data");
    Files.createSymbolicLink(root.resolve("model.bin"), Path.of("blobs/x"));
    FolderTree tree = list();
    FileEntry link = tree.files().get(1);
    assertThat(link).isEqualTo(new FileEntry("model.bin", 4, FileEntry.Kind.FILE, "blobs/x", null));
    assertThat(tree.info().bytes()).isEqualTo(4);
    try (ByteSource bytes = tree.open(link)) {
      assertThat(bytes.size()).isEqualTo(4);
    }
  }

  @Test
  void linksThatLeaveLoopOrDangleAreNotFollowedAndSaidSo() throws IOException {
    write("f", "x");
    Files.createSymbolicLink(root.resolve("out"), Path.of("/etc/hostname"));
    Files.createSymbolicLink(root.resolve("outdir"), Path.of(".."));
    Files.createSymbolicLink(root.resolve("gone"), Path.of("nothing"));
    Files.createSymbolicLink(root.resolve("self"), Path.of("self"));
    Files.createSymbolicLink(root.resolve("here"), Path.of("."));
    FolderTree tree = list();
    assertThat(tree.files())
        .extracting(FileEntry::path, FileEntry::kind)
        .containsExactly(
            tuple("f", FileEntry.Kind.FILE),
            tuple("gone", FileEntry.Kind.LINK),
            tuple("here", FileEntry.Kind.LINK),
            tuple("out", FileEntry.Kind.LINK),
            tuple("outdir", FileEntry.Kind.LINK),
            tuple("self", FileEntry.Kind.LINK));
    assertThat(tree.issues())
        .extracting(Issue::path)
        .containsExactlyInAnyOrder("gone", "here", "out", "outdir", "self");
  }

  @Test
  void aFolderReachedByALinkIsListedAtItsOwnPlaceOnly() throws IOException {
    write("checkpoint-10/model.safetensors", "weights");
    Files.createSymbolicLink(root.resolve("latest"), Path.of("checkpoint-10"));
    FolderTree tree = list();
    assertThat(tree.files())
        .extracting(FileEntry::path)
        .containsExactly("checkpoint-10/model.safetensors", "latest");
    assertThat(tree.issues()).isEmpty();
  }

  @Test
  void namesThatAreNoTextAreKeptReversibly() throws Exception {
    // Made by a shell, since the JDK cannot write such names; `sh` is on every system with
    // such names.
    String script =
        "printf x > \"$(printf 'bad\\377name')\"; printf y > \"$(printf 'ctl\\033[31m')\"";
    Process shell = new ProcessBuilder("sh", "-c", script).directory(root.toFile()).start();
    assertThat(shell.waitFor()).isZero();
    write("back\\slash", "z");
    write("Grüße/ok", "z");
    FolderTree tree = list();
    assertThat(tree.files())
        .extracting(FileEntry::path)
        .containsExactly("Grüße/ok", "back\\x5cslash", "bad\\xffname", "ctl\\x1b[31m");
    for (FileEntry file : tree.files()) {
      try (ByteSource bytes = tree.open(file)) {
        assertThat(bytes.size()).as(file.path()).isEqualTo(1);
      }
    }
    assertThat(HexFormat.of().formatHex(FileNames.unescape("bad\\xffname")))
        .isEqualTo("626164ff6e616d65");
  }

  @Test
  void gitsOwnFolderIsPassedOverAndGivesTheCommit() throws IOException {
    write("README.md", "hello");
    write(".git/HEAD", "ref: refs/heads/main\n");
    write(".git/packed-refs", "# pack-refs\n" + COMMIT + " refs/heads/main\n^" + COMMIT + "\n");
    FolderTree tree = list();
    assertThat(tree.files()).extracting(FileEntry::path).containsExactly("README.md");
    assertThat(tree.info().revision()).isEqualTo(COMMIT);
    String loose = COMMIT.replace('0', 'f');
    write(".git/refs/heads/main", loose + "\n");
    assertThat(list().info().revision()).isEqualTo(loose);
  }

  @Test
  void aGitHeadThatPointsElsewhereGivesNoCommit() throws IOException {
    write("secret", COMMIT);
    write(".git/HEAD", "ref: refs/../../secret\n");
    assertThat(list().info().revision()).isNull();
    write(".git/HEAD", "ref: refs/heads/../../../secret\n");
    assertThat(list().info().revision()).isNull();
  }

  @Test
  void submodulesThatAreNotHereAreListed() throws IOException {
    write(
        ".gitmodules",
        "[submodule \"x\"]\n\tpath = third/x\n\turl = https://example.org/x.git\n"
            + "[submodule \"y\"]\n\turl = u\n\tpath = here\n"
            + "[submodule \"z\"]\n\tpath = ../out\n\turl = u\n");
    write("here/file", "x");
    assertThat(list().files())
        .extracting(FileEntry::path, FileEntry::kind, FileEntry::target)
        .contains(tuple("third/x", FileEntry.Kind.SUBMODULE, "https://example.org/x.git"))
        .doesNotContain(tuple("here", FileEntry.Kind.SUBMODULE, "u"))
        .hasSize(3);
  }

  @Test
  void aPipeIsNamedAndNeverOpened() throws Exception {
    Process mkfifo = new ProcessBuilder("mkfifo", root.resolve("pipe").toString()).start();
    org.junit.jupiter.api.Assumptions.assumeTrue(mkfifo.waitFor() == 0);
    FolderTree tree = list();
    assertThat(tree.files()).extracting(FileEntry::kind).containsExactly(FileEntry.Kind.SPECIAL);
    assertThat(tree.issues()).hasSize(1);
  }

  @Test
  void aDeepTreeIsListed() throws IOException {
    Path folder = root;
    for (int i = 0; i < 200; i++) {
      folder = folder.resolve("d");
      Files.createDirectory(folder);
    }
    Files.writeString(folder.resolve("f"), "x");
    assertThat(list().files()).hasSize(1);
  }

  @Test
  void aListingOverTheLimitStopsAndSaysSo() throws IOException {
    for (int i = 0; i < 20; i++) {
      write("f" + i, "");
    }
    FolderTree tree = FolderTree.list("a", "ref", root, root, new ReadMeter(), 10);
    assertThat(tree.files()).hasSize(10);
    assertThat(tree.info().partial()).hasSize(1);
    assertThat(tree.issues()).hasSize(1);
  }

  @Test
  void anArchiveInsideIsNoted() throws IOException {
    write("code.tar.gz", "x");
    write("more.zip", "x");
    assertThat(list().issues())
        .extracting(Issue::severity, Issue::path)
        .containsExactly(tuple(Issue.Severity.NOTE, "code.tar.gz"));
  }

  private FolderTree named() throws IOException {
    return FolderTree.listUnwrapped("a", "ref", root, new ReadMeter());
  }

  @Test
  void theOneFolderThatEverythingLiesInIsTakenOff() throws IOException {
    write("repo-main/README.md", "# x");
    write("repo-main/src/a.py", "x = 1");
    write("repo-main/.git/HEAD", COMMIT + "\n");
    write(".DS_Store", "finder");
    FolderTree tree = named();
    assertThat(tree.files())
        .extracting(FileEntry::path)
        .containsExactly(".DS_Store", "README.md", "src/a.py");
    assertThat(tree.info().revision()).isEqualTo(COMMIT);
    assertThat(tree.issues())
        .extracting(Issue::path, Issue::message)
        .containsExactly(
            tuple("repo-main", "everything lies in repo-main/; paths are given from there"));
    for (FileEntry file : tree.files()) {
      try (ByteSource bytes = tree.open(file)) {
        assertThat(bytes.size()).isEqualTo(file.size());
      }
    }
  }

  @Test
  void aFolderThatIsTheReleasesOwnIsNotTakenOff() throws IOException {
    write("src/main/a.py", "x");
    assertThat(named().files()).extracting(FileEntry::path).containsExactly("src/main/a.py");
    write("other/b.py", "x");
    write("src/c.py", "x");
    assertThat(named().files())
        .extracting(FileEntry::path)
        .containsExactly("other/b.py", "src/c.py", "src/main/a.py");
  }

  @Test
  void aLinkIsNoFolderThatEverythingLiesIn(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("secret.txt"), "x");
    Files.createSymbolicLink(root.resolve("repo"), elsewhere);
    FolderTree tree = named();
    assertThat(tree.files())
        .extracting(FileEntry::path, FileEntry::kind)
        .containsExactly(tuple("repo", FileEntry.Kind.LINK));
  }

  @Test
  void whatMacOsKeepsBesideFilesIsPassedOverAndSaidSo() throws IOException {
    write("model.safetensors", "x");
    write("._model.safetensors", "double");
    write("._alone.bin", "no file of that name is here");
    write("a/x.txt", "x");
    write("__MACOSX/._a", "double of a folder");
    write("__MACOSX/a/._x.txt", "double");
    write("__MACOSX/a/hidden.bin", "no double");
    write("a/._x.txt", "y".repeat(AppleDouble.LARGEST + 1));
    FolderTree tree = named();
    assertThat(tree.files())
        .extracting(FileEntry::path)
        .containsExactly(
            "._alone.bin", "__MACOSX/a/hidden.bin", "a/._x.txt", "a/x.txt", "model.safetensors");
    assertThat(tree.issues())
        .extracting(Issue::path, Issue::message)
        .containsExactly(
            tuple(
                "._model.safetensors",
                "3 files, this the first, are what macOS keeps beside another: passed over"));
  }

  @Test
  void aFileBesideTheOneFolderIsNotMistakenForOneInIt() throws IOException {
    write("repo/.DS_Store", "in");
    write("repo/a", "x");
    write(".DS_Store", "beside it");
    FolderTree tree = named();
    assertThat(tree.files()).extracting(FileEntry::path).containsExactly(".DS_Store", "a");
    assertThat(tree.files().getFirst().size()).isEqualTo(2);
    assertThat(tree.issues()).extracting(Issue::path).containsExactly("repo", ".DS_Store");
  }

  @Test
  void foldersSideBySideAreSaidToBeSourcesOfTheirOwn() throws IOException {
    write("code/README.md", "# code");
    write("code/a.py", "x");
    write("weights/LICENSE", "MIT");
    write("data/x.csv", "1");
    assertThat(named().issues())
        .extracting(Issue::message, Issue::next)
        .containsExactly(
            tuple(
                "each of code/, weights/ has a README or a licence of its own, and nothing lies"
                    + " beside them: they were read as parts of one source",
                "if they are sources of one release, assay inspect ref/code ref/weights; if not,"
                    + " inspect each by itself"));
    write("README.md", "# the release");
    assertThat(named().issues()).isEmpty();
  }
}
