package dev.assay.rebuild.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Landlock, the kernel's own access rules, through a throw-away Java process that restricts itself
/// and then starts the command ({@link LandlockLauncher}). It hides no file names and does not stop
/// UDP.
final class Landlock implements Sandbox {
  private static final Path OWN_JAVA = Path.of(System.getProperty("java.home"));

  @Override
  public String id() {
    return "landlock";
  }

  @Override
  public String keepsApart() {
    return "Landlock: reads only its inputs and the system's programs, writes one folder, no TCP; UDP is"
        + " not kept apart";
  }

  @Override
  public boolean takesOrphans() {
    return true;
  }

  @Override
  public String shows(Path inputs, Folder folder) {
    return inputs.toString();
  }

  @Override
  public List<String> wrap(Job job) {
    List<String> c =
        new ArrayList<>(
            List.of(
                // The JDK that runs this: the job's may be too old for it.
                OWN_JAVA.resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                ownClasses().toString(),
                LandlockLauncher.class.getName()));
    Stream.of(
            Sandbox.systemFolders().stream(),
            Sandbox.systemFiles().stream(),
            Sandbox.jdkFolders(job.jdk()).stream(),
            Stream.of(Path.of("/proc"), OWN_JAVA, job.jdk(), job.inputs()))
        .flatMap(s -> s)
        .forEach(p -> c.addAll(List.of("--read", real(p))));
    Stream.of(job.out(), job.temporary()).forEach(p -> c.addAll(List.of("--write", real(p))));
    for (String device : List.of("null", "zero", "full", "random", "urandom")) {
      c.addAll(List.of("--write", "/dev/" + device));
    }
    c.add("--");
    c.addAll(job.command());
    return c;
  }

  private static String real(Path path) {
    try {
      return path.toRealPath().toString();
    } catch (IOException e) {
      return path.toString();
    }
  }

  /// The jar or folder that this class was loaded from.
  private static Path ownClasses() {
    try {
      return Path.of(Landlock.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
