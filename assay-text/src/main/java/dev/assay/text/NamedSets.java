package dev.assay.text;

import dev.assay.model.DataSet;
import dev.assay.model.Evidence;
import dev.assay.model.Qualifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The data sets of a release one by one, for its report.
final class NamedSets {
  private NamedSets() {}

  /// Each data set named, once.
  static List<DataSet> of(List<DataFiles.Group> groups, List<Given> given, Listing listing) {
    List<DataSet> sets = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (DataFiles.Group group : groups) {
      List<Evidence> evidence = group.files().stream().limit(3).map(listing::evidence).toList();
      String name =
          group.files().size() == 1
              ? group.files().getFirst().path()
              : group.folder().isEmpty() ? "." : group.folder();
      sets.add(
          new DataSet(
              name,
              group.evaluation() ? DataSet.Stage.EVALUATION : DataSet.Stage.TRAINING,
              DataSet.Form.IN_HAND,
              null,
              null,
              group.bytes() + " bytes",
              Set.of(),
              evidence));
    }
    for (Given g : given) {
      boolean aside =
          g.weight() < Passage.OWN
              && g.stage() != DataSet.Stage.EVALUATION
              && g.stage() != DataSet.Stage.CALIBRATION
              && !g.qualifiers().contains(Qualifier.OF_BASE);
      if (aside) {
        continue;
      }
      for (Passage.Source source : g.sources()) {
        boolean byName = source.link().isEmpty() || g.qualifiers().contains(Qualifier.POINTER);
        String key = (byName ? source.name() : source.link()).toLowerCase(Locale.ROOT);
        if (seen.add(key) && sets.size() < 500) {
          sets.add(
              new DataSet(
                  source.name().isEmpty() ? source.link() : source.name(),
                  g.stage(),
                  g.form(),
                  orNull(source.link()),
                  orNull(g.licence()),
                  orNull(g.size()),
                  g.qualifiers(),
                  List.of(g.evidence())));
        }
      }
      boolean prose = g.sources().isEmpty() && g.weight() >= Passage.OWN;
      if (prose && sets.size() < 500 && seen.add(g.evidence().place())) {
        sets.add(
            new DataSet(
                "",
                g.stage(),
                g.form(),
                null,
                orNull(g.licence()),
                orNull(g.size()),
                g.qualifiers(),
                List.of(g.evidence())));
      }
    }
    return sets;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
