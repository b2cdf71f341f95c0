package dev.assay.licences.scan;

import dev.assay.io.FrontMatter;
import dev.assay.io.TextFile;
import dev.assay.licences.names.Name;
import dev.assay.licences.names.Names;
import dev.assay.licences.names.Tokens;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Claims in prose and in comments: "released under the MIT License", "code is MIT, weights under
/// ...", "for non-commercial use only". A claim says what it covers by the words before it in its
/// sentence, failing that after it, failing that by its heading. Sentences about other people's
/// works cover nothing here.
final class SentenceScanner {
  private static final int LIMIT = 400_000;

  /// Source files speak of their licence at the top.
  private static final int HEAD = 12_000;

  private final Names names;

  SentenceScanner(Names names) {
    this.names = names;
  }

  void scan(Claims claims) {
    String text = claims.file().text();
    boolean prose = claims.role().kind() != FileRole.Kind.OTHER;
    if (claims.role().kind() == FileRole.Kind.MANIFEST) {
      return;
    }
    int limit = Math.min(text.length(), prose ? LIMIT : HEAD);
    if (!prose && !worth(text, 0, limit)) {
      // A heading, which could speak of a licence too, is one of prose.
      return;
    }
    String seen = text.substring(0, limit);
    seen = prose ? withoutValues(claims.file(), seen) : seen;
    String masked = Mask.of(prose ? seen : Comments.of(seen, claims.file().path()), limit);
    Set<Subject> announced = Set.of();
    boolean offered = false;
    String heading = "";
    for (Passages.Passage p : Passages.of(masked, limit, prose)) {
      if (!p.heading().equals(heading)) {
        heading = p.heading();
        offered = false;
      }
      if (p.isHeading()) {
        announced = Set.of();
        continue;
      }
      if (prose && FileRole.speaks(claims.file().path())) {
        ForeignLimits.scan(claims, masked, p);
      }
      if (worth(masked, p.from(), p.to()) || LicenceWords.spoken(p.heading())) {
        Tokens t = Tokens.of(masked, p.from(), p.to());
        offered |= offersAnother(t);
        passage(claims, t, p, prose, announced, offered);
        if (announces(t)) {
          announced = Subjects.between(t, 0, t.size());
        }
      }
    }
  }

  /// Keys of a head that are no prose: what a gate asks to press (`Acknowledge license` names
  /// none), and the licence, which is read as the value that it is.
  private static final List<String> NO_PROSE =
      List.of("extra_gated_button_content", "extra_gated_heading", "license", "license_name");

  /// The text with those lines of its head blank.
  private static String withoutValues(TextFile file, String text) {
    if (!text.contains("---") || !text.contains("license") && !text.contains("extra_gated_")) {
      return text;
    }
    FrontMatter head = file.frontMatter();
    if (head.status() == FrontMatter.Status.BROKEN) {
      head = MarkScanner.lines(file, head);
    }
    var out = new StringBuilder(text);
    for (String key : NO_PROSE) {
      if (head.lines().containsKey(key)) {
        blank(out, file, head.line(key), head.line(key));
      } else if (head.has(key)) {
        // Keys between braces have no line of their own.
        blank(out, file, head.first(), head.last());
      }
    }
    return out.toString();
  }

  private static void blank(StringBuilder text, TextFile file, int first, int last) {
    int to = Math.min(text.length(), file.lineStart(last) + file.line(last).length());
    for (int i = file.lineStart(first); i < to; i++) {
      text.setCharAt(i, text.charAt(i) == '\n' ? '\n' : ' ');
    }
  }

