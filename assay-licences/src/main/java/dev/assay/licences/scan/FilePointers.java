package dev.assay.licences.scan;

import dev.assay.licences.bind.Pointers;
import dev.assay.licences.names.Name;
import dev.assay.licences.names.Tokens;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.LicenceStatement.Match;
import dev.assay.model.Subject;
import java.util.ArrayList;
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
    List<Pointer> pointers = pointers(claims.file().text(), t, p);
    int before = 0;
    for (int n = 0; n < pointers.size(); n++) {
      Pointer pointer = pointers.get(n);
      boolean cell = row != null && row.licenceAt(pointer.place());
      if (row != null && !cell && !states(t)) {
        continue;
      }
      int next = n + 1 < pointers.size() ? pointers.get(n + 1).from() : t.size();
      Set<Subject> covers =
          row != null && cell
              ? row.coversAt(pointer.place())
              : found.isEmpty()
                  ? covers(t, before, pointer, next)
                  : beside(t, found, pointer.from());
      before = t.at(pointer.to()).equals("for") ? next : pointer.to();
      if (covers.contains(Subject.WEIGHTS) || covers.contains(Subject.DATA)) {
        claims.add(
            new LicenceStatement(
                Pointers.to(pointer.target()),
                Basis.SENTENCE,
                Match.NAMED,
                covers,
                claims.role().scope(),
                Freedom.UNKNOWN,
                List.of(pointer.target()),
                claims.file().evidenceAt(p.from(), p.to())));
      }
    }
  }

  /// A file of the release that a passage leads to.
  ///
  /// @param target its path as written
  /// @param place where it is named, in characters
  /// @param from the first token that leads to it, the words of a link among them
  /// @param to the first token behind it
  private record Pointer(String target, int place, int from, int to) {}

  private static List<Pointer> pointers(String text, Tokens t, Passages.Passage p) {
    List<Pointer> pointers = new ArrayList<>();
    Matcher m = TARGET.matcher(text).region(p.from(), p.to());
    while (m.find()) {
      boolean link = m.group(1) != null;
      // The words of a link, whose target comes next.
      boolean words = !link && text.startsWith("](", m.end());
      String target = link ? m.group(1) : stripped(m.group(2));
      if (!words
          && !target.contains("://")
          && !target.startsWith("/")
          && FileRole.of(target).kind() == FileRole.Kind.LICENCE) {
        int from = link ? Math.max(text.lastIndexOf('[', m.start()), p.from()) : m.start();
        pointers.add(new Pointer(target, m.start(), index(t, from), index(t, m.end())));
      }
    }
    return pointers;
  }

  /// What the words right behind a file say that it is for; failing that what those before `under`
  /// speak of, those before the file, those after.
  private static Set<Subject> covers(Tokens t, int before, Pointer pointer, int next) {
    if (t.at(pointer.to()).equals("for")) {
      Set<Subject> covers = Subjects.between(t, pointer.to(), next);
      if (!covers.isEmpty()) {
        return covers;
      }
    }
    int at = pointer.from();
    Set<Subject> covers = Subjects.between(t, before, under(t, before, at));
    if (covers.isEmpty()) {
      covers = Subjects.between(t, before, at);
    }
    return covers.isEmpty() ? Subjects.between(t, at, next) : covers;
  }

  /// What the words between the last name before a place and the place speak of.
  private static Set<Subject> beside(Tokens t, List<Name> found, int at) {
    boolean behind = found.stream().noneMatch(n -> n.to() > at);
    return behind ? Subjects.between(t, SentenceScanner.afterName(found, at), at) : Set.of();
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
