package dev.assay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Ways in which a document sends its reader to weights without a link of a known kind: words
/// before a link, a repository named for models, commands that fetch a model by name.
final class WeightPointers {
  private WeightPointers() {}

  private static final Pattern IN_RELEASES =
      Pattern.compile(
          "(?i)\\b(?:(?:downloaded|found|obtained|available|attached|provided|had|accessed)(?: \\w{2,12})?|(?:download|get|fetch) (?:the|our)\\b[^!?]{1,80}?)"
              + " (?:from|in|at|on|to|under|via) (?:the |our |this repository(?:[’']s) |its )?(?:latest |github )?releases?"
              + "(?: (?:page|pane|panel|section|tab|assets|of this (?:repo|repository)))?(?=[.!,;)]|$)");

  /// Whether a sentence says that trained weights are among what the repository gives out: "model
  /// weights can be downloaded from the releases page".
  static boolean inOwnReleases(String sentence) {
    if (sentence.length() > SENTENCE) {
      return false;
    }
    Matcher place = IN_RELEASES.matcher(sentence);
    if (!place.find()) {
      return false;
    }
    String said = sentence.substring(0, place.start()).toLowerCase(Locale.ROOT);
    // What a reader is bid to fetch stands behind the verb.
    String bid = place.group().toLowerCase(Locale.ROOT);
    return offersTrained(said) || FILE.matcher(bid).find() || offersTrained(bid);
  }

  /// A file of a model, by its name or by what it is called.
  private static final Pattern FILE =
      Pattern.compile(
          "\\b(?:the|our) (?:latest |newest |final |trained )?models?\\b(?! card)"
              + "|[\\w-]\\.(?:pth|pt|ckpt|h5|hdf5|onnx|safetensors|gguf|keras|tflite|nnue)\\b");

  private static final Set<String> OF_MODELS =
      Set.of("models", "weights", "checkpoints", "networks", "nets");

  /// Whether a sentence finds what is learnt in the releases of a repository that is named for it:
  /// "all networks are in the releases of".
  static boolean inReleasesOf(Block block, Link link) {
    String before = before(block, link, BEFORE);
    return before.contains("releases of") && isOfModels(link.target());
  }

  /// Whether a repository is one of models, by its own name.
  static boolean isOfModels(String target) {
    String path = target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
    String name = path.substring(path.lastIndexOf('/') + 1);
    return Stream.of(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]")).anyMatch(OF_MODELS::contains)
        || Stream.of(name.split("[^A-Za-z]|(?=[A-Z])"))
            .anyMatch(word -> OF_MODELS.contains(word.toLowerCase(Locale.ROOT)));
  }

  private static final Pattern FINDS =
      Pattern.compile(
          "(?i)\\b(?:find|get|download|obtain|access)\\b[^.;]{0,30}\\b(?:pre-?)?trained (?:models?|networks?|nets?|weights)\\b");

  /// Whether a sentence sends to a repository that is named for models for what has been trained:
  /// "you can find our trained model [here](.../gull_models/)".
  static boolean findsTrained(String sentence, Link link) {
    return isOfModels(link.target()) && FINDS.matcher(sentence).find();
  }

  /// Whether a folder of the address is called so.
  static boolean leadsToModels(String target) {
    String path = target.toLowerCase(Locale.ROOT);
    int host = path.indexOf("://");
    int slash = host < 0 ? -1 : path.indexOf('/', host + 3);
    if (slash < 0 || path.endsWith(".html") || path.endsWith(".md")) {
      return false;
    }
    String folders = path.endsWith("/") ? path : path + "/";
    return folders.endsWith("/models/")
        || folders.endsWith("/checkpoints/")
        || folders.endsWith("/weights/")
        || folders.endsWith("/pretrained/");
  }

