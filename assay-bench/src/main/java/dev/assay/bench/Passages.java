package dev.assay.bench;

import dev.assay.model.Assessment;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import dev.assay.model.Subject;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Assay against people, a passage or a file at a time: each is laid down as a release of its own
/// and inspected, and what was read is set against what its reader wrote down before. It fetches
/// nothing.
///
/// A line of input is a JSON object: `id`, `file` (the name to lay it down under), `text`, `label`
/// (an object; the fields below), `sure`, and `bare` where no weights and no trainer are laid
/// beside it. By the first digit of their identifier's SHA-256 passages are of the open half, whose
/// errors rules were learnt from, or of the held one.
public final class Passages {
  private static final String TRAINER =
      """
      import argparse
      import torch
      from torch import nn
      class Net(nn.Module):
          def __init__(self):
              super().__init__()
              self.layer = nn.Linear(8, 8)
          def forward(self, x):
              return self.layer(x)
      def main():
          parser = argparse.ArgumentParser()
          parser.add_argument("--data")
          args = parser.parse_args()
          model = Net()
          optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
          data = torch.load(args.data)
          for epoch in range(10):
              for x, y in data:
                  optimizer.zero_grad()
                  loss = nn.functional.mse_loss(model(x), y)
                  loss.backward()
                  optimizer.step()
          torch.save(model.state_dict(), "model.pt")
      if __name__ == "__main__":
          main()
      """;

  /// What each field of a label asks of an assessment.
  private static final Map<String, Function<Assessment, String>> ASKED = new LinkedHashMap<>();

  static {
    ASKED.put("weights_rights", a -> freedom(a, Component.WEIGHTS));
    ASKED.put("code_rights", a -> freedom(a, Component.TRAINING_CODE));
    ASKED.put("data_rights", Passages::freedomOfData);
    ASKED.put("state", Passages::trainingData);
    ASKED.put("scratch", a -> present(a, Component.TRAINING_CODE));
    ASKED.put("finetune", a -> present(a, Component.FINE_TUNING_CODE));
    ASKED.put("inference", a -> present(a, Component.INFERENCE_CODE));
    ASKED.put("evaluation", a -> present(a, Component.EVALUATION_CODE));
    ASKED.put("data", a -> present(a, Component.DATA_PROCESSING_CODE));
    ASKED.put("architecture", a -> present(a, Component.ARCHITECTURE));
    ASKED.put("open_source", a -> "" + claims(a, Claim.Kind.OPEN_SOURCE));
    ASKED.put("base", a -> "" + claims(a, Claim.Kind.BASE_MODEL));
    ASKED.put("params", a -> "" + claims(a, Claim.Kind.PARAMETERS));
    ASKED.put("languages", a -> "" + claims(a, Claim.Kind.LANGUAGES));
    ASKED.put("gate", a -> "" + qualified(a, Qualifier.GATED));
    ASKED.put("refused", a -> "" + qualified(a, Qualifier.REFUSED));
    ASKED.put(
        "promised", a -> "" + a.findings().stream().anyMatch(f -> f.state() == State.PROMISED));
  }

  /// One field of one passage.
  private record Answer(String id, String field, String label, String ours, boolean sure) {}

  private final List<Answer> answers = new ArrayList<>();

  private Passages() {}

  /// `FILE.jsonl... [--list]`: with `--list`, the disagreements of the open half too.
  public static void main(String[] args) throws IOException {
    LogManager.getLogManager().reset();
    List<Path> files = Stream.of(args).filter(arg -> !arg.equals("--list")).map(Path::of).toList();
    try (var out = new PrintWriter(new PrintStream(System.out, false, StandardCharsets.UTF_8))) {
      score(files, List.of(args).contains("--list"), out);
    }
  }

  /// Prints both halves' figures, and with `list` what differs in the open half: never in the held
  /// one, whose errors nobody should read by accident.
  ///
  /// @throws IllegalArgumentException where a passage has no label or would be laid down elsewhere
  static void score(List<Path> files, boolean list, PrintWriter out) throws IOException {
    var passages = new Passages();
    Path work = Files.createTempDirectory("passages");
    try {
      for (Path file : files) {
        passages.read(file, work);
      }
    } finally {
      remove(work);
    }
    passages.print(out, list);
  }

  private void read(Path file, Path work) throws IOException {
    var load = new Load(LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build());
    try (Stream<String> lines = Files.lines(file)) {
      for (String line : (Iterable<String>) lines::iterator) {
        if (!line.isBlank() && load.loadFromString(line) instanceof Map<?, ?> passage) {
          passage(passage, work);
        }
      }
    }
  }

