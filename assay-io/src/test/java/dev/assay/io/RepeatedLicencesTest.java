package dev.assay.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// A package with the licence of the whole is a part of it.
class RepeatedLicencesTest {
  private static boolean part(FileEntry... licences) {
    return RepeatedLicences.asAtTheRoot("voice", List.of(licences));
  }

  @Test
  void theSameLicenceIsThatOfAPart() {
    assertThat(part(FileEntry.file("LICENSE", 1_070), FileEntry.file("voice/LICENSE", 1_070)))
        .isTrue();
    assertThat(part(FileEntry.file("LICENSE", 1_070), FileEntry.file("voice/LICENSE", 1_088)))
        .isFalse();
  }

  @Test
  void theRootMayNameItByTheLicence() {
    assertThat(
            part(
                FileEntry.file("LICENSE-APACHE", 11_357),
                FileEntry.file("LICENSE-MIT", 1_023),
                FileEntry.file("voice/LICENSE", 1_023)))
        .isTrue();
  }

  @Test
  void aNoticeOfWhatWasTakenFromOthersStandsBesideTheOwn() {
    assertThat(
            part(
                FileEntry.file("LICENSE", 1_023),
                FileEntry.file("voice/LICENSE", 1_023),
                FileEntry.file("voice/LICENSE.harbour", 1_088)))
        .isTrue();
    assertThat(
            part(FileEntry.file("LICENSE", 1_023), FileEntry.file("voice/LICENSE.harbour", 1_088)))
        .isFalse();
  }

  @Test
  void aStandardTextNamesNobody() {
    assertThat(part(FileEntry.file("LICENSE", 11_357), FileEntry.file("voice/LICENSE", 11_357)))
        .isFalse();
  }

  @Test
  void aProgramIsNoLicence() {
    assertThat(RepeatedLicences.isLicence("LICENSE.txt")).isTrue();
    assertThat(RepeatedLicences.isLicence("license_plates.py")).isFalse();
  }
}
