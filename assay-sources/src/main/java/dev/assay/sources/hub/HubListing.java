package dev.assay.sources.hub;

import dev.assay.io.Malformed;
import dev.assay.sources.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of the hub's listing of a repository.
public final class HubListing {
  private HubListing() {}

  /// A file in the tree.
  ///
  /// @param path as listed, of any form: a stranger wrote it
  /// @param size in bytes; -1 where the listing does not say
  /// @param oid git's SHA-1 of the blob, or null
  /// @param sha256 the content's hash where it lies in large-file storage, or null
  public record Row(String path, long size, @Nullable String oid, @Nullable String sha256) {}

  /// Adds the files of a page.
  ///
  /// @return what is wrong with the page; empty when nothing is
  public static String add(byte[] page, List<Row> rows) {
    try {
      for (Json row : Json.parse(page).items()) {
        String path = row.get("path").text();
        if (path == null || !"file".equals(row.get("type").text())) {
          continue;
        }
        Json lfs = row.get("lfs");
        String sha256 = lfs.get("oid").text();
        if (sha256 == null) {
          sha256 = lfs.get("sha256").text();
        }
        long size = lfs.get("size").whole(row.get("size").whole(-1));
        rows.add(new Row(path, size, row.get("oid").text(), sha256));
      }
      return "";
    } catch (Malformed e) {
      return "a page is " + e.describe();
    }
  }
}
