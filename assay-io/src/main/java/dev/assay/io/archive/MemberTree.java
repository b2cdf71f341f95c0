package dev.assay.io.archive;

import dev.assay.io.AppleDouble;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import dev.assay.io.NestedArchives;
import dev.assay.io.OnlyFolder;
import dev.assay.io.Submodules;
import dev.assay.model.Issue;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An archive's members judged and put in order: names that leave the archive refused, doubles
/// reported, links resolved inside it.
final class MemberTree {
  private static final int MOST_ISSUES = 200;
  private static final int MAX_HOPS = 8;
  private static final int MOST_OF_A_LIST = 1 << 18;
  private static final int LONGEST_NAME = 4096;

  private final String source;
  private final List<FileEntry> files = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();
  private final Map<String, Member.Content> contents = new HashMap<>();
  private int unsaid;

  /// @param unwrap whether the one folder that everything lies in is taken off
  MemberTree(String source, List<Member> members, boolean unwrap) {
    this.source = source;
    TreeMap<String, Member> sound = sound(members);
    Set<String> doubles =
        AppleDouble.among(sound.entrySet(), Map.Entry::getKey, member -> member.getValue().size());
    AppleDouble.note(source, doubles).ifPresent(issues::add);
    sound.keySet().removeAll(doubles);
    String folder = unwrap ? onlyFolder(sound) : "";
    if (!folder.isEmpty()) {
      issues.add(OnlyFolder.note(source, folder));
    }
    String prefix = folder.isEmpty() ? "" : folder + "/";
    sound.forEach((path, member) -> {
      if (path.startsWith(prefix)) {
        add(path.substring(prefix.length()), path, member, sound);
      } else if (sound.containsKey(prefix + path)) {
        warn(path, OnlyFolder.HIDDEN);
      } else {
        add(path, path, member, sound);
      }
    });
    Member.Content modules = contents.get(Submodules.FILE);
    if (modules != null) {
      files.addAll(Submodules.missing(text(modules), files));
    }
    files.sort(FileEntry.BY_PATH);
    NestedArchives.note(source, files).ifPresent(issues::add);
    if (unsaid > 0) {
      issue(
          Issue.Severity.WARNING, "", unsaid + " more members of that kind, not named one by one");
    }
  }

  /// The beginning of a member, which is all that a list of submodules takes; what the archive has
  /// damaged is told when the member is read.
  private static String text(Member.Content content) {
    try (ByteSource bytes = content.open()) {
      return new String(bytes.head(MOST_OF_A_LIST), StandardCharsets.UTF_8);
    } catch (Malformed | UncheckedIOException e) {
      return "";
    }
  }

  private TreeMap<String, Member> sound(List<Member> members) {
    var sound = new TreeMap<String, Member>();
    for (Member member : members) {
      String path = member.name();
      while (path.startsWith("./")) {
        path = path.substring(2);
      }
      if (member.kind() == Member.Kind.FOLDER) {
        continue;
      }
      if (path.length() > LONGEST_NAME) {
        warn(path.substring(0, 200) + "…", "a name of " + path.length() + " characters: not read");
      } else if (!FileNames.staysInside(path)) {
        warn(path, "a name that leads out of the archive: the member was not read");
      } else if (sound.putIfAbsent(path, member) != null) {
        warn(path, "the archive holds this name more than once; the first was read");
      }
    }
    return sound;
  }

  /// The one folder that everything lies in, some of it directly; empty where there is none such.
  /// What tools wrap a release in holds its README; the `com/` of a jar does not.
  private static String onlyFolder(Map<String, Member> sound) {
    String folder = "";
    boolean direct = false;
    for (String path : sound.keySet()) {
      int slash = path.indexOf('/');
      String top = slash < 0 ? path : path.substring(0, slash);
      if (OnlyFolder.isBeside(top)) {
        continue;
      }
      if (slash < 0) {
        return "";
      }
      if (!folder.isEmpty() && !folder.equals(top)) {
        return "";
      }
      folder = top;
      direct |= path.indexOf('/', slash + 1) < 0;
    }
    return direct && !folder.equals("META-INF") ? folder : "";
  }

  private void add(String path, String full, Member member, TreeMap<String, Member> all) {
    switch (member.kind()) {
      case FILE -> {
        Member.Content content = member.content();
        if (content == null) {
          files.add(new FileEntry(path, member.size(), FileEntry.Kind.LISTED, null, null));
          warn(path, member.problem());
        } else {
          files.add(FileEntry.file(path, member.size()));
          contents.put(path, content);
        }
      }
      case LINK, HARD_LINK -> link(path, full, member, all);
      case SPECIAL -> {
        files.add(new FileEntry(path, member.size(), FileEntry.Kind.SPECIAL, null, null));
        warn(
            path,
            member.problem().isEmpty() ? "not a file but a device or pipe" : member.problem());
      }
      case FOLDER -> throw new IllegalStateException(path);
    }
  }

  private void link(String path, String full, Member member, TreeMap<String, Member> all) {
    Member at = member;
    @Nullable String place = full;
    for (int hop = 0; hop < MAX_HOPS && place != null && at != null && at.isLink(); hop++) {
      place = target(place, at);
      at = place == null ? null : all.get(place);
    }
    String written = member.target() == null ? "" : member.target();
    if (at != null && at.kind() == Member.Kind.FILE && at.content() != null) {
      files.add(new FileEntry(path, at.size(), FileEntry.Kind.FILE, written, null));
      contents.put(path, at.content());
      return;
    }
    files.add(new FileEntry(path, 0, FileEntry.Kind.LINK, written, null));
    String below = place == null ? null : all.ceilingKey(place + "/");
    if (below == null || !below.startsWith(place + "/")) {
      warn(path, "a link that leads to no file of the archive: it was not followed");
    }
  }

  /// Where a link leads; a hard link names its target from the top of the archive.
  private static @Nullable String target(String from, Member link) {
    String target = link.target();
    return target == null
        ? null
        : FileNames.follow(link.kind() == Member.Kind.HARD_LINK ? "" : from, target);
  }

  private void warn(String path, String message) {
    if (issues.size() < MOST_ISSUES) {
      issue(Issue.Severity.WARNING, path, message);
    } else {
      unsaid++;
    }
  }

  void issue(Issue.Severity severity, String path, String message) {
    issues.add(new Issue(severity, source, path, message, ""));
  }

  List<FileEntry> files() {
    return files;
  }

  List<Issue> issues() {
    return issues;
  }

  Map<String, Member.Content> contents() {
    return contents;
  }
}
