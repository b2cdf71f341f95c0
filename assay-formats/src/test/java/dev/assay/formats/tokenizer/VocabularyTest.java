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
}
