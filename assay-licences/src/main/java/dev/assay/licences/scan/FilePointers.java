package dev.assay.licences.scan;

import dev.assay.licences.bind.Pointers;
import dev.assay.licences.names.Name;
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
import org.jspecify.annotations.Nullable;

/// `The model weights are released under the [LICENSE](LICENSE) terms`: a sentence that names no
/// licence, and a file of the release that holds one.
final class FilePointers {
  /// The target of a link in Markdown, or a licence file's usual name in capitals.
  private static final Pattern TARGET =
      Pattern.compile(
          "\\]\\([ ]{0,4}(?:\\./)?([^()\\s#?]{1,200})[^()]{0,80}\\)"
              + "|(?<![A-Za-z0-9_./-])((?:LICEN[SC]E|COPYING)(?:[A-Za-z0-9_.-]|\\\\_){0,60})");

  private FilePointers() {}

  /// @param found the licences that the sentence names: a file counts beside them where words of
  ///   its own say what for, behind the last of them
  static void scan(
      Claims claims, Tokens t, Passages.Passage p, List<Name> found, @Nullable LicenceTable row) {
    if (!states(t) && row == null) {
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
      boolean cell = row != null && row.licenceAt(m.start());
      if (row != null && !cell && !states(t)) {
        continue;
      }
      Set<Subject> covers =
          row != null && cell
              ? row.coversAt(m.start())
              : found.isEmpty() ? covers(t, before, at) : beside(t, found, label(text, m, p));
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

  /// What the words before `under` speak of, failing that those before the file, then those after.
  private static Set<Subject> covers(Tokens t, int before, int at) {
    Set<Subject> covers = Subjects.between(t, before, under(t, before, at));
    if (covers.isEmpty()) {
      covers = Subjects.between(t, before, at);
    }
    return covers.isEmpty() ? Subjects.between(t, at, t.size()) : covers;
  }

  /// What the words between the last name before a place and the place speak of.
  private static Set<Subject> beside(Tokens t, List<Name> found, int place) {
    int at = index(t, place);
    boolean behind = found.stream().noneMatch(n -> n.to() > at);
    return behind ? Subjects.between(t, SentenceScanner.afterName(found, at), at) : Set.of();
  }

  /// Where the words begin that lead to a file.
  private static int label(String text, Matcher m, Passages.Passage p) {
    int open = m.group(1) == null ? m.start() : text.lastIndexOf('[', m.start());
    return Math.max(open, p.from());
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
        // To follow, in accordance with.
        case "\u9075", "\u4F9D", "\u6309" -> {
          if (t.signs(i, "\u9075\u5FAA")
              || t.signs(i, "\u9075\u5B88")
              || t.signs(i, "\u4F9D\u7167")
              || t.signs(i, "\u4F9D\u636E")
              || t.signs(i, "\u6309\u7167")) {
            return true;
          }
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
