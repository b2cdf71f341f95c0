package dev.assay.text;

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
    return isBelowOffer(block, link, before);
  }

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
    return offered && file && !DATA.matcher(name).find() && !DATA.matcher(line).find();
  }

  private static String before(Block block, Link link) {
    int to = Math.min(block.text().length(), Math.max(0, link.at()));
    return block.text().substring(Math.max(0, to - BEFORE), to).toLowerCase(Locale.ROOT);
  }
}
