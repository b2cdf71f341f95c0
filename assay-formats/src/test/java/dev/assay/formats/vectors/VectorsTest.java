package dev.assay.formats.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.FixtureCase;
import dev.assay.formats.Sample;
import dev.assay.model.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class VectorsTest {

  @TestFactory
  Stream<DynamicTest> theVerdictsOfTheFixturesHold() {
    return Stream.concat(
        FixtureCase.generated("fasttext/", "word2vec/"),
        FixtureCase.real("real/fasttext/", "real/word2vec/"));
  }

  @Test
  void linesOfNumbersAreNoVectors() {
    byte[] lines =
        "32164625 11\n61462 18\n24333542457 12\n55123224334353 13\n6613 -9\n7713 2\n44 11\n"
            .getBytes(StandardCharsets.UTF_8);
    var entry = dev.assay.io.FileEntry.file("Test_L1", lines.length);
    var source = dev.assay.io.ByteSource.of(lines);
    assertThat(Word2Vec.binary().confirms(entry, source)).isFalse();
    assertThat(Word2Vec.text().confirms(entry, source)).isFalse();
  }

  /// The ends of edges are no vectors of two or three numbers, however their lines end.
  @Test
  void edgesAreNoVectors() {
    byte[] edges =
        "1 2\r\n1 4\r\n2 3\r\n2 5\r\n4 5\r\n3 5\r\n3 3\r\n% 123".getBytes(StandardCharsets.UTF_8);
    var entry = dev.assay.io.FileEntry.file("nettest.txt", edges.length);
    assertThat(Word2Vec.binary().confirms(entry, dev.assay.io.ByteSource.of(edges))).isFalse();
  }

  /// A whole model: two words, one label, three dimensions.
  private static byte[] fastText(boolean magic) {
    ByteBuffer b = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
    if (magic) {
      b.putInt(793712314).putInt(12);
    }
    for (int s : new int[] {3, 5, 7, 1, 5, 1, 3, 3, 4, 0, 0, 100}) {
      b.putInt(s);
    }
    b.putDouble(1e-4).putInt(3).putInt(2).putInt(1).putLong(99);
    if (magic) {
      b.putLong(-1);
    }
    for (String w : List.of("een", "twee", "__label__nl")) {
      b.put(w.getBytes(StandardCharsets.UTF_8)).put((byte) 0).putLong(9);
      b.put((byte) (w.startsWith("_") ? 1 : 0));
    }
    if (magic) {
      b.put((byte) 0);
    }
    b.putLong(6).putLong(3).position(b.position() + 72);
    if (magic) {
      b.put((byte) 0);
    }
    b.putLong(1).putLong(3).position(b.position() + 12);
    return java.util.Arrays.copyOf(b.array(), b.position());
  }

  @Test
  void fastTextTellsItsRecipeAndTheSizeOfItsCorpus() {
    Weights w = Sample.read("m.bin", fastText(true));
    assertThat(w.status()).as(w.reason()).isEqualTo(Weights.Status.OK);
    assertThat(w.parameters()).isEqualTo(18 + 3);
    assertThat(w.metadata())
        .anyMatch(f -> f.key().equals("epoch") && f.value().equals("7"))
        .anyMatch(f -> f.key().equals("model") && f.value().equals("sup"))
        .anyMatch(f -> f.key().equals("labels") && f.value().equals("__label__nl"))
        .anyMatch(f -> f.key().equals("ntokens") && f.value().equals("99"));
  }

  @Test
  void filesFromBeforeTheMagicAreRead() {
    Weights w = Sample.read("m.bin", fastText(false));
    assertThat(w.format()).isEqualTo("fasttext");
    assertThat(w.parameters()).as(w.reason()).isEqualTo(21);
  }

  @Test
  void aModelWithoutItsMatricesIsIncomplete() {
    Weights w = Sample.read("fasttext/cls.bin");
    assertThat(w.status()).isEqualTo(Weights.Status.INCOMPLETE);
    assertThat(w.parameters()).isNull();
  }

  @Test
  void wordVectorsInTextAndInBinaryAreCounted() {
    assertThat(Sample.read("word2vec/vec.txt").format()).isEqualTo("word2vec-text");
    assertThat(Sample.read("word2vec/vec.txt").parameters()).isEqualTo(36);
    assertThat(Sample.read("word2vec/vec.bin").format()).isEqualTo("word2vec-bin");
    assertThat(Sample.read("word2vec/vec.bin").parameters()).isEqualTo(36);
  }

  @Test
  void anyTextThatBeginsWithTwoNumbersIsNotOne() {
    for (String text :
        List.of("3 12\nhello world\n", "3 4\n1 2 3\n", "10 20\n", "3 12 9\nde 0 0\n")) {
      assertThat(Sample.recognised("x.txt", text.getBytes(StandardCharsets.UTF_8)))
          .as(text)
          .isFalse();
    }
  }

  @Test
  void fewerRowsThanTheFirstLineSaysIsIncomplete() {
    byte[] text = "9000000 2\nde 0.5 -1e3\n".getBytes(StandardCharsets.UTF_8);
    assertThat(Sample.read("v.vec", text).status()).isEqualTo(Weights.Status.INCOMPLETE);
  }

  // Words longer than their numbers: the least that the first line needs is far less than the file.
  @Test
  void aBinaryThatStopsAmongItsLastWordsIsIncomplete() {
    byte[] word = "kangaroo.noun.01 ".getBytes(StandardCharsets.UTF_8);
    var b = java.nio.ByteBuffer.allocate(4096);
    b.put("20 4\n".getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 20; i++) {
      b.put(word).putInt(0x90adb4bc).putInt(0x3cb614c1).putInt(0x91b532bb).putInt(0x8a0b063c);
    }
    byte[] good = java.util.Arrays.copyOf(b.array(), b.position());
    assertThat(Sample.read("v.bin", good).format()).isEqualTo("word2vec-bin");
    assertThat(Sample.read("v.bin", good).status()).isEqualTo(Weights.Status.OK);
    Weights cut = Sample.read("v.bin", java.util.Arrays.copyOf(good, good.length - 40));
    assertThat(cut.status()).isEqualTo(Weights.Status.INCOMPLETE);
    assertThat(cut.reason()).contains("states 20 words where 18");
  }

  @Test
  void damageEndsInAValue() {
    Sample.survivesDamage(new FastText(), "m.bin", fastText(true));
    Sample.survivesDamage(Word2Vec.binary(), "v.bin", Sample.bytes("word2vec/vec.bin"));
    Sample.survivesDamage(Word2Vec.text(), "v.txt", Sample.bytes("word2vec/vec.txt"));
  }
}
