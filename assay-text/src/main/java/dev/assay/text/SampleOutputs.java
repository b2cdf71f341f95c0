package dev.assay.text;

import dev.assay.model.Component;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// Which files show what a model has put out: by their names, because a README says so of the
/// folder that they lie in, because a document shows or links them as such, or because they set
/// answers beside what was asked.
final class SampleOutputs {
  private static final Set<String> OUTPUTS = Set.of("outputs", "output");

  private static final Set<String> SHOWN =
      Set.of("example", "examples", "sample", "samples", "cases");

  private static final List<String> ASKED =
      List.of("prompt", "question", "instruction", "topic", "input", "问题", "指令", "输入");

  private static final List<String> ANSWERED =
      List.of("response", "answer", "completion", "output", "回答", "回复", "输出");

  /// How much of a document is looked at for a table of answers.
  private static final int HEAD = 20_000;

  private final Set<String> folders = new HashSet<>();
  private final Set<String> pages = new HashSet<>();

  private SampleOutputs() {}

  static Predicate<Place> of(List<Document> documents) {
    var samples = new SampleOutputs();
    for (Document document : documents) {
      samples.read(document);
    }
    return samples::isOne;
  }

  private boolean isOne(Place place) {
    String path = place.path();
    int slash = path.indexOf('/');
    return Paperwork.isSample(place)
        || Paperwork.isShown(place) && !place.inFolder(Place.DATA) && pages.contains(path)
        || slash > 0 && folders.contains(path.substring(0, slash));
  }

  private void read(Document document) {
    Place place = Place.of(document.file().path());
    String text = document.file().text();
    if (place.depth() == 0 && document.kind() == Document.Kind.README) {
      for (String line : text.split("\n")) {
        folder(line);
      }
    } else if (place.inFolder(SHOWN) && answers(text.substring(0, Math.min(HEAD, text.length())))) {
      pages.add(place.path());
    }
    for (Sign sign : document.signs()) {
      String link = sign.link();
      if (sign.component() == Component.SAMPLE_OUTPUTS && link != null) {
        pages.add(link.startsWith("#") ? place.path() : DataPages.resolved(place.path(), link));
      }
    }
  }

  /// A folder that a line of the README introduces as one of outputs: "`outputs/` - outputs from
  /// examples".
  private void folder(String line) {
    int end = line.indexOf('/');
    int from = end;
    while (from > 0 && (Character.isLetterOrDigit(line.charAt(from - 1)) || isJoint(line, from))) {
      from--;
    }
    if (end <= from || line.length() > LONGEST) {
      return;
    }
    String folder = line.substring(from, end);
    boolean begins = line.substring(0, from).chars().noneMatch(Character::isLetterOrDigit);
    boolean closed = end + 1 == line.length() || !Character.isLetterOrDigit(line.charAt(end + 1));
    String rest = line.substring(end).toLowerCase(Locale.ROOT);
    if (begins
        && closed
        && Place.of(folder).any(OUTPUTS)
        && (rest.contains("outputs from")
            || rest.contains("outputs of")
            || rest.contains("example"))) {
      folders.add(folder);
    }
  }

  private static boolean isJoint(String line, int at) {
    return line.charAt(at - 1) == '_' || line.charAt(at - 1) == '-';
  }

  private static final int LONGEST = 200;

  /// Whether a table has a column for what was asked and one for what was answered.
  private static boolean answers(String text) {
    for (String line : text.split("\n")) {
      String head = line.strip().toLowerCase(Locale.ROOT);
      if (head.startsWith("|")
          && head.length() <= LONGEST
          && AnyOf.is(ASKED, head::contains)
          && AnyOf.is(ANSWERED, head::contains)) {
        return true;
      }
    }
    return false;
  }
}
