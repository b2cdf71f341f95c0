package dev.assay.sources.git;

import dev.assay.sources.SourceOptions;
import java.net.URI;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/// `GITHUB_TOKEN`, for GitHub's own host over https and for no other.
final class GitToken extends CredentialsProvider {
  private final String host;
  private final String token;

  private GitToken(String host, String token) {
    this.host = host;
    this.token = token;
  }

  static @Nullable CredentialsProvider of(URI remote, SourceOptions options) {
    String token = options.environment().get("GITHUB_TOKEN");
    String server = options.environment().getOrDefault("GITHUB_SERVER_URL", "https://github.com");
    boolean github =
        "https".equals(remote.getScheme()) && server.equals("https://" + remote.getAuthority());
    return github && token != null && !token.isBlank()
        ? new GitToken(remote.getHost(), token.strip())
        : null;
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public boolean supports(CredentialItem... items) {
    for (CredentialItem item : items) {
      if (!(item instanceof CredentialItem.Username || item instanceof CredentialItem.Password)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean get(URIish uri, CredentialItem... items) {
    if (!host.equals(uri.getHost()) || !"https".equals(uri.getScheme()) || !supports(items)) {
      return false;
    }
    for (CredentialItem item : items) {
      if (item instanceof CredentialItem.Username name) {
        name.setValue("x-access-token");
      } else if (item instanceof CredentialItem.Password password) {
        password.setValue(token.toCharArray());
      }
    }
    return true;
  }
}
