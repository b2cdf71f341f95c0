package dev.assay.formats.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.ProtoBytes;
import dev.assay.formats.Sample;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/// Vocabularies by their content, whatever they are called.
class VocabularyTest {
  @Test
  void linesOfBase64AndARankAreAVocabulary() {
    var text = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      text.append(Base64.getEncoder().encodeToString(("t" + i).getBytes(StandardCharsets.UTF_8)));
      text.append(' ').append(i).append('\n');
    }
    Weights w = Sample.read("tokenizer.model", text.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(w.format()).isEqualTo("vocabulary");
    assertThat(Sample.facts(w, Weights.Topic.TOKENIZER)).contains("300");
  }

  @Test
  void aPieceMayHaveNoScore() {
    byte[] unknown = new ProtoBytes().text(1, "<unk>").number(3, 2).bytes();
    byte[] word = new ProtoBytes().text(1, "ab").number(3, 1).bytes();
    ProtoBytes pieces = new ProtoBytes().bytes(1, unknown).bytes(1, word).bytes(1, word);
    Weights cut = Sample.read("m.model", pieces.bytes());
    assertThat(cut.format()).isEqualTo("sentencepiece");
    assertThat(cut.status()).isEqualTo(Weights.Status.INCOMPLETE);
    pieces.bytes(2, new ProtoBytes().number(3, 2).bytes());
    Weights whole = Sample.read("m.model", pieces.bytes());
    assertThat(whole.status()).isEqualTo(Weights.Status.OK);
    assertThat(Sample.facts(whole, Weights.Topic.TOKENIZER)).contains("3", "BPE");
  }

  @Test
  void aTokenizerIsKnownByItsFirstKeysUnderAnyName() {
    String text =
        "{\n \"version\": \"1.0\", \"truncation\": null, \"padding\": null, \"added_tokens\": [],"
            + " \"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0, \"b\": 1}, \"merges\": []}}";
    Weights w = Sample.read("words_10M.json", text.getBytes(StandardCharsets.UTF_8));
    assertThat(w.format()).isEqualTo("tokenizer");
    assertThat(Sample.facts(w, Weights.Topic.TOKENIZER)).contains("2", "BPE");
    byte[] other = "{\"version\": \"1.0\", \"padding\": 3}".getBytes(StandardCharsets.UTF_8);
    assertThat(Sample.recognised("words.json", other)).isFalse();
  }

  @Test
  void aVocabularyMayHaveTheNameOfItsModelBefore() {
    byte[] words =
        "{\"<s>\": 0, \"\\\"\": 1, \"the\": 2, \"a\": 3, \"of\": 4}"
            .getBytes(StandardCharsets.UTF_8);
    Weights w = Sample.read("code-vocab.json", words);
    assertThat(w.format()).isEqualTo("vocabulary");
    assertThat(Sample.facts(w, Weights.Topic.TOKENIZER)).contains("5");
    assertThat(Sample.recognised("sizes.json", words)).isFalse();
    byte[] texts = "{\"a\": \"b\", \"c\": \"d\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(Sample.recognised("german-vocab.json", texts)).isFalse();
  }
}
