package dev.assay.licences.scan;

import dev.assay.io.TextFile;
import dev.assay.licences.match.Clauses;
import dev.assay.licences.match.TextMatch;
import dev.assay.licences.match.Words;
import dev.assay.licences.terms.Rights;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the clauses of the licence texts that were scanned stand, so that an answer can quote the
/// clause it rests on. Filled while files are scanned, from several threads; what it holds depends
/// on the files alone, not on their order.
final class ClauseBook implements Rights.ClauseFinder {
  /// How a fact names a clause of the use policy that goes with its licence.
  private static final String POLICY = "use policy";

  private static final String LAST = "last paragraph";

  private final Map<String, Map<String, Evidence>> byText = new ConcurrentHashMap<>();

  /// Of each licence, its texts, by source and path.
  private final Map<String, ConcurrentSkipListMap<String, Evidence>> wholes =
      new ConcurrentHashMap<>();

  /// Of each source, its use policies, by path.
  private final Map<String, ConcurrentSkipListMap<String, Map<String, Evidence>>> policies =
      new ConcurrentHashMap<>();

  /// What changed texts were made of, by the text.
  private final Map<String, Rights.Changed> changed = new ConcurrentHashMap<>();

  /// Notes a text that has the words of a licence but for some.
  ///
  /// @param id what the changed text is called
  /// @param named the clauses that the licence's facts name
  void changed(TextFile file, Words words, TextMatch match, String id, Set<String> named) {
    note(file, words, match, id, named);
    changed.putIfAbsent(
        key(id, file.source(), file.path()),
        new Rights.Changed(match.entry().id(), match.touched()));
  }

  @Override
  public Optional<Rights.Changed> changed(String licence, List<Evidence> statement) {
    return statement.stream()
        .flatMap(e -> Stream.ofNullable(changed.get(key(licence, e.source(), e.path()))))
        .findFirst();
  }

  /// Notes a text that has the words of a licence.
  ///
  /// @param named the clauses that the licence's facts name, for those without a number
  void note(TextFile file, Words words, TextMatch match, Set<String> named) {
    note(file, words, match, match.entry().id(), named);
  }

  private void note(TextFile file, Words words, TextMatch match, String id, Set<String> named) {
    Map<String, Evidence> places = new LinkedHashMap<>();
    List<Clauses.Mark> known =
        match.clauses().stream().map(c -> new Clauses.Mark(c.word(), c.label())).toList();
    note(places, file, words, match, known);
    // The file's own numbers: the text that the index was made from may have lost its own.
    note(
        places,
        file,
        words,
        match,
        Clauses.of(file.text(), words.start(match.first()), words.end(match.last()), words));
    for (String clause : named) {
      String title = clause.startsWith(POLICY) || clause.equals(LAST) ? "" : Titles.of(clause);
      Titles.Place place =
          title.isEmpty()
              ? null
              : Titles.find(title, file.text(), words, match.first(), match.last());
      if (place != null) {
        places.putIfAbsent(
            clause, file.evidenceAt(words.start(place.first()), words.end(place.last())));
      }
    }
    int tail = Math.max(match.first(), match.last() - 80);
    places.putIfAbsent(LAST, file.evidenceAt(words.start(tail), words.end(match.last())));
    if (Claims.policy(match.entry())) {
      policies
          .computeIfAbsent(file.source(), k -> new ConcurrentSkipListMap<>())
          .putIfAbsent(file.path(), Map.copyOf(places));
    }
    wholes
        .computeIfAbsent(id, k -> new ConcurrentSkipListMap<>())
        .putIfAbsent(
            file.source() + "\n" + file.path(),
            file.evidenceAt(words.start(match.first()), words.end(match.last())));
    byText.putIfAbsent(key(id, file.source(), file.path()), Map.copyOf(places));
  }

  private static void note(
      Map<String, Evidence> places,
      TextFile file,
      Words words,
      TextMatch match,
      List<Clauses.Mark> clauses) {
    for (int i = 0; i < clauses.size(); i++) {
      int from = clauses.get(i).word();
      int to = i + 1 < clauses.size() ? clauses.get(i + 1).word() - 1 : match.last();
      to = Math.min(Math.max(from, to), from + 120);
      places.putIfAbsent(clauses.get(i).label(), file.evidenceAt(words.start(from), words.end(to)));
    }
  }

  /// The places that are known in the texts of a licence.
  Set<String> known(String licence) {
    Set<String> known = new TreeSet<>();
    byText.forEach((key, places) -> {
      if (key.startsWith(licence + "\n")) {
        known.addAll(places.keySet());
      }
    });
    return known;
  }

