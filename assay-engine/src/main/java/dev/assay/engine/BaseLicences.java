package dev.assay.engine;

import dev.assay.io.SourceFact;
import dev.assay.io.SourceFact.LookedUp;
import dev.assay.licences.Heritage;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceOf;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Note;
import dev.assay.model.SourceInfo;
import dev.assay.model.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The licence of the weights held against the licence of the model that they were made from, where
/// that one is at hand: at the hub that was asked, or in another source of the same inspection.
/// Where it is not, that is said, and nothing guessed.
final class BaseLicences {
  /// More than this many are no base but a list.
  private static final int MOST = 12;

  private final Facts facts;
  private final List<LicenceStatement> statements;
  private final LicenceEngine licences;

  private BaseLicences(Facts facts, List<LicenceStatement> statements, LicenceEngine licences) {
    this.facts = facts;
    this.statements = statements;
    this.licences = licences;
  }

  /// Notes on the weights what the licences of their base models say of theirs; where one does not
  /// let theirs be what it is given as, the two are in conflict and the stricter one counts.
  static void judge(
      Map<Component, Finding> found,
      List<Claim> claims,
      Facts facts,
      List<LicenceStatement> statements,
      LicenceEngine licences) {
    Finding weights = found.get(Component.WEIGHTS);
    if (weights == null || weights.licence().status() == LicenceOf.Status.NONE) {
      return;
    }
    var judge = new BaseLicences(facts, statements, licences);
    for (Map.Entry<String, Evidence> base : judge.named(claims).entrySet()) {
      weights = judge.hold(weights, base.getKey(), base.getValue());
    }
    found.put(Component.WEIGHTS, weights);
  }

  /// The base models that are named, and where.
  private Map<String, Evidence> named(List<Claim> claims) {
    var named = new LinkedHashMap<String, Evidence>();
    for (Claim c : claims) {
      if (named.size() < MOST) {
        OwnBases.named(c).ifPresent(base -> named.putIfAbsent(base, c.made()));
      }
    }
    for (SourceFact f : facts.sourceFacts()) {
      LookedUp looked = f.looked();
      if (f.kind() == SourceFact.Kind.NAMED_BASE && looked != null && named.size() < MOST) {
        named.putIfAbsent(looked.name(), f.evidence());
      }
    }
    return named;
  }

  /// A licence of a base model.
  private record Known(String expression, Evidence evidence) {}

  private Finding hold(Finding weights, String base, Evidence where) {
    Known known = known(base, where);
    if (known == null) {
      return weights.withNote(
          new Note(
              Note.Kind.REMARK,
              "whether "
                  + weights.licence().expression()
                  + " can be the licence of what is made from "
                  + base
                  + " cannot be decided from here: that model's licence is not at hand",
              List.of(where)));
    }
    Heritage says = licences.heritage(known.expression(), weights.licence().expression());
    String both =
        "made from "
            + base
            + ", which is under "
            + known.expression()
            + ", and given as "
            + weights.licence().expression()
            + ": "
            + says.reason()
            + (says.clause().isEmpty() ? "" : " (" + says.clause() + ")");
    return switch (says.answer()) {
      case SAME, FREE_TO_CHOOSE ->
          weights.withNote(new Note(Note.Kind.AGREES, both, List.of(known.evidence())));
      case UNDECIDED ->
          weights.withNote(
              new Note(
                  Note.Kind.REMARK,
                  both + "; whether the two agree cannot be decided from here",
                  List.of(known.evidence())));
      case BREAKS -> conflict(weights, known, both);
    };
  }

  private Finding conflict(Finding weights, Known base, String both) {
    LicenceOf own = weights.licence();
    var places = new ArrayList<Evidence>();
    places.add(base.evidence());
    own.evidence().stream().filter(e -> !places.contains(e)).forEach(places::add);
    Freedom freedom = licences.freedom(base.expression(), Component.WEIGHTS);
    boolean stricter = own.freedom() != Freedom.LIMITED;
    return weights
        .withLicence(
            new LicenceOf(
                LicenceOf.Status.CONFLICT,
                stricter ? base.expression() : own.expression(),
                stricter ? freedom : own.freedom(),
                "",
                places))
        .withNote(new Note(Note.Kind.DISAGREES, both, places));
  }

  private @Nullable Known known(String base, Evidence where) {
    for (SourceFact f : facts.sourceFacts()) {
      LookedUp looked = f.looked();
      if (f.kind() == SourceFact.Kind.NAMED_BASE
          && looked != null
          && looked.name().equalsIgnoreCase(base)
          && !looked.licence().isEmpty()) {
        return new Known(licences.named(looked.licence()), f.evidence());
      }
    }
    for (SourceInfo source : facts.sources()) {
      if (source.id().equals(where.source()) || !isOf(source, base)) {
        continue;
      }
      for (LicenceStatement s : statements) {
        boolean ofAll =
            s.scope().isEmpty()
                && (s.covers().contains(Subject.WEIGHTS)
                    || s.covers().contains(Subject.EVERYTHING));
        if (ofAll
            && s.evidence().source().equals(source.id())
            && !s.expression().equals("NOASSERTION")) {
          return new Known(s.expression(), s.evidence());
        }
      }
    }
    return null;
  }

  /// Whether a source is the model of a name: its reference ends in the name, or a folder or file
  /// is called so.
  private static boolean isOf(SourceInfo source, String base) {
    String name = base.toLowerCase(Locale.ROOT);
    String reference = source.reference().toLowerCase(Locale.ROOT).replaceFirst("@.*$", "");
    while (reference.endsWith("/")) {
      reference = reference.substring(0, reference.length() - 1);
    }
    String last = name.substring(name.lastIndexOf('/') + 1);
    return reference.equals("hf:" + name)
        || reference.endsWith("/" + name)
        || source.kind().equals("folder") && last.length() > 2 && reference.endsWith("/" + last);
  }
}
