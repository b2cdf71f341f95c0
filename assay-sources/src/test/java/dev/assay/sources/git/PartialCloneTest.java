package dev.assay.sources.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileTree;
import dev.assay.io.ReadMeter;
import dev.assay.model.Issue;
import dev.assay.sources.Opened;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.Sources;
import dev.assay.sources.web.Patience;
import dev.assay.testing.GitServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Large files of a repository, against Git's own server: left there, fetched where needed, and
/// told where they could not be had.
final class PartialCloneTest {
  private static final int LARGE = 3 << 20;

  @TempDir Path temp;
  private final Map<String, String> environment = new HashMap<>();
  private GitServer server;
  private ReadMeter meter = new ReadMeter();

  @BeforeEach
  void repository() throws Exception {
    GitRepositories.prepare();
    environment.put("ASSAY_CACHE", temp.resolve("cache").toString());
    Path work = Files.createDirectories(temp.resolve("work"));
    git(work, "init", "-q", "-b", "main");
    Files.writeString(work.resolve("README.md"), "# Small\n");
    Files.writeString(work.resolve("train.py"), "import torch\n");
    Files.write(work.resolve("figure.png"), noise(1, LARGE));
    Files.write(work.resolve("film.mp4"), noise(2, LARGE));
    Files.write(work.resolve("model.bin"), noise(3, LARGE));
    Files.writeString(work.resolve("notes.md"), "word ".repeat(LARGE / 5));
    Files.createSymbolicLink(work.resolve("large.md"), Path.of("notes.md"));
    git(work, "add", ".");
    git(work, "commit", "-qm", "one");
    Files.createDirectories(temp.resolve("repos/org"));
    git(temp, "clone", "-q", "--bare", "work", "repos/org/model.git");
    server = new GitServer(temp.resolve("repos"));
    server.configuration.put("uploadpack.allowFilter", "true");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static byte[] noise(long seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static void git(Path folder, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of("-c", "user.name=t", "-c", "user.email=t@example.org"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private Opened open(boolean offline) {
    return open("git:" + server.address() + "/org/model.git", offline);
  }

  private Opened open(String reference, boolean offline) {
    meter = new ReadMeter();
    var quick =
        new Patience(2, Duration.ofMillis(5), Duration.ofSeconds(1), Duration.ofSeconds(20));
    return Sources.open(List.of(reference), new SourceOptions(offline, environment, quick), meter);
  }

  private static List<String> listed(FileTree tree) {
    return tree.files().stream()
        .filter(f -> f.kind() == FileEntry.Kind.LISTED)
        .map(FileEntry::path)
        .toList();
  }

  private static byte[] read(FileTree tree, String path, int most) {
    FileEntry entry =
        tree.files().stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow();
    try (ByteSource bytes = tree.open(entry)) {
      return bytes.head(most);
    }
  }

  @Test
  void large_files_that_a_reader_may_need_are_fetched_and_media_are_left() throws IOException {
    for (boolean second : List.of(true, false)) {
      server.secondVersion = second;
      environment.put("ASSAY_CACHE", temp.resolve("cache-" + second).toString());
      long before = server.sent();
      try (Opened opened = open(false)) {
        FileTree tree = opened.trees().getFirst();
        assertThat(listed(tree)).containsExactly("figure.png", "film.mp4");
        assertThat(read(tree, "model.bin", LARGE)).isEqualTo(noise(3, LARGE));
        assertThat(read(tree, "large.md", 9)).asString().isEqualTo("word word");
        assertThat(tree.issues())
            .singleElement()
            .satisfies(i -> {
              assertThat(i.severity()).isEqualTo(Issue.Severity.NOTE);
              assertThat(i.message())
                  .isEqualTo(
                      "2 media files are larger than 1 MiB and left at the server: nothing reads such");
            });
        // The two pictures stayed where they are, and what came is counted once.
        assertThat(meter.bytesRead()).isLessThan(LARGE * 3L / 2).isGreaterThan(LARGE);
        assertThat(meter.bytesRead()).isEqualTo(server.sent() - before);
      }
    }
    server.close();
    try (Opened again = open(true)) {
      assertThat(listed(again.trees().getFirst())).containsExactly("figure.png", "film.mp4");
      assertThat(read(again.trees().getFirst(), "model.bin", 8)).isEqualTo(noise(3, 8));
    }
    assertNothingIsLeftBeside();
  }

  @Test
  void a_server_without_filters_gives_all() throws IOException {
    for (boolean second : List.of(true, false)) {
      server.configuration.put("uploadpack.allowFilter", "false");
      server.secondVersion = second;
      environment.put("ASSAY_CACHE", temp.resolve("cache-" + second).toString());
      try (Opened opened = open(false)) {
        FileTree tree = opened.trees().getFirst();
        assertThat(tree.issues()).isEmpty();
        assertThat(listed(tree)).isEmpty();
        assertThat(read(tree, "figure.png", LARGE)).isEqualTo(noise(1, LARGE));
        assertThat(meter.bytesRead()).isGreaterThan(3L * LARGE);
      }
    }
    assertNothingIsLeftBeside();
  }

  @Test
  void what_the_server_does_not_give_alone_is_listed_and_told() throws IOException {
    server.refused = body -> body.contains("want ") && !body.contains("deepen");
    try (Opened opened = open(false)) {
      FileTree tree = opened.trees().getFirst();
      assertThat(listed(tree)).containsExactly("figure.png", "film.mp4", "model.bin", "notes.md");
      assertThat(read(tree, "train.py", 12)).asString().isEqualTo("import torch");
      assertThat(tree.issues())
          .anySatisfy(i -> {
            assertThat(i.severity()).isEqualTo(Issue.Severity.WARNING);
            assertThat(i.message())
                .contains("2 files", "left at the server", "does not give single files");
            assertThat(i.next()).contains("clone it with git");
          });
    }
    try (Opened again = open(true)) {
      assertThat(again.trees().getFirst().issues())
          .anySatisfy(i -> assertThat(i.message()).contains("does not give single files"));
    }
    assertNothingIsLeftBeside();
  }

  @Test
  void the_bound_holds_and_one_large_file_does_not_take_all_of_it() throws IOException {
    environment.put("ASSAY_MAX_DOWNLOAD", "2M");
    try (Opened opened = open(false)) {
      FileTree tree = opened.trees().getFirst();
      assertThat(listed(tree)).containsExactly("figure.png", "film.mp4", "model.bin");
      assertThat(read(tree, "notes.md", 9)).asString().isEqualTo("word word");
      assertThat(tree.issues())
          .anySatisfy(i -> {
            assertThat(i.path()).isEqualTo("model.bin");
            assertThat(i.message()).contains("a file is larger", "more than 2 MiB");
          });
      assertThat(meter.bytesRead()).isLessThan(3L << 20);
    }
    assertNothingIsLeftBeside();
  }

  @Test
  void a_partial_clone_of_this_machine_is_read_as_far_as_it_is_there() throws Exception {
    git(
        temp,
        "clone",
        "-q",
        "--no-checkout",
        "--filter=blob:limit=1m",
        server.address() + "/org/model.git",
        "mine");
    try (Opened opened = open("git:" + temp.resolve("mine"), true)) {
      FileTree tree = opened.trees().getFirst();
      assertThat(listed(tree)).containsExactly("figure.png", "film.mp4", "model.bin", "notes.md");
      assertThat(tree.issues())
          .anySatisfy(i -> assertThat(i.message()).contains("partial clone or damaged"));
    }
  }

  @Test
  void a_repository_that_names_by_sha256_is_told() throws Exception {
    Path work = Files.createDirectories(temp.resolve("other"));
    git(work, "init", "-q", "--object-format=sha256");
    Files.writeString(work.resolve("README.md"), "# Other\n");
    git(work, "add", ".");
    git(work, "commit", "-qm", "one");
    Path other = temp.resolve("repos/org/other.git");
    git(temp, "clone", "-q", "--bare", work.toString(), other.toString());
    String address = "git:" + server.address() + "/org/other.git";
    for (String reference : List.of("git:" + other, "git:" + work, address)) {
      try (Opened opened = open(reference, false)) {
        assertThat(opened.issues().getFirst().message()).as(reference).contains("SHA-256");
        assertThat(opened.wrongUse()).isFalse();
      }
    }
  }

  @Test
  void git_sends_to_no_other_server() throws IOException {
    var http =
        new GitHttp(
            Sources.open(List.of(), new SourceOptions(false, environment, Patience.NORMAL), meter)
                .session(),
            server.address() + "/org/model.git",
            100);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> http.create(java.net.URI.create("http://127.0.0.2:1/x").toURL()))
        .isInstanceOf(IOException.class);
  }

  private void assertNothingIsLeftBeside() throws IOException {
    try (Stream<Path> files = Files.walk(temp)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .noneMatch(n -> n.startsWith(".new-") || n.endsWith(".tmp"));
    }
  }
}
