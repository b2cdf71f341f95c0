package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `assay rebuild` makes among the temporary files is gone afterwards, however it ended. Runs
/// without a sandbox, so that it runs everywhere.
class RebuildLeavesNothingTest {
  private static final String WEIGHTS = "{\"w\": [1, 2]}\n";

  @TempDir Path folder;
  private Path release;
  private Path temporary;
  private Program program;

  @BeforeEach
  void makes_folders() throws IOException {
    release = Files.createDirectories(folder.resolve("release"));
    temporary = Files.createDirectories(folder.resolve("temporary"));
    program = new Program(folder, Map.of("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary));
  }

  private void recipe(String script) throws IOException {
    Files.writeString(release.resolve("m.json"), WEIGHTS);
    Files.writeString(
        release.resolve("assay-rebuild.yaml"),
        """
        recipe: 1
        name: small
        subject: {path: m.json, sha256: %1$s}
        materials:
          - {id: data, path: m.json, sha256: %1$s, role: training-data, licence: CC0-1.0}
        run: [/bin/sh, "-c", '%2$s']
        outputs:
          - {path: m.json, compare-to: subject}
        limits: {wall: 60s, cpu: 60s, memory: 500m, processes: 500, disk: 8m}
        """
            .formatted(TextFile.sha256(WEIGHTS.getBytes(StandardCharsets.UTF_8)), script));
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.toList();
    }
  }

  @Test
  void a_build_leaves_what_was_asked_for() throws Exception {
    recipe("echo made it; printf \"{\\\"w\\\": [1, 2]}\\n\" > m.json");
    Path log = folder.resolve("logs/log.txt");
    Path kept = folder.resolve("kept");
    Run run = program.run("rebuild", release, "--unsandboxed", "--log", log, "--keep", kept);
    assertThat(run.out()).contains("identical file").contains("log      " + log);
    assertThat(log).content().contains("made it");
    assertThat(kept.resolve("m.json")).hasContent(WEIGHTS);
    assertThat(left()).isEmpty();
  }

  @Test
  void without_being_asked_a_good_build_keeps_no_log() throws Exception {
    recipe("printf \"{\\\"w\\\": [1, 3]}\\n\" > m.json");
    Run run = program.run("rebuild", release, "--unsandboxed");
    assertThat(run.code()).isEqualTo(Exit.GATE_FAILED);
    assertThat(run.out()).doesNotContain("log  ");
    assertThat(left()).isEmpty();
  }

  @Test
  void of_a_failed_build_the_log_is_left_and_named() throws Exception {
    recipe("echo no such luck; mkdir shut; touch shut/file; chmod 000 shut; exit 5");
    Run run = program.run("rebuild", release, "--unsandboxed");
    assertThat(run.code()).isEqualTo(Exit.NOT_ASSESSED);
    assertThat(left()).hasSize(1);
    assertThat(run.out()).contains("log      " + left().getFirst());
    assertThat(left().getFirst()).content().contains("no such luck");
  }

  @Test
  void a_user_who_ends_it_finds_neither_files_nor_processes() throws Exception {
    Path started = folder.resolve("started");
    recipe("echo $$ > " + started + "; sleep 50");
    Process process =
        program.start(
            folder.resolve("out"), folder.resolve("err"), "rebuild", release, "--unsandboxed");
    for (int i = 0; i < 600 && (!Files.exists(started) || Files.size(started) == 0); i++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    long build = Long.parseLong(Files.readString(started).strip());
    process.destroy(); // As Ctrl-C does: a signal that the program may answer.
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(left()).isEmpty();
    assertThat(ProcessHandle.of(build)).isEmpty();
  }
}
