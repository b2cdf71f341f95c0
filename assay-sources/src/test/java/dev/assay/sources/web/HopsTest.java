package dev.assay.sources.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.ReadMeter;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HopsTest {
  private static String refuse(String start, String to) throws UnknownHostException {
    try (var hops = new Hops(Map.of(), Proxies.of(Map.of()), Patience.NORMAL, new ReadMeter())) {
      return hops.refuse(URI.create(start), URI.create(start), URI.create(to));
    }
  }

  @Test
  void aPublicServerCannotSendUsToAPrivateAddress() throws UnknownHostException {
    for (String bad :
        List.of(
            "https://127.0.0.1/",
            "https://10.0.0.1/",
            "https://192.168.1.1/",
            "https://169.254.169.254/latest",
            "https://[::1]/",
            "https://[fd00::1]/",
            "https://100.64.0.1/",
            "https://0.0.0.0/",
            "https://[::ffff:127.0.0.1]/")) {
      assertThat(refuse("https://93.184.216.34/", bad)).as(bad).contains("private");
    }
    assertThat(refuse("https://93.184.216.34/", "https://93.184.216.35/")).isEmpty();
    assertThat(refuse("http://127.0.0.1:1/", "http://127.0.0.1:2/")).isEmpty();
  }

  @Test
  void aRedirectMustStayOnTheWebAndMustNotLoseItsEncryption() throws UnknownHostException {
    assertThat(refuse("https://93.184.216.34/", "http://93.184.216.34/")).contains("https to http");
    assertThat(refuse("https://93.184.216.34/", "file:///etc/passwd")).contains("not http(s)");
  }

  @Test
  void proxiesAreTakenFromTheEnvironment() {
    Proxies proxies =
        Proxies.of(
            Map.of(
                "HTTPS_PROXY",
                "http://proxy.example:3128",
                "no_proxy",
                "localhost,.inner.example"));
    assertThat(proxies.used(URI.create("https://a.example/"))).isTrue();
    assertThat(proxies.used(URI.create("http://a.example/"))).isFalse();
    assertThat(proxies.used(URI.create("https://x.inner.example/"))).isFalse();
    assertThat(proxies.used(URI.create("https://localhost/"))).isFalse();
  }
}
