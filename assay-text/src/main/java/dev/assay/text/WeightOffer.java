package dev.assay.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whether a link leads to weights by the grammar of what offers it, whatever the place: weights
/// are what a sentence says can be had there, the link bears the name of a file of weights, or a
/// heading offers trained models for download and the link is to a file. Words for what those were
/// trained on, which make a link look like one to data, stand behind the subject and change
/// nothing. Every pattern is bounded, and only the text near the link is read.
final class WeightOffer {
  private static final int BEFORE = 300;

  /// What the words of a link end in that are the name of a file of weights.
  private static final Pattern FILE =
      Pattern.compile(
          "(?i)[\\w)\\]-]\\.(?:safetensors|gguf|pth|pt|ckpt|onnx|h5|hdf5|tflite|caffemodel|keras|mlmodel|nemo|t7|nnue|traineddata)"
              + "(?:\\.(?:zip|tar|gz|tgz|bz2|xz|7z))?[`*_)\\]]{0,3}$");

  /// "The weights of X, trained on Y, are available": the subject of the offer is trained.
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?:^|[.!?:]\\s)[\\s>*_`-]{0,6}(?:all |the |our |these |both |some )?(?:of )?(?:the |our )?(?:[\\w.'-]{1,24} ){0,3}?"
              + "(?:(?:pre-?)?trained )?(?:weights?|checkpoints?|(?:(?:pre-?)?trained|final) (?:[\\w-]{1,24} ){0,3}(?:models?|networks?|nets?))"
              + "(?:[,( ][^.;!?]{0,140})? (?:is|are|was|were|has been|have been|can be|could be|may be)"
              + " (?:[\\w-]{2,16} ){0,3}?(?:available|found|downloaded|released|provided|hosted|uploaded|accessed|obtained|shared|published|stored|deposited)\\b"
              + "[^.;!?]{0,70}$");

  private static final String LINK = "\u27e6";

  private static final String THINGS = "(?:weights|checkpoints?|models?|networks?|nets?)";

  private static final String FAR = "[^.;!?]{0,60}";

  /// Other ways of offering what was trained; the link stands in the sentence as one sign.
  private static final List<Pattern> SAID =
      List.of(
          // We provide the pre-training weights in a store, they can be downloaded from X.
          Pattern.compile(
              "\\bwe (?:also )?(?:provide|release|share|publish|offer|host) (?:the |our |all )?(?:[\\w-]{1,24} ){0,3}?(?:weights|checkpoints?) (?:on|in|at|via) [\\w -]{2,30},? (?:they|these|which) (?:can be|are) (?:downloaded|available|obtained|found)"
                  + " (?:from|at|on|via|in) (?:the )?"
                  + LINK),
          // Get our weights from X.
          Pattern.compile(
              "\\b(?:get|grab|obtain|fetch|download|find|take) (?:the |our |all |these )?(?:pre-?trained |trained |model |network |final )?"
                  + "(?:weights|checkpoints?) (?:from|at|on|via|in) (?:the |our )?"
                  + LINK),
          // We provide a trained network here.
          Pattern.compile(
              "\\bwe (?:also )?(?:provide|release|share|publish|offer|host|upload|put) (?:an? |the |our |all |some )?(?:pre-?trained|trained|final)"
                  + " (?:[\\w-]{1,24} ){0,3}?"
                  + THINGS
                  + "\\b"
                  + FAR
                  + LINK),
          // The model files live at X.
          Pattern.compile(
              "\\b(?:the|our) (?:model|weights?|checkpoint|network) files (?:live|are|lie|can be found|are kept|are stored|are hosted)(?: [\\w-]{2,16}){0,2}"
                  + " (?:at|on|in|under)(?: the)?[: ]{1,2}"
                  + LINK),
          // Our final network (45 MB) is at X. A pre-trained Gull can be found at X.
          Pattern.compile(
              "\\b(?:a|the|our) (?:final (?=model|net|classifier|weights)|(?:pre-?)?trained )(?!data|image|on\\b|with\\b|by\\b|using\\b|from\\b|for\\b)[\\w.-]{2,24}(?: (?:model|network|net|classifier|weights))?(?: \\([^()]{1,40}\\))?"
                  + " (?:is|are|can be)(?: (?:found|available|downloaded|hosted|obtained|kept|provided|shared))? (?:at|on|from|under|in|via)(?: the)?[: ]{1,2}"
                  + LINK),
          // If you only want to use the model, download it here.
          Pattern.compile(
              "\\b(?:use|run|try|test) (?:the|our|this) (?:pre-?trained |trained )?(?:model|network)\\b[^.;!?]{0,30},? download it(?: from| at)?(?: the)?[: ]{1,2}"
                  + LINK));

  /// "从 X 或 Y 下载所有预训练权重": what is fetched stands behind where it is fetched from.
  private static final Pattern BEHIND =
      Pattern.compile(
          "\u4ece\\s?"
              + LINK
              + "[^\u3002\uff1b\u6570\u8bed]{0,40}?\u4e0b\u8f7d[^\u3002\uff1b\u6570\u8bed]{0,12}?(?:\u6743\u91cd|\u6a21\u578b|\u68c0\u67e5\u70b9)");

  /// Words for data and for what else is offered.
  private static final Pattern OF_DATA =
      Pattern.compile(
          "\\b(?:data|data ?sets?|corpus|corpora|results?|predictions?|code|paper|logs?)\\b");

  private static boolean isSaid(Link link, String before) {
    String name = link.text().strip();
    String sentence = before.substring(before.lastIndexOf(". ") + 1);
    boolean points =
        DataLinks.isHere(name)
            || DataLinks.isBare(link)
            || DataLinks.isStore(name)
            || name.length() <= NAME && !OF_DATA.matcher(name.toLowerCase(Locale.ROOT)).find();
    boolean bare = sentence.endsWith(":");
    String said = sentence + (bare ? " " : "") + LINK;
    return points
        && !OF_DATA.matcher(sentence).find()
        && (SAID.stream().anyMatch(p -> p.matcher(said).find()) || isOfTheLast(before, sentence));
  }

  /// "You can download them from", or without a word for what it is.
  private static final Pattern WITHOUT_A_THING =
      Pattern.compile(
          "^\\s?(?:(?:or|alternatively,?|otherwise,?) )?(?:you|users|one) (?:can|may|could) (?:also |alternatively )?(?:manually |directly )?download"
              + " (?:them |it |these |all of them )?(?:manually |directly |all )?(?:from|at|via|on)(?: the| our)? ?$");

  private static final Pattern MODELS =
      Pattern.compile(
          "\\b(?:the|our|these|all|pre-?trained) (?:pre-?trained |trained )?(?:models|(?:model )?weights|checkpoints?)\\b");

  /// What loads them.
  private static final Pattern CODE = Pattern.compile("\\b(?:the|our|this) code\\b");

  /// Whether a sentence bids to download what the sentence before it was about, and that was about
  /// models.
  private static boolean isOfTheLast(String before, String sentence) {
    if (!WITHOUT_A_THING.matcher(sentence).find()) {
      return false;
    }
    String last = before.substring(0, before.length() - sentence.length()).strip();
    String named = last.substring(last.lastIndexOf(". ") + 1);
    return MODELS.matcher(named).find()
        && !OF_DATA.matcher(CODE.matcher(named).replaceAll("")).find();
  }

  private static boolean isBehind(Block block, Link link) {
    int at = Math.min(block.text().length(), Math.max(0, link.at()));
    int end = Math.min(block.text().length(), at + link.text().length());
    int to = Math.min(block.text().length(), end + FAR_BEHIND);
    String said =
        block.text().substring(Math.max(0, at - 2), at) + LINK + block.text().substring(end, to);
    return BEHIND.matcher(said).find();
  }

  private static final int FAR_BEHIND = 80;

  /// Longer words of a link are a sentence.
  private static final int NAME = 40;

  /// What is data even if a model is spoken of before it.
  private static final Pattern DATA =
      Pattern.compile(
          "\\b(?:data|datasets?|corpus|corpora|inputs?|outputs?|predictions?|results?|logs?|code|scripts?|paper)\\b");

  /// "Download X", right before the link, and nothing else.
  private static final Pattern BID =
      Pattern.compile("(?:^|[.:\\n])[\\s\\d.*_-]{0,8}(?:please )?download (?:the |our )?$");

  private static final Pattern OFFERS =
      Pattern.compile("\\b(?:download(?:able|s|ing)?|available|releases?d?|get)\\b");

  private static final Pattern PACKED =
      Pattern.compile("(?i)\\.(?:zip|tar|tar\\.gz|tgz|gz|bz2|xz|7z|rar)(?:\\?.*)?$");

  private WeightOffer() {}

  /// Whether a link into a store, or to a place of no known kind, is one to weights.
  static boolean is(Block block, Link link) {
    String target = link.target().toLowerCase(Locale.ROOT);
    boolean page = target.endsWith(".md") || target.endsWith(".pdf") || target.contains("/blob/");
    if (link.image() || page || target.contains("/datasets/")) {
      return false;
    }
    String text = link.text().strip();
    if (FILE.matcher(text).find() && Signals.of(text).of(Topic.DATA).isEmpty()) {
      return true;
    }
    String before = before(block, link);
    var subject = SUBJECT.matcher(before);
    if (subject.find()) {
      // The thing that is offered is the first that is named.
      String offer = subject.group();
      int thing = first(offer);
      var data = DATA.matcher(offer);
      return !data.find() || data.start() > thing;
    }
    boolean code = Address.kind(link.target()) == Address.Kind.CODE;
    return !code
            && (isSaid(link, before) || isBehind(block, link) || OfferInOtherWords.is(block, link))
        || AskedFor.is(block, link)
        || isInAColumnOfModels(block, link)
        || isBelowOffer(block, link, before);
  }

  /// What a column is called that holds weights or where to have them.
  private static final Pattern COLUMN =
      Pattern.compile(
          "(?:pre-?trained |trained |model )?(?:weights?|checkpoints?|ckpts?)(?: files?)?");

  /// Services whose addresses are short and tell nothing of what they lead to.
  private static final Pattern SHORTENED =
      Pattern.compile(
          "^https?://(?:bit\\.ly|tinyurl\\.com|goo\\.gl|t\\.ly|is\\.gd|rb\\.gy|cutt\\.ly)/\\w");

  /// Whether a row of a table below a heading of what has been trained has the link in the column
  /// for it, or in that of the models where it leads to none of their pages.
  private static boolean isInAColumnOfModels(Block block, Link link) {
    if (block.kind() != Block.Kind.ROW || !WeightPointers.isUnderTrained(block)) {
      return false;
    }
    String name = link.text().strip();
    List<String> cells = block.cells();
    for (int i = 0; i < Math.min(cells.size(), block.header().size()); i++) {
      String header = block.header().get(i).strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && cells.get(i).strip().equals(name)) {
        Address.Kind kind = Address.kind(link.target());
        boolean elsewhere = kind == Address.Kind.OTHER || kind == Address.Kind.STORAGE;
        return elsewhere
            && (COLUMN.matcher(header).matches()
                || MODEL.matcher(header).matches() && SHORTENED.matcher(link.target()).find());
      }
    }
    return false;
  }

  /// A column of models, by what they are made with: "MXNet Model".
  private static final Pattern MODEL =
      Pattern.compile("(?:[\\w.-]{1,20} )?(?:models?|networks?)|name|download|link");

  private static final Pattern THING =
      Pattern.compile("weights?\\b|checkpoints?\\b|trained\\b|final ");

  private static int first(String offer) {
    var thing = THING.matcher(offer);
    return thing.find() ? thing.start() : offer.length();
  }

  /// Whether the heading offers what has been trained for download, and the link is to a packed
  /// file or is what a reader is bid to download: "## Pretrained models for download".
  private static boolean isBelowOffer(Block block, Link link, String before) {
    String heading = block.heading().toLowerCase(Locale.ROOT);
    boolean offered =
        WeightPointers.isBelowTrained(block)
            && OFFERS.matcher(heading).find()
            && !DATA.matcher(heading).find();
    boolean file =
        PACKED.matcher(link.target()).find()
            || BID.matcher(before).find() && Address.kind(link.target()) != Address.Kind.CODE;
    String name = link.text().toLowerCase(Locale.ROOT);
    String line = before.substring(before.lastIndexOf('\n') + 1);
    if (isNothingElse(block, link) && !DATA.matcher(heading).find()) {
      return true;
    }
    return offered && file && !DATA.matcher(name).find() && !DATA.matcher(line).find();
  }

  /// Whether an item of a list of trained models is nothing but the link, "- [gull-large](...)", or
  /// a paragraph below their heading nothing but addresses.
  private static boolean isNothingElse(Block block, Link link) {
    Address.Kind kind = Address.kind(link.target());
    boolean item =
        block.kind() == Block.Kind.ITEM && block.text().strip().equals(link.text().strip());
    return (item || DataLinks.areAll(block))
        && (kind == Address.Kind.OTHER || kind == Address.Kind.STORAGE)
        && WeightPointers.isBelowTrained(block);
  }

  /// Stores that have the word for data in their names.
  private static final Pattern STORES =
      Pattern.compile("\\b(?:mendeley data|data ?verse|re3data|datadryad|data ?hub)\\b");

  private static String before(Block block, Link link) {
    int to = Math.min(block.text().length(), Math.max(0, link.at()));
    String before = block.text().substring(Math.max(0, to - BEFORE), to).toLowerCase(Locale.ROOT);
    return STORES.matcher(before).replaceAll("zenodo");
  }
}
