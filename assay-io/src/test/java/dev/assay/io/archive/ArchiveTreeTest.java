package dev.assay.io.archive;

import static dev.assay.io.archive.Archives.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Issue;
import dev.assay.testing.Gen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ArchiveTreeTest {
  private static final Map<String, byte[]> RELEASE = release();

  private static Map<String, byte[]> release() {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("README.md", utf8("# A model\n"));
    files.put("src/train.py", utf8("import torch\n".repeat(500)));
    files.put("weights/model.bin", new Gen(1).bytes(200_000));
    files.put("ünï/a-name-that-is-far-longer-than-a-hundred-bytes-" + "x".repeat(120), utf8("x"));
    files.put("empty", new byte[0]);
    return files;
  }

  private static ArchiveTree list(byte[] archive) {
    return list(archive, ArchiveLimits.NORMAL);
  }

  private static ArchiveTree list(byte[] archive, ArchiveLimits limits) {
    ByteSource bytes = ByteSource.of(archive);
    ArchiveFormat format = java.util.Objects.requireNonNull(ArchiveFormat.of(bytes));
    return ArchiveTree.list("a", "release", format, bytes, limits, true);
  }

  private static byte[] archive(ArchiveFormat format, Map<String, byte[]> files)
      throws IOException {
    return format == ArchiveFormat.ZIP
        ? Archives.zip(files, false)
        : Archives.pack(format, Archives.tar(files));
  }

  private static byte[] content(ArchiveTree tree, String path) {
    FileEntry entry =
        tree.files().stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow();
    try (ByteSource bytes = tree.open(entry)) {
      return bytes.head((int) entry.size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyKindIsToldByItsBytesAndReadBackInAnyOrder(ArchiveFormat format) throws IOException {
    byte[] archive = archive(format, RELEASE);
    assertThat(ArchiveFormat.of(ByteSource.of(archive))).isEqualTo(format);
    try (ArchiveTree tree = list(archive)) {
      assertThat(tree.files())
          .extracting(FileEntry::path)
          .containsExactlyElementsOf(RELEASE.keySet().stream().sorted().toList());
      for (String path : RELEASE.keySet().stream().sorted().toList().reversed()) {
        assertThat(content(tree, path)).as(path).isEqualTo(RELEASE.get(path));
      }
      assertThat(tree.issues()).isEmpty();
      assertThat(tree.info().partial()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDamagedArchiveGivesWhatIsSoundAndNeverFails(ArchiveFormat format) throws IOException {
    byte[] archive = archive(format, RELEASE);
    Gen.forAll(
        7,
        60,
        gen -> {
          byte[] damaged = gen.damage(archive, 12);
          ByteSource bytes = ByteSource.of(damaged);
          ArchiveFormat found;
          found = ArchiveFormat.of(bytes);
          if (found == null) {
            return;
          }
          try (ArchiveTree tree = ArchiveTree.list("a", "x", found, bytes, small(), true)) {
            for (FileEntry file : tree.files()) {
              if (file.kind() == FileEntry.Kind.FILE) {
                readTolerantly(tree, file);
              }
            }
          }
        });
  }

  private static void readTolerantly(ArchiveTree tree, FileEntry file) {
    try (ByteSource bytes = tree.open(file)) {
      bytes.head(1 << 20);
    } catch (Malformed e) {
      assertThat(e.describe()).isNotBlank();
    }
  }

  private static ArchiveLimits small() {
    return new ArchiveLimits(1000, 200, 1 << 20, 8 << 20, 4 << 20, 1 << 20, 6 << 20, 1 << 16);
  }

  @Test
  void aStoredMemberIsReadInPlace() throws IOException {
    try (ArchiveTree tree = list(Archives.zip(RELEASE, true))) {
      assertThat(content(tree, "weights/model.bin")).isEqualTo(RELEASE.get("weights/model.bin"));
    }
  }

  @Test
  void namesThatLeaveTheArchiveAreRefused() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("../../etc/passwd", utf8("x"));
    files.put("/etc/shadow", utf8("x"));
    files.put("a/../../b", utf8("x"));
    files.put("C:/windows", utf8("x"));
    files.put("fine", utf8("x"));
    for (byte[] archive : new byte[][] {Archives.zip(files, false), Archives.tar(files)}) {
      try (ArchiveTree tree = list(archive)) {
        assertThat(tree.files()).extracting(FileEntry::path).containsExactly("fine");
        assertThat(tree.issues()).hasSize(4);
      }
    }
  }

  @Test
  void aZipBombIsListedAndNotUnpacked() throws IOException {
    byte[] zeros = new byte[8 << 20];
    try (ArchiveTree tree =
        list(Archives.zip(Map.of("bomb", zeros, "ok", utf8("x")), false), small())) {
      assertThat(tree.files())
          .extracting(FileEntry::path, FileEntry::kind)
          .containsExactly(tuple("bomb", FileEntry.Kind.LISTED), tuple("ok", FileEntry.Kind.FILE));
      assertThat(tree.issues()).extracting(Issue::path).containsExactly("bomb");
    }
  }

  @Test
  void aTarBombStopsTheListingAndKeepsWhatCameBefore() throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("README.md", utf8("# hello"));
    files.put("bomb", new byte[8 << 20]);
    files.put("after", utf8("x"));
    byte[] archive = Archives.pack(ArchiveFormat.TAR_GZ, Archives.tar(files));
    try (ArchiveTree tree = list(archive, small())) {
      assertThat(tree.files()).extracting(FileEntry::path).containsExactly("README.md");
      assertThat(tree.info().partial()).hasSize(1);
      assertThat(content(tree, "README.md")).isEqualTo(utf8("# hello"));
    }
  }

  @Test
  void ofALongMemberOfACompressedTarTheHeadIsKept() throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    byte[] weights = new Gen(3).bytes(5 << 20);
    files.put("model.safetensors", weights);
    files.put("z.txt", utf8("after"));
    byte[] archive = Archives.pack(ArchiveFormat.TAR_GZ, Archives.tar(files));
    try (ArchiveTree tree = list(archive, small());
        ByteSource bytes = tree.open(tree.files().getFirst())) {
      assertThat(bytes.size()).isEqualTo(5 << 20);
      assertThat(bytes.bytes(1000, 1000))
          .isEqualTo(java.util.Arrays.copyOfRange(weights, 1000, 2000));
      assertThatThrownBy(() -> bytes.bytes(4 << 20, 10))
          .isInstanceOf(Malformed.class)
          .hasMessageContaining("lies beyond");
      assertThat(content(tree, "z.txt")).isEqualTo(utf8("after"));
    }
  }

  @Test
  void linksInATarAreFollowedInsideItOnly() throws IOException {
    byte[] archive =
        Archives.tar(tar -> {
          Archives.put(tar, new TarArchiveEntry("dir/real.txt"), utf8("hello"));
          link(tar, "dir/near", "real.txt", TarConstants.LF_SYMLINK);
          link(tar, "top", "dir/near", TarConstants.LF_SYMLINK);
          link(tar, "hard", "dir/real.txt", TarConstants.LF_LINK);
          link(tar, "folder", "dir", TarConstants.LF_SYMLINK);
          link(tar, "out", "../../etc/passwd", TarConstants.LF_SYMLINK);
          link(tar, "abs", "/dir/real.txt", TarConstants.LF_SYMLINK);
          link(tar, "loop", "loop", TarConstants.LF_SYMLINK);
        });
    try (ArchiveTree tree = list(archive)) {
      assertThat(content(tree, "dir/near")).isEqualTo(utf8("hello"));
      assertThat(content(tree, "top")).isEqualTo(utf8("hello"));
      assertThat(content(tree, "hard")).isEqualTo(utf8("hello"));
      assertThat(tree.files().stream().filter(f -> f.kind() == FileEntry.Kind.LINK))
          .extracting(FileEntry::path)
          .containsExactly("abs", "folder", "loop", "out");
      assertThat(tree.issues()).extracting(Issue::path).containsExactly("abs", "loop", "out");
      assertThat(tree.info().bytes()).isEqualTo(5);
    }
  }

  private static void link(
      org.apache.commons.compress.archivers.tar.TarArchiveOutputStream tar,
      String name,
      String target,
      byte type)
      throws IOException {
    var entry = new TarArchiveEntry(name, type);
    entry.setLinkName(target);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  @Test
  void aNameTwiceIsReported() throws IOException {
    byte[] archive =
        Archives.tar(tar -> {
          Archives.put(tar, new TarArchiveEntry("LICENSE"), utf8("MIT"));
          Archives.put(tar, new TarArchiveEntry("LICENSE"), utf8("all rights reserved"));
        });
    try (ArchiveTree tree = list(archive)) {
      assertThat(content(tree, "LICENSE")).isEqualTo(utf8("MIT"));
      assertThat(tree.issues()).extracting(Issue::path).containsExactly("LICENSE");
    }
  }

  @Test
  void anEncryptedMemberIsListedAndSaidSo() throws IOException {
    byte[] zip = Archives.zip(Map.of("secret.bin", utf8("text text text")), false);
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    zip[text.indexOf("PK\1\2") + 8] |= 1;
    try (ArchiveTree tree = list(zip)) {
      assertThat(tree.files()).extracting(FileEntry::kind).containsExactly(FileEntry.Kind.LISTED);
      assertThat(tree.issues().getFirst().message()).contains("encrypted");
    }
  }

  @Test
  void membersThatShareBytesAreRefused() throws IOException {
    byte[] zip =
        Archives.zip(Map.of("aa", new Gen(1).bytes(4000), "bb", new Gen(2).bytes(4000)), false);
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    int second = text.lastIndexOf("PK\1\2");
    zip[second + 42] = 60;
    zip[second + 43] = 0;
    try (ArchiveTree tree = list(zip)) {
      assertThat(tree.files())
          .extracting(FileEntry::kind)
          .containsExactly(FileEntry.Kind.LISTED, FileEntry.Kind.LISTED);
    }
  }

  @Test
  void theOneFolderThatEverythingLiesInIsTakenOff() throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("repo-main/README.md", utf8("# x"));
    files.put("repo-main/src/a.py", utf8("x"));
    try (ArchiveTree tree = list(Archives.zip(files, false))) {
      assertThat(tree.files()).extracting(FileEntry::path).containsExactly("README.md", "src/a.py");
      assertThat(tree.issues()).extracting(Issue::severity).containsExactly(Issue.Severity.NOTE);
    }
  }

  @Test
  void anArchiveThatMacOsMadeHoldsOneRelease() throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("model/README.md", utf8("# x"));
    files.put("model/.DS_Store", utf8("finder"));
    files.put("__MACOSX/._model", utf8("double"));
    files.put("__MACOSX/model/._README.md", utf8("double"));
    files.put(".DS_Store", utf8("finder's own"));
    try (ArchiveTree tree = list(Archives.zip(files, false))) {
      assertThat(tree.files())
          .extracting(FileEntry::path)
          .containsExactly(".DS_Store", "README.md");
      assertThat(content(tree, ".DS_Store")).isEqualTo(utf8("finder"));
      assertThat(tree.issues())
          .extracting(Issue::path)
          .containsExactlyInAnyOrder("__MACOSX/._model", "model", ".DS_Store");
    }
  }

  @Test
  void submodulesThatAreNotHereAreListed() throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    files.put(
        "repo-main/.gitmodules",
        utf8(
            "[submodule \"x\"]\n\tpath = third/x\n\turl = https://example.org/x.git\n"
                + "[submodule \"y\"]\n\turl = u\n\tpath = here\n"));
    files.put("repo-main/here/a.py", utf8("x"));
    try (ArchiveTree tree = list(Archives.zip(files, false))) {
      assertThat(tree.files())
          .extracting(FileEntry::path, FileEntry::kind, FileEntry::target)
          .contains(
              tuple("third/x", FileEntry.Kind.SUBMODULE, "https://example.org/x.git"),
              tuple("here/a.py", FileEntry.Kind.FILE, null))
          .hasSize(3);
    }
  }

  @Test
  void whatGitArchiveWroteNamesItsCommit() throws IOException {
    String commit = "0123456789abcdef0123456789abcdef01234567";
    byte[] archive =
        Archives.tar(tar -> {
          var global =
              new TarArchiveEntry("pax_global_header", TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER);
          global.addPaxHeader("comment", commit);
          tar.putArchiveEntry(global);
          Archives.put(tar, new TarArchiveEntry("a"), utf8("x"));
        });
    try (ArchiveTree tree = list(archive)) {
      assertThat(tree.info().revision()).isEqualTo(commit);
    }
  }

  @Test
  void whatIsNoArchiveIsNone() {
    var others = new ArrayList<byte[]>();
    others.add(new byte[0]);
    others.add(utf8("hello"));
    others.add(new byte[600]);
    others.add(utf8("GGUF" + "x".repeat(1000)));
    others.add(new byte[] {0x1f, (byte) 0x8b, 8, 0});
    for (byte[] other : others) {
      assertThat(ArchiveFormat.of(ByteSource.of(other))).isNull();
    }
  }

  @Test
  void aZipWithoutItsEndIsAnErrorAndNotAFailure() throws IOException {
    byte[] zip = Archives.zip(RELEASE, false);
    try (ArchiveTree tree = list(java.util.Arrays.copyOf(zip, zip.length / 2))) {
      assertThat(tree.files()).isEmpty();
      assertThat(tree.issues()).extracting(Issue::severity).containsExactly(Issue.Severity.ERROR);
    }
  }
}
