package dev.assay.licences.scan;

import dev.assay.io.FrontMatter;
import dev.assay.io.TextFile;
import dev.assay.licences.names.Expressions;
import dev.assay.licences.names.Names;
import dev.assay.licences.names.Tokens;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.Subject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Claims in fixed forms: front matter, `SPDX-License-Identifier`, badges, links, package metadata.
final class MarkScanner {
  private static final int LIMIT = 400_000;

  private final Names names;

  MarkScanner(Names names) {
    this.names = names;
  }

  void scan(Claims claims) {
    identifiers(claims);
    switch (claims.role().kind()) {
      case DOCUMENT -> frontMatter(claims);
      case LICENCE -> {}
      case MANIFEST -> manifest(claims);
      case OTHER -> {}
    }
  }

  /// Badges and links of a document.
  void links(Claims claims) {
    if (claims.role().kind() == FileRole.Kind.DOCUMENT
        || claims.role().kind() == FileRole.Kind.LICENCE) {
      addresses(claims);
    }
  }

  private void identifiers(Claims claims) {
    String text = claims.file().text();
    String mark = "SPDX-License-Identifier:";
    int at = text.indexOf(mark);
    for (int n = 0; at >= 0 && n < 1000; n++) {
      int from = at + mark.length();
      int end = from;
      while (end < text.length() && "\r\n".indexOf(text.charAt(end)) < 0 && end - from < 1000) {
        end++;
      }
      String value = text.substring(from, end);
      for (String tail : List.of("*/", "-->", "#}", "%>", "\"", "'", "`", "\\n")) {
        int cut = value.indexOf(tail);
        value = cut >= 0 ? value.substring(0, cut) : value;
      }
      value = value.strip();
      Expressions expression = Expressions.parse(value, names);
      if (!value.isEmpty()) {
        claims.named(
            expression == null ? "NOASSERTION" : expression.write(),
            Basis.HEADER,
            claims.role().covers(),
            at,
            end);
      }
      at = text.indexOf(mark, end);
    }
  }

  /// Keys that only the card of a data set has.
  private static final List<String> OF_DATA_SETS =
      List.of("dataset_info", "size_categories", "task_categories", "annotations_creators");

  private static final List<String> LICENCE_KEYS =
      List.of("license", "license_name", "license_link");

  /// The licence keys of a card's front matter; everything else in it is read elsewhere.
  private void frontMatter(Claims claims) {
    TextFile file = claims.file();
    if (!file.text().contains(LICENCE_KEYS.getFirst())) {
      return;
    }
    FrontMatter head = file.frontMatter();
    if (head.status() == FrontMatter.Status.BROKEN) {
      head = lines(file, head);
    }
    if (!head.has(LICENCE_KEYS.getFirst())) {
      return;
    }
    int from = head.line(LICENCE_KEYS.getFirst());
    int to = from;
    for (String key : LICENCE_KEYS) {
      to = head.has(key) ? Math.max(to, valueEnd(file, head, head.line(key))) : to;
    }
    List<String> tags = head.texts(LICENCE_KEYS.getFirst());
    boolean dataSet = OF_DATA_SETS.stream().anyMatch(head::has);
    EnumSet<Subject> covers = EnumSet.of(Subject.EVERYTHING);
    covers.add(dataSet ? Subject.DATA : Subject.WEIGHTS);
    int start = file.lineStart(from);
    int end = file.lineStart(to) + file.line(to).length();
    for (String tag : tags) {
      String expression =
          tag.equals("other") || tag.isEmpty()
              ? other(head.text("license_name"), head.text("license_link"))
              : tag(tag);
      claims.named(expression, Basis.FRONT_MATTER, covers, start, end);
    }
  }

  /// The last line of a value that begins on a line: lines below it that are indented or items.
  private static int valueEnd(TextFile file, FrontMatter head, int line) {
    int end = line;
    while (end + 1 < head.last()
        && (file.line(end + 1).startsWith("- ") || file.line(end + 1).startsWith(" "))) {
      end++;
    }
    return end;
  }

  /// What lines of a head say that cannot be read as YAML: an error elsewhere in it does not unsay
  /// its licence.
  static FrontMatter lines(TextFile file, FrontMatter broken) {
    var values = new LinkedHashMap<String, Object>();
    var at = new LinkedHashMap<String, Integer>();
    for (int n = broken.first() + 1; n < broken.last(); n++) {
      String line = file.line(n);
      int colon = line.indexOf(':');
      String key = colon < 0 ? "" : line.substring(0, colon);
      if (LICENCE_KEYS.contains(key) || OF_DATA_SETS.contains(key)) {
        values.putIfAbsent(key, value(line.substring(colon + 1)));
        at.putIfAbsent(key, n);
      }
    }
    return new FrontMatter(FrontMatter.Status.READ, "", broken.first(), broken.last(), values, at);
  }

