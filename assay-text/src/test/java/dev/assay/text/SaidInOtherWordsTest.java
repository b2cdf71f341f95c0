package dev.assay.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Sentences in Chinese, Japanese, Korean and the larger European languages by which weights and
/// data are offered, promised or only spoken of, and by which a release calls itself open. They
/// were written down before the rules were looked at; `offers.txt` and `open-said.txt` hold them,
/// one a line.
class SaidInOtherWordsTest {
  private static Stream<String> section(String file, String name) {
    try (InputStream in = SaidInOtherWordsTest.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no " + file);
      }
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      int from = lines.indexOf("[" + name + "]") + 1;
      return lines.stream()
          .skip(from)
          .takeWhile(line -> !line.startsWith("[") || line.contains("]("));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<String> weights() {
    return section("offers.txt", "weights");
  }

  static Stream<String> nothing() {
    return section("offers.txt", "nothing");
  }

  static Stream<String> promised() {
    return section("offers.txt", "promised");
  }

  static Stream<String> data() {
    return section("offers.txt", "data");
  }

  static Stream<String> open() {
    return section("open-said.txt", "open");
  }

  static Stream<String> notOpen() {
    return section("open-said.txt", "not");
  }

  private static Docs readme(String said) {
    return Docs.readme("# Gull\n\nA model of gulls.\n\n" + said.replace("\\n", "\n") + "\n");
  }

  private static boolean said(String text, State state) {
    return readme(text).judged().mentions().stream()
        .anyMatch(m ->
            m.component() == Component.WEIGHTS
                && m.state() == state
                && !m.qualifiers().contains(Qualifier.OF_BASE));
  }

  @ParameterizedTest
  @MethodSource("weights")
  void weightsAreOffered(String text) {
    assertThat(said(text, State.LINKED)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("nothing")
  void whatIsSaidOfSomethingElseOffersNone(String text) {
    assertThat(said(text, State.LINKED)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("promised")
  void weightsArePromised(String text) {
    assertThat(said(text, State.PROMISED)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("data")
  void dataOfTrainingIsOffered(String text) {
    assertThat(readme(text).besideTraining(Component.TRAINING_DATA).state())
        .isEqualTo(State.LINKED);
  }

  private static boolean isOpen(String text) {
    return readme(text).judge().claims().stream().anyMatch(c -> c.kind() == Claim.Kind.OPEN_SOURCE);
  }

  @ParameterizedTest
  @MethodSource("open")
  void aReleaseCallsItselfOpen(String text) {
    assertThat(isOpen(text)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("notOpen")
  void whatElseIsOpenIsNoClaim(String text) {
    assertThat(isOpen(text)).isFalse();
  }

  @Test
  void aLongSentenceIsReadInBoundedTime() {
    String many = "训练好的模型可以从 ist das und ein Modell ".repeat(10_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          said(many + "[这里](https://x.example.org/a)下载", State.LINKED);
          isOpen(many + " ist quelloffen");
        });
  }
}
