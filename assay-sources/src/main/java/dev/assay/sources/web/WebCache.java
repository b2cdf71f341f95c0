package dev.assay.sources.web;

import dev.assay.io.TextFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers kept on disk. An entry is one file, written beside its place and moved there at once, so
/// that two processes may share the folder without a lock; a file that is damaged, cut or of
/// another version is as good as none. Nothing secret goes in: no token, no address of a hop, only
/// the headers named here. When the disk is full or read-only, there is simply no cache.
public final class WebCache {
  private static final String VERSION = "assay-cache 2";
  private static final int LONGEST_HEAD = 64 * 1024;
  private static final Set<String> KEPT =
      Set.of(
          "etag",
          "link",
          "x-repo-commit",
          "x-error-code",
          "content-range",
          "docker-content-digest");

  private final @Nullable Path folder;

  private WebCache(@Nullable Path folder) {
    this.folder = folder;
  }

  /// A cache in this folder, made when first needed.
  public static WebCache in(Path folder) {
    return new WebCache(folder);
  }

  /// @param status 200, or that of a refusal
  record Entry(int status, Map<String, String> headers, byte[] body, boolean cut) {
    /// Whether it is what was asked for.
    boolean ok() {
      return status == 200;
    }
  }

  @Nullable Entry find(String key) {
    Path file = file(key);
    if (file == null || !Files.isRegularFile(file)) {
      return null;
    }
    try {
      return parse(Files.readAllBytes(file));
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable Entry parse(byte[] file) {
    int end = 0;
    var headers = new LinkedHashMap<String, String>();
    boolean first = true;
    while (end < Math.min(file.length, LONGEST_HEAD)) {
      int from = end;
      while (end < file.length && file[end] != '\n') {
        end++;
      }
      String line = new String(file, from, end - from, StandardCharsets.UTF_8);
      end++;
      if (first) {
        if (!line.equals(VERSION)) {
          return null;
        }
        first = false;
      } else if (line.isEmpty()) {
        byte[] body = Arrays.copyOfRange(file, Math.min(end, file.length), file.length);
        String sum = headers.remove("sha256");
        boolean cut = "true".equals(headers.remove("cut"));
        int status = status(headers.remove("status"));
        return TextFile.sha256(body).equals(sum) ? new Entry(status, headers, body, cut) : null;
      } else {
        int colon = line.indexOf(": ");
        if (colon < 0) {
          return null;
        }
        headers.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    return null;
  }

  private static int status(@Nullable String text) {
    return text != null && text.matches("4[0-9][0-9]") ? Integer.parseInt(text) : 200;
  }

  void keep(String key, Map<String, String> headers, byte[] body, boolean cut) {
    keep(key, 200, headers, body, cut);
  }

  /// @param status 200, or that of a refusal, which is for later runs without a network
  void keep(String key, int status, Map<String, String> headers, byte[] body, boolean cut) {
    Path file = file(key);
    if (file == null) {
      return;
    }
    var bytes = new ByteArrayOutputStream(body.length + 512);
    var head = new StringBuilder(VERSION).append('\n');
    headers.forEach((name, value) -> {
      if (KEPT.contains(name) && value.indexOf('\n') < 0) {
        head.append(name).append(": ").append(value).append('\n');
      }
    });
    if (status != 200) {
      head.append("status: ").append(status).append('\n');
    }
    head.append("cut: ").append(cut).append('\n');
    head.append("sha256: ").append(TextFile.sha256(body)).append("\n\n");
    bytes.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body);
    Path beside = null;
    try {
      Files.createDirectories(file.getParent());
      beside = Files.createTempFile(file.getParent(), ".new-", ".tmp");
      Files.write(beside, bytes.toByteArray());
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // A cache that cannot be written to costs time later, and nothing now.
      discard(beside);
    }
  }

  private static void discard(@Nullable Path beside) {
    try {
      if (beside != null) {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      // It stays as a file that nobody reads.
    }
  }

  private @Nullable Path file(String key) {
    if (folder == null) {
      return null;
    }
    String name = TextFile.sha256(key.getBytes(StandardCharsets.UTF_8));
    return folder.resolve(name.substring(0, 2)).resolve(name);
  }
}
