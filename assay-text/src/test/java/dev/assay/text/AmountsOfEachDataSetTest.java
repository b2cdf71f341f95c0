package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.DataSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How much a release says that it has of each data set, as its report lists them.
class AmountsOfEachDataSetTest {
  private static String sets(String said) {
    List<DataSet> sets = Docs.readme("# Net\n\n" + said + "\n").trains().judge().data();
    return sets.stream()
        .map(s -> s.name() + "=" + s.size())
        .sorted()
        .collect(Collectors.joining("; "));
  }

  @Test
  void allAmountsOfOneAreTold() {
    assertThat(sets("Net was trained on 12 GB of letters, which are 3.4M sentences."))
        .isEqualTo("=12 GB, 3.4M sentences");
    assertThat(sets("Net was trained on 5,000 images and is tested on 900 images."))
        .isEqualTo("=5,000 images");
  }

  @Test
  void eachOfSeveralHasItsOwn() {
    assertThat(
            sets(
                "Net was trained on the Harbour dataset (12 GB) and on the Dune corpus (900 hours of speech)."))
        .contains("Harbour=12 GB")
        .contains("Dune=900 hours");
  }

  @Test
  void aRangeIsToldWithBothEnds() {
    assertThat(sets("Net was trained on 3T to 4T tokens of letters."))
        .isEqualTo("=3T to 4T tokens");
    assertThat(sets("Net was trained on 3-4T tokens of letters.")).isEqualTo("=3-4T tokens");
  }

  @Test
  void whatIsCountedStandsInTheHeadOfTheColumn() {
    String table = "## Training data\n\n| %s | Documents |\n|---|---:|\n| Harbour | 201,080 |\n";
    assertThat(sets(table.formatted("Corpus"))).contains("201,080 documents");
    assertThat(sets(table.formatted("Class"))).doesNotContain("201,080");
  }

  @Test
  void theNextSentenceTellsHowMuchItIs() {
    String item =
        "## Training data\n\n- [Harbour Signs](https://files.example.org/a/signs.json): The training data for reading signs. It contains 363,600 samples.\n";
    assertThat(sets(item)).isEqualTo("Harbour Signs=363,600 samples");
  }

  @ParameterizedTest
  @CsvSource({
    "8.9천만개 문장, 89000000",
    "52K sailor-following data, 52000",
    "'2M clean, balanced videos', 2000000",
    "15K question/answer records, 15000",
    "120G纯文本文件, 120",
    "约3亿个句子, 300000000"
  })
  void wordsForManyAreUnderstood(String text, long amount) {
    assertThat(Quantity.in(text).getFirst().amount()).isEqualByComparingTo("" + amount);
  }

  @ParameterizedTest
  @CsvSource({
    "7B model on our data",
    "uses 24G of memory",
    "'version 3, all images'",
    "'harbour-630K, the data source'",
    "Harbour 12M and Dune letters data"
  })
  void otherNumbersAreNoAmounts(String text) {
    assertThat(Quantity.in(text)).isEmpty();
  }
}
