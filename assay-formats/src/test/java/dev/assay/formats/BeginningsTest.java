package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.FileEntry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A format that says what its files begin with recognises nothing that begins otherwise.
class BeginningsTest {
  /// What comes behind the first byte: marks of formats, and a text.
  private static final List<String> TAILS =
      List.of(
          "K\u0003\u0004\u0014\u0000 archive/data.pkl and what follows it",
          "GUF\u0003\u0000\u0000\u0000 and a header",
          "NUMPY\u0001\u0000v\u0000{'descr': '<f4'}",
          "\u0002\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019.",
          "ersion https://git-lfs.github.com/spec/v1\noid sha256:",
          "ree\nversion=v4\nnum_class=1\n",
          "767517\n75 83\nInput data 0 1\n",
          "BM1 and a model",
          "ZqFpD='\n",
          "\"weight_map\": {\"a\": \"b\"}, \"added_tokens\": [], \"model_type\": \"x\"}",
          "0 300\nthe 0.1 0.2 0.3",
          "rie Language Model",
          "\u0001\u0012\u0004name\n\u0003abc _tf_keras_ \u0015\n");

  @Test
  void nothingElseIsRecognised() {
    for (WeightsFormat format : Formats.all()) {
      for (int first = 0; first < 256 && !format.begins().isEmpty(); first++) {
        if (format.begins().indexOf(first) >= 0) {
          continue;
        }
        for (String tail : TAILS) {
          byte[] head =
              Arrays.copyOf(((char) first + tail).getBytes(StandardCharsets.ISO_8859_1), 128);
          for (String name :
              List.of("model.index.json", "tokenizer.json", "config.json", "x.bin")) {
            assertThat(format.recognises(FileEntry.file(name, 128), head))
                .as(format.id() + " of " + first + tail)
                .isFalse();
          }
        }
      }
    }
  }
}