  /// What a page of a model at a hub shows beside the weights: logs, figures, tables, settings.
  private static final Pattern BESIDE =
      Pattern.compile(
          "(?i)/(?:tree|blob|resolve|raw)/[^/]{1,80}/(?:[^?#]{1,200}/)?(?:[\\w-]{0,40}logs?|tensorboard|runs|figures?|images?"
              + "|imgs?|plots?|eval\\w{0,12}|results?|samples?|demos?|docs?|assets|readme\\.md|config\\.json|[\\w-]{1,60}\\.(?:py|ipynb|md|csv|png|jpe?g|gif|txt)"
              + "|[\\w-]{0,40}(?:samples?|references?|demos?|datasets?|examples?|prompts?)(?:[_-](?:audios?|images?|videos?|wavs?|data|files))?\\.(?:zip|tar(?:\\.gz)?|tgz|7z|rar))/?$");

  /// Whether an address leads into a model's repository to what is none of its weights.
  static boolean leadsBeside(String target) {
    return BESIDE.matcher(target).find();
  }

  /// Words by which a sentence points at what it has just named.
  private static final Set<String> POINTING =
      Set.of("here", "this link", "link", "this url", "from here", "download", "download link");

  /// What is called so has been trained, and is no page on models.
  private static final List<String> TRAINED_MODELS =
      List.of(
          "pretrained", "pre-trained", "trained model", "trained network", "weights", "checkpoint");

  /// A packed folder that is called after models and nothing else: `models.tar.gz`.
  private static final Pattern PACKED_MODELS =
      Pattern.compile(
          "^`?(?:models?|weights|checkpoints?|ckpts?)(?:[_-]v?\\d[\\w.-]{0,12})?"
              + "(?:\\.(?:zip|tar|tgz|gz|bz2|xz|7z|rar)){1,2}`?$");

  /// Whether the link's own words call what it leads to trained: "pre-trained model", "checkpoint",
  /// or are the name of a packed folder of models.
  static boolean namesTrained(Link link) {
    String text = link.text().toLowerCase(Locale.ROOT).strip();
    return isNoPage(link)
        && text.length() < 60
        && !text.contains("data")
        && (TRAINED_MODELS.stream().anyMatch(text::contains) || PACKED_MODELS.matcher(text).find());
  }

  /// Whether a block stands below a heading of what has been trained: "Pretrained models".
  static boolean isBelowTrained(Block block) {
    String heading = block.heading().toLowerCase(Locale.ROOT).strip();
    return heading.equals("models")
        || heading.contains("model zoo")
        || TRAINED_MODELS.stream().anyMatch(heading::contains)
        || Signals.of(heading).has(Topic.TRAINED_MODEL);
  }

  /// Whether a heading further up is one of what has been trained, above those of its sizes.
  static boolean isUnderTrained(Block block) {
    return block.headings().stream()
        .map(h -> h.toLowerCase(Locale.ROOT))
        .anyMatch(h -> !DATA.matcher(h).find() && TRAINED_MODELS.stream().anyMatch(h::contains));
  }

  private static final Pattern PACKED =
      Pattern.compile("\\.(zip|tar|tgz|gz|bz2|xz|7z|rar)(\\?.*)?$", Pattern.CASE_INSENSITIVE);

  /// Whether a link points at a packed file, or is called as a download is.
  static boolean pointsAtFile(Link link) {
    String text = link.text().toLowerCase(Locale.ROOT).strip();
    return isNoPage(link)
        && (PACKED.matcher(link.target()).find()
            || POINTING.contains(text)
            || DataLinks.isHere(text)
            || text.equals("model"));
  }

  /// Whether an address is none of a document, a picture or a page of documentation.
  private static boolean isNoPage(Link link) {
    String target = link.target().toLowerCase(Locale.ROOT);
    return !link.image()
        && !target.endsWith(".md")
        && !target.endsWith(".pdf")
        && !target.contains("/docs/")
        && !target.contains("://docs.")
        && !target.contains("readthedocs");
  }

