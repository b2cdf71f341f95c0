package dev.assay.sources;

import dev.assay.io.ReadMeter;
import dev.assay.sources.hub.HubSettings;
import dev.assay.sources.web.Origin;
import dev.assay.sources.web.Proxies;
import dev.assay.sources.web.WebCache;
import dev.assay.sources.web.WebClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the sources of one run share: the network client, made when first needed, and the counts.
public final class Session implements AutoCloseable {
  private final SourceOptions options;
  private final ReadMeter meter;
  private @Nullable WebClient web;

  Session(SourceOptions options, ReadMeter meter) {
    this.options = options;
    this.meter = meter;
  }

  /// A session with other options that counts with this one and has no network of its own.
  public Session at(SourceOptions other) {
    return new Session(other.withoutNetwork(), meter);
  }

  /// What is allowed.
  public SourceOptions options() {
    return options;
  }

  /// Where reading is counted.
  public ReadMeter meter() {
    return meter;
  }

  /// The network.
  public synchronized WebClient web() {
    if (web == null) {
      HubSettings hub = HubSettings.of(options.environment());
      var tokens = new HashMap<Origin, String>();
      if (hub.token() != null) {
        tokens.put(Origin.of(hub.endpoint()), hub.token());
      }
      web =
          new WebClient(
              options.offline() || hub.offline(),
              tokens,
              Proxies.of(options.environment()),
              WebCache.in(options.cache().resolve("http")),
              options.patience(),
              meter);
    }
    return web;
  }

  /// The time of reading, ISO 8601 to the second; `SOURCE_DATE_EPOCH` where that is set, so that a
  /// report can be made again.
  public String now() {
    Map<String, String> environment = options.environment();
    String epoch = environment.get("SOURCE_DATE_EPOCH");
    if (epoch != null
        && !epoch.isEmpty()
        && epoch.length() < 12
        && epoch.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Instant.ofEpochSecond(Long.parseLong(epoch)).toString();
    }
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  @Override
  public synchronized void close() {
    if (web != null) {
      web.close();
    }
  }
}