  private String other(String name, String link) {
    if (!name.isEmpty()) {
      String known = names.whole(name);
      return known != null ? known : "LicenseRef-" + UnlistedNames.slug(name);
    }
    String known = link.isEmpty() ? null : names.link(link);
    return known != null ? known : "NOASSERTION";
  }

  private String tag(String tag) {
    String known = names.tag(tag);
    return known == null ? "NOASSERTION" : known;
  }

  private static String value(String s) {
    String v = s.strip();
    int comment = v.indexOf(" #");
    v = comment >= 0 ? v.substring(0, comment).strip() : v;
    if (v.length() >= 2
        && (v.charAt(0) == '"' || v.charAt(0) == '\'')
        && v.charAt(v.length() - 1) == v.charAt(0)) {
      v = v.substring(1, v.length() - 1);
    }
    return v.equals(">-") || v.equals("|") || v.equals("null") ? "" : v;
  }

  /// Badges, and links to where a licence is given.
  private void addresses(Claims claims) {
    String text = claims.file().text();
    int limit = Math.min(text.length(), LIMIT);
    int at = text.indexOf("://");
    for (int n = 0; at >= 0 && at < limit && n < 20_000; n++) {
      int from = at;
      while (from > 0 && at - from < 6 && Character.isLetter(text.charAt(from - 1))) {
        from--;
      }
      int end = at + 3;
      while (end < text.length()
          && " \t\r\n<>\"')]|`\u3002\uFF09".indexOf(text.charAt(end)) < 0
          && end - from < 2000) {
        end++;
      }
      String address = text.substring(from, end);
      if (address.contains("img.shields.io/badge/") || address.contains("badgen.net/badge/")) {
        badge(claims, address, from, end);
      } else {
        String known = names.link(address);
        if (known != null && !claims.names(known)) {
          claims.named(known, Basis.LINK, linkCovers(claims, from), from, end);
        }
      }
      at = text.indexOf("://", end);
    }
  }

  /// What a link covers: by the words before it in its line.
  private static Set<Subject> linkCovers(Claims claims, int at) {
    int line = claims.file().lineAt(at);
    int from = Math.max(claims.file().lineStart(line), at - 300);
    Tokens t = Tokens.of(claims.file().text(), from, at);
    boolean licence = claims.role().kind() == FileRole.Kind.LICENCE;
    for (int i = 0; i < t.size(); i++) {
      String w = t.at(i);
      licence |= w.startsWith("licen") || w.equals("under") || w.equals("terms");
    }
    if (!licence && !belowLicences(claims.file(), line)) {
      return Set.of();
    }
    Set<Subject> covers = Subjects.between(t, 0, t.size());
    return covers.isEmpty() ? claims.role().covers() : covers;
  }

  /// Whether a line that holds nothing but a linked picture stands right below a heading of
  /// licences.
  private static boolean belowLicences(TextFile file, int line) {
    if (!file.line(line).strip().startsWith("[!")) {
      return false;
    }
    for (int l = line - 1; l >= Math.max(1, line - 3); l--) {
      String above = file.line(l).strip();
      if (above.startsWith("#")) {
        return LicenceWords.spoken(above.toLowerCase(Locale.ROOT));
      }
      if (!above.isEmpty()) {
        return false;
      }
    }
    return false;
  }

  private void badge(Claims claims, String address, int from, int end) {
    int start = address.indexOf("/badge/") + 7;
    int query = address.indexOf('?', start);
    String path = address.substring(start, query < 0 ? address.length() : query);
    path = path.endsWith(".svg") ? path.substring(0, path.length() - 4) : path;
    if (address.contains("badgen.net")) {
      path = path.replace('/', '-');
    }
    path = decode(path).replace("--", "\u0001").replace("__", "\u0002").replace('_', ' ');
    String[] parts = path.split("-");
    for (int i = 0; i < parts.length; i++) {
      parts[i] = parts[i].replace('\u0001', '-').replace('\u0002', '_').strip();
    }
    if (parts.length < 2) {
      return;
    }
    String label = parts[0].toLowerCase(Locale.ROOT);
    if (!label.contains("licen") && !label.contains("\u534F\u8BAE")) {
      return;
    }
    String message =
        parts.length > 2 ? String.join("-", List.of(parts).subList(1, parts.length - 1)) : parts[1];
    String known = names.whole(message);
    if (known == null) {
      Expressions expression = Expressions.parse(message, names);
      known =
          expression == null || expression.ids().stream().anyMatch(id -> names.id(id) == null)
              ? null
              : expression.write();
    }
    Tokens t = Tokens.of(label);
    Set<Subject> covers = Subjects.between(t, 0, t.size());
    if (covers.isEmpty()) {
      covers = claims.role().covers();
    }
    if (known != null) {
      claims.named(known, Basis.BADGE, covers, from, end);
    }
  }

