package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.FileEntry;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnAddressesTest {
  private static final OwnAddresses OWN =
      new OwnAddresses(
          List.of("lab+Robin-Zero"),
          List.of(FileEntry.file("play/train_7b.py", 9), FileEntry.file("README.md", 9)));

  @ParameterizedTest
  @CsvSource({
    "https://github.com/Lab/Robin-Zero/tree/main/play, true",
    "https://github.com/lab/robin-zero/tree/main/play/, true",
    "https://github.com/lab/Robin-Zero/blob/main/play/train_7b.py#L738, true",
    "https://gitlab.com/lab/robin-zero/-/blob/main/play/train_7b.py, true",
    "https://github.com/lab/Robin-Zero/tree/main/other, false",
    "https://github.com/lab/Robin/tree/main/play, false",
    "https://github.com/lab/Robin-Zero, false",
  })
  void a_path_of_the_release_is_no_link_elsewhere(String address, boolean inside) {
    assertThat(OWN.leadInside(address)).isEqualTo(inside);
  }
}
