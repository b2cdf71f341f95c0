package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.GitServer;
import dev.assay.testing.HubServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The program as a user starts it: processes of their own, with an environment of their own,
/// against servers on loopback.
class NetworkTest extends AgainstHub {
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void serve() {
    hub.repo("acme/tiny")
        .file("README.md", "---\nlicense: mit\n---\n# Tiny\n")
        .file("config.json", "{\"architectures\":[\"LlamaForCausalLM\"],\"model_type\":\"llama\"}")
        .large("model.safetensors", Program.weights("model.layers.0.mlp.weight", 400_000));
    environment.put("HF_ENDPOINT", hub.endpoint());
    environment.put("ASSAY_CACHE", temp.resolve("cache").toString());
    environment.put("HOME", temp.resolve("home").toString());
  }

  private Process start(Path out, Path err, Object... arguments) throws IOException {
    return new Program(temp, environment).start(out, err, arguments);
  }

  private Run run(Object... arguments) throws Exception {
    return new Program(temp, environment).run(arguments);
  }

  /// A report in JSON without what may differ between two readings of the same: how much was read.
  private static String withoutEffort(String json) {
    return json.replaceAll("(?s)\"effort\": \\{[^}]*\\}", "");
  }

  @Test
  void a_lock_makes_the_same_assessment_again_offline() throws Exception {
    Path lock = temp.resolve("assay.lock");
    Run first = run("inspect", "hf:acme/tiny", "--format", "json", "--lock", lock);
    assertThat(first.err()).isEmpty();
    assertThat(Files.readString(lock)).contains("hf:acme/tiny@" + HubServer.COMMIT, "readAt");
    hub.close();
    Run again = run("inspect", "--locked", lock, "--format", "json");
    assertThat(again.err()).isEmpty();
    assertThat(withoutEffort(again.out())).isEqualTo(withoutEffort(first.out()));
    environment.put("ASSAY_CACHE", temp.resolve("empty").toString());
    Run without = run("inspect", "--locked", lock);
    assertThat(without.code()).isEqualTo(3);
    assertThat(without.err()).contains("offline").contains("lock it again");
    Files.writeString(lock, "{}");
    assertThat(run("inspect", "--locked", lock).err()).contains("is no lock");
  }

