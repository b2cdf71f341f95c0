package dev.assay.sources.hub;

import dev.assay.io.AppleDouble;
import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.FileTree;
import dev.assay.io.Malformed;
import dev.assay.io.NestedArchives;
import dev.assay.io.SourceFact;
import dev.assay.io.TextFile;
import dev.assay.model.Digest;
import dev.assay.model.Evidence;
import dev.assay.model.Issue;
import dev.assay.model.SourceInfo;
import dev.assay.model.Span;
import dev.assay.sources.Json;
import dev.assay.sources.web.RemoteFile;
import dev.assay.sources.web.WebAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A repository of the hub at one commit. Files are fetched in part, as they are read; small ones
/// whole, and then their content is checked against the hash that the listing gives.
final class HubTree implements FileTree {
  private static final int MOST_ISSUES = 200;

  private final HubClient client;
  private final HubClient.Info about;
  private final Map<String, HubListing.Row> rows = new HashMap<>();
  private final List<FileEntry> files = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();
  private final List<SourceFact> facts = new ArrayList<>();
  private final SourceInfo info;

  /// @param asked the name as the user wrote it
  /// @param named what the hub says of what the card names
  /// @param readAt when it was read, ISO 8601
  HubTree(
      String id,
      HubName asked,
      HubClient.Info about,
      HubClient.Tree tree,
      List<SourceFact> named,
      HubClient client,
      String readAt) {
    this.client = client;
    this.about = about;
    for (HubListing.Row row : tree.rows()) {
      String path = FileNames.escape(row.path());
      if (!FileNames.staysInside(path)) {
        warn(id, path, "a name that leads out of the repository: the file was not read");
      } else if (rows.putIfAbsent(path, row) != null) {
        warn(id, path, "listed more than once; the first was read");
      }
    }
    facts(id, asked);
    facts.addAll(named);
    boolean locked = facts.stream().anyMatch(f -> f.kind() == SourceFact.Kind.GATE) && locked(id);
    long bytes = 0;
    for (var row : rows.entrySet()) {
      HubListing.Row file = row.getValue();
      // The card of a gated repository is public; whether it can be had is seen when it is read.
      boolean here = file.size() >= 0 && (!locked || row.getKey().equals("README.md"));
      FileEntry.Kind kind = here ? FileEntry.Kind.FILE : FileEntry.Kind.LISTED;
      files.add(new FileEntry(row.getKey(), file.size(), kind, null, file.sha256()));
      bytes += Math.max(0, file.size());
    }
    Set<String> doubles = AppleDouble.among(files);
    AppleDouble.note(id, doubles).ifPresent(issues::add);
    files.removeIf(file -> doubles.contains(file.path()));
    files.sort(FileEntry.BY_PATH);
    for (String part : tree.partial()) {
      warn(id, "", part);
    }
    NestedArchives.note(id, files).ifPresent(issues::add);
    this.info =
        new SourceInfo(
            id,
            asked.dataset() ? "hub data set" : "hub",
            asked.reference(),
            about.commit(),
            readAt,
            files.size(),
            bytes,
            tree.partial());
  }

  private void warn(String id, String path, String message) {
    if (issues.size() < MOST_ISSUES) {
      issues.add(new Issue(Issue.Severity.WARNING, id, path, message, ""));
    }
  }

  private void facts(String id, HubName asked) {
    Json raw = about.raw();
    var digest = new Digest(Digest.Scope.FILE, TextFile.sha256(about.text()));
    String page = about.name().api();
    String gate = raw.get("gated").text();
    if (gate != null) {
      fact(SourceFact.Kind.GATE, gate, id, page, "\"gated\":\"" + gate + "\"", digest);
    }
    if (raw.get("private").isTrue()) {
      fact(SourceFact.Kind.PRIVATE, "true", id, page, "\"private\":true", digest);
    }
    if (raw.get("disabled").isTrue()) {
      fact(SourceFact.Kind.DISABLED, "true", id, page, "\"disabled\":true", digest);
    }
    if (!about.name().id().equals(asked.id())) {
      String name = about.name().id();
      fact(SourceFact.Kind.RENAMED, name, id, page, "\"id\":\"" + name + "\"", digest);
      String said = "asked for as " + asked.id() + "; its name is now " + name;
      issues.add(new Issue(Issue.Severity.NOTE, id, "", said, ""));
    }
    String modified = raw.get("lastModified").text();
    if (modified != null) {
      String quote = "\"lastModified\":\"" + modified + "\"";
      fact(SourceFact.Kind.MODIFIED, modified, id, page, quote, digest);
    }
    for (Json tag : raw.get("tags").items()) {
      String text = tag.text("");
      if (text.startsWith("license:")) {
        String licence = text.substring("license:".length());
        fact(SourceFact.Kind.LICENCE_TAG, licence, id, page, "\"" + text + "\"", digest);
      }
    }
  }

