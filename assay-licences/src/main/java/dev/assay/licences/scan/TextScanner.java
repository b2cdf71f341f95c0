package dev.assay.licences.scan;

import dev.assay.io.TextFile;
import dev.assay.licences.match.LicenceIndex;
import dev.assay.licences.match.TextMatch;
import dev.assay.licences.match.TextMatcher;
import dev.assay.licences.match.Words;
import dev.assay.licences.names.Same;
import dev.assay.licences.terms.Facts;
import dev.assay.licences.terms.FactsLibrary;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.LicenceStatement.Match;
import dev.assay.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Licences by their own text: the same words, a known licence changed, or a licence that is none
/// known.
public final class TextScanner {
  /// Below this many equal words a likeness says nothing.
  private static final int LEAST_WORDS = 40;

  /// Source files give their licence at the top: this many characters of them are compared.
  private static final int HEAD = 16_000;

  /// This many characters of any other file.
  private static final int LONGEST = 4_000_000;

  private static final double MODIFIED = 0.60;

  private static final Set<Subject> EVERYTHING = Set.of(Subject.EVERYTHING);

  private final TextMatcher matcher;
  private final FactsLibrary facts;

  private final ClauseBook clauses;

  TextScanner(LicenceIndex index, FactsLibrary facts, ClauseBook clauses) {
    this.facts = facts;
    this.matcher = new TextMatcher(index);
    this.clauses = clauses;
  }

  /// What was found in one text, in its order.
  ///
  /// @param words the text's words
  /// @param texts the licences
  public record Found(Words words, List<Text> texts) {}

  /// One licence text.
  ///
  /// @param match the nearest known licence
  /// @param how whether it is that licence
  /// @param differs what differs, in order; for a licence with words added around it, those words
  /// @param part whether it speaks of parts only: a bundled component's licence behind the main one
  public record Text(TextMatch match, Match how, List<String> differs, boolean part) {}

  /// The licence texts in a file.
  public Found texts(TextFile file, FileRole role) {
    String text = file.text();
    int limit = role.kind() == FileRole.Kind.OTHER ? HEAD : LONGEST;
    Words words = Words.of(text.length() <= limit ? text : text.substring(0, limit));
    List<TextMatch> matches = new ArrayList<>();
    for (TextMatch match : matcher.match(words)) {
      boolean again =
          matches.stream().anyMatch(m -> m.entry() == match.entry() && (m.same() || !match.same()));
      if (!again && (match.same() || match.matched() >= LEAST_WORDS)) {
        matches.add(match);
      }
    }
    boolean licenceFile = role.kind() == FileRole.Kind.LICENCE;
    boolean whole = licenceFile || covered(words, matches) * 3 >= words.size() * 2;
    List<String> riders = whole ? Riders.of(file, words, matches) : List.of();
    List<Text> texts = new ArrayList<>();
    boolean listed = false;
    for (int i = 0; i < matches.size(); i++) {
      TextMatch match = matches.get(i);
      // Another licence behind the main one is for parts when the words between say so; a fragment
      // that is nearly one is never for the whole. Behind a list of components all are.
      listed |= i > 0 && Riders.listsComponents(words, matches.get(i - 1), match);
      boolean part =
          i > 0
              && (listed
                  || Riders.partsBetween(words, matches.get(i - 1), match)
                  || !match.same() && matches.getFirst().matched() > 2 * match.matched());
      if (match.same()) {
        boolean ridden = i == 0 && !riders.isEmpty();
        texts.add(
            new Text(
                match,
                ridden ? Match.MODIFIED : Match.SAME_WORDS,
                ridden
                    ? riders.stream().map(r -> "added \u201C" + r + "\u201D").toList()
                    : match.notes(),
                part));
      } else if (match.likeness() >= MODIFIED && match.matched() * 10 >= match.words() * 6) {
        List<String> differs = new ArrayList<>(match.notes());
        if (i == 0) {
          riders.forEach(r -> differs.add("added \u201C" + r + "\u201D"));
        }
        texts.add(new Text(match, Match.MODIFIED, differs, part));
      } else if (licenceFile && readsAsLicence(words, 60)) {
        texts.add(new Text(match, Match.UNKNOWN, List.of(), part));
      }
    }
    return new Found(words, texts);
  }

  private static int covered(Words words, List<TextMatch> matches) {
    int n = 0;
    for (TextMatch match : matches) {
      n += match.last() - match.first() + 1;
    }
    return Math.min(n, words.size());
  }

