package dev.assay.engine;

import dev.assay.io.FileEntry;
import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceOf;
import dev.assay.model.ProofLevel;
import dev.assay.model.Qualifier;
import dev.assay.model.SourceInfo;
import dev.assay.model.State;
import dev.assay.model.Statement;
import dev.assay.profiles.Stated;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Holds what people state in `assay.yml` against the files. It changes no finding: it says beside
/// each statement what the files show, and gives the findings as they would be if the statements
/// held, so that a report can say where the release would stand then.
final class StatementJudge {
  private static final int FEW = 3;

  private final Map<Component, Finding> found;
  private final List<SourceInfo> sources;
  private final List<FileEntry> listing;
  private final LicenceEngine licences;
  private final Map<Component, Finding> asStated;
  private final List<Statement> statements = new ArrayList<>();

  StatementJudge(
      Map<Component, Finding> found,
      List<SourceInfo> sources,
      List<FileEntry> listing,
      LicenceEngine licences) {
    this.found = found;
    this.sources = sources;
    this.listing = listing;
    this.licences = licences;
    this.asStated = new EnumMap<>(found);
  }

  /// A statement and the `assay.yml` that it stands in.
  record Made(TextFile file, Stated stated) {
    Evidence evidence() {
      return file.evidence(stated.firstLine(), stated.lastLine());
    }
  }

  /// The statements, each with what the files show of it.
  List<Statement> judge(List<Made> all) {
    for (Made made : all) {
      switch (made.stated().what()) {
        case Stated.Source s -> source(made, s);
        case Stated.Part p -> part(made, p);
        case Stated.OfState s -> state(made, s);
        case Stated.OfLicence l -> licence(made, l);
        case Stated.Remark r ->
            add(
                made,
                Statement.Kind.REMARK,
                r.component(),
                r.component().title() + ": " + r.says(),
                new Shown(Claim.Verdict.UNDECIDABLE, "words that no program decides", List.of()));
      }
    }
    return List.copyOf(statements);
  }

  /// The findings if every statement that the files do not contradict held: each at proof level
  /// "claimed", with the statement as its evidence.
  Map<Component, Finding> asStated() {
    return asStated;
  }

  private record Shown(Claim.Verdict verdict, String words, List<Evidence> against) {}

  private void add(Made made, Statement.Kind kind, Component component, String says, Shown shown) {
    Stated s = made.stated();
    statements.add(
        new Statement(
            kind,
            component,
            says,
            s.by(),
            s.reason(),
            s.date(),
            shown.verdict,
            shown.words,
            made.evidence(),
            shown.against));
  }

  private Finding of(Component c) {
    Finding f = found.get(c);
    if (f == null) {
      throw new IllegalStateException("no finding for " + c);
    }
    return f;
  }

  private void source(Made made, Stated.Source s) {
    for (Component c : s.holds()) {
      String pin = s.revision().isEmpty() ? "" : " at " + s.revision();
      String says = c.title() + ": in " + s.reference() + pin;
      SourceInfo read =
          sources.stream().filter(i -> same(i.reference(), s.reference())).findFirst().orElse(null);
      Shown shown;
      if (read == null) {
        shown =
            new Shown(
                Claim.Verdict.UNDECIDABLE,
                "it was not inspected; name it as a source to have it read",
                List.of());
      } else if (!s.revision().isEmpty()
          && read.revision() != null
          && !read.revision().startsWith(s.revision())) {
        shown =
            new Shown(
                Claim.Verdict.UNDECIDABLE,
                "it was inspected at another revision, " + read.revision(),
                List.of());
      } else {
        List<Evidence> there =
            of(c).evidence().stream().filter(e -> e.source().equals(read.id())).limit(FEW).toList();
        shown =
            there.isEmpty()
                ? new Shown(
                    Claim.Verdict.CONTRADICTED,
                    "it was inspected, and no " + c.title() + " was found in it",
                    List.of())
                : new Shown(Claim.Verdict.CONFIRMED, "it was inspected, and is there", there);
      }
      add(made, Statement.Kind.SOURCE, c, says, shown);
      if (shown.verdict != Claim.Verdict.CONTRADICTED) {
        suppose(made, c, State.LINKED);
      }
    }
  }

  /// Whether two references name the same place, up to a scheme, a final slash and `.git`.
  private static boolean same(String one, String other) {
    return bare(one).equals(bare(other));
  }

  private static String bare(String reference) {
    String r = reference;
    int scheme = r.indexOf("://");
    r = scheme < 0 ? r : r.substring(scheme + 3);
    while (r.endsWith("/")) {
      r = r.substring(0, r.length() - 1);
    }
    return r.endsWith(".git") ? r.substring(0, r.length() - 4) : r;
  }

