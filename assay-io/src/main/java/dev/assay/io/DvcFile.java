package dev.assay.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What DVC writes down of files that it keeps elsewhere: `*.dvc` beside where the file would lie,
/// and `dvc.lock` for what a pipeline needs and makes. Only the flat lists `outs:` and `deps:` are
/// read, as DVC itself lays them out: one key a line. Rule: DVC's own `schema.py`.
public final class DvcFile {
  private static final int MOST = 10_000;
  private static final Set<String> LISTS = Set.of("outs", "deps");

  private DvcFile() {}

  /// One file or folder that is kept elsewhere.
  ///
  /// @param path relative to the root of the source; never out of it
  /// @param hash its MD5, or what the remote calls it; for a folder that of its list
  /// @param folder whether it is a folder, of which the list lies in the cache
  /// @param size in bytes; -1 where it does not say
  /// @param files how many files a folder has; -1 where it does not say
  /// @param made whether the pipeline makes it, or somebody added it; not what a stage only needs
  /// @param first the first line that speaks of it, from 1
  /// @param last the last one
  public record Kept(
      String path,
      String hash,
      boolean folder,
      long size,
      long files,
      boolean made,
      int first,
      int last) {}

  /// Whether a path is that of such a file.
  public static boolean isOne(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.endsWith(".dvc") && name.length() > 4 || name.equals("dvc.lock");
  }

  /// What it names, each path once.
  ///
  /// @param path the file's own
  /// @param text its text; anything that is not as DVC writes it is passed over
  public static List<Kept> read(String path, String text) {
    String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/') + 1) : "";
    var found = new LinkedHashMap<String, Kept>();
    Map<String, String> item = new HashMap<>();
    int dash = -1;
    int first = 0;
    int last = 0;
    int number = 0;
    String list = "";
    for (String line : text.split("\n", -1)) {
      number++;
      String plain = line.stripTrailing();
      String bare = plain.stripLeading();
      int indent = plain.length() - bare.length();
      boolean begins = bare.startsWith("- ");
      if (bare.isEmpty() || bare.startsWith("#")) {
        continue;
      }
      if (dash >= 0 && indent <= dash) {
        keep(folder, list, item, first, last, found);
        item = new HashMap<>();
        dash = -1;
      }
      last = number;
      int colon = bare.indexOf(':');
      if (dash < 0 && begins && LISTS.contains(list)) {
        dash = indent;
        first = number;
        put(item, bare.substring(2).strip());
      } else if (dash >= 0 && indent == dash + 2) {
        put(item, bare);
      } else if (dash < 0 && !begins && colon > 0) {
        list = bare.substring(0, colon);
      }
      if (found.size() >= MOST) {
        break;
      }
    }
    if (dash >= 0) {
      keep(folder, list, item, first, last, found);
    }
    return new ArrayList<>(found.values());
  }

  private static void put(Map<String, String> item, String written) {
    int colon = written.indexOf(':');
    if (colon > 0) {
      String value = written.substring(colon + 1).strip();
      boolean quoted =
          value.length() >= 2
              && (value.charAt(0) == '\'' || value.charAt(0) == '"')
              && value.charAt(value.length() - 1) == value.charAt(0);
      item.putIfAbsent(
          written.substring(0, colon), quoted ? value.substring(1, value.length() - 1) : value);
    }
  }

  private static void keep(
      String folder,
      String list,
      Map<String, String> item,
      int first,
      int last,
      Map<String, Kept> found) {
    String hash = item.getOrDefault("md5", item.getOrDefault("etag", ""));
    String path = FileNames.escape(folder + item.getOrDefault("path", ""));
    boolean here = item.containsKey("path") && !hash.isEmpty() && FileNames.staysInside(path);
    if (here) {
      found.putIfAbsent(
          path,
          new Kept(
              path,
              hash,
              hash.endsWith(".dir"),
              number(item.get("size")),
              number(item.get("nfiles")),
              list.equals("outs"),
              first,
              last));
    }
  }

  private static long number(@Nullable String text) {
    boolean good =
        text != null
            && !text.isEmpty()
            && text.length() < 19
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return good ? Long.parseLong(text) : -1;
  }

  /// Where its bytes lie in a cache of DVC, relative to the cache's folder, newest layout first;
  /// nothing where the hash is no MD5.
  public static List<String> places(String hash) {
    String hex = hash.endsWith(".dir") ? hash.substring(0, hash.length() - 4) : hash;
    boolean good =
        hex.length() == 32
            && hex.toLowerCase(Locale.ROOT)
                .chars()
                .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    if (!good) {
      return List.of();
    }
    String name = hash.substring(0, 2) + "/" + hash.substring(2);
    return List.of("files/md5/" + name, name);
  }
}