  void scan(Claims claims) {
    TextFile file = claims.file();
    FileRole role = claims.role();
    Found found = texts(file, role);
    for (Text text : found.texts()) {
      TextMatch match = text.match();
      if (text.how() == Match.SAME_WORDS) {
        Set<String> named = facts.of(match.entry().id()).map(Facts::clauses).orElse(Set.of());
        clauses.note(file, found.words(), match, named);
      }
      if (Claims.policy(match.entry()) || match.entry().is(LicenceIndex.Entry.EXCEPTION)) {
        // A policy or an exception binds through a licence: it covers nothing by itself.
        if (text.how() == Match.SAME_WORDS) {
          add(claims, found.words(), text, match.entry().id(), Set.of(), Freedom.UNKNOWN);
        } else if (text.how() == Match.MODIFIED && !Claims.policy(match.entry())) {
          add(
              claims,
              found.words(),
              text,
              Same.changed(match.entry().id()),
              Set.of(),
              Freedom.UNKNOWN);
        }
        continue;
      }
      Set<Subject> covers = text.part() ? Set.of() : covers(role, file.path(), match.entry().id());
      switch (text.how()) {
        case SAME_WORDS ->
            add(
                claims,
                found.words(),
                text,
                match.entry().id(),
                covers,
                claims.freedom(match.entry().id(), covers));
        case MODIFIED -> {
          Freedom base = claims.freedom(match.entry().id(), covers);
          String title =
              OwnTitle.of(file.text(), found.words().start(match.first()), match.entry());
          String id = title.isEmpty() ? Same.changed(match.entry().id()) : title;
          Set<String> named = facts.of(match.entry().id()).map(Facts::clauses).orElse(Set.of());
          // What is added to a text, or around it, may limit or lift what stands in it.
          if (!match.adds() && text.differs().equals(match.notes())) {
            clauses.changed(file, found.words(), match, id, named);
          }
          add(
              claims,
              found.words(),
              text,
              id,
              covers,
              base == Freedom.LIMITED || Riders.limit(text.differs())
                  ? Freedom.LIMITED
                  : Freedom.UNKNOWN);
        }
        default -> add(claims, found.words(), text, "NOASSERTION", covers, Freedom.UNKNOWN);
      }
    }
  }

  /// A licence of models in a file of its own name, beside the plain one, is for the weights.
  private Set<Subject> covers(FileRole role, String path, String licence) {
    boolean beside =
        role.kind() == FileRole.Kind.LICENCE
            && !role.named()
            && !role.covers().isEmpty()
            && !FileRole.plain(path);
    boolean ofModels = facts.of(licence).map(f -> f.covers().contains("weights")).orElse(false);
    if (ofModels && beside) {
      return Set.of(Subject.WEIGHTS);
    }
    if (ofModels && role.kind() == FileRole.Kind.LICENCE && role.covers().equals(EVERYTHING)) {
      // A licence that says itself that it is of a model covers the weights wherever they lie.
      return Set.of(Subject.EVERYTHING, Subject.WEIGHTS);
    }
    return role.covers();
  }

  /// A text of fewer words says nothing by itself.
  private static final int FEWEST = 12;

  /// A licence's file in which nothing known was found.
  ///
  /// @param limits whether it limits or forbids something: it reads as a licence sooner then
  void unknown(Claims claims, boolean limits) {
    TextFile file = claims.file();
    FileRole role = claims.role();
    Words words = Words.of(file.text().substring(0, Math.min(file.text().length(), LONGEST)));
    boolean limited =
        !role.covers().isEmpty() && words.size() >= FEWEST && OwnLimits.in(file.text());
    // A short text that limits binds as a long one does.
    if (limited || readsAsLicence(words, limits ? 150 : 60)) {
      claims.add(
          new LicenceStatement(
              limited ? OwnTitle.orNone(file.text()) : "NOASSERTION",
              Basis.TEXT,
              Match.UNKNOWN,
              role.covers(),
              role.scope(),
              limited ? Freedom.LIMITED : Freedom.UNKNOWN,
              List.of(),
              file.evidence(1, Math.max(1, Math.min(file.lines(), 3)))));
      ofTrade(claims, limited);
    }
  }

  /// Notes what a text that limits says of commerce, beside the text itself.
  private static void ofTrade(Claims claims, boolean limited) {
    TextFile file = claims.file();
    String trade = limited ? OwnTrade.of(file.text()) : "";
    if (!trade.isEmpty()) {
      claims.add(
          new LicenceStatement(
              trade,
              Basis.TEXT,
              Match.NAMED,
              claims.role().covers(),
              claims.role().scope(),
              Freedom.LIMITED,
              List.of(),
              file.evidence(1, Math.max(1, Math.min(file.lines(), 3)))));
    }
  }

  private static void add(
      Claims claims,
      Words words,
      Text text,
      String expression,
      Set<Subject> covers,
      Freedom freedom) {
    FileRole role = claims.role();
    boolean header = role.kind() == FileRole.Kind.OTHER;
    List<String> differs = text.differs();
    if (text.how() == Match.UNKNOWN) {
      differs = List.of("nearest is " + text.match().entry().name());
    }
    int from = words.start(text.match().first());
    int to = words.end(text.match().last());
    claims.add(
        new LicenceStatement(
            expression,
            header ? Basis.HEADER : Basis.TEXT,
            text.how(),
            covers,
            role.scope(),
            freedom,
            differs,
            claims.file().evidenceAt(from, to)),
        from,
        to);
  }

  /// Whether a long text in a licence's file uses a licence's language.
  private static boolean readsAsLicence(Words words, int oneIn) {
    if (words.size() < 60) {
      return false;
    }
    int legal = 0;
    for (int i = 0; i < words.size(); i++) {
      switch (words.word(i).toLowerCase(java.util.Locale.ROOT)) {
        case "license",
            "licence",
            "licensor",
            "licensee",
            "agreement",
            "grant",
            "granted",
            "rights",
            "warranty",
            "warranties",
            "liability",
            "terminate",
            "distribute",
            "redistribute",
            "permission",
            "\u534F",
            "\u8BB8",
            "\u6388" ->
            legal++;
        default -> {}
      }
    }
    return legal * oneIn >= words.size();
  }
}
