package dev.assay.rebuild.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// All processes of a run: those that descend from the one we started, and those that left their
/// parents but still carry the mark in their environment.
final class ProcessTree {
  /// The environment variable that marks a run's processes.
  static final String MARK = "ASSAY_REBUILD_RUN";

  private final Process root;
  private final String mark;
  private long memory;
  private long peakMemory;
  private long tasks;

  ProcessTree(Process root, String mark) {
    this.root = root;
    this.mark = mark;
  }

  long memory() {
    return memory;
  }

  long peakMemory() {
    return peakMemory;
  }

  /// Processes and threads.
  long tasks() {
    return tasks;
  }

  /// Measures all that is running.
  void look() {
    long bytes = 0;
    long count = 0;
    List<ProcessHandle> all = new ArrayList<>(root.descendants().toList());
    all.add(root.toHandle());
    for (ProcessHandle p : all) {
      for (String line : status(p.pid())) {
        if (line.startsWith("State:\tZ")) {
          break; // It has ended; nobody took note yet.
        }
        if (line.startsWith("VmRSS:")) {
          bytes += number(line) * 1024;
        } else if (line.startsWith("Threads:")) {
          count += number(line);
        }
      }
    }
    memory = bytes;
    peakMemory = Math.max(peakMemory, bytes);
    tasks = count;
  }

  /// Bytes of files that some process holds open and that have no name any more: nothing that lists
  /// folders finds them, and they take room until they are closed. Files in memory are not among
  /// them.
  long nameless() {
    Map<Object, Long> sizes = new HashMap<>();
    List<ProcessHandle> all = new ArrayList<>(root.descendants().toList());
    all.add(root.toHandle());
    for (ProcessHandle p : all) {
      try (DirectoryStream<Path> open =
          Files.newDirectoryStream(Path.of("/proc/" + p.pid() + "/fd"))) {
        for (Path fd : open) {
          nameless(fd, sizes);
        }
      } catch (IOException | DirectoryIteratorException e) {
        continue; // It has ended meanwhile, or is not ours to look at.
      }
    }
    return sizes.values().stream().mapToLong(Long::longValue).sum();
  }

  private static void nameless(Path fd, Map<Object, Long> sizes) {
    try {
      String target = Files.readSymbolicLink(fd).toString();
      if (target.endsWith(" (deleted)") && !target.startsWith("/memfd:")) {
        BasicFileAttributes file = Files.readAttributes(fd, BasicFileAttributes.class);
        Object key = file.fileKey();
        if (file.isRegularFile() && key != null) {
          sizes.put(key, file.size());
        }
      }
    } catch (IOException e) {
      return; // It was closed meanwhile.
    }
  }

  private static List<String> status(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return List.of(); // It has ended meanwhile.
    }
  }

  private static long number(String line) {
    long n = 0;
    for (int i = 0; i < line.length(); i++) {
      int digit = Character.digit(line.charAt(i), 10);
      n = digit >= 0 ? n * 10 + digit : n;
    }
    return n;
  }

  /// Ends everything, and looks again until nothing is left.
  ///
  /// @param firstIsLast whether the first process is ended when no other is left, because those
  ///   whose parents end come to it; in a sandbox with processes of its own the kernel ends all of
  ///   them with the first
  void end(boolean firstIsLast) {
    for (int turn = 0; turn < 200; turn++) {
      Set<ProcessHandle> left = new LinkedHashSet<>(root.descendants().toList());
      left.addAll(marked());
      if (root.isAlive() && (!firstIsLast || left.isEmpty() || turn > 100)) {
        left.add(root.toHandle());
      }
      if (left.isEmpty()) {
        return;
      }
      left.forEach(ProcessHandle::destroyForcibly);
      try {
        TimeUnit.MILLISECONDS.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private List<ProcessHandle> marked() {
    List<ProcessHandle> found = new ArrayList<>();
    byte[] wanted = (MARK + "=" + mark).getBytes(StandardCharsets.US_ASCII);
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path p : all) {
        if (holds(p.resolve("environ"), wanted)) {
          ProcessHandle.of(Long.parseLong(p.getFileName().toString()))
              .filter(ProcessHandle::isAlive)
              .ifPresent(found::add);
        }
      }
    } catch (IOException e) {
      return found; // No /proc: then only descendants are known.
    }
    return found;
  }

  private static boolean holds(Path file, byte[] wanted) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return text.contains(new String(wanted, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return false; // Another user's, or gone.
    }
  }
}
