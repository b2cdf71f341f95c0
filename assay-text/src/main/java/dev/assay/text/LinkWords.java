package dev.assay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What the words around a link in a sentence make of it: a model, a person, another release, or
/// the data that the sentence names.
final class LinkWords {
  private LinkWords() {}

  /// Whether a badge shows the number under which an archive keeps the program itself.
  static boolean isArchived(Block block, Link link) {
    boolean number = link.target().contains("doi.org/") || link.target().contains("/doi/");
    boolean record = block.links().stream().anyMatch(l -> l.image() && l.target().contains("/DOI"));
    return (number || record) && !Signals.of(Badges.of(block, link)).has(Topic.DATA);
  }

  static List<Link> linksIn(Block block, Sentences.Sentence sentence) {
    List<Link> links = new ArrayList<>();
    for (Link link : block.links()) {
      if (!link.image() && sentence.holds(link) && !isBadge(block, link)) {
        links.add(link);
      }
    }
    return links;
  }

  /// Whether a link shows a picture instead of words, and leads to something else than data.
  static boolean isBadge(Block block, Link link) {
    return link.text().isEmpty()
        && !DataLinks.isData(link.target())
        && AnyOf.is(block.links(), l -> l.image() && l.at() == link.at());
  }

  /// Whether the words of a link, or those that offer it, call what it leads to a model and not
  /// data, wherever that is kept: "the weights can be downloaded from [X](...)".
  static boolean isModel(String text, Link link, int at, Signals s) {
    Signals words = Signals.of(link.text());
    if (words.hasAny(Topic.DATA, Topic.TRAINING_DATA)) {
      return false;
    }
    String page = link.target().substring(link.target().lastIndexOf('/') + 1);
    if (isSized(page) && !DataLinks.isData(link.target())) {
      return true;
    }
    boolean points = DataLinks.isHere(link.text()) || DataLinks.isBare(link);
    boolean ofData = text.substring(0, Math.clamp(at, 0, text.length())).contains("which ");
    int behind = Math.clamp((long) at + link.text().length(), 0, text.length());
    if (words.has(Topic.WEIGHTS)
        || !DataLinks.isData(link.target())
            && WEIGHTS
                .matcher(text.substring(behind, Math.min(text.length(), behind + 40)))
                .lookingAt()
        || !ofData && !DataLinks.isData(link.target()) && isOfferedWith(text, at)
        || !ofData && points && !link.target().contains("/datasets/") && isBidForWeights(text, at)
        || isOfferedTrained(text, at)
        || isWhereTheyAre(text, Math.min(at, text.length()), behind)
        || !ofData && isTrained(text, at, s)
        || !ofData && points && FetchedData.ofModel(s, at)
        || !DataLinks.isData(link.target()) && FetchedData.bidsModel(text, s, at)) {
      return true;
    }
    int weights = lastBefore(s, Topic.WEIGHTS, at);
    int data = Math.max(lastBefore(s, Topic.DATA, at), lastBefore(s, Topic.TRAINING_DATA, at));
    return weights > data
        && !isTrainedByIt(text, data, weights)
        && !isListedBeside(text, data, weights)
        && at - weights <= OFFER
        && s.between(Topic.OFFERED, weights, at)
        && !s.between(Topic.TRAINED, weights, at);
  }

  private static final Pattern WEIGHTS =
      Pattern.compile("(?i)[`*\\])\"]{0,3} ?(?:pre-?trained )?(?:weights?|checkpoints?|ckpts?)\\b");

  private static final Pattern GIVEN_THING =
      Pattern.compile("(?i)\\b(?:weights|models?|checkpoints?)\\b[^.;:]{0,50}$");

  /// "Download the weights pre-trained on X and those tuned on Y [here](...)".
  private static final Pattern BID_FOR_WEIGHTS =
      Pattern.compile(
          "(?i)\\b(?:download|get|find|access) (?:the |our |all )?(?:[\\w-]{2,20} ){0,2}(?:weights|checkpoints) (?:that (?:were|are) )?(?:pre-?|fine-?)?(?:trained|tuned) on [^.;:]*$"
              + "|\\b(?:download|get|find|access) (?:the |our |all )?pre-?trained (?:[\\w-]{2,20} ){1,3}(?:from|at|via)(?: the)?(?: following)?(?: link| page)?\\s?:?\\s?$");

