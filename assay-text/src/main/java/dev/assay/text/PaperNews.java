package dev.assay.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a line of news, or the words right around a link, say of a paper: that this release has
/// brought it out, or that it is about something else which its people or others made.
final class PaperNews {
  private static final int BEFORE = 120;

  /// A name is not longer than so many words.
  private static final int NAME = 4;

  /// "Released [Net 2](...)": the words of who brings something out, right before its name.
  private static final Pattern BRINGS_OUT =
      Pattern.compile(
          "(?i)\\b(?:releas(?:e|ed|ing)|introduc(?:e|ed|ing)|present(?:ed|ing)?|announc(?:e|ed|ing)|propos(?:e|ed))"
              + "(?: the| our)? \\W{0,3}$");

  /// "[Net](...) is accepted": what becomes of papers alone.
  private static final Pattern IS_TAKEN =
      Pattern.compile(
          "(?i)^\\W{0,4}(?:(?:paper|preprint)\\W{1,3})?(?:is|was|has been|have been|got|gets) (?:now )?(?:accepted|published|presented|selected)\\b");

  /// "Our pre-print is out. Read it [here](...)".
  private static final Pattern OUR_PAPER =
      Pattern.compile(
          "(?i)\\bour (?:[\\w-]{1,20} ){0,2}(?:paper|pre-?print|manuscript|article)\\b");

  private static final Set<String> POINTING =
      Set.of("here", "link", "this link", "arxiv", "the arxiv");

  /// "I also wrote a paper": another one than this release's.
  private static final Pattern ANOTHER =
      Pattern.compile(
          "(?i)\\b(?:also (?:wrote|published|have|see)|another|previous|earlier|prior|follow-?up|subsequent|different|separate)"
              + " (?:[\\w-]{1,20} ){0,3}(?:papers?|works?|publications?|article)\\b[^.;:!?]{0,80}$");

  /// Words that are called like names and are none: where code is kept, what a link leads to.
  private static final Set<String> PLACES =
      Set.of(
          "github",
          "gitlab",
          "huggingface",
          "modelscope",
          "colab",
          "code",
          "repo",
          "repository",
          "url",
          "api",
          "docs",
          "readme",
          "pytorch",
          "tensorflow");

  private static final Pattern PROPER =
      Pattern.compile("^[A-Z][A-Za-z0-9]{0,30}(?:[A-Z0-9]|-[A-Za-z0-9])[A-Za-z0-9-]{0,30}$");

  /// How far behind a project in a line of news its paper stands.
  private static final int BEHIND = 70;

  private PaperNews() {}

  /// Whether the words around a link to a publisher tell that the release brought the paper out.
  ///
  /// @param title the document's title, its words in lower case
  static boolean tells(Block block, Link link, String title) {
    String text = link.text().strip();
    String before = before(block, link);
    boolean name = !text.isEmpty() && text.split(" ").length <= NAME;
    int end = Math.min(block.text().length(), link.at() + link.text().length());
    String behind = block.text().substring(end, Math.min(block.text().length(), end + BEFORE));
    boolean entry = block.kind() == Block.Kind.ITEM || block.headings().size() > 1;
    return name && entry && (BRINGS_OUT.matcher(before).find() || IS_TAKEN.matcher(behind).find())
        || POINTING.contains(text.toLowerCase(Locale.ROOT)) && OUR_PAPER.matcher(before).find()
        || isCalled(block, text, title);
  }

  /// Whether a table gives papers in a column of that name, and the link there bears nothing but a
  /// word of the title.
  private static boolean isCalled(Block block, String text, String title) {
    String bare = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return block.kind() == Block.Kind.ROW
        && bare.length() > 2
        && bare.indexOf(' ') < 0
        && List.of(title.split(" ")).contains(bare);
  }

  /// Whether the words before a link say that the paper is another one than this release's.
  static boolean isElsewhere(Block block, Link link) {
    return ANOTHER.matcher(before(block, link)).find();
  }

  /// Whether a line names a project by a link to its code, and goes on to that one's paper:
  /// "[Sand-2](code) is updated, see the [paper](...)".
  static boolean isOfProject(Block block, Link project, Link link, String title) {
    int from = project.at() + project.text().length();
    int gap = link.at() - from;
    if (gap < 0 || gap > BEHIND) {
      return false;
    }
    String name = project.text().strip();
    boolean proper =
        !title.isEmpty()
            && !project.image()
            && Address.kind(project.target()) == Address.Kind.CODE
            && PROPER.matcher(name).find()
            && !PLACES.contains(name.toLowerCase(Locale.ROOT));
    if (!proper || link.at() > block.text().length() || from > block.text().length()) {
      return false;
    }
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    boolean ours =
        (" " + title + " ").contains(" " + plain + " ") || plain.contains(title.split(" ", 2)[0]);
    return !ours && block.text().substring(from, link.at()).indexOf(". ") < 0;
  }

  private static String before(Block block, Link link) {
    int to = Math.min(block.text().length(), link.at());
    return block.text().substring(Math.max(0, to - BEFORE), to);
  }
}
