package dev.assay.text;

/// Whether a line of news, or an entry of a list, tells of another project: a successor, a sibling,
/// a model built by others. What such a model was made from says nothing of this release.
final class OthersProjects {
  /// A date, and the project that an entry is about, stand so early in it.
  private static final int EARLY = 30;

  private OthersProjects() {}

  /// Whether an entry has its first link, or the one it sends the reader to, at the root of a
  /// project: a release announces its own models by their pages and papers.
  static boolean is(Block block, Sentences.Sentence sentence, Setting setting) {
    String text = block.text();
    boolean news =
        setting.news() || Dates.in(text.substring(0, Math.min(EARLY, text.length()))).isPresent();
    boolean listed = block.kind() == Block.Kind.ITEM || block.kind() == Block.Kind.ROW;
    if (!news && !listed) {
      return false;
    }
    for (Link link : block.links()) {
      if (link.image() || !isProject(link.target())) {
        continue;
      }
      if ((news || link.at() < EARLY) && leads(sentence, link) || news && isBare(link)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBare(Link link) {
    return link.text().isEmpty() || link.text().contains("://");
  }

  /// Whether a link carries what the sentence speaks of: it stands before the words on descent.
  private static boolean leads(Sentences.Sentence sentence, Link link) {
    int derived = sentence.text().length();
    for (Topic topic : new Topic[] {Topic.DERIVED, Topic.FINE_TUNE_OF}) {
      for (Phrases.Hit hit : sentence.signals().of(topic)) {
        derived = Math.min(derived, hit.from());
      }
    }
    return link.at() < sentence.at() + derived;
  }

  /// `host/owner/project` at a host of code, and nothing below it.
  private static boolean isProject(String target) {
    if (Address.kind(target) != Address.Kind.CODE) {
      return false;
    }
    int scheme = target.indexOf("://");
    int end = target.length();
    while (end > 0 && ("/*)）。".indexOf(target.charAt(end - 1)) >= 0)) {
      end--;
    }
    String rest = target.substring(scheme < 0 ? 0 : scheme + 3, end);
    return rest.chars().filter(c -> c == '/').count() == 2;
  }
}
