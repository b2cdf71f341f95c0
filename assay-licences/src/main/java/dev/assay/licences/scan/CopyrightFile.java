package dev.assay.licences.scan;

import dev.assay.io.TextFile;
import dev.assay.licences.names.Expressions;
import dev.assay.licences.names.Names;
import dev.assay.licences.names.Same;
import dev.assay.model.LicenceStatement;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.LicenceStatement.Match;
import dev.assay.model.Subject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Debian's machine-readable `copyright`: stanzas that bind licences to files by their paths in the
/// source. Rule: the specification, version 1.0 (DEP-5).
///
/// A binary package installs files under other paths than the source has, so there a pattern other
/// than `*` binds only what its words name: a pattern that names models or data is a statement for
/// weights or data, any other is about parts that are not known.
final class CopyrightFile {
  private static final int MOST_STANZAS = 2000;

  /// A licence's body that is shorter than this refers to a text elsewhere.
  private static final int SHORTEST_TEXT = 200;

  private static final Pattern GNU = Pattern.compile("(?i)(A?GPL|LGPL|GFDL)-([0-9.]+)(\\+?)");

  /// Endings by which files of weights go.
  private static final Set<String> WEIGHTS =
      Set.of(
          "bin",
          "caffemodel",
          "gguf",
          "h5",
          "keras",
          "mlmodel",
          "model",
          "nnue",
          "onnx",
          "pb",
          "pt",
          "pth",
          "safetensors",
          "tflite",
          "traineddata",
          "weights");

  private final Names names;
  private final TextScanner texts;

  CopyrightFile(Names names, TextScanner texts) {
    this.names = names;
    this.texts = texts;
  }

  /// A stanza's field, with the lines it stands in.
  private record Field(String value, int first, int last) {}

  /// Whether a file says that it is one.
  static boolean isOne(TextFile file) {
    for (int l = 1; l <= Math.min(file.lines(), 5); l++) {
      String line = file.line(l);
      if (line.startsWith("Format:") || line.startsWith("Format-Specification:")) {
        return line.contains("copyright-format") || line.contains("dep5");
      }
      if (!line.isBlank() && !line.startsWith("#")) {
        return false;
      }
    }
    return false;
  }

  void scan(Claims claims) {
    List<Map<String, Field>> stanzas = stanzas(claims.file());
    Map<String, Field> bodies = new HashMap<>();
    for (Map<String, Field> stanza : stanzas) {
      Field licence = stanza.get("license");
      if (licence != null && !body(licence).isBlank()) {
        bodies.putIfAbsent(shortName(licence), licence);
      }
    }
    for (Map<String, Field> stanza : stanzas) {
      Field files = stanza.get("files");
      Field licence = stanza.get("license");
      if (files != null && licence != null) {
        for (String pattern : files.value().strip().split("\\s+")) {
          state(claims, pattern, licence, bodies);
        }
      }
    }
  }

  private void state(Claims claims, String pattern, Field licence, Map<String, Field> bodies) {
    Set<Subject> covers = Set.of();
    String scope = claims.role().scope();
    boolean installed = claims.file().path().contains("usr/share/doc/");
    if (pattern.equals("*")) {
      covers = Set.of(Subject.EVERYTHING);
    } else if (installed) {
      covers = named(pattern);
    } else {
      int wild = pattern.replace('?', '*').indexOf('*');
      boolean folder = wild >= 0 && wild == pattern.length() - 1 && pattern.endsWith("/*");
      if (wild < 0 || folder) {
        covers = Set.of(Subject.EVERYTHING);
        scope += wild < 0 ? pattern : pattern.substring(0, wild);
      } else {
        covers = named(pattern);
      }
    }
    String name = shortName(licence);
    Field body = body(licence).isBlank() ? bodies.getOrDefault(name, licence) : licence;
    boolean text = false;
    if (body(body).length() >= SHORTEST_TEXT) {
      text = text(claims, body, covers, scope);
    }
    // A name alone that binds nothing here is no claim that could be held against anything.
    if (!text && !covers.isEmpty()) {
      String expression = expression(name);
      claims.add(
          new LicenceStatement(
              expression,
              Basis.METADATA,
              Match.NAMED,
              covers,
              scope,
              claims.freedom(expression, covers),
              List.of(),
              claims.file().evidence(licence.first(), licence.first())));
    }
  }