  private void part(Made made, Stated.Part p) {
    Component c = p.component();
    String says = p.path() + " is " + c.title();
    // The file that states lies at the root of what it speaks of.
    int slash = made.file().path().lastIndexOf('/');
    String path = made.file().path().substring(0, slash + 1) + p.path();
    boolean listed =
        listing.stream().anyMatch(e -> e.path().equals(path) || e.path().startsWith(path + "/"));
    if (!listed) {
      add(
          made,
          Statement.Kind.PART,
          c,
          says,
          new Shown(
              Claim.Verdict.CONTRADICTED, "nothing of that name is in the release", List.of()));
      return;
    }
    List<Evidence> there =
        of(c).evidence().stream()
            .filter(e -> e.path().equals(path) || e.path().startsWith(path + "/"))
            .limit(FEW)
            .toList();
    add(
        made,
        Statement.Kind.PART,
        c,
        says,
        there.isEmpty()
            ? new Shown(
                Claim.Verdict.UNDECIDABLE,
                "it is there, and nothing in it was recognised as " + c.title(),
                List.of())
            : new Shown(Claim.Verdict.CONFIRMED, "it was recognised as that", there));
    suppose(made, c, State.PRESENT);
  }

  private void state(Made made, Stated.OfState s) {
    Component c = s.component();
    Finding f = of(c);
    String says = c.title() + ": " + s.state().title() + more(s.says());
    String is = c.title() + ": " + f.state().title() + ": " + f.summary();
    Claim.Verdict verdict =
        f.state() == s.state()
            ? Claim.Verdict.CONFIRMED
            // "Not there" against bytes in hand is the one contradiction that a program can see.
            : s.state() == State.ABSENT && f.state() == State.PRESENT
                ? Claim.Verdict.CONTRADICTED
                : Claim.Verdict.UNDECIDABLE;
    add(
        made,
        Statement.Kind.STATE,
        c,
        says,
        new Shown(verdict, is, f.evidence().stream().limit(FEW).toList()));
    if (verdict != Claim.Verdict.CONTRADICTED) {
      suppose(made, c, s.state());
    }
  }

  private void licence(Made made, Stated.OfLicence l) {
    Component c = l.component();
    LicenceOf is = of(c).licence();
    String stated = licences.named(l.licence());
    String expression = stated.equals("NOASSERTION") ? l.licence() : stated;
    boolean same = is.expression().equals(expression);
    Shown shown =
        switch (is.status()) {
          case NONE ->
              new Shown(
                  Claim.Verdict.UNDECIDABLE,
                  "no licence for it was found in what was inspected",
                  List.of());
          case CLAIMED ->
              new Shown(
                  Claim.Verdict.UNDECIDABLE,
                  (same ? "the same is claimed elsewhere" : is.expression() + " is claimed")
                      + ", and no licence text covers it",
                  is.evidence());
          case CONFLICT ->
              new Shown(
                  Claim.Verdict.UNDECIDABLE,
                  "places disagree; the strictest gives " + is.expression(),
                  is.evidence());
          case FOUND ->
              new Shown(
                  same ? Claim.Verdict.CONFIRMED : Claim.Verdict.CONTRADICTED,
                  same
                      ? "the licence text that covers it is that"
                      : "the licence text that covers it is " + is.expression(),
                  is.evidence());
          case INHERITED ->
              new Shown(
                  same ? Claim.Verdict.CONFIRMED : Claim.Verdict.UNDECIDABLE,
                  "what covers everything here, " + is.from() + ", is " + is.expression(),
                  is.evidence());
        };
    add(
        made,
        Statement.Kind.LICENCE,
        c,
        c.title() + ": licence " + expression + more(l.says()),
        shown);
    if (shown.verdict != Claim.Verdict.CONTRADICTED) {
      Finding now = asStated.get(c);
      if (now != null) {
        Freedom freedom =
            stated.equals("NOASSERTION") ? Freedom.UNKNOWN : licences.freedom(expression, c);
        asStated.put(
            c,
            now.withLicence(
                new LicenceOf(
                    LicenceOf.Status.CLAIMED, expression, freedom, "", List.of(made.evidence()))));
      }
    }
  }

  private static String more(String says) {
    return says.isEmpty() ? "" : ", " + says;
  }

  /// Takes a component to be as stated, where that says more than what was found.
  private void suppose(Made made, Component c, State state) {
    Finding now = asStated.get(c);
    if (now == null || now.state() == State.PRESENT && state != State.ABSENT && now.complete()) {
      return;
    }
    boolean nothing = state == State.ABSENT;
    Set<Qualifier> keep =
        now.qualifiers().contains(Qualifier.GATED) && !nothing ? Set.of(Qualifier.GATED) : Set.of();
    asStated.put(
        c,
        new Finding(
            c,
            state,
            keep,
            nothing ? null : ProofLevel.CLAIMED,
            "Stated by " + made.stated().by(),
            now.licence(),
            nothing ? List.of() : List.of(made.evidence()),
            List.of(),
            List.of()));
  }

  /// Whether a file is where an `assay.yml` speaks for its source: at its root, or in the one
  /// folder that holds everything, as in many archives.
  static boolean speaks(FileEntry entry, List<FileEntry> files) {
    String folder = entry.folder();
    return folder.isEmpty()
        || (folder.indexOf('/') < 0
            && files.stream().allMatch(f -> f.path().startsWith(folder + "/")));
  }
}
