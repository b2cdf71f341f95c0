package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The states of training data in the languages that releases are written in besides English. The
/// sentences are our own.
class TrainingDataLanguagesTest {
  private static final String LINK = "[Korpus-A](https://huggingface.co/datasets/some/corpus-a)";

  private static Finding data(String sentence) {
    return Docs.readme("# M\n\n" + sentence + "\n").finding(Component.TRAINING_DATA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "该模型在约 1.2 万亿 token 的中英文网页和书籍上训练。",
        "训练数据包括百科、新闻和代码，共 800 GB。",
        "Vortrainiert wurde mit 300 GB deutscher Texte aus dem Netz.",
        "Die Trainingsdaten bestehen aus Zeitungsartikeln und Protokollen.",
        "Les données d'entraînement proviennent de la presse et de livres numérisés.",
        "Le modèle a été pré-entraîné sur 200 milliards de tokens.",
        "Los datos de entrenamiento incluyen noticias y sentencias judiciales.",
        "El modelo se ha entrenado con 30 000 horas de audio.",
        "I dati di addestramento comprendono articoli di giornale e libri.",
        "O modelo foi pré-treinado em 120 GB de textos em português.",
        "Os dados de treinamento incluem notícias e livros.",
        "Обучающие данные состоят из новостей и книг.",
        "Модель обучалась на 80 миллиардах токенов русскоязычных текстов.",
        "学習データはニュース記事と百科事典です。",
        "約 300 億トークンの日本語テキストで学習しました。",
        "한국어 위키와 뉴스 데이터로 학습되었습니다.",
        "이 모델은 500만 문장의 말뭉치를 사용하여 사전학습했습니다.",
        "학습 데이터는 뉴스와 책으로 이루어져 있습니다.",
        "事前学習には百科事典と新聞の記事を使用しました。",
        "학습 데이터로는 백과사전과 뉴스를 사용했습니다.",
        "총 3만 시간 분량의 음성 데이터를 이용해 모델을 훈련하였습니다.",
        "L'entraînement s'appuie sur 12 000 heures de parole transcrite.",
        "Pour l'entraînement, nous avons utilisé un corpus composé de livres et de débats.",
        "Le jeu de données d'apprentissage comprend 3 millions de paires image-texte.",
        "Für das Vortraining haben wir 600 Milliarden Tokens aus Webtexten verwendet.",
        "Als Trainingskorpus dienten Protokolle und Nachrichtentexte.",
        "El modelo se preentrenó con 570 GB de textos de bibliotecas.",
        "Para el entrenamiento se utilizaron 5.000 horas de voz transcrita.",
        "Hemos entrenado el modelo usando 200 000 pares de imagen y texto.",
        "Para o treinamento usamos 1.500 horas de fala transcrita.",
        "O conjunto de treinamento é formado por notícias e livros.",
        "Для обучения использовалось 5 тысяч часов размеченной речи.",
        "Мы обучили модель на 240 миллионах пар изображение–текст.",
        "Il modello è stato preaddestrato su 200 miliardi di token in italiano.",
        "Per l'addestramento abbiamo usato 3.000 ore di parlato trascritto.",
        "Il corpus di addestramento è composto da libri e pagine web.",
      })
  void toldInProse(String sentence) {
    assertThat(data(sentence).state()).isEqualTo(State.DESCRIBED);
    assertThat(data(sentence).evidence().getFirst().quote()).contains(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "模型使用 %s 进行训练。",
        "Das Modell wurde auf %s trainiert.",
        "Le modèle a été entraîné sur %s.",
        "El modelo fue entrenado con %s.",
        "Il modello è stato addestrato su %s.",
        "O modelo foi treinado com %s.",
        "Модель обучена на %s.",
        "本モデルは %s を用いて学習しました。",
        "이 모델은 %s 데이터로 학습되었습니다.",
      })
  void linked(String sentence) {
    assertThat(data(sentence.formatted(LINK)).state()).isEqualTo(State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "我们不会公开训练数据。",
        "Die Trainingsdaten werden nicht veröffentlicht.",
        "Les données d'entraînement ne sont pas publiées.",
        "Los datos de entrenamiento no se publican.",
        "I dati di addestramento non vengono pubblicati.",
        "Os dados de treinamento não serão publicados.",
        "Обучающие данные не публикуются.",
        "学習データは公開しません。",
        "학습 데이터는 공개하지 않습니다.",
      })
  void refused(String sentence) {
    assertThat(data(sentence).qualifiers()).contains(Qualifier.REFUSED);
    assertThat(data(sentence).state()).isNotIn(State.PRESENT, State.LINKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "您可以使用自己的数据微调模型。",
        "Sie können das Modell auf Ihre eigenen Daten anpassen.",
        "Vous pouvez affiner le modèle sur vos propres données.",
        "Puede ajustar el modelo con sus propios datos.",
        "È possibile adattare il modello ai propri dati.",
        "Você pode ajustar o modelo com seus próprios dados.",
        "Вы можете дообучить модель на своих данных.",
        "ご自身のデータでファインチューニングできます。",
        "자신의 데이터로 미세조정할 수 있습니다.",
      })
  void whatAReaderMayDoSaysNothing(String sentence) {
    assertThat(data(sentence).state()).isEqualTo(State.ABSENT);
  }
}