  /// `The following license applies to all code and models`: what the names after it cover.
  private static boolean announces(Tokens t) {
    for (int i = 0; i < t.size(); i++) {
      if (t.at(i).equals("following") && LicenceWords.licenceWord(t.at(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /// Words and signs of which a passage has one that speaks of a licence.
  private static final String[] WORTH = {
    "licen",
    "lizen",
    "commercial",
    "creative c",
    "released under",
    "research ",
    "same terms",
    "gpl",
    "under ",
    "unter ",
    "mozilla public"
  };

  /// For each character of ASCII, those of the words that begin with it.
  private static final String[][] BY_LETTER = byLetter();

  private static String[][] byLetter() {
    String[][] words = new String[128][];
    for (int c = 0; c < words.length; c++) {
      char small = Character.toLowerCase((char) c);
      words[c] = Arrays.stream(WORTH).filter(w -> w.charAt(0) == small).toArray(String[]::new);
    }
    return words;
  }

  /// Whether a part of a text has a word without which it speaks of no licence: most have none, and
  /// are not read further.
  private static boolean worth(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < 128 ? word(text, i, BY_LETTER[c]) : sign(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean word(String text, int at, String[] words) {
    for (String word : words) {
      char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
      // Letters that only look like Latin ones may be equal to them when case is ignored.
      if ((next >= 128 || (next | 0x20) == word.charAt(1))
          && text.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return words.length > 0 && text.startsWith("GNU", at);
  }

  private static boolean sign(String text, int at) {
    return switch (text.charAt(at)) {
      case '\u534F', '\u8BB8', '\u6388', '\u5546' -> true;
      case 'ラ' -> text.startsWith("ライセンス", at);
      case '라' -> text.startsWith("이", at + 1);
      case 'л', 'Л' -> text.startsWith("иценз", at + 1);
      default -> false;
    };
  }

  private void passage(
      Claims claims,
      Tokens t,
      Passages.Passage p,
      boolean prose,
      Set<Subject> announced,
      boolean offered) {
    List<Name> found = new ArrayList<>();
    for (int i = 0; i < t.size(); ) {
      Name name = names.at(t, i);
      if (name != null
          && Meaning.meant(claims.file().text(), t, name, p, prose)
          && !BaseWorks.model(t, name)) {
        found.add(name);
        i = name.to();
      } else {
        i++;
      }
    }
    boolean others = OthersWorks.spokenOf(t, p, found);
    Basis basis = prose ? Basis.SENTENCE : Basis.HEADER;
    int before = 0;
    boolean limitedByName = false;
    for (int n = 0; n < found.size(); n++) {
      Name name = found.get(n);
      int next = n + 1 < found.size() ? found.get(n + 1).from() : t.size();
      boolean theirs = others || prose && BaseWorks.licensed(t, before, name);
      Set<Subject> covers = theirs ? Set.of() : covers(claims, t, p, before, name, next, announced);
      String expression = together(t, found, n, name.expression());
      int last = name.to();
      if (!expression.equals(name.expression())) {
        // The next name is said with this one.
        n++;
        limitedByName |= claims.freedom(found.get(n).expression(), covers) == Freedom.LIMITED;
        last = found.get(n).to();
      }
      if (!repeats(claims, t, expression, covers, name.from())) {
        claims.named(expression, basis, covers, t.start(name.from()), t.end(last - 1));
      }
      limitedByName |= claims.freedom(name.expression(), covers) == Freedom.LIMITED;
      before = afterFor(t, last);
    }
    if (prose && !others && FileRole.speaks(claims.file().path())) {
      if (!limitedByName) {
        LimitsInProse.scan(claims, t, p, found, offered);
      }
      if (found.isEmpty()) {
        FilePointers.scan(claims, t, p);
        BaseWorks.points(claims, t, p);
      }
      if (found.isEmpty() || found.size() == 1) {
        UnlistedNames.scan(claims, t, p, found);
      }
    }
  }

  /// `MIT or Apache-2.0` is a choice, `Apache-2.0 and the X Community License` asks for both: one
  /// expression each. Two names of a dual licence are a choice however they are joined.
  private static String together(Tokens t, List<Name> found, int n, String expression) {
    if (n + 1 >= found.size()) {
      return expression;
    }
    Name next = found.get(n + 1);
    int from = found.get(n).to();
    if (next.from() - from > 4 || next.expression().equals(expression)) {
      return expression;
    }
    String by = "";
    for (int i = from; i < next.from(); i++) {
      switch (t.at(i)) {
        case "or" -> by = " OR ";
        case "and", "\u548C", "\u4E0E" -> by = by.isEmpty() ? " AND " : by;
        case "the", "license", "licence", "a", "an" -> {}
        default -> {
          if (!by.equals(" OR ")) {
            return expression;
          }
        }
      }
    }
    if (by.equals(" AND ")
        && (LicenceWords.within(t, 0, t.size(), "dual")
            || LicenceWords.within(t, 0, t.size(), "dually"))) {
      by = " OR ";
    }
    return by.isEmpty() ? expression : expression + by + next.expression();
  }

  /// `The code is under X; you may not use these materials except in compliance with X`: the second
  /// is about what the first was, and says nothing new.
  private static boolean repeats(
      Claims claims, Tokens t, String expression, Set<Subject> covers, int name) {
    if (!covers.equals(Set.of(Subject.EVERYTHING)) || !claims.names(expression)) {
      return false;
    }
    for (int i = Math.max(0, name - 14); i < name; i++) {
      switch (t.at(i)) {
        case "compliance", "comply", "herein", "hereunder" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /// `X for the data and Y for the code`: what the words right after a name give it.
  private static Set<Subject> forWhat(Tokens t, int after) {
    return t.at(after).equals("for") ? Subjects.between(t, after, afterFor(t, after)) : Set.of();
  }

  /// Where the words end that belong to a name before them.
  private static int afterFor(Tokens t, int after) {
    if (!t.at(after).equals("for")) {
      return after;
    }
    int i = after + 1;
    while (i < t.size() && i < after + 5 && Subjects.of(t, i) == null) {
      i++;
    }
    return i < t.size() && Subjects.of(t, i) != null ? i + 1 : after;
  }

  /// Whether a passage offers another licence beside the one that everybody has: a paid one, a
  /// second one to choose.
  private static boolean offersAnother(Tokens t) {
    for (int i = 0; i < t.size(); i++) {
      String w = t.at(i);
      if (w.equals("enterprise")
          || w.equals("alternative")
          || w.equals("dual")
          || (w.equals("licensing") && t.at(i + 1).startsWith("option"))) {
        return true;
      }
    }
    return false;
  }

  private static Set<Subject> covers(
      Claims claims,
      Tokens t,
      Passages.Passage p,
      int before,
      Name name,
      int next,
      Set<Subject> announced) {
    if (claims.role().named()) {
      return claims.role().covers();
    }
    if (claims.role().kind() == FileRole.Kind.OTHER) {
      return Set.of(Subject.CODE);
    }
    if (isDataCard(claims.file().name())) {
      return Set.of(Subject.DATA);
    }
    Set<Subject> covers = forWhat(t, name.to());
    if (covers.isEmpty()) {
      covers = Subjects.between(t, Math.max(before, name.from() - 30), name.from());
    }
    if (!announced.isEmpty()) {
      return announced;
    }
    if (covers.equals(Set.of(Subject.EVERYTHING)) && others(t, name.from())) {
      // `All other materials`, after the code was spoken of.
      return Set.of(Subject.WEIGHTS, Subject.DATA, Subject.DOCUMENTS);
    }
    if (covers.isEmpty()) {
      covers = Subjects.between(t, name.to(), Math.min(next, name.to() + 14));
    }
    if (covers.isEmpty()) {
      Tokens heading = Tokens.of(p.heading());
      covers = Subjects.between(heading, 0, heading.size());
    }
    if (covers.isEmpty() && ofModels(t, name)) {
      return Set.of(Subject.WEIGHTS);
    }
    return covers.isEmpty() ? claims.role().covers() : covers;
  }

  /// Whether a file is the page of a data set by its own name: what it says of a licence is said of
  /// the data, whatever was made from them.
  private static boolean isDataCard(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean page = lower.contains("readme") || lower.contains("card");
    return page && DATA_WORD.matcher(lower).find() || lower.startsWith("datasheet");
  }

  private static final Pattern DATA_WORD =
      Pattern.compile("(?:^|[^a-z])(?:data ?set|datasets|data|corpus)(?:[^a-z]|$)|datacard");

  /// Whether a licence is one of models by its own name: `the X Models Community License`.
  private static boolean ofModels(Tokens t, Name name) {
    return LicenceWords.within(t, name.from(), name.to(), "model")
        || LicenceWords.within(t, name.from(), name.to(), "models");
  }

  /// Whether what is spoken of before a place is all that was not named before.
  private static boolean others(Tokens t, int name) {
    for (int i = Math.max(0, name - 30); i < name; i++) {
      if (t.at(i).equals("all") && t.at(i + 1).equals("other")
          || t.at(i).equals("everything") && t.at(i + 1).equals("else")) {
        return true;
      }
    }
    return false;
  }

  /// Where the words begin that can belong to what stands at a place: after the last name before
  /// it.
  static int afterName(List<Name> found, int at) {
    int after = 0;
    for (Name name : found) {
      after = name.to() <= at ? Math.max(after, name.to()) : after;
    }
    return after;
  }
}
