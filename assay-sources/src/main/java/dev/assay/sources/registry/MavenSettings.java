package dev.assay.sources.registry;

import dev.assay.io.Malformed;
import dev.assay.io.Xml;
import dev.assay.sources.web.Credential;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Maven's own settings say of repositories: the local one, those of active profiles, mirrors
/// and logins. Rule: Maven's settings reference.
///
/// @param local the local repository
/// @param remote where to look, in order
/// @param offline whether the settings forbid the network
record MavenSettings(Path local, List<Repository> remote, boolean offline) {
  private static final String CENTRAL = "https://repo.maven.apache.org/maven2";
  private static final long LONGEST = 4 << 20;
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^${}]+)\\}");

  MavenSettings {
    remote = List.copyOf(remote);
  }

  /// A place to look.
  record Repository(URI uri, Credential credential) {}

  /// What holds with these environment variables.
  static MavenSettings of(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    String maven = environment.getOrDefault("MAVEN_HOME", environment.getOrDefault("M2_HOME", ""));
    Path global =
        maven.isEmpty() ? Path.of("/etc/maven/settings.xml") : Path.of(maven, "conf/settings.xml");
    Xml user = read(Path.of(home, ".m2", "settings.xml"), environment);
    Xml machine = read(global, environment);
    String local = user.get("localRepository").text();
    if (local.isEmpty()) {
      local = machine.get("localRepository").text();
    }
    String asked = filled(local, environment, home);
    var repositories = new LinkedHashMap<String, String>();
    repositories(user, repositories);
    repositories(machine, repositories);
    repositories.putIfAbsent("central", CENTRAL);
    var remote = new ArrayList<Repository>();
    repositories.forEach((id, url) -> {
      Xml mirror = mirror(id, url, user, machine);
      String at = mirror == Xml.NONE ? url : mirror.get("url").text();
      String by = mirror == Xml.NONE ? id : mirror.get("id").text();
      if (!mirror.get("blocked").text().equals("true")) {
        add(filled(at, environment, home), login(by, environment, home, user, machine), remote);
      }
    });
    boolean offline =
        user.get("offline").text().equals("true") || machine.get("offline").text().equals("true");
    return new MavenSettings(
        asked.isEmpty() ? Path.of(home, ".m2", "repository") : Path.of(asked), remote, offline);
  }

  private static Xml read(Path file, Map<String, String> environment) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LONGEST
          ? Xml.parse(Files.readAllBytes(file))
          : Xml.NONE;
    } catch (IOException | Malformed e) {
      // Settings that cannot be read say nothing; Maven itself tells their owner.
      return Xml.NONE;
    }
  }

  private static void add(String url, Credential login, List<Repository> into) {
    try {
      URI uri = URI.create(url);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getUserInfo() == null) {
        into.add(new Repository(uri, login));
      }
    } catch (IllegalArgumentException e) {
      // No address: nothing to ask there.
    }
  }

  private static void repositories(Xml settings, Map<String, String> into) {
    Set<String> active = new TreeSet<>();
    settings.get("activeProfiles").all("activeProfile").forEach(p -> active.add(p.text()));
    for (Xml profile : settings.get("profiles").all("profile")) {
      boolean usual = profile.get("activation").get("activeByDefault").text().equals("true");
      if (!usual && !active.contains(profile.get("id").text())) {
        continue;
      }
      for (Xml repository : profile.get("repositories").all("repository")) {
        boolean releases = !repository.get("releases").get("enabled").text().equals("false");
        if (releases && !repository.get("id").text().isEmpty()) {
          into.putIfAbsent(repository.get("id").text(), repository.get("url").text());
        }
      }
    }
  }

  private static Xml mirror(String id, String url, Xml... settings) {
    for (Xml each : settings) {
      for (Xml mirror : each.get("mirrors").all("mirror")) {
        if (mirrors(mirror.get("mirrorOf").text(), id, url)) {
          return mirror;
        }
      }
    }
    return Xml.NONE;
  }

  /// Whether a pattern such as `external:*,!own` stands for a repository.
  private static boolean mirrors(String pattern, String id, String url) {
    boolean external = !url.contains("://localhost") && !url.contains("://127.0.0.1");
    boolean yes = false;
    for (String raw : pattern.split(",")) {
      String part = raw.strip();
      if (part.equals("!" + id)) {
        return false;
      }
      yes |=
          part.equals("*")
              || part.equals(id)
              || part.equals("external:*") && external
              || part.equals("external:http:*") && external && url.startsWith("http:");
    }
    return yes;
  }

  /// The login of a server. A password that Maven has encrypted is not known to others.
  private static Credential login(
      String id, Map<String, String> environment, String home, Xml... settings) {
    for (Xml each : settings) {
      for (Xml server : each.get("servers").all("server")) {
        String password = filled(server.get("password").text(), environment, home);
        String name = filled(server.get("username").text(), environment, home);
        boolean plain = !password.isEmpty() && !(password.contains("{") && password.endsWith("}"));
        if (server.get("id").text().equals(id) && !name.isEmpty() && plain) {
          return Credential.basic(name, password);
        }
      }
    }
    return Credential.NONE;
  }

  private static String filled(String text, Map<String, String> environment, String home) {
    Matcher m = PROPERTY.matcher(text);
    return m.replaceAll(r -> {
      String name = r.group(1);
      String value =
          name.equals("user.home")
              ? home
              : name.startsWith("env.") ? environment.get(name.substring(4)) : null;
      return Matcher.quoteReplacement(value == null ? r.group() : value);
    });
  }
}
