package dev.assay.rebuild.sandbox;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program of its own: gives up all rights but those named, for good, and starts a command, which
/// inherits that.
///
///     LandlockLauncher --read PATH ... --write PATH ... -- COMMAND ...
///
/// Numbers are those of the kernel's header `landlock.h`; the three system calls have the same numbers on
/// every architecture.
public final class LandlockLauncher {
  private static final long CREATE_RULESET = 444;
  private static final long ADD_RULE = 445;
  private static final long RESTRICT_SELF = 446;
  private static final int NO_NEW_PRIVILEGES = 38;
  private static final int CHILD_SUBREAPER = 36;
  private static final int NO_HANG = 1;
  private static final long LOOK_MILLIS = 20;
  private static final int PATH_ONLY_CLOSE_ON_EXEC = 0x200000 | 0x80000;

  private static final long EXECUTE = 1;
  private static final long WRITE_FILE = 1 << 1;
  private static final long READ_FILE = 1 << 2;
  private static final long READ_FOLDER = 1 << 3;
  private static final long TRUNCATE = 1 << 14;
  private static final long DEVICE_CONTROL = 1 << 15;
  private static final long OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | DEVICE_CONTROL;
  private static final long READ = EXECUTE | READ_FILE | READ_FOLDER;

  /// Exit code for a kernel that cannot do this, told from those of the command by the words beside
  /// it.
  static final int CANNOT = 125;

  private final MethodHandle syscall;
  private final MethodHandle prctl;
  private final MethodHandle open;
  private final MethodHandle waitpid;

  private LandlockLauncher() {
    Linker linker = Linker.nativeLinker();
    ValueLayout.OfLong l = ValueLayout.JAVA_LONG;
    ValueLayout.OfInt i = ValueLayout.JAVA_INT;
    syscall =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("syscall"),
            FunctionDescriptor.of(l, l, l, l, l, l),
            Linker.Option.firstVariadicArg(1));
    prctl =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("prctl"),
            FunctionDescriptor.of(i, i, l, l, l, l),
            Linker.Option.firstVariadicArg(1));
    open =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("open"),
            FunctionDescriptor.of(i, ValueLayout.ADDRESS, i),
            Linker.Option.firstVariadicArg(2));
    waitpid =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("waitpid"),
            FunctionDescriptor.of(i, i, ValueLayout.ADDRESS, i));
  }

  /// Has the thread made that waits for processes, by a first one that does nothing: a build that
  /// at once starts as many as it may would leave no room for it.
  private static void makeWaiter() throws InterruptedException {
    try {
      new ProcessBuilder("/bin/true").start().waitFor();
    } catch (IOException e) {
      return; // Without that program the build's own start makes the thread.
    }
  }

  /// Locks this process in, starts the build and ends with its exit code; with {@link #CANNOT}
  /// where the kernel refuses the rules, and with 127 where the command cannot be started.
  ///
  /// @param arguments `--read PATH` and `--write PATH`, each as often as wanted, then `--` and the
  ///   command
  public static void main(String[] arguments) throws Throwable {
    List<Path> read = new ArrayList<>();
    List<Path> write = new ArrayList<>();
    int at = 0;
    for (; !arguments[at].equals("--"); at += 2) {
      (arguments[at].equals("--write") ? write : read).add(Path.of(arguments[at + 1]));
    }
    List<String> command = List.of(arguments).subList(at + 1, arguments.length);
    var launcher = new LandlockLauncher();
    String refused = launcher.restrict(read, write);
    if (refused != null) {
      System.err.println("landlock: " + refused);
      System.exit(CANNOT);
    }
    // Started from the thread that was restricted: the rules hold for a thread and its children.
    makeWaiter();
    Process process;
    try {
      process = new ProcessBuilder(command).inheritIO().start();
    } catch (IOException e) {
      System.err.println(e.getMessage());
      System.exit(127);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      launcher.reap(process);
    }
    launcher.endAll(process);
    System.exit(process.exitValue());
  }

  /// Takes note of the end of processes that were left by their parents: they came to this one, and
  /// would count as processes for ever.
  private void reap(Process command) throws Throwable {
    for (ProcessHandle child : ProcessHandle.current().children().toList()) {
      if (child.pid() != command.pid()) {
        int ignored = (int) waitpid.invokeExact((int) child.pid(), MemorySegment.NULL, NO_HANG);
      }
    }
  }

  /// Ends what the command left behind, whatever it did to hide.
  private void endAll(Process command) throws Throwable {
    for (int turn = 0; turn < 500; turn++) {
      List<ProcessHandle> left = ProcessHandle.current().descendants().toList();
      if (left.isEmpty()) {
        return;
      }
      left.forEach(ProcessHandle::destroyForcibly);
      TimeUnit.MILLISECONDS.sleep(5);
      reap(command);
    }
  }

  private @org.jspecify.annotations.Nullable String restrict(List<Path> read, List<Path> write)
      throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      long abi = call(CREATE_RULESET, 0, 0, 1);
      if (abi < 4) {
        return "this kernel's rules cannot hold back the network";
      }
      long all = (1L << (abi >= 5 ? 16 : 15)) - 1;
      MemorySegment ruleset = arena.allocate(24, 8);
      ruleset.set(ValueLayout.JAVA_LONG, 0, all);
      // No rule allows a port, so no TCP can be bound or connected.
      ruleset.set(ValueLayout.JAVA_LONG, 8, 3);
      // Abstract sockets and signals stay inside.
      ruleset.set(ValueLayout.JAVA_LONG, 16, 3);
      long rules = call(CREATE_RULESET, ruleset.address(), abi >= 6 ? 24 : 16, 0);
      if (rules < 0) {
        return "the rules could not be made";
      }
      for (Path p : read) {
        allow(arena, rules, p, READ);
      }
      for (Path p : write) {
        allow(arena, rules, p, all);
      }
      if ((int) prctl.invokeExact(NO_NEW_PRIVILEGES, 1L, 0L, 0L, 0L) != 0
          // Processes whose parents end come to this one and not to the system.
          || (int) prctl.invokeExact(CHILD_SUBREAPER, 1L, 0L, 0L, 0L) != 0
          || call(RESTRICT_SELF, rules, 0, 0) != 0) {
        return "the rules could not be put in force";
      }
      return null;
    }
  }

  private void allow(Arena arena, long rules, Path path, long access) throws Throwable {
    int fd = (int) open.invokeExact(arena.allocateFrom(path.toString()), PATH_ONLY_CLOSE_ON_EXEC);
    if (fd < 0) {
      return; // Not there: then there is nothing to allow.
    }
    MemorySegment rule = arena.allocate(16, 8);
    rule.set(ValueLayout.JAVA_LONG, 0, Files.isDirectory(path) ? access : access & OF_FILES);
    rule.set(ValueLayout.JAVA_INT, 8, fd);
    if (call(ADD_RULE, rules, 1, rule.address()) != 0) {
      throw new IllegalStateException("no rule for " + path);
    }
  }

  private long call(long number, long a, long b, long c) throws Throwable {
    return (long) syscall.invokeExact(number, a, b, c, 0L);
  }
}
