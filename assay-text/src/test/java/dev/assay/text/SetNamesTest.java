package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a report calls a data set.
class SetNamesTest {
  private static String name(String name, String link, String words) {
    return SetNames.of(new Passage.Source(name, link), words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "November | ranked first (data up to November 2023)",
        "Up to June 2023 | Up to June 2023",
        "I'm | trained with Korean text, and I'm releasing it",
        "Deezer's | trained on Deezer's internal datasets",
        "Yi-6B | Yi-9B is continuously trained based on Yi-6B, using 0.8T tokens",
        "AlphaFold2 | 12M protein structures predicted by AlphaFold2",
        "Mini4 | each variant is tuned from the same 0.5B Mini4 checkpoint",
        "MODEL_PATH | loaded from MODEL_PATH",
        "/path/to/your/data | /path/to/your/data",
        "L/14 448px | L/14 448px",
        "Instruction Fine-tuning | Instruction Fine-tuning",
        "2 training epochs on 482GB of texts | 2 training epochs on 482GB of texts",
        "70K prompts and 290K conversations | 70K prompts and 290K conversations",
        "Total | Total",
        "4 Nvidia V100 | our training was done on data center machines with 4 Nvidia V100 GPUs",
        "SGD | trained using the SGD optimizer",
        "Tokens | It was pre-trained on over 2.3T Tokens",
        "1.2 Trillion | 1.2 Trillion",
        "4.5M samples | 4.5M samples",
        "12.9B/295B | 12.9B/295B",
        "Several (3 sources) | Several (3 sources)",
        "A new mix of publicly available online data | A new mix of publicly available online data",
        "(Image, text) pairs | 6B (image, text) pairs",
        "6B (image, text) pairs | 6B (image, text) pairs",
        "Volumes | /Volumes/DATA/train",
        "QUAY | `MyQUAY` is a `QUAY` model trained on text of harbours",
      })
  void what_is_no_data_set_gets_no_name(String read, String words) {
    assertThat(name(read, "", words)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wikipedia | Wikipedia",
        "DataComp-1.3B | DataComp-1.3B",
        "Cancer Genome Atlas (TCGA | Cancer Genome Atlas (TCGA)",
        "LibriTTS | LibriTTS",
        "The Heap | The Heap",
        "C4 | C4",
        "1 Billion Word | 1 Billion Word",
        "100DOH | 100DOH",
        "23M COVID-19 English Tweets (cased) | 23M COVID-19 English Tweets (cased)",
      })
  void a_name_is_kept(String read, String shown) {
    assertThat(name(read, "", "It was trained on " + read + ".")).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "here,https://huggingface.co/datasets/acme/quill-sft/tree/main,acme/quill-sft",
    "🤗HuggingFace,https://huggingface.co/datasets/acme/quill,acme/quill",
    "figshare,https://figshare.com/articles/dataset/MPtrj/23713842,figshare.com/…/23713842",
    "5036147,https://zenodo.org/record/5036147,zenodo.org/…/5036147",
    "1aBcD4fGhIjK9mN-oPqRsT7uVwXyZ,https://drive.google.com/drive/folders/1aBcD4fGhIjK9mN-oPqRsT7uVwXyZ?usp=sharing,drive.google.com/…",
    "CommonHarbour11English,https://drive.example/x/1aBcD4fGhIjK9mN,CommonHarbour11English",
    "LJ Speech,https://www.example.org/lj.tar.bz2,LJ Speech",
  })
  void a_label_that_says_nothing_gives_way_to_the_address(String label, String link, String shown) {
    assertThat(name(label, link, "")).isEqualTo(shown);
  }

  @org.junit.jupiter.api.Test
  void terms_are_no_data() {
    assertThat(name("Acme Terms of Use", "https://acme.example.org/terms-of-use", ""))
        .isEqualTo("acme.example.org/terms-of-use");
  }

  @org.junit.jupiter.api.Test
  void the_text_of_a_licence_is_no_data() {
    assertThat(name("CC BY-NC-SA 4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/", ""))
        .isEmpty();
  }

  @org.junit.jupiter.api.Test
  void a_long_list_is_one_line_of_the_report() {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      list.append("https://data.example.org/corpus/part-").append(i).append(".jsonl.zst\n");
    }
    var sets =
        Docs.readme("# M\n\nA net that was trained by `train.py`.\n")
            .with("data/urls.txt", list.toString())
            .listed("train.py", 900)
            .judge()
            .data();
    assertThat(sets).hasSize(1);
    assertThat(List.of(sets.getFirst().name(), String.valueOf(sets.getFirst().size())))
        .containsExactly("data/urls.txt", "40 pieces");
  }
}
