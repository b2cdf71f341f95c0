package dev.assay.licences.scan;

import dev.assay.licences.names.Name;
import dev.assay.licences.names.Names;
import dev.assay.licences.names.Tokens;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Claims in prose and in comments: "released under the MIT License", "code is MIT, weights under
/// ...", "for non-commercial use only". A claim says what it covers by the words before it in its
/// sentence, failing that after it, failing that by its heading. Sentences about other people's
/// works cover nothing here.
final class SentenceScanner {
  private static final int LIMIT = 400_000;

  /// Source files speak of their licence at the top.
  private static final int HEAD = 12_000;

  private static final Set<String> OTHERS =
      Set.of(
          "thirdparty",
          "dependency",
          "dependencies",
          "vendored",
          "bundled",
          "borrowed",
          "borrows",
          "adapted",
          "ported",
          "acknowledgement",
          "acknowledgements",
          "acknowledgment",
          "acknowledgments",
          "credits",
          "incompatible",
          "citation");

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
    String seen = text.substring(0, limit);
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
      if (worth(masked, p)) {
        Tokens t = Tokens.of(masked, p.from(), p.to());
        offered |= offersAnother(t);
        passage(claims, t, p, prose, announced, offered);
        if (announces(t)) {
          announced = Subjects.between(t, 0, t.size());
        }
      }
    }
  }

  /// `The following license applies to all code and models`: what the names after it cover.
  private static boolean announces(Tokens t) {
    for (int i = 0; i < t.size(); i++) {
      if (t.at(i).equals("following") && licenceWord(t.at(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean worth(String text, Passages.Passage p) {
    for (int i = p.from(); i < p.to(); i++) {
      char c = text.charAt(i);
      if (c == 'l' || c == 'L') {
        if (text.regionMatches(true, i, "licen", 0, 5)
            || text.regionMatches(true, i, "lizen", 0, 5)) {
          return true;
        }
      } else if (c == '\u534F'
          || c == '\u8BB8'
          || c == '\u6388'
          || c == '\u5546'
          || c == 'ラ' && text.startsWith("ライセンス", i)
          || c == '라' && text.startsWith("이", i + 1)
          || (c == 'л' || c == 'Л') && text.startsWith("иценз", i + 1)) {
        return true;
      } else if ((c == 'c' || c == 'C')
          && (text.regionMatches(true, i, "commercial", 0, 10)
              || text.regionMatches(true, i, "creative c", 0, 10))) {
        return true;
      } else if ((c == 'r' || c == 'R')
          && (text.regionMatches(true, i, "released under", 0, 14)
              || text.regionMatches(true, i, "research ", 0, 9))) {
        return true;
      } else if ((c == 's' || c == 'S') && text.regionMatches(true, i, "same terms", 0, 10)) {
        return true;
      } else if ((c == 'g' || c == 'G')
          && (text.regionMatches(true, i, "gpl", 0, 3) || text.startsWith("GNU", i))) {
        return true;
      } else if ((c == 'u' || c == 'U')
          && (text.regionMatches(true, i, "under ", 0, 6)
              || text.regionMatches(true, i, "unter ", 0, 6))) {
        return true;
      } else if ((c == 'm' || c == 'M') && text.regionMatches(true, i, "mozilla public", 0, 14)) {
        return true;
      }
    }
    return spoken(p.heading());
  }

  private static boolean spoken(String heading) {
    return heading.contains("licen")
        || heading.contains("lizenz")
        || heading.contains("ライセンス")
        || heading.contains("라이선스")
        || heading.contains("라이센스")
        || heading.contains("лиценз")
        || heading.contains("\u534F\u8BAE")
        || heading.contains("\u8BB8\u53EF")
        || heading.contains("copyright");
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
          && meant(t, name, p, prose)
          && !germanWord(claims.file().text(), t, name)
          && !BaseWorks.model(t, name)) {
        found.add(name);
        i = name.to();
      } else {
        i++;
      }
    }
    boolean others = ofOthers(t, p, found);
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
        limits(claims, t, p, found, offered);
      }
      if (found.isEmpty()) {
        FilePointers.scan(claims, t, p);
        BaseWorks.points(claims, t, p);
      }
      if (found.isEmpty() || found.size() == 1) {
        unlisted(claims, t, p, found);
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
        && (within(t, 0, t.size(), "dual") || within(t, 0, t.size(), "dually"))) {
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

  private static boolean licenceWord(String word) {
    return word.startsWith("licen")
        || word.startsWith("sublicen")
        || word.startsWith("lizenz")
        || word.startsWith("лиценз");
  }

  /// Whether the word for licence stands here in a language that is written sign by sign.
  private static boolean licenceSigns(Tokens t, int i) {
    return switch (t.at(i)) {
      case "\u534F", "\u8BB8", "\u6388" -> true;
      case "ラ" -> t.signs(i, "ライセンス");
      case "라" -> t.signs(i, "라이선스") || t.signs(i, "라이센스");
      default -> false;
    };
  }

  /// Whether a name is spoken of as a licence here.
  private static boolean meant(Tokens t, Name name, Passages.Passage p, boolean prose) {
    if (!prose && !name.sure() && name.to() - name.from() == 1 && !bySelf(t, name)) {
      return false;
    }
    if (!name.sure() && t.at(name.from() - 1).equals("for")) {
      // `The community license for Name-2`: a model's name.
      return false;
    }
    boolean spoken = spoken(p.heading());
    int words = 0;
    boolean near = false;
    for (int i = Math.max(0, name.from() - (name.sure() ? 40 : 4));
        i < Math.min(t.size(), name.to() + (name.sure() ? 40 : 2));
        i++) {
      String w = t.at(i);
      near |=
          licenceWord(w)
              || (i < name.from()
                  && (w.equals("under")
                      || w.equals("terms")
                      || w.equals("released")
                      || w.equals("unter")
                      || w.equals("copyright")))
              || licenceSigns(t, i);
      words++;
    }
    if (ofSection(t, name)) {
      return false;
    }
    for (int i = Math.max(0, name.from() - 4); i < name.from(); i++) {
      boolean not =
          t.at(i).equals("not") && !t.at(i + 1).equals("limited") && !t.at(i + 1).equals("only");
      if (not
          || t.at(i).equals("nicht")
          || t.at(i).equals("pas")
          || t.at(i).equals("не")
          || t.at(i).equals("unlike")
          || t.at(i).equals("incompatible")
          || t.at(i).equals("formerly")
          || t.at(i).equals("previously")) {
        return false;
      }
    }
    // `Replaces the original, more restrictive X`: what held once.
    if (within(t, name.from() - 6, name.from(), "replaces") || isFormatOrLanguage(t, name)) {
      return false;
    }
    // `Name-2 is based on Other-2 and should be used under its licence`.
    near |=
        !name.sure()
            && within(t, name.to(), name.to() + 6, "under")
            && within(t, name.to(), name.to() + 10, "license");
    // `This file is GPL`.
    near |= name.from() > 0 && t.at(name.from() - 1).equals("is") && statesOfItself(t, name.from());
    if (t.at(name.to()).equals("style")
        || t.at(name.to()).equals("like")
        || t.at(name.to()).equals("compatible")) {
      return false;
    }
    return near || (spoken && (name.sure() || t.size() <= 12 && words > 0));
  }

  /// Formats and languages after which a licence is called too.
  private static final Set<String> FORMATS =
      Set.of("json", "python", "ruby", "php", "curl", "unicode");

  /// `Grouped under one JSON key`: the format, where no word for licence follows.
  private static boolean isFormatOrLanguage(Tokens t, Name name) {
    return name.to() - name.from() == 1
        && FORMATS.contains(t.at(name.from()))
        && !licenceWord(t.at(name.to()));
  }

  /// `Mit einer Lizenz`: the German word for `with`, which is a name only in capitals.
  private static boolean germanWord(String text, Tokens t, Name name) {
    if (!t.at(name.from()).equals("mit") || text.startsWith("MIT", t.start(name.from()))) {
      return false;
    }
    for (int i = 0; i < t.size(); i++) {
      if (t.at(i).startsWith("lizen")) {
        return true;
      }
    }
    return false;
  }

  /// `Under section 7 of the X License`: of what a licence says, not which it is.
  private static boolean ofSection(Tokens t, Name name) {
    for (int i = Math.max(0, name.from() - 4); i < name.from(); i++) {
      if (t.at(i).equals("section") && t.at(i + 2).equals("of")) {
        return true;
      }
    }
    return t.at(name.to()).equals("section");
  }

  /// Whether a word that is also an ordinary one is said to be a licence, in a file of code: not in
  /// an import, and not for a copyright line near it.
  private static boolean bySelf(Tokens t, Name name) {
    if (licenceWord(t.at(name.to())) || t.at(name.from()).endsWith("+")) {
      return true;
    }
    for (int i = Math.max(0, name.from() - 3); i < name.from(); i++) {
      if (licenceWord(t.at(i)) || t.at(i).equals("under") || t.at(i).equals("terms")) {
        return true;
      }
    }
    return t.at(name.from() - 1).equals("is") && statesOfItself(t, name.from());
  }

  private static boolean statesOfItself(Tokens t, int name) {
    for (int i = Math.max(0, name - 5); i < name; i++) {
      switch (t.at(i)) {
        case "this", "file", "code", "program", "software", "module", "library", "project" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /// Whether a sentence speaks of somebody else's work.
  private static boolean ofOthers(Tokens t, Passages.Passage p, List<Name> found) {
    String heading = p.heading();
    if (heading.contains("acknowledg")
        || heading.contains("citation")
        || heading.contains("third")
        || heading.contains("credits")
        || heading.contains("related")
        || heading.contains("\u81F4\u8C22")
        || heading.contains("\u5F15\u7528")) {
      return !spoken(heading);
    }
    boolean usedUnder = BaseWorks.bound(t, 0, t.size());
    for (int i = 0; i < t.size(); i++) {
      String w = t.at(i);
      String next = t.at(i + 1);
      if (OTHERS.contains(w)
          // What is named as an example is licensed by somebody else.
          || (w.equals("for") && (next.equals("example") || next.equals("instance")))
          || (w.equals("third") && next.equals("party"))
          || (w.equals("derived") && next.equals("from") && !usedUnder)
          || (w.equals("copied") && next.equals("from"))
          || (w.equals("taken") && next.equals("from"))
          || (w.equals("provided") && next.equals("by"))
          || (w.equals("built") && (next.equals("on") || next.equals("upon")) && !usedUnder)
          || (w.equals("based") && next.equals("on") && !usedUnder && !namedSoon(found, i + 2))
          || (w.equals("modified") && next.equals("from"))
          || includesWork(t, i)) {
        return true;
      }
    }
    return false;
  }

  /// `This product includes software developed by ...`: whose licence that is, is not this one's.
  private static boolean includesWork(Tokens t, int i) {
    boolean includes =
        switch (t.at(i)) {
          case "includes", "contains", "incorporates", "bundles" -> true;
          default -> false;
        };
    return includes
        && (within(t, i + 1, i + 5, "software") || within(t, i + 1, i + 5, "code"))
        && (within(t, i + 2, i + 8, "by")
            || within(t, i + 2, i + 8, "from")
            || within(t, i + 2, i + 8, "at"));
  }

  /// `Based on the X License`: said of a licence and not of a work.
  private static boolean namedSoon(List<Name> found, int at) {
    return found.stream().anyMatch(n -> n.from() >= at && n.from() <= at + 2);
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

  /// Whether a licence is one of models by its own name: `the X Models Community License`.
  private static boolean ofModels(Tokens t, Name name) {
    return within(t, name.from(), name.to(), "model")
        || within(t, name.from(), name.to(), "models");
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

  /// What a sentence limits without naming a licence.
  private static void limits(
      Claims claims, Tokens t, Passages.Passage p, List<Name> found, boolean offered) {
    String limit = "";
    int at = 0;
    for (int i = 0; i < t.size() && limit.isEmpty(); i++) {
      at = i;
      String w = t.at(i);
      boolean non =
          w.equals("non") && t.at(i + 1).startsWith("commercial") || w.startsWith("noncommercial");
      int after = w.equals("non") ? i + 2 : i + 1;
      if (non
          && !eitherWay(t, i, after)
          && (use(t.at(after)) || t.at(after).equals("research") || t.at(after).equals("only"))) {
        limit = "LicenseRef-non-commercial";
      } else if (w.equals("research")
          && use(t.at(i + 1))
          && (t.at(i + 2).equals("only")
              || within(t, i - 4, i, "only")
              || within(t, i - 3, i, "outside"))) {
        limit = "LicenseRef-research-only";
      } else if (w.equals("commercial")
          && use(t.at(i + 1))
          && !ofSome(t, i)
          && (within(t, i - 5, i, "not")
              || within(t, i + 1, i + 6, "prohibited")
              || within(t, i + 1, i + 6, "forbidden"))) {
        limit = "LicenseRef-non-commercial";
      } else if ((w.equals("commercial") && use(t.at(i + 1))
              || w.equals("\u5546")
                  && (t.at(i + 1).equals("\u7528") || t.at(i + 1).equals("\u4E1A")))
          && !offered
          && asked(t, i)) {
        limit = "LicenseRef-commercial-on-request";
      }
    }
    if (limit.isEmpty() || service(t)) {
      return;
    }
    boolean licensed = spoken(p.heading());
    for (int i = 0; i < t.size(); i++) {
      licensed |=
          licenceWord(t.at(i))
              || t.at(i).equals("intended")
              || t.at(i).equals("available")
              || t.at(i).equals("released")
              || t.at(i).equals("provided")
              || t.at(i).equals("use")
              || t.at(i).equals("\u8BB8")
              || t.at(i).equals("\u6388");
    }
    if (!licensed) {
      return;
    }
    Set<Subject> covers = Subjects.between(t, afterName(found, at), at);
    if (covers.isEmpty()) {
      covers = Subjects.between(t, afterName(found, at), t.size());
    }
    if (covers.isEmpty() || claims.role().named()) {
      covers = claims.role().covers();
    }
    claims.named(limit, Basis.SENTENCE, covers, Freedom.LIMITED, p.from(), p.to());
  }

  /// `Free for both commercial and non-commercial use`: no limit.
  private static boolean eitherWay(Tokens t, int non, int after) {
    boolean before = within(t, non - 3, non, "commercial");
    boolean behind = within(t, after, after + 3, "commercial");
    return (before || behind)
        && (within(t, non - 2, non, "and")
            || within(t, non - 2, non, "or")
            || within(t, after, after + 2, "and")
            || within(t, after, after + 2, "or"));
  }

  /// `Documents were removed that do not allow commercial use`: said of some that are not here.
  private static boolean ofSome(Tokens t, int i) {
    return within(t, i - 6, i - 1, "that")
        && (within(t, i - 3, i, "allow") || within(t, i - 3, i, "permit"));
  }

  /// Where the words begin that can belong to what stands at a place: after the last name before
  /// it.
  private static int afterName(List<Name> found, int at) {
    int after = 0;
    for (Name name : found) {
      after = name.to() <= at ? Math.max(after, name.to()) : after;
    }
    return after;
  }

  private static boolean service(Tokens t) {
    return within(t, 0, t.size(), "api")
        || within(t, 0, t.size(), "service")
        || within(t, 0, t.size(), "demo")
        || within(t, 0, t.size(), "competitor");
  }

  private static boolean use(String word) {
    return word.startsWith("use")
        || word.startsWith("purpose")
        || word.startsWith("usage")
        || word.startsWith("application");
  }

  /// Whether commercial use is to be asked for. Another licence on offer beside a public one takes
  /// nothing from that.
  private static boolean asked(Tokens t, int i) {
    for (int k = Math.max(0, i - 25); k < Math.min(t.size(), i + 40); k++) {
      switch (t.at(k)) {
        case "apply",
            "form",
            "contact",
            "register",
            "registration",
            "request",
            "permission",
            "authorization",
            "email",
            "\u7533",
            "\u767B",
            "\u90AE" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private static boolean within(Tokens t, int from, int to, String word) {
    for (int i = Math.max(0, from); i < Math.min(to, t.size()); i++) {
      if (t.at(i).equals(word)) {
        return true;
      }
    }
    return false;
  }

  /// Characters of "model", "open source", "licence", "use", "community", "read", "follow" and the
  /// like.
  private static final String COMMON_HAN =
      "\u6A21\u578B\u5F00\u6E90\u8BB8\u53EF\u4F7F\u7528\u793E\u533A\u8BF7\u9605\u8BFB\u9075\u5FAA\u5B88\u7684\u548C\u4E0E\u53CA\u672C\u8BE5\u5546\u5BB6\u5927";

  private static final Set<String> GENERIC =
      Set.of(
          "the",
          "this",
          "a",
          "an",
          "model",
          "code",
          "open",
          "source",
          "software",
          "our",
          "its",
          "usage",
          "project",
          "and",
          "or",
          "of",
          "under",
          "data",
          "dataset",
          "same",
          "original",
          "following",
          "above",
          "permissive",
          "their",
          "weights",
          "see",
          "each",
          "by",
          "with",
          "in",
          "to",
          "for",
          "is",
          "are",
          "any",
          "please",
          "commercial",
          "use",
          "license",
          "public",
          "weight",
          "diff",
          "models",
          "checkpoint",
          "checkpoints",
          "pretrained",
          "trained",
          "apache",
          "mit",
          "respective",
          "specific",
          "both",
          "your",
          "license's",
          "free",
          "new",
          "custom",
          "note",
          "repository",
          "a.",
          "base",
          "standard");

  /// A licence by a name that no list has, for weights or data: it is not what covers the rest.
  private static void unlisted(Claims claims, Tokens t, Passages.Passage p, List<Name> found) {
    for (int i = 1; i < t.size(); i++) {
      if (!licenceWord(t.at(i)) && !(t.at(i).equals("\u534F") && t.at(i + 1).equals("\u8BAE"))) {
        continue;
      }
      if (t.at(i).equals("licensed") || t.at(i).equals("licensing") || t.at(i).equals("licenses")) {
        continue;
      }
      int last = i;
      boolean taken = false;
      for (Name name : found) {
        taken |= name.from() <= i && i <= name.to() + 1;
      }
      if (taken) {
        continue;
      }
      String text = claims.file().text();
      boolean han = t.at(i).equals("\u534F");
      int from = i;
      boolean own = false;
      while (from > 0 && i - from < (han ? 14 : 6)) {
        char c = text.charAt(t.start(from - 1));
        boolean capital = Character.isUpperCase(c) || Character.isDigit(c) || c > 0x2E80 && han;
        if (!capital || gap(text, t.end(from - 1), t.start(from))) {
          break;
        }
        from--;
        own |=
            !GENERIC.contains(t.at(from))
                && !licenceWord(t.at(from))
                && (c > 0x2E80 ? COMMON_HAN.indexOf(c) < 0 : t.at(from).length() > 1);
      }
      Set<Subject> covers = Subjects.between(t, Math.max(afterName(found, i), i - 25), from);
      if (!own
          || from == i
          || !(covers.contains(Subject.WEIGHTS) || covers.contains(Subject.DATA))) {
        continue;
      }
      last = forModel(t, text, last);
      String name = text.substring(t.start(from), t.end(last));
      claims.named(
          "LicenseRef-" + slug(name),
          Basis.SENTENCE,
          covers,
          Freedom.UNKNOWN,
          t.start(from),
          t.end(last));
      return;
    }
  }

  /// `Community License for Some-13B Model`: the words that belong to the name.
  private static int forModel(Tokens t, String text, int last) {
    if (!t.at(last + 1).equals("for")) {
      return last;
    }
    int to = last + 1;
    while (to + 1 < t.size()
        && to - last < 7
        && (Character.isUpperCase(text.charAt(t.start(to + 1)))
            || Character.isDigit(text.charAt(t.start(to + 1))))
        && !gap(text, t.end(to), t.start(to + 1))) {
      to++;
    }
    return to == last + 1 ? last : to;
  }

  private static boolean gap(String text, int from, int to) {
    if (to - from > 4) {
      return true;
    }
    for (int i = from; i < to; i++) {
      if (".,:;|([]>".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// A name as the tail of a `LicenseRef-`.
  static String slug(String name) {
    StringBuilder s = new StringBuilder();
    for (int i = 0; i < name.length() && s.length() < 60; i++) {
      char c = name.charAt(i);
      boolean inner = c == '.' && i > 0 && Character.isLetterOrDigit(name.charAt(i - 1));
      if (c < 128 && Character.isLetterOrDigit(c) || inner) {
        s.append(c);
      } else if (!s.isEmpty() && s.charAt(s.length() - 1) != '-') {
        s.append('-');
      }
    }
    String slug = s.toString().replaceAll("[-.]+$", "");
    return slug.isEmpty()
        ? "named-" + Integer.toHexString(name.toLowerCase(Locale.ROOT).hashCode())
        : slug;
  }
}
