package dev.assay.licences.scan;

import dev.assay.io.FrontMatter;
import dev.assay.io.TextFile;
import dev.assay.licences.names.Name;
import dev.assay.licences.names.Names;
import dev.assay.licences.names.Same;
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
import org.jspecify.annotations.Nullable;

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
    String spoken = prose ? seen : Comments.of(seen, claims.file().path());
    String masked = Mask.of(spoken, limit);
    Set<Subject> announced = Set.of();
    boolean offered = false;
    String heading = "";
    String last = "";
    Passages.Passage before = null;
    boolean choice = false;
    boolean portioned = false;
    boolean theirs = false;
    boolean given = true;
    Set<Subject> lead = Set.of();
    boolean licence = claims.role().kind() == FileRole.Kind.LICENCE;
    List<Passages.Passage> passages = Passages.of(masked, limit, prose);
    int head = prose ? 0 : HeaderLimits.end(text, spoken, limit);
    for (int i = 0; i < passages.size(); i++) {
      Passages.Passage p = passages.get(i);
      if (licence && p.heading().isEmpty()) {
        // All of such a file stands below its name.
        p = new Passages.Passage(p.from(), p.to(), "license", p.isHeading(), p.columns());
      }
      if (!p.heading().equals(heading)) {
        heading = p.heading();
        offered = false;
        last = "";
        before = null;
        theirs = false;
        given = !prose || !OthersLists.notGiven(masked, passages, i);
        lead = Set.of();
      }
      if (p.isHeading()) {
        announced = Set.of();
        theirs = prose && OthersLists.heads(p.heading());
        continue;
      }
      theirs = theirs && OthersLists.goesOn(masked, before, p);
      if (prose && given && FileRole.speaks(claims.file().path())) {
        ForeignLimits.scan(claims, masked, p);
      }
      boolean row = !p.columns().isEmpty();
      boolean worth = row || worth(masked, p.from(), p.to()) || LicenceWords.spoken(p.heading());
      if (worth || prose && !last.isEmpty()) {
        Tokens t = Tokens.of(masked, p.from(), p.to());
        List<Name> found = List.of();
        if (worth) {
          offered |= offersAnother(t);
          var around =
              new Around(
                  announced,
                  before != null && prose && Pronouns.begins(t)
                      ? Pronouns.antecedent(Tokens.of(masked, before.from(), before.to()))
                      : Set.of(),
                  offered,
                  !last.isEmpty(),
                  choice,
                  portioned,
                  theirs,
                  given,
                  !prose
                      ? Set.of()
                      : !lead.isEmpty() && ListLead.item(masked, p)
                          ? lead
                          : Pronouns.spokenOf(masked, before, p),
                  row ? LicenceTable.row(claims.file().text(), masked, t, p) : null);
          found = passage(claims, t, p, prose, around);
          if (p.to() <= head) {
            HeaderLimits.scan(claims, t);
          }
          theirs |= prose && OthersLists.leads(masked, t, p);
        }
        portioned =
            masked.startsWith(";", p.to() - 1) && (portioned || Portions.after(t) < t.size());
        choice = worth && prose && found.isEmpty() && Choice.offered(t);
        if (choice) {
          i +=
              Choice.items(
                  claims,
                  passages,
                  i,
                  Subjects.between(t, 0, t.size()),
                  item -> only(masked, item));
        }
        if (found.isEmpty() && !last.isEmpty() && prose) {
          BackReference.scan(claims, t, last);
        }
        last = found.isEmpty() ? last : found.getLast().expression();
        if (announces(t)) {
          announced = Subjects.between(t, 0, t.size());
        }
      }
      if (prose) {
        lead =
            ListLead.after(
                masked, p, lead, before == null ? Set.of() : Pronouns.spokenOf(masked, before, p));
      }
      before = p;
    }
  }

  /// What stands around a passage and says what it speaks of.
  ///
  /// @param announced what the names of this passage cover by a sentence before: `the following
  ///   licence applies to the code and models`
  /// @param pronoun what the pronoun that it begins with stands for
  /// @param offered whether another licence is on offer below the same heading
  /// @param named whether a licence was named already below the same heading
  /// @param choice whether the passage before says that the licences below are a choice
  /// @param portioned whether it goes on with a list of portions under separate terms
  /// @param theirs whether it belongs to a list of what others made
  /// @param given whether the weights that are spoken of are not said to be kept out of here
  /// @param spokenOf the weights or data that the sentence before speaks of
  /// @param row the row of a table that it is
  private record Around(
      Set<Subject> announced,
      Set<Subject> pronoun,
      boolean offered,
      boolean named,
      boolean choice,
      boolean portioned,
      boolean theirs,
      boolean given,
      Set<Subject> spokenOf,
      @Nullable LicenceTable row) {}

  /// The licence that a passage names first, or empty.
  private String only(String text, Passages.Passage p) {
    Tokens t = Tokens.of(text, p.from(), p.to());
    for (int i = 0; i < Math.min(t.size(), FIRST_WORDS); i++) {
      Name name = names.at(t, i);
      if (name != null) {
        return name.expression();
      }
    }
    return "";
  }

  /// An item of a list names its licence among so many words.
  private static final int FIRST_WORDS = 6;

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
    String last = t.at(t.size() - 1);
    if ((last.equals("under") || t.at(t.size() - 2).equals("under") && last.equals("the"))
        && t.size() > 2) {
      // `The models are released under:`, and the name on a line of its own.
      return true;
    }
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
    "academic ",
    "personal use",
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
      case '許' -> text.startsWith("許諾", at);
      case '허' -> text.startsWith("허가서", at);
      case '라' -> text.startsWith("이", at + 1);
      case 'л', 'Л' -> text.startsWith("иценз", at + 1);
      default -> false;
    };
  }

  /// Notes what a passage says.
  ///
  /// @return the licences that it names
  private List<Name> passage(
      Claims claims, Tokens t, Passages.Passage p, boolean prose, Around around) {
    LicenceTable row = around.row();
    List<Name> found = new ArrayList<>();
    for (int i = 0; i < t.size(); ) {
      Name name = names.at(t, i);
      if (name != null
          && (row != null && row.licence(name)
              || Meaning.meant(claims.file().text(), t, name, p, prose))
          && !BaseWorks.model(t, name)) {
        found.add(name);
        i = name.to();
      } else {
        i++;
      }
    }
    boolean others = OthersWorks.spokenOf(t, p, found);
    Basis basis = prose ? Basis.SENTENCE : Basis.HEADER;
    if (prose && !others && (around.choice() || Choice.offered(t)) && Choice.of(found).size() > 1) {
      Name first = found.getFirst();
      claims.named(
          String.join(" OR ", Choice.of(found)),
          basis,
          covers(claims, t, p, 0, first, t.size(), around),
          t.start(first.from()),
          t.end(found.getLast().to() - 1));
      return found;
    }
    int before = 0;
    int portions = around.portioned() ? 0 : found.isEmpty() ? t.size() : Portions.after(t);
    boolean limitedByName = false;
    Set<Subject> covered = Set.of();
    for (int n = 0; n < found.size(); n++) {
      Name name = found.get(n);
      int next = n + 1 < found.size() ? found.get(n + 1).from() : t.size();
      boolean theirs =
          others
              || prose && BaseWorks.licensed(t, before, name)
              || name.from() >= portions
                  && !Portions.ofOwn(t, Math.max(before, portions), name.from());
      theirs |=
          prose
              && (around.theirs() || OthersLists.respective(t, name.from()))
              && !ofOwnCode(t, before, name.from());
      Set<Subject> covers =
          theirs
              ? Set.of()
              : row != null && row.licence(name)
                  ? row.covers(found, n)
                  : n > 0 && explained(t, found.get(n - 1), name)
                      ? covered
                      : covers(
                          claims,
                          t,
                          p,
                          prose ? UnlistedClause.end(t, before, name.from()) : before,
                          name,
                          next,
                          around);
      covers = around.given() || !covers.equals(Set.of(Subject.WEIGHTS)) ? covers : Set.of();
      covered = covers;
      String expression = together(t, found, n, name.expression());
      int last = name.to();
      if (!expression.equals(name.expression())) {
        // The next name is said with this one.
        n++;
        limitedByName |= claims.freedom(found.get(n).expression(), covers) == Freedom.LIMITED;
        last = found.get(n).to();
      }
      if (prose && !theirs && Altered.of(t, name)) {
        claims.named(
            Same.changed(name.expression()),
            basis,
            covers,
            claims.freedom(name.expression(), covers) == Freedom.LIMITED
                ? Freedom.LIMITED
                : Freedom.UNKNOWN,
            t.start(name.from()),
            t.end(last - 1));
      } else if (!repeats(claims, t, expression, covers, name.from())) {
        claims.named(expression, basis, covers, t.start(name.from()), t.end(last - 1));
      }
      limitedByName |= claims.freedom(name.expression(), covers) == Freedom.LIMITED;
      before = afterFor(t, last);
    }
    if (prose && !others && FileRole.speaks(claims.file().path())) {
      if (!limitedByName && around.given()) {
        LimitsInProse.scan(
            claims, t, p, found, around.offered(), around.named(), around.spokenOf());
      }
      FilePointers.scan(claims, t, p, found, row);
      if (!found.isEmpty() && OthersLists.respective(t, found.getFirst().from())) {
        OwnTerms.scan(claims, t, p);
      }
      if (found.isEmpty()) {
        OwnTerms.scan(claims, t, p);
        BaseWorks.points(claims, t, p);
      }
      if (found.isEmpty() || found.size() == 1) {
        UnlistedNames.scan(claims, t, found, row, around.pronoun());
      }
    }
    return found;
  }

  /// `The Some License (SL-1.0)`: a name in brackets right behind another says the same again.
  private static boolean explained(Tokens t, Name name, Name again) {
    if (again.from() - name.to() > LONGEST_BETWEEN) {
      return false;
    }
    boolean opened = false;
    for (int i = name.to(); i <= again.from(); i++) {
      String gap = t.before(i);
      if (gap.indexOf(')') > gap.indexOf('(') || gap.contains(";") || gap.contains(",")) {
        return false;
      }
      opened |= gap.contains("(") || gap.contains("[");
    }
    return opened;
  }

  private static final int LONGEST_BETWEEN = 3;

  /// Whether the words before a name speak of code, and of no weights or data.
  private static boolean ofOwnCode(Tokens t, int from, int to) {
    return Subjects.between(t, Math.max(from, to - 30), to).equals(Set.of(Subject.CODE));
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
        case "obtain" -> {
          if (t.at(i + 1).equals("a") && t.at(i + 2).equals("copy")) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /// `X for the data and Y for the code`, `X (code), Y (weights)`: what the words right after a
  /// name give it.
  private static Set<Subject> forWhat(Tokens t, int after) {
    return Subjects.between(t, after, afterFor(t, after));
  }

  private static final Set<String> SEE = Set.of("see", "cf", "as", "from", "via", "per", "copied");

  /// Where the words end that belong to a name before them.
  private static int afterFor(Tokens t, int after) {
    boolean inBrackets = t.before(after).endsWith("(");
    // `(see the source)`: where to read it, and not what for.
    if (inBrackets && SEE.contains(t.at(after)) || !inBrackets && !t.at(after).equals("for")) {
      return after;
    }
    boolean subject = false;
    for (int i = inBrackets ? after : after + 1; i < t.size() && i < after + 5; i++) {
      subject |= Subjects.of(t, i) != null;
      if (subject && (!inBrackets || i + 1 == t.size() || t.before(i + 1).contains(")"))) {
        return i + 1;
      }
      if (t.before(i + 1).contains(")")) {
        return after;
      }
    }
    return after;
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
      Claims claims, Tokens t, Passages.Passage p, int before, Name name, int next, Around around) {
    if (claims.role().named()) {
      return CodeBeside.of(t, before, name, next) ? Set.of(Subject.CODE) : claims.role().covers();
    }
    if (claims.role().kind() == FileRole.Kind.OTHER) {
      return Set.of(Subject.CODE);
    }
    if (claims.role().kind() == FileRole.Kind.DOCUMENT && claims.role().covers().isEmpty()) {
      // Thanks and notices: what is named there is of others, whatever it is called.
      return Set.of();
    }
    if (isDataCard(claims.file().name())) {
      return Set.of(Subject.DATA);
    }
    Set<Subject> covers = UnlistedClause.ofKind(t, name.to());
    if (!covers.isEmpty()) {
      return covers;
    }
    covers = forWhat(t, name.to());
    Set<Subject> included = BackReference.included(t, name.to(), next);
    if (!included.isEmpty()) {
      return included;
    }
    if (covers.isEmpty()) {
      int lead = leadIn(claims.file().text(), t, p);
      covers = Subjects.between(t, Math.max(Math.max(before, lead), name.from() - 30), name.from());
    }
    if (covers.isEmpty()) {
      covers = Subjects.between(t, Math.max(before, name.from() - 30), name.from());
    }
    if (!around.announced().isEmpty()) {
      return around.announced();
    }
    if (covers.isEmpty()) {
      covers = around.pronoun();
    }
    if (covers.equals(Set.of(Subject.EVERYTHING)) && others(t, name.from())) {
      // `All other materials`, after the code was spoken of.
      // Not data, which are mostly of others: nobody licenses those by what is left.
      return Set.of(Subject.WEIGHTS, Subject.DOCUMENTS);
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

  /// After the words in bold that a passage begins with as with a heading, `**Note on models**: all
  /// code ...`: what follows says more exactly what it speaks of.
  private static int leadIn(String text, Tokens t, Passages.Passage p) {
    String start = text.substring(p.from(), Math.min(p.to(), p.from() + LONGEST_LEAD)).strip();
    int close = start.startsWith("**") ? start.indexOf("**", 2) : -1;
    boolean colon =
        close > 0
            && (start.charAt(close - 1) == ':'
                || close + 2 < start.length() && start.charAt(close + 2) == ':');
    int after = colon ? text.indexOf("**", text.indexOf("**", p.from()) + 2) : p.from();
    int i = 0;
    while (i < t.size() && t.start(i) < after) {
      i++;
    }
    return i;
  }

  private static final int LONGEST_LEAD = 120;

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
