package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is an amount of data, and what is one of something else.
class QuantityTest {
  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void whatPartsTheWordsBehindANumberEndsTheSearch() {
    assertThat(Quantity.in("We add 120K new, clean hours of speech.")).hasSize(1);
    assertThat(Quantity.in("120K indoor/outdoor hours of speech")).hasSize(1);
  }

  @Test
  void aLetterIsShortForTenThousandBeforeChinese() {
    assertThat(Quantity.in("收集了400w条数据用于训练").getFirst().amount()).isEqualByComparingTo("4000000");
    assertThat(Quantity.in("400w lamps of 3 hours").stream().map(Quantity::unit))
        .doesNotContain("samples");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the most that fits my A100 40GB GPU",
        "trained on eight V100 32 GB cards",
        "needs 24 GB of VRAM",
        "a machine with 64GB memory",
        "单卡需要 80GB 显存",
        "2,000 GPU hours",
        "it can generate 10-second videos",
        "better with 3x less seen samples",
        "We only trained one model (lead time is 24 hours)",
        "start a 1 hour timer",
        "单卡 3 小时训练大模型",
        "a batch size of 2,097,152 tokens",
        "integers of size (None, 2049): 2049 length sequences",
        "it generates 2048 tokens",
        "a context length of up to 4 million tokens",
        "assuming the data set is small (<10s of hours of data)",
        "1,000 steps on original-length videos",
        "the PDB of 2021 and predicted structures",
        "COCO 2017 train and val images",
        "CATH 4.3 + predicted structures",
        "Weak-to-Strong Training for 4K Text-to-Image generation",
        "2,000 lines of code",
        "captions of roughly 200 words on average",
        "draws 81 frames or 100 rows",
        "17 image datasets of harbours",
        "the CIFAR-10 데이터셋으로 학습한 이미지",
        "12개월 데이터",
        "reading it takes 24 hours with 8 cores",
        "needs 700GB of local disk space",
        "snapshots of 118-635 GB of data per training run",
      })
  void whatAMachineHasIsNoData(String text) {
    assertThat(Quantity.in(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trained on 40GB of text",
        "a corpus of 800 GB",
        "825 GiB or 780 GB of books, read from memory-mapped files by a program on several GPUs",
        "80GB 的中文语料",
        "12 hours of speech",
        "14.8T high-quality and diverse tokens",
        "2,000 images",
        "2000 images",
        "1.5M labeled images",
        "100,000+ hours of audio data",
        "25 812 lignes de chartes",
        "12\u00a0400 images",
        "70.000 imagens de barcos",
        "12.400 Bildern",
        "5,232 X-ray images",
        "7,043 customer records",
        "1.2 billion tweets",
        "12 400 изображениях лодок",
        "12,400枚",
        "12,400장",
        "2,012개 샘플",
        "约 360K 张",
        "20M 图文对",
        "127억개의 토큰"
      })
  void whatItWasTrainedOnIs(String text) {
    assertThat(Quantity.in(text)).hasSize(1);
  }

  @org.junit.jupiter.api.Test
  void pointsAndSpacesPartThousands() {
    assertThat(Quantity.in("70.000 imagens").getFirst().amount()).isEqualByComparingTo("70000");
    assertThat(Quantity.in("25 812 lignes").getFirst().amount()).isEqualByComparingTo("25812");
    assertThat(Quantity.in("1.500 Stunden Sprache").getFirst().amount())
        .isEqualByComparingTo("1500");
    assertThat(Quantity.in("1.500 GB").getFirst().amount()).isEqualByComparingTo("1.5");
  }

  @org.junit.jupiter.api.Test
  void belowTheHeadOfMemoryBytesAreAMachines() {
    java.util.List<String> head = java.util.List.of("Modelo", "Uso Mínimo de Memoria GPU");
    assertThat(Quantity.inRow("| Q-7B | 11.5GB |", head)).isEmpty();
    assertThat(Quantity.inRow("| B | 570GB |", java.util.List.of("Corpus", "Size"))).hasSize(1);
  }
}
