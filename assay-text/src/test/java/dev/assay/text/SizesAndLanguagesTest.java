package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Claim;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The sizes that a release says its models have, and the languages that it says they speak, in
/// running text; and what only sounds like it.
class SizesAndLanguagesTest {
  private static List<String> of(Claim.Kind kind, String text) {
    return Docs.document("README.md", "# Robin\n\n" + text + "\n").claims().stream()
        .filter(c -> c.kind() == kind)
        .map(Claim::statement)
        .toList();
  }

  private static List<String> sizes(String text) {
    return of(Claim.Kind.PARAMETERS, text).stream()
        .map(s ->
            s.replaceAll(
                "^states (?:a size of )?|(?: parameters)? \\(\\d+(?: parameters)?\\)$", ""))
        .toList();
  }

  private static String languages(String text) {
    return String.join(
        " + ",
        of(Claim.Kind.LANGUAGES, text).stream()
            .map(s -> s.replace("says it speaks ", ""))
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Robin has 10 billion visual parameters and 7 billion language parameters. | 10 billion visual; 7 billion language",
        "Robin is a 12-billion-parameter model for birds. | 12-billion",
        "Robin 拥有90亿的视觉参数和30亿的语言参数。 | 90亿; 30亿",
        "模型共 40 层，总参数量为60亿。 | 60亿",
        "Robin は80億のパラメータを持つモデルです。 | 80億",
        "Robin은 90억 개의 매개변수를 갖춘 모델입니다. | 90억",
        "Robin comes in two sizes: 2B and 9B. | 2B; 9B",
        "We provide Robin in a range of sizes (1.5B, 4B, and 9B). | 1.5B; 4B; 9B",
        "We release 3B, 9B and 27B models. | 3B; 9B; 27B",
        "Robin is an experimental 27B model based on Wren-2. | 27B",
        "本次开源包含 3B、9B 规模的模型。 | 3B; 9B",
        "Robin is a chat LLM (27B) for birds. | 27B",
        "The 3B and 9B checkpoints are available on the hub. | 3B; 9B",
      })
  void sizesAreRead(String text, String expected) {
    assertThat(String.join("; ", sizes(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Robin ranks first among all 13B models.",
        "It outperforms Wren-70B and other 70B models.",
        "Wren-2 comes in two sizes: 7B and 13B.",
        "The 70B model will be released soon.",
        "You need a GPU with 24 GB of memory for 13B models.",
        "If you want to try the larger version with 40B parameters, request access by mail.",
        "One can technically train a model at 200B+ parameters.",
        "The data has 10M audio-text pairs.",
        "更新 Robin-7B-Chat-32K 模型参数。",
        "We use the Wren 7B and 13B models for comparison."
      })
  void othersSizesAreNone(String text) {
    assertThat(sizes(text)).isEmpty();
  }

  @Test
  void newsOfAnotherModelAreNone() {
    assertThat(sizes("## News\n\n- We release Robin-Mini, a highly capable 3B model.\n"))
        .containsExactly("3B");
    assertThat(sizes("## News\n\n- We release Wren-Mini, a highly capable 3B model.\n")).isEmpty();
  }

  @Test
  void aTableInBoldIsRead() {
    assertThat(
            sizes(
                "## Performance\n\n| Model | Score | Param. |\n|---|---|---|\n"
                    + "| [**Robin-T**](https://github.com/nest/robin/releases/download/v1/robin-t.pt) | 3 | **2.5M** |"))
        .containsExactly("2.5M parameters (2500000) for Robin-T");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Supports both Basque and Catalan, and code-switching. | Basque, Catalan",
        "Robin is a speech model that supports ASR for Mandarin, Cantonese, and English. | Mandarin, Cantonese, English",
        "It was pretrained on a corpus covering 3 languages: Welsh, Irish, Breton. | Welsh, Irish, Breton",
        "Robin is a family of language models for Vietnamese. | Vietnamese",
        "Robin is a Spanish and Galician instruction-tuned LLM. | Spanish, Galician",
        "The models are Brazilian Portuguese language only. | Brazilian Portuguese",
        "Its multilingual abilities are extended to support Spanish in addition to English and Korean. | Spanish, English, Korean",
        "Robin was trained on a mixture of Danish and Swedish data. We give it away: it is a model trained on Danish and Swedish text. | Danish, Swedish",
        "Robin recognises speech in 5 languages: English, Indian English, Farsi and German. It speaks German. | English, Farsi, German",
        "Robin is a model supporting Mandarin, Chinese dialects and English. | Mandarin, Chinese, English",
        "Robin speaks French, Klingon, and German. | French, German",
        "Robin 支持中英双语。 | 中文, 英文",
        "支持法语、德语、日语等多种语言。 | 法语, 德语, 日语",
        "本项目开源了中文对话模型。 | 中文",
      })
  void languagesAreRead(String text, String expected) {
    assertThat(languages(text)).isEqualTo(expected);
  }

  @Test
  void aListBelowItsHeadingIsRead() {
    assertThat(languages("## Supported languages\n\nFrench, German, Polish\n"))
        .isEqualTo("French, German, Polish");
    assertThat(languages("阿拉伯语、缅甸语、中文、丹麦语、荷兰语\n")).isEqualTo("阿拉伯语, 缅甸语, 中文, 丹麦语, 荷兰语");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Robin supports 23 programming languages such as Python and Java, and reads English comments.",
        "Existing French language models are larger.",
        "We translated the data set into Italian.",
        "It does better than Wren in low-resource languages, such as Lao and Khmer.",
        "The model does not support Japanese.",
        "We plan to support German.",
        "Train versions of the model for Thai yourself: you can support Thai with your own data.",
        "The technical documentation is in Chinese.",
        "The benchmark has questions in Chinese and English.",
        "由于 Wren 词表不支持中文，编码效率较低。",
        "我们将问答数据集翻译成中文。",
        "优先使用表现最好的中文预训练模型。",
        "It was tested on 3 languages: Chinese, Czech, English."
      })
  void otherLanguagesAreNone(String text) {
    assertThat(languages(text)).isEmpty();
  }

  /// A sign behind a name may make another word of it.
  @Test
  void theLanguagesOfPeoplesAreNoName() {
    assertThat(Docs.readme("# Net\n\nNet 支持5种民汉语言。\n").judge().claims())
        .noneMatch(c -> c.kind() == Claim.Kind.LANGUAGES);
    assertThat(Docs.readme("# Net\n\nNet 支持汉语、英语。\n").judge().claims())
        .anyMatch(c -> c.kind() == Claim.Kind.LANGUAGES);
  }
}
