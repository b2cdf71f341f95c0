package dev.assay.formats.tokenizer;

import dev.assay.formats.JsonReader;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.io.SourceStream;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.core.JsonToken;

/// Plain vocabularies, which only their names tell from other text: `vocab.json` (token to number),
/// `vocab.txt` and `*.tiktoken` (a token in each line).
public final class VocabularyFile implements WeightsFormat {
  private static final Pattern NAMED = Pattern.compile(".+[-_.]vocab(?:ulary)?\\.json");

  /// Words with their numbers and nothing else.
  private static final Pattern WORDS =
      Pattern.compile("\\{(?:\\s*\"(?:[^\"\\\\]|\\\\.){1,200}\"\\s*:\\s*\\d+\\s*,){4}");

  @Override
  public String id() {
    return "vocabulary";
  }

  @Override
  public String title() {
    return "vocabulary";
  }

  @Override
  public Weights.Kind kind() {
    return Weights.Kind.VOCABULARY;
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    return switch (entry.name()) {
      case "vocab.json" -> head.length > 1 && head[0] == '{';
      case "vocab.txt" -> head.length > 1 && text(head);
      default ->
          entry.name().endsWith(".json")
                  && NAMED.matcher(entry.name()).matches()
                  && WORDS.matcher(latin(head)).lookingAt()
              || entry.name().endsWith(".tiktoken") && text(head)
              || ranks(head);
    };
  }

  private static String latin(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1);
  }

  /// Lines of a token in base64 and its rank, which counts up from nought: how tiktoken keeps a
  /// vocabulary, under any name.
  private static boolean ranks(byte[] head) {
    int at = 0;
    for (int line = 0; line < 8; line++) {
      int from = at;
      while (at < head.length && at - from < 400 && base64(head[at])) {
        at++;
      }
      String rank = " " + line + "\n";
      if (at == from || at + rank.length() > head.length) {
        return false;
      }
      for (int i = 0; i < rank.length(); i++) {
        if (head[at++] != rank.charAt(i)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean base64(byte b) {
    return b >= 'A' && b <= 'Z'
        || b >= 'a' && b <= 'z'
        || b >= '0' && b <= '9'
        || b == '+'
        || b == '/'
        || b == '=';
  }

  private static boolean text(byte[] head) {
    for (byte b : head) {
      if (b == 0) {
        return false;
      }
    }
    return head.length > 0;
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out =
        new WeightsBuilder(source, entry, bytes, id())
            .kind(Weights.Kind.VOCABULARY)
            .uncounted()
            .header(0, bytes.size());
    long n = entry.name().endsWith(".json") ? members(bytes) : lines(bytes);
    return out.fact(
            Weights.Topic.TOKENIZER,
            TokenizerFile.VOCABULARY,
            String.valueOf(n),
            0,
            Math.min(64, bytes.size()))
        .build();
  }

  private static long members(ByteSource bytes) {
    long n = 0;
    try (JsonReader in = JsonReader.over(bytes, 0, bytes.size())) {
      in.expect(JsonToken.START_OBJECT);
      for (JsonToken t = in.next(); t != JsonToken.END_OBJECT; t = in.next()) {
        if (t == null) {
          throw new Malformed(in.offset(), "the vocabulary ends in the middle");
        }
        in.skip();
        n++;
      }
      in.end();
    }
    return n;
  }

  private static long lines(ByteSource bytes) {
    if (bytes.size() > 64L * 1024 * 1024) {
      throw new Malformed(-1, "a vocabulary of " + bytes.size() + " bytes is over the limit");
    }
    long n = 0;
    int last = '\n';
    try (var in = new SourceStream(bytes)) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        n += b == '\n' ? 1 : 0;
        last = b;
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return last == '\n' ? n : n + 1;
  }
}
