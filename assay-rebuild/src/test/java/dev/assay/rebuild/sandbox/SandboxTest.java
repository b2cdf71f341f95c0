package dev.assay.rebuild.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.rebuild.recipe.Recipe;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SandboxTest {
  private static final Path JDK = Path.of(System.getProperty("java.home"));
  private static final Recipe.Limits LIMITS = new Recipe.Limits(20, 20, 1L << 30, 100, 8L << 20);

  @TempDir Path scratch;

  /// A test that is run once in each kind of sandbox, by its name.
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @MethodSource("sandboxes")
  private @interface InEachSandbox {}

  static Stream<String> sandboxes() {
    return Sandbox.all().stream().map(Sandbox::id);
  }

  @BeforeEach
  void othersMayPass() throws IOException {
    Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Runner runner(String id) {
    Sandbox sandbox = Sandbox.byId(id).orElseThrow();
    return Runner.of(sandbox, JDK, scratch)
        .orElseGet(() -> {
          String line = "skipped: the sandbox " + id + " does not work on this machine";
          System.out.println(line);
          Assumptions.abort(line);
          throw new IllegalStateException();
        });
  }

  private record Ran(Ended ended, String log, Path out) {}

  private Ran run(Runner runner, Recipe.Limits limits, String... command) throws IOException {
    Path folder = Folders.temporary(scratch, "job");
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(folder.resolve("in/data"), "data\n");
    Job job = runner.prepare(folder, folder.resolve("in"), List.of(command), JDK, Map.of(), limits);
    var withInput =
        new Job(
            job.command().stream()
                .map(c ->
                    c.replace("${in}", runner.sandbox().shows(job.inputs(), Sandbox.Folder.INPUTS)))
                .toList(),
            job.inputs(),
            job.out(),
            job.temporary(),
            job.jdk(),
            job.environment(),
            job.limits());
    var log = new RunLog(folder.resolve("log"));
    Ended ended = runner.run(withInput, log, (d, l) -> {});
    return new Ran(ended, Files.exists(log.file()) ? Files.readString(log.file()) : "", job.out());
  }

  private Ran shell(Runner runner, String script) throws IOException {
    return shell(runner, LIMITS, script);
  }

  private Ran shell(Runner runner, Recipe.Limits limits, String script) throws IOException {
    return run(runner, limits, "/bin/bash", "-c", script);
  }

  private static void assertNothingIsLeft(String word) {
    assertThat(
            ProcessHandle.allProcesses()
                .filter(p -> p.info().commandLine().orElse("").contains(word))
                .filter(p -> p.pid() != ProcessHandle.current().pid())
                .toList())
        .isEmpty();
  }

  @InEachSandbox
  void it_reads_its_inputs_writes_its_output_and_sees_no_variable_of_ours(String id)
      throws IOException {
    Ran ran = shell(runner(id), "cat ${in}/data > \"$OUT/copy\"; env | sort; pwd");
    assertThat(ran.ended().good()).as(ran.log()).isTrue();
    assertThat(ran.out().resolve("copy")).hasContent("data");
    assertThat(ran.log()).contains("TZ=UTC").contains("LC_ALL=C.UTF-8").doesNotContain("MAVEN");
  }

  @InEachSandbox
  void it_cannot_change_its_inputs_or_the_system(String id) throws IOException {
    Ran ran =
        shell(
            runner(id),
            "echo x > ${in}/data; echo x > ${in}/new; rm -f ${in}/data; : > /usr/assay-was-here;"
                + " : > /etc/assay-was-here; cat ${in}/data; echo end");
    assertThat(ran.log()).endsWith("data\nend\n");
    assertThat(Path.of("/usr/assay-was-here")).doesNotExist();
    assertThat(Path.of("/etc/assay-was-here")).doesNotExist();
  }

  @InEachSandbox
  void it_cannot_read_what_lies_beside_its_inputs(String id) throws IOException {
    Path secret = scratch.resolve("secret");
    Files.writeString(secret, "secret words");
    Ran ran = shell(runner(id), "cat " + secret + "; ls " + scratch + "; cat /etc/passwd");
    assertThat(ran.ended().good()).isFalse();
    assertThat(ran.log()).doesNotContain("secret words").doesNotContain("root:x:");
  }

  @InEachSandbox
  void it_reaches_no_network_not_even_this_machine(String id) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String connect = "echo hello > /dev/tcp/127.0.0.1/" + server.getLocalPort();
      Runner runner = runner(id);
      assertThat(shell(runner, connect).ended().cause()).isEqualTo(Ended.Cause.FAILED);
      // The same command reaches the server without a sandbox: the test can fail.
      assertThat(
              shell(Runner.of(new Unsandboxed(), JDK, scratch).orElseThrow(), connect)
                  .ended()
                  .good())
          .isTrue();
    }
  }

  @InEachSandbox
  void a_command_that_hangs_is_ended_with_its_children(String id) throws IOException {
    var limits = new Recipe.Limits(1, 20, 1L << 30, 100, 8L << 20);
    Ran ran =
        shell(
            runner(id),
            limits,
            "setsid sleep 98765 & (setsid sleep 98765 &) ; trap '' TERM INT HUP; sleep 98765");
    assertThat(ran.ended().cause()).isEqualTo(Ended.Cause.TIME);
    assertNothingIsLeft("98765");
  }

  @InEachSandbox
  void what_is_left_in_the_background_is_ended_too(String id) throws IOException {
    Ran ran = shell(runner(id), "(setsid sleep 87654 > /dev/null 2>&1 &) ; echo done");
    assertThat(ran.ended().good()).as(ran.log()).isTrue();
    assertNothingIsLeft("87654");
  }

  @InEachSandbox
  void what_left_its_parent_and_its_environment_is_ended_too(String id) throws IOException {
    Ran ran = shell(runner(id), "(setsid env -i /bin/sleep 65432 > /dev/null 2>&1 &) ; echo done");
    assertThat(ran.ended().good()).as(ran.log()).isTrue();
    assertNothingIsLeft("65432");
  }

  @InEachSandbox
  void processes_that_nobody_waits_for_count_and_the_verdict_names_the_limit(String id)
      throws IOException {
    for (String script :
        List.of(
            "for i in $(seq 80); do (sleep 54321 &) ; done; sleep 20",
            "b() { b | b & }; b; sleep 20")) {
      Ran ran = shell(runner(id), new Recipe.Limits(15, 15, 1L << 30, 40, 8L << 20), script);
      assertThat(ran.ended().cause())
          .as("%s: %s, %s", script, ran.ended(), ran.log())
          .isEqualTo(Ended.Cause.PROCESSES);
      assertThat(ran.ended().message()).endsWith("its limit of 40");
    }
    assertNothingIsLeft("54321");
  }

  @InEachSandbox
  void what_ends_in_the_background_does_not_count_for_ever(String id) throws IOException {
    Ran ran =
        shell(
            runner(id),
            new Recipe.Limits(60, 60, 1L << 30, 40, 8L << 20),
            "for i in $(seq 150); do (/bin/true &) ; done; sleep 1; echo done");
    assertThat(ran.ended().good()).as(ran.ended().message() + ran.log()).isTrue();
  }

  @InEachSandbox
  void files_that_were_deleted_but_are_still_open_take_room(String id) throws IOException {
    Ran ran =
        shell(
            runner(id),
            """
            for i in $(seq 20 40); do
              eval "exec $i> \"$OUT/gone\""
              rm "$OUT/gone"
              head -c 1000000 /dev/zero >&$i
            done
            sleep 3
            """);
    assertThat(ran.ended().cause()).isEqualTo(Ended.Cause.DISK);
  }

  @InEachSandbox
  void a_command_that_forks_without_end_is_ended(String id) throws IOException {
    Ran ran =
        shell(
            runner(id),
            new Recipe.Limits(10, 5, 1L << 30, 40, 8L << 20),
            "while true; do sleep 76543 & done");
    assertThat(ran.ended().good()).isFalse();
    assertNothingIsLeft("76543");
  }

  @InEachSandbox
  void a_command_that_fills_the_disk_is_ended(String id) throws IOException {
    Ran ran =
        shell(
            runner(id),
            "i=0; while true; do i=$((i+1)); head -c 1000000 /dev/zero > \"$OUT/f$i\" || exit 1; done");
    assertThat(ran.ended().cause()).isEqualTo(Ended.Cause.DISK);
    assertThat(Folders.size(ran.out())).isLessThan(1L << 30);
  }

  @InEachSandbox
  void nothing_is_written_where_no_limit_counts_it(String id) throws IOException {
    Ran ran =
        shell(
            runner(id),
            """
            for f in /etc/mine /mine /dev/mine; do
              if echo x > $f; then echo $f >> "$OUT/wrote"; fi
            done 2> /dev/null
            for i in $(seq 60); do
              head -c 1000000 /dev/zero > /dev/shm/mine$i || exit 0
            done 2> /dev/null
            rm -f /dev/shm/mine*
            echo /dev/shm >> "$OUT/wrote"
            """);
    Path wrote = ran.out().resolve("wrote");
    assertThat(Files.exists(wrote) ? Files.readString(wrote) : "").isEmpty();
  }

  @InEachSandbox
  void a_command_that_takes_too_much_memory_is_ended(String id) throws IOException {
    Ran ran =
        shell(
            runner(id),
            new Recipe.Limits(20, 20, 64L << 20, 100, 8L << 20),
            "x=0123456789abcdef; while true; do x=$x$x; done");
    assertThat(ran.ended().good()).isFalse();
  }

  @InEachSandbox
  void failing_and_missing_commands_are_told_apart(String id) throws IOException {
    Runner runner = runner(id);
    assertThat(shell(runner, "exit 3").ended().message()).isEqualTo("ended with exit code 3");
    assertThat(run(runner, LIMITS, "/no/such/program").ended().good()).isFalse();
  }

  @InEachSandbox
  void a_gigabyte_of_output_and_control_characters_do_no_harm(String id) throws IOException {
    // A busy machine takes its time over a gigabyte.
    Ran ran =
        shell(
            runner(id),
            new Recipe.Limits(300, 300, 1L << 30, 100, 8L << 20),
            "printf 'red \\033[31m \\a\\n'; head -c 1000000000 /dev/zero; printf '\\nthe last line\\n'");
    assertThat(ran.ended().good()).isTrue();
    assertThat(ran.log()).startsWith("red \\x1b[31m \\x07\n").endsWith("the last line\n");
    assertThat(ran.log()).contains("bytes are left out here");
    assertThat(ran.log().length()).isLessThan(20 << 20);
    assertThat(ran.log().chars().filter(c -> c < 32 && c != '\n').count()).isZero();
  }
}
