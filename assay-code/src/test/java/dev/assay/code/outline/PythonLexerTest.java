package dev.assay.code.outline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Gen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonLexerTest {

  private static String resource(String name) throws IOException {
    try (var in = PythonLexerTest.class.getResourceAsStream(name)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Kind, line and column of each token, and its text; the ends of lines without a place, as blank
  /// ends differ.
  private static List<String> tokens(String text) {
    PythonLexer lexer = PythonLexer.of(text);
    List<String> all = new ArrayList<>();
    int line = 1;
    int lineStart = 0;
    int at = 0;
    for (int i = 0; i < lexer.count(); i++) {
      for (; at < lexer.start(i); at++) {
        if (text.charAt(at) == '\n') {
          line++;
          lineStart = at + 1;
        }
      }
      String kind =
          switch (lexer.kind(i)) {
            case PythonLexer.NAME -> "NAME";
            case PythonLexer.NUMBER -> "NUMBER";
            case PythonLexer.STRING -> "STRING";
            case PythonLexer.OP -> "OP";
            default -> "LINE";
          };
      all.add(
          kind.equals("LINE")
              ? kind
              : kind
                  + " "
                  + line
                  + " "
                  + (lexer.start(i) - lineStart)
                  + " "
                  + lexer.word(i).replace("\n", "\\n"));
    }
    return all;
  }

  @Test
  void itGivesTheTokensThatPythonsOwnTokenizerGave() throws IOException {
    List<String> recorded =
        resource("everything.tokens")
            .lines()
            .filter(l -> !l.startsWith("#"))
            .map(l -> l.startsWith("LINE") ? "LINE" : l)
            .toList();

    assertThat(tokens(resource("everything.py"))).isEqualTo(recorded);
  }

  @Test
  void aStringThatIsNotClosedEndsWithItsLine() {
    assertThat(tokens("x = 'open\ny = 2\n"))
        .containsExactly(
            "NAME 1 0 x",
            "OP 1 2 =",
            "STRING 1 4 'open",
            "LINE",
            "NAME 2 0 y",
            "OP 2 2 =",
            "NUMBER 2 4 2",
            "LINE");
  }

  @Test
  void aBracketThatIsNotClosedDoesNotHideTheNextDefinition() {
    assertThat(PythonScanner.scan("foo(a, [b\n\ndef train():\n    pass\n").definitions())
        .extracting(Outline.Definition::name)
        .containsExactly("train");
  }

  @Test
  void pythonTwoIsRead() {
    Outline outline =
        PythonScanner.scan(
            "print 'hello'\nexec code in ns\nraise E, 'x'\nf(1L, 0777, `x`, a <> b)\n");

    assertThat(outline.calls()).extracting(Outline.Call::name).containsExactly("f");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(", "[", "{", "a(", "'", "\"\"\"", "\\", "f(x=", "@a\n", "a.", "((lambda x:"})
  void fiveMegabytesOfAnything(String piece) {
    String text = piece.repeat(5_000_000 / piece.length());

    Outline outline = PythonScanner.scan(text);

    assertThat(outline.calls().size()).isLessThanOrEqualTo(Outline.MOST);
  }

  @Test
  void fiveMegabytesOnOneLineKeepTheirFirstCalls() {
    Outline outline = PythonScanner.scan("f(a=1);".repeat(700_000));

    assertThat(outline.calls()).hasSize(Outline.MOST);
    assertThat(outline.calls().getFirst().keywords()).containsExactly("a");
  }

  @Test
  void noTextMakesItFail() {
    List<String> pieces =
        List.of(
            "def ",
            "class ",
            "(",
            ")",
            "'",
            "\"\"\"",
            "\n",
            "    ",
            "\t",
            "import a as b\n",
            "x",
            "=",
            "\\",
            "#",
            "é",
            "\uD83D\uDE00",
            "0x",
            "1e",
            "@",
            "from . import *\n",
            "\r\n",
            "f\"{",
            "}\"");
    Gen.forAll(
        1,
        300,
        gen -> {
          var text = new StringBuilder();
          for (int i = gen.between(0, 200); i > 0; i--) {
            text.append(gen.pick(pieces));
          }
          PythonLexer lexer = PythonLexer.of(text.toString());
          for (int i = 1; i < lexer.count(); i++) {
            assertThat(lexer.start(i)).isGreaterThanOrEqualTo(lexer.end(i - 1) - 1);
            assertThat(lexer.end(i)).isLessThanOrEqualTo(text.length());
          }
          PythonScanner.scan(text.toString());
        });
  }
}
