package dev.assay.sources.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/// Where a server is: tokens are bound to it, and hops to another are looked at.
///
/// @param scheme `http` or `https`
/// @param host in lower case
/// @param port the port, stated or usual
public record Origin(String scheme, String host, int port) {

  /// The origin of an address.
  ///
  /// @throws IllegalArgumentException when it is no http or https address with a host
  public static Origin of(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    String host = uri.getHost();
    if (host == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new IllegalArgumentException("not an http(s) address");
    }
    int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
    return new Origin(scheme, host.toLowerCase(Locale.ROOT), port);
  }

  /// Whether it lies on this machine or in a network that is not the public one.
  ///
  /// @throws UnknownHostException when the name is not known
  public boolean isPrivate() throws UnknownHostException {
    for (InetAddress address : InetAddress.getAllByName(host)) {
      if (isPrivate(address)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPrivate(InetAddress address) {
    byte[] b = address.getAddress();
    boolean uniqueLocal = b.length == 16 && (b[0] & 0xfe) == 0xfc;
    boolean shared = b.length == 4 && (b[0] & 0xff) == 100 && (b[1] & 0xc0) == 64;
    boolean thisNetwork = b.length == 4 && b[0] == 0;
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || uniqueLocal
        || shared
        || thisNetwork;
  }
}