  private void passage(Map<?, ?> passage, Path work) throws IOException {
    String id = String.valueOf(passage.get("id"));
    Path folder = work.resolve(id).normalize();
    Path file = folder.resolve(String.valueOf(passage.get("file"))).normalize();
    if (!folder.startsWith(work)
        || folder.equals(work)
        || !file.startsWith(folder)
        || !(passage.get("label") instanceof Map<?, ?> label)) {
      throw new IllegalArgumentException(id + ": no label, or a name that leads elsewhere");
    }
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(file, String.valueOf(passage.get("text")));
    if (!Boolean.TRUE.equals(passage.get("bare"))) {
      Files.write(folder.resolve("model.safetensors"), weights());
      Files.writeString(folder.resolve("train.py"), TRAINER);
    }
    Assessment a = Trees.inspect(List.of(folder));
    boolean sure = Boolean.TRUE.equals(passage.get("sure"));
    ASKED.forEach((field, asked) -> {
      if (label.containsKey(field)) {
        answers.add(new Answer(id, field, said(field, label.get(field)), asked.apply(a), sure));
      }
    });
  }

  /// A label's value as one of the answers: what is a text or a list is asked only whether it is
  /// there.
  private static String said(String field, Object value) {
    return switch (value) {
      case Boolean yes -> yes.toString();
      case Collection<?> list -> "" + !list.isEmpty();
      case String text when Set.of("open_source", "gate", "languages").contains(field) ->
          "" + !text.isBlank();
      default -> String.valueOf(value);
    };
  }

  private static byte[] weights() {
    byte[] header =
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]}}"
            .getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + header.length + 16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .array();
  }

  private static Finding finding(Assessment a, Component component) {
    return a.findings().stream().filter(f -> f.component() == component).findFirst().orElseThrow();
  }

  private static String freedom(Assessment a, Component component) {
    return name(finding(a, component).licence().freedom());
  }

  private static String name(Freedom freedom) {
    return freedom.name().toLowerCase(Locale.ROOT);
  }

  private static String freedomOfData(Assessment a) {
    Set<Freedom> said =
        Set.copyOf(
            a.licences().stream()
                .filter(s -> s.covers().contains(Subject.DATA))
                .map(LicenceStatement::freedom)
                .toList());
    return name(
        said.contains(Freedom.LIMITED)
            ? Freedom.LIMITED
            : said.contains(Freedom.FREE) ? Freedom.FREE : Freedom.UNKNOWN);
  }

  private static String trainingData(Assessment a) {
    boolean described = false;
    for (Component c : List.of(Component.TRAINING_DATA, Component.POST_TRAINING_DATA)) {
      Finding f = finding(a, c);
      if (f.state() == State.PRESENT || f.state() == State.LINKED) {
        return "linked";
      }
      described |=
          f.state() == State.DESCRIBED
              || f.state() == State.PROMISED
              || f.qualifiers().contains(Qualifier.REFUSED);
    }
    return described ? "described" : "absent";
  }

  private static String present(Assessment a, Component component) {
    return "" + (finding(a, component).state() == State.PRESENT);
  }

  private static boolean claims(Assessment a, Claim.Kind kind) {
    return a.claims().stream().anyMatch(c -> c.kind() == kind);
  }

  private static boolean qualified(Assessment a, Qualifier qualifier) {
    return a.findings().stream().anyMatch(f -> f.qualifiers().contains(qualifier));
  }

  private static boolean open(String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return (digest[0] >> 4 & 1) == 0;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void print(PrintWriter out, boolean list) {
    for (boolean open : new boolean[] {true, false}) {
      out.printf("%n%s half%n", open ? "Open" : "Held");
      out.printf(
          Locale.ROOT,
          "%-16s %5s %9s %5s %s%n",
          "asked",
          "n",
          "accuracy",
          "sure",
          "  each answer: label's, ours, both");
      for (String field : ASKED.keySet()) {
        List<Answer> here =
            answers.stream().filter(x -> x.field().equals(field) && open(x.id()) == open).toList();
        if (!here.isEmpty()) {
          out.printf(
              Locale.ROOT,
              "%-16s %5d %9s %5s   %s%n",
              field,
              here.size(),
              share(here),
              share(here.stream().filter(Answer::sure).toList()),
              each(here));
        }
      }
    }
    if (list) {
      out.println();
      answers.stream()
          .filter(x -> open(x.id()) && !x.label().equals(x.ours()))
          .forEach(x ->
              out.printf(
                  "%s %s: label %s, Assay %s%s%n",
                  x.id(), x.field(), x.label(), x.ours(), x.sure() ? "" : " (unsure)"));
    }
  }

  private static String share(List<Answer> answers) {
    long same = answers.stream().filter(x -> x.label().equals(x.ours())).count();
    return Counts.show(answers.isEmpty() ? Double.NaN : (double) same / answers.size());
  }

  private static String each(List<Answer> answers) {
    Map<String, int[]> counts = new TreeMap<>();
    for (Answer x : answers) {
      counts.computeIfAbsent(x.label(), k -> new int[3])[0]++;
      counts.computeIfAbsent(x.ours(), k -> new int[3])[1]++;
      if (x.label().equals(x.ours())) {
        counts.get(x.label())[2]++;
      }
    }
    var text = new StringBuilder();
    counts.forEach((k, v) ->
        text.append(k)
            .append(' ')
            .append(v[0])
            .append('/')
            .append(v[1])
            .append('/')
            .append(v[2])
            .append("  "));
    return text.toString().strip();
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(p -> {
            try {
              Files.delete(p);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
