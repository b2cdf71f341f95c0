package dev.assay.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which places of weights are given for a model that somebody else made: one of several that a
/// program can be used with, the one that a training starts from, what is converted before it can
/// be read, what measures the outputs. A place that bears a word of the document's title is the
/// release's own whatever is said around it.
final class OthersModels {
  /// How far before a link the words are read that say what it is for.
  private static final int BEFORE = 160;

  private static final String SEVERAL =
      "(?:models|llms|vlms|networks|backbones|encoders|architectures|checkpoints|baselines|systems|families)";

  /// "For tuning models such as A, B and [C]": one of several that others made.
  private static final Pattern ONE_OF_SEVERAL =
      Pattern.compile(
          "(?i)\\b(?:tun\\w{0,8}|train\\w{0,4}|support\\w{0,4}|load\\w{0,4}|compatible|compar\\w{0,6}|integrat\\w{0,6}"
              + "|outperform\\w{0,4}|other|existing|popular|public|off-the-shelf|open(?:-source|-weight)?)\\b[^.;:]{0,60}\\b"
              + SEVERAL
              + "\\b,? ?\\(?(?:such as|like|e\\.g\\.,?|for example|including|incl\\.|namely)[^.;:]{0,140}$");

  /// "I trained it from a classifier (": what a training began with, or what a file was made of.
  private static final Pattern BEGAN_WITH =
      Pattern.compile(
          "(?i)\\b(?:(?:train|start|tun|initiali[sz]|warm-start|adapt)\\w{0,5} (?:(?:this|the|our|a|my) (?:[\\w-]{1,20} ){1,3}"
              + "|it |them |both )?(?:from|with the weights of|on top of)"
              + "|(?:convert|port|distill?)ed from) (?:the |an? )?[\\w.+ -]{0,80}\\W{0,3}$");

  /// How a list of what a program can be used with is introduced.
  private static final Pattern USED_WITH =
      Pattern.compile(
          "(?i)\\b(?:currently (?:implement|support)s?|(?:implement|support)(?:s|ed)? (?:the following )?(?:models"
              + "|architectures|backbones|networks|llms)|(?:models?|architectures|backbones|networks) (?:that (?:are|we) )?"
              + "(?:currently )?support(?:ed)?|works with the following|compatible models)\\b"
              + "|支持的模型|対応モデル|지원 모델|поддерживаемые модели|modelos compatibles|modèles pris en charge"
              + "|unterstützte modelle");

  /// How what measures outputs is announced.
  private static final Pattern TO_MEASURE =
      Pattern.compile(
          "(?i)\\b(?:evaluation|metrics?|scoring|judge|evaluator) (?:models?|networks?|checkpoints|weights)\\b");

  /// How a section is headed on what a release starts from.
  private static final Pattern OF_BASES =
      Pattern.compile(
          "(?i)^\\W*(?:the )?(?:base|foundation|backbone|initial|underlying) (?:models?|weights|llms?|checkpoints?|networks?)\\W*$"
              + "|基模型|基座模型|底座模型|ベースモデル|베이스 ?모델|기반 모델|базовы[ех] модел|modelos? base\\b|modèles? de base|basismodell");

  /// A part that a program needs beside the model that it is about: right before its link, or in
  /// the link's words.
  private static final Pattern A_PART =
      Pattern.compile(
          "(?i)\\b(vae|vocoder|(?:text|image|vision|visual|speech|audio|speaker|video) encoder|tokeni[sz]er"
              + "|(?:object |face |person |people )?detect(?:or|ion model)|face parsing|(?:pose|depth|pitch) (?:estimat\\w{2,4}|model)"
              + "|language identification|(?:asr|lid|ocr) model|audio codec|reward model|teacher|feature extractor"
              + "|person tracking model|super-resolution model|safety checker|(?:scoring|measuring|metric) network)\\b[^.;!?]{0,60}$");

  /// "From the author's site": where somebody else gives it.
  private static final Pattern AT_ITS_AUTHORS =
      Pattern.compile(
          "(?i)(?:\\b(?:official|original|oficial|officiel\\w{0,2}|offiziell\\w{0,2})\\s(?:[\\w-]{1,20}\\s){0,2}(?:sites?|website|repo(?:sitory)?|github|page|authors?|autor\\w{0,3}|auteur\\w{0,3}|weights|checkpoints?)\\b"
              + "|\\bauthors?[’']s? (?:site|website|repo(?:sitory)?|page|github)\\b|\\bsite (?:oficial|officiel)\\b|官方(?:仓库|网站|权重)|公式(?:サイト|リポジトリ|の重み)|공식 ?(?:github|사이트|저장소))[^.;!?]{0,40}$");

  private OthersModels() {}

