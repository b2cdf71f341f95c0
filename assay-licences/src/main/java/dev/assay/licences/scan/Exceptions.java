package dev.assay.licences.scan;

import dev.assay.licences.match.LicenceIndex;
import dev.assay.licences.match.LicenceIndex.Entry;
import dev.assay.licences.names.Tokens;
import dev.assay.licences.terms.Freedoms;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement;
import dev.assay.model.LicenceStatement.Basis;
import dev.assay.model.LicenceStatement.Match;
import dev.assay.model.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Joins an exception to the licence that it is an exception to: `GPL-2.0-only WITH
/// Classpath-exception-2.0`. An exception is found by its text, after a licence's text or its
/// notice or in a file beside it, or by its name in the sentence that names the licence.
final class Exceptions {
  /// A header says all it has to say within so many characters.
  private static final int HEADER = 2500;

  /// A name in prose belongs to the licence named so shortly before it.
  private static final int SENTENCE = 120;

  /// Only so far into a file are names of exceptions looked for.
  private static final int LIMIT = 400_000;

  private static final int LONGEST_NAME = 4;

  /// Which licences the exceptions are for whose own words do not speak of a GNU licence; all
  /// others are for those.
  private static final Map<String, String> FOR =
      Map.ofEntries(
          Map.entry("LLVM-exception", "Apache-"),
          Map.entry("Swift-exception", "Apache-"),
          Map.entry("SHL-2.0", "Apache-"),
          Map.entry("SHL-2.1", "Apache-"),
          Map.entry("mxml-exception", "Apache-"),
          Map.entry("fmt-exception", "MIT"),
          Map.entry("PCRE2-exception", "BSD-"),
          Map.entry("QPL-1.0-INRIA-2004-exception", "QPL-"),
          Map.entry("KiCad-libraries-exception", "CC-BY-SA-"),
          Map.entry("LZMA-exception", "CPL-"));

  private final LicenceIndex index;
  private final Map<String, Set<String>> names = new HashMap<>();

  Exceptions(LicenceIndex index) {
    this.index = index;
  }

  /// An exception somewhere in a file.
  ///
  /// @param ids what it may be: a name without its version leaves some open
  /// @param named whether only its name stands there
  private record Found(Set<String> ids, int from, int to, boolean named) {}

  /// The statements of a file, its exceptions joined to its licences.
  List<LicenceStatement> joined(Claims claims) {
    List<Claims.Placed> list = new ArrayList<>(claims.placed());
    if (list.isEmpty()) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    for (Claims.Placed p : list) {
      if (exception(p.statement())) {
        found.add(new Found(Set.of(p.statement().expression()), p.from(), p.to(), false));
      }
    }
    if (claims.role().kind() != FileRole.Kind.MANIFEST) {
      found.addAll(named(claims, found));
    }
    for (Found f : found) {
      boolean again =
          f.named
              && list.stream()
                  .anyMatch(p ->
                      f.ids.stream()
                          .anyMatch(id -> p.statement().expression().endsWith(" WITH " + id)));
      if (!again) {
        join(claims, list, f);
      }
    }
    return list.stream().map(Claims.Placed::statement).toList();
  }

  private void join(Claims claims, List<Claims.Placed> list, Found f) {
    Claims.Placed best = null;
    for (Claims.Placed p : list) {
      if (!inside(p, f)
          && chosen(p.statement(), f.ids) != null
          && near(claims, p, f)
          && (best == null || distance(p, f) <= distance(best, f))) {
        best = p;
      }
    }
    String id = best == null ? null : chosen(best.statement(), f.ids);
    if (best == null || id == null) {
      return;
    }
    int from = Math.min(best.from(), f.from);
    int to = Math.max(best.to(), f.to);
    Claims.Placed first = best;
    boolean between =
        list.stream()
            .anyMatch(p ->
                p != first
                    && p.from() > first.from()
                    && p.to() < f.from
                    && p.statement().basis() == Basis.TEXT);
    LicenceStatement s = best.statement();
    Claims.Placed made =
        new Claims.Placed(
            with(
                s,
                id,
                claims.freedom(s.expression(), s.covers()),
                between ? s.evidence() : claims.file().evidenceAt(from, to)),
            from,
            to);
    list.set(list.indexOf(best), made);
    // What the exception's own words name is no licence of this file.
    list.removeIf(p -> p != made && inside(p, f));
  }

