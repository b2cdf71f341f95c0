package dev.assay.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// A file system of a few kilobytes, to be full soon.
public final class SmallDisk implements AutoCloseable {
  private final Path folder;

  /// Mounts it; skips the running test, with a line, where nothing can be mounted.
  ///
  /// @param size as `mount` takes it, such as `16k`
  public SmallDisk(Path folder, String size) throws IOException {
    this.folder = Files.createDirectories(folder);
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()) == 0;
    if (!mounted) {
      String line = "skipped: no file system can be mounted here";
      System.out.println(line);
      Assumptions.abort(line);
    }
  }

  private static int run(String... command) throws IOException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  @Override
  public void close() throws IOException {
    if (run("umount", folder.toString()) != 0) {
      throw new IOException(folder + " is still in use");
    }
  }
}
