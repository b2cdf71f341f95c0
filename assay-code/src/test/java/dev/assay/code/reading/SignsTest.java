package dev.assay.code.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.code.reading.Sign.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Which signs a source has.
class SignsTest {
  private record Seen(Sign sign, int offset) {}

  private static List<Seen> seen(String path, String code) {
    List<Seen> all = new ArrayList<>();
    Signs.of(path, code, (kind, word, offset) -> all.add(new Seen(new Sign(kind, word), offset)));
    return all;
  }

  private static List<Sign> signs(String path, String code) {
    return seen(path, code).stream().map(Seen::sign).toList();
  }

  private static Sign sign(Kind kind, String word) {
    return new Sign(kind, word);
  }

  @Test
  void thePathSaysItsWordsItsEndingAndHowDeepItIs() {
    assertThat(signs("src/evalTools/run_HTMLReader.py", ""))
        .containsExactly(
            sign(Kind.FILE, "run"),
            sign(Kind.FILE, "html"),
            sign(Kind.FILE, "reader"),
            sign(Kind.ENDING, "py"),
            sign(Kind.FOLDER, "src"),
            sign(Kind.FOLDER, "eval"),
            sign(Kind.FOLDER, "tools"),
            sign(Kind.DEPTH, "2"),
            sign(Kind.LENGTH, "0"));
  }

  @Test
  void namesSayThemselvesTheirWordsAndWhatStandsAroundThem() {
    assertThat(signs("a", "def loadModel(x):\n  net.load_state_dict (y)"))
        .contains(
            sign(Kind.DEFINED, "loadmodel"),
            sign(Kind.DEFINED_PART, "load"),
            sign(Kind.DEFINED_PART, "model"),
            sign(Kind.CALL, "loadmodel"),
            sign(Kind.NAME, "load_state_dict"),
            sign(Kind.PART, "state"),
            sign(Kind.PART, "dict"),
            sign(Kind.PAIR, "net.load_state_dict"),
            sign(Kind.CALL, "load_state_dict"))
        .doesNotContain(sign(Kind.NAME, "x"), sign(Kind.CALL, "net"), sign(Kind.DEFINED, "net"));
  }

  @Test
  void anOptionIsOneWordAndItsWords() {
    assertThat(signs("a", "python x.py --do-Eval=1 -- --"))
        .contains(
            sign(Kind.OPTION, "do_eval"), sign(Kind.OPTION_PART, "eval"), sign(Kind.PAIR, "x.py"))
        .doesNotContain(sign(Kind.OPTION_PART, "do"), sign(Kind.OPTION, ""));
  }

  @Test
  void aMainIsToldByItsGuard() {
    assertThat(signs("a.py", "if __name__ == \"__main__\":")).contains(sign(Kind.MAIN, ""));
  }

  @Test
  void whatIsNoNameSaysNothing() {
    String long50 = "a".repeat(50);
    assertThat(signs("", long50 + " 3abc 0x1f --" + long50 + " é"))
        .extracting(Sign::kind)
        .containsOnly(Kind.DEPTH, Kind.LENGTH);
  }

  @Test
  void lengthCountsLines() {
    for (int[] lines : new int[][] {{29, 0}, {30, 1}, {100, 2}, {300, 3}, {1000, 4}}) {
      assertThat(signs("a", "\n".repeat(lines[0])))
          .contains(sign(Kind.LENGTH, String.valueOf(lines[1])));
    }
  }

  @Test
  void beyondTheLongestNothingIsRead() {
    String far = " ".repeat(Signs.LONGEST) + "predict";
    assertThat(signs("a", far)).doesNotContain(sign(Kind.NAME, "predict"));
  }

  /// Whatever the text: a sign of the code stands where it is said to stand.
  @Test
  void placesAreTrue() {
    var random = new Random(20261130);
    String alphabet = "abXY_09.-( \n\"é";
    for (int round = 0; round < 500; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(200); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String code = text.toString();
      for (Seen s : seen(code.replace("\n", "/"), code)) {
        if (s.offset >= 0 && s.sign.kind() == Kind.NAME) {
          assertThat(code.substring(s.offset, s.offset + s.sign.word().length()))
              .isEqualToIgnoringCase(s.sign.word());
        }
        assertThat(s.offset).isBetween(-1, code.length());
      }
    }
  }

  @Test
  void whatIsAskedForComesAsWhenEverythingIs() {
    var random = new Random(20261130);
    String letters = "abAB_01.(- \nMainpredict";
    for (int n = 0; n < 400; n++) {
      var code = new StringBuilder();
      for (int i = random.nextInt(300); i > 0; i--) {
        code.append(
            random.nextInt(12) == 0
                ? List.of("def run_model(", "HTMLReader.load", "--top_k", "__main__", "class Net")
                    .get(random.nextInt(5))
                : letters.charAt(random.nextInt(letters.length())));
      }
      int of = 2 + random.nextInt(3);
      Signs.Wanted some = (kind, hash) -> Math.floorMod(hash + kind.ordinal(), of) == 0;
      List<Seen> asked = new ArrayList<>();
      String text = code.toString();
      Signs.of("src/a.py", text, some, (k, w, at) -> asked.add(new Seen(new Sign(k, w), at)));
      asked.removeIf(s -> !some.may(s.sign().kind(), s.sign().word().hashCode()));
      List<Seen> all = new ArrayList<>();
      Signs.of("src/a.py", text, (k, w, at) -> all.add(new Seen(new Sign(k, w), at)));
      all.removeIf(s -> !some.may(s.sign().kind(), s.sign().word().hashCode()));
      assertThat(asked).as(text).isEqualTo(all);
    }
  }
}
