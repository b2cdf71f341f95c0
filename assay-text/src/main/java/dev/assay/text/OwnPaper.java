package dev.assay.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the words right before a link, or the sentence that leads to it, say: that it is the paper
/// of what is released.
final class OwnPaper {
  /// So far back the words that say it stand.
  private static final int BEFORE = 200;

  /// A title has at least so many words.
  private static final int TITLE = 4;

  /// Below a line so far down a document is past its introduction.
  private static final int INTRODUCTION = 40;

  private static final String NOUN =
      "(?:papers?|articles?|manuscripts?|pre-?prints?|publications?|thesis|dissertation)";

  /// What is given out with a paper.
  private static final String RELEASED =
      "(?:codes?|codebase|scripts|notebooks?|implementations?|re-?implementation|repo|repository|reproduction|replication|port|checkpoints|models?|weights)";

  /// "Our paper", "my recent journal article:", "our paper titled as".
  private static final Pattern OURS =
      Pattern.compile(
          "(?i)\\b(?:our|my) (?:[\\w'’-]{1,20} ){0,3}"
              + NOUN
              + "(?: (?:en)?titled| called)?(?: as)?[\\s:,\"“'(*\\[-]{0,5}$");

  /// "The manuscript is now published in", "A preprint of the paper is available".
  private static final Pattern PUBLISHED =
      Pattern.compile(
          "(?i)\\b(?:the|this|our|its|my|an?|full|corresponding|accompanying|associated) "
              + NOUN
              + "\\b[^.!?;]{0,60}\\b(?:published|available|found|read|accessed|out|online|downloaded|viewed)\\b"
              + "(?: (?:in|at|on|from|by|via|under|as|now|open|access|here|the|journal)){0,4}[\\s:(\\[]{0,4}$");

  /// Words that make it a paper on something else, or another one.
  private static final Pattern ANOTHER =
      Pattern.compile(
          "(?i)\\b(?:previous|earlier|other|another|prior|original|follow-?up|next|their)\\b|\\bdata ?sets?\\b");

  private static final Pattern THESIS =
      Pattern.compile(
          "(?i)^(?:the |our |my |this )?(?:[\\w'’-]{1,20} ){0,3}(?:thesis|dissertation|article|manuscript)$");

  private static final Pattern THIS =
      Pattern.compile("(?i)\\b(?:our|my|this|accompanying|associated|corresponding)\\s*$");

  /// "This is the source code of", "implementation of the lark model from the paper".
  private static final Pattern CODE_OF =
      Pattern.compile(
          "(?i)\\b"
              + RELEASED
              + "\\b[^.!?;]{0,80}\\b(?:of|for|from|in|accompanying|behind)(?: the| our| this| following){0,2}"
              + "(?: [\\w'’-]{1,20}){0,3}(?: "
              + NOUN
              + ")?[\\s:,\"“'(*\\[]{0,5}$");

  /// The same, where nothing but the word for a paper stands between.
  private static final Pattern CODE_RIGHT_OF =
      Pattern.compile(
          "(?i)\\b"
              + RELEASED
              + "\\b(?: \\([^()]{0,40}\\))?[^.!?;()]{0,80}\\b(?:of|for|from|in|accompanying|behind|to|replicate|reproduce|repeat|implement)(?: the| our| this| following){0,2}"
              + "(?: (?:[\\w-]{1,20} )?"
              + NOUN
              + ")?[\\s:,\"“'(*\\[]{0,5}$");

  /// "I implement a net introduced in", "an attempt at reproducing".
  private static final Pattern IMPLEMENTS =
      Pattern.compile(
          "(?i)\\b(?:this|it|i|we|that|repo|repository|project|package)\\b[^.!?;]{0,40}\\bimplement(?:s|ed|ing)?\\b[^.!?;]{0,120}"
              + "\\b(?:introduced|described|presented|proposed|from)\\b(?: in| by)?(?: the)?(?: paper)?[\\s:,\"“'(*\\[]{0,5}$"
              + "|\\b(?:re-?)?(?:implementing|producing|plicating)(?: the)?[\\s:,\"“'(*\\[]{0,5}$");

