package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.FileEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which files are read as texts.
class WantedFilesTest {
  @Test
  void aPictureIsNoTextWhateverItsNameBeginsWith() {
    for (String picture : List.of("man/figures/README-model-1.png", "LICENSE.svg", "README.gif")) {
      assertThat(WantedFiles.wantsText(FileEntry.file(picture, 900))).as(picture).isFalse();
    }
    for (String text : List.of("README", "README-small.md", "LICENSE.txt", "net/config.json")) {
      assertThat(WantedFiles.wantsText(FileEntry.file(text, 900))).as(text).isTrue();
    }
  }
}