  /// Whether a sentence bids to download weights, and the link is where it points: "download the
  /// network weights from here", or says that trained ones are available there.
  static boolean pointsAtWeights(Block block, Link link) {
    String text = DataLinks.withoutSize(link.text().toLowerCase(Locale.ROOT).strip());
    boolean names =
        text.length() < NAMING
            && (text.endsWith(" models")
                || text.endsWith(" model")
                || text.endsWith(" weights")
                || text.endsWith(" checkpoint")
                || text.endsWith(" checkpoints"));
    String before = before(block, link, BEFORE);
    if (text.endsWith("available here") || POINTING.contains(text) && endsOffering(before)) {
      String said = before(block, link, SENTENCE);
      return !link.target().endsWith(".md")
          && offersTrained(said.substring(said.lastIndexOf(". ") + 1));
    }
    if (link.target().endsWith(".md")) {
      return false;
    }
    int bid = before.lastIndexOf("download");
    if (bid < 0) {
      return false;
    }
    // The thing stands behind the bid, before a passive one, or in the link's own words.
    boolean passive = before.startsWith("downloaded", bid);
    int full = before.lastIndexOf(". ");
    String said = before.substring(passive ? Math.max(0, full) : bid);
    boolean weights = said.contains("weight") || said.contains("checkpoint");
    // Whatever the place is called: "to download the weights, visit SOMEBODY'S PAGE".
    boolean sent = weights && SENDING.stream().anyMatch((said.strip() + " ")::endsWith);
    if (!POINTING.contains(text) && !names && !sent) {
      return false;
    }
    return (names || weights || said.contains("model")) && full < bid && !said.contains("data");
  }

  /// What is bid for is trained, and is no network of somebody else's that has a name.
  private static final Pattern TRAINED_THING =
      Pattern.compile(
          "^download(?: and \\w{2,12})? (?:(?:one|any|some|all) of )?(?:the |our |these |a )?"
              + "(?:pre-?trained|trained) (?:models?|networks?|nets?)\\b");

  /// Whether a sentence bids to download trained networks and sends the reader to a page for them:
  /// "Download one of the pretrained networks from <...>".
  static boolean sendsForTrained(Block block, Link link) {
    String before = before(block, link, BEFORE);
    int bid = before.lastIndexOf("download");
    if (bid < 0 || !isNoPage(link)) {
      return false;
    }
    String said = before.substring(bid);
    return TRAINED_THING.matcher(said).find()
        && SENDING.stream().anyMatch((said.strip() + " ")::endsWith)
        && !said.contains("data");
  }

  /// How a sentence says right before a bare address that what it speaks of is there.
  private static final Pattern THERE =
      Pattern.compile(
          "\\b(?:available|provided|released|found|hosted|uploaded|shared|published|downloaded)"
              + " (?:for download )?(?:at|on|in|from|under|via|here)? ?:?[\\s<(]{0,3}$");

  private static final Pattern FOR =
      Pattern.compile("\\b(?:available|provided|offered|released|ready) for $");

  /// "Acquire the settings and the weights from [the other repo](...)".
  private static final Pattern TAKEN =
      Pattern.compile(
          "\\b(?:acquire|obtain|get|fetch|take|grab)\\b[^.;]{0,160}\\b(?:weights|checkpoints?) from (?:the |our )?$");

  /// Whether a sentence bids to take weights from where a link leads.
  static boolean areTakenFrom(Block block, Link link) {
    return isNoPage(link) && TAKEN.matcher(before(block, link, SENTENCE)).find();
  }

  /// Whether a sentence says that weights can be found where a link leads, whatever that is.
  static boolean canBeFoundAt(Block block, Link link) {
    return isNoPage(link) && CAN_BE_FOUND.matcher(before(block, link, SENTENCE)).find();
  }

  /// "The model weights of X can be found at [somebody's page](...)".
  private static final Pattern CAN_BE_FOUND =
      Pattern.compile(
          "\\b(?:weights|checkpoints?|(?:pre-?)?trained (?:models?|networks?))"
              + "(?: (?:of|for) (?:[\\w-]{1,30} ){0,4}[\\w-]{1,30})?"
              + " (?:can|may|could) be (?:found|downloaded|obtained|accessed|fetched)"
              + " (?:at|on|in|from|via|under) (?:the |our )?$");

