package dev.assay.sources.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The proxies that the environment names, by the usual variables in either case: `HTTPS_PROXY`,
/// `HTTP_PROXY`, `ALL_PROXY`, and `NO_PROXY` as a list of hosts and of domains.
public final class Proxies extends ProxySelector {
  private final Map<String, String> environment;

  private Proxies(Map<String, String> environment) {
    this.environment = environment;
  }

  /// What these variables say.
  public static Proxies of(Map<String, String> environment) {
    return new Proxies(environment);
  }

  @Override
  public List<Proxy> select(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme();
    String named = variable(scheme + "_proxy");
    String chosen = named != null ? named : variable("all_proxy");
    if (chosen == null || chosen.isBlank() || excluded(host)) {
      return List.of(Proxy.NO_PROXY);
    }
    try {
      URI proxy = URI.create(chosen.contains("://") ? chosen : "http://" + chosen);
      if (proxy.getHost() == null) {
        return List.of(Proxy.NO_PROXY);
      }
      int port = proxy.getPort() >= 0 ? proxy.getPort() : 80;
      return List.of(
          new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), port)));
    } catch (IllegalArgumentException e) {
      return List.of(Proxy.NO_PROXY);
    }
  }

  /// Whether this address is reached through a proxy, which then looks up the name.
  boolean used(URI uri) {
    return select(uri).getFirst() != Proxy.NO_PROXY;
  }

  private boolean excluded(String host) {
    String list = variable("no_proxy");
    if (list == null) {
      return false;
    }
    for (String part : list.split(",")) {
      String name = part.strip().toLowerCase(Locale.ROOT);
      String domain = name.startsWith(".") ? name : "." + name;
      if (name.equals("*") || !name.isEmpty() && (host.equals(name) || host.endsWith(domain))) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String variable(String name) {
    String value = environment.get(name);
    return value != null ? value : environment.get(name.toUpperCase(Locale.ROOT));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException e) {}
}
