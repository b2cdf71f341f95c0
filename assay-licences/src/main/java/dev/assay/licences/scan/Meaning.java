package dev.assay.licences.scan;

import dev.assay.licences.names.Name;
import dev.assay.licences.names.Tokens;
import java.util.Set;

/// Whether the name of a licence, where it stands, means the licence: several are ordinary words,
/// others the names of models, and some are named to say which licence it is not.
final class Meaning {
  private Meaning() {}

  /// Whether a name is spoken of as a licence here.
  ///
  /// @param prose whether this is a document, and no comment in a file of code
  static boolean meant(String text, Tokens t, Name name, Passages.Passage p, boolean prose) {
    if (germanWord(text, t, name)
        || !name.sure() && ofAPath(text, t, name)
        || LongerNames.begins(text, t, name)) {
      return false;
    }
    if (!prose && !name.sure() && name.to() - name.from() == 1 && !bySelf(t, name)) {
      return false;
    }
    if (!name.sure() && t.at(name.from() - 1).equals("for")) {
      // `The community license for Name-2`: a model's name.
      return false;
    }
    boolean spoken = LicenceWords.spoken(p.heading());
    int words = 0;
    boolean near = false;
    for (int i = Math.max(0, name.from() - (name.sure() ? 40 : 4));
        i < Math.min(t.size(), name.to() + (name.sure() ? 40 : 4));
        i++) {
      String w = t.at(i);
      near |=
          LicenceWords.licenceWord(w)
              || (i < name.from()
                  && (w.equals("under")
                      || w.equals("terms")
                      || w.equals("released")
                      || w.equals("unter")
                      || w.equals("copyright")))
              || LicenceWords.licenceSigns(t, i);
      words++;
    }
    if (ofSection(t, name)) {
      return false;
    }
    for (int i = Math.max(0, name.from() - 4); i < name.from(); i++) {
      boolean not =
          t.at(i).equals("not")
              && !t.at(i + 1).equals("limited")
              && !t.at(i + 1).equals("only")
              && !LEFT_AS_IT_IS.contains(t.at(i + 1));
      if (not
          || t.at(i).equals("nicht")
          || t.at(i).equals("pas")
          || t.at(i).equals("не")
          || t.at(i).equals("unlike")
          || t.at(i).equals("remove")
          || t.at(i).equals("incompatible")
          || t.at(i).equals("formerly")
          || t.at(i).equals("previously")) {
        return false;
      }
    }
    for (int i = Math.max(0, name.from() - LONGEST_NEGATION); i < name.from(); i++) {
      // `Are not covered by this repository's X`.
      if (t.at(i).equals("not")
          && (t.at(i + 1).equals("covered") || t.at(i + 1).equals("licensed"))
          && !t.at(i + 2).equals("only")) {
        return false;
      }
    }
    // `Replaces the original, more restrictive X`: what held once.
    if (LicenceWords.within(t, name.from() - 6, name.from(), "replaces")
        || isFormatOrLanguage(t, name)) {
      return false;
    }
    // `Name-2 is based on Other-2 and should be used under its licence`.
    near |=
        !name.sure()
            && LicenceWords.within(t, name.to(), name.to() + 6, "under")
            && LicenceWords.within(t, name.to(), name.to() + 10, "license");
    // `This file is GPL`.
    near |= name.from() > 0 && t.at(name.from() - 1).equals("is") && statesOfItself(t, name.from());
    if (t.at(name.to()).equals("style")
        // `Apache-like`, and not `under Apache-2.0, like the others`.
        || t.at(name.to()).equals("like") && t.before(name.to()).indexOf(',') < 0
        || t.at(name.to()).equals("compatible")) {
      return false;
    }
    return near
        || (spoken && (name.sure() || (t.size() <= 12 || p.to() - p.from() <= SHORT) && words > 0));
  }

  /// `Does not change the X that applies to the code`: X holds.
  private static final Set<String> LEFT_AS_IT_IS =
      Set.of("change", "alter", "affect", "modify", "supersede", "override", "replace");

  private static final int LONGEST_NEGATION = 8;

  /// Of scripts whose signs are a token each, so many make no long sentence.
  private static final int SHORT = 60;

  /// Formats and languages after which a licence is called too.
  private static final Set<String> FORMATS =
      Set.of("json", "python", "ruby", "php", "curl", "unicode");

  /// `Grouped under one JSON key`: the format, where no word for licence follows.
  private static boolean isFormatOrLanguage(Tokens t, Name name) {
    return name.to() - name.from() == 1
        && FORMATS.contains(t.at(name.from()))
        && !LicenceWords.licenceWord(t.at(name.to()));
  }

  /// A word of a path that is written as code: "`doc/gif`", "`./source/model_doc`".
  private static boolean ofAPath(String text, Tokens t, Name name) {
    int from = t.start(name.from());
    int to = t.end(name.to() - 1);
    boolean joined =
        from > 0 && isJoint(text.charAt(from - 1))
            || to < text.length() && isJoint(text.charAt(to));
    if (!joined) {
      return false;
    }
    int first = from;
    while (first > 0
        && from - first < LONGEST_PATH
        && !Character.isWhitespace(text.charAt(first - 1))) {
      first--;
    }
    return text.substring(first, from).contains("`");
  }

  private static boolean isJoint(char c) {
    return c == '/' || c == '_';
  }

  /// A word longer than this is no path that somebody wrote.
  private static final int LONGEST_PATH = 200;

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
    if (LicenceWords.licenceWord(t.at(name.to())) || t.at(name.from()).endsWith("+")) {
      return true;
    }
    for (int i = Math.max(0, name.from() - 3); i < name.from(); i++) {
      if (LicenceWords.licenceWord(t.at(i)) || t.at(i).equals("under") || t.at(i).equals("terms")) {
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
}
