package dev.assay.sources.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ProgressMonitor;

/// Stops a fetch that has brought more than a source repository weighs.
final class FetchLimit implements ProgressMonitor {
  private static final long MOST = 2L << 30;
  private static final long LOOK_EVERY_NANOS = 500_000_000L;

  private final Path folder;
  private long lastLook = System.nanoTime();
  private boolean over;

  FetchLimit(Path folder) {
    this.folder = folder;
  }

  @Override
  public boolean isCancelled() {
    if (!over && System.nanoTime() - lastLook > LOOK_EVERY_NANOS) {
      lastLook = System.nanoTime();
      over = size(folder) > MOST;
    }
    return over;
  }

  static long size(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).mapToLong(FetchLimit::length).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      // A temporary file that was renamed meanwhile.
      return 0;
    }
  }

  @Override
  public void start(int totalTasks) {}

  @Override
  public void beginTask(String title, int totalWork) {}

  @Override
  public void update(int completed) {}

  @Override
  public void endTask() {}

  @Override
  public void showDuration(boolean enabled) {}
}
