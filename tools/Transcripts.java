import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.testing.GitServer;
import dev.assay.testing.HubCacheLayout;
import dev.assay.testing.HubServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Inspects one small release from every kind of place, and writes down what was printed, with the
/// requests and bytes that it took. Names of temporary folders and ports are replaced; nothing else.
public final class Transcripts {
  private static final int WEIGHTS = 4_000_000;
  private final String assay;
  private final Path work;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, byte[]> served = new ConcurrentHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final StringBuilder page = new StringBuilder();
  private HttpServer registry;

  private Transcripts(String assay, Path work) {
    this.assay = assay;
    this.work = work;
  }

  public static void main(String[] args) throws Exception {
    Path work = Files.createTempDirectory("transcripts");
    try {
      var it = new Transcripts(args[0], work);
      it.make();
      Files.writeString(Path.of(args[1]), it.page);
    } finally {
      try (var paths = Files.walk(work)) {
        paths.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
      }
    }
    System.exit(0);
  }

  // The release.

  private static final String CARD =
      "---\nlicense: mit\ndatasets:\n- acme/corpus\n---\n# Tiny\n\nA language model of the acme corpus.\n";

  private static Map<String, byte[]> release() {
    var files = new TreeMap<String, byte[]>();
    files.put("README.md", utf8(CARD));
    files.put(
        "config.json",
        utf8("{\"architectures\":[\"LlamaForCausalLM\"],\"model_type\":\"llama\",\"hidden_size\":64}"));
    files.put("model.safetensors", weights());
    files.put(
        "train.py",
        utf8(
            "import torch\nmodel = torch.nn.Linear(8, 8)\n"
                + "optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)\n"
                + "for epoch in range(3):\n    for batch in loader:\n"
                + "        loss = model(batch).mean()\n        loss.backward()\n"
                + "        optimizer.step()\n        optimizer.zero_grad()\n"
                + "torch.save(model.state_dict(), \"model.pt\")\n"));
    return files;
  }

