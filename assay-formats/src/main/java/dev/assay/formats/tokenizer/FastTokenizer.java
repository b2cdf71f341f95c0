package dev.assay.formats.tokenizer;

import dev.assay.formats.JsonReader;
import dev.assay.formats.WeightsBuilder;
import dev.assay.formats.WeightsFormat;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.model.Weights;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.core.JsonToken;

/// `tokenizer.json` of the tokenizers library, read as a stream: vocabularies of 30 MB are common.
public final class FastTokenizer implements WeightsFormat {
  private static final Pattern OPENING =
      Pattern.compile(
          "\\{\\s*\"version\"\\s*:\\s*\"[^\"]{1,8}\"\\s*,\\s*\"truncation\"[^\\[]{1,400}\"padding\"[^\\[]{1,600}\"added_tokens\"\\s*:");

  @Override
  public String id() {
    return "tokenizer";
  }

  @Override
  public String title() {
    return "tokenizer.json";
  }

  @Override
  public Weights.Kind kind() {
    return Weights.Kind.VOCABULARY;
  }

  @Override
  public String begins() {
    return "{";
  }

  @Override
  public boolean recognises(FileEntry entry, byte[] head) {
    if (head.length == 0 || head[0] != '{' || !entry.name().endsWith(".json")) {
      return false;
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (!entry.name().endsWith("tokenizer.json")) {
      // Under any other name: the four keys that the library writes first, in its order.
      return OPENING.matcher(text).lookingAt();
    }
    return text.contains("\"added_tokens\"")
        || text.contains("\"truncation\"")
        || text.contains("\"pre_tokenizer\"")
        || text.contains("\"model\"");
  }

  @Override
  public Weights read(String source, FileEntry entry, ByteSource bytes) {
    var out =
        new WeightsBuilder(source, entry, bytes, id()).kind(Weights.Kind.VOCABULARY).uncounted();
    long highest = -1;
    long tokens = 0;
    long at = 0;
    String type = "";
    try (JsonReader in = JsonReader.over(bytes, 0, bytes.size())) {
      in.expect(JsonToken.START_OBJECT);
      while (member(in)) {
        switch (in.name()) {
          case "added_tokens" -> highest = Math.max(highest, added(in));
          case "model" -> {
            in.expect(JsonToken.START_OBJECT);
            while (member(in)) {
              switch (in.name()) {
                case "type" -> {
                  in.expect(JsonToken.VALUE_STRING);
                  type = in.text();
                }
                case "vocab" -> {
                  at = in.offset();
                  tokens = vocabulary(in);
                }
                default -> in.skip();
              }
            }
          }
          default -> in.skip();
        }
      }
      in.end();
    }
    long all = Math.max(tokens, highest + 1);
    if (all > 0) {
      out.fact(
          Weights.Topic.TOKENIZER,
          TokenizerFile.VOCABULARY,
          String.valueOf(all),
          at,
          Math.min(bytes.size(), at + 64));
    }
    out.fact(Weights.Topic.TOKENIZER, "type", type, at, Math.min(bytes.size(), at + 64));
    return out.build();
  }

  private static boolean member(JsonReader in) {
    JsonToken t = in.next();
    if (t == null) {
      throw new Malformed(in.offset(), "the tokenizer ends in the middle");
    }
    return t != JsonToken.END_OBJECT;
  }

  /// The highest number of an added token.
  private static long added(JsonReader in) {
    long highest = -1;
    JsonToken t = in.next();
    if (t != JsonToken.START_ARRAY) {
      in.skip();
      return highest;
    }
    while (in.next() == JsonToken.START_OBJECT) {
      while (member(in)) {
        if (in.name().equals("id") && in.next() == JsonToken.VALUE_NUMBER_INT) {
          highest = Math.max(highest, in.integer());
        } else {
          in.skip();
        }
      }
    }
    return highest;
  }

  /// How many tokens the vocabulary has: an object from token to number, or a list of pairs.
  private static long vocabulary(JsonReader in) {
    JsonToken t = in.next();
    long n = 0;
    if (t == JsonToken.START_OBJECT) {
      // A word that stands twice is no matter of safety here, and half the time would go into it.
      n = in.countMembers();
    } else if (t == JsonToken.START_ARRAY) {
      while (in.next() == JsonToken.START_ARRAY) {
        in.skip();
        n++;
      }
    }
    return n;
  }
}