  /// What a sentence says of something that the release takes from others.
  private static final Pattern TAKES =
      Pattern.compile(
          "(?i)\\b(?:us(?:e|es|ing)|based (?:up)?on|based off|builds?|built|adapted|modif\\w+|borrow\\w*|thanks?|inspired|unlike|differs?|compar\\w+|fork|derived|unofficial)\\b");

  /// "This code was used for the following published works:", "details are presented in our
  /// papers:".
  private static final Pattern LEADS =
      Pattern.compile(
          "(?i)\\b(?:used|described|presented|reported|introduced|proposed|detailed|explained|developed|published|documented)\\b"
              + "[^.!?]{0,60}\\b(?:in|for|by) (?:the |these |our ){0,2}(?:following |our )?(?:[\\w-]{1,20} ){0,2}(?:papers?|works?|publications?|articles?|manuscripts?):$");

  /// "The approach is described in".
  private static final Pattern DESCRIBED =
      Pattern.compile(
          "(?i)\\b(?:described|presented|introduced|proposed|detailed|explained|reported|published) (?:in|by)"
              + "(?: the| our| this| following| paper| article| work| publication){0,4}\\s{0,2}:?$");

  private static final Set<String> POINTING = Set.of("here", "link", "this link", "pdf", "url");

  private OwnPaper() {}

  /// Whether the words before a link call what it leads to the release's paper, wherever they
  /// stand.
  static boolean called(Block block, Link link) {
    if (saysAnother(block, link)) {
      return false;
    }
    String before = before(block, link);
    return OURS.matcher(before).find()
        || isTitle(link) && introduces(block) && describedThere(block, link)
        || THESIS.matcher(link.text()).find() && THIS.matcher(before).find()
        || (isPointed(link) || isTitle(link)) && PUBLISHED.matcher(before).find();
  }

  /// "The framework is described in the following manuscript: Ada B. Gull, Bo Sand,".
  private static final Pattern DESCRIBED_THERE =
      Pattern.compile(
          "(?i)\\b(?:described|presented|introduced|proposed|detailed|explained|reported|published) in"
              + "(?: the| our| this| following| accompanying| corresponding){0,3} "
              + NOUN
              + "\\s?: [^:;!?]{0,300}$");

  /// So far back such words stand before the authors of a paper.
  private static final int AUTHORS = 450;

  /// Whether a sentence says that something is described in a paper, and goes on with its authors
  /// up to a link that bears its title. Their initials end no sentence.
  private static boolean describedThere(Block block, Link link) {
    int to = Math.min(block.text().length(), Math.max(0, link.at()));
    String before = block.text().substring(Math.max(0, to - AUTHORS), to);
    Matcher there = DESCRIBED_THERE.matcher(before);
    return there.find()
        && !ANOTHER
            .matcher(
                before.substring(
                    Math.max(0, there.start() - BESIDE),
                    there.start() + there.group().indexOf(':')))
            .find()
        && !TAKES
            .matcher(before.substring(Math.max(0, there.start() - BESIDE), there.start()))
            .find();
  }

  private static final int BESIDE = 60;

  /// Whether the words before a link say that it is another paper, or one on something else.
  static boolean saysAnother(Block block, Link link) {
    return ANOTHER.matcher(before(block, link)).find();
  }

  /// Whether an introduction says that the release is the code of what a link leads to.
  static boolean carriedOut(Block block, Link link) {
    if (introduces(block) && isNamed(link) && HERE.matcher(before(block, link)).find()) {
      return true;
    }
    if (!introduces(block) || !isTitle(link) && !isBare(link)) {
      return isReleasedWith(block, link);
    }
    String lead = lead(block);
    if (!lead.isEmpty() && CODE_RIGHT_OF.matcher(lead).find() && !TAKES.matcher(lead).find()) {
      return true;
    }
    String before = before(block, link);
    if (TAKES.matcher(before).find()) {
      return false;
    }
    return (isTitle(link) ? CODE_OF : CODE_RIGHT_OF).matcher(before).find()
        || IMPLEMENTS.matcher(before).find()
        || isTitle(link) && CodeOfTitles.said(before, behind(block, link))
        || isBare(link) && BEGINS.matcher(block.text()).find() && isOnlyPaper(block, link);
  }

