package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.model.Note;
import dev.assay.model.Weights;
import dev.assay.testing.Gen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// Small generated files of the module's own, and how tests read them.
public final class Sample {
  private Sample() {}

  /// The bytes of `samples/NAME`.
  public static byte[] bytes(String name) {
    return resource("/samples/" + name);
  }

  /// A file among the tests' resources.
  public static byte[] resource(String name) {
    try (var in = Sample.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A sample as the list of formats recognises and reads it.
  public static Weights read(String name) {
    return read(name, bytes(name));
  }

  /// Bytes as the list of formats recognises and reads them.
  public static Weights read(String name, byte[] bytes) {
    ByteSource source = ByteSource.of(bytes);
    FileEntry entry = FileEntry.file(name, bytes.length);
    var format = Formats.recognise(entry, source.head(Formats.HEAD), source);
    assertThat(format).as("format of " + name).isPresent();
    return Formats.read(format.orElseThrow(), "test", entry, source);
  }

  /// Whether any format recognises the bytes.
  public static boolean recognised(String name, byte[] bytes) {
    ByteSource source = ByteSource.of(bytes);
    FileEntry entry = FileEntry.file(name, bytes.length);
    return Formats.recognise(entry, source.head(Formats.HEAD), source).isPresent();
  }

  /// What the header says of a topic.
  public static List<String> facts(Weights w, Weights.Topic topic) {
    return w.metadata().stream()
        .filter(f -> f.topic() == topic)
        .map(Weights.HeaderFact::value)
        .toList();
  }

  /// The sentences of the dangers.
  public static List<String> dangers(Weights w) {
    return w.dangers().stream().filter(n -> n.kind() == Note.Kind.DANGER).map(Note::text).toList();
  }

  /// Damages the bytes in many ways; each must end in a value, through recognition and without it,
  /// and evidence must lie inside the file.
  public static void survivesDamage(WeightsFormat format, String name, byte[] good) {
    Gen.forAll(
        1,
        300,
        gen -> {
          byte[] bad = gen.damage(good, gen.oneIn(2) ? 3 : 30);
          ByteSource source = ByteSource.of(bad);
          FileEntry entry = FileEntry.file(name, bad.length);
          var found = Formats.recognise(entry, source.head(Formats.HEAD), source);
          found.ifPresent(f -> inside(Formats.read(f, "test", entry, source), bad.length));
          inside(Formats.read(format, "test", entry, source), bad.length);
        });
  }

  private static void inside(Weights w, long size) {
    assertThat(w.status()).isNotNull();
    w.metadata()
        .forEach(f -> {
          if (f.evidence().span() instanceof dev.assay.model.Span.Bytes(long from, long to)) {
            assertThat(to).as(f.key()).isLessThanOrEqualTo(size);
            assertThat(from).isLessThan(to);
          }
        });
  }
}
