package dev.assay.licences.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.licences.data.LicenceData;
import dev.assay.licences.match.LicenceIndex;
import dev.assay.licences.terms.Facts;
import dev.assay.licences.terms.FactsLibrary;
import dev.assay.model.LicenceStatement.Match;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Whether the places that the facts of AI licences name are found in the licences' own texts, and
/// not only a clause around them.
class FactPlacesTest {
  private static final String POLICY = "use policy";

  private final LicenceData data = LicenceData.load();
  private final FactsLibrary facts = FactsLibrary.of(data);

  /// Of each licence whose text is here, the places that are known in it.
  private final Map<String, Set<String>> known = new TreeMap<>();

  private final Set<String> inPolicies = new TreeSet<>();

  private void read(Path file) throws IOException {
    TextFile text = TextFile.of("places", "LICENSE", Files.readAllBytes(file), true);
    ClauseBook book = new ClauseBook();
    TextScanner scanner = new TextScanner(LicenceIndex.of(data), facts, book);
    TextScanner.Found found = scanner.texts(text, FileRole.of("LICENSE"));
    for (TextScanner.Text licence : found.texts()) {
      if (licence.how() == Match.SAME_WORDS) {
        String id = licence.match().entry().id();
        Set<String> named = facts.of(id).map(Facts::clauses).orElse(Set.of());
        book.note(text, found.words(), licence.match(), named);
        known.computeIfAbsent(id, k -> new TreeSet<>()).addAll(book.known(id));
        if (Claims.policy(licence.match().entry())) {
          inPolicies.addAll(book.known(id));
        }
      }
    }
  }

  /// A range or a list of numbers is found where each of its ends is.
  private static boolean exact(Set<String> known, String clause) {
    if (known.contains(clause)) {
      return true;
    }
    String first = "";
    for (String part : clause.split("-|, ")) {
      boolean range = !first.isEmpty() && clause.contains("-") && first.contains(".");
      String whole =
          range && part.indexOf('.') < 0
              ? first.substring(0, first.lastIndexOf('.') + 1) + part
              : part;
      first = first.isEmpty() ? part : first;
      if (!known.contains(whole)) {
        return false;
      }
    }
    return true;
  }

  @Test
  void everyPlaceThatAFactNamesIsFoundInItsText() throws IOException {
    for (String set : List.of("licences/ai", "licences/ai-reference")) {
      try (var files = Files.list(Shared.path(set))) {
        for (Path file : files.sorted().toList()) {
          read(file);
        }
      }
    }
    int places = 0;
    List<String> lost = new ArrayList<>();
    for (Map.Entry<String, Set<String>> licence : known.entrySet()) {
      for (String clause : facts.of(licence.getKey()).map(Facts::clauses).orElse(Set.of())) {
        places++;
        boolean ofPolicy = clause.startsWith(POLICY);
        String label =
            ofPolicy
                ? clause.substring(POLICY.length()).replace(",", "").strip()
                : clause.replaceFirst("^policy ", "policy.");
        if (!exact(ofPolicy ? inPolicies : licence.getValue(), label)) {
          lost.add(licence.getKey() + " " + clause);
        }
      }
    }
    System.out.println("places of facts: " + places + ", not exact: " + lost.size());
    assertThat(places).isGreaterThan(600);
    assertThat(lost).isEmpty();
  }
}
