package dev.assay.sources.git;

import java.io.File;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// What JGit sees of this machine: no configuration of the user or the system. To find the
/// system's, it would start the Git program; and what an assessment finds must not depend on
/// either.
final class PlainSystem extends SystemReader {
  private static final class Empty extends FileBasedConfig {
    Empty(Config parent, FS fs) {
      super(parent, new File(""), fs);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }

    /// How exact the file system's times are: stated, since JGit would otherwise write files beside
    /// the repository to measure it.
    @Override
    public @Nullable String getString(String section, @Nullable String subsection, String name) {
      return section.equals("filesystem") ? "10 ms" : super.getString(section, subsection, name);
    }
  }

  @Override
  public String getHostname() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  @Override
  public @Nullable String getenv(String variable) {
    // Variables such as GIT_DIR would turn JGit to another repository.
    return variable.startsWith("GIT_") ? null : System.getenv(variable);
  }

  @Override
  public String getProperty(String key) {
    return System.getProperty(key);
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public long getCurrentTime() {
    return System.currentTimeMillis();
  }

  @Override
  public int getTimezone(long when) {
    return 0;
  }
}
