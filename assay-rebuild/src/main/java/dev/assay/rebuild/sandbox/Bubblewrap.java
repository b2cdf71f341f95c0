package dev.assay.rebuild.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// bubblewrap (`bwrap`): a file system, process table, network and user of its own.
final class Bubblewrap implements Sandbox {
  @Override
  public String id() {
    return "bubblewrap";
  }

  @Override
  public String keepsApart() {
    return "bubblewrap: own file system with read-only inputs, own processes, own users, no network";
  }

  @Override
  public String shows(Path inputs, Folder folder) {
    return folder.place();
  }

  @Override
  public List<String> wrap(Job job) {
    List<String> c =
        new ArrayList<>(
            List.of(
                "bwrap",
                "--unshare-all",
                "--die-with-parent",
                "--new-session",
                "--clearenv",
                "--uid",
                "1000",
                "--gid",
                "1000",
                "--hostname",
                "rebuild",
                "--cap-drop",
                "ALL",
                "--proc",
                "/proc",
                "--dev",
                "/dev"));
    for (Path p : Sandbox.systemFolders()) {
      if (Files.isSymbolicLink(p)) {
        try {
          c.addAll(List.of("--symlink", Files.readSymbolicLink(p).toString(), p.toString()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      } else {
        c.addAll(List.of("--ro-bind", p.toString(), p.toString()));
      }
    }
    for (Path p : Sandbox.systemFiles()) {
      c.addAll(List.of("--ro-bind", p.toString(), p.toString()));
    }
    if (!job.jdk().startsWith("/usr")) {
      c.addAll(List.of("--ro-bind", job.jdk().toString(), job.jdk().toString()));
    }
    for (Path p : Sandbox.jdkFolders(job.jdk())) {
      c.addAll(List.of("--ro-bind", p.toString(), p.toString()));
    }
    c.addAll(List.of("--ro-bind", job.inputs().toString(), Folder.INPUTS.place()));
    c.addAll(List.of("--bind", job.out().toString(), Folder.OUT.place()));
    c.addAll(List.of("--bind", job.temporary().toString(), Folder.TEMPORARY.place()));
    // What is written into the root or /dev would lie in memory, where no limit counts it.
    String most = String.valueOf(job.limits().diskBytes());
    c.addAll(List.of("--size", most, "--tmpfs", "/dev/shm", "--remount-ro", "/dev"));
    c.addAll(List.of("--remount-ro", "/"));
    job.environment().forEach((k, v) -> c.addAll(List.of("--setenv", k, v)));
    c.addAll(List.of("--chdir", Folder.OUT.place(), "--"));
    c.addAll(job.command());
    return c;
  }
}