  private void fact(
      SourceFact.Kind kind, String value, String id, String page, String quote, Digest digest) {
    facts.add(new SourceFact(kind, value, new Evidence(id, page, new Span.Whole(), quote, digest)));
  }

  /// Whether the gate is shut for us: seen by asking for the smallest file behind it.
  private boolean locked(String id) {
    var smallest =
        rows.entrySet().stream()
            .filter(row -> row.getValue().size() > 0 && !row.getKey().equals("README.md"))
            .filter(row -> !row.getKey().startsWith(".git"))
            .min(
                Comparator.comparingLong(
                        (Map.Entry<String, HubListing.Row> row) -> row.getValue().size())
                    .thenComparing(Map.Entry::getKey));
    if (smallest.isEmpty()) {
      return false;
    }
    HubListing.Row row = smallest.get().getValue();
    WebAnswer answer = client.whole(about.name(), about.commit(), row.path(), RemoteFile.SMALL);
    if (answer instanceof WebAnswer.Got got && (got.status() == 401 || got.status() == 403)) {
      issues.add(
          new Issue(
              Issue.Severity.WARNING,
              id,
              "",
              "the repository is gated: its files are listed, and cannot be read",
              "ask for access at the hub, and set HF_TOKEN"));
      return true;
    }
    return false;
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public List<FileEntry> files() {
    return files;
  }

  @Override
  public List<Issue> issues() {
    return issues;
  }

  @Override
  public List<SourceFact> facts() {
    return facts;
  }

  @Override
  public ByteSource open(FileEntry file) {
    HubListing.Row row = rows.get(file.path());
    if (row == null || file.kind() != FileEntry.Kind.FILE) {
      throw new IllegalArgumentException("not a file of this source: " + file.path());
    }
    return new RemoteFile(row.size(), (from, length) -> fetch(row, from, length));
  }

  private byte[] fetch(HubListing.Row row, long from, int length) {
    boolean whole = from == 0 && length == row.size();
    WebAnswer answer =
        whole
            ? client.whole(about.name(), about.commit(), row.path(), length)
            : client.part(about.name(), about.commit(), row.path(), from, length);
    return switch (answer) {
      case WebAnswer.Failed(String reason) -> throw failed(reason);
      case WebAnswer.Got got when got.ok() -> {
        if (whole) {
          check(row, got.body(), got.cut());
        }
        yield got.body();
      }
      case WebAnswer.Got got ->
          throw failed(
              switch (got.status()) {
                case 401, 403 -> "the hub does not let this file be read";
                case 404 -> "the hub lists this file and does not have it";
                default -> "the hub answered " + got.status();
              });
    };
  }

  private static UncheckedIOException failed(String reason) {
    return new UncheckedIOException(new IOException(reason));
  }

  private static void check(HubListing.Row row, byte[] body, boolean cut) {
    if (cut) {
      throw new Malformed(body.length, "the server sends more than its listing says");
    }
    boolean sound =
        row.sha256() != null
            ? TextFile.sha256(body).equals(row.sha256())
            : row.oid() == null || gitBlob(body).equals(row.oid());
    if (!sound) {
      throw new Malformed(-1, "the content is not what the listing's hash says");
    }
  }

  private static String gitBlob(byte[] body) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(("blob " + body.length + "\0").getBytes(StandardCharsets.ISO_8859_1));
      return HexFormat.of().formatHex(sha1.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {}
}
