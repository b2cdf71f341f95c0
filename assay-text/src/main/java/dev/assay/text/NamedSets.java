package dev.assay.text;

import dev.assay.model.DataSet;
import dev.assay.model.Evidence;
import dev.assay.model.Qualifier;
import dev.assay.model.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The data sets of a release one by one, for its report.
final class NamedSets {
  private static final int MOST = 500;
  private static final int FEW_PIECES = 3;

  private NamedSets() {}

  /// Each data set named, once.
  static List<DataSet> of(List<DataFiles.Group> groups, List<Given> given, Listing listing) {
    List<DataSet> sets = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Map<String, Integer> places = new HashMap<>();
    List<Given> unnamed = new ArrayList<>();
    for (DataFiles.Group group : groups) {
      List<Evidence> evidence = group.files().stream().limit(3).map(listing::evidence).toList();
      String name =
          group.files().size() == 1
              ? group.files().getFirst().path()
              : group.folder().isEmpty() ? "." : group.folder();
      sets.add(
          new DataSet(
              name,
              group.stage(),
              DataSet.Form.IN_HAND,
              null,
              null,
              group.bytes() + " bytes",
              Set.of(),
              evidence));
    }
    List<Given> told = given.stream().filter(g -> !isAside(g)).toList();
    Set<String> linked = linked(told);
    for (Given g : told) {
      if (isList(g)) {
        String list = g.evidence().path();
        if (seen.add(list) && sets.size() < MOST) {
          sets.add(set(g, list, null));
        }
        continue;
      }
      boolean named = false;
      for (Passage.Source source : g.sources()) {
        String name = SetNames.of(source, g.text());
        if (name.isEmpty()) {
          continue;
        }
        named = true;
        if (source.link().isEmpty() && linked.contains(TrainingCommands.key(name))) {
          continue;
        }
        boolean byName = source.link().isEmpty() || g.qualifiers().contains(Qualifier.POINTER);
        String key = (byName ? name : repository(source.link())).toLowerCase(Locale.ROOT);
        if (seen.add(key) && sets.size() < MOST) {
          places.put(key, sets.size());
          sets.add(set(g, name, orNull(source.link())));
        } else if (places.containsKey(key) && g.weight() >= Passage.OWN && !isProgram(g)) {
          sets.set(places.get(key), sized(sets.get(places.get(key)), set(g, name, null)));
        }
      }
      if (!named && g.weight() >= Passage.OWN) {
        unnamed.add(g);
      }
    }
    // What has no name is a line of its own only where nothing else is known of that stage, or
    // where it says how much it is.
    for (Given g : unnamed) {
      boolean amount = !g.size().isEmpty() && seen.add(g.stage() + " " + g.size());
      boolean alone = sets.stream().noneMatch(s -> s.stage() == g.stage());
      if ((amount || alone) && sets.size() < MOST) {
        sets.add(set(g, "", null));
      }
    }
    return sets;
  }

  /// The address of a data set at a hub without the file or the folder in it: those are one set.
  static String repository(String link) {
    int hub = link.indexOf("/datasets/");
    for (String inside : List.of("/resolve/", "/blob/", "/tree/", "/viewer/")) {
      int at = hub < 0 ? -1 : link.indexOf(inside, hub);
      if (at > 0) {
        return link.substring(0, at);
      }
    }
    return link;
  }

  private static boolean isAside(Given g) {
    return g.weight() < Passage.OWN
        && g.stage() != DataSet.Stage.EVALUATION
        && g.stage() != DataSet.Stage.CALIBRATION
        && !g.qualifiers().contains(Qualifier.OF_BASE);
  }

  /// The names of the data sets for training that are linked somewhere: they are not listed again
  /// where they are only named.
  private static Set<String> linked(List<Given> told) {
    Set<String> keys = new HashSet<>();
    for (Given g : told) {
      for (Passage.Source source : g.sources()) {
        if (!source.link().isEmpty() && g.stage() != DataSet.Stage.EVALUATION) {
          keys.add(TrainingCommands.key(SetNames.of(source, g.text())));
        }
      }
    }
    return keys;
  }

  private static DataSet set(Given g, String name, @Nullable String link) {
    return new DataSet(
        name,
        g.stage(),
        form(g, name, link),
        link,
        orNull(g.licence()),
        orNull(name.isEmpty() ? g.size() : ToldSizes.of(g, name)),
        g.qualifiers(),
        List.of(evidence(g, name, link)));
  }

  /// Whether a program or a list gives it: those count addresses.
  private static boolean isProgram(Given g) {
    return g.form() == DataSet.Form.SCRIPT || g.form() == DataSet.Form.MANIFEST;
  }

  /// A data set with the amount that a later sentence tells of it, where none was told before.
  private static DataSet sized(DataSet set, DataSet again) {
    if (set.size() != null || again.size() == null || set.stage() != again.stage()) {
      return set;
    }
    List<Evidence> evidence = new ArrayList<>(set.evidence());
    evidence.addAll(again.evidence());
    return new DataSet(
        set.name(),
        set.stage(),
        set.form(),
        set.link(),
        set.licence(),
        again.size(),
        set.qualifiers(),
        List.copyOf(evidence));
  }

  /// Where it was read: a program or settings as a whole, with the words for this very set, of the
  /// several that stand there.
  private static Evidence evidence(Given g, String name, @Nullable String link) {
    Evidence read = g.evidence();
    boolean whole = read.span() instanceof Span.Whole && g.sources().size() > 1;
    String words = link == null ? name : link;
    return whole && !words.isEmpty()
        ? new Evidence(read.source(), read.path(), read.span(), words, read.digest())
        : read;
  }

  /// How one data set is given of those that a passage speaks of: a name may stand without a link
  /// beside what is linked, and what was taken for one may be none.
  private static DataSet.Form form(Given g, String name, @Nullable String link) {
    if (link == null && g.form() == DataSet.Form.LINK && !name.isEmpty()) {
      return AnyOf.is(g.sources(), s -> s.link().isEmpty()) ? DataSet.Form.NAMED : g.form();
    }
    return name.isEmpty() && g.form() == DataSet.Form.NAMED ? DataSet.Form.PROSE : g.form();
  }

  /// A list of more pieces than a reader wants to see one by one: a list of them, or a program that
  /// fetches files.
  private static boolean isList(Given g) {
    return g.sources().size() > FEW_PIECES
        && (g.size().endsWith(" pieces")
            || g.form() == DataSet.Form.SCRIPT
                && g.sources().stream().allMatch(s -> s.name().isEmpty()));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