  /// Whether the words around a link say that the weights there are somebody else's.
  ///
  /// @param title the document's title
  static boolean are(Block block, Link link, String title) {
    int to = Math.min(block.text().length(), link.at());
    String before = block.text().substring(Math.max(0, to - BEFORE), to);
    boolean said =
        ONE_OF_SEVERAL.matcher(before).find()
            || BEGAN_WITH.matcher(before).find()
            || isListed(block)
            || OF_BASES.matcher(block.heading()).find()
            || isNamedPlace(link) && isOfAPart(block, link, title)
            || TO_MEASURE.matcher(block.heading()).find()
            || TO_MEASURE.matcher(block.lead()).find();
    return said && !bears(link.target(), title);
  }

  /// Whether an address tells by itself what is there: a model's page or a file of weights, and no
  /// folder of a drive.
  private static boolean isNamedPlace(Link link) {
    Address.Kind kind = Address.kind(link.target());
    return kind == Address.Kind.MODEL || kind == Address.Kind.WEIGHTS_FILE;
  }

  /// Whether a link is to a part that the model needs, or to where somebody else gives something.
  private static boolean isOfAPart(Block block, Link link, String title) {
    int to = Math.min(block.text().length(), link.at() + link.text().length());
    int from = Math.max(0, Math.min(to, link.at()) - BEFORE);
    String said = block.text().substring(from, to);
    Matcher part = A_PART.matcher(said);
    boolean needed =
        part.find()
            && !title
                .toLowerCase(Locale.ROOT)
                .contains(String.valueOf(part.group(1)).toLowerCase(Locale.ROOT))
            && !OURS.matcher(said).find();
    return needed || AT_ITS_AUTHORS.matcher(said).find() && !OURS.matcher(said).find();
  }

  private static final Pattern OURS =
      Pattern.compile("(?i)\\b(?:our|ours|we (?:release|provide|trained|share))\\b");

  /// Whether a list is one of what a program can be used with.
  private static boolean isListed(Block block) {
    boolean entry = block.kind() == Block.Kind.ITEM || block.kind() == Block.Kind.ROW;
    return entry
        && (USED_WITH.matcher(block.lead()).find() || USED_WITH.matcher(block.heading()).find());
  }

  /// Whether commands fetch weights to convert them, or to hand them to a training as what it
  /// begins with: `train.py ... --pretrained that/file.pth`.
  static boolean areFetchedToBegin(Block block, String target, String title) {
    String file = target.substring(target.lastIndexOf('/') + 1);
    int query = file.indexOf('?');
    String name = query < 0 ? file : file.substring(0, query);
    if (name.isEmpty() || bears(target, title)) {
      return false;
    }
    return isHandedOn(block.text(), name);
  }

  private static final Pattern BEGINS =
      Pattern.compile(
          "(?i)--?(?:official[_-])?(?:pre-?trained?|init|resume|load|finetune|backbone|restore|warm[_-]?start|start)"
              + "[\\w.-]{0,30}[= ][\"']?[\\w./${}-]{0,120}$");

  private static final Pattern CONVERTS =
      Pattern.compile("(?i)\\b(?:convert|port|export)[\\w-]{0,60}\\.py\\b[^\\n]{0,200}$");

  private static final Pattern TRAINS =
      Pattern.compile("(?i)\\b[\\w-]{0,40}(?:train|tune)[\\w-]{0,40}\\.(?:py|sh)\\b");

  /// Whether a file that was fetched is what a program in the same commands converts, or trains on.
  private static boolean isHandedOn(String commands, String name) {
    boolean trains = TRAINS.matcher(commands).find();
    int at = commands.indexOf(name);
    while (at >= 0) {
      String before = commands.substring(Math.max(0, at - 400), at);
      if (CONVERTS.matcher(before).find()) {
        return true;
      }
      Matcher begins = BEGINS.matcher(before);
      if (trains && begins.find()) {
        return true;
      }
      at = commands.indexOf(name, at + Math.max(1, name.length()));
    }
    return false;
  }

  /// Words of titles and addresses that tell no release from another.
  private static final Set<String> COMMON =
      Set.of(
          "the",
          "and",
          "for",
          "with",
          "from",
          "model",
          "models",
          "net",
          "network",
          "networks",
          "code",
          "official",
          "pytorch",
          "tensorflow",
          "training",
          "pretrained",
          "large",
          "language",
          "base",
          "small",
          "com",
          "org",
          "www",
          "http",
          "https",
          "main",
          "resolve",
          "blob",
          "tree",
          "huggingface",
          "github",
          "release",
          "releases",
          "download",
          "weights",
          "checkpoints",
          "text",
          "image",
          "speech",
          "video",
          "vision",
          "deep",
          "learning",
          "data",
          "file",
          "files");

  /// Whether an address bears a word of a title that is no common one.
  static boolean bears(String target, String title) {
    String address =
        " " + target.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
    for (String word : title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", 40)) {
      if (word.length() >= 3 && !COMMON.contains(word) && address.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