  private static final Pattern OFFERED =
      Pattern.compile("(?i)\\b(?:available|downloaded|found|released|hosted|provided)\\b");

  /// "The models from X that are pre-trained on Y".
  private static final Pattern MODELS_FROM =
      Pattern.compile(
          "(?i)\\b(?:models?|weights|networks?|checkpoints?) (?:from|at|by|of)(?: the)? $");

  private static final Pattern THAT_ARE_TRAINED =
      Pattern.compile(
          "(?i)^\\W{0,3}(?:(?:which|that) (?:is|are|was|were|have been|has been) )?(?:already )?(?:pre-?|fine-?)?trained\\b");

  private static boolean isWhereTheyAre(String text, int at, int behind) {
    return MODELS_FROM.matcher(text.substring(Math.max(0, at - 24), Math.max(0, at))).find()
        && THAT_ARE_TRAINED.matcher(text.substring(behind)).find();
  }

  /// How far before a link the words are looked at that offer what it leads to.
  private static final int BEFORE = 240;

  /// "The weights of X pre-trained on several corpora are available at": what is offered is what
  /// was trained, and not what that was trained on.
  private static boolean isBidForWeights(String text, int at) {
    int end = Math.clamp(at, 0, text.length());
    return BID_FOR_WEIGHTS.matcher(text.substring(Math.max(0, end - BEFORE), end)).find();
  }

  private static boolean isOfferedWith(String text, int at) {
    int end = Math.clamp(at, 0, text.length());
    String before = text.substring(Math.max(0, end - BEFORE), end);
    int trained = before.lastIndexOf("trained on ");
    if (trained < 0) {
      return false;
    }
    String behind = before.substring(trained);
    return behind.indexOf(". ") < 0
        && OFFERED.matcher(behind).find()
        && GIVEN_THING.matcher(before.substring(Math.max(0, trained - 60), trained)).find();
  }

  /// How a sentence offers what has been trained, whatever it is called.
  private static final Pattern TRAINED_THING =
      Pattern.compile(
          "(?i)^(?:all |the |our |these )?(?:pre-?)?trained (?:[\\p{L}-]{2,20} ){1,6}(?:is|are|can be)"
              + " (?:[\\p{L}-]{2,20} ){0,2}(?:available|found|downloaded|provided|released|hosted|obtained)\\b");

  /// Whether a sentence begins by offering something trained, and the link is where that is: "The
  /// pre-trained potentials are available at [X](...)".
  static boolean isOfferedTrained(String text, int at) {
    String before = text.substring(0, Math.clamp(at, 0, text.length()));
    var thing = TRAINED_THING.matcher(before);
    return thing.find() && Signals.of(thing.group()).of(Topic.DATA).isEmpty();
  }

  /// Whether a model only says what data are for: "the data used to train the models".
  private static boolean isTrainedByIt(String text, int data, int model) {
    if (data < 0) {
      return false;
    }
    String between =
        text.substring(data, Math.clamp(model, data, text.length())).toLowerCase(Locale.ROOT);
    return AnyOf.is(PURPOSE, between::contains);
  }

  private static final Pattern BESIDE =
      Pattern.compile("^(?:, (?:and )?| and | & |/)[\\p{L}-]{2,20}(?: [\\p{L}-]{2,20})?$");

  /// Whether models are only listed beside data: "the training data, models and tasks are at".
  private static boolean isListedBeside(String text, int data, int model) {
    return data >= 0
        && model <= text.length()
        && BESIDE.matcher(text.substring(data, model)).find();
  }

  private static final List<String> PURPOSE =
      List.of(
          " to train",
          " to pretrain",
          " to pre-train",
          " to fine-tune",
          " to finetune",
          " for training",
          " for pretraining",
          " for pre-training",
          " for fine-tuning",
          " for finetuning");

  /// Whether a link stands behind a colon at the end of what names a trained thing: "Embeddings
  /// trained with the corpus of X: [link](...)" leads to the embeddings.
  static boolean isTrained(String text, int at, Signals s) {
    // A link that is nothing but its address lies behind the words.
    boolean behind = text.substring(0, Math.clamp(at, 0, text.length())).strip().endsWith(":");
    return behind
        && s.has(Topic.TRAINED)
        && s.has(Topic.DATA)
        && s.of(Topic.TRAINED).getFirst().from() < s.of(Topic.DATA).getFirst().from()
        && !s.has(Topic.OWN)
        && s.of(Topic.DATA).getLast().to() < at;
  }

