package dev.assay.io.folder;

import dev.assay.io.AppleDouble;
import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.OnlyFolder;
import dev.assay.io.Submodules;
import dev.assay.model.Issue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One walk over a folder. It keeps its own stack and one open directory at a time, so that neither
/// the depth of the tree nor its width costs anything but names.
final class FolderWalk {
  private static final int MOST_ISSUES = 200;

  private final String source;
  private final Path root;
  private final Path boundary;
  private final int most;
  private final List<FileEntry> entries = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();
  private final List<String> partial = new ArrayList<>();
  private final Map<String, Path> oddPaths = new HashMap<>();
  private final ArrayDeque<Folder> left = new ArrayDeque<>();
  private long unsaid;
  private @Nullable Path git;
  private @Nullable Path gitmodules;

  /// @param odd whether its name here is not its place below the root
  private record Folder(Path path, String name, boolean odd) {}

  /// @param boundary where links may lead: the root, or a folder around it that belongs to it
  FolderWalk(String source, Path root, Path boundary, int most) {
    this.source = source;
    this.root = root;
    this.boundary = boundary;
    this.most = most;
  }

  /// Walks; afterwards the other methods have something to say.
  ///
  /// @param beside files and folders beside the root that are listed as if they lay in it
  /// @throws IOException when the root itself cannot be read
  void run(List<Path> beside) throws IOException {
    list(new Folder(root, "", false));
    for (Path path : beside) {
      if (Files.exists(root.resolve(path.getFileName()), LinkOption.NOFOLLOW_LINKS)) {
        warn(path.getFileName().toString(), OnlyFolder.HIDDEN);
      } else {
        visit(new Folder(root, "", true), path);
      }
    }
    while (!left.isEmpty() && entries.size() < most) {
      Folder folder = left.pop();
      try {
        list(folder);
      } catch (IOException e) {
        warn(folder.name(), "the folder cannot be read: " + reason(e));
        partial.add(folder.name() + "/: " + reason(e));
      }
    }
    if (entries.size() >= most) {
      String said = "more than " + most + " names; the rest was not listed";
      partial.add(said);
      warn("", said);
    }
    if (unsaid > 0) {
      String said = unsaid + " more names could not be followed or read, not named one by one";
      issues.add(new Issue(Issue.Severity.WARNING, source, "", said, ""));
    }
    addSubmodules();
    dropDoubles();
    entries.sort(FileEntry.BY_PATH);
  }

  private void list(Folder folder) throws IOException {
    try (DirectoryStream<Path> names = Files.newDirectoryStream(folder.path())) {
      for (Path path : names) {
        if (entries.size() >= most) {
          return;
        }
        visit(folder, path);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private void visit(Folder folder, Path path) {
    String plain = path.getFileName().toString();
    String escaped = escaped(path, plain);
    String name = folder.name().isEmpty() ? escaped : folder.name() + "/" + escaped;
    boolean odd = folder.odd() || !escaped.equals(plain) || !ascii(plain);
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isDirectory()) {
        if (plain.equals(".git")) {
          git = folder.name().isEmpty() ? path : git;
        } else {
          left.push(new Folder(path, name, odd));
        }
      } else if (attributes.isSymbolicLink()) {
        link(folder, path, name);
      } else if (attributes.isRegularFile()) {
        if (plain.equals(".git")) {
          // A worktree's pointer to a repository elsewhere on this machine: not a file of
          // the release.
          return;
        }
        if (name.equals(Submodules.FILE)) {
          gitmodules = path;
        }
        entries.add(FileEntry.file(name, attributes.size()));
        if (odd) {
          oddPaths.put(name, path);
        }
      } else {
        entries.add(new FileEntry(name, 0, FileEntry.Kind.SPECIAL, null, null));
        warn(name, "a device, pipe or socket; it was not opened");
      }
    } catch (IOException e) {
      entries.add(new FileEntry(name, -1, FileEntry.Kind.LISTED, null, null));
      warn(name, "cannot be looked at: " + reason(e));
    }
  }

  private void link(Folder folder, Path path, String name) throws IOException {
    Path target = Files.readSymbolicLink(path);
    String written = FileNames.escape(target.toString());
    String wrong;
    try {
      Path real = path.toRealPath();
      if (real.startsWith(boundary)) {
        BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
        if (attributes.isRegularFile()) {
          entries.add(new FileEntry(name, attributes.size(), FileEntry.Kind.FILE, written, null));
          oddPaths.put(name, real);
          return;
        }
        wrong = attributes.isDirectory() ? "" : "a link to a device, pipe or socket";
        if (attributes.isDirectory() && folder.path().toRealPath().startsWith(real)) {
          wrong = "a link to a folder that it lies in: a loop";
        }
      } else {
        wrong = "a link that leaves the folder: it was not followed";
      }
    } catch (FileSystemLoopException e) {
      wrong = "a link that leads back to itself";
    } catch (NoSuchFileException e) {
      wrong = "a link to something that is not there";
    } catch (AccessDeniedException e) {
      wrong = "a link to something that may not be read";
    } catch (IOException e) {
      // Linux reports too many levels of links as a plain failure.
      wrong = "a link that cannot be followed: " + reason(e);
    }
    entries.add(new FileEntry(name, 0, FileEntry.Kind.LINK, written, null));
    if (!wrong.isEmpty()) {
      warn(name, wrong + " (points to " + written + ")");
    }
  }

  private void addSubmodules() {
    if (gitmodules == null) {
      return;
    }
    String text = GitHead.text(gitmodules);
    if (text == null) {
      return;
    }
    entries.addAll(Submodules.missing(text, entries));
  }

  private void dropDoubles() {
    Set<String> doubles = AppleDouble.among(entries);
    entries.removeIf(entry -> doubles.contains(entry.path()));
    AppleDouble.note(source, doubles).ifPresent(issues::add);
  }

  /// A name as text. The JDK decodes names by the locale and loses bytes that are none; the file's
  /// URI carries them as they are.
  private static String escaped(Path path, String plain) {
    if (ascii(plain)) {
      return FileNames.escape(plain);
    }
    String uri = path.toUri().getRawPath();
    int end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
    String raw = uri.substring(uri.lastIndexOf('/', end - 1) + 1, end);
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) == '%') {
        bytes.write(Integer.parseInt(raw, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.writeBytes(Character.toString(raw.charAt(i)).getBytes(StandardCharsets.UTF_8));
      }
    }
    return FileNames.escape(bytes.toByteArray());
  }

  static boolean ascii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "no permission";
      case NoSuchFileException _ -> "it is not there any more";
      case java.nio.file.FileSystemException f ->
          f.getReason() == null ? "the system refuses" : FileNames.escape(f.getReason());
      default -> "the system refuses";
    };
  }

  private void warn(String path, String message) {
    // A hostile folder can hold a million broken links; a report of a million lines helps nobody.
    if (issues.size() < MOST_ISSUES) {
      issues.add(new Issue(Issue.Severity.WARNING, source, path, message, ""));
    } else {
      unsaid++;
    }
  }

  List<FileEntry> entries() {
    return Collections.unmodifiableList(entries);
  }

  List<Issue> issues() {
    return issues;
  }

  List<String> partial() {
    return partial;
  }

  Map<String, Path> oddPaths() {
    return oddPaths;
  }

  /// The root's `.git` folder, where there is one.
  @Nullable Path git() {
    return git;
  }
}
