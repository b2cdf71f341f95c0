package dev.assay.reports;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/// JSON as Assay writes it: streamed, two spaces to a level, `\n` on every system. Characters that
/// a terminal or an editor would act on are escaped, so that printing a report raw is harmless too.
final class JsonText implements AutoCloseable {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().characterEscapes(new Escapes()).build();

  private final JsonGenerator json;

  JsonText(Appendable out) {
    this.json = FACTORY.createGenerator(new Context(), new AppendableWriter(out));
  }

  /// An object as the whole text, or as an element of an array.
  void object(Runnable fields) {
    json.writeStartObject();
    fields.run();
    json.writeEndObject();
  }

  void object(String name, Runnable fields) {
    json.writeName(name);
    object(fields);
  }

  <T> void array(String name, Iterable<T> values, Consumer<T> each) {
    json.writeName(name);
    json.writeStartArray();
    values.forEach(each);
    json.writeEndArray();
  }

  /// An array of objects.
  <T> void objects(String name, Iterable<T> values, Consumer<T> fields) {
    array(name, values, v -> object(() -> fields.accept(v)));
  }

  void strings(String name, Iterable<String> values) {
    array(name, values, json::writeString);
  }

  /// Enum constants, in their own order.
  <E extends Enum<E>> void enums(String name, Collection<E> values) {
    strings(name, values.stream().sorted().map(JsonText::word).toList());
  }

  void string(String name, @Nullable String value) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, value);
    }
  }

  void number(String name, @Nullable Long value) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, value);
    }
  }

  /// A number with a fraction; one without is written without.
  void fraction(String name, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      json.writeNumberProperty(name, (long) value);
    } else {
      json.writeNumberProperty(name, value);
    }
  }

  void numbers(String name, Iterable<Long> values) {
    array(name, values, json::writeNumber);
  }

  void nothing(String name) {
    json.writeNullProperty(name);
  }

  /// How an enum constant is spelled in JSON: `YES_IF` is `yes-if`.
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public void close() {
    json.writeRaw('\n');
    json.close();
  }

  private static final class Context extends ObjectWriteContext.Base {
    @Override
    public CharacterEscapes getCharacterEscapes() {
      return FACTORY.getCharacterEscapes();
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      var indent = new DefaultIndenter("  ", "\n");
      var separators =
          Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
      return new DefaultPrettyPrinter(separators)
          .withObjectIndenter(indent)
          .withArrayIndenter(indent);
    }
  }

  /// Escapes what cannot be seen: controls of both sets, directions, joiners, and each half of a
  /// pair, so that half a character survives as well.
  private static final class Escapes extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = Arrays.copyOf(standardAsciiEscapesForJSON(), 128);
      codes[0x7f] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
      return c > 0x7f && SafeText.hidden(c)
          ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", c))
          : null;
    }
  }

  private static final class AppendableWriter extends Writer {
    private final Appendable out;

    AppendableWriter(Appendable out) {
      this.out = out;
    }

    @Override
    public void write(char[] chars, int from, int length) throws IOException {
      out.append(java.nio.CharBuffer.wrap(chars, from, length));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
