package dev.assay.profiles;

import dev.assay.model.Assessment;
import dev.assay.model.Finding;
import dev.assay.model.LicenceOf;
import dev.assay.model.ProfileVerdict.Outcome;
import dev.assay.profiles.GradedProfile.Grade;
import dev.assay.profiles.GradedProfile.Grading;
import dev.assay.profiles.MofEvaluator.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Somebody's record of a release, in the YAML of the Model Openness Tool or of the European index,
/// beside what the files show. The record is a list of claims; it decides nothing here.
public final class Comparison {
  private Comparison() {}

  /// A record that was read.
  public sealed interface Record {}

  private record Mof(MofRecord record) implements Record {}

  private record Osai(OsaiRecord record) implements Record {}

  /// What came of reading.
  public sealed interface Reading {}

  /// The record.
  public record Read(Record record) implements Reading {}

  /// The text is no record that is known.
  ///
  /// @param reason one line with file, line and column
  public record Refused(String reason) implements Reading {}

  /// How record and files stand to each other.
  public enum Agreement {
    SAME("the same"),
    /// Both have it, under other terms.
    OTHERWISE("otherwise"),
    RECORD_SAYS_MORE("the record says more"),
    FILES_SHOW_MORE("the files show more"),
    UNDECIDED("not decided by the files");

    private final String title;

    Agreement(String title) {
      this.title = title;
    }

    /// The words that reports print.
    public String title() {
      return title;
    }

    /// Whether the record claims what the files do not bear out.
    public boolean fails() {
      return this == OTHERWISE || this == RECORD_SAYS_MORE;
    }
  }

  /// One component or dimension.
  ///
  /// @param subject its name in the record's definition
  /// @param says what the record says
  /// @param shows what the files show, with the reason
  /// @param agreement how the two stand to each other
  public record Row(String subject, String says, String shows, Agreement agreement) {}

  /// A record beside an assessment.
  ///
  /// @param definition the record's definition
  /// @param name whom the record is about
  /// @param says its verdict as a whole, by the definition's rules
  /// @param shows the verdict from the files
  /// @param rows in the definition's order
  public record Compared(
      String definition, String name, String says, String shows, List<Row> rows) {
    public Compared {
      rows = List.copyOf(rows);
    }

    /// Whether the record claims nothing that the files do not bear out.
    public boolean holds() {
      return rows.stream().noneMatch(r -> r.agreement.fails());
    }
  }

  /// Reads a record; which of the two it is, its keys say.
  ///
  /// @param file the file's name, for messages
  public static Reading read(String file, String text) {
    try {
      YamlTree tree = YamlTree.parse(file, text);
      if (tree.map().containsKey("release")) {
        return switch (MofRecord.read(file, text)) {
          case MofRecord.Read(MofRecord record) -> new Read(new Mof(record));
          case MofRecord.Refused(String reason) -> new Refused(reason);
        };
      }
      if (tree.map().containsKey("system") || tree.map().containsKey("project")) {
        return new Read(new Osai(OsaiRecord.read(tree)));
      }
      return new Refused(
          tree.where()
              + ": neither a record of the Model Openness Tool (`release`) nor an entry of the"
              + " European index (`system`)");
    } catch (BadFile e) {
      return new Refused(e.line());
    }
  }

  /// Sets a record beside an assessment.
  public static Compared compare(Record record, Assessment assessment) {
    return switch (record) {
      case Mof(MofRecord r) -> mof(r, assessment);
      case Osai(OsaiRecord r) -> osai(r, assessment);
    };
  }

