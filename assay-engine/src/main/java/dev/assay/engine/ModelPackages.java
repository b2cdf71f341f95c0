package dev.assay.engine;

import dev.assay.io.FileEntry;
import dev.assay.io.Malformed;
import dev.assay.io.TextFile;
import dev.assay.io.Xml;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Issue;
import dev.assay.model.Mention;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Weights that a build fetches as a package of their own: a Maven or Gradle dependency on an
/// artefact of the same group that is called a model, or one whose classifier says so. A module of
/// the same release with that name is code, and no such package.
final class ModelPackages {
  /// What stands before "-model" in packages of data types, which are no networks.
  private static final Set<String> TYPES =
      Set.of(
          "data",
          "domain",
          "object",
          "api",
          "rest",
          "core",
          "common",
          "base",
          "view",
          "shared",
          "service",
          "client",
          "server",
          "entity",
          "event",
          "message",
          "meta",
          "project",
          "plugin",
          "resource",
          "security",
          "user",
          "config",
          "web",
          "ui",
          "graph",
          "xml",
          "json");

  private static final int MOST = 20;

  private ModelPackages() {}

  static boolean wants(FileEntry entry) {
    return isBuild(entry.name());
  }

  private static boolean isBuild(String name) {
    return name.equals("pom.xml") || name.equals("build.gradle") || name.equals("build.gradle.kts");
  }

  /// The packages of models that one build file depends on.
  ///
  /// @param issues gets what kept the file from being read
  static List<Mention> in(TextFile file, List<Issue> issues) {
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    if (!isBuild(name)) {
      return List.of();
    }
    if (!name.equals("pom.xml")) {
      return gradle(file);
    }
    try {
      return maven(file, Xml.parse(file.text()));
    } catch (Malformed e) {
      issues.add(
          new Issue(
              Issue.Severity.NOTE,
              file.source(),
              file.path(),
              "cannot be read as XML ("
                  + e.getMessage()
                  + "): whether it depends on a package of weights was not looked for",
              ""));
      return List.of();
    }
  }

  private static List<Mention> maven(TextFile file, Xml project) {
    String parent = project.get("parent").get("groupId").text();
    String own = project.get("groupId").text().isEmpty() ? parent : project.get("groupId").text();
    var found = new ArrayList<Mention>();
    for (Xml d : dependencies(project, new ArrayList<>())) {
      String named = d.get("groupId").text();
      String group =
          named.equals("${project.groupId}") || named.equals("${pom.groupId}")
              ? own
              : named.equals("${project.parent.groupId}") ? parent : named;
      String artefact = d.get("artifactId").text();
      boolean ours = !group.isEmpty() && (group.equals(own) || group.equals(parent));
      if (found.size() < MOST
          && (ours && isModel(artefact) || isModel("x-" + d.get("classifier").text()))) {
        // What ends a line for XML need not end one in the file.
        int first = Math.min(d.line(), file.lines());
        int last = Math.min(d.lastLine(), file.lines());
        found.add(mention(group, artefact, file.evidence(first, last)));
      }
    }
    return found;
  }

  /// Every dependency, wherever it stands: of the project, of a profile, or of those that it
  /// manages for its modules.
  private static List<Xml> dependencies(Xml element, List<Xml> into) {
    if (element.name().equals("dependency")) {
      into.add(element);
    } else {
      element.children().forEach(child -> dependencies(child, into));
    }
    return into;
  }

  /// `implementation 'group:name-models:1.0'`, of the group that the build itself has.
  private static List<Mention> gradle(TextFile file) {
    String text = file.text();
    var found = new ArrayList<Mention>();
    int key = text.indexOf("group");
    int line = key < 0 ? -1 : text.indexOf('\n', key);
    String own = key < 0 ? "" : text.substring(key, line < 0 ? text.length() : line);
    for (char quote : new char[] {'\'', '"'}) {
      int at = 0;
      while ((at = text.indexOf(quote, at)) >= 0 && found.size() < MOST) {
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
          break;
        }
        String[] parts = end - at > 200 ? new String[0] : text.substring(at + 1, end).split(":");
        boolean group = parts.length >= 3 && own.contains(quote + parts[0] + quote);
        if (group && isModel(parts[1]) || parts.length >= 4 && isModel("x-" + parts[3])) {
          found.add(mention(parts[0], parts[1], file.evidenceAt(at, end)));
        }
        at = end + 1;
      }
    }
    return found;
  }

  private static Mention mention(String group, String artefact, Evidence evidence) {
    return new Mention(
        Component.WEIGHTS, State.LINKED, Set.of(), group + ":" + artefact, null, evidence);
  }

  private static boolean isModel(String artefact) {
    String lower = artefact.toLowerCase(Locale.ROOT);
    int dash = lower.lastIndexOf('-');
    String last = lower.substring(dash + 1);
    if (dash <= 0 || !(last.equals("model") || last.equals("models") || last.equals("weights"))) {
      return false;
    }
    String before = lower.substring(lower.lastIndexOf('-', dash - 1) + 1, dash);
    return !TYPES.contains(before);
  }

  /// Whether what is mentioned is a module of the release itself.
  static boolean isModule(Mention mention, List<FileEntry> listing) {
    String link = mention.link();
    int colon = link == null ? -1 : link.indexOf(':');
    if (link == null || colon < 0 || link.startsWith("//", colon + 1)) {
      return false;
    }
    String folder = link.substring(colon + 1) + "/";
    return listing.stream()
        .anyMatch(e -> e.path().startsWith(folder) || e.path().contains("/" + folder));
  }
}
