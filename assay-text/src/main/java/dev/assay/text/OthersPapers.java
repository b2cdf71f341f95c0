package dev.assay.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a document says of papers that others wrote: that the release took something from them, or
/// that a model it uses is described there; and which parts of it list the works of others.
final class OthersPapers {
  /// "This code uses techniques from the following papers:". A paper that a release carries out is
  /// one; what it takes from many is no paper of its own.
  private static final Pattern TAKEN =
      Pattern.compile(
          "(?i)\\b(?:based|builds?|built|inspired|inspiration|techniques?|ideas?|borrow\\w*|combin\\w+|draws?|relies|thanks?|uses?)\\b"
              + "[^.!?]{0,80}\\b(?:papers|works|articles|publications|resources|projects|sources|repos|repositories)\\b");

  private static final Pattern OURS = Pattern.compile("(?i)\\b(?:our|my|cit(?:e|ing|ation))\\b");

  /// "X model (...), see the paper:": the sentence is about that model.
  private static final Pattern MODEL =
      Pattern.compile(
          "^\\W{0,3}(?:The |An? )?(\\p{Lu}[\\w.+-]{0,30})\\s?(?:models?\\b|network\\b|architecture\\b|optimi[sz]er\\b|tokeni[sz]er\\b|模型|モデル|모델)");

  private static final List<String> LISTS =
      List.of(
          "reference",
          "bibliography",
          "further reading",
          "literature",
          "参考",
          "參考",
          "참고",
          "literatur",
          "referenzen",
          "quellen",
          "référence",
          "bibliograph",
          "referencia",
          "bibliografía",
          "bibliografia",
          "obras citadas",
          "referência",
          "riferimenti",
          "литература",
          "список литературы",
          "источники");

  private static final Pattern TO_BE_NAMED =
      Pattern.compile(
          "(?i)^[\\W\\d_]{0,8}references?\\b.{1,20}\\b(?:licen[cs]e|cit(?:e|ing|ations?))\\b");

  /// Whether a heading is of what whoever uses the release is to name: "Reference and License".
  static boolean isToBeNamed(String heading) {
    return TO_BE_NAMED.matcher(heading).find();
  }

  private static final Pattern NUMBER = Pattern.compile("^[\\W\\d_]{1,8}");

  private OthersPapers() {}

  /// A table that compares has at least so many columns.
  private static final int COLUMNS = 3;

  private static final int SHORTEST_NAME = 4;

