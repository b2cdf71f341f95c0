package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.testing.GitServer;
import dev.assay.testing.HubServer;
import dev.assay.testing.SmallDisk;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What servers and disks do wrong, through the whole program: a clear line each, the right exit
/// code, what could be read is reported, and nothing is left in the cache that should not be.
class NetworkFaultsTest extends AgainstHub {
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void serve() {
    hub.repo("acme/tiny")
        .file("README.md", "---\nlicense: mit\n---\n# Tiny\nA small model for tests.\n")
        .file("config.json", "{\"architectures\":[\"LlamaForCausalLM\"],\"model_type\":\"llama\"}")
        .large("model.safetensors", Program.weights("a", 400_000));
    environment.put("HF_ENDPOINT", hub.endpoint());
    environment.put("ASSAY_CACHE", temp.resolve("cache").toString());
    environment.put("HOME", temp.resolve("home").toString());
  }

  @AfterEach
  void nothingHalfIsLeftInTheCache() throws IOException {
    if (Files.exists(temp.resolve("cache"))) {
      try (Stream<Path> files = Files.walk(temp.resolve("cache"))) {
        assertThat(files.filter(f -> f.getFileName().toString().matches("\\.new-.*|.*\\.tmp")))
            .isEmpty();
      }
    }
  }

  private Run inspect(Object... more) throws Exception {
    var arguments = new Object[more.length + 2];
    arguments[0] = "inspect";
    arguments[1] = "hf:acme/tiny";
    System.arraycopy(more, 0, arguments, 2, more.length);
    return new Program(temp, environment).run(arguments);
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }

  /// The same answer to every request of a kind.
  private void always(Predicate<String> when, HubServer.Fault fault) {
    for (int i = 0; i < 300; i++) {
      hub.faults.add(
          exchange -> when.test(exchange.getRequestURI().toString()) && fault.answer(exchange));
    }
  }

