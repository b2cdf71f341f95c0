package dev.assay.text;

import dev.assay.io.AnyWord;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a sentence tells what somebody else's model was trained on: what a release is built on
/// by its name, what it only uses, what stands in a bracket behind a part's name. A release says so
/// of its parts, and it is not what itself was trained on.
final class OthersTraining {
  private static final int LONGEST = 1_200;
  private static final int SHORTEST = 4;
  private static final int MOST = 40;

  /// How a document names what its release is built on.
  private static final Pattern BUILT_ON =
      Pattern.compile(
          "(?i)\\b(?:built (?:up)?on(?: top of)?|based (?:up)?on|fine-?tuned (?:from|version of)|finetune of|initiali[sz]ed"
              + " (?:from|with)|starting from|base model(?: is)?:?)\\W{1,6}(?:(?:the|a|an|pre-?trained|original|frozen)\\W{1,3}){0,3}"
              + "(?:[\\w.-]{2,40}/)?((?-i:\\p{Lu})[\\w.+-]{3,40})");

  /// One of these stands in whatever that pattern finds.
  private static final AnyWord BUILDS =
      AnyWord.of(
          "built ", "based ", "tuned ", "finetune of", "initiali", "starting from", "base model");

  /// What a sentence says was trained.
  private static final Pattern SUBJECT =
      Pattern.compile(
          "\\b(\\p{Lu}[\\w.+-]{2,40})(?: [\\p{Lu}\\d][\\w.+-]{0,20}){0,3},? (?:was|is|were|are|has been|had been) (?:\\w{2,14} )?(?:pre-?)?trained\\b");

  /// "(pre-trained on X)" behind the name of a part.
  private static final Pattern IN_BRACKET =
      Pattern.compile(
          "(?i)[\\p{L}\\d_`*\\])] ?\\((?:\\w{2,14} )?pre-?trained (?:on|with) [^()]{2,120}(?:\\)|$)");

  /// "It uses a model that was fine-tuned on": the relative clause says what that had been before.
  private static final Pattern USED =
      Pattern.compile(
          "(?i)\\b(?:uses?|using|utili[sz]es?|leverages?|employs?) (?:[^.;]{0,160}?\\W)?(?:models?|transformers?|networks?|detectors?"
              + "|encoders?)\\W{0,3}(?:(?:that|which) (?:was|were|has been|have been|had been|is|are) (?:\\w{2,14} )?|(?<=models[^\\w]{0,3})(?:that (?:was|were) )?)(?:pre-?trained|fine-?tuned|trained)\\b");

  private OthersTraining() {}

  /// The names of what a document says that its release is built on, lower case.
  static Set<String> bases(List<Block> blocks) {
    Set<String> bases = new HashSet<>();
    for (Block block : blocks) {
      String text = block.text();
      if (block.kind() == Block.Kind.CODE
          || text.length() > 4 * LONGEST
          || bases.size() >= MOST
          || !BUILDS.in(text)) {
        continue;
      }
      Matcher built = BUILT_ON.matcher(text);
      while (built.find() && bases.size() < MOST) {
        bases.add(String.valueOf(built.group(1)).toLowerCase(Locale.ROOT));
      }
    }
    if (!bases.isEmpty()) {
      Set<String> own = introduced(blocks);
      bases.removeIf(base -> own.contains(stem(base)));
    }
    return bases;
  }

  private static final Pattern INTRODUCED =
      Pattern.compile(
          "(?i)\\b(?:introduc|present|propos|releas|develop|open-?sourc)\\w{0,4} (?:the |our |a )?([a-z][\\w.-]{2,40})");

  /// The names of what a document gives out itself, by what those of a family begin with.
  private static Set<String> introduced(List<Block> blocks) {
    Set<String> names = new HashSet<>();
    for (Block block : blocks) {
      Matcher own = INTRODUCED.matcher(block.kind() == Block.Kind.CODE ? "" : block.text());
      while (names.size() < MOST && own.find()) {
        names.add(stem(String.valueOf(own.group(1)).toLowerCase(Locale.ROOT)));
      }
    }
    return names;
  }

  /// Whether the training that a sentence tells of is that of a base.
  static boolean isOfABase(Saying saying) {
    String text = saying.text();
    Signals s = saying.signals();
    if (!s.has(Topic.TRAINED) || text.length() > LONGEST || s.has(Topic.POST_TRAINING)) {
      return false;
    }
    if (IN_BRACKET.matcher(text).find()
        && s.of(Topic.TRAINED).size() <= 2
        && !OUR.matcher(text).find()) {
      return true;
    }
    if (saying.block().kind() == Block.Kind.ITEM
        && saying.lead().has(Topic.BASE)
        && saying.block().lead().length() <= LABEL) {
      return true;
    }
    Set<String> bases = saying.document().bases();
    Matcher subject = bases.isEmpty() ? null : SUBJECT.matcher(text);
    if (subject == null || !subject.find()) {
      return false;
    }
    String name = String.valueOf(subject.group(1)).toLowerCase(Locale.ROOT);
    return name.length() >= SHORTEST
        && !saying.document().title().contains(stem(name))
        && AnyOf.is(List.copyOf(bases), base -> base.startsWith(name));
  }

  /// What the names of one family begin with.
  private static String stem(String name) {
    int end = 0;
    while (end < name.length() && Character.isLetter(name.charAt(end))) {
      end++;
    }
    return end >= SHORTEST ? name.substring(0, end) : name;
  }

  private static final Pattern OUR = Pattern.compile("(?i)\\bour\\b|\\bwe\\b");

  /// A longer lead is no label of a list.
  private static final int LABEL = 120;

  /// Whether a sentence tells how what the release only uses was made.
  static boolean isOnlyUsed(Saying saying) {
    String text = saying.text();
    if (!saying.signals().has(Topic.TRAINED) || text.length() > LONGEST) {
      return false;
    }
    return USED.matcher(text).find() && !OUR.matcher(text).find() || isOfThoseLinked(saying);
  }

  private static final Pattern EACH =
      Pattern.compile(
          "^(?:Each|Both|All|These|Those)(?: (?:of (?:these|those|them)|the))?(?: [\\p{L}-]{2,20}){0,2} (?:was|were|has|have|is|are)\\b");

  /// "Each model was trained on ..." behind a sentence that links several at hubs.
  private static boolean isOfThoseLinked(Saying saying) {
    if (!EACH.matcher(saying.text()).find()) {
      return false;
    }
    long linked =
        saying.block().links().stream()
            .filter(l ->
                l.at() < saying.sentence().at()
                    && Address.kind(l.target()) == Address.Kind.MODEL
                    && !bearsTitle(l, saying.document().title()))
            .count();
    return linked >= 2;
  }

  /// Whether what a link leads to is called by the first word of the document's title.
  private static boolean bearsTitle(Link link, String title) {
    String name = stem(title.strip());
    String target = link.target().toLowerCase(Locale.ROOT);
    return name.length() >= SHORTEST
        && Character.isLetter(name.charAt(0))
        && target.substring(target.lastIndexOf('/') + 1).contains(name);
  }
}