  private static String decode(String s) {
    try {
      return URLDecoder.decode(s.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // Not percent-encoded as it should be: the words as they stand.
      return s;
    }
  }

  /// `license = "MIT"` and its like in package metadata, and trove classifiers.
  private void manifest(Claims claims) {
    Set<Subject> covers =
        claims.file().name().startsWith("data") ? Set.of(Subject.DATA) : claims.role().covers();
    for (int l = 1; l <= Math.min(claims.file().lines(), 5000); l++) {
      String line = claims.file().line(l);
      if (line.length() > 2000) {
        continue;
      }
      String lower = line.toLowerCase(Locale.ROOT);
      int at = lower.indexOf("licen");
      if (at < 0) {
        continue;
      }
      String name = claims.file().name().toLowerCase(Locale.ROOT);
      if (name.endsWith("pom.xml") || name.endsWith(".pom")) {
        value(claims, covers, l, pomValue(claims, l, lower));
        continue;
      }
      int trove = lower.indexOf(TROVE);
      if (trove != at) {
        value(claims, covers, l, manifestValue(line, at));
      }
      while (trove >= 0) {
        value(claims, covers, l, troveValue(line, trove));
        trove = lower.indexOf(TROVE, trove + 1);
      }
    }
  }

  private static final String TROVE = "license ::";

  private void value(Claims claims, Set<Subject> covers, int line, @Nullable String value) {
    String known = value == null ? null : named(plainValue(value));
    if (known != null) {
      int start = claims.file().lineStart(line);
      int length = claims.file().line(line).length();
      claims.named(known, Basis.METADATA, covers, start, start + length);
    }
  }

  /// What R's package metadata writes in its own way: `GPL (>= 2)`, `MIT + file LICENSE`.
  private static String plainValue(String value) {
    return value
        .replaceAll("[ ]*[+][ ]*file LICEN[CS]E", "")
        .replaceAll("[ ]*\\(>=[ ]*([0-9.]{1,5})\\)", " $1+")
        .replace(" | ", " OR ");
  }

  /// The last part of a trove classifier.
  private static String troveValue(String line, int trove) {
    int end = trove;
    while (end < line.length() && "\"',]".indexOf(line.charAt(end)) < 0) {
      end++;
    }
    String classifier = line.substring(trove, end);
    return classifier.substring(classifier.lastIndexOf("::") + 2).strip();
  }

  /// The name that follows a `<license>` of a Maven project.
  private static @Nullable String pomValue(Claims claims, int line, String lower) {
    if (!lower.contains("<license>")) {
      return null;
    }
    for (int l = line; l <= Math.min(claims.file().lines(), line + 3); l++) {
      String s = claims.file().line(l);
      int from = s.indexOf("<name>");
      int to = s.indexOf("</name>");
      if (from >= 0 && to > from) {
        return s.substring(from + 6, to).strip();
      }
    }
    return null;
  }

  @Nullable String named(String value) {
    String known = names.whole(value);
    if (known != null) {
      return known;
    }
    Expressions expression = Expressions.parse(value.replace("/", " OR "), names);
    return expression == null || expression.ids().stream().anyMatch(id -> names.id(id) == null)
        ? null
        : expression.write();
  }

  private static @Nullable String manifestValue(String line, int at) {
    int sign = at;
    while (sign < line.length()
        && line.charAt(sign) != ':'
        && line.charAt(sign) != '='
        && line.charAt(sign) != '>') {
      // A list of names to choose from is no statement: "('Apache Licence 2.0', 'OSI ...".
      if (line.charAt(sign) == ',' || line.charAt(sign) == '(') {
        return null;
      }
      sign++;
    }
    if (sign >= line.length() - 1) {
      return null;
    }
    String rest = line.substring(sign + 1).strip();
    int text = rest.indexOf("text");
    if (rest.startsWith("{") && text >= 0) {
      rest = rest.substring(text + 4).replaceFirst("^[\"' ]*[=:]", "").strip();
    }
    if (rest.startsWith("{") || rest.startsWith("files")) {
      return null;
    }
    if (!rest.isEmpty() && (rest.charAt(0) == '"' || rest.charAt(0) == '\'')) {
      int close = rest.indexOf(rest.charAt(0), 1);
      return close < 0 ? null : rest.substring(1, close);
    }
    int tag = rest.indexOf('<');
    return (tag >= 0 ? rest.substring(0, tag) : rest).strip();
  }
}
