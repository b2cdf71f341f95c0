package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.ReadMeter;
import dev.assay.model.Note;
import dev.assay.model.Weights;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// One line of an `expected.jsonl` of the shared fixtures, and how a {@link Weights} is held
/// against it.
///
/// @param file the fixture, relative to the folder of the list
/// @param expected the line
public record FixtureCase(Path root, String file, JsonValue expected) {
  private static final String GENERATED = "fixtures/formats/gen";
  private static final String REAL = "fixtures/formats";

  /// The generated cases whose path begins with one of these; one test that skips where there are
  /// none.
  public static Stream<DynamicTest> generated(String... prefixes) {
    return tests(GENERATED, GENERATED + "/expected.jsonl", prefixes);
  }

  /// The real cases (`real/...`) whose path begins with one of these.
  public static Stream<DynamicTest> real(String... prefixes) {
    return tests(REAL, REAL + "/real/expected.jsonl", prefixes);
  }

  private static Stream<DynamicTest> tests(String root, String list, String... prefixes) {
    if (!Shared.here(list)) {
      return Stream.of(DynamicTest.dynamicTest(list, () -> Shared.path(list)));
    }
    Predicate<FixtureCase> wanted =
        c -> Stream.of(prefixes).anyMatch(p -> c.file().equals(p) || c.file().startsWith(p));
    return read(Shared.path(root), Shared.path(list)).stream()
        .filter(wanted)
        .map(c -> DynamicTest.dynamicTest(c.file(), c::check));
  }

