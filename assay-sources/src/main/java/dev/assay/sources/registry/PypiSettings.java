package dev.assay.sources.registry;

import dev.assay.sources.web.Credential;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What pip's own configuration says of the index: `PIP_INDEX_URL`, or `index-url` in `pip.conf`.
/// Rule: pip's documentation, "Configuration".
///
/// @param index the index's address, without a login; null where what is configured is none
/// @param credential the login that stood in the address
record PypiSettings(@org.jspecify.annotations.Nullable URI index, Credential credential) {
  private static final String DEFAULT = "https://pypi.org/simple";
  private static final long LONGEST = 1 << 20;

  /// What holds with these environment variables.
  static PypiSettings of(Map<String, String> environment) {
    String named = environment.getOrDefault("PIP_INDEX_URL", "").strip();
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    String given = environment.getOrDefault("PIP_CONFIG_FILE", "");
    String config = environment.getOrDefault("XDG_CONFIG_HOME", home + "/.config");
    for (String file :
        List.of(given, config + "/pip/pip.conf", home + "/.pip/pip.conf", "/etc/pip.conf")) {
      if (named.isEmpty() && !file.isEmpty()) {
        named = indexUrl(Path.of(file));
      }
    }
    return of(named.isEmpty() ? DEFAULT : named);
  }

  private static PypiSettings of(String text) {
    try {
      URI uri = URI.create(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (!web || uri.getHost() == null) {
        return new PypiSettings(null, Credential.NONE);
      }
      String login = uri.getRawUserInfo();
      if (login == null) {
        return new PypiSettings(uri, Credential.NONE);
      }
      int colon = login.indexOf(':');
      String name = decoded(colon < 0 ? login : login.substring(0, colon));
      String password = colon < 0 ? "" : decoded(login.substring(colon + 1));
      URI plain = URI.create(text.replace(login + "@", ""));
      return new PypiSettings(plain, Credential.basic(name, password));
    } catch (IllegalArgumentException e) {
      return new PypiSettings(null, Credential.NONE);
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String indexUrl(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
        return "";
      }
      for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
        String[] parts = line.split("=", 2);
        String key = parts[0].strip().replace('_', '-');
        if (parts.length == 2 && key.equals("index-url")) {
          return parts[1].strip();
        }
      }
      return "";
    } catch (IOException e) {
      return "";
    }
  }
}