  /// Whether a sentence says that trained models are at a bare address, or for download, or that
  /// they can be found on a page, whatever that is called: "pre-trained models are released at
  /// http://...", "trained packages are available for [download](...)".
  static boolean offeredAt(Block block, Link link) {
    boolean bare = link.text().isBlank() || link.text().contains("://");
    boolean download = link.text().strip().equalsIgnoreCase("download");
    String said = before(block, link, SENTENCE);
    String sentence = said.substring(said.lastIndexOf(". ") + 1);
    return (bare && THERE.matcher(sentence).find() || download && FOR.matcher(sentence).find())
            && isNoPage(link)
            && offersTrained(sentence)
        || canBeFoundAt(block, link);
  }

  private static final Pattern PACKED_FROM =
      Pattern.compile(
          "\\bdownload (?:and unpack |and unzip |the (?:file )?)?[`'\"*_]{0,2}[\\w.-]{1,60}"
              + "\\.(?:zip|tar|tgz|gz|bz2|xz|7z|rar)[`'\"*_]{0,2} (?:from|at|on) (?:the |our |this )?$");

  /// Whether an item below a heading of what has been trained names a packed file and then the page
  /// to have it from.
  static boolean hasPacked(Block block, Link link) {
    String before = before(block, link, BEFORE);
    return isNoPage(link) && isBelowTrained(block) && PACKED_FROM.matcher(before).find();
  }

  /// Words before the list of what can be had.
  private static final Pattern LISTING =
      Pattern.compile("\\b(?:available|provided?|released?|download|following|offer)\\b");

