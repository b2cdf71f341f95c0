package dev.assay.sources.registry;

import dev.assay.sources.web.Credential;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What npm's own configuration says of registries and logins: the variables `npm_config_*`, the
/// user's `.npmrc` and the machine's. The `.npmrc` of the folder one happens to be in is not read:
/// a release may bring one along, and it could name what to send where. Rule: npm's documentation,
/// `npmrc` and `config`.
final class NpmSettings {
  private static final String DEFAULT = "https://registry.npmjs.org/";
  private static final long LONGEST = 1 << 20;
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^${}]+)\\}");

  private final Map<String, String> values;

  private NpmSettings(Map<String, String> values) {
    this.values = values;
  }

  /// What holds with these environment variables.
  static NpmSettings of(Map<String, String> environment) {
    var values = new HashMap<String, String>();
    String global = config(environment, "globalconfig");
    read(Path.of(global.isEmpty() ? "/usr/etc/npmrc" : global), environment, values);
    String user = config(environment, "userconfig");
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    read(user.isEmpty() ? Path.of(home, ".npmrc") : Path.of(user), environment, values);
    String registry = config(environment, "registry");
    if (!registry.isEmpty()) {
      values.put("registry", registry);
    }
    return new NpmSettings(values);
  }

  private static String config(Map<String, String> environment, String name) {
    String lower = environment.getOrDefault("npm_config_" + name, "").strip();
    return lower.isEmpty()
        ? environment.getOrDefault("NPM_CONFIG_" + name.toUpperCase(Locale.ROOT), "").strip()
        : lower;
  }

  private static void read(Path file, Map<String, String> environment, Map<String, String> into) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
        return;
      }
      for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
        int equals = line.indexOf('=');
        String key = equals < 0 ? "" : line.substring(0, equals).strip();
        if (!key.isEmpty() && !key.startsWith(";") && !key.startsWith("#")) {
          into.put(key, filled(line.substring(equals + 1).strip(), environment));
        }
      }
    } catch (IOException e) {
      // A configuration that cannot be read says nothing, as for npm.
    }
  }

  private static String filled(String value, Map<String, String> environment) {
    String bare =
        value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
            ? value.substring(1, value.length() - 1)
            : value;
    Matcher m = VARIABLE.matcher(bare);
    return m.replaceAll(
        r -> Matcher.quoteReplacement(environment.getOrDefault(r.group(1), r.group())));
  }

  /// The registry of a package; nothing where what is configured is no http(s) address.
  Optional<URI> registry(NpmName name) {
    String scoped = name.scope().isEmpty() ? null : values.get(name.scope() + ":registry");
    String text = scoped != null ? scoped : values.getOrDefault("registry", DEFAULT);
    try {
      URI uri = URI.create(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web && uri.getHost() != null && uri.getUserInfo() == null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// What is shown at an address: that of the longest `//host/path/` in the configuration that it
  /// lies below.
  Credential credential(URI uri) {
    String path = uri.getRawPath() == null ? "/" : uri.getRawPath();
    for (int end = path.length(); end >= 0; end = path.lastIndexOf('/', end - 1)) {
      String place = "//" + uri.getAuthority() + path.substring(0, end);
      for (String key : new String[] {place + "/:", place + ":"}) {
        String token = values.get(key + "_authToken");
        if (token != null) {
          return Credential.bearer(token);
        }
        String auth = values.get(key + "_auth");
        String user = values.get(key + "username");
        String password = values.get(key + "_password");
        if (auth != null || user != null && password != null) {
          return basic(auth, user, password);
        }
      }
    }
    return Credential.NONE;
  }

  private static Credential basic(
      @org.jspecify.annotations.Nullable String auth,
      @org.jspecify.annotations.Nullable String user,
      @org.jspecify.annotations.Nullable String password) {
    try {
      if (auth != null) {
        String both = new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
        int colon = both.indexOf(':');
        return colon < 0
            ? Credential.NONE
            : Credential.basic(both.substring(0, colon), both.substring(colon + 1));
      }
      return user == null || password == null
          ? Credential.NONE
          : Credential.basic(
              user, new String(Base64.getDecoder().decode(password), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Credential.NONE;
    }
  }
}
