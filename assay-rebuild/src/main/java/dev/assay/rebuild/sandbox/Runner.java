package dev.assay.rebuild.sandbox;

import dev.assay.rebuild.recipe.Recipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/// Runs a job in a sandbox and holds it to its limits. When this returns, none of the job's
/// processes is left.
public final class Runner {
  /// Told how long it has been running and its last line.
  public interface Watch extends BiConsumer<Duration, String> {}

  private static final long STEP_MILLIS = 50;

  private final Sandbox sandbox;
  private final boolean asNobody;

  private Runner(Sandbox sandbox, boolean asNobody) {
    this.sandbox = sandbox;
    this.asNobody = asNobody;
  }

  /// The sandbox it uses.
  public Sandbox sandbox() {
    return sandbox;
  }

  /// A runner for the sandbox, if it works on this machine: it is tried with a command that does
  /// nothing. Where we are root, the job is run as the user `nobody` if that works, because limits
  /// on the number of processes do not hold for root.
  ///
  /// @param scratch a folder for the trial
  public static Optional<Runner> of(Sandbox sandbox, Path jdk, Path scratch) {
    List<Runner> ways = new ArrayList<>();
    if (isRoot() && !(sandbox instanceof Unsandboxed)) {
      ways.add(new Runner(sandbox, true));
    }
    ways.add(new Runner(sandbox, false));
    return ways.stream().filter(r -> r.works(jdk, scratch)).findFirst();
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private boolean works(Path jdk, Path scratch) {
    try {
      Path folder = Folders.temporary(scratch, "try");
      Job job =
          prepare(
              folder,
              Files.createDirectories(folder.resolve("in")),
              List.of("/bin/sh", "-c", "echo works > \"$OUT/works\""),
              jdk,
              java.util.Map.of(),
              new Recipe.Limits(20, 20, 1L << 30, 512, 1L << 20));
      Ended ended = run(job, new RunLog(folder.resolve("log")), (d, l) -> {});
      return ended.good() && Files.exists(job.out().resolve("works"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Lays out the folders of a job below `folder`: `out`, `tmp`, and one to mount on.
  ///
  /// @param inputs what the job may read
  /// @param command with the sandbox's paths
  /// @param variables beside the fixed environment
  public Job prepare(
      Path folder,
      Path inputs,
      List<String> command,
      Path jdk,
      java.util.Map<String, String> variables,
      Recipe.Limits limits)
      throws IOException {
    Path out = Files.createDirectories(folder.resolve("out"));
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    Files.createDirectories(folder.resolve("root"));
    var environment = new java.util.LinkedHashMap<String, String>();
    environment.put("PATH", jdk.resolve("bin") + ":/usr/bin:/bin");
    environment.put("JAVA_HOME", jdk.toString());
    environment.put("LANG", "C.UTF-8");
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("TZ", "UTC");
    environment.put("HOME", sandbox.shows(temporary, Sandbox.Folder.TEMPORARY));
    environment.put("TMPDIR", sandbox.shows(temporary, Sandbox.Folder.TEMPORARY));
    environment.put("OUT", sandbox.shows(out, Sandbox.Folder.OUT));
    environment.putAll(variables);
    if (asNobody) {
      for (Path p : List.of(out, temporary, folder.resolve("root"))) {
        Files.setAttribute(p, "unix:uid", 65534);
      }
    }
    return new Job(command, inputs, out, temporary, jdk, environment, limits);
  }

  /// Runs a job to its end.
  ///
  /// @param log keeps what it prints
  /// @param watch told about twenty times a second
  public Ended run(Job job, RunLog log, Watch watch) {
    long start = System.nanoTime();
    List<String> command = new ArrayList<>();
    Recipe.Limits limits = job.limits();
    if (asNobody) {
      command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));
    }
    command.addAll(
        List.of(
            "prlimit",
            "--core=0",
            "--cpu=" + limits.cpuSeconds(),
            // A file that is cut here is over the limit of the disk too, and so found out below.
            "--fsize=" + (limits.diskBytes() + 1),
            // bwrap, unshare and the launcher need a few of their own.
            "--nproc=" + (limits.processes() + 64),
            "--"));
    command.addAll(sandbox.wrap(job));
    String mark = UUID.randomUUID().toString();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).directory(job.out().toFile());
    builder.environment().clear();
    builder.environment().putAll(job.environment());
    builder.environment().put(ProcessTree.MARK, mark);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new Ended(
          Ended.Cause.NOT_STARTED, -1, String.valueOf(e.getMessage()), since(start), 0);
    }
    Thread reader = Thread.ofVirtual().start(() -> log.copy(process.getInputStream()));
    var tree = new ProcessTree(process, mark);
    Ended ended;
    try {
      ended = watch(process, tree, job, log, watch, start);
    } catch (InterruptedException e) {
      ended = new Ended(Ended.Cause.STOPPED, -1, "stopped", since(start), tree.peakMemory());
      Thread.currentThread().interrupt();
    } finally {
      tree.end(sandbox.takesOrphans());
    }
    try {
      reader.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ended;
  }

  private Ended watch(
      Process process, ProcessTree tree, Job job, RunLog log, Watch watch, long start)
      throws InterruptedException {
    Recipe.Limits limits = job.limits();
    for (long turn = 0; ; turn++) {
      if (process.waitFor(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
        int exit = process.exitValue();
        // A job that filled its disk between two looks, and ended, is told so all the same.
        long size = size(job);
        if (size > limits.diskBytes()) {
          return new Ended(
              Ended.Cause.DISK, exit, tooMuch(size, limits), since(start), tree.peakMemory());
        }
        if (exit == 0) {
          return new Ended(Ended.Cause.GOOD, 0, "", since(start), tree.peakMemory());
        }
        return new Ended(
            Ended.Cause.FAILED, exit, failed(exit, limits), since(start), tree.peakMemory());
      }
      watch.accept(since(start), log.last());
      tree.look();
      if (since(start).toSeconds() >= limits.wallSeconds()) {
        return ended(
            Ended.Cause.TIME,
            "ran longer than its limit of " + limits.wallSeconds() + " s",
            start,
            tree);
      }
      if (tree.memory() > limits.memoryBytes()) {
        return ended(
            Ended.Cause.MEMORY,
            "used more memory than its limit of " + bytes(limits.memoryBytes()),
            start,
            tree);
      }
      if (tree.tasks() > limits.processes()) {
        return ended(
            Ended.Cause.PROCESSES,
            "had more processes and threads than its limit of " + limits.processes(),
            start,
            tree);
      }
      if (turn % 4 == 0) {
        long size = size(job) + tree.nameless();
        if (size > limits.diskBytes()) {
          return ended(Ended.Cause.DISK, tooMuch(size, limits), start, tree);
        }
      }
    }
  }

  /// As recipes say it, where it is a whole number of megabytes.
  private static String bytes(long bytes) {
    return bytes % (1 << 20) == 0 ? (bytes >> 20) + " MiB" : bytes + " bytes";
  }

  private static Ended ended(Ended.Cause cause, String message, long start, ProcessTree tree) {
    return new Ended(cause, -1, message, since(start), tree.peakMemory());
  }

  private static String tooMuch(long size, Recipe.Limits limits) {
    return size >= Folders.TOO_MANY
        ? "wrote more than " + Folders.MOST_FILES + " files"
        : "wrote more than its limit of " + bytes(limits.diskBytes());
  }

  private static String failed(int exit, Recipe.Limits limits) {
    return switch (exit) {
      case 127 -> "the command was not found (exit code 127)";
      case 128 + 24 ->
          "used more than its limit of " + limits.cpuSeconds() + " s of processor time";
      case 128 + 25 -> "wrote a file larger than its limit of " + bytes(limits.diskBytes());
      case 128 + 9 ->
          "was killed (exit code 137): over its limit of "
              + limits.cpuSeconds()
              + " s of processor time, or by the system";
      default -> "ended with exit code " + exit;
    };
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /// Bytes in the folders that the job may write, or {@link Folders#TOO_MANY}, which is more than
  /// any limit.
  private static long size(Job job) {
    long out = Folders.size(job.out());
    long temporary = Folders.size(job.temporary());
    return Math.max(out, temporary) == Folders.TOO_MANY ? Folders.TOO_MANY : out + temporary;
  }
}
