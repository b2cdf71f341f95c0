package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages and forms on which weights are asked for, and such for other things.
class AskedForTest {
  private static boolean linked(String said) {
    return Docs.readme("# Gull\n\nA model of gulls.\n\n" + said + "\n").judged().mentions().stream()
        .anyMatch(m -> m.component() == Component.WEIGHTS && m.state() == State.LINKED);
  }

  private static boolean gated(String said) {
    return Docs.readme("# Gull\n\nA model of gulls.\n\n" + said + "\n").state(Component.ACCESS)
        == State.DESCRIBED;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## 0 模型下载\n\n请在[下载页面](https://model.quay.example/detail/100017)进行申请，文件介绍如下：",
        "## 模型下载\n\n请前往[下载页面](https://model.quay.example/detail/100017)申请。",
        "## 模型下载\n\n请在[下载页面](https://model.quay.example/detail/100017)进行申请",
        "## Model download\n\nPlease apply on the [download page](https://model.quay.example/detail/100017).",
        "## Download the model\n\nApply for access [here](https://model.quay.example/detail/100017).",
        "## モデルのダウンロード\n\n[ダウンロードページ](https://model.quay.example/detail/100017)から申請してください。",
        "## Modell-Download\n\nBitte auf der [Downloadseite](https://model.quay.example/detail/100017) beantragen.",
        "## 模型权重\n\n模型参数可在[此页面](https://model.quay.example/detail/100017)申请获取。",
        "## Weights\n\nFill in the [form](https://forms.quay.example/detail/100017) to get the weights.",
        "## Descarga del modelo\n\nSolicítelo en la [página de descarga](https://model.quay.example/detail/100017).",
        "## Téléchargement du modèle\n\nDemandez l'accès sur la [page de téléchargement](https://model.quay.example/detail/100017).",
        "## 모델 다운로드\n\n[다운로드 페이지](https://model.quay.example/detail/100017)에서 신청하세요.",
        "## Скачать модель\n\nЗаявку можно подать на [странице загрузки](https://model.quay.example/detail/100017).",
        "## Download do modelo\n\nSolicite na [página de download](https://model.quay.example/detail/100017).",
        "## Download del modello\n\nFatene richiesta sulla [pagina di download](https://model.quay.example/detail/100017).",
        "## Access\n\nTo download the checkpoints and tokenizer, fill this [google form](https://forms.quay.example/abc).",
        "The model weights are available for academic use upon filling this [request form](https://forms.quay.example/abc)."
      })
  void whatIsGivenToThoseWhoAskIsLinked(String said) {
    assertThat(linked(said)).isTrue();
    assertThat(gated(said)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Datensatz\n\nBitte auf der [Downloadseite](https://data.quay.example/detail/100017) beantragen.",
        "## 数据下载\n\n请前往[下载页面](https://data.quay.example/detail/100017)申请。",
        "## Models\n\nTo request commercial use, fill in this [form](https://forms.quay.example/abc).",
        "## Model\n\nTo use the API, apply for a key on this [page](https://api.quay.example/abc).",
        "## Model download\n\nTo get the data set, request it [here](https://data.quay.example/abc).",
        "## Model\n\nOpen an issue to request a feature on this [page](https://quay.example/abc).",
        "## 模型\n\n如需商用，请填写[申请表](https://forms.quay.example/abc)。"
      })
  void otherThingsAreAskedForToo(String said) {
    assertThat(linked(said)).isFalse();
    assertThat(gated(said)).isFalse();
  }
}
