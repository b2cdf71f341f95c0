package dev.assay.rebuild;

import dev.assay.rebuild.sandbox.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The folder in which builds are made, for as long as they take. It is gone when this is closed,
/// and also when the program is told to end before that (Ctrl-C): the thread that opened it is
/// interrupted, which ends the build, and is waited for.
public final class Workspace implements AutoCloseable {
  /// How long a build may take to end when the program is told to.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path folder;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;

  private Workspace(Path folder) {
    this.folder = folder;
    Thread owner = Thread.currentThread();
    hook = new Thread(() -> endEarly(owner), "assay-rebuild-end");
  }

  /// A new one among the temporary files.
  public static Workspace open() throws IOException {
    Path top = Path.of(System.getProperty("java.io.tmpdir"));
    var workspace = new Workspace(Folders.temporary(top, "assay-rebuild"));
    Runtime.getRuntime().addShutdownHook(workspace.hook);
    return workspace;
  }

  /// Where it is.
  public Path folder() {
    return folder;
  }

  /// Copies a file to where it stays.
  ///
  /// @param to replaced if it is there
  public static void keep(Path file, Path to) throws IOException {
    Path parent = to.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private void endEarly(Thread owner) {
    owner.interrupt();
    try {
      if (!closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        Folders.remove(folder);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      Folders.remove(folder);
    } finally {
      closed.countDown();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending, and the hook waits for us.
    }
  }
}
