package dev.assay.formats;

import dev.assay.io.ByteSource;
import dev.assay.io.Malformed;
import dev.assay.io.SourceStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/// Untrusted JSON as a stream of tokens: depth, numbers and texts are bounded, a name that stands
/// twice in one object is refused (readers disagree which one counts), and every complaint is a
/// {@link Malformed} with its place. Not for several threads.
public final class JsonReader implements AutoCloseable {
  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(Limits.DEPTH)
          .maxNumberLength(100)
          .maxStringLength(32 * 1024 * 1024)
          .maxNameLength(Limits.TEXT)
          .build();

  // Names are not pooled: a header holds each of its names once, so a pool would only hold
  // them all.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(CONSTRAINTS)
          .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
          .build();

  private final JsonParser parser;
  private final long base;
  private final List<LongSet> names = new ArrayList<>();
  private int depth;
  private long nameHash;

  private JsonReader(JsonParser parser, long base) {
    this.parser = parser;
    this.base = base;
  }

  /// Reads the bytes from `from` to `to`. Offsets in complaints count characters after `from`,
  /// which are bytes as long as the text is ASCII.
  public static JsonReader over(ByteSource bytes, long from, long to) {
    Reader text = new Utf8Reader(new SourceStream(bytes, from, to));
    return guarded(
        () -> new JsonReader(FACTORY.createParser(ObjectReadContext.empty(), text), from));
  }

  /// Reads a text; offsets are those of its characters.
  public static JsonReader over(String text) {
    return guarded(() ->
        new JsonReader(FACTORY.createParser(ObjectReadContext.empty(), new StringReader(text)), 0));
  }

  private interface Step<T extends @Nullable Object> {
    T run();
  }

  private static <T extends @Nullable Object> T guarded(Step<T> step) {
    try {
      return step.run();
    } catch (JacksonException e) {
      long at = e.getLocation() == null ? -1 : e.getLocation().getCharOffset();
      throw new Malformed(at, "JSON: " + firstLine(e.getOriginalMessage()));
    }
  }

  private static String firstLine(@Nullable String message) {
    if (message == null) {
      return "cannot be read";
    }
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    // What the parser advises its programmer to do is nothing to a reader of a report.
    int advice = line.indexOf(": ");
    line = advice < 0 ? line : line.substring(0, advice);
    line = line.replaceAll(" ?\\(code \\d+[^)]*\\)\\)?", "").replace("('", "'");
    return line.length() > 200 ? line.substring(0, 200) : line;
  }

  /// The next token; null at the end.
  public @Nullable JsonToken next() {
    JsonToken token = guarded(parser::nextToken);
    if (token == JsonToken.START_OBJECT) {
      if (depth == names.size()) {
        names.add(new LongSet());
      }
      names.get(depth++).clear();
    } else if (token == JsonToken.END_OBJECT) {
      depth--;
    } else if (token == JsonToken.PROPERTY_NAME) {
      nameHash = hash(parser.currentName());
      if (!names.get(depth - 1).add(nameHash)) {
        throw new Malformed(offset(), "the key \"" + cut(parser.currentName()) + "\" stands twice");
      }
    }
    return token;
  }

  /// Counts the members of the object that has just begun, to its end, without holding their names
  /// against each other: for lists of words.
  public long countMembers() {
    return guarded(() -> {
      long members = 0;
      int open = 1;
      while (open > 0) {
        JsonToken token = parser.nextToken();
        if (token == null) {
          throw new Malformed(offset(), "JSON: ends in the middle");
        }
        members += open == 1 && token == JsonToken.PROPERTY_NAME ? 1 : 0;
        open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      }
      depth--;
      return members;
    });
  }

  /// The {@link #hash} of the last member's name.
  public long nameHash() {
    return nameHash;
  }

  /// A well mixed hash of a text, the same on every machine.
  public static long hash(String text) {
    return LongSet.hash(text);
  }

  /// Whether the current token's text is this one, without making a text of it.
  public boolean textIs(String wanted) {
    return guarded(() -> {
      int n = parser.getStringLength();
      if (n != wanted.length()) {
        return false;
      }
      char[] c = parser.getStringCharacters();
      int from = parser.getStringOffset();
      // Neighbouring shard names differ near their ends.
      for (int i = n - 1; i >= 0; i--) {
        if (c[from + i] != wanted.charAt(i)) {
          return false;
        }
      }
      return true;
    });
  }

  /// The next token, which must be this one.
  public void expect(JsonToken wanted) {
    JsonToken token = next();
    if (token != wanted) {
      throw new Malformed(offset(), "JSON: " + token + " where " + wanted + " must be");
    }
  }

  /// Passes over the value that the last token began.
  public void skip() {
    JsonToken token = guarded(parser::currentToken);
    if (token == JsonToken.PROPERTY_NAME) {
      token = next();
    }
    if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
      return;
    }
    for (int open = 1; open > 0; ) {
      JsonToken t = next();
      if (t == null) {
        throw new Malformed(offset(), "JSON: ends in the middle");
      }
      open += t.isStructStart() ? 1 : t.isStructEnd() ? -1 : 0;
    }
  }

  /// Refuses anything but white space after the value.
  public void end() {
    if (next() != null) {
      throw new Malformed(offset(), "JSON: something stands after the end");
    }
  }

  /// The name of the current member.
  public String name() {
    return guarded(parser::currentName);
  }

  /// The text of the current token.
  public String text() {
    return guarded(parser::getString);
  }

  /// The current token as a whole number that a long holds.
  public long integer() {
    JsonToken token = guarded(parser::currentToken);
    if (token != JsonToken.VALUE_NUMBER_INT) {
      throw new Malformed(offset(), "JSON: a whole number must be here");
    }
    BigInteger value = guarded(parser::getBigIntegerValue);
    if (value.bitLength() > 63) {
      throw new Malformed(offset(), "JSON: the number " + value + " is too large");
    }
    return value.longValue();
  }

  /// Where the current token begins.
  public long offset() {
    return base + parser.currentTokenLocation().getCharOffset();
  }

  private static String cut(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (JacksonException e) {
      throw new Malformed(-1, "JSON: " + firstLine(e.getOriginalMessage()));
    }
  }
}
