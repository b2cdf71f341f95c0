package dev.assay.rebuild.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A way to run a command so that it can harm nothing: it reads its inputs and the system's
/// programs, writes one folder, and reaches no network.
public interface Sandbox {
  /// The name in options and reports.
  String id();

  /// What it keeps apart, in one sentence, and what it does not.
  String keepsApart();

  /// Where a command finds its inputs.
  ///
  /// @param inputs the folder on this machine
  String shows(Path inputs, Folder folder);

  /// The command that runs `job` in this sandbox.
  List<String> wrap(Job job);

  /// Whether processes whose parents end come to the first one, which is then ended last.
  default boolean takesOrphans() {
    return false;
  }

  /// The folders of a job.
  enum Folder {
    INPUTS("/in"),
    OUT("/out"),
    TEMPORARY("/tmp");

    private final String place;

    Folder(String place) {
      this.place = place;
    }

    /// Where it lies in a sandbox that has a file system of its own.
    String place() {
      return place;
    }
  }

  /// The sandboxes, the strongest first. The last resort, {@link Unsandboxed}, is not among them.
  static List<Sandbox> all() {
    return List.of(new Bubblewrap(), new Namespaces(), new Landlock());
  }

  /// The sandbox of this name.
  static Optional<Sandbox> byId(String id) {
    return java.util.stream.Stream.concat(
            all().stream(), java.util.stream.Stream.of(new Unsandboxed()))
        .filter(s -> s.id().equals(id))
        .findFirst();
  }

  /// The folders that hold the system's programs and libraries, as far as they are here.
  static List<Path> systemFolders() {
    return java.util.stream.Stream.of(
            "/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
        .map(Path::of)
        .filter(Files::exists)
        .toList();
  }

  /// Files below `/etc` that programs need to start and that say nothing about this machine's
  /// users.
  static List<Path> systemFiles() {
    return java.util.stream.Stream.of(
            "/etc/ld.so.cache",
            "/etc/ld.so.conf",
            "/etc/ld.so.conf.d",
            "/etc/alternatives",
            "/etc/localtime")
        .map(Path::of)
        .filter(Files::exists)
        .toList();
  }

  /// Folders outside a JDK, and outside `/usr`, to which links inside it lead: some systems keep
  /// its settings below `/etc`, and it does not start without them.
  static List<Path> jdkFolders(Path jdk) {
    java.util.Set<Path> folders = new java.util.TreeSet<>();
    try (java.util.stream.Stream<Path> all = Files.walk(jdk, 6)) {
      for (Path p : all.filter(Files::isSymbolicLink).filter(Files::exists).toList()) {
        Path target = p.toRealPath();
        Path folder = Files.isDirectory(target) ? target : target.getParent();
        if (folder != null
            && folder.getNameCount() > 1
            && !target.startsWith(jdk)
            && !target.startsWith("/usr")) {
          folders.add(folder);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(folders);
  }
}
