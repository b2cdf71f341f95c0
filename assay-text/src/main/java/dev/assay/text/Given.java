package dev.assay.text;

import dev.assay.model.DataSet;
import dev.assay.model.Evidence;
import dev.assay.model.Qualifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Data as one place gives it.
///
/// @param weight how surely it is this release's own training data
/// @param text the words that say it, which may be one sentence of the evidence
/// @param fetched whether it is only known to be fetched, by whoever trains
/// @param recipe whether it stands in a recipe for readers
record Given(
    DataSet.Stage stage,
    DataSet.Form form,
    Set<Qualifier> qualifiers,
    int weight,
    List<Passage.Source> sources,
    List<Quantity> quantities,
    String size,
    String licence,
    Evidence evidence,
    String text,
    boolean fetched,
    boolean recipe) {
  Given(
      DataSet.Stage stage,
      DataSet.Form form,
      Set<Qualifier> qualifiers,
      int weight,
      List<Passage.Source> sources,
      List<Quantity> quantities,
      String size,
      String licence,
      Evidence evidence) {
    this(
        stage,
        form,
        qualifiers,
        weight,
        sources,
        quantities,
        size,
        licence,
        evidence,
        evidence.quote(),
        false,
        false);
  }

  static List<Given> of(List<Given> all, DataSet.Form... forms) {
    List<DataSet.Form> wanted = List.of(forms);
    return all.stream().filter(g -> wanted.contains(g.form())).toList();
  }

  /// What a report calls the sources.
  static Set<String> names(List<Given> all) {
    return SetNames.of(all);
  }

  static String join(Set<String> names) {
    String some = names.stream().limit(6).collect(Collectors.joining(", "));
    return names.size() > 6 ? some + " and " + (names.size() - 6) + " more" : some;
  }

  static String quote(Given g) {
    String quote = g.text().replaceAll("\\s+", " ");
    return quote.length() > 160 ? quote.substring(0, 159) + "…" : quote;
  }

  static List<Evidence> evidence(List<Given> first, List<Given> then) {
    List<Evidence> all = new ArrayList<>();
    first.forEach(g -> all.add(g.evidence()));
    then.stream().limit(4).forEach(g -> all.add(g.evidence()));
    return all;
  }
}
