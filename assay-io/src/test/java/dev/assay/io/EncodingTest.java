package dev.assay.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
  private static final String CHINESE =
      "# 模型\n\n训练数据包括网页、书籍和代码，共两万亿个词。我们公开模型的权重和训练代码，许可证为 Apache 2.0。";
  private static final String TRADITIONAL = "# 模型\n\n訓練資料包括網頁、書籍和程式碼，我們公開模型的權重，不公開資料。";
  private static final String JAPANESE =
      "# モデル\n\nこのモデルはウェブの文書で学習しました。学習データは公開していません。ライセンスは MIT です。";
  private static final String KOREAN = "# 모델\n\n이 모델은 웹 문서로 학습하였습니다. 학습 데이터는 공개하지 않습니다.";
  private static final String RUSSIAN =
      "# Модель\n\nМодель обучена на текстах из интернета. Данные для обучения не публикуются.";
  private static final String GERMAN =
      "# Modell\n\nDas Modell wurde für größere Aufgaben geübt; die Daten gehören den Verfassern.";

  private static String text(String language) {
    return switch (language) {
      case "zh" -> CHINESE;
      case "zh-Hant" -> TRADITIONAL;
      case "ja" -> JAPANESE;
      case "ko" -> KOREAN;
      case "ru" -> RUSSIAN;
      default -> GERMAN;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "zh, GB18030",
    "zh, GBK",
    "zh-Hant, Big5",
    "ja, Shift_JIS",
    "ja, EUC-JP",
    "ko, EUC-KR",
    "ru, windows-1251",
    "ru, KOI8-R",
    "de, ISO-8859-1",
    "de, windows-1252"
  })
  void a_text_is_read_in_the_encoding_whose_letters_it_has(String language, String charset) {
    byte[] bytes = text(language).getBytes(Charset.forName(charset));
    TextFile file = TextFile.of("s", "README.md", bytes, true);
    assertThat(file.text()).isEqualTo(text(language));
    assertThat(file.decoded()).isTrue();
    assertThat(file.guessedEncoding()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"zh", "zh-Hant", "ja", "ko", "ru", "de"})
  void utf_8_stays_what_it_is(String language) {
    byte[] bytes = text(language).getBytes(StandardCharsets.UTF_8);
    TextFile file = TextFile.of("s", "README.md", bytes, true);
    assertThat(file.text()).isEqualTo(text(language));
    assertThat(file.guessedEncoding()).isEmpty();
  }

  @Test
  void a_few_broken_bytes_do_not_change_the_encoding() {
    byte[] bytes = (CHINESE + "?" + RUSSIAN).getBytes(StandardCharsets.UTF_8);
    bytes[CHINESE.getBytes(StandardCharsets.UTF_8).length] = (byte) 0xFF;
    TextFile file = TextFile.of("s", "README.md", bytes, true);
    assertThat(file.text()).isEqualTo(CHINESE + "\uFFFD" + RUSSIAN);
    assertThat(file.decoded()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE", "UTF-16BE"})
  void utf_16_needs_no_mark(String charset) {
    byte[] bytes = GERMAN.getBytes(Charset.forName(charset));
    assertThat(TextFile.isUtf16(bytes)).isTrue();
    assertThat(TextFile.of("s", "README.md", bytes, true).text()).isEqualTo(GERMAN);
  }

  @Test
  void numbers_and_noise_are_no_text_in_another_encoding() {
    byte[] numbers = new byte[4000];
    for (int i = 0; i < numbers.length; i += 4) {
      numbers[i] = (byte) i;
      numbers[i + 1] = (byte) (i >> 8);
    }
    assertThat(TextFile.isUtf16(numbers)).isFalse();
    byte[] noise = new byte[20_000];
    for (int seed = 0; seed < 50; seed++) {
      new Random(seed).nextBytes(noise);
      assertThat(Encoding.of(noise))
          .as("seed %d", seed)
          .isEqualTo(new Encoding(StandardCharsets.UTF_8, 0, false));
    }
  }
}
