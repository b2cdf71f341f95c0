package dev.assay.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The pages that a document sends its reader to for training and its data: "the data sets are
/// described [here](docs/data.md)". What such a page says of data is said of this release's.
final class DataPages {
  private static final int MOST = 50;

  private DataPages() {}

  /// The paths of those pages, from the root of the source.
  static Set<String> in(String path, List<Block> blocks, Heard heard) {
    Set<String> pages = new HashSet<>();
    Settings settings = new Settings();
    for (Block block : blocks) {
      boolean leads = AnyOf.is(block.links(), l -> isPage(l.target()));
      if (!leads || block.kind() == Block.Kind.CODE || pages.size() >= MOST) {
        continue;
      }
      Setting setting = settings.of(block.headings());
      if (setting.evaluation() || setting.aside() || setting.citation()) {
        continue;
      }
      for (Sentences.Sentence sentence : heard.in(block)) {
        Signals s = sentence.signals();
        boolean about =
            s.has(Topic.TRAINING_DATA)
                || s.has(Topic.DATA) && (setting.dataSection() || s.has(Topic.TRAINING));
        for (Link link : block.links()) {
          Signals words = Signals.of(link.text());
          boolean page =
              sentence.holds(link)
                  && isPage(link.target())
                  && (about || words.hasAny(Topic.TRAINING, Topic.DATA))
                  && !words.hasAny(Topic.EVALUATION, Topic.WEIGHTS);
          if (page) {
            pages.add(resolved(path, link.target()));
          }
        }
      }
    }
    return pages;
  }

  private static boolean isPage(String target) {
    String lower = plain(target).toLowerCase(Locale.ROOT);
    return (target.indexOf(':') < 0 || inRepository(target) > 0)
        && (lower.endsWith(".md") || lower.endsWith(".rst") || lower.endsWith(".txt"));
  }

  /// Where the path of a file begins in an address of a repository's page for it, or -1:
  /// `https://github.com/owner/name/blob/main/docs/x.md`. A path that the release has too is taken
  /// for its own.
  private static int inRepository(String target) {
    int blob = target.indexOf("/blob/");
    int path = blob < 0 ? -1 : target.indexOf('/', blob + "/blob/".length());
    return path < 0 || Address.kind(target) != Address.Kind.CODE ? -1 : path + 1;
  }

  /// A target without what stands behind `#` or `?`.
  private static String plain(String target) {
    int end = 0;
    while (end < target.length() && "#?".indexOf(target.charAt(end)) < 0) {
      end++;
    }
    return target.substring(0, end);
  }

  /// The path in the release that a link of a document leads to; a place within the page is left
  /// out.
  static String resolved(String path, String target) {
    int own = inRepository(target);
    if (own > 0) {
      return plain(target.substring(own));
    }
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    String to = plain(target);
    while (to.startsWith("./") || to.startsWith("../")) {
      if (to.startsWith("../")) {
        int up = folder.length() < 2 ? -1 : folder.lastIndexOf('/', folder.length() - 2);
        folder = folder.substring(0, up + 1);
        to = to.substring(3);
      } else {
        to = to.substring(2);
      }
    }
    return to.startsWith("/") ? to.substring(1) : folder + to;
  }
}
