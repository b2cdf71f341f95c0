package dev.assay.licences.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.LicenceStatement;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.Subject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CopyrightFileTest {
  private static final LicenceEngine ENGINE = LicenceEngine.load();
  private static final String FORMAT =
      "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\n";

  private static List<LicenceStatement> scan(String path, String text) {
    return ENGINE.scan(TextFile.of("s", path, FORMAT + text));
  }

  @Test
  void aStanzaForAllFilesGovernsTheWholePackage() {
    assertThat(
            scan(
                "usr/share/doc/x/copyright",
                "Files: *\nCopyright: 2020 Me\nLicense: Expat or GPL-2+\n"))
        .extracting(LicenceStatement::expression, LicenceStatement::basis, LicenceStatement::scope)
        .containsExactly(tuple("MIT OR GPL-2.0-or-later", Basis.METADATA, ""));
  }

  @Test
  void inAnInstalledPackageAPatternBindsWhatItsWordsName() {
    List<LicenceStatement> found =
        scan(
            "usr/share/doc/x/copyright",
            "Files: *\nLicense: Apache-2.0\n\nFiles: debian/*\nLicense: GPL-3\n\n"
                + "Files: res/models/*\n data/*\nLicense: CC-BY-4.0\n");
    assertThat(found)
        .extracting(LicenceStatement::expression, LicenceStatement::covers)
        .containsExactly(
            tuple("Apache-2.0", Set.of(Subject.EVERYTHING)),
            tuple("CC-BY-4.0", Set.of(Subject.WEIGHTS)),
            tuple("CC-BY-4.0", Set.of(Subject.DATA)));
  }

  @Test
  void inASourceTreeAPatternBindsItsFolderOrFile() {
    List<LicenceStatement> found =
        scan(
            "pkg/debian/copyright",
            "Files: *\nLicense: MIT\n\nFiles: net/big.bin\n train/*\n lib/*.c\nLicense: ISC\n");
    assertThat(found)
        .extracting(LicenceStatement::expression, LicenceStatement::scope)
        .containsExactly(
            tuple("MIT", "pkg/"), tuple("ISC", "pkg/net/big.bin"), tuple("ISC", "pkg/train/"));
  }

  @Test
  void aTextInTheFileIsReadAndNotItsName() {
    String isc =
        " Permission to use, copy, modify, and/or distribute this software for any purpose with"
            + " or\n"
            + " without fee is hereby granted, provided that the above copyright notice and this\n"
            + " permission notice appear in all copies.\n"
            + " .\n"
            + " THE SOFTWARE IS PROVIDED \"AS IS\" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH"
            + " REGARD\n"
            + " TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS."
            + " IN NO\n"
            + " EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR"
            + " CONSEQUENTIAL\n"
            + " DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS,"
            + " WHETHER\n"
            + " IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR"
            + " IN\n"
            + " CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.\n";
    assertThat(scan("debian/copyright", "Files: *\nLicense: whatever\n\nLicense: whatever\n" + isc))
        .singleElement()
        .satisfies(s -> {
          assertThat(s.expression()).isEqualTo("ISC");
          assertThat(s.basis()).isEqualTo(Basis.TEXT);
          assertThat(s.evidence().place()).isEqualTo("debian/copyright:6-16");
        });
    assertThat(
            scan(
                "debian/copyright",
                "Files: *\nLicense: ISC\n" + isc.replace("with or\n without fee", "and paid")))
        .singleElement()
        .extracting(LicenceStatement::expression)
        .isEqualTo("LicenseRef-modified-ISC");
  }

  @Test
  void anotherCopyrightFileIsReadAsText() {
    assertThat(
            ENGINE.scan(
                TextFile.of("s", "usr/share/doc/x/copyright", "Licensed under the MIT License.")))
        .singleElement()
        .satisfies(s -> assertThat(s.scope()).isEmpty());
  }

  @Test
  void thePapersOfAPackageGovernWhatLiesBesideTheirFolder() {
    assertThat(FileRole.of("META-INF/LICENSE").scope()).isEmpty();
    assertThat(FileRole.of("META-INF/LICENSE").covers()).containsExactly(Subject.EVERYTHING);
    assertThat(FileRole.of("lib/x-1.0.dist-info/LICENSE").scope()).isEqualTo("lib/");
    assertThat(FileRole.of("x-1.0.dist-info/licenses/LICENSE.txt").scope()).isEmpty();
    assertThat(FileRole.of("a/debian/copyright").scope()).isEqualTo("a/");
    assertThat(FileRole.of("usr/share/doc/x/y/copyright").scope()).isEqualTo("usr/share/doc/x/y/");
    assertThat(FileRole.of("dist/Bundle.min.js.LICENSE.txt").scope())
        .isEqualTo("dist/Bundle.min.js");
    assertThat(FileRole.of("a/w.bin.license").scope()).isEqualTo("a/w.bin");
    assertThat(FileRole.of("a/LICENSE.txt").scope()).isEqualTo("a/");
    assertThat(FileRole.of("a/.license").scope()).isEqualTo("a/");
    assertThat(FileRole.of("models/LICENSE").scope()).isEqualTo("models/");
  }

  @Test
  void aPackagesMetadataIsAClaimForItsCode() {
    String metadata =
        "Metadata-Version: 2.4\nName: x\nLicense-Expression: MIT\nLicense-File: LICENSE\n"
            + "Classifier: License :: OSI Approved :: MIT License\n";
    for (String path : List.of("x-1.0.dist-info/METADATA", "x-1.0/PKG-INFO")) {
      assertThat(ENGINE.scan(TextFile.of("s", path, metadata)))
          .as(path)
          .isNotEmpty()
          .allSatisfy(s -> {
            assertThat(s.expression()).isEqualTo("MIT");
            assertThat(s.covers()).containsExactly(Subject.CODE);
          });
    }
    assertThat(FileRole.of("x-1.0.dist-info/METADATA").scope()).isEmpty();
    assertThat(FileRole.of("data/metadata").kind()).isEqualTo(FileRole.Kind.OTHER);
  }
}
