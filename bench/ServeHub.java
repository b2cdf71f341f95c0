import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// The hub that `bench/hub` measures against, on loopback: one model of 60 shards of 4.8 GB, whose
/// bytes are made as they are asked for. `/counts` says how many requests came, how many bytes went
/// out, and how many requests were open at once, and begins anew.
public final class ServeHub {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final int SHARDS = 60;
  private static final long DATA = 4_800_000_000L;
  private static final AtomicInteger requests = new AtomicInteger();
  private static final AtomicLong bytes = new AtomicLong();
  private static final AtomicInteger open = new AtomicInteger();
  private static final AtomicInteger most = new AtomicInteger();

  public static void main(String[] args) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", ServeHub::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    System.out.println(server.getAddress().getPort());
  }

  private static byte[] header(int shard) {
    var json = new StringBuilder("{");
    long each = 400_000_000;
    for (int i = 0; i < 12; i++) {
      json.append(i == 0 ? "" : ",").append("\"model.layers.").append(shard).append(".part").append(i)
          .append(".weight\":{\"dtype\":\"BF16\",\"shape\":[50000,4000],\"data_offsets\":[")
          .append(i * each).append(',').append((i + 1) * each).append("]}");
    }
    byte[] text = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[8 + text.length];
    for (int i = 0; i < 8; i++) {
      all[i] = (byte) ((long) text.length >> 8 * i);
    }
    System.arraycopy(text, 0, all, 8, text.length);
    return all;
  }

  private static String shard(int i) {
    return String.format(Locale.ROOT, "model-%05d-of-%05d.safetensors", i + 1, SHARDS);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/counts")) {
      String said = requests.getAndSet(0) + " requests, " + bytes.getAndSet(0) + " bytes, at most "
          + most.getAndSet(0) + " at once";
      send(exchange, 200, said.getBytes(StandardCharsets.UTF_8));
      return;
    }
    requests.incrementAndGet();
    most.accumulateAndGet(open.incrementAndGet(), Math::max);
    try {
      serve(exchange, path);
    } finally {
      open.decrementAndGet();
    }
  }

  private static void serve(HttpExchange exchange, String path) throws IOException {
    try {
      Thread.sleep(20); // a hub is not next door
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (path.contains("/tree/")) {
      var rows = new StringBuilder("[");
      rows.append("{\"type\":\"file\",\"path\":\"README.md\",\"size\":").append(CARD.length()).append("},");
      rows.append("{\"type\":\"file\",\"path\":\"config.json\",\"size\":").append(CONFIG.length()).append('}');
      for (int i = 0; i < SHARDS; i++) {
        rows.append(",{\"type\":\"file\",\"path\":\"").append(shard(i)).append("\",\"size\":134,\"lfs\":{\"oid\":\"")
            .append(String.format(Locale.ROOT, "%064x", i)).append("\",\"size\":").append(header(i).length + DATA).append("}}");
      }
      send(exchange, 200, rows.append(']').toString().getBytes(StandardCharsets.UTF_8));
    } else if (path.startsWith("/api/models/")) {
      String etag = "\"1\"";
      exchange.getResponseHeaders().add("ETag", etag);
      if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
        exchange.close();
      } else {
        String said = "{\"id\":\"org/large\",\"sha\":\"" + COMMIT + "\",\"tags\":[\"license:apache-2.0\"]}";
        send(exchange, 200, said.getBytes(StandardCharsets.UTF_8));
      }
    } else if (path.endsWith("README.md")) {
      send(exchange, 200, CARD.getBytes(StandardCharsets.UTF_8));
    } else if (path.endsWith("config.json")) {
      send(exchange, 200, CONFIG.getBytes(StandardCharsets.UTF_8));
    } else {
      String[] ends = exchange.getRequestHeaders().getFirst("Range").substring(6).split("-");
      long from = Long.parseLong(ends[0]);
      int n = Integer.parseInt(path.replaceAll(".*model-0*(\\d+)-of.*", "$1")) - 1;
      byte[] head = header(n);
      long size = head.length + DATA;
      long to = Math.min(size - 1, Long.parseLong(ends[1]));
      byte[] part = new byte[(int) (to - from + 1)];
      if (from < head.length) {
        byte[] begin = Arrays.copyOfRange(head, (int) from, head.length);
        System.arraycopy(begin, 0, part, 0, Math.min(begin.length, part.length));
      }
      exchange.getResponseHeaders().add("Content-Range", "bytes " + from + "-" + to + "/" + size);
      send(exchange, 206, part);
    }
  }

  private static final String CARD = "---\nlicense: apache-2.0\n---\n# Large\n";
  private static final String CONFIG =
      "{\"architectures\":[\"LlamaForCausalLM\"],\"model_type\":\"llama\",\"num_hidden_layers\":60}";

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    bytes.addAndGet(body.length);
    exchange.sendResponseHeaders(status, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    } catch (IOException e) {
      return; // the client had enough
    }
  }
}