  private static final Pattern TOOL =
      Pattern.compile(
          "(?i)^\\W{0,2}(?:formats?|tokeni[sz]ers?|toolkits?|scripts?|library|framework)\\b");

  /// How a sentence comes to the program by which something is done to data.
  private static final Pattern DONE_BY =
      Pattern.compile(
          "(?i)\\b(?:detect\\p{L}*|split\\p{L}*|segment\\p{L}*|filter\\p{L}*|clean\\p{L}*|extract\\p{L}*|align\\p{L}*"
              + "|resampl\\p{L}*|crop\\p{L}*|convert\\p{L}*|transcrib\\p{L}*|label\\p{L}*|process\\p{L}*) (?:[\\p{L}-]{2,20}"
              + " ){0,3}(?:via|using|with|by) (?:the )?$");

  /// How a sentence comes to a program by its name: "Install harbour (https://...)".
  private static final Pattern INSTALLED =
      Pattern.compile("(?i)\\binstall(?:ing|ed)? (?:the )?(?:[\\w.+-]{2,40} ?\\(?)?$");

  private static final Pattern CALLED_TOOL =
      Pattern.compile("(?i)\\b(?:formats?|tokeni[sz]ers?|toolkit|library|framework)$");

  /// Whether a link is called something that works on data, or in which data are written.
  static boolean isTool(String text, Link link, int at) {
    int end = Math.clamp(at + link.text().length(), 0, text.length());
    String behind = text.substring(end, Math.min(text.length(), end + 20));
    String before = text.substring(0, Math.clamp(at, 0, text.length()));
    boolean code = Address.kind(link.target()) == Address.Kind.CODE;
    if (code && (DONE_BY.matcher(before).find() || INSTALLED.matcher(before).find())) {
      return true;
    }
    return CALLED_TOOL.matcher(link.text()).find()
        || TOOL.matcher(behind).find() && !DataLinks.isData(link.target());
  }

  /// Whether a sentence says that the data are the same as another's: its link is to that other.
  static boolean saysSame(String text) {
    return AnyOf.is(SAME, text::contains);
  }

  static final List<String> SAME = List.of(" same ", "相同", "一样", "一樣", "同じ", "동일");

  /// How long an offer is at most, from what is offered to where it can be had.
  static final int OFFER = 80;

  static int lastBefore(Signals s, Topic topic, int at) {
    int last = -1;
    for (Phrases.Hit hit : s.of(topic)) {
      last = hit.to() <= at ? Math.max(last, hit.to()) : last;
    }
    return last;
  }

  /// The page of somebody at a host of code.
  private static final Pattern SOMEBODY =
      Pattern.compile("(?i)^https?://(?:www\\.)?(?:github|gitlab)\\.com/[\\w-]{1,60}/?$");

  /// Whether a link is to whoever gave the data: "provided by [A. Author](...)", or to a page of
  /// theirs.
  static boolean isPerson(Sentences.Sentence sentence, Link link) {
    int at = link.at() - sentence.at();
    return SOMEBODY.matcher(link.target()).matches()
        || at > 0
            && at <= sentence.text().length()
            && sentence.text().substring(Math.max(0, at - 4), at).endsWith(" by ")
            && !DataLinks.isData(link.target());
  }

  /// Whether what is linked is called a training, and not what was trained on: "[X](...)训练的第二步".
  static boolean isTraining(String text, Link link, int at) {
    int end = at + link.text().length();
    return at >= 0
        && end <= text.length()
        && !DataLinks.isData(link.target())
        && TRAINING.matcher(text).region(end, text.length()).lookingAt()
        && !JOINED.matcher(text.substring(Math.max(0, at - 8), at)).find();
  }

  private static final Pattern TRAINING = Pattern.compile("[*`\\])】]{0,4} ?(?:预?训练|訓練|学習|학습)[的の의]");

  /// What stands before that on which is trained, in Chinese.
  private static final Pattern JOINED = Pattern.compile("(?:在|用|使用|基于|以|于|对|经)[ *`\\[(]{0,4}$");

