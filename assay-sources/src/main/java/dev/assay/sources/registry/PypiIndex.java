package dev.assay.sources.registry;

import dev.assay.io.Malformed;
import dev.assay.sources.Json;
import dev.assay.sources.web.Checksum;
import dev.assay.sources.web.WebAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The files of one package in an index, from its page in either form. Rule: the simple repository
/// API (PEP 503, 691).
///
/// @param files in the order of the page
record PypiIndex(List<File> files) {
  private static final int MOST_FILES = 100_000;
  private static final Pattern LINK =
      Pattern.compile("<a\\s[^>]{0,4000}?href=\"([^\"]{1,4000})\"[^>]{0,4000}>([^<]{1,500})</a>");
  private static final List<String> SDIST = List.of(".tar.gz", ".zip", ".tar.bz2", ".tar.xz");

  PypiIndex {
    files = List.copyOf(files);
  }

  /// One file.
  ///
  /// @param version by its name; empty where the name is none of a package
  record File(String name, String url, Optional<Checksum> sum, String version) {
    boolean wheel() {
      return name.endsWith(".whl");
    }
  }

  /// Reads the page.
  ///
  /// @throws Malformed when it is neither form
  static PypiIndex of(WebAnswer.Got page, String name) {
    byte[] body = page.body();
    int at = 0;
    while (at < body.length && Character.isWhitespace(body[at])) {
      at++;
    }
    return at < body.length && body[at] == '{' ? json(body, name) : html(body, name);
  }

  private static PypiIndex json(byte[] body, String name) {
    var files = new ArrayList<File>();
    for (Json each : Json.parse(body).get("files").items()) {
      String file = each.get("filename").text();
      String url = each.get("url").text();
      if (file != null && url != null && files.size() < MOST_FILES) {
        Optional<Checksum> sum = Checksum.hex("sha256", each.get("hashes").get("sha256").text(""));
        files.add(new File(file, url, sum, version(file, name)));
      }
    }
    return new PypiIndex(files);
  }

  private static PypiIndex html(byte[] body, String name) {
    var files = new ArrayList<File>();
    Matcher m = LINK.matcher(new String(body, StandardCharsets.UTF_8));
    while (m.find() && files.size() < MOST_FILES) {
      String url = m.group(1).replace("&amp;", "&");
      int hash = url.indexOf("#sha256=");
      Optional<Checksum> sum =
          hash < 0 ? Optional.empty() : Checksum.hex("sha256", url.substring(hash + 8));
      String file = m.group(2).strip();
      String plain = url.indexOf('#') < 0 ? url : url.substring(0, url.indexOf('#'));
      files.add(new File(file, plain, sum, version(file, name)));
    }
    return new PypiIndex(files);
  }

  /// The version in a file's name: the second part of a wheel, what follows the name of an sdist.
  private static String version(String file, String name) {
    if (file.endsWith(".whl")) {
      String[] parts = file.split("-");
      return parts.length >= 5 && PypiName.normal(parts[0]).equals(name) ? parts[1] : "";
    }
    for (String ending : SDIST) {
      if (file.endsWith(ending)) {
        String stem = file.substring(0, file.length() - ending.length());
        int dash = stem.lastIndexOf('-');
        boolean mine = dash > 0 && PypiName.normal(stem.substring(0, dash)).equals(name);
        return mine ? stem.substring(dash + 1) : "";
      }
    }
    return "";
  }

  /// The versions, the newest last; those for trying out before all others.
  List<String> versions() {
    return files.stream()
        .map(File::version)
        .filter(v -> !v.isEmpty())
        .distinct()
        .sorted(Comparator.comparing(PypiIndex::isFinal).thenComparing(PypiIndex::compare))
        .toList();
  }

  private static boolean isFinal(String version) {
    String lower = version.toLowerCase(Locale.ROOT).replaceFirst("\\.?post[0-9]+$", "");
    return lower.chars().noneMatch(Character::isLetter);
  }

  private static int compare(String a, String b) {
    String[] x = a.split("[^0-9]+");
    String[] y = b.split("[^0-9]+");
    for (int i = 0; i < Math.max(x.length, y.length); i++) {
      int order = Long.compare(number(x, i), number(y, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static long number(String[] parts, int i) {
    return i < parts.length && !parts[i].isEmpty() && parts[i].length() < 18
        ? Long.parseLong(parts[i])
        : 0;
  }

  /// The file of a version that is read: a wheel for every machine, any wheel, the source. What is
  /// installed is what travels.
  Optional<File> best(String version) {
    return files.stream()
        .filter(f -> f.version().equals(version))
        .min(
            Comparator.comparing((File f) -> !f.wheel())
                .thenComparing(f -> !f.name().endsWith("-none-any.whl"))
                .thenComparing(f -> !f.name().contains("manylinux"))
                .thenComparing(File::name));
  }
}
