package dev.assay.licences.scan;

import dev.assay.licences.bind.Pointers;
import dev.assay.licences.names.Tokens;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.LicenceStatement.Match;
import dev.assay.model.Subject;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `The model weights are released under the [LICENSE](LICENSE) terms`: a sentence that names no
/// licence, and a file of the release that holds one.
final class FilePointers {
  /// The target of a link in Markdown, or a licence file's usual name in capitals.
  private static final Pattern TARGET =
      Pattern.compile(
          "\\]\\([ ]{0,4}(?:\\./)?([^()\\s#?]{1,200})[^()]{0,80}\\)"
              + "|(?<![A-Za-z0-9_./-])((?:LICEN[SC]E|COPYING)(?:[A-Za-z0-9_.-]|\\\\_){0,60})");

  private FilePointers() {}

  static void scan(Claims claims, Tokens t, Passages.Passage p) {
    if (!states(t)) {
      return;
    }
    String text = claims.file().text();
    Matcher m = TARGET.matcher(text).region(p.from(), p.to());
    int before = 0;
    while (m.find()) {
      boolean link = m.group(1) != null;
      String target = link ? m.group(1) : stripped(m.group(2));
      if (target.contains("://")
          || target.startsWith("/")
          || FileRole.of(target).kind() != FileRole.Kind.LICENCE) {
        continue;
      }
      int at = index(t, m.start());
      Set<Subject> covers = Subjects.between(t, before, under(t, before, at));
      if (covers.isEmpty()) {
        covers = Subjects.between(t, before, at);
      }
      if (covers.isEmpty()) {
        covers = Subjects.between(t, at, t.size());
      }
      before = at;
      if (covers.contains(Subject.WEIGHTS) || covers.contains(Subject.DATA)) {
        claims.add(
            new LicenceStatement(
                Pointers.to(target),
                Basis.SENTENCE,
                Match.NAMED,
                covers,
                claims.role().scope(),
                Freedom.UNKNOWN,
                List.of(target),
                claims.file().evidenceAt(p.from(), p.to())));
      }
    }
  }

  private static String stripped(String written) {
    String name = written.replace("\\", "");
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /// Where `under` stands among words, else their end: what follows it names the licence, as `the
  /// Sample Code license` does, and not what is licensed.
  private static int under(Tokens t, int from, int to) {
    for (int i = from; i < to; i++) {
      if (t.at(i).equals("under")) {
        return i;
      }
    }
    return to;
  }

  /// Whether a sentence says under what something is given.
  private static boolean states(Tokens t) {
    for (int i = 0; i < t.size(); i++) {
      switch (t.at(i)) {
        case "under", "licensed", "governed", "subject", "see", "terms" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private static int index(Tokens t, int offset) {
    int i = 0;
    while (i < t.size() && t.start(i) < offset) {
      i++;
    }
    return i;
  }
}