  private static byte[] weights() {
    byte[] header =
        utf8(
            "{\"model.layers.0.mlp.weight\":{\"dtype\":\"F32\",\"shape\":[1000,1000],\"data_offsets\":[0,%d]}}"
                .formatted(WEIGHTS));
    return ByteBuffer.allocate(8 + header.length + WEIGHTS)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .array();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(String algorithm, byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
  }

  private static byte[] zip(String prefix, Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        var entry = new ZipEntry(prefix + file.getKey());
        entry.setTime(0);
        out.putNextEntry(entry);
        out.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] tar(String prefix, Map<String, byte[]> files) {
    var out = new ByteArrayOutputStream();
    for (var file : files.entrySet()) {
      byte[] head = new byte[512];
      put(head, 0, prefix + file.getKey());
      put(head, 100, "0000644\0");
      put(head, 124, "%011o\0".formatted(file.getValue().length));
      put(head, 136, "00000000000\0");
      put(head, 148, "        ");
      head[156] = '0';
      put(head, 257, "ustar\0" + "00");
      int sum = 0;
      for (byte b : head) {
        sum += b & 0xff;
      }
      put(head, 148, "%06o\0 ".formatted(sum));
      out.writeBytes(head);
      out.writeBytes(file.getValue());
      out.writeBytes(new byte[(512 - file.getValue().length % 512) % 512]);
    }
    out.writeBytes(new byte[1024]);
    return out.toByteArray();
  }

  private static void put(byte[] head, int at, String text) {
    byte[] bytes = utf8(text);
    System.arraycopy(bytes, 0, head, at, bytes.length);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] deb() throws IOException {
    var files = new TreeMap<String, byte[]>();
    release().forEach((name, bytes) -> files.put("usr/share/tiny/" + name, bytes));
    files.put(
        "usr/share/doc/tiny/copyright",
        utf8(
            "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\n"
                + "Files: *\nCopyright: 2026 Acme\nLicense: Expat\n"));
    String control = "Package: tiny\nVersion: 1.0-1\nArchitecture: all\nMaintainer: Acme <a@example.org>\n";
    var out = new ByteArrayOutputStream();
    out.writeBytes(utf8("!<arch>\n"));
    member(out, "debian-binary", utf8("2.0\n"));
    member(out, "control.tar.gz", gzip(tar("./", Map.of("control", utf8(control)))));
    member(out, "data.tar.gz", gzip(tar("./", files)));
    return out.toByteArray();
  }

  private static void member(ByteArrayOutputStream out, String name, byte[] body) {
    out.writeBytes(
        utf8("%-16s%-12s%-6s%-6s%-8s%-10d`\n".formatted(name, "0", "0", "0", "100644", body.length)));
    out.writeBytes(body);
    out.writeBytes(new byte[body.length % 2]);
  }

  private void lay(Path folder) throws IOException {
    for (var file : release().entrySet()) {
      Path place = folder.resolve(file.getKey());
      Files.createDirectories(place.getParent());
      Files.write(place, file.getValue());
    }
  }

  // Servers.

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = served.get(exchange.getRequestURI().getRawPath());
      String range = exchange.getRequestHeaders().getFirst("Range");
      int status = body == null ? 404 : 200;
      byte[] sent = body == null ? new byte[0] : body;
      if (body != null && range != null) {
        String[] ends = range.substring("bytes=".length()).split("-");
        int from = Integer.parseInt(ends[0]);
        int to = Math.min(body.length - 1, Integer.parseInt(ends[1]));
        exchange.getResponseHeaders().add("Content-Range", "bytes " + from + "-" + to + "/" + body.length);
        sent = Arrays.copyOfRange(body, from, to + 1);
        status = 206;
      }
      exchange.sendResponseHeaders(status, sent.length == 0 ? -1 : sent.length);
      if (sent.length > 0) {
        exchange.getResponseBody().write(sent);
      }
    } catch (IOException e) {
      // The client had enough.
    }
  }

  private String base() {
    return "http://127.0.0.1:" + registry.getAddress().getPort();
  }

  // The page.

  private void make() throws Exception {
    environment.put("HOME", work.resolve("home").toString());
    environment.put("XDG_CACHE_HOME", work.resolve("home/.cache").toString());
    environment.put("SOURCE_DATE_EPOCH", "1767225600");
    environment.put("npm_config_globalconfig", work.resolve("none").toString());
    Files.createDirectories(work.resolve("home"));
    registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry.createContext("/", this::answer);
    registry.start();
    names.put(base().substring("http://".length()), "registry.example:5000");
    page.append(
        """
        # Transcripts of references

        Made by `tools/transcripts`: the same small release, a card, a configuration, a training program and 4 MB of
        weights, from every kind of place that `assay inspect` takes. Each server ran on this machine and answered as
        the real one does; the names of temporary folders, and addresses and ports, were replaced, nothing else.
        Of each report the head, the five parts and the last line are shown: the line `Read:` says how much was asked
        for. The number of files differs where a place adds some of its own.
        """);
    local();
    git();
    hub();
    stores();
    registries();
    web();
  }

  private void local() throws Exception {
    lay(work.resolve("tiny"));
    section("Folder", List.of("a folder"), "tiny");
    Files.write(work.resolve("tiny.zip"), zip("tiny/", release()));
    section("Archive", List.of("an archive (zip, jar, whl, tar, tar.gz, tar.xz, tar.zst, tar.bz2)"), "tiny.zip");
    section("File", List.of("a file"), "tiny/model.safetensors");
    Files.write(work.resolve("tiny_1.0-1_all.deb"), deb());
    section("Debian package", List.of("a Debian package (.deb)"), "tiny_1.0-1_all.deb");
  }

  private void git() throws Exception {
    Path source = work.resolve("checkout");
    lay(source);
    run(source, "git", "init", "-q", "-b", "main");
    run(source, "git", "add", ".");
    run(
        source, "git", "-c", "user.name=Acme", "-c", "user.email=a@example.org", "commit", "-q", "-m",
        "Tiny");
    section("Git repository of this machine", List.of("git:ADDRESS_OR_FOLDER[@revision]"), "git:checkout@main");
    Path bare = work.resolve("git/acme/tiny.git");
    Files.createDirectories(bare.getParent());
    run(work, "git", "clone", "-q", "--bare", source.toString(), bare.toString());
    try (var server = new GitServer(work.resolve("git"))) {
      names.put(server.address().replaceFirst("/+$", ""), "http://git.example");
      section("Git over HTTP", List.of("git:ADDRESS_OR_FOLDER[@revision]"), "git:" + server.address().replaceFirst("/+$", "") + "/acme/tiny.git");
      environment.put("GITHUB_SERVER_URL", server.address().replaceFirst("/+$", ""));
      section("GitHub", List.of("github:org/repo[@revision]"), "github:acme/tiny");
      environment.remove("GITHUB_SERVER_URL");
    }
  }

  private void hub() throws Exception {
    try (var hub = new HubServer()) {
      names.put(hub.endpoint().substring("http://".length()), "hub.example");
      HubServer.Repo model = hub.repo("acme/tiny");
      release()
          .forEach((name, bytes) -> {
            if (name.endsWith(".safetensors")) {
              model.large(name, bytes);
            } else {
              model.files.put(name, bytes);
            }
          });
      model.tags = "\"license:mit\",\"dataset:acme/corpus\"";
      HubServer.Repo data = hub.repo("datasets/acme/corpus");
      data.file("README.md", "---\nlicense: cc-by-4.0\n---\n# The acme corpus\n\nTwo million words.\n");
      data.file("data/train.csv", "text,label\n" + "one,1\n".repeat(4000));
      data.tags = "\"license:cc-by-4.0\"";
      environment.put("HF_ENDPOINT", hub.endpoint());
      section("Model of the hub", List.of("hf:org/name[@revision]"), "hf:acme/tiny");
      section("Data set of the hub", List.of("hf-dataset:org/name[@revision]"), "hf-dataset:acme/corpus");
      section("Address of a hub's page", List.of("a hub page's address"), hub.endpoint() + "/acme/tiny");
      Path cached = HubCacheLayout.write(work.resolve("hub"), "acme/tiny", HubServer.COMMIT, model);
      section("Folder of the hub's cache", List.of("a folder of the hub's cache"), work.relativize(cached).toString());
      download(work.resolve("downloaded"));
      section(
          "Folder that the hub's client downloaded into",
          List.of("a folder that the hub's client downloaded into"),
          "downloaded");
      environment.remove("HF_ENDPOINT");
    }
  }

  private void download(Path folder) throws Exception {
    lay(folder);
    for (var file : release().entrySet()) {
      Path note = folder.resolve(".cache/huggingface/download/" + file.getKey() + ".metadata");
      Files.createDirectories(note.getParent());
      byte[] content = file.getValue();
      boolean large = file.getKey().endsWith(".safetensors");
      byte[] head = utf8("blob " + content.length + "\0");
      byte[] blob = Arrays.copyOf(head, head.length + content.length);
      System.arraycopy(content, 0, blob, head.length, content.length);
      String etag = large ? hex("SHA-256", content) : hex("SHA-1", blob);
      Files.writeString(note, HubServer.COMMIT + "\n" + etag + "\n" + (System.currentTimeMillis() / 1000 + 5) + ".0\n");
    }
  }

  private String blob(Path blobs, String separator, byte[] content) throws Exception {
    Path file = blobs.resolve("sha256" + separator + hex("SHA-256", content));
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return "sha256:" + hex("SHA-256", content);
  }

  private String layer(Path blobs, String separator, String type, byte[] content, String path) throws Exception {
    String note = path.isEmpty() ? "" : ",\"annotations\":{\"org.cncf.model.filepath\":\"" + path + "\"}";
    return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d%s}"
        .formatted(type, blob(blobs, separator, content), content.length, note);
  }

  private void stores() throws Exception {
    Path ollama = work.resolve("home/.ollama/models");
    String image = "application/vnd.ollama.image.";
    String manifest =
        "{\"config\":%s,\"layers\":[%s,%s]}"
            .formatted(
                layer(ollama.resolve("blobs"), "-", image + "config", utf8("{\"model_format\":\"gguf\"}"), ""),
                layer(ollama.resolve("blobs"), "-", image + "model", gguf(), ""),
                layer(ollama.resolve("blobs"), "-", image + "license", utf8("Use it as you like, for good.\n"), ""));
    Path place = ollama.resolve("manifests/registry.ollama.ai/library/tiny/1b");
    Files.createDirectories(place.getParent());
    Files.writeString(place, manifest);
    section("Ollama's store", List.of("ollama:name[:tag]"), "ollama:tiny:1b");
    Path layout = work.resolve("image");
    byte[] packed = utf8(pack(layout.resolve("blobs"), "/"));
    Files.writeString(layout.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
    Files.writeString(
        layout.resolve("index.json"),
        "{\"manifests\":[{\"digest\":\"%s\"}]}".formatted(blob(layout.resolve("blobs"), "/", packed)));
    section("OCI layout", List.of("an OCI layout folder"), "image");
    served.put("/v2/acme/tiny/manifests/v1", packed);
    try (var blobs = Files.list(layout.resolve("blobs/sha256"))) {
      for (Path b : blobs.toList()) {
        served.put("/v2/acme/tiny/blobs/sha256:" + b.getFileName(), Files.readAllBytes(b));
      }
    }
  }

  private static byte[] gguf() {
    byte[] key = utf8("general.architecture");
    byte[] value = utf8("llama");
    return ByteBuffer.allocate(200)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(utf8("GGUF"))
        .putInt(3)
        .putLong(0)
        .putLong(1)
        .putLong(key.length)
        .put(key)
        .putInt(8)
        .putLong(value.length)
        .put(value)
        .array();
  }

  /// A model packed as KitOps does: each part a layer, and a Kitfile with a licence for each.
  private String pack(Path blobs, String separator) throws Exception {
    String kit = "application/vnd.kitops.modelkit.";
    String kitfile =
        "{\"manifestVersion\":\"1.0.0\",\"package\":{\"name\":\"tiny\"},"
            + "\"model\":{\"path\":\"model.safetensors\",\"license\":\"MIT\"},"
            + "\"code\":[{\"path\":\"train.py\",\"license\":\"Apache-2.0\"}]}";
    var files = release();
    return "{\"schemaVersion\":2,\"config\":%s,\"layers\":[%s,%s,%s]}"
        .formatted(
            layer(blobs, separator, kit + "config.v1+json", utf8(kitfile), ""),
            layer(blobs, separator, kit + "model.v1.tar", tar("", only(files, "config.json", "model.safetensors")), ""),
            layer(blobs, separator, kit + "code.v1.tar+gzip", gzip(tar("", only(files, "train.py"))), ""),
            layer(blobs, separator, kit + "docs.v1.tar", tar("", only(files, "README.md")), ""));
  }

  private static Map<String, byte[]> only(Map<String, byte[]> files, String... wanted) {
    var some = new TreeMap<String, byte[]>();
    for (String name : wanted) {
      some.put(name, files.get(name));
    }
    return some;
  }

  private void registries() throws Exception {
    section(
        "OCI registry",
        List.of("oci:registry/repository[:tag][@sha256:digest]"),
        "oci:" + base().substring("http://".length()) + "/acme/tiny:v1");
    var inPackage = release();
    inPackage.put("package.json", utf8("{\"name\":\"tiny\",\"version\":\"1.0.0\",\"license\":\"MIT\"}"));
    byte[] tarball = gzip(tar("package/", inPackage));
    String integrity =
        "sha512-" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-512").digest(tarball));
    String version =
        "{\"version\":\"1.0.0\",\"license\":\"MIT\",\"dist\":{\"tarball\":\"%s/files/tiny-1.0.0.tgz\",\"integrity\":\"%s\"}}"
            .formatted(base(), integrity);
    served.put("/files/tiny-1.0.0.tgz", tarball);
    for (String tail : List.of("/1.0.0", "/latest")) {
      served.put("/npm/tiny" + tail, utf8(version));
    }
    served.put(
        "/npm/tiny",
        utf8("{\"dist-tags\":{\"latest\":\"1.0.0\"},\"versions\":{\"1.0.0\":" + version + "}}"));
    environment.put("npm_config_registry", base() + "/npm/");
    section("npm", List.of("npm:[@scope/]name[@version]"), "npm:tiny@1.0.0");
    Path settings = work.resolve("home/.m2/settings.xml");
    Files.createDirectories(settings.getParent());
    Files.writeString(
        settings,
        "<settings><mirrors><mirror><id>here</id><url>%s/m2</url><mirrorOf>*</mirrorOf></mirror></mirrors></settings>"
            .formatted(base()));
    String at = "/m2/org/example/tiny/1.0/tiny-1.0";
    byte[] jar = zip("", release());
    served.put(at + ".jar", jar);
    served.put(at + ".jar.sha256", utf8(hex("SHA-256", jar)));
    served.put(
        at + ".pom",
        utf8("<project><licenses><license><name>Apache-2.0</name></license></licenses></project>"));
    section("Maven", List.of("maven:group:artifact[:version[:classifier]]"), "maven:org.example:tiny:1.0");
    var inWheel = release();
    inWheel.put("tiny-1.0.dist-info/METADATA", utf8("Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\nLicense: MIT\n"));
    byte[] wheel = zip("", inWheel);
    served.put("/files/tiny-1.0-py3-none-any.whl", wheel);
    served.put(
        "/simple/tiny/",
        utf8(
            "{\"files\":[{\"filename\":\"tiny-1.0-py3-none-any.whl\",\"url\":\"../../files/tiny-1.0-py3-none-any.whl\",\"hashes\":{\"sha256\":\"%s\"}}]}"
                .formatted(hex("SHA-256", wheel))));
    environment.put("PIP_INDEX_URL", base() + "/simple");
    section("Python", List.of("pypi:name[==version]"), "pypi:tiny==1.0");
  }

  private void web() throws Exception {
    served.put("/files/tiny.zip", zip("tiny/", release()));
    section("Archive on the web", List.of("an http(s) address of an archive or file"), base() + "/files/tiny.zip");
  }

  private void section(String title, List<String> forms, String reference) throws Exception {
    Path cache = Files.createTempDirectory(work, "cache");
    environment.put("ASSAY_CACHE", cache.toString());
    String explained = run(work, assay, "inspect", "--explain-ref", reference);
    String out = run(work, assay, "inspect", reference);
    page.append("\n## ").append(title).append("\n\nForm: ");
    page.append(String.join(", ", forms)).append("\n\n    $ assay inspect --explain-ref ");
    page.append(plain(reference)).append('\n').append(indented(explained));
    page.append("\n    $ assay inspect ").append(plain(reference)).append('\n').append(indented(cut(out)));
  }

  /// The head, the five parts, and the last line: what the kinds differ in.
  private static String cut(String report) {
    int parts = report.indexOf("THE FIVE PARTS");
    int legend = report.indexOf("  ● here", parts);
    int last = report.lastIndexOf("Read: ");
    return report.substring(0, legend) + "  ...\n\n" + report.substring(last);
  }

  private String indented(String text) {
    var lines = new StringBuilder();
    for (String line : plain(text).stripTrailing().split("\n", -1)) {
      lines.append(line.isBlank() ? "" : "    " + line.stripTrailing()).append('\n');
    }
    return lines.toString();
  }

  private String plain(String text) {
    String said = text.replace(work + "/", "");
    for (var name : names.entrySet()) {
      said = said.replace(name.getKey(), name.getValue());
    }
    return said.replace("127.0.0.1", "server.example");
  }

  private String run(Path folder, String... command) throws Exception {
    Path out = Files.createTempFile(work, "out", "");
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    for (String variable : new ArrayList<>(builder.environment().keySet())) {
      String name = variable.toLowerCase(Locale.ROOT);
      boolean may = name.startsWith("hf_") || name.contains("token") || name.endsWith("_proxy")
          || name.startsWith("pip_") || name.startsWith("npm_");
      if (may) {
        builder.environment().remove(variable);
      }
    }
    builder.environment().putAll(environment);
    builder.environment().put("GIT_COMMITTER_DATE", "2026-01-01T00:00:00Z");
    builder.environment().put("GIT_AUTHOR_DATE", "2026-01-01T00:00:00Z");
    Process process = builder.redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    if (!process.waitFor(300, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
    }
    return Files.readString(out);
  }
}
