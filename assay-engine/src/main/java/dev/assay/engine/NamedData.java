package dev.assay.engine;

import dev.assay.io.SourceFact;
import dev.assay.io.SourceFact.LookedUp;
import dev.assay.io.SourceFact.LookedUp.Answer;
import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Note;
import dev.assay.model.ProofLevel;
import dev.assay.model.Qualifier;
import dev.assay.model.State;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Data sets that the release names, as they were found where they are said to be: there, gated,
/// under which tag, how large. A link to what nobody can see is no link: the data is then named and
/// no more. Where nobody answered, nothing changes.
final class NamedData {
  private static final Set<DataSet.Form> LINKS =
      EnumSet.of(DataSet.Form.LINK, DataSet.Form.MANIFEST, DataSet.Form.SCRIPT);
  private static final Set<DataSet.Stage> FIRST =
      EnumSet.of(DataSet.Stage.PRE_TRAINING, DataSet.Stage.TRAINING, DataSet.Stage.UNSTATED);
  private static final Set<DataSet.Stage> LATER = EnumSet.of(DataSet.Stage.POST_TRAINING);

  private NamedData() {}

  /// Changes the findings on data by what was looked up.
  ///
  /// @return the data sets with what was found out about each
  static List<DataSet> apply(
      Map<Component, Finding> found, List<DataSet> sets, List<SourceFact> facts) {
    List<SourceFact> looked =
        facts.stream()
            .filter(f -> f.kind() == SourceFact.Kind.NAMED_DATA && f.looked() != null)
            .toList();
    var all = new ArrayList<>(sets);
    facts.stream()
        .filter(f -> f.kind() == SourceFact.Kind.DATA_LINK)
        .forEach(f -> link(found, all, f));
    if (looked.isEmpty()) {
      return all;
    }
    judge(found, Component.POST_TRAINING_DATA, links(all, LATER), looked);
    List<DataSet> first = links(all, FIRST);
    judge(found, Component.TRAINING_DATA, first.isEmpty() ? links(all, LATER) : first, looked);
    all.replaceAll(set -> known(set, looked));
    return all;
  }

  /// A package's own description names an address of its data.
  private static void link(Map<Component, Finding> found, List<DataSet> all, SourceFact f) {
    all.add(
        new DataSet(
            f.value(),
            DataSet.Stage.TRAINING,
            DataSet.Form.LINK,
            f.value(),
            null,
            null,
            Set.of(),
            List.of(f.evidence())));
    found.computeIfPresent(
        Component.TRAINING_DATA,
        (_, d) ->
            d.state() == State.PRESENT || d.state() == State.LINKED
                ? d
                : with(d, State.LINKED, Set.of(), "Linked: " + f.value(), List.of(f.evidence())));
  }

  private static List<DataSet> links(List<DataSet> sets, Set<DataSet.Stage> stages) {
    return sets.stream()
        .filter(s -> LINKS.contains(s.form()) && stages.contains(s.stage()))
        .filter(s -> !s.qualifiers().contains(Qualifier.OF_BASE))
        .toList();
  }

  private static @Nullable SourceFact about(DataSet set, List<SourceFact> looked) {
    String link = set.link();
    for (SourceFact f : looked) {
      LookedUp l = f.looked();
      if (l == null) {
        continue;
      }
      String name = l.name().toLowerCase(Locale.ROOT);
      boolean same =
          set.name().toLowerCase(Locale.ROOT).equals(name)
              || link != null && link.toLowerCase(Locale.ROOT).endsWith("/datasets/" + name);
      if (same) {
        return f;
      }
    }
    return null;
  }

  private static void judge(
      Map<Component, Finding> found,
      Component component,
      List<DataSet> links,
      List<SourceFact> looked) {
    Finding f = found.get(component);
    if (f == null || f.state() != State.LINKED || links.isEmpty()) {
      return;
    }
    var gone = new ArrayList<SourceFact>();
    int gated = 0;
    for (DataSet set : links) {
      SourceFact fact = about(set, looked);
      LookedUp l = fact == null ? null : fact.looked();
      if (fact != null && l != null && l.answer() == Answer.NOT_THERE) {
        gone.add(fact);
      } else if (l != null && l.answer() == Answer.THERE && !l.gate().isEmpty()) {
        gated++;
      }
    }
    var qualifiers =
        f.qualifiers().isEmpty() ? EnumSet.noneOf(Qualifier.class) : EnumSet.copyOf(f.qualifiers());
    if (gated > 0 && gated + gone.size() == links.size()) {
      qualifiers.add(Qualifier.GATED);
    }
    if (gone.isEmpty()) {
      found.put(component, with(f, State.LINKED, qualifiers, f.summary(), List.of()));
      return;
    }
    List<Evidence> evidence = gone.stream().map(SourceFact::evidence).toList();
    String names =
        String.join(
            ", ",
            gone.stream()
                .map(SourceFact::looked)
                .flatMap(l -> l == null ? Stream.empty() : Stream.of(l.name()))
                .distinct()
                .toList());
    boolean all = gone.size() == links.size();
    if (!all) {
      qualifiers.add(Qualifier.PARTIAL);
    }
    String summary =
        all ? "Named, and not there or private where it is said to be: " + names : f.summary();
    found.put(
        component,
        with(f, all ? State.DESCRIBED : State.LINKED, qualifiers, summary, evidence)
            .withNote(
                new Note(
                    Note.Kind.DISAGREES,
                    "the card links data that the hub does not show: " + names,
                    evidence)));
  }

  private static Finding with(
      Finding f, State state, Set<Qualifier> qualifiers, String summary, List<Evidence> more) {
    var evidence = new ArrayList<>(f.evidence());
    evidence.addAll(more);
    return new Finding(
        f.component(),
        state,
        qualifiers,
        f.level() == null ? ProofLevel.CLAIMED : f.level(),
        summary,
        f.licence(),
        evidence,
        f.searched(),
        f.notes());
  }

  /// A data set with what was found out about it, where the release itself does not say more.
  private static DataSet known(DataSet set, List<SourceFact> looked) {
    SourceFact fact = about(set, looked);
    LookedUp l = fact == null ? null : fact.looked();
    if (fact == null || l == null || l.answer() == Answer.UNKNOWN) {
      return set;
    }
    boolean gone = l.answer() == Answer.NOT_THERE;
    var qualifiers = new HashSet<>(set.qualifiers());
    if (!l.gate().isEmpty()) {
      qualifiers.add(Qualifier.GATED);
    }
    var evidence = new ArrayList<>(set.evidence());
    evidence.add(fact.evidence());
    return new DataSet(
        set.name(),
        set.stage(),
        gone && set.form() == DataSet.Form.LINK ? DataSet.Form.NAMED : set.form(),
        set.link(),
        set.licence() == null && !l.licence().isEmpty() ? l.licence() : set.licence(),
        set.size() == null && l.bytes() >= 0 ? l.bytes() + " bytes" : set.size(),
        qualifiers,
        evidence);
  }
}