  private static Compared mof(MofRecord record, Assessment a) {
    var loaded = Profiles.builtIn().loaded("mof-1.0").orElseThrow();
    var profile = (MofProfile) loaded.profile();
    var facts = new Facts(a, loaded.sets());
    Map<String, Status> statuses =
        record.statuses(profile.framework(), loaded.sets().exactly(profile.open()));
    var rows = new ArrayList<Row>();
    for (MofProfile.Judged j : profile.judged(facts)) {
      String name = j.mapped().part().name();
      Status status = statuses.getOrDefault(name, Status.MISSING);
      String licence = record.licence(j.mapped().part()).orElse("");
      String says =
          switch (status) {
            case MISSING -> "not released";
            case UNLICENSED -> "released, without a licence";
            case INVALID -> "released, under " + licence + ", which does not count as open";
            case INCLUDED -> "released, under " + licence;
          };
      Finding f = a.finding(j.mapped().component());
      String shows = j.reason();
      rows.add(new Row(name, says, shows, agreement(status, j, own(record, name), f.licence())));
    }
    return new Compared(
        profile.name().title(),
        record.name(),
        profile.evaluate(record, loaded.sets()).words(),
        profile.verdict(facts).verdict(),
        rows);
  }

  /// The licence that a record names for this very component, not one that it inherits.
  private static Optional<String> own(MofRecord record, String name) {
    return record.components().stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .flatMap(MofRecord.Entry::licence)
        .filter(l -> !l.isEmpty() && !l.equals("unlicensed"));
  }

  private static Agreement agreement(
      Status status, MofProfile.Judged j, Optional<String> own, LicenceOf found) {
    Outcome there = j.there().outcome();
    Outcome all = j.outcome();
    return switch (status) {
      case INCLUDED ->
          switch (all) {
            case MET -> otherLicence(own, found) ? Agreement.OTHERWISE : Agreement.SAME;
            case NOT_MET -> Agreement.RECORD_SAYS_MORE;
            case UNDECIDED -> Agreement.UNDECIDED;
          };
      case UNLICENSED, INVALID ->
          switch (there) {
            case MET ->
                switch (j.terms().outcome()) {
                  case MET -> Agreement.FILES_SHOW_MORE;
                  case NOT_MET -> Agreement.SAME;
                  case UNDECIDED -> Agreement.UNDECIDED;
                };
            case NOT_MET -> Agreement.RECORD_SAYS_MORE;
            case UNDECIDED -> Agreement.UNDECIDED;
          };
      case MISSING ->
          switch (there) {
            case MET -> Agreement.FILES_SHOW_MORE;
            case NOT_MET -> Agreement.SAME;
            case UNDECIDED -> Agreement.UNDECIDED;
          };
    };
  }

  /// Whether a licence text says another licence than the record; a mere claim says nothing against
  /// it.
  private static boolean otherLicence(Optional<String> own, LicenceOf found) {
    boolean text =
        found.status() == LicenceOf.Status.FOUND || found.status() == LicenceOf.Status.INHERITED;
    return text
        && own.isPresent()
        && !own.get().toLowerCase(Locale.ROOT).equals(found.expression().toLowerCase(Locale.ROOT));
  }

  private static Compared osai(OsaiRecord record, Assessment a) {
    var loaded = Profiles.builtIn().loaded("osai-index").orElseThrow();
    var profile = (GradedProfile) loaded.profile();
    var facts = new Facts(a, loaded.sets());
    var rows = new ArrayList<Row>();
    double points = 0;
    int dimensions = 0;
    for (Grading g : profile.grades(facts)) {
      Grade says = record.grades().get(g.dimension().id());
      if (says == null) {
        continue;
      }
      dimensions++;
      points += says.points;
      Agreement agreement =
          says.compareTo(g.high()) > 0
              ? Agreement.RECORD_SAYS_MORE
              : says.compareTo(g.low()) < 0
                  ? Agreement.FILES_SHOW_MORE
                  : g.low() == g.high() ? Agreement.SAME : Agreement.UNDECIDED;
      rows.add(
          new Row(
              g.dimension().id(),
              says.words(),
              g.words() + ": " + g.telling().reason(),
              agreement));
    }
    return new Compared(
        profile.name().title(),
        record.name(),
        dimensions == 0
            ? "none of the dimensions of today"
            : String.format(
                Locale.ROOT, "score %.2f of 1 over %d dimensions", points / dimensions, dimensions),
        profile.verdict(facts).verdict(),
        rows);
  }
}