  /// Whether a lead says that what follows is a list of it.
  static boolean introduces(String lead) {
    String lower = lead.toLowerCase(Locale.ROOT).strip();
    return lower.endsWith(":")
        || lower.endsWith("：")
        || lower.contains("following")
        || lower.contains("below");
  }

  /// How far into a block the link may stand that it begins with.
  private static final int FIRST = 12;

  /// Whether a block is a link with a name and nothing else.
  static boolean isOne(Block block) {
    return block.links().size() == 1
        && DataLinks.isProper(block.links().getFirst().text())
        && block.text().strip().length() <= block.links().getFirst().text().length() + 2;
  }

  /// Whether a block begins with a link, as lists of them in one line do.
  static boolean beginsWithOne(Block block) {
    return !block.links().isEmpty() && block.links().getFirst().at() <= FIRST;
  }

  /// Whether a block begins with a link to what is a data set by its address.
  static boolean beginsWithData(Block block) {
    return beginsWithOne(block) && DataLinks.isData(block.links().getFirst().target());
  }

  private static final Pattern REMARK = Pattern.compile("^[*_`\\])]{0,3}(?: [-–—(]|\\s?[:：,])");

  /// Whether a block begins with a link on a name, to a page of its own or a store, and goes on
  /// with a remark: "[Harbour](...) - 20 hours".
  static boolean beginsWithName(Block block) {
    if (!beginsWithOne(block)) {
      return false;
    }
    Link link = block.links().getFirst();
    Address.Kind kind = Address.kind(link.target());
    int end = Math.clamp((long) link.at() + link.text().length(), 0, block.text().length());
    return (kind == Address.Kind.OTHER || kind == Address.Kind.STORAGE)
        && DataLinks.isProper(link.text())
        && REMARK.matcher(block.text().substring(end)).find()
        && !Signals.of(block.text())
            .hasAny(
                Topic.WEIGHTS,
                Topic.CHECKPOINTS,
                Topic.PAPER,
                Topic.CODE,
                Topic.EVALUATION,
                Topic.READER,
                Topic.OTHER_MODEL);
  }

  /// The words right before a place.
  private static String text(String sentence, int at) {
    int end = Math.clamp(at, 0, sentence.length());
    return sentence.substring(Math.max(0, end - 24), end);
  }

  /// Whether a link with a proper name stands where data is named: right before "dataset", or after
  /// the word that joins training and its data, and not after "using", which joins training and its
  /// tools.
  static boolean isNamedAsData(String sentence, Link link, int at, Signals s) {
    String text = link.text();
    if (text.isEmpty()) {
      String near = text(sentence, at);
      return s.near(Topic.DATA, at, at, 20) && !near.contains(" parallel");
    }
    if (!DataLinks.isProper(text) || isSized(text)) {
      return false;
    }
    int end = at + text.length();
    for (Phrases.Hit data : s.of(Topic.DATA)) {
      if (data.from() >= end && data.from() - end <= 12
          || data.to() <= at && at - data.to() <= 12) {
        return true;
      }
    }
    Phrases.Hit joint = null;
    for (Phrases.Hit on : s.of(Topic.ON)) {
      if (on.to() <= at) {
        joint = on;
      }
    }
    if (joint == null
        || !joins(sentence, joint.to(), at)
        || joint.to() - joint.from() == "using".length()) {
      return false;
    }
    for (Phrases.Hit trained : s.of(Topic.TRAINED)) {
      if (trained.to() <= joint.from() && joint.from() - trained.to() <= 60) {
        return true;
      }
    }
    return false;
  }

  /// Whether a name ends in a number of parameters, as models have: "Dune-9B".
  private static boolean isSized(String name) {
    int last = name.length() - 1;
    return last > 0 && name.charAt(last) == 'B' && Character.isDigit(name.charAt(last - 1));
  }

  /// Whether only an article, or what part is meant, stands between two places: "on the full
  /// version of".
  static boolean joins(String text, int from, int to) {
    if (from > to || to > text.length() || to - from > PART) {
      return false;
    }
    String between = text.substring(from, to).strip().toLowerCase(Locale.ROOT);
    return between.length() <= AN_ARTICLE
        || between.endsWith(" of") && between.chars().noneMatch(c -> ".,;:()".indexOf(c) >= 0);
  }

  /// How long an article is at most, in any of the languages.
  private static final int AN_ARTICLE = 6;

  /// How long the words are at most that say what part is meant.
  private static final int PART = 45;
}
