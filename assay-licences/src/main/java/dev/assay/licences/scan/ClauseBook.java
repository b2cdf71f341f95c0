package dev.assay.licences.scan;

import dev.assay.io.TextFile;
import dev.assay.licences.match.TextMatch;
import dev.assay.licences.match.Words;
import dev.assay.licences.terms.Rights;
import dev.assay.model.Evidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/// Where the clauses of the licence texts that were scanned stand, so that an answer can quote the
/// clause it rests on. Filled while files are scanned, from several threads; what it holds depends
/// on the files alone, not on their order.
final class ClauseBook implements Rights.ClauseFinder {
  /// How a fact names a clause of the use policy that goes with its licence.
  private static final String POLICY = "use policy";

  private static final String LAST = "last paragraph";

  private final Map<String, Map<String, Evidence>> byText = new ConcurrentHashMap<>();

  /// Of each source, its use policies, by path.
  private final Map<String, ConcurrentSkipListMap<String, Map<String, Evidence>>> policies =
      new ConcurrentHashMap<>();

  void note(TextFile file, Words words, TextMatch match) {
    if (match.clauses().isEmpty()) {
      return;
    }
    Map<String, Evidence> places = new LinkedHashMap<>();
    List<TextMatch.Clause> clauses = match.clauses();
    for (int i = 0; i < clauses.size(); i++) {
      int from = clauses.get(i).word();
      int to = i + 1 < clauses.size() ? clauses.get(i + 1).word() - 1 : match.last();
      to = Math.min(Math.max(from, to), from + 120);
      places.putIfAbsent(clauses.get(i).label(), file.evidenceAt(words.start(from), words.end(to)));
    }
    int tail = Math.max(match.first(), match.last() - 80);
    places.putIfAbsent(LAST, file.evidenceAt(words.start(tail), words.end(match.last())));
    if (Claims.policy(match.entry())) {
      policies
          .computeIfAbsent(file.source(), k -> new ConcurrentSkipListMap<>())
          .putIfAbsent(file.path(), Map.copyOf(places));
    }
    byText.putIfAbsent(key(match.entry().id(), file.source(), file.path()), Map.copyOf(places));
  }

  private static String key(String licence, String source, String path) {
    return licence + "\n" + source + "\n" + path;
  }

  @Override
  public List<Evidence> find(String licence, String clause, List<Evidence> statement) {
    boolean ofPolicy = clause.startsWith(POLICY);
    String label = ofPolicy ? clause.substring(POLICY.length()).replace(",", "").strip() : clause;
    if (ofPolicy) {
      for (Evidence e : statement) {
        Evidence place = inPolicy(e, label);
        if (place != null) {
          return List.of(place);
        }
      }
    }
    for (Evidence e : statement) {
      Map<String, Evidence> places = byText.get(key(licence, e.source(), e.path()));
      Evidence place = places == null ? null : place(places, label);
      if (place != null) {
        return List.of(place);
      }
    }
    return statement.isEmpty() ? List.of() : List.of(statement.getFirst());
  }

  /// A clause of a policy in the same source, the one in the licence's own folder first.
  private @Nullable Evidence inPolicy(Evidence licence, String label) {
    Map<String, Map<String, Evidence>> here = policies.getOrDefault(licence.source(), NONE);
    String folder = licence.path().substring(0, licence.path().lastIndexOf('/') + 1);
    for (Map.Entry<String, Map<String, Evidence>> policy : here.entrySet()) {
      if (policy.getKey().startsWith(folder)) {
        return place(policy.getValue(), label);
      }
    }
    return here.isEmpty() ? null : place(here.values().iterator().next(), label);
  }

  private static final ConcurrentSkipListMap<String, Map<String, Evidence>> NONE =
      new ConcurrentSkipListMap<>();

  /// The clause itself, or the nearest one that encloses it.
  private static @Nullable Evidence place(Map<String, Evidence> places, String clause) {
    Evidence whole = places.get(clause);
    if (whole != null) {
      return whole;
    }
    String label = clause.startsWith("~") ? clause.substring(1) : clause;
    int end = 0;
    while (end < label.length()
        && (Character.isLetterOrDigit(label.charAt(end)) || label.charAt(end) == '.')) {
      end++;
    }
    label = label.substring(0, end);
    while (!label.isEmpty()) {
      Evidence place = places.get(label);
      if (place != null) {
        return place;
      }
      int dot = label.lastIndexOf('.');
      label = dot < 0 ? "" : label.substring(0, dot);
    }
    return null;
  }
}
