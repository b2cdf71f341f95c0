package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.ReadMeter;
import dev.assay.model.Note;
import dev.assay.model.Weights;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The table of formats in the documentation, made from what the readers do with the fixtures: run
/// with `-Dassay.write=true` to write it.
class FormatTableTest {
  private static final String PAGE = "docs/reference/formats.md";
  private static final String BEGIN = "<!-- generated: FormatTableTest -->";
  private static final String END = "<!-- end of generated -->";

  /// What is known of one format.
  private static final class Row {
    private final Set<Weights.Topic> topics = EnumSet.noneOf(Weights.Topic.class);
    private boolean tensors;
    private boolean parameters;
    private boolean dangers;
    private int good;
    private int goodPassed;
    private int bad;
    private int badPassed;
    private final Map<String, int[]> peers = new TreeMap<>();

    void add(Weights w) {
      w.metadata().forEach(f -> topics.add(f.topic()));
      tensors |= w.tensors() > 0;
      parameters |= w.tensors() > 0 && w.parameters() != null;
      dangers |= w.dangers().stream().anyMatch(n -> n.kind() == Note.Kind.DANGER);
    }

    String read() {
      var parts = new ArrayList<String>();
      if (tensors) {
        parts.add(parameters ? "tensors, parameters" : "tensors");
      }
      for (Weights.Topic t : topics) {
        if (t != Weights.Topic.OTHER && t != Weights.Topic.PARAMETERS) {
          parts.add(t.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
      }
      if (dangers) {
        parts.add("dangers");
      }
      return String.join(", ", parts);
    }
  }

  /// What a public parser or scanner did with the same file; bench/formats-peers/run writes the
  /// list.
  private record PeerAnswer(String peer, JsonValue answer) {
    /// Whether a case asks something of this peer: a parser does not have to flag, and may do with
    /// a case that only asks for an answer what it likes.
    boolean asked(String verdict) {
      return answer.get("flagged") instanceof JsonValue.Bool
          || !verdict.equals("flag") && !verdict.equals("no-crash");
    }

    /// Whether that is what the case expects: read and with as many tensors, or refused, or
    /// flagged.
    boolean passes(JsonValue expected, String verdict, boolean good) {
      boolean error = answer.get("error") instanceof JsonValue.Bool;
      if (answer.get("flagged") instanceof JsonValue.Bool flagged) {
        return good ? !flagged.value() && !error : flagged.value() || !verdict.equals("flag");
      }
      boolean read = answer.get("read") instanceof JsonValue.Bool b && b.value();
      return good
          ? read
              && expected
                  .number("tensors")
                  .map(n -> n.equals(answer.number("tensors").orElse(n)))
                  .orElse(true)
          : !read;
    }
  }

  private final Map<String, List<PeerAnswer>> answers = new TreeMap<>();

  private void readAnswers() throws IOException {
    Path list = Shared.repository().resolve("assay-formats/src/test/resources/peers.jsonl");
    for (String line : Files.readAllLines(list)) {
      JsonValue v = JsonValue.read(line);
      answers
          .computeIfAbsent(v.text("file").orElseThrow(), k -> new ArrayList<>())
          .add(new PeerAnswer(v.text("peer").orElseThrow(), v));
    }
  }

  private final Map<String, Row> rows = new TreeMap<>();

  private Row row(String format) {
    return rows.computeIfAbsent(format, f -> new Row());
  }

  @Test
  void theTableInTheDocumentationIsWhatTheReadersDoWithTheFixtures() throws IOException {
    Path gen = Shared.path("fixtures/formats/gen");
    Path page = Shared.repository().resolve(PAGE);
    files(gen);
    files(Shared.path("fixtures/formats/real"));
    files(Shared.repository().resolve("assay-formats/src/test/resources/samples"));
    readAnswers();
    cases(FixtureCase.read(gen, gen.resolve("expected.jsonl")));
    Path root = Shared.path("fixtures/formats");
    cases(FixtureCase.read(root, root.resolve("real/expected.jsonl")));
    String text = Files.readString(page);
    int from = text.indexOf(BEGIN) + BEGIN.length();
    int to = text.indexOf(END);
    String wanted = text.substring(0, from) + "\n" + table() + text.substring(to);
    if (Boolean.getBoolean("assay.write")) {
      Files.writeString(page, wanted);
    }
    assertThat(Files.readString(page)).isEqualTo(wanted);
  }

  private void files(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path path : files) {
      try (ByteSource bytes = ByteSource.of(path, new ReadMeter())) {
        FileEntry entry = FileEntry.file(String.valueOf(path.getFileName()), bytes.size());
        Formats.recognise(entry, bytes.head(Formats.HEAD), bytes)
            .ifPresent(f -> {
              Weights w = Formats.read(f, "fixtures", entry, bytes);
              row(w.format()).add(w);
            });
      }
    }
  }