  private static String key(String licence, String source, String path) {
    return licence + "\n" + source + "\n" + path;
  }

  @Override
  public List<Evidence> find(String licence, String clause, List<Evidence> statement) {
    boolean ofPolicy = clause.startsWith(POLICY);
    String label = ofPolicy ? clause.substring(POLICY.length()).replace(",", "").strip() : clause;
    List<Evidence> texts = texts(licence, statement);
    if (ofPolicy) {
      for (Evidence e : texts.isEmpty() ? statement : texts) {
        Evidence place = inPolicy(e, label);
        if (place != null) {
          return List.of(place);
        }
      }
    }
    boolean here = false;
    for (Evidence text : texts) {
      Map<String, Evidence> places =
          Objects.requireNonNull(byText.get(key(licence, text.source(), text.path())));
      Evidence place = ofPolicy ? null : place(places, label);
      if (place != null) {
        return List.of(place);
      }
      here = true;
    }
    if (here) {
      return List.of(texts.getFirst());
    }
    // Where the text is not here, the words that name it; never the text of another licence.
    return statement.stream().filter(e -> !isText(e)).limit(1).toList();
  }

  /// Where texts of a licence stand: those that the statement was read from, then any other in the
  /// same sources.
  private List<Evidence> texts(String licence, List<Evidence> statement) {
    List<Evidence> found = new ArrayList<>();
    Map<String, Evidence> all = wholes.getOrDefault(licence, NO_TEXTS);
    for (Evidence e : statement) {
      Evidence whole = all.get(e.source() + "\n" + e.path());
      if (whole != null) {
        found.add(whole);
      }
    }
    for (Evidence whole : all.values()) {
      if (!found.contains(whole)
          && statement.stream().anyMatch(e -> e.source().equals(whole.source()))) {
        found.add(whole);
      }
    }
    return found;
  }

  private boolean isText(Evidence e) {
    String key = e.source() + "\n" + e.path();
    return wholes.values().stream().anyMatch(m -> e.equals(m.get(key)));
  }

  private static final ConcurrentSkipListMap<String, Evidence> NO_TEXTS =
      new ConcurrentSkipListMap<>();

  /// A clause of a policy in the same source, the one in the licence's own folder first.
  private @Nullable Evidence inPolicy(Evidence licence, String label) {
    Map<String, Map<String, Evidence>> here = policies.getOrDefault(licence.source(), NONE);
    String folder = licence.path().substring(0, licence.path().lastIndexOf('/') + 1);
    for (Map.Entry<String, Map<String, Evidence>> policy : here.entrySet()) {
      if (policy.getKey().startsWith(folder) && policy.getKey().indexOf('/', folder.length()) < 0) {
        return place(policy.getValue(), label);
      }
    }
    // Elsewhere in the source only where it is the only one: of several, none is known to go with
    // this licence.
    return here.size() == 1 ? place(here.values().iterator().next(), label) : null;
  }

  private static final ConcurrentSkipListMap<String, Map<String, Evidence>> NONE =
      new ConcurrentSkipListMap<>();

  /// A clause with numbers for the letters in it, as lists in Markdown count: `1.e` as `1.5`.
  private static String counted(String label) {
    String[] parts = label.split("\\.");
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].length() == 1 && parts[i].charAt(0) >= 'a' && parts[i].charAt(0) <= 'z') {
        parts[i] = Integer.toString(parts[i].charAt(0) - 'a' + 1);
      }
    }
    return String.join(".", parts);
  }

  /// The clause itself, or the nearest one that encloses it.
  private static @Nullable Evidence place(Map<String, Evidence> places, String clause) {
    Evidence whole = places.get(clause);
    if (whole != null) {
      return whole;
    }
    String label = clause;
    if (label.startsWith("policy ")) {
      label = "policy." + label.substring(7);
    } else if (label.startsWith("Exhibit ") || label.startsWith("Attachment ")) {
      label = label.substring(label.indexOf(' ') + 1);
    }
    int end = 0;
    while (end < label.length()
        && (Character.isLetterOrDigit(label.charAt(end)) || label.charAt(end) == '.')) {
      end++;
    }
    label = label.substring(0, end);
    while (!label.isEmpty()) {
      Evidence place = places.get(label);
      place = place == null ? places.get(counted(label)) : place;
      if (place != null) {
        return place;
      }
      int dot = label.lastIndexOf('.');
      label = dot < 0 ? "" : label.substring(0, dot);
    }
    return null;
  }
}
