package dev.assay.text;

import dev.assay.io.TextFile;
import dev.assay.model.DataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What of a paper counts. A paper speaks of other people's models and data on most of its pages,
/// so much less is taken from it than from a card: passages on this release's own training, with
/// links that lead somewhere and names that can only be names.
final class PaperPassages {
  /// Passages without a link that are kept: enough to say that the data is described, and where.
  private static final int MOST_PROSE = 8;

  private PaperPassages() {}

  private static final Set<String> OF_DATA = Set.of("card", "datasheet", "datacard");

  /// Whether a paper lies in the folder of a corpus among the data, which it then tells of, and not
  /// of the model beside it: `data/harbour/raw/harbour.pdf`.
  static boolean isOfACorpus(Place place) {
    return place.depth() >= 2 && place.inFolder(Place.DATA) && !place.nameHas(OF_DATA);
  }

  /// The passages kept, in their order.
  static List<Passage> keep(TextFile file, List<Passage> all) {
    Span references = references(file.text());
    var kept = new ArrayList<Passage>();
    int prose = 0;
    for (Passage p : all) {
      if (!p.own() || references.holds(p, file)) {
        continue;
      }
      List<Passage.Source> sources = p.sources().stream().filter(s -> certain(p, s)).toList();
      boolean links = p.form() == DataSet.Form.LINK || p.form() == DataSet.Form.NAMED;
      DataSet.Form form = links && sources.isEmpty() ? DataSet.Form.PROSE : p.form();
      boolean bare = form == DataSet.Form.PROSE || form == DataSet.Form.NAMED;
      if (bare && ++prose > MOST_PROSE) {
        continue;
      }
      kept.add(
          new Passage(
              p.stage(),
              form,
              p.qualifiers(),
              p.weight(),
              sources,
              p.quantities(),
              p.text(),
              p.evidence()));
    }
    return kept;
  }

  private static boolean certain(Passage p, Passage.Source source) {
    if (p.form() == DataSet.Form.LINK || !source.link().isEmpty()) {
      return leadsToData(source.link());
    }
    return isName(source.name());
  }

  /// A link whose address alone says that data lies there: footnotes link blogs and tools as well,
  /// and a page breaks links over lines.
  private static boolean leadsToData(String link) {
    if (link.endsWith("/datasets") || link.endsWith("/datasets/")) {
      return false;
    }
    return switch (Address.kind(link)) {
      case DATA_SET, DATA_FILE, STORAGE -> true;
      default -> false;
    };
  }

  /// A word with a digit, or with a capital after a small letter: `SkyPile`, `C4`, `FineWeb-Edu`.
  /// `Hu`, `Scratch` and `QAT` are also what authors and methods are called.
  static boolean isName(String name) {
    if (name.length() < 3 || name.indexOf('(') >= 0 || name.indexOf(' ') >= 0) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      boolean inner =
          Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(name.charAt(i - 1));
      if (inner || Character.isDigit(name.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /// The characters from the list of references to the appendix after it, or to the end.
  private record Span(int from, int to) {
    boolean holds(Passage p, TextFile file) {
      if (from < 0) {
        return false;
      }
      String quote = p.evidence().quote();
      int at = file.text().indexOf(quote.substring(0, Math.min(60, quote.length())));
      return at >= from && at < to;
    }
  }

  private static Span references(String text) {
    int from = -1;
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      String line = text.substring(start, end).strip();
      if (line.length() < 60) {
        String bare = withoutNumber(line);
        if (bare.equalsIgnoreCase("references") || bare.equalsIgnoreCase("bibliography")) {
          from = start;
        } else if (from >= 0 && isAppendix(line)) {
          return new Span(from, start);
        }
      }
      start = end + 1;
    }
    return new Span(from, text.length());
  }

  private static boolean isAppendix(String line) {
    String lower = line.toLowerCase(java.util.Locale.ROOT);
    return lower.startsWith("appendi")
        || lower.startsWith("supplement")
        || (line.length() > 4 && line.startsWith("A ") && Character.isUpperCase(line.charAt(2)));
  }

  private static String withoutNumber(String line) {
    int i = 0;
    while (i < line.length() && (Character.isDigit(line.charAt(i)) || line.charAt(i) == '.')) {
      i++;
    }
    return line.substring(i).strip();
  }
}
