package dev.assay.text;

import dev.assay.io.TextFile;
import dev.assay.model.DataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What the links of a document are called, wherever they stand: an introduction or a list of
/// references says nothing of training, and yet leads to what another sentence names as trained on.
/// Such a link counts for nothing alone; {@link LeadsTo} asks for it by name.
final class LinkedNames {
  /// The weight of a passage that is nothing but a link by its name.
  static final int WEIGHT = -20;

  private static final int MOST = 200;
  private static final int LONGEST = 60;
  private static final int SHORTEST = 3;

  /// How far behind a link the word for data may stand: "[Dune] and [Harbour] datasets".
  private static final int BEHIND = 40;

  /// How far behind a link the word stands that belongs to it alone.
  private static final int NEXT = 14;

  private LinkedNames() {}

  /// The passages of a document with one for each link that is called by a name, or may be by its
  /// address: that has no name here.
  static List<Passage> add(TextFile file, List<Block> blocks, List<Passage> passages) {
    List<Passage> all = new ArrayList<>(passages);
    var settings = new Settings();
    int nameless = 0;
    for (Block block : blocks) {
      boolean speaks = block.kind() != Block.Kind.CODE && block.kind() != Block.Kind.HEADING;
      // What stands below a heading for evaluation is what was measured on.
      if (!speaks || block.links().isEmpty() || settings.of(block.headings()).evaluation()) {
        continue;
      }
      for (Link link : block.links()) {
        if (all.size() - passages.size() - nameless >= MOST) {
          return all;
        }
        String name = link.image() ? "" : name(block.text(), link);
        boolean byAddress = name.isEmpty() && nameless < MOST && AddressNames.mayBe(link);
        nameless += byAddress ? 1 : 0;
        if (!name.isEmpty() || byAddress) {
          all.add(
              Passage.ofLinks(
                  DataSet.Stage.UNSTATED,
                  WEIGHT,
                  List.of(new Passage.Source(name, link.target())),
                  file.evidence(block.first(), block.last())));
        }
      }
    }
    return all;
  }

  private static final Pattern CALLED_DATA =
      Pattern.compile("(?i)\\b(?:data ?sets?|data ?bases?|corpus|corpora|treebanks?)\\b");

  /// What a link is called, with the word for data where the words beside it have one; empty where
  /// it is no name or leads to something else.
  private static String name(String text, Link link) {
    Address.Kind kind = Address.kind(link.target());
    boolean data = DataLinks.isData(link.target());
    boolean may = data || DataLinks.mayHoldData(kind) && !DataLinks.isSource(link.target());
    if (!may || link.target().indexOf(':') < 0) {
      return "";
    }
    int at = Math.clamp(link.at(), 0, text.length());
    int end = Math.clamp((long) at + link.text().length(), at, text.length());
    boolean bare = DataLinks.isBare(link);
    String called = bare ? label(text.substring(0, at)) : link.text();
    String name = plain(called);
    if (name.length() < SHORTEST
        || name.length() > LONGEST
        || DataLinks.isHere(name)
        || DataLinks.isStore(name)
        || SetNames.isLabel(name)
        || SentenceSources.isFormat(text, at)
        || Signals.of(called)
            .hasAny(Topic.WEIGHTS, Topic.CODE, Topic.PAPER, Topic.EVALUATION, Topic.TRAINED)) {
      return "";
    }
    boolean inside = CALLED_DATA.matcher(called).find();
    int far = kind == Address.Kind.CODE ? NEXT : BEHIND;
    String behind = clause(text.substring(end, Math.min(text.length(), end + far)));
    boolean beside =
        !bare && (CALLED_DATA.matcher(behind).find() || isDefined(text.substring(end)));
    if (kind == Address.Kind.CODE && !inside && !beside) {
      return "";
    }
    return inside || beside || data ? name + DATA : name;
  }

  private static final String DATA = " dataset";

  private static final Pattern DEFINED =
      Pattern.compile(
          "^\\W{0,3} (?:is|was) (?:a|an|the|our) (?:[\\w-]{2,20},? ){0,5}(?:data ?set|data ?base|corpus)\\b");

  /// Whether the words behind a link say what it is: "[Harbour](...) is a large public dataset".
  private static boolean isDefined(String behind) {
    return DEFINED.matcher(behind.substring(0, Math.min(behind.length(), DEFINITION))).find();
  }

  private static final int DEFINITION = 140;

  private static String clause(String text) {
    int end = 0;
    while (end < text.length() && ".;:()".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, end);
  }

  private static final Pattern MARK = Pattern.compile("^\\W{0,3}\\d{0,3}\\W{0,3}");

  /// The label before a bare address, "[3] Harbour dataset: ", where it has the word for data.
  private static String label(String before) {
    String label = before.strip();
    boolean ends = label.endsWith(":") || label.endsWith("：") || label.endsWith("-");
    if (!ends || label.length() > LONGEST || !CALLED_DATA.matcher(label).find()) {
      return "";
    }
    return MARK.matcher(label.substring(0, label.length() - 1)).replaceFirst("").strip();
  }

  private static final Pattern ARTICLE = Pattern.compile("(?i)^(?:the|an?|our|official|original) ");
  private static final Pattern PAGE =
      Pattern.compile(
          "(?i) (?:data ?sets?|data ?bases?|data|corpus|corpora|benchmark|challenge|project|official|home|web)?\\s?"
              + "(?:data ?sets?|data ?bases?|data|corpus|corpora|website|site|page|homepage|repo|repository)$");

  /// A name without an article and the word for data.
  static String plain(String called) {
    String name = ARTICLE.matcher(called.strip()).replaceFirst("");
    name = PAGE.matcher(name).replaceFirst("").strip();
    return PAGE.matcher(name).replaceFirst("").strip();
  }

  /// Whether the words beside the link, or its address, call it data.
  static boolean isCalledData(Passage.Source source) {
    return source.name().endsWith(DATA);
  }

  /// Whether data is given by nothing but a link with a name.
  static boolean isOne(Given given) {
    // Where the document lies may have changed the weight a little.
    return given.weight() < WEIGHT / 2;
  }
}
