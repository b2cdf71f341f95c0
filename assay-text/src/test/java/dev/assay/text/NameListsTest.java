package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.FileEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameListsTest {
  private static final String AMINO = "ACDEFGHIKLMNPQRSTVWY";

  private static boolean list(String path, IntFunction<String> line) {
    String text = IntStream.range(0, 40).mapToObj(line).collect(Collectors.joining("\n"));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return NameLists.isOne(FileEntry.file(path, bytes.length), bytes);
  }

  @Test
  void aLineWithOneIdentifierOrOnePathIsAName() {
    assertThat(list("data/train_ids.csv", i -> "A0A" + (131 * i) + "X_" + i + ",")).isTrue();
    assertThat(list("data/train.txt", i -> "images/part/" + i + ".jpg " + i % 10)).isTrue();
    assertThat(list("data/train.lst", i -> "speaker" + i + "-" + i * 7 + ".flac")).isTrue();
    assertThat(list("data/train.csv", i -> i == 0 ? "id of the piece" : "case_" + i)).isTrue();
  }

  @Test
  void whatIsSaidInARecordingMayStandBesideItsName() {
    String said = "|It was said so often that nobody heard it any more, and nobody said so.";
    assertThat(list("data/train.txt", i -> "AB01-" + i + said + said + said)).isTrue();
    assertThat(list("data/train.txt", i -> "wavs/" + i + ".wav|" + i % 3 + said)).isTrue();
    assertThat(list("data/train.txt", i -> "a question|an answer" + i)).isFalse();
  }

  @Test
  void wordsNumbersFormulasAndTablesAreNone() {
    assertThat(list("data/names.txt", i -> "anna" + AMINO.charAt(i % 20))).isFalse();
    assertThat(list("data/train.txt", i -> "" + i * 0.125)).isFalse();
    assertThat(list("data/train.csv", i -> "CC(=O)Oc1ccccc1C(=O)N" + i)).isFalse();
    assertThat(list("data/train.csv", i -> "row" + i + ",0.5,0.25,1.5")).isFalse();
    assertThat(list("data/train.txt", i -> "The day " + i + " was cold.")).isFalse();
    assertThat(list("data/train.tsv", i -> "wav/" + i + ".wav\twhat was said there")).isFalse();
    assertThat(list("data/train.fasta", i -> ">P" + i)).isFalse();
  }

  @Test
  void aListOfNamesIsNoDataInHand() {
    List<FileEntry> listing =
        List.of(FileEntry.file("train.py", 4_000), FileEntry.file("data/train_ids.csv", 3_700_000));
    var both = DocumentJudge.of(List.of(), listing).judge(true, false).findings();
    var without =
        DocumentJudge.of(List.of(), listing, Set.of(listing.get(1))).judge(true, false).findings();
    assertThat(both).anyMatch(f -> f.summary().contains("In hand"));
    assertThat(without).noneMatch(f -> f.summary().contains("In hand"));
  }
}