  /// Whether an item of a list leads to what the words before the list offer as trained: "The
  /// following pre-trained models are available:".
  static boolean listedTrained(Block block, Link link) {
    String lead = block.lead().toLowerCase(Locale.ROOT).strip();
    return block.kind() == Block.Kind.ITEM
        && lead.length() <= SENTENCE
        && lead.endsWith(":")
        && isNoPage(link)
        && LISTING.matcher(lead).find()
        && offersTrained(lead);
  }

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(?:^|[.;|\\n]\\s?)\\W{0,4}(?:(?:the|our) )?(?:(?:pre-?)?trained |model |final )?"
              + "(?:(?:model )?weights|checkpoints?|(?:pre-?)?trained (?:models?|networks?))(?: files?)?[*_]{0,3}\\s?:[*_]{0,3}\\s{0,3}$");

  /// Whether an address stands right behind a label for it: "Pretrained weights: https://...".
  static boolean labelled(Block block, Link link) {
    int to = Math.min(block.text().length(), link.at());
    return isNoPage(link)
        && LABEL.matcher(block.text().substring(Math.max(0, to - BEFORE), to)).find();
  }

  /// Words right before a link that send the reader there.
  private static final List<String> SENDING =
      List.of(
          " visit ",
          " visit the ",
          " visit our ",
          " go to ",
          " go to the ",
          " from ",
          " from the ",
          " from our ",
          " via ",
          "登录 ",
          "访问 ",
          "前往 ");

  /// How a sentence says, right before it points, that something can be had: "are provided by
  /// somebody".
  private static final Pattern OFFERING =
      Pattern.compile(
          "\\b(available|provided|released|found|hosted|uploaded|shared|published|accessed|obtained)"
              + "\\b[^.:;]{0,40}$");

  /// Longer words of a link are a sentence and no name.
  private static final int NAMING = 80;

  private static boolean endsOffering(String before) {
    return OFFERING.matcher(before).find();
  }

  /// Whether a sentence speaks of what has been trained, and not first of data.
  private static boolean offersTrained(String said) {
    int trained =
        TRAINED_MODELS.stream()
            .mapToInt(said::indexOf)
            .filter(at -> at >= 0)
            .min()
            .orElse(Integer.MAX_VALUE);
    Matcher data = DATA.matcher(said);
    return trained < (data.find() ? data.start() : Integer.MAX_VALUE);
  }

  private static final Pattern DATA = Pattern.compile("\\b(data|datasets?|corpus|corpora)\\b");

  /// What a sentence says behind a link of what it leads to.
  private static final Pattern HOLDS =
      Pattern.compile(
          "^\\W{0,3}(?:a )?((?:sub-?module|repository|repo|page|folder|index|website|site|file) )?"
              + "(contain(?:s|ing)?|holds|hosts|provides?|lists|offers|includes?|has)\\b([^.]{0,80})");

  /// Whether a sentence says that what it links holds trained models: "[index](...) has links to
  /// pre-trained models".
  static boolean holdsTrained(Block block, Link link) {
    int from = Math.min(block.text().length(), link.at() + link.text().length());
    int to = Math.min(block.text().length(), from + BEFORE);
    Matcher m = HOLDS.matcher(block.text().substring(from, to).toLowerCase(Locale.ROOT));
    return m.find() && offersTrained(String.valueOf(m.group(3)));
  }

  /// How a checkpoint is told that a training was not yet done with.
  private static final Pattern STAGE =
      Pattern.compile(
          "\\b(after|with only|only) (the )?(stage[- ]?(one|two|three|i{1,3}|[1-3])"
              + "|(first|second)[- ]stage)( (pre-?)?training)?\\b");

  /// Whether the words before a link say that it is what one stage of the training had made.
  static boolean isOfAStage(Block block, Link link) {
    int to = Math.min(block.text().length(), link.at() + link.text().length());
    String before = block.text().substring(Math.max(0, to - BEFORE), to).toLowerCase(Locale.ROOT);
    return before.contains("checkpoint") && STAGE.matcher(before).find();
  }

  /// How far before a link the sentence is read that points at it.
  private static final int BEFORE = 120;

  /// How long a sentence may be that says what can be had.
  private static final int SENTENCE = 250;

  /// Calls and commands that take a model of a hub by its name.
  private static final List<String> CALLS =
      List.of(
          "from_pretrained(",
          "snapshot_download(",
          "hf download ",
          "huggingface-cli download ",
          "hf_hub_download(",
          "pipeline(",
          "vllm serve ",
          "modelscope download --model ",
          "modelscope download ",
          "LLM(");

  /// The addresses of models that commands or code fetch by name.
  static List<String> byName(String code) {
    List<String> found = new ArrayList<>();
    for (String call : CALLS) {
      int at = 0;
      while ((at = code.indexOf(call, at)) >= 0) {
        at += call.length();
        String id = hubName(code, at);
        if (!id.isEmpty()) {
          found.add("https://huggingface.co/" + id);
        }
      }
    }
    return found;
  }

  /// The `owner/name` within the next words of a call, or nothing.
  private static String hubName(String text, int at) {
    int end = Math.min(text.length(), at + 160);
    int line = text.indexOf(')', at);
    int stop = line > 0 ? Math.min(line, end) : end;
    int i = at;
    while (i < stop) {
      int from = i;
      while (i < stop && isNameCharacter(text.charAt(i))) {
        i++;
      }
      String word = text.substring(from, i);
      int slash = word.indexOf('/');
      if (slash > 0
          && slash == word.lastIndexOf('/')
          && slash < word.length() - 1
          && Character.isLetterOrDigit(word.charAt(0))
          && word.indexOf('.') != 0
          && !word.startsWith("path")
          && !word.startsWith("your")) {
        return word;
      }
      i++;
    }
    return "";
  }

  /// A command that starts a script which is named for fetching something.
  private static final Pattern FETCHING_SCRIPT =
      Pattern.compile(
          "(?m)^\\s*(?:[$>] )?(?:(?:bash|sh|source|python3?) +|\\./)"
              + "((?:\\./)?(?:[\\w.-]{1,60}/){0,6}(?:download|get|fetch)[\\w-]{0,60}"
              + "\\.(?:sh|py))(?=\\s|$)",
          Pattern.CASE_INSENSITIVE);

  /// How a script is named that fetches something else.
  private static final Pattern FOR_DATA = Pattern.compile("(?i)data|corpus|videos?|images?|raw");

  /// Commands that fetch an address.
  private static final Pattern FETCHING =
      Pattern.compile("(?m)^\\s*(?:[$>] )?(?:wget|curl|aria2c|axel|gdown|aws s3|gsutil) ");

  /// How a paragraph comes to commands that fetch a model: "Please first download the model `x` by
  /// the following commands:".
  private static final Pattern BID_FOR_MODEL =
      Pattern.compile(
          "(?i)\\bdownload (?:and (?:unzip|extract|unpack) )?(?:the |our |all |this |these )?(?:[\\w-]{2,20} ){0,2}"
              + "(?:models?|checkpoints?|networks?)(?: (?:called |named )?[\"'`*“][^\"'`*”]{1,80}[\"'`*”])?(?: files?)?"
              + "(?: (?:\\([^()]{1,40}\\) )?(?:by|with|through|via|using|from|as|here|running)\\b[^.:]{0,60})?\\s?:?$");

  /// The packed files that a block of commands fetches below words that call them trained models:
  /// "To have the pre-trained models, run `wget https://.../nets.tar.gz`".
  static List<String> packed(Block block) {
    String said = block.lead().isEmpty() ? block.heading() : block.lead();
    if (!FETCHING.matcher(block.text()).find()) {
      return List.of();
    }
    boolean trained = offersTrained(said.toLowerCase(Locale.ROOT));
    boolean bid = said.length() <= SENTENCE && BID_FOR_MODEL.matcher(said.strip()).find();
    return block.links().stream()
        .map(Link::target)
        .filter(target ->
            trained && PACKED.matcher(target).find()
                || OF_BUCKET.matcher(target).find()
                || bid && Address.kind(target) == Address.Kind.STORAGE)
        .toList();
  }

  /// A bucket, or a folder right in it, that is called after models.
  private static final Pattern OF_BUCKET =
      Pattern.compile(
          "(?i)^(?:s3|gs)://(?:[\\w.-]{1,60}/)?(?:[\\w-]{1,40}[.-])?(?:models|weights|checkpoints|pretrained)(?![A-Za-z0-9])");

  /// Whether a sentence that speaks of a trained model bids to download by this link: "To run the
  /// pretrained 9-layer model, please download it with this [link](...)".
  static boolean bidsTrained(Block block, Link link) {
    String said = before(block, link, SENTENCE);
    String sentence = said.substring(said.lastIndexOf(". ") + 1);
    return POINTING.contains(link.text().toLowerCase(Locale.ROOT).strip())
        && sentence.contains("download")
        && sentence.contains("model")
        && offersTrained(sentence);
  }

  /// The script that a block of commands starts to fetch what the words before it call weights or
  /// trained models: the address stands in the script, whatever its kind.
  static Optional<String> script(Block block) {
    String said = block.lead().isEmpty() ? block.heading() : block.lead();
    Signals s = Signals.of(said);
    String lower = said.toLowerCase(Locale.ROOT);
    boolean weights = s.has(Topic.WEIGHTS) || TRAINED_MODELS.stream().anyMatch(lower::contains);
    if (!weights || !lower.contains("download") && !lower.contains("fetch")) {
      return Optional.empty();
    }
    Matcher m = FETCHING_SCRIPT.matcher(block.text());
    while (m.find()) {
      String script = String.valueOf(m.group(1));
      if (!FOR_DATA.matcher(script.substring(script.lastIndexOf('/') + 1)).find()) {
        return Optional.of(script);
      }
    }
    return Optional.empty();
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '/' || c == '-' || c == '_' || c == '.';
  }

  /// What stands before a link in its block, in lower case, at most so many characters.
  private static String before(Block block, Link link, int most) {
    int to = Math.min(block.text().length(), link.at());
    return block.text().substring(Math.max(0, to - most), to).toLowerCase(Locale.ROOT);
  }
}
