package dev.assay.sources.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.io.SourceFact;
import dev.assay.sources.Json;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import dev.assay.sources.web.Patience;
import dev.assay.testing.HubServer;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every answer of the real hub that was recorded, sent again with its status and headers: what is
/// in it must come out, and nothing else.
final class RecordedAnswersTest {
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("Connection", "Content-Length", "Date", "Transfer-Encoding");

  @TempDir Path temp;

  private Opened open(HubServer server, String reference) {
    var environment =
        Map.of(
            "HF_ENDPOINT",
            server.endpoint(),
            "ASSAY_CACHE",
            temp.resolve("cache").toString(),
            "HOME",
            temp.toString());
    var quick =
        new Patience(2, Duration.ofMillis(5), Duration.ofSeconds(1), Duration.ofSeconds(20));
    return Sources.open(
        List.of(reference), new SourceOptions(false, environment, quick), new ReadMeter());
  }

  private static Json json(Path file) throws IOException {
    return Json.parse(Files.readAllBytes(file));
  }

  /// Makes a repository of an answer and, where it is here, of the headers that came with it.
  private static HubServer.Repo replay(HubServer server, String id, Path answer)
      throws IOException {
    HubServer.Repo repo = server.repo(id);
    repo.recordedInfo = Files.readString(answer);
    Path headers =
        answer.resolveSibling(answer.getFileName().toString().replace(".json", ".headers.json"));
    if (Files.exists(headers)) {
      json(headers)
          .members()
          .forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name)) {
              repo.recordedHeaders.put(name, values.items().getFirst().text(""));
            }
          });
    }
    return repo;
  }

  private static void answersAsItSays(FileTree tree, Json said) {
    assertThat(tree.info().revision()).isEqualTo(said.get("sha").text());
    assertThat(tree.files())
        .extracting(FileEntry::path)
        .containsExactlyInAnyOrderElementsOf(names(said));
    Map<SourceFact.Kind, Set<String>> facts =
        tree.facts().stream()
            .collect(
                Collectors.groupingBy(
                    SourceFact::kind,
                    Collectors.mapping(
                        RecordedAnswersTest::value, Collectors.toCollection(TreeSet::new))));
    assertThat(facts.getOrDefault(SourceFact.Kind.LICENCE_TAG, Set.of()))
        .isEqualTo(tags(said, "license:"));
    assertThat(facts.getOrDefault(SourceFact.Kind.NAMED_DATA, Set.of()))
        .isEqualTo(tags(said, "dataset:"));
    Set<String> bases =
        tags(said, "base_model:").stream()
            .map(b -> b.replaceFirst("^[a-z]+:", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(facts.getOrDefault(SourceFact.Kind.NAMED_BASE, Set.of())).isEqualTo(bases);
    String gate = said.get("gated").text("");
    assertThat(facts.getOrDefault(SourceFact.Kind.GATE, Set.of()))
        .isEqualTo(gate.isEmpty() ? Set.of() : Set.of(gate));
    assertThat(facts).doesNotContainKeys(SourceFact.Kind.PRIVATE, SourceFact.Kind.DISABLED);
    assertThat(facts.getOrDefault(SourceFact.Kind.MODIFIED, Set.of()))
        .containsExactly(said.get("lastModified").text(""));
  }

  private static String value(SourceFact fact) {
    boolean named =
        fact.kind() == SourceFact.Kind.NAMED_DATA || fact.kind() == SourceFact.Kind.NAMED_BASE;
    return named ? fact.value().replaceFirst(": .*", "") : fact.value();
  }

  private static List<String> names(Json said) {
    return said.get("siblings").items().stream().map(s -> s.get("rfilename").text("")).toList();
  }

  private static Set<String> tags(Json said, String prefix) {
    return said.get("tags").items().stream()
        .map(t -> t.text(""))
        .filter(t -> t.startsWith(prefix))
        .map(t -> t.substring(prefix.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void every_recorded_answer_says_what_it_says() throws IOException {
    List<Path> answers;
    try (Stream<Path> files = Files.list(Shared.path("hub/api"))) {
      answers =
          files
              .filter(f -> f.toString().endsWith(".json") && !f.toString().contains(".headers."))
              .filter(f -> !f.toString().contains(".307."))
              .sorted()
              .toList();
    }
    assertThat(answers).hasSizeGreaterThanOrEqualTo(5);
    for (Path answer : answers) {
      Json said = json(answer);
      boolean data = answer.getFileName().toString().startsWith("dataset.");
      String id = said.get("id").text("");
      try (var server = new HubServer()) {
        HubServer.Repo repo = replay(server, (data ? "datasets/" : "") + id, answer);
        names(said).forEach(name -> repo.file(name, "x"));
        try (Opened opened = open(server, (data ? "hf-dataset:" : "hf:") + id)) {
          assertThat(opened.issues()).isEmpty();
          answersAsItSays(opened.trees().getFirst(), said);
        }
      }
    }
  }

  @Test
  void the_recorded_redirect_leads_to_the_new_name() throws IOException {
    Path redirect = Shared.path("hub/api/bert-base-uncased.307.json");
    Path answer = Shared.path("hub/api/google-bert__bert-base-uncased.200.json");
    try (var server = new HubServer()) {
      replay(server, "bert-base-uncased", redirect);
      HubServer.Repo repo = replay(server, "google-bert/bert-base-uncased", answer);
      names(json(answer)).forEach(name -> repo.file(name, "x"));
      try (Opened opened = open(server, "hf:bert-base-uncased")) {
        assertThat(opened.issues()).isEmpty();
        assertThat(opened.trees().getFirst().facts())
            .anyMatch(f ->
                f.kind() == SourceFact.Kind.RENAMED
                    && f.value().contains("google-bert/bert-base-uncased"));
        answersAsItSays(opened.trees().getFirst(), json(answer));
      }
    }
  }
}
