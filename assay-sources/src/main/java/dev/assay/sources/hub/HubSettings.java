package dev.assay.sources.hub;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the hub and its cache are, by the environment variables of the hub's own client:
/// `HF_ENDPOINT`, `HF_TOKEN`, `HF_TOKEN_PATH`, `HF_HOME`, `HF_HUB_CACHE`, `HF_HUB_OFFLINE` and
/// their older names.
///
/// @param endpoint without a `/` at its end
/// @param token what to send, or null; never printed
/// @param cache the folder of the hub's own cache
/// @param offline whether the environment forbids the network
/// @param problem what is wrong with the settings, in words for the user; empty when nothing
public record HubSettings(
    URI endpoint, @Nullable String token, Path cache, boolean offline, String problem) {
  private static final String DEFAULT_ENDPOINT = "https://huggingface.co";
  private static final Set<String> HOSTS = Set.of("huggingface.co", "www.huggingface.co", "hf.co");

  /// What these variables say.
  public static HubSettings of(Map<String, String> environment) {
    String named = first(environment, "HF_ENDPOINT");
    String endpoint = named == null ? DEFAULT_ENDPOINT : named;
    while (endpoint.endsWith("/")) {
      endpoint = endpoint.substring(0, endpoint.length() - 1);
    }
    URI uri = address(endpoint);
    String problem = uri == null ? "HF_ENDPOINT is not an http(s) address" : "";
    Path home = home(environment);
    String cache = first(environment, "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE");
    return new HubSettings(
        uri == null ? URI.create(DEFAULT_ENDPOINT) : uri,
        uri == null ? null : token(environment, home),
        cache == null ? home.resolve("hub") : Path.of(cache),
        isTrue(environment, "HF_HUB_OFFLINE") || isTrue(environment, "TRANSFORMERS_OFFLINE"),
        problem);
  }

  private static @Nullable URI address(String text) {
    try {
      URI uri = URI.create(text);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return http && uri.getHost() != null ? uri : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Path home(Map<String, String> environment) {
    String home = first(environment, "HF_HOME");
    if (home != null) {
      return Path.of(home);
    }
    String caches = first(environment, "XDG_CACHE_HOME");
    String user = first(environment, "HOME");
    Path base =
        caches != null
            ? Path.of(caches)
            : Path.of(user != null ? user : System.getProperty("user.home"), ".cache");
    return base.resolve("huggingface");
  }

  private static @Nullable String token(Map<String, String> environment, Path home) {
    if (isTrue(environment, "HF_HUB_DISABLE_IMPLICIT_TOKEN")) {
      return null;
    }
    String token = first(environment, "HF_TOKEN", "HUGGING_FACE_HUB_TOKEN");
    if (token == null) {
      String path = first(environment, "HF_TOKEN_PATH");
      token = read(path == null ? home.resolve("token") : Path.of(path));
    }
    // What is no token of printable characters would break, or smuggle into, the header.
    return token != null && token.chars().allMatch(c -> c > 0x20 && c < 0x7f) ? token : null;
  }

  private static @Nullable String read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > 4096) {
        return null;
      }
      String token = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
      return token.isEmpty() ? null : token;
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable String first(Map<String, String> environment, String... names) {
    for (String name : names) {
      String value = environment.get(name);
      if (value != null && !value.isBlank()) {
        return value.strip();
      }
    }
    return null;
  }

  private static boolean isTrue(Map<String, String> environment, String name) {
    String value = first(environment, name);
    return value != null
        && Set.of("1", "ON", "YES", "TRUE").contains(value.toUpperCase(Locale.ROOT));
  }

  /// The hosts whose pages are the hub's.
  public Set<String> hosts() {
    var hosts = new HashSet<>(HOSTS);
    hosts.add(endpoint.getAuthority().toLowerCase(Locale.ROOT));
    return hosts;
  }

  @Override
  public String toString() {
    return "HubSettings[" + endpoint + (token == null ? "" : ", with a token") + "]";
  }
}