  private void cases(List<FixtureCase> cases) {
    for (FixtureCase c : cases) {
      String verdict = c.expected().text("verdict").orElse("ok");
      boolean good =
          Set.of("ok", "ok-but-escape", "header-only", "pointer", "warn").contains(verdict);
      Row row = row(format(c));
      boolean passed = passes(c);
      Path fixtures = Shared.path("fixtures/formats");
      String path = fixtures.relativize(c.root().resolve(c.file())).toString();
      for (PeerAnswer a : answers.getOrDefault(path, List.of())) {
        if (!a.asked(verdict.split(" ")[0])) {
          continue;
        }
        int[] n = row.peers.computeIfAbsent(a.peer(), k -> new int[4]);
        n[good ? 1 : 3]++;
        n[good ? 0 : 2] += a.passes(c.expected(), verdict.split(" ")[0], good) ? 1 : 0;
      }
      if (good) {
        row.good++;
        row.goodPassed += passed ? 1 : 0;
      } else {
        row.bad++;
        row.badPassed += passed ? 1 : 0;
      }
    }
  }

  private static boolean passes(FixtureCase c) {
    try {
      c.check();
      return true;
    } catch (AssertionError e) {
      System.out.println("not passed: " + c.file() + ": " + e.getMessage());
      return false;
    }
  }

  // A folder counts for the format that its case names.
  private static String format(FixtureCase c) {
    Path path = c.root().resolve(c.file());
    if (Files.isDirectory(path)) {
      String named = c.expected().text("format").orElse("");
      return named.equals("vosk") ? "kaldi" : named;
    }
    try (ByteSource bytes = ByteSource.of(path, new ReadMeter())) {
      FileEntry entry = FileEntry.file(String.valueOf(path.getFileName()), bytes.size());
      return Formats.recognise(entry, bytes.head(Formats.HEAD), bytes)
          .map(f -> Formats.read(f, "fixtures", entry, bytes).format())
          .orElse("not recognised");
    }
  }

  private String table() {
    var titles = new TreeMap<String, String>();
    for (WeightsFormat f : Formats.all()) {
      titles.put(f.id(), f.title());
      row(f.id());
    }
    var out =
        new StringBuilder(
            "\n| format | identifier | read from its header | good | malformed or hostile"
                + " | peers on the same files: good, malformed or hostile |\n");
    out.append("| --- | --- | --- | --- | --- | --- |\n");
    int[] sums = new int[4];
    for (String id : new TreeSet<>(rows.keySet())) {
      Row r = rows.get(id);
      String title = titles.getOrDefault(id, id.equals("keras-h5") ? "Keras HDF5" : id);
      out.append("| ").append(title).append(" | `").append(id).append("` | ");
      out.append(r.read()).append(" | ").append(share(r.goodPassed, r.good)).append(" | ");
      out.append(share(r.badPassed, r.bad)).append(" | ").append(peers(r)).append(" |\n");
      sums[0] += r.goodPassed;
      sums[1] += r.good;
      sums[2] += r.badPassed;
      sums[3] += r.bad;
    }
    out.append("| all | | | ").append(share(sums[0], sums[1])).append(" | ");
    return out.append(share(sums[2], sums[3])).append(" | |\n\n").toString();
  }

  private static String peers(Row row) {
    var parts = new ArrayList<String>();
    row.peers.forEach(
        (peer, n) -> parts.add(peer + ": " + n[0] + " of " + n[1] + ", " + n[2] + " of " + n[3]));
    return String.join("; ", parts);
  }

  private static String share(int passed, int all) {
    return all == 0 ? "own tests" : passed + " of " + all;
  }
}
