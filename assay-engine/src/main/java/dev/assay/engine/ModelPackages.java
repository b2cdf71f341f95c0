package dev.assay.engine;

import dev.assay.io.FileEntry;
import dev.assay.io.TextFile;
import dev.assay.model.Component;
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
  static List<Mention> in(TextFile file) {
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    if (!isBuild(name)) {
      return List.of();
    }
    return name.equals("pom.xml") ? maven(file) : gradle(file);
  }

  private static List<Mention> maven(TextFile file) {
    String text = file.text();
    String group = element(text, 0, text.length(), "groupId");
    var found = new ArrayList<Mention>();
    int at = 0;
    while ((at = text.indexOf("<dependency>", at)) >= 0 && found.size() < MOST) {
      int end = text.indexOf("</dependency>", at);
      if (end < 0) {
        break;
      }
      String artefact = element(text, at, end, "artifactId");
      boolean own =
          element(text, at, end, "groupId").equals(group)
              || element(text, at, end, "groupId").equals("${project.groupId}");
      boolean classified = isModel("x-" + element(text, at, end, "classifier"));
      if (own && isModel(artefact) || classified) {
        found.add(mention(file, at, end, group, artefact));
      }
      at = end;
    }
    return found;
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
          found.add(mention(file, at, end, parts[0], parts[1]));
        }
        at = end + 1;
      }
    }
    return found;
  }

  private static Mention mention(TextFile file, int at, int end, String group, String artefact) {
    return new Mention(
        Component.WEIGHTS,
        State.LINKED,
        Set.of(),
        group + ":" + artefact,
        null,
        file.evidenceAt(at, end));
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

  /// The text of the first element of a name between two places; empty for none.
  private static String element(String text, int from, int to, String name) {
    int open = text.indexOf("<" + name + ">", from);
    if (open < 0 || open >= to) {
      return "";
    }
    int begin = open + name.length() + 2;
    int close = text.indexOf('<', begin);
    return close < 0 || close > to ? "" : text.substring(begin, close).strip();
  }
}
