package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TongueTest {
  private static boolean may(Tongue tongue, String text) {
    return (Tongue.of(text) & 1 << tongue.ordinal()) != 0;
  }

  @Test
  void smallWordsTellTheLanguage() {
    assertThat(may(Tongue.DE, "Das Modell wurde auf einem großen Korpus aus dem Netz trainiert."))
        .isTrue();
    assertThat(may(Tongue.FR, "Le modèle a été entraîné sur un grand corpus de textes libres."))
        .isTrue();
    assertThat(may(Tongue.DE, "The model was trained on a large corpus of texts from the web."))
        .isFalse();
    assertThat(may(Tongue.ES, "Thanks to the University of Santiago de Chile for the machines."))
        .isFalse();
  }

  @Test
  void aHeadingMayBeOfAnyLanguage() {
    assertThat(may(Tongue.DE, "Trainingsdaten")).isTrue();
    assertThat(may(Tongue.IT, "Dati di addestramento")).isTrue();
  }

  /// A word of the German list inside an English sentence says nothing; in a German one it does.
  @Test
  void aForeignPhraseCountsInItsOwnLanguageOnly() {
    String german = "trainingsdaten";
    assertThat(Phrases.in("Wir haben die " + german + " aus dem Netz und von Freunden geholt."))
        .anyMatch(hit -> hit.to() - hit.from() == german.length());
    assertThat(
            Phrases.in(
                "The folder that we call " + german + " is the one for the logs of the day."))
        .noneMatch(hit -> hit.to() - hit.from() == german.length());
  }
}