  static List<FixtureCase> read(Path root, Path list) {
    var cases = new ArrayList<FixtureCase>();
    try {
      for (String line : Files.readAllLines(list)) {
        JsonValue v = JsonValue.read(line);
        cases.add(new FixtureCase(root, v.text("file").orElseThrow(), v));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  /// Reads the fixture and holds the result against the line.
  void check() {
    Path path = root.resolve(file);
    List<Weights> read = Files.isDirectory(path) ? folder(path) : List.of(single(path));
    assertThat(read).as("weights in " + file).isNotEmpty();
    checkVerdict(read);
    checkFacts(read);
  }

  /// Reads one file as the catalogue does.
  public static Weights single(Path path) {
    try (ByteSource bytes = ByteSource.of(path, new ReadMeter())) {
      FileEntry entry = FileEntry.file(String.valueOf(path.getFileName()), bytes.size());
      Optional<WeightsFormat> format = Formats.recognise(entry, bytes.head(Formats.HEAD), bytes);
      assertThat(format).as("format of " + path).isPresent();
      return Formats.read(format.get(), "fixtures", entry, bytes);
    }
  }

  private static List<Weights> folder(Path path) {
    return WeightsCatalogue.read(new FolderTree(path)).artefacts();
  }

  private void checkVerdict(List<Weights> read) {
    Weights w = read.getFirst();
    String verdict = expected.text("verdict").orElse("ok");
    String what = file + ": " + w.status() + " " + w.reason() + " " + w.dangers();
    List<Weights.Status> statuses = read.stream().map(Weights::status).toList();
    List<Note.Kind> notes =
        read.stream().flatMap(x -> x.dangers().stream()).map(Note::kind).toList();
    switch (verdict.split(" ")[0]) {
      // The facts of its header are there, the data behind it may not be.
      case "header-only" ->
          assertThat(statuses)
              .as(what)
              .doesNotContain(Weights.Status.MALFORMED, Weights.Status.OVER_LIMIT);
      case "ok" -> {
        assertThat(statuses).as(what).containsOnly(Weights.Status.OK);
        assertThat(notes).as(what).doesNotContain(Note.Kind.DANGER);
      }
      case "ok-but-escape" -> assertThat(statuses).as(what).containsOnly(Weights.Status.OK);
      case "reject" ->
          assertThat(statuses)
              .as(what)
              .containsAnyOf(Weights.Status.MALFORMED, Weights.Status.OVER_LIMIT);
      case "incomplete" -> assertThat(statuses).as(what).contains(Weights.Status.INCOMPLETE);
      case "reject-or-incomplete" ->
          assertThat(statuses).as(what).doesNotContain(Weights.Status.OK);
      case "pointer" -> assertThat(statuses).as(what).containsOnly(Weights.Status.POINTER);
      case "warn" -> {
        assertThat(statuses).as(what).containsOnly(Weights.Status.OK);
        assertThat(notes).as(what).isNotEmpty();
      }
      case "flag" -> assertThat(notes).as(what).contains(Note.Kind.DANGER);
      case "no-crash" -> {}
      default -> throw new AssertionError("unknown verdict " + verdict);
    }
  }

  private void checkFacts(List<Weights> read) {
    Weights w = read.getFirst();
    String what = file + " as " + w.format();
    number("tensors", n -> assertThat(w.tensors()).as(what).isEqualTo(n));
    number("params", n -> assertThat(w.parameters()).as(what).isEqualTo(n));
    number("params_model", n -> assertThat(w.parameters()).as(what).isEqualTo(n));
    number("float_elements", n -> assertThat(w.parameters()).as(what).isEqualTo(n));
    number("elements", n -> assertThat(elements(w)).as(what).isEqualTo(n));
    number("elements_all", n -> assertThat(elements(w)).as(what).isEqualTo(n));
    number("unique_elements", n -> assertThat(elements(w)).as(what).isEqualTo(n));
    number("missing_shards", n -> assertThat(shards(w).missing()).as(what).hasSize((int) (long) n));
    number("shards", n -> assertThat(shards(w).expected()).as(what).isEqualTo((int) (long) n));
    number(
        "storages",
        n ->
            assertThat(
                    w.listing().stream()
                        .map(t -> Objects.requireNonNullElse(t.storage(), t.name()))
                        .distinct()
                        .count())
                .as(what)
                .isEqualTo(n));
    if (expected.get("dtypes") instanceof JsonValue.Obj types) {
      types
          .members()
          .forEach((type, n) ->
              assertThat(w.elementsByType()).containsEntry(type, Long.parseLong(n.plain())));
    }
    text("license", Weights.Topic.LICENCE, w);
    text("base", Weights.Topic.BASE_MODEL, w);
    text("datasets", Weights.Topic.TRAINING_DATA, w);
    text("calibration", Weights.Topic.CALIBRATION_DATA, w);
    text("arch", Weights.Topic.ARCHITECTURE, w);
    text("author", Weights.Topic.AUTHOR, w);
    text("copyright", Weights.Topic.AUTHOR, w);
    text("framework", Weights.Topic.TOOL, w);
    text("framework_version", Weights.Topic.TOOL, w);
    text("producer", Weights.Topic.TOOL, w);
    text("producer_version", Weights.Topic.TOOL, w);
    text("trainer", Weights.Topic.TOOL, w);
    text("quantized_by", Weights.Topic.TOOL, w);
    any("classes", w);
    any("objective", w);
    any("component", w);
    any("language", w);
    expected.text("quant").ifPresent(q -> assertThat(w.quantisation()).as(what).contains(q));
    expected
        .text("kind")
        .ifPresent(k ->
            assertThat(w.kind())
                .isEqualTo(k.equals("adapter") ? Weights.Kind.ADAPTER : Weights.Kind.COMPONENT));
    if (expected.get("datasets") instanceof JsonValue.Arr none && none.items().isEmpty()) {
      assertThat(values(w, Weights.Topic.TRAINING_DATA)).isEmpty();
    }
    if (expected.get("license") instanceof JsonValue.Null) {
      assertThat(values(w, Weights.Topic.LICENCE)).isEmpty();
    }
  }

  private void number(String key, java.util.function.Consumer<Long> check) {
    expected.number(key).ifPresent(check);
  }

  private void text(String key, Weights.Topic topic, Weights w) {
    for (String wanted : texts(key)) {
      assertThat(values(w, topic)).as(file + ": " + key).anyMatch(v -> v.contains(wanted));
    }
  }

  private void any(String key, Weights w) {
    for (String wanted : texts(key)) {
      assertThat(w.metadata())
          .as(file + ": " + key)
          .anyMatch(f -> f.value().contains(wanted) || f.key().contains(wanted));
    }
  }

  private List<String> texts(String key) {
    // The generator took every key with "dataset" out of this file, the calibration text's too, and
    // left it in the list: what is not in the file cannot be read from it.
    if (file.equals("gguf/no_license.gguf") && key.equals("calibration")) {
      return List.of();
    }
    return switch (expected.get(key)) {
      case JsonValue.Str s -> List.of(s.value());
      case JsonValue.Arr a -> a.items().stream().map(JsonValue::plain).toList();
      case null, default -> List.of();
    };
  }

  private static List<String> values(Weights w, Weights.Topic topic) {
    return w.metadata().stream()
        .filter(f -> f.topic() == topic)
        .map(Weights.HeaderFact::value)
        .toList();
  }

  private static long elements(Weights w) {
    return w.elementsByType().values().stream().mapToLong(Long::longValue).sum();
  }

  private static Weights.Shards shards(Weights w) {
    return Objects.requireNonNull(w.shards(), "no shards");
  }
}