  /// Whether a row of a table is about something that has no word of the title.
  static boolean inARowOfAnother(Block block, Signals s, String title) {
    if (block.kind() != Block.Kind.ROW
        || block.cells().size() < COLUMNS
        || title.isEmpty()
        || s.has(Topic.OWN)) {
      return false;
    }
    String first = block.cells().getFirst().strip();
    if (first.isEmpty() || Signals.of(first).hasAny(Topic.PAPER, Topic.REPORT)) {
      return false;
    }
    String row = block.text().toLowerCase(Locale.ROOT);
    for (String word : title.split(" ")) {
      if (word.length() >= SHORTEST_NAME && row.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static final Pattern ANOTHER =
      Pattern.compile(
          "(?i)^(?:an?|the|their|this|some)?\\s?(?:related|another|other|previous|earlier|prior|follow-?up|their)\\b");

  /// Whether a link's own words call what it leads to another paper.
  static boolean calledSo(Link link) {
    return ANOTHER.matcher(link.text().strip()).find();
  }

  /// What a sentence says right before a paper of something that the release takes from it.
  private static final Pattern USED =
      Pattern.compile(
          "(?i)\\b(?:we (?:use|adopt|follow)|uses?|using|similar to|instead of|unlike)\\b");

  /// What makes it the release's own in spite of that.
  private static final Pattern ASKED =
      Pattern.compile("(?i)\\b(?:if you|please|cit(?:e|ing)|our|my|papers?|pre-?prints?)\\b");

  private static final Pattern NUMBERED = Pattern.compile("(?i)^arxiv\\W{0,3}\\d");

  /// How far back a sentence names what it takes.
  private static final int TAKEN_BEFORE = 160;

  /// Whether a link that bears nothing but a number or an address stands for where something that
  /// is used was described: "we use Dune-2 [arXiv:...](...)".
  static boolean ofAPartUsed(Block block, Link link) {
    String text = link.text().strip();
    boolean bare = !link.image() && (text.isEmpty() || text.contains("://"));
    int to = Math.min(block.text().length(), Math.max(0, link.at()));
    if (block.kind() == Block.Kind.CODE || !bare && !NUMBERED.matcher(text).find()) {
      return false;
    }
    String before = block.text().substring(Math.max(0, to - TAKEN_BEFORE), to);
    String said = before.substring(before.lastIndexOf(". ") + 1);
    return USED.matcher(said).find() && !ASKED.matcher(said).find();
  }

  /// Papers of those who made use of a release: "papers that used this code".
  private static final Pattern OF_USERS =
      Pattern.compile(
          "(?i)\\b(?:papers|works|articles|publications|studies|projects) (?:(?:that|which|who) )?(?:have )?"
              + "(?:us(?:e[ds]?|ing)|cit(?:e[ds]?|ing)|built on|based on|build(?:ing)? on)\\b");

  /// Whether a heading is that of a list of what others did with the release.
  static boolean ofUsers(String heading) {
    return OF_USERS.matcher(heading).find();
  }

  /// Whether a block stands in a list of the works that a release refers to, of which no reader is
  /// bid to cite one.
  static boolean listed(Block block) {
    for (String heading : block.headings()) {
      String words = heading.strip().toLowerCase(Locale.ROOT);
      String bare = NUMBER.matcher(words).replaceFirst("");
      for (String list : LISTS) {
        if ((words.startsWith(list) || bare.startsWith(list)) && !isToBeNamed(words)) {
          return !block.lead().toLowerCase(Locale.ROOT).contains("cite");
        }
      }
    }
    return false;
  }

  /// Whether the sentence that leads to a block says that what follows is what something was taken
  /// from.
  static boolean taken(Block block) {
    String lead = block.lead().strip();
    return lead.endsWith(":") && TAKEN.matcher(lead).find() && !OURS.matcher(lead).find();
  }

  /// Whether a link stands, further down, in a sentence about a model that neither the title nor a
  /// heading names.
  ///
  /// @param title the document's title, its words in lower case
  static boolean ofAModelUsed(Block block, Link link, Signals s, String title) {
    if (block.headings().size() < 2 || title.isEmpty() || s.has(Topic.OWN)) {
      return false;
    }
    int to = Math.min(block.text().length(), link.at());
    String before = block.text().substring(0, to);
    int stop = Math.max(before.lastIndexOf(". "), before.lastIndexOf('。'));
    Matcher model = MODEL.matcher(stop < 0 ? before : before.substring(stop + 1));
    if (!model.find()) {
      return false;
    }
    String name = " " + String.valueOf(model.group(1)).toLowerCase(Locale.ROOT);
    return !(" " + title).contains(name)
        && block.headings().stream()
            .noneMatch(h -> (" " + h.toLowerCase(Locale.ROOT)).contains(name));
  }

  /// Whether a link bears one word that is a name, which the title does not begin with: what the
  /// release is made of. "Masks as described in [Quay](...)".
  static boolean isNamed(Link link, String title) {
    String text = link.text().strip();
    boolean name =
        text.length() > 1
            && text.indexOf(' ') < 0
            && text.indexOf(':') < 0
            && Character.isUpperCase(text.charAt(0))
            && !Signals.of(text).hasAny(Topic.PAPER, Topic.REPORT);
    return name && !title.isEmpty() && !title.startsWith(text.toLowerCase(Locale.ROOT));
  }
}
