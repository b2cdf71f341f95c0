package dev.assay.text;

import dev.assay.model.DataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Passages that are cells of a table with a column of training data: each cell below its head
/// names some.
final class CellPassages {
  /// A longer cell is a description and no name.
  private static final int NAME = 80;

  /// What may stand behind an amount that is all that a cell says: "60,000 hours, German".
  private static final int AMOUNT = 12;

  private CellPassages() {}

  static List<Passage> in(DocumentTraits document, Setting setting, Block row, Signals lead) {
    if (row.header().size() != row.cells().size()) {
      return List.of();
    }
    boolean offersModels = AnyOf.is(row.header(), CellPassages::isOfModels);
    // Data beside measures are those that were measured on.
    boolean measures = AnyOf.is(row.header(), head -> MEASURE.matcher(head).matches());
    if (setting.evaluation() && !offersModels) {
      return List.of();
    }
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      String column = row.header().get(i);
      if (setting.evaluation() && !isUsed(column)) {
        continue;
      }
      String cell = row.cells().get(i);
      Signals head = Signals.of(column);
      boolean says =
          cell.chars().filter(Character::isLetter).count() >= 3
              || !cell.isEmpty()
                  && Character.isLetter(cell.charAt(0))
                  && cell.chars().filter(Character::isLetterOrDigit).count() >= 3;
      if ((isOfTrainingData(column, head, setting, lead, measures)
              || offersModels && isUsed(column))
          && says
          && !cell.equals(column)
          && !head.has(Topic.EVALUATION)) {
        passages.add(passage(document, row, head, column, cell));
      } else if (says && !cell.equals(column) && isOfItsData(document, setting, row, column)) {
        passages.add(passage(document, row, head, column, cell).whereTrained());
      }
    }
    return passages;
  }

  private static final Pattern MODELS =
      Pattern.compile(
          "(?i)\\W*(?:model|weights?|checkpoint|pretrained)[ -](?:links?|downloads?|urls?|files?)\\W*");

  /// Whether a column is one of where the models are to be had.
  private static boolean isOfModels(String column) {
    return MODELS.matcher(column).matches();
  }

  private static final Pattern USED =
      Pattern.compile(
          "(?i)\\W*(?:used|training|train(?:ed on)?) (?:data(?: ?sets?)?|corpus|corpora)\\W*");

  /// Whether a column says, beside one of models to be had, what went into each: so it does in a
  /// table of what is to be tested, too.
  private static boolean isUsed(String column) {
    return USED.matcher(column).matches();
  }

  /// Whether a table below a heading for data tells how much there is of each data set: beside code
  /// that trains they are what it trains on.
  private static boolean isOfItsData(
      DocumentTraits document, Setting setting, Block row, String column) {
    return document.root()
        && setting.data()
        && !setting.reader()
        && !setting.aside()
        && !setting.evaluation()
        && OwnWords.isData(column)
        && ColumnAmounts.counts(row)
        && !AnyOf.is(row.cells(), cell -> Signals.of(cell).has(Topic.EVALUATION));
  }

  private static final Pattern MEASURE =
      Pattern.compile("(?i)\\W*(?:metrics?|scores?|measures?)\\W*");

  private static boolean isOfTrainingData(
      String column, Signals head, Setting setting, Signals lead, boolean measures) {
    return head.has(Topic.TRAINING_DATA)
        || head.has(Topic.TRAINED)
            && AnyOf.is(
                head.of(Topic.ON), on -> !column.regionMatches(true, on.from(), "from", 0, 4))
            && !head.hasAny(Topic.BASE, Topic.WEIGHTS)
        || head.has(Topic.DATA) && (OwnWords.leads(lead) || setting.trainingData())
        || setting.weights() && OwnWords.isData(column) && !measures;
  }

  /// Two amounts, and no owner and name: "2.9B/295B".
  private static final Pattern COUNTS =
      Pattern.compile("\\p{L}?\\d[\\d.,]{0,15}\\p{L}{0,2}/\\d[\\d.,]{0,15}\\p{L}{0,2}");

  private static final Pattern PLACE =
      Pattern.compile(
          "(?i)\\W{0,3}(?:data ?set |data )?(?:downloads?|links?|urls?|address)\\W{0,3}");

  /// Where what a column of data names is to be had, in a column of the same row for that; empty
  /// where there is none.
  private static String beside(Block row, String column) {
    // Where a row is about something else, its links lead to that.
    if (!OwnWords.isData(column) || !column.equals(row.header().getFirst())) {
      return "";
    }
    for (Link link : row.links()) {
      boolean may =
          !Signals.of(link.text()).hasAny(Topic.WEIGHTS, Topic.CHECKPOINTS)
              && (DataLinks.isData(link.target())
                  || DataLinks.mayHoldData(Address.kind(link.target()))
                      && FetchedData.isPacked(link));
      for (int i = 0; may && i < row.cells().size(); i++) {
        if (PLACE.matcher(row.header().get(i)).matches()
            && !link.text().isEmpty()
            && row.cells().get(i).contains(link.text())) {
          return link.target();
        }
      }
    }
    return "";
  }

  private static Passage passage(
      DocumentTraits document, Block row, Signals head, String column, String cell) {
    List<Passage.Source> sources = new ArrayList<>();
    for (Link link : row.links()) {
      boolean leads =
          DataLinks.isData(link.target())
              || head.has(Topic.TRAINING_DATA)
                  && (!sources.isEmpty() || cell.strip().startsWith(link.text()))
                  && !head.hasAny(Topic.CODE, Topic.PAPER, Topic.WEIGHTS)
                  && Address.kind(link.target()) == Address.Kind.OTHER
                  && DataLinks.isProper(link.text());
      if (!link.text().isEmpty() && cell.contains(link.text()) && leads) {
        sources.add(new Passage.Source(DataLinks.name(link), link.target()));
      }
    }
    // Hours of nothing are those of a clock: the head of the column says of what.
    List<Quantity> amounts =
        Quantity.in(cell + " " + column).stream().filter(q -> q.to() <= cell.length()).toList();
    boolean onlyAmount =
        !amounts.isEmpty()
            && cell.length() - amounts.getFirst().to() <= AMOUNT
            && amounts.getFirst().from() <= 2;
    if (sources.isEmpty() && cell.length() <= NAME && !onlyAmount) {
      boolean hubName = ScriptReader.isHubName(cell) && !COUNTS.matcher(cell).matches();
      String hub = hubName ? ConfigReader.hub(cell) : "";
      sources.add(new Passage.Source(cell, hub.isEmpty() ? beside(row, column) : hub));
    }
    return new Passage(
        head.has(Topic.PRETRAINING) ? DataSet.Stage.PRE_TRAINING : DataSet.Stage.TRAINING,
        Passage.form(sources),
        Set.of(),
        Passage.OWN + 1,
        sources,
        amounts,
        cell,
        document.evidence(row));
  }
}
