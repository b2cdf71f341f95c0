package dev.assay.text;

import dev.assay.io.FileEntry;
import dev.assay.model.DataSet;
import dev.assay.model.Qualifier;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Data in hand, held against what the documents say was trained on: whether it can be all of it.
/// Only what is surely less counts; a text of so many tokens has at least so many bytes.
final class Held {
  private static final Set<DataSet.Stage> TRAINING =
      EnumSet.of(
          DataSet.Stage.PRE_TRAINING,
          DataSet.Stage.TRAINING,
          DataSet.Stage.POST_TRAINING,
          DataSet.Stage.UNSTATED);

  /// How many times what is in hand what is stated must be: files may be packed.
  private static final int TIMES = 10;

  /// A model that was trained on several data sets elsewhere was not trained on so little alone.
  private static final long LITTLE = 2_000_000;

  private static final int SEVERAL = 3;

  private Held() {}

  /// Whether the files in hand are surely less than the amount that is told of.
  static boolean isLessThanTold(List<DataFiles.Group> files, List<Given> given) {
    long inHand = bytes(files);
    return given.stream()
        .filter(g -> isOwn(g) && g.weight() > Passage.OWN)
        .flatMap(g -> g.quantities().stream())
        .anyMatch(q ->
            least(q).compareTo(BigDecimal.valueOf(inHand).multiply(BigDecimal.valueOf(TIMES))) > 0);
  }

  /// Whether so little is in hand that it cannot be all, beside several data sets elsewhere.
  static boolean isLittleBesideOthers(List<DataFiles.Group> files, List<Given> given) {
    Set<String> elsewhere = new HashSet<>();
    for (Given g : given) {
      if (isOwn(g) && g.form() == DataSet.Form.LINK && !g.recipe()) {
        g.sources().stream()
            .filter(s -> !s.link().isEmpty() && !isIn(files, s))
            .forEach(s -> elsewhere.add(s.link()));
      }
    }
    return bytes(files) < LITTLE && elsewhere.size() >= SEVERAL;
  }

  private static final Set<Document.Kind> PROSE =
      EnumSet.of(
          Document.Kind.README,
          Document.Kind.MODEL_CARD,
          Document.Kind.DATA_CARD,
          Document.Kind.PROSE);

  /// So many folders, and so many files of each, are looked for in the documents.
  private static final int MOST = 5;

  /// Shorter names of folders stand in any text.
  private static final int SHORT = 6;

  /// Whether a document lies with the files in hand in a folder for data, or names them or theirs.
  /// Files that no document speaks of may be a sample, or a part.
  static boolean isSpokenOf(List<DataFiles.Group> files, List<Document> documents) {
    List<Document> prose = documents.stream().filter(d -> PROSE.contains(d.kind())).toList();
    return files.stream().limit(MOST).anyMatch(g -> prose.stream().anyMatch(d -> isSpokenOf(g, d)));
  }

  private static boolean isSpokenOf(DataFiles.Group group, Document document) {
    String path = document.file().path();
    String beside = path.substring(0, path.lastIndexOf('/') + 1);
    boolean ofData =
        document.kind() == Document.Kind.DATA_CARD || Place.of(path).inFolder(Place.DATA);
    if (ofData && !beside.isEmpty() && (group.folder() + "/").startsWith(beside)) {
      return true;
    }
    String text = document.file().text();
    String folder = group.folder().substring(group.folder().lastIndexOf('/') + 1);
    return folder.length() >= SHORT && text.contains(folder + "/")
        || folder.length() >= SHORT && folder.indexOf('_') > 0 && text.contains(folder)
        || group.files().stream().limit(MOST).anyMatch(f -> text.contains(f.name()));
  }

  private static long bytes(List<DataFiles.Group> files) {
    return files.stream().mapToLong(DataFiles.Group::bytes).sum();
  }

  private static boolean isOwn(Given g) {
    return TRAINING.contains(g.stage())
        && g.weight() >= Passage.OWN
        && !g.qualifiers().contains(Qualifier.OF_BASE);
  }

  /// The fewest bytes that such an amount can be.
  private static BigDecimal least(Quantity q) {
    long each =
        switch (q.unit()) {
          case "TB" -> 1_000_000_000_000L;
          case "GB" -> 1_000_000_000L;
          case "MB" -> 1_000_000L;
          case "hours" -> 1_000_000L;
          case "images" -> 500;
          default -> 1;
        };
    return q.amount().multiply(BigDecimal.valueOf(each));
  }

  /// Whether a data set that is linked may be one of the files in hand, by its name.
  private static boolean isIn(List<DataFiles.Group> files, Passage.Source source) {
    String link = source.link().toLowerCase(Locale.ROOT);
    for (DataFiles.Group group : files) {
      for (FileEntry file : group.files()) {
        String name = TrainingCommands.key(file.name().toLowerCase(Locale.ROOT));
        String called = TrainingCommands.key(link.substring(link.lastIndexOf('/') + 1));
        if (link.endsWith("/" + file.name().toLowerCase(Locale.ROOT))
            || called.length() > 3 && name.contains(called)) {
          return true;
        }
      }
    }
    return false;
  }
}
