package dev.assay.sources.registry;

import dev.assay.io.Malformed;
import dev.assay.sources.Json;
import dev.assay.sources.Session;
import dev.assay.sources.web.Credential;
import dev.assay.sources.web.WebAnswer;
import dev.assay.sources.web.WebRequest;
import dev.assay.sources.web.WebRequest.Lasting;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a registry is shown: nothing at first; when it asks for a token, one is fetched where it
/// says, with the login that Docker's own configuration holds for that registry or, mostly, with
/// none. Rules: the distribution specification's token authentication. Helper programs are not
/// started.
final class OciLogin {
  private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");
  private static final int MOST_TOKEN = 1 << 20;
  private static final long LONGEST = 1 << 20;

  private final Session session;
  private final OciName name;
  private Credential shown = Credential.NONE;
  private boolean asked;

  OciLogin(Session session, OciName name) {
    this.session = session;
    this.name = name;
  }

  /// Asks, and asks again with a token where the registry wants one.
  WebAnswer get(WebRequest request) {
    WebAnswer answer = session.web().get(request.showing(shown()));
    if (answer instanceof WebAnswer.Got got && got.status() == 401 && got.stored()) {
      // What was kept is only that the registry wanted a login first.
      return new WebAnswer.Failed("offline, and the registry asks for a login first");
    }
    return answer instanceof WebAnswer.Got got && got.status() == 401 && login(request.uri(), got)
        ? session.web().get(request.showing(shown()))
        : answer;
  }

  /// What is shown now.
  synchronized Credential shown() {
    return shown;
  }

  private synchronized boolean login(URI page, WebAnswer.Got refused) {
    if (asked) {
      return false;
    }
    asked = true;
    String challenge = Optional.ofNullable(refused.header("www-authenticate")).orElse("");
    Credential own = own(session.options().environment());
    if (challenge.regionMatches(true, 0, "Basic", 0, 5)) {
      shown = own;
      return !own.isNone();
    }
    if (challenge.regionMatches(true, 0, "Bearer", 0, 6)) {
      shown = token(page, challenge, own);
    }
    return !shown.isNone();
  }

  private Credential token(URI page, String challenge, Credential own) {
    String realm = "";
    String service = "";
    String scope = "repository:" + name.repository() + ":pull";
    Matcher m = PARAMETER.matcher(challenge);
    while (m.find()) {
      switch (m.group(1)) {
        case "realm" -> realm = m.group(2);
        case "service" -> service = m.group(2);
        case "scope" -> scope = m.group(2);
        default -> {}
      }
    }
    try {
      String query = "service=" + encoded(service) + "&scope=" + encoded(scope);
      URI at = URI.create(realm + (realm.indexOf('?') < 0 ? "?" : "&") + query);
      WebRequest request =
          WebRequest.whole(at, MOST_TOKEN, Lasting.PASSING).showing(own).named(page);
      if (session.web().get(request) instanceof WebAnswer.Got got && got.ok()) {
        Json answer = Json.parse(got.body());
        String token = answer.get("token").text(answer.get("access_token").text(""));
        return Credential.passing(token, own.whose());
      }
    } catch (IllegalArgumentException | Malformed e) {
      // No token then: the registry's refusal stands.
    }
    return Credential.NONE;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// The login in `config.json` of Docker's client, for this registry.
  private Credential own(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    Path folder = Path.of(environment.getOrDefault("DOCKER_CONFIG", home + "/.docker"));
    Path file = folder.resolve("config.json");
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
        return Credential.NONE;
      }
      Json auths = Json.parse(Files.readAllBytes(file)).get("auths");
      Json mine = auths.get(name.host());
      if (!mine.isHere()) {
        mine = auths.get("https://" + name.host());
      }
      if (!mine.isHere() && name.host().equals("docker.io")) {
        mine = auths.get("https://index.docker.io/v1/");
      }
      String both =
          new String(Base64.getDecoder().decode(mine.get("auth").text("")), StandardCharsets.UTF_8);
      int colon = both.indexOf(':');
      return colon <= 0
          ? Credential.NONE
          : Credential.basic(both.substring(0, colon), both.substring(colon + 1));
    } catch (IOException | IllegalArgumentException | Malformed e) {
      return Credential.NONE;
    }
  }
}
