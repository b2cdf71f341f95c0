package dev.assay.engine;

import dev.assay.model.Claim;
import dev.assay.model.LicenceStatement;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.LicenceStatement.Match;
import dev.assay.model.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tags, badges and metadata against the licence texts that lie in the same place.
///
/// A tag is contradicted only by a text that is known word by word, speaks of the same things and
/// is another licence whatever one may call it. The text of a GNU licence is the same for "this
/// version only" and "or any later", "A or B" is borne out by the text of either, a tag for the
/// model says nothing against the text for the code, and what was changed in a text is to be read.
final class TagClaims {
  private TagClaims() {}

  static List<Claim> of(List<LicenceStatement> statements) {
    List<LicenceStatement> texts =
        statements.stream().filter(s -> s.basis() == Basis.TEXT && s.scope().isEmpty()).toList();
    var claims = new ArrayList<Claim>();
    Set<String> done = new LinkedHashSet<>();
    for (LicenceStatement s : statements) {
      boolean tag =
          s.basis() == Basis.FRONT_MATTER
              || s.basis() == Basis.BADGE
              || s.basis() == Basis.METADATA;
      if (!tag || s.expression().equals("NOASSERTION") || !s.scope().isEmpty()) {
        continue;
      }
      if (done.add(s.basis() + s.expression() + covers(s))) {
        judge(s, texts, claims);
      }
    }
    return claims;
  }

  private static void judge(LicenceStatement s, List<LicenceStatement> texts, List<Claim> claims) {
    for (LicenceStatement t : texts) {
      if (t.match() != Match.MODIFIED && agrees(s.expression(), t.expression())) {
        add(claims, s, Claim.Verdict.CONFIRMED, "the text in " + path(t) + " is that licence", t);
        return;
      }
    }
    if (texts.isEmpty()) {
      claims.add(
          new Claim(
              Claim.Kind.LICENCE,
              statement(s),
              s.evidence(),
              Claim.Verdict.UNDECIDABLE,
              "no licence text was found beside it in what was inspected",
              List.of()));
      return;
    }
    List<LicenceStatement> same = texts.stream().filter(t -> comparable(t, s)).toList();
    if (same.isEmpty()) {
      return;
    }
    LicenceStatement t = same.getFirst();
    boolean several =
        same.stream().map(LicenceStatement::expression).distinct().count() > 1
            && same.stream().anyMatch(x -> x.match() != Match.SAME_WORDS);
    if (several || t.match() == Match.UNKNOWN || t.expression().equals("NOASSERTION")) {
      String which = several ? "those in its licence files" : "the one in " + path(t);
      add(
          claims,
          s,
          Claim.Verdict.UNDECIDABLE,
          "no text of that licence was found, and " + which + " could not be identified",
          t);
    } else if (t.match() == Match.MODIFIED && kin(s.expression(), t.expression())) {
      add(
          claims,
          s,
          Claim.Verdict.UNDECIDABLE,
          "the text in "
              + path(t)
              + " is that licence with words changed, and what they change is to be read",
          t);
    } else if (kin(s.expression(), t.expression())) {
      add(
          claims,
          s,
          Claim.Verdict.UNDECIDABLE,
          "the text in " + path(t) + " is " + t.expression() + ", a licence of the same family",
          t);
    } else {
      add(
          claims,
          s,
          Claim.Verdict.CONTRADICTED,
          "the text in "
              + path(t)
              + " is "
              + (t.match() == Match.MODIFIED ? "a changed " : "")
              + t.expression().replace("LicenseRef-modified-", ""),
          t);
    }
  }

  private static void add(
      List<Claim> claims,
      LicenceStatement tag,
      Claim.Verdict verdict,
      String reason,
      LicenceStatement text) {
    claims.add(
        new Claim(
            Claim.Kind.LICENCE,
            statement(tag),
            tag.evidence(),
            verdict,
            reason,
            List.of(text.evidence())));
  }

  private static String path(LicenceStatement text) {
    return text.evidence().path();
  }

  private static String statement(LicenceStatement s) {
    return switch (s.basis()) {
          case FRONT_MATTER -> "the card's tag says ";
          case BADGE -> "a badge says ";
          default -> "metadata says ";
        }
        + s.expression().replace("LicenseRef-", "");
  }

  /// Whether a tag names the licence of a text, its family without a version, or one of several to
  /// choose from.
  static boolean agrees(String tag, String text) {
    return Arrays.stream(tag.split(" (?:OR|AND) |[()]"))
        .map(String::strip)
        .filter(t -> !t.isEmpty())
        .anyMatch(t -> agreesAlone(t, text));
  }

  private static boolean agreesAlone(String tag, String text) {
    if (anyLater(text).equals(anyLater(tag))) {
      return true;
    }
    String family = tag.startsWith("LicenseRef-") ? tag.substring("LicenseRef-".length()) : tag;
    if (tag.equals(family)) {
      return false;
    }
    return text.startsWith(family + "-") || changed(tag) == changed(text) && within(family, text);
  }

  /// Whether all words of the tag stand in the text's name: "modified-mit" in
  /// "acme-modified-mit-2025".
  private static boolean within(String family, String text) {
    List<String> words = words(text);
    return text.startsWith("LicenseRef-") && words.containsAll(words(family));
  }

  /// Whether one of two names may be meant by the other: a variant, or the same with words changed.
  private static boolean kin(String tag, String text) {
    if (changed(tag)) {
      return changed(text);
    }
    return Arrays.stream(tag.split(" (?:OR|AND) |[()]"))
        .map(String::strip)
        .filter(t -> !t.isEmpty())
        .anyMatch(t ->
            text.startsWith(t + "-")
                || changed(text) && words(text).containsAll(words(t.replace("LicenseRef-", ""))));
  }

  private static boolean changed(String expression) {
    return expression.toLowerCase(Locale.ROOT).contains("modified");
  }

  private static List<String> words(String expression) {
    return List.of(expression.toLowerCase(Locale.ROOT).split("[^a-z0-9.]+"));
  }

  private static String anyLater(String expression) {
    return expression.contains("GPL") || expression.startsWith("GFDL")
        ? expression.replaceAll("(?:-only|-or-later|\\+)$", "")
        : expression;
  }

  /// What a tag covers. A card that is not the page of the whole speaks of its model.
  private static Set<Subject> covers(LicenceStatement s) {
    String path = s.evidence().path().toLowerCase(Locale.ROOT);
    boolean page = path.substring(path.lastIndexOf('/') + 1).startsWith("readme");
    return s.basis() == Basis.FRONT_MATTER && !page ? Set.of(Subject.WEIGHTS) : s.covers();
  }

  /// Whether a text and a tag speak of the same thing: the text of the whole says nothing against a
  /// tag for the model or the data, nor a text for the weights against a badge for the code.
  private static boolean comparable(LicenceStatement text, LicenceStatement tag) {
    Set<Subject> covers = covers(tag);
    boolean whole = text.covers().contains(Subject.EVERYTHING);
    if (covers.contains(Subject.EVERYTHING) || covers.contains(Subject.CODE) && whole) {
      return text.evidence().source().equals(tag.evidence().source());
    }
    return !whole && text.covers().stream().anyMatch(covers::contains);
  }
}
