package dev.assay.rebuild.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// User namespaces through util-linux's `unshare`: a root of its own is put together from read-only
/// mounts, then the old one is left behind.
final class Namespaces implements Sandbox {
  /// Arguments: the new root, the folders for inputs, out and temporary files, how many system
  /// folders and files follow, those, and then the command. All paths come as arguments, so none is
  /// part of the script.
  private static final String SCRIPT =
      """
      set -e
      path=$PATH PATH=/usr/bin:/bin:/usr/sbin:/sbin
      root=$1 in=$2 out=$3 tmp=$4 n=$5
      shift 5
      readonly_bind() {
        if [ -d "$1" ]; then mkdir -p "$root$2"; else mkdir -p "$root${2%/*}"; : > "$root$2"; fi
        mount --bind "$1" "$root$2"
        mount -o remount,bind,ro "$root$2" 2>/dev/null ||
          mount -o remount,bind,ro,nosuid,nodev "$root$2" 2>/dev/null ||
          mount -o remount,bind,ro,nosuid,nodev,noexec "$root$2"
      }
      mount --make-rprivate /
      mount -t tmpfs -o mode=755 tmpfs "$root"
      while [ "$n" -gt 0 ]; do
        if [ -L "$1" ]; then ln -s "$(readlink "$1")" "$root$1"; else readonly_bind "$1" "$1"; fi
        shift
        n=$((n - 1))
      done
      readonly_bind "$in" /in
      mkdir -p "$root/out" "$root/tmp" "$root/proc" "$root/dev" "$root/old"
      mount --bind "$out" "$root/out"
      mount --bind "$tmp" "$root/tmp"
      mount -t proc proc "$root/proc"
      for d in null zero full random urandom; do
        : > "$root/dev/$d"
        mount --bind "/dev/$d" "$root/dev/$d"
      done
      mount -o remount,bind,ro "$root"
      cd "$root"
      pivot_root . old
      umount -l /old
      cd /out
      export PATH="$path"
      exec /usr/bin/setpriv --bounding-set=-all --inh-caps=-all --no-new-privs -- "$@"
      """;

  @Override
  public String id() {
    return "namespaces";
  }

  @Override
  public String keepsApart() {
    return "user namespaces: own file system with read-only inputs, own processes, no network";
  }

  @Override
  public String shows(Path inputs, Folder folder) {
    return folder.place();
  }

  @Override
  public List<String> wrap(Job job) {
    List<String> system =
        new ArrayList<>(
            Stream.concat(Sandbox.systemFolders().stream(), Sandbox.systemFiles().stream())
                .map(Path::toString)
                .toList());
    if (!job.jdk().startsWith("/usr")) {
      system.add(job.jdk().toString());
    }
    Sandbox.jdkFolders(job.jdk()).forEach(p -> system.add(p.toString()));
    List<String> c =
        new ArrayList<>(
            List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "--pid",
                "--net",
                "--ipc",
                "--uts",
                "--fork",
                "--kill-child",
                "--",
                "/bin/sh",
                "-c",
                SCRIPT,
                "assay-sandbox"));
    // The new root is mounted on a folder of this job's; nothing is written into that
    // folder itself.
    c.add(job.temporary().resolveSibling("root").toString());
    c.add(job.inputs().toString());
    c.add(job.out().toString());
    c.add(job.temporary().toString());
    c.add(String.valueOf(system.size()));
    c.addAll(system);
    c.addAll(job.command());
    return c;
  }
}
