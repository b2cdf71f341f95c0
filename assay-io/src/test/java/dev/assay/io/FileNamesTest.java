package dev.assay.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Gen;
import org.junit.jupiter.api.Test;

final class FileNamesTest {
  @Test
  void everyNameCanBeTurnedBack() {
    Gen.forAll(
        1,
        2000,
        gen -> {
          byte[] name = gen.bytes(gen.between(0, 20));
          String text = FileNames.escape(name);
          assertThat(FileNames.unescape(text)).isEqualTo(name);
          assertThat(text.codePoints().noneMatch(Character::isISOControl)).isTrue();
        });
  }

  @Test
  void directionMarksAreShownAsBytes() {
    assertThat(FileNames.escape("a\u202egpj.exe")).isEqualTo("a\\xe2\\x80\\xaegpj.exe");
    assertThat(FileNames.escape("Grüße.txt")).isEqualTo("Grüße.txt");
  }

  @Test
  void namesThatLeaveAreRefused() {
    for (String bad :
        new String[] {
          "", "/a", "../a", "a/../b", "a/..", "./a", "a//b", "C:/x", "c:x", "\\a", "a/"
        }) {
      assertThat(FileNames.staysInside(bad)).as(bad).isFalse();
    }
    for (String good : new String[] {"a", "a/b", "..a", "a../b", ".hidden"}) {
      assertThat(FileNames.staysInside(good)).as(good).isTrue();
    }
  }
}