  /// "This repository contains the code for the [Gull](...)", whose name leads to its paper.
  private static final Pattern HERE =
      Pattern.compile(
          "(?i)^\\W{0,3}(?:this|the) (?:repo|repository|package|project) (?:contains|holds|hosts|provides|has|is|includes) (?:the )?(?:official |source |original )?"
              + RELEASED
              + " (?:for|of|to) (?:the |our )?$");

  /// Whether a link's words are a name and no title.
  private static boolean isNamed(Link link) {
    String text = link.text().strip();
    return !link.image()
        && !text.isEmpty()
        && Character.isUpperCase(text.charAt(0))
        && text.split(" ").length < TITLE
        && !text.contains("://");
  }

  /// How a paragraph begins that says what it is an implementation of.
  private static final Pattern BEGINS =
      Pattern.compile(
          "(?i)^(?:an? |the |this is )?(?:[\\w-]{1,20} ){0,2}implementation (?:of|for)\\b");

  private static boolean isOnlyPaper(Block block, Link link) {
    return !AnyOf.is(
        block.links(),
        other ->
            Address.kind(other.target()) == Address.Kind.PAPER
                && !other.target().equals(link.target()));
  }

  private static String behind(Block block, Link link) {
    int from = Math.min(block.text().length(), Math.max(0, link.at()) + link.text().length());
    return block.text().substring(from);
  }

  /// "Source code of Gull & Sand (2018) [PDF](...)", as a line below the title.
  private static final Pattern OF_AUTHORS =
      Pattern.compile(
          "(?i)\\b"
              + RELEASED
              + " (?:of|for|from|accompanying) [^.!?;]{3,80}\\(?(?:19|20)\\d\\d[a-z]?\\)?[\\s:,(\\[]{0,4}$");

  /// "Code accompanying the paper Gulls: a Title without Marks [[here](...)".
  private static final Pattern OF_TITLE =
      Pattern.compile(
          "(?i)\\b"
              + RELEASED
              + " (?:of|for|from|accompanying|behind) (?:the|our|this|my) (?:[\\w-]{1,20} ){0,2}"
              + NOUN
              + "\\b[^.!?;]{3,160}[\\s:,(\\[]{1,4}$");

  private static boolean isReleasedWith(Block block, Link link) {
    if (!introduces(block) || !isPointed(link)) {
      return false;
    }
    String before = before(block, link);
    return OF_AUTHORS.matcher(before).find()
        || OF_TITLE.matcher(before).find() && !TAKES.matcher(before).find();
  }

  /// Whether a sentence leads to papers of the release's own.
  static boolean leads(String lead) {
    String said = lead.strip();
    return said.endsWith(":") && LEADS.matcher(said).find();
  }

  /// Whether a sentence ends by saying that what follows describes the release.
  static boolean describes(String lead) {
    return DESCRIBED.matcher(lead.strip()).find() && !ANOTHER.matcher(lead).find();
  }

  /// Whether a block belongs to the introduction of its document.
  static boolean introduces(Block block) {
    int above = block.headings().size();
    return above <= 1
        || block.kind() == Block.Kind.HEADING && above == 2
        || above == 2 && block.first() <= INTRODUCTION;
  }

  /// The end of the sentence before a link.
  private static String before(Block block, Link link) {
    int to = Math.min(block.text().length(), Math.max(0, link.at()));
    String before = block.text().substring(Math.max(0, to - BEFORE), to);
    int stop = before.lastIndexOf(". ");
    return stop < 0 ? before : before.substring(stop + 2);
  }

  private static String lead(Block block) {
    String lead = block.lead().strip();
    if (!lead.endsWith(":")) {
      return "";
    }
    return lead.substring(Math.max(0, lead.length() - BEFORE));
  }

  private static boolean isTitle(Link link) {
    return link.text().split(" ").length >= TITLE;
  }

  private static boolean isBare(Link link) {
    return !link.image() && (link.text().isEmpty() || link.text().contains("://"));
  }

  private static boolean isPointed(Link link) {
    String text = link.text().strip().toLowerCase(Locale.ROOT);
    return isBare(link) || POINTING.contains(text);
  }
}