  private static boolean inside(Claims.Placed p, Found f) {
    return !f.named && p.from() >= f.from && p.to() <= f.to;
  }

  /// How far an exception stands from a licence; one that stands before it counts as farther than
  /// any behind it.
  private static int distance(Claims.Placed p, Found f) {
    return p.from() <= f.from ? Math.max(0, f.from - p.to()) : LIMIT + p.from() - f.to;
  }

  private static boolean near(Claims claims, Claims.Placed p, Found f) {
    boolean text = p.statement().basis() == Basis.TEXT;
    if (text) {
      return !f.named || p.from() <= f.from && f.from - p.to() <= HEADER;
    }
    boolean header = claims.role().kind() == FileRole.Kind.OTHER;
    if (f.named && p.from() > f.from) {
      return false;
    }
    int gap = p.from() <= f.from ? f.from - p.to() : p.from() - f.to;
    return gap <= (header ? HEADER : f.named ? SENTENCE : HEADER)
        && (header || !f.named || !apart(claims.file().text(), p.to(), f.from));
  }

  /// Whether an empty line or a new item stands between two places.
  private static boolean apart(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        int next = i + 1;
        while (next < to && " \t\r".indexOf(text.charAt(next)) >= 0) {
          next++;
        }
        if (next < to && "\n-*|#".indexOf(text.charAt(next)) >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  /// Exceptions whose texts are files of their own, joined to the licences in their folders.
  List<LicenceStatement> beside(List<LicenceStatement> statements, Freedoms freedoms) {
    List<LicenceStatement> alone =
        statements.stream().filter(s -> s.basis() == Basis.TEXT && exception(s)).toList();
    if (alone.isEmpty()) {
      return statements;
    }
    List<LicenceStatement> all = new ArrayList<>(statements);
    for (LicenceStatement e : alone) {
      List<LicenceStatement> licences =
          all.stream()
              .filter(s ->
                  s.basis() == Basis.TEXT
                      && s.match() == Match.SAME_WORDS
                      && s.scope().equals(e.scope())
                      && s.evidence().source().equals(e.evidence().source())
                      && chosen(s, Set.of(e.expression())) != null)
              .toList();
      // An exception to one of several licences is not given to any of them.
      if (licences.stream().map(LicenceStatement::expression).distinct().count() == 1) {
        for (LicenceStatement s : licences) {
          Freedom freedom =
              freedoms.of(
                  s.expression(),
                  s.covers().equals(Set.of(Subject.DATA))
                      ? Component.TRAINING_DATA
                      : Component.WEIGHTS);
          all.set(all.indexOf(s), with(s, e.expression(), freedom, s.evidence()));
        }
      }
    }
    return all;
  }

  private boolean exception(LicenceStatement s) {
    Entry entry = index.entry(s.expression());
    return entry != null && entry.is(Entry.EXCEPTION) && s.match() == Match.SAME_WORDS;
  }

  private static LicenceStatement with(
      LicenceStatement s, String exception, Freedom freedom, Evidence evidence) {
    return new LicenceStatement(
        s.expression() + " WITH " + exception,
        s.basis(),
        s.match(),
        s.covers(),
        s.scope(),
        freedom,
        s.differs(),
        evidence);
  }

  /// Which of some exceptions is one to this licence, or null.
  private @Nullable String chosen(LicenceStatement s, Set<String> ids) {
    String licence = s.expression();
    Entry entry = index.entry(licence);
    boolean family = licence.startsWith("LicenseRef-");
    if (s.match() != Match.SAME_WORDS && s.match() != Match.NAMED
        || licence.indexOf(' ') >= 0
        || family
        || entry != null && entry.is(Entry.EXCEPTION)) {
      return null;
    }
    List<String> fit = ids.stream().filter(id -> fits(id, licence)).toList();
    if (fit.size() <= 1) {
      return fit.isEmpty() ? null : fit.getFirst();
    }
    // Of the versions of an exception the one made for this version of the licence.
    String version = licence.replaceFirst("^[A-Za-z-]*", "");
    return fit.stream()
        .filter(id ->
            id.matches(".*-[0-9.]+")
                && !version.isEmpty()
                && id.replaceFirst("^.*-(?=[0-9.]+$)", "").charAt(0) == version.charAt(0))
        .findFirst()
        .orElse(null);
  }

  private static boolean fits(String exception, String licence) {
    String stem = FOR.get(exception);
    if (stem != null) {
      return licence.startsWith(stem);
    }
    for (String of : List.of("LGPL-3.0-", "GPL-3.0-")) {
      if (exception.startsWith(of)) {
        return licence.startsWith(of);
      }
    }
    return licence.contains("GPL-");
  }

  /// Exceptions that are only named: `with the Classpath exception`.
  private List<Found> named(Claims claims, List<Found> texts) {
    String text = claims.file().text();
    boolean header = claims.role().kind() == FileRole.Kind.OTHER;
    int limit = Math.min(text.length(), header ? 4 * HEADER : LIMIT);
    List<Found> found = new ArrayList<>();
    for (int at = next(text, 0, limit); at >= 0; at = next(text, at + 9, limit)) {
      int from = Math.max(0, at - 80);
      int to = Math.min(limit, at + 40);
      Tokens t = Tokens.of(text, from, to);
      int i = 0;
      while (i < t.size() && t.start(i) < at) {
        i++;
      }
      int start = at;
      boolean known = texts.stream().anyMatch(f -> f.from <= start && start <= f.to);
      Found f = known || !t.at(i).matches("exceptions?") ? null : named(t, i);
      if (f != null) {
        found.add(f);
      }
    }
    return found;
  }

  private static int next(String text, int from, int limit) {
    for (int i = from; i + 9 <= limit; i++) {
      char c = text.charAt(i);
      if ((c == 'e' || c == 'E') && text.regionMatches(true, i, "exception", 0, 9)) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable Found named(Tokens t, int exception) {
    for (int n = Math.min(LONGEST_NAME, exception); n > 0; n--) {
      StringBuilder name = new StringBuilder();
      for (int i = exception - n; i < exception; i++) {
        name.append(name.isEmpty() ? "" : " ").append(t.at(i));
      }
      Set<String> ids = names().get(name.toString());
      if (ids == null) {
        continue;
      }
      for (int i = exception - n - 1; i >= Math.max(0, exception - n - 3); i--) {
        switch (t.at(i)) {
          case "without", "no", "not", "lacks" -> {
            return null;
          }
          default -> {}
        }
      }
      String version = "";
      for (int i = exception + 1; i <= exception + 2; i++) {
        if (t.at(i).matches("v?[0-9]+(\\.[0-9]+)?")) {
          version = "-" + t.at(i).replace("v", "");
        }
      }
      String said = version;
      Set<String> exact = new TreeSet<>(ids);
      exact.removeIf(id -> said.isEmpty() || !id.endsWith(said));
      return new Found(
          exact.isEmpty() ? ids : exact, t.start(exception - n), t.end(exception), true);
    }
    return null;
  }

  /// The names of all exceptions, without the word itself, versions, and the licence they begin
  /// with.
  private synchronized Map<String, Set<String>> names() {
    if (names.isEmpty()) {
      for (Entry entry : index.entries()) {
        if (entry.is(Entry.EXCEPTION) && !entry.is(Entry.DEPRECATED)) {
          String name = entry.name().toLowerCase(Locale.ROOT);
          int end = name.indexOf(" exception");
          boolean variant =
              name.contains("short") || name.contains("note") || name.contains("variant");
          if (end > 0 && !variant) {
            StringBuilder words = new StringBuilder();
            Tokens t = Tokens.of(name, 0, end);
            for (int i = 0; i < t.size(); i++) {
              words.append(words.isEmpty() ? "" : " ").append(t.at(i));
            }
            name(words.toString(), entry.id());
            // `GCC Runtime Library exception` is called by its first words, too.
            for (String tail : List.of(" runtime library", " library", " linking")) {
              if (words.toString().endsWith(tail)) {
                name(words.substring(0, words.length() - tail.length()), entry.id());
              }
            }
          }
        }
      }
      name("runtime library", "Swift-exception");
      names.keySet().removeIf(GENERAL::contains);
    }
    return names;
  }

  /// Words that name no exception by themselves.
  private static final Set<String> GENERAL =
      Set.of("linking", "interface", "special", "lgpl", "gpl", "openssl", "independent module");

  private void name(String words, String id) {
    names.computeIfAbsent(words, k -> new TreeSet<>()).add(id);
  }
}