  private static boolean redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    HubServer.send(exchange, 302, new byte[0]);
    return true;
  }

  /// A server in the public network can only be reached through a proxy here, and that is what is
  /// tried: the hub is the proxy, and answers for an address of the public network.
  @Test
  void a_public_server_leads_to_no_private_address() throws Exception {
    var asked = new AtomicInteger();
    var inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    inside.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          HubServer.send(exchange, 200, "# Secret of the inner network\n".getBytes());
        });
    inside.start();
    try {
      environment.put("http_proxy", hub.endpoint());
      for (String server : List.of("http://93.184.216.34", "http://hub.invalid")) {
        environment.put("HF_ENDPOINT", server);
        environment.put("ASSAY_CACHE", temp.resolve("cache/" + server.length()).toString());
        for (String to :
            List.of(
                "http://127.0.0.1:" + inside.getAddress().getPort() + "/x",
                "http://169.254.169.254/latest/meta-data")) {
          hub.faults.clear();
          always(uri -> uri.contains("README.md"), exchange -> redirect(exchange, to));
          Run run = inspect();
          assertThat(run.code()).as(run.err()).isZero();
          assertThat(flat(run.out()))
              .contains("README.md: could not be read: refused: a redirect to a private address")
              .contains("model card cannot be decided")
              .doesNotContain("Secret", "No weights were found");
        }
      }
    } finally {
      inside.stop(0);
    }
    assertThat(asked).hasValue(0);
    assertThat(hub.log).noneMatch(line -> line.contains("meta-data"));
  }

  @Test
  void redirects_that_go_round_are_told() throws Exception {
    always(
        uri -> uri.contains("/resolve/"),
        exchange -> redirect(exchange, hub.endpoint() + exchange.getRequestURI()));
    Run run = inspect();
    assertThat(flat(run.out()))
        .contains("README.md: could not be read: refused: the server's redirects go round");
    hub.faults.clear();
    always(
        uri -> uri.contains("/api/"),
        exchange -> redirect(exchange, hub.endpoint() + "/api/x" + System.nanoTime()));
    environment.put("ASSAY_CACHE", temp.resolve("cache/2").toString());
    Run none = inspect();
    assertThat(none.code()).isEqualTo(3);
    assertThat(none.err()).contains("more than 5 redirects");
  }

  @Test
  void a_body_that_is_shorter_than_it_said_costs_its_file() throws Exception {
    always(
        uri -> uri.contains("sha="),
        exchange -> {
          exchange.getResponseHeaders().add("Content-Range", "bytes 0-131071/400100");
          exchange.sendResponseHeaders(206, 131_072);
          exchange.getResponseBody().write(new byte[1000]);
          exchange.getResponseBody().flush();
          exchange.close();
          return true;
        });
    Run run = inspect();
    assertThat(run.code()).isZero();
    assertThat(flat(run.out()))
        .contains("model.safetensors: could not be read: the connection to 127.0.0.1 broke")
        .contains("1 weights file listed by the source")
        .doesNotContain("No weights were found");
  }

  /// Ten gigabytes where some kilobytes were expected: the program takes what it expected, with the
  /// memory that it always has.
  @Test
  void a_body_without_end_is_not_taken() throws Exception {
    for (String where : List.of("/resolve/", "/tree/", "/api/models/acme/tiny?")) {
      var sent = new AtomicLong();
      hub.faults.clear();
      always(uri -> (uri + "?").contains(where), exchange -> endless(exchange, sent));
      environment.put("ASSAY_CACHE", temp.resolve("cache/" + where.length()).toString());
      Run run = inspect();
      assertThat(sent.get()).as(where).isLessThan(400L << 20);
      if (where.equals("/resolve/")) {
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("model.safetensors");
      } else {
        assertThat(run.code()).as(where + run.err()).isEqualTo(3);
        assertThat(run.err()).isNotEmpty();
      }
    }
  }

  private static boolean endless(HttpExchange exchange, AtomicLong sent) throws IOException {
    byte[] piece = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, 10L << 30);
    try (OutputStream out = exchange.getResponseBody()) {
      for (long n = 0; n < 10L << 30; n += piece.length) {
        out.write(piece);
        sent.addAndGet(piece.length);
      }
    } catch (IOException e) {
      // The client had enough.
    }
    return true;
  }

  @Test
  void a_connection_that_dies_at_any_phase_is_told() throws Exception {
    var phases =
        Map.of(
            "/api/models/acme/tiny", "broke",
            "/tree/", "cannot be listed",
            "README.md", "README.md: could not be read",
            "sha=", "model.safetensors: could not be read");
    int n = 0;
    for (var phase : phases.entrySet()) {
      hub.faults.clear();
      String where = phase.getKey();
      always(
          uri -> uri.contains(where) && (where.startsWith("/api") ? !uri.contains("/tree/") : true),
          exchange -> {
            exchange.sendResponseHeaders(200, 100_000);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            exchange.close();
            return true;
          });
      environment.put("ASSAY_CACHE", temp.resolve("cache/" + n++).toString());
      Run run = inspect();
      assertThat(flat(run.out() + run.err())).as(where).contains(phase.getValue());
      assertThat(run.code())
          .as(where)
          .isEqualTo(where.startsWith("/api") || where.equals("/tree/") ? 3 : 0);
    }
  }

  @Test
  void a_server_that_is_not_there_is_told() throws Exception {
    environment.put("HF_ENDPOINT", "http://127.0.0.1:1");
    Run run = inspect();
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("hf:acme/tiny").contains("cannot be reached");
  }

  @Test
  void a_full_disk_costs_the_cache_and_a_copy_that_needs_one_is_told() throws Exception {
    Path work = Files.createDirectories(temp.resolve("work"));
    Files.write(work.resolve("README.md"), noise(200_000));
    for (String[] git :
        new String[][] {{"init", "-q", "-b", "main"}, {"add", "."}, {"commit", "-qm", "one"}}) {
      assertThat(git(work, git)).isZero();
    }
    Files.createDirectories(temp.resolve("repos/acme"));
    assertThat(git(temp, "clone", "-q", "--bare", "work", "repos/acme/x.git")).isZero();
    Path small = temp.resolve("small");
    try (var _ = new SmallDisk(small, "64k");
        var server = new GitServer(temp.resolve("repos"))) {
      environment.put("ASSAY_CACHE", small.toString());
      Run run = inspect("git:" + server.address() + "/acme/x.git");
      assertThat(run.code()).isZero();
      assertThat(run.out()).contains("Tiny").contains("safetensors");
      assertThat(run.err()).contains("/acme/x.git").contains("the disk");
      try (Stream<Path> files = Files.walk(small)) {
        assertThat(files.map(f -> f.getFileName().toString()))
            .noneMatch(f -> f.startsWith(".new-") || f.endsWith(".tmp"));
      }
    }
  }

  private static byte[] noise(int size) {
    byte[] bytes = new byte[size];
    new java.util.Random(5).nextBytes(bytes);
    return bytes;
  }

  private static int git(Path folder, String... arguments) throws Exception {
    var command = new java.util.ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of("-c", "user.name=t", "-c", "user.email=t@example.org"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }
}
