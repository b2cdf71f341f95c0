package dev.assay.sources.git;

import dev.assay.sources.Session;
import dev.assay.sources.web.Origin;
import dev.assay.sources.web.Proxies;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;

/// The connections that JGit fetches over: to one server and no other, through the proxies that the
/// environment names, counted while they run, and cut off where they bring more than they may.
final class GitHttp extends JDKHttpConnectionFactory {
  private static final int TIMEOUT_SECONDS = 60;

  private final Session session;
  private final Origin server;
  private final Proxies proxies;
  private final long most;
  private long came;

  /// @param at the repository's address, after redirects
  /// @param most the most bytes that all connections may bring together
  GitHttp(Session session, String at, long most) {
    this.session = session;
    this.server = Origin.of(URI.create(at));
    this.proxies = Proxies.of(session.options().environment());
    this.most = most;
  }

  /// Makes a transport use these connections, and show the server what the user has for it.
  Transport over(Transport transport, URI remote) throws IOException {
    if (!(transport instanceof TransportHttp http)) {
      transport.close();
      throw new IOException("not an http(s) address");
    }
    http.setHttpConnectionFactory(this);
    http.setTimeout(TIMEOUT_SECONDS);
    http.setCredentialsProvider(GitToken.of(remote, session.options()));
    return http;
  }

  /// Whether a connection was cut off because it had brought too much.
  boolean over() {
    return came > most;
  }

  /// How many bytes came.
  long came() {
    return came;
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    return create(url, Proxy.NO_PROXY);
  }

  @Override
  public HttpConnection create(URL url, Proxy ignored) throws IOException {
    URI uri = URI.create(url.toString());
    if (!Origin.of(uri).equals(server)) {
      throw new IOException("the server sends to another one");
    }
    session.meter().request();
    return new Connection(url, proxies.select(uri).getFirst());
  }

  private final class Connection extends JDKHttpConnection {
    Connection(URL url, Proxy proxy) throws IOException {
      super(url, proxy);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new Counted(super.getInputStream());
    }
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      took(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int n = super.read(into, from, length);
      took(n);
      return n;
    }

    private void took(int n) throws IOException {
      if (n > 0) {
        came += n;
        session.meter().bytes(n);
        if (over()) {
          throw new IOException("more than " + most + " bytes");
        }
      }
    }
  }
}