  private void git(Path folder, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of("-c", "user.name=t", "-c", "user.email=t@example.org"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void the_publishers_repository_is_proposed_and_read_with_follow() throws Exception {
    Path code = Files.createDirectories(temp.resolve("repos/acme/tiny-train"));
    git(code, "init", "-q", "-b", "main");
    Files.writeString(
        code.resolve("train.py"),
        """
        import torch
        from torch.utils.data import DataLoader
        model = torch.nn.Linear(2, 2)
        optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
        for epoch in range(3):
            for x, y in DataLoader([]):
                loss = torch.nn.functional.cross_entropy(model(x), y)
                loss.backward()
                optimizer.step()
                optimizer.zero_grad()
        torch.save(model.state_dict(), "model.pt")
        """);
    git(code, "add", ".");
    git(code, "commit", "-qm", "one");
    Files.move(code.resolve(".git"), temp.resolve("repos/acme/tiny-train.git"));
    try (var server = new GitServer(temp.resolve("repos"))) {
      environment.put("GITHUB_SERVER_URL", server.address());
      String link = server.address() + "/acme/tiny-train";
      hub.repo("acme/tiny")
          .file(
              "README.md",
              "---\nlicense: mit\n---\n# Tiny\nCode: %s. Thanks to %s/other/thing.\nAnd %s.\n"
                  .formatted(link, server.address(), "http://169.254.169.254/acme/x.git"));
      Run proposed = run("inspect", "hf:acme/tiny");
      assertThat(proposed.out())
          .contains("/acme/tiny-train.git")
          .contains("of the same publisher")
          .contains("--follow")
          .doesNotContain("/other/thing.git");
      assertThat(server.posts()).isZero();
      Path lock = temp.resolve("assay.lock");
      Run followed = run("inspect", "hf:acme/tiny", "--follow", "--format", "json", "--lock", lock);
      assertThat(followed.err()).isEmpty();
      assertThat(followed.out()).contains("\"source\": \"tiny-train\"").contains("train.py");
      assertThat(Files.readString(lock)).contains("git:" + server.address());
      hub.close();
    }
    Run again = run("inspect", "--locked", temp.resolve("assay.lock"));
    assertThat(again.err()).isEmpty();
    assertThat(again.out()).contains("train.py");
  }

  @Test
  void an_interrupted_run_reports_what_it_read_and_ends_with_130() throws Exception {
    var repo = hub.repo("acme/many");
    for (int i = 0; i < 40; i++) {
      repo.file("part" + i + ".md", "# Part " + i + "\n");
    }
    var reading = new CountDownLatch(12);
    for (int i = 0; i < 200; i++) {
      hub.faults.add(exchange -> {
        if (exchange.getRequestURI().getPath().contains("/resolve/")) {
          reading.countDown();
          pause(200);
        }
        return false;
      });
    }
    Path out = temp.resolve("out");
    Path err = temp.resolve("err");
    Process process = start(out, err, "inspect", "hf:acme/many");
    assertThat(reading.await(60, TimeUnit.SECONDS)).isTrue();
    process.destroy(); // SIGTERM takes the same way as SIGINT
    assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(out)).contains("the run was stopped").contains("were not read");
    assertThat(process.exitValue()).isIn(130, 143);
    try (Stream<Path> files = Files.walk(temp.resolve("cache"))) {
      assertThat(files.filter(f -> f.toString().endsWith(".tmp"))).isEmpty();
    }
    hub.faults.clear();
    assertThat(run("inspect", "hf:acme/many").out()).doesNotContain("the run was stopped");
  }

  /// A release in many shards, stopped after some: what was read is reported, and nothing that was
  /// not read is called absent, missing or contradicted.
  @Test
  void an_interrupted_run_says_of_nothing_unread_that_it_is_not_there() throws Exception {
    var repo = hub.repo("acme/shards");
    repo.file("README.md", "---\nlicense: mit\n---\n# Shards\nA model of 60 shards.\n");
    repo.file("config.json", "{\"architectures\":[\"LlamaForCausalLM\"],\"model_type\":\"llama\"}");
    var names = new StringBuilder();
    for (int i = 1; i <= 60; i++) {
      String name = "model-%05d-of-00060.safetensors".formatted(i);
      names.append(i == 1 ? "" : ",").append("\"layer.%d\":\"%s\"".formatted(i, name));
      repo.large(name, Program.weights("layer." + i, 400_000));
    }
    repo.file("model.safetensors.index.json", "{\"metadata\":{},\"weight_map\":{" + names + "}}");
    repo.file("training/train.py", "import torch\nloss.backward()\noptimizer.step()\n");
    var shards = new CountDownLatch(7);
    for (int i = 0; i < 400; i++) {
      hub.faults.add(exchange -> {
        if (exchange.getRequestURI().toString().contains("sha=")) {
          shards.countDown();
          if (shards.getCount() == 0) {
            pause(300);
          }
        }
        return false;
      });
    }
    Path out = temp.resolve("out");
    Process process = start(out, temp.resolve("err"), "inspect", "hf:acme/shards", "--verbose");
    assertThat(shards.await(60, TimeUnit.SECONDS)).isTrue();
    process.destroy();
    assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(out).replaceAll("\\s+", " ");
    assertThat(said)
        .contains("the run was stopped", "Weights are here, and not all of them were read")
        .contains("shards were read; the others are listed by the source, and were not")
        .doesNotContain("No weights were found", "shards are not here", "contradicted")
        .doesNotContain("weights (final): not found in what was inspected")
        .containsPattern("architecture: (only part of it was read|cannot be decided from here)");
    // What a definition asks for and was not read is not refused.
    assertThat(said).contains("weights met: weights can be downloaded");
    assertThat(said.replaceAll("model card: present, partial", ""))
        .doesNotContainPattern("not met: [^:]*: weights")
        .doesNotContainPattern("not met: [^:]*: architecture");
    assertThat(said).containsPattern("Read: 64 files listed .[^)]*., [1-9][0-9]? read");
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void two_processes_share_the_cache_and_a_third_run_loads_nothing() throws Exception {
    Path out = temp.resolve("one");
    Path second = temp.resolve("two");
    Process one = start(out, temp.resolve("e1"), "inspect", "hf:acme/tiny", "--format", "json");
    Process two = start(second, temp.resolve("e2"), "inspect", "hf:acme/tiny", "--format", "json");
    assertThat(one.waitFor(60, TimeUnit.SECONDS) && two.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(temp.resolve("e1")) + Files.readString(temp.resolve("e2")))
        .isEmpty();
    assertThat(findings(Files.readString(out))).isEqualTo(findings(Files.readString(second)));
    hub.log.clear();
    run("inspect", "hf:acme/tiny");
    assertThat(hub.log).hasSize(1).first().asString().contains("/api/models/acme/tiny");
  }

  private static String findings(String json) {
    return withoutEffort(json).replaceAll("\"readAt\": \"[^\"]*\"", "");
  }

  @Test
  void a_token_is_in_no_report_no_log_no_cache_and_at_no_other_host() throws Exception {
    environment.put("HF_TOKEN", HubServer.TOKEN);
    hub.repo("acme/tiny").gate = "manual";
    Path lock = temp.resolve("assay.lock");
    var seen = new StringBuilder();
    for (String format : List.of("text", "json", "markdown", "html")) {
      Run run = run("inspect", "hf:acme/tiny", "--format", format, "--lock", lock, "--verbose");
      assertThat(run.code()).isZero();
      seen.append(run.out()).append(run.err());
    }
    hub.repo("acme/secret").hidden = true;
    hub.repo("acme/secret").file("README.md", "# Secret\n");
    seen.append(run("inspect", "hf:acme/secret"));
    seen.append(run("inspect", "hf:acme/none"));
    assertThat(seen.toString()).doesNotContain(HubServer.TOKEN);
    assertThat(hub.storageTokens).isEmpty();
    byte[] token = HubServer.TOKEN.getBytes(StandardCharsets.UTF_8);
    try (Stream<Path> files = Files.walk(temp)) {
      assertThat(files.filter(Files::isRegularFile).filter(f -> holds(f, token))).isEmpty();
    }
  }

  private static boolean holds(Path file, byte[] wanted) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          .contains(new String(wanted, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_hub_a_cache_and_a_folder_give_the_same_findings() throws Exception {
    Map<String, byte[]> files = hub.repo("acme/tiny").files;
    Path folder = temp.resolve("folder");
    Path repository = temp.resolve("hub/models--acme--tiny");
    var listing = new ArrayList<String>();
    for (var file : files.entrySet()) {
      byte[] content = Objects.requireNonNull(file.getValue());
      for (Path place :
          List.of(folder, repository.resolve("snapshots").resolve(HubServer.COMMIT))) {
        Files.createDirectories(place);
        Files.write(place.resolve(file.getKey()), content);
      }
      listing.add(
          "\"%s\":{\"size\":%d,\"blob_id\":\"x\"}".formatted(file.getKey(), content.length));
    }
    Files.createDirectories(repository.resolve("trees"));
    Files.writeString(
        repository.resolve("trees").resolve(HubServer.COMMIT + ".json"),
        "{\"format_version\":1,\"files\":{%s}}".formatted(String.join(",", listing)));
    String fromHub = states(run("inspect", "hf:acme/tiny", "--format", "json").out());
    assertThat(fromHub).contains("\"present\"").contains("\"absent\"");
    assertThat(states(run("inspect", repository, "--format", "json").out())).isEqualTo(fromHub);
    assertThat(states(run("inspect", folder, "--format", "json").out())).isEqualTo(fromHub);
  }

  /// The standing and the state of every component.
  private static String states(String json) {
    return json.lines()
        .filter(l -> l.matches("\\s*\"(step|state|component|level)\": .*"))
        .reduce("", (a, b) -> a + b.strip() + "\n");
  }
}
