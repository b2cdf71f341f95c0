package dev.assay.licences.terms;

import dev.assay.licences.data.LicenceData;
import dev.assay.licences.data.Table;
import dev.assay.licences.match.LicenceIndex;
import dev.assay.licences.names.Expressions;
import dev.assay.licences.names.Names;
import dev.assay.licences.names.Same;
import dev.assay.model.Component;
import dev.assay.model.Freedom;
import dev.assay.model.Part;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether a licence leaves its subject free: approved by OSI or FSF; or an open-data, open-content
/// or permissive model licence; without limit of field, person, scale, territory or commerce.
public final class Freedoms {
  private static final Set<String> NOTICE_CONDITIONS =
      Set.of("COPY", "NOTICE", "CHANGES", "CITE", "DOCS", "DISPLAY", "NAME", "SAME", "SOURCE");

  private final LicenceIndex index;
  private final Table listed;
  private final FactsLibrary facts;
  private final Names names;

  public Freedoms(LicenceData data, LicenceIndex index, FactsLibrary facts, Names names) {
    this.index = index;
    this.listed = data.table(LicenceData.Section.LISTS);
    this.facts = facts;
    this.names = names;
  }

  /// The freedom that an expression leaves a component: of licences that all apply the strictest
  /// counts, of a choice the freest.
  public Freedom of(String expression, Component component) {
    Expressions parsed = Expressions.parse(expression, names);
    return parsed == null
        ? Freedom.UNKNOWN
        : parsed.fold(one -> one(one.id(), component), Freedoms::stricter, Freedoms::freer);
  }

  private static Freedom freer(Freedom a, Freedom b) {
    return a == Freedom.FREE || b == Freedom.FREE ? Freedom.FREE : a == b ? a : Freedom.UNKNOWN;
  }

  /// The stricter of two.
  public static Freedom stricter(Freedom a, Freedom b) {
    if (a == Freedom.LIMITED || b == Freedom.LIMITED) {
      return Freedom.LIMITED;
    }
    return a == Freedom.UNKNOWN || b == Freedom.UNKNOWN ? Freedom.UNKNOWN : Freedom.FREE;
  }

  private Freedom one(String id, Component component) {
    // Data for computational use only: free for the use that training data has, and for
    // nothing else.
    if (id.equals("C-UDA-1.0")) {
      return component.part() == Part.TRAINING_DATA ? Freedom.FREE : Freedom.LIMITED;
    }
    if (Same.limitOnly(id)) {
      return Freedom.LIMITED;
    }
    String known = listed.get(id);
    if (known != null) {
      return Freedom.valueOf(known);
    }
    if (id.startsWith("CC-BY") || id.startsWith("LicenseRef-CC-BY")) {
      return id.contains("-NC") || id.contains("-ND") ? Freedom.LIMITED : Freedom.FREE;
    }
    LicenceIndex.Entry entry = index.entry(id);
    if (entry != null && (entry.is(LicenceIndex.Entry.OSI) || entry.is(LicenceIndex.Entry.FSF))) {
      return Freedom.FREE;
    }
    return facts.of(id).map(Freedoms::ofFacts).orElse(Freedom.UNKNOWN);
  }

  private static Freedom ofFacts(Facts facts) {
    if (!facts.read()) {
      String name = facts.name().toLowerCase(Locale.ROOT);
      boolean saysSo =
          name.contains("noncommercial")
              || name.contains("non-commercial")
              || name.contains("non-production")
              || name.contains("research");
      return saysSo ? Freedom.LIMITED : Freedom.UNKNOWN;
    }
    if (!facts.limits().isEmpty() || !facts.policy().isEmpty()) {
      return Freedom.LIMITED;
    }
    for (Facts.Act act :
        List.of(
            Facts.Act.USE,
            Facts.Act.COMMERCIAL,
            Facts.Act.MODIFY,
            Facts.Act.REDISTRIBUTE,
            Facts.Act.SHARE_DERIVED)) {
      switch (facts.grant(act).value()) {
        case BARRED -> {
          return Freedom.LIMITED;
        }
        case SILENT -> {
          return Freedom.UNKNOWN;
        }
        default -> {}
      }
    }
    boolean notices =
        facts.conditions().stream().allMatch(c -> NOTICE_CONDITIONS.contains(c.code()));
    return notices ? Freedom.FREE : Freedom.LIMITED;
  }
}