  /// The licence by its own words, where they are here; a notice that names a licence is none.
  private boolean text(Claims claims, Field body, Set<Subject> covers, String scope) {
    TextFile file = claims.file();
    var plain = TextFile.of(file.source(), "LICENSE", body(body));
    for (TextScanner.Text text : texts.texts(plain, FileRole.of("LICENSE")).texts()) {
      String id = text.match().entry().id();
      if (text.how() == Match.UNKNOWN || Claims.policy(text.match().entry())) {
        continue;
      }
      boolean same = text.how() == Match.SAME_WORDS;
      String expression = same ? id : Same.changed(id);
      claims.add(
          new LicenceStatement(
              expression,
              Basis.TEXT,
              text.how(),
              covers,
              scope,
              claims.freedom(expression, covers),
              text.differs(),
              file.evidence(body.first(), body.last())));
      return true;
    }
    return false;
  }

  private static Set<Subject> named(String pattern) {
    Set<Subject> subjects = EnumSet.noneOf(Subject.class);
    String lower = pattern.toLowerCase(Locale.ROOT);
    for (String word : lower.split("[^a-z0-9]+")) {
      switch (word) {
        case "model", "models", "weights", "checkpoints" -> subjects.add(Subject.WEIGHTS);
        case "data", "dataset", "datasets", "corpus", "corpora" -> subjects.add(Subject.DATA);
        default -> {}
      }
    }
    if (WEIGHTS.contains(lower.substring(lower.lastIndexOf('.') + 1))) {
      subjects.add(Subject.WEIGHTS);
    }
    return subjects;
  }

  private static String shortName(Field licence) {
    int end = licence.value().indexOf('\n');
    return (end < 0 ? licence.value() : licence.value().substring(0, end)).strip();
  }

  private static String body(Field licence) {
    int end = licence.value().indexOf('\n');
    return end < 0 ? "" : licence.value().substring(end + 1);
  }

  /// The short name as an SPDX expression: Debian's names are older than SPDX's.
  private String expression(String name) {
    var spdx = new StringBuilder();
    for (String word : name.replace(",", " ").strip().split("\\s+")) {
      String lower = word.toLowerCase(Locale.ROOT);
      spdx.append(spdx.isEmpty() ? "" : " ")
          .append(
              switch (lower) {
                case "or", "and", "with" -> lower.toUpperCase(Locale.ROOT);
                case "expat" -> "MIT";
                case "bsd-2" -> "BSD-2-Clause";
                case "bsd-3" -> "BSD-3-Clause";
                case "cc0" -> "CC0-1.0";
                default -> gnu(word);
              });
    }
    @Nullable Expressions parsed = Expressions.parse(spdx.toString(), names);
    if (parsed != null && parsed.ids().stream().allMatch(id -> names.id(id) != null)) {
      return parsed.write();
    }
    String whole = names.whole(name);
    return whole == null ? "NOASSERTION" : whole;
  }

  private static String gnu(String word) {
    var m = GNU.matcher(word);
    if (!m.matches()) {
      return word;
    }
    String version = m.group(2).contains(".") ? m.group(2) : m.group(2) + ".0";
    String version2 = m.group(1).equalsIgnoreCase("GFDL") ? m.group(2) : version;
    return m.group(1).toUpperCase(Locale.ROOT)
        + "-"
        + version2
        + (m.group(3).isEmpty() ? "-only" : "-or-later");
  }

  private static List<Map<String, Field>> stanzas(TextFile file) {
    List<Map<String, Field>> stanzas = new ArrayList<>();
    Map<String, Field> stanza = new HashMap<>();
    String name = "";
    var value = new StringBuilder();
    int first = 1;
    for (int l = 1; l <= file.lines() + 1 && stanzas.size() < MOST_STANZAS; l++) {
      String line = l <= file.lines() ? file.line(l).stripTrailing() : "";
      if (line.startsWith("#")) {
        continue;
      }
      boolean more = line.startsWith(" ") || line.startsWith("\t");
      if (more) {
        String text = line.strip();
        value.append('\n').append(text.equals(".") ? "" : text);
        continue;
      }
      if (!name.isEmpty()) {
        stanza.putIfAbsent(name, new Field(value.toString(), first, l - 1));
      }
      name = "";
      value.setLength(0);
      int colon = line.indexOf(':');
      if (colon > 0) {
        name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        value.append(line.substring(colon + 1).strip());
        first = l;
      } else if (line.isBlank() && !stanza.isEmpty()) {
        stanzas.add(stanza);
        stanza = new HashMap<>();
      }
    }
    return stanzas;
  }
}
