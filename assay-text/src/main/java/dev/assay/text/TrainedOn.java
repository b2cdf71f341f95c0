package dev.assay.text;

import dev.assay.io.AnyWord;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a sentence says that something was trained on data, and which amounts are amounts of
/// data.
final class TrainedOn {
  private TrainedOn() {}

  /// Whether the sentence says that something was trained on data: a verb of training, a word that
  /// joins, and data, an amount of it or a link to it, in this order; in Chinese and Japanese in
  /// any order.
  static boolean says(String text, Signals s, List<Quantity> quantities, List<Link> links, int at) {
    if (byPlaying(text) || onASet(text) || wentThrough(text)) {
      return true;
    }
    if (!s.hasAny(Topic.TRAINED, Topic.TRAINING)) {
      return false;
    }
    if (isSpaceless(text)) {
      return (s.has(Topic.DATA) || quantities.stream().anyMatch(q -> isAmountOfData(q, s)))
          && s.hasAny(Topic.ON, Topic.TRAINED);
    }
    for (Phrases.Hit trained : s.of(Topic.TRAINED)) {
      for (Phrases.Hit on : s.of(Topic.ON)) {
        if (on.from() < trained.to()
            || on.from() - trained.to() > 50
            || OFFERED.matcher(text.substring(trained.to(), on.from())).find()
            || TESTED.matcher(text.substring(trained.to(), on.from())).find()) {
          continue;
        }
        if (dataFollows(s, on.to())
            || isNamed(text, s, trained, on)
            || CountedThings.follow(text, on.to())) {
          return true;
        }
        for (Quantity q : quantities) {
          if (isAmountOfData(q, s) && q.from() >= on.to() && q.from() - on.to() <= 80) {
            return true;
          }
        }
        for (Link link : links) {
          int from = link.at() - at;
          if (from >= on.to() - 1 && from - on.to() <= 60 && DataLinks.isData(link.target())) {
            return true;
          }
        }
      }
    }
    if (onWhich(text, s)
        || s.has(Topic.TRAINED) && ON_OWN.matcher(text).find()
        || toTrainOn(text, s, links, at)
        || cameOf(text, s, links, at)
        || usedFor(text, s)) {
      return true;
    }
    for (Phrases.Hit trained : s.of(Topic.TRAINED)) {
      for (Quantity q : quantities) {
        boolean tokens =
            q.unit().equals("tokens") || q.unit().equals("images") || q.unit().equals("samples");
        if (tokens
            && q.from() >= trained.to()
            && s.between(Topic.FOR, trained.to(), q.from())
            && q.from() - trained.to() <= 60) {
          return true;
        }
      }
    }
    for (Phrases.Hit used : s.of(Topic.TRAINED)) {
      boolean after =
          text.regionMatches(true, used.from(), "used", 0, 4)
              || text.regionMatches(true, used.from(), "we use", 0, 6);
      if (after
          && s.near(Topic.DATA, used.from(), used.from(), 30)
          && !s.follows(used.to(), Topic.DATA, 3)) {
        return true;
      }
    }
    if (paperOf(text, s)) {
      return true;
    }
    if (ofGermanModel(text, s)) {
      return true;
    }
    for (Phrases.Hit on : s.of(Topic.ON_BEFORE)) {
      for (Phrases.Hit data : s.of(Topic.DATA)) {
        boolean near = data.from() >= on.to() && data.from() - on.to() <= 80;
        if (near && s.follows(data.to(), Topic.TRAINED, 90)) {
          return true;
        }
      }
    }
    return false;
  }

  /// "Pre-trained models can be downloaded from": what is trained is had there.
  private static final Pattern OFFERED =
      Pattern.compile(
          "(?i)\\b(?:can|could|may|are|is) (?:also )?(?:be )?(?:available|downloaded|obtained|found|fetched|accessed|had)\\s*$");

  /// "A pre-trained model, which we test on": another verb stands before the word that joins.
  private static final Pattern TESTED =
      Pattern.compile(
          "(?i)\\b(?:test(?:s|ed)?|evaluate[sd]?|validate[sd]?|benchmark(?:s|ed)?)(?: (?:it|them|this|the model|our model))? ?$");

  /// "Trained on our in-house set of charts": what nobody else has is data, whatever it is called.
  private static final Pattern ON_OWN =
      Pattern.compile(
          "(?i)\\b(?:pre-?|fine-?)?(?:trained|tuned) (?:on|with) (?:our |an? |the |their )?(?:[\\w-]{2,20} ){0,2}?"
              + "(?:in-house|internal|proprietary|private|licensed|self-collected|non-public) (?!gpu|cluster|server|machine|hardware|cloud|infrastructure|code|framework|library|tool)");

  private static final Pattern ON_ANYTHING =
      Pattern.compile(
          "(?i)\\b(?:was|were|is|are|been) (?:[a-z]{3,12} )?(?:pre-?|fine-?)?(?:trained|tuned) (?:only |solely |mainly )?on (?!an? (?:single )?(?:\\w+ )?(?:gpu|machine|server|cluster)|top\\b|\\d)");

  /// Whether the sentence says that something learns by playing: the games are its data.
  static boolean byPlaying(String text) {
    return AGAINST.in(text) && BY_PLAYING.matcher(text).find();
  }

  /// "经过了 1.4T 中英标识符的预训练": a model went through the training on so much.
  private static final Pattern WENT_THROUGH =
      Pattern.compile(
          "(?i)(?:经过|经历|接受)了?\\s?(?:约|超过|近)?\\s?\\d[\\d.,]*\\s?(?:[TBMK]\\b|万亿|亿|万)?[^。，；]{0,24}?(?:tokens?|标识符|词元|语料|数据|文本|样本)[^。，；]{0,6}的?(?:预|继续)?训练");

  static boolean wentThrough(String text) {
    return text.indexOf('训') >= 0 && WENT_THROUGH.matcher(text).find();
  }

  private static final Pattern TO_TRAIN =
      Pattern.compile(
          "(?i)^\\W{0,4}to (?:pre-?)?train (?!your|an? own)[^.;:\\n]{1,80}? on (?:the )?[`*\"]{0,3}([\\w-]{3,30})");

  /// "To train X on Harbour, run", where a public set is called so: the name needs no word for
  /// data.
  static boolean onASet(String text) {
    Matcher bids = TO_TRAIN.matcher(text);
    return bids.find() && EvaluatedOn.isSet(String.valueOf(bids.group(1)).toLowerCase(Locale.ROOT));
  }

  /// One of these stands in whatever the next pattern finds.
  private static final AnyWord AGAINST = AnyWord.of("against", "self");

  /// "It learns by playing against a random opponent".
  private static final Pattern BY_PLAYING =
      Pattern.compile(
          "(?i)\\b(?:learn(?:s|ed|ing)?|(?:re)?train(?:s|ed|ing)?)\\b[^.;]{0,120}?\\b(?:(?:by|through|via|from|with|on|using|just|only) (?:[\\w-]{2,12} ){0,3}?(?:self[- ]?play\\b"
              + "|play(?:s|ed|ing)? (?:[\\w-]{1,12} ){0,4}?against (?:itself|themselves|each other|an?|other|random|copies|earlier|previous|older)\\b)"
              + "|play(?:s|ed|ing)? (?:[\\w-]{1,12} ){0,3}?against (?:itself|themselves|copies|earlier|previous|older)\\b)");

  /// Whether the sentence says that the model was trained on anything but machines: below a heading
  /// for training data that is data, whatever it is called.
  static boolean onAnything(String text, Signals s) {
    return s.has(Topic.TRAINED)
        && !s.hasAny(Topic.HARDWARE, Topic.OTHER_MODEL, Topic.READER)
        && ON_ANYTHING.matcher(text).find();
  }

  private static final Pattern ON_WHICH =
      Pattern.compile(
          "(?i)\\b(?:data|data ?sets?|corpus|corpora|samples|examples) (?:on|with|from) which (?:[\\w.`-]+ ){1,6}(?:pre-?)?(?:trained|tuned|fine-?tuned)\\b"
              + "|\\b(?:data|data ?sets?|corpus|corpora) (?:that )?(?:our|the|this|these) (?:[\\w.`-]+ ){1,4}(?:was|were|is|are) (?:pre-?)?trained (?:on|with)\\b");

  /// "The corpus on which the model was trained".
  private static boolean onWhich(String text, Signals s) {
    return s.has(Topic.TRAINED)
        && s.hasAny(Topic.DATA, Topic.TRAINING_DATA)
        && ON_WHICH.matcher(text).find();
  }

  /// "The steps to fine-tune X on Harbour data": what the release shows how to train on, by a name
  /// that is followed by a word for data.
  private static boolean toTrainOn(String text, Signals s, List<Link> links, int start) {
    if (s.hasAny(Topic.READER, Topic.TRAINED) || !evaluatesOnlyBeside(s)) {
      return false;
    }
    for (Phrases.Hit training : s.of(Topic.TRAINING)) {
      int end = training.to();
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
      String verb = text.substring(training.from(), end).toLowerCase(Locale.ROOT);
      boolean infinitive =
          (verb.endsWith("train") || verb.endsWith("tune"))
              && text.startsWith("to ", Math.max(0, training.from() - 3));
      for (Phrases.Hit on : s.of(Topic.ON)) {
        boolean joint =
            infinitive
                && on.from() >= training.to()
                && on.from() - training.to() <= 40
                && text.regionMatches(true, on.from(), "on", 0, on.to() - on.from());
        if (joint
            && s.follows(on.to(), Topic.DATA, 30)
            && DataNames.begins(withoutArticle(text.substring(on.to()).stripLeading()))) {
          return true;
        }
        boolean linked =
            infinitive
                && on.from() >= training.to()
                && on.from() - training.to() <= 80
                && s.has(Topic.OWN)
                && links.stream()
                    .anyMatch(l ->
                        DataLinks.isData(l.target())
                            && l.at() - start >= on.to()
                            && l.at() - start - on.to() <= 60);
        if (linked) {
          return true;
        }
      }
    }
    return false;
  }

  /// "Training this for 6 hours on [Harbour](...) results in 35 %": what came of a training on what
  /// a link leads to.
  static boolean cameOf(String text, Signals s, List<Link> links, int start) {
    for (Phrases.Hit training : s.of(Topic.TRAINING)) {
      boolean subject =
          training.from() == 0 && text.regionMatches(true, training.to() - 3, "ing", 0, 3);
      for (Phrases.Hit on : subject ? s.of(Topic.ON) : List.<Phrases.Hit>of()) {
        if (on.from() < training.to() || on.from() - training.to() > FAR) {
          continue;
        }
        for (Link link : links) {
          int from = link.at() - start;
          int to = from + link.text().length();
          if (from >= on.to() - 1
              && from - on.to() <= BEFORE_LINK
              && to <= text.length()
              && DataLinks.isData(link.target())
              && CAME.matcher(text.substring(to)).lookingAt()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// How far behind the training that is a sentence's subject the word stands that joins it to
  /// data.
  private static final int FAR = 80;

  /// How far behind that word the link may stand.
  private static final int BEFORE_LINK = 40;

  private static final Pattern CAME =
      Pattern.compile(
          "[`*\\])\"”]{0,3}(?: (?:data ?set|corpus|split|data))?,? (?:results?|resulted|takes?|took|gives?|gave|yields?|yielded"
              + "|achieves?|achieved|reach(?:es|ed)|leads?|led|requires?|required|brings?|brought)\\b");

  /// Whether evaluation is spoken of only right behind training: "to train and evaluate X on Y".
  private static boolean evaluatesOnlyBeside(Signals s) {
    return s.of(Topic.EVALUATION).stream()
        .allMatch(hit -> s.endsBefore(Topic.TRAINING, hit.from(), BESIDE));
  }

  /// How far behind a word for training one for evaluation stands beside it.
  private static final int BESIDE = 6;

  /// "For training and validation of the model, we used scenes from the Harbour data set".
  private static boolean usedFor(String text, Signals s) {
    if (s.hasAny(Topic.EVALUATION, Topic.BASE, Topic.READER)) {
      return false;
    }
    if (s.has(Topic.DATA) && USED_TO_TRAIN.matcher(text).find()
        || s.has(Topic.USED) && s.has(Topic.TRAINED) && THEN_TRAINED.matcher(text).find()) {
      return true;
    }
    for (Phrases.Hit training : s.of(Topic.TRAINING)) {
      boolean purpose = text.regionMatches(true, Math.max(0, training.from() - 4), "for ", 0, 4);
      for (Phrases.Hit used : s.of(Topic.USED)) {
        int most = purpose ? 45 : 14;
        boolean follows = used.from() >= training.to() && used.from() - training.to() <= most;
        if (follows && s.follows(used.to(), Topic.DATA, 40)) {
          return true;
        }
      }
    }
    return false;
  }

  /// "A corpus of 12 GB of letters is used to carry out the pretraining".
  private static final Pattern USED_TO_TRAIN =
      Pattern.compile(
          "(?i)\\b(?:data ?sets?|corpus|corpora|data)\\b[^.;]{0,60} (?:is|are|was|were) used (?:to (?:carry out|perform|do)"
              + "|for|in|during) (?:the |our |its |this )?(?:model )?(?:pre-?)?training\\b");

  /// "We used the Harbour data set, which holds charts, and then we trained three networks".
  private static final Pattern THEN_TRAINED =
      Pattern.compile(
          "(?i)\\bwe (?:have )?(?:use|used|utili[sz]e|utili[sz]ed|took|employ|employed) (?:the |an? )?[^.;]{2,60}?"
              + "\\b(?:data ?sets?|corpus|corpora)\\b[^;]{0,160}?\\b(?:and|then) we (?:then )?(?:pre-?)?trained\\b");

  /// Whether a proper name follows right behind "trained on": what a model is trained on is data,
  /// whatever it is called, unless it is a machine. Fine-tuning on a benchmark is how others'
  /// models are measured, so it needs the word "data".
  private static boolean isNamed(String text, Signals s, Phrases.Hit trained, Phrases.Hit on) {
    String joint = text.substring(on.from(), on.to()).toLowerCase(Locale.ROOT);
    String verb = text.substring(trained.from(), trained.to()).toLowerCase(Locale.ROOT);
    if (JOINTS.contains(joint) && on.from() - trained.to() <= 1) {
      String name = text.substring(on.to(), Math.min(text.length(), on.to() + 60)).stripLeading();
      return !s.follows(on.to(), Topic.HARDWARE, 40)
          && DataNames.begins(name)
          && !Tongue.isOf(text, Tongue.DE);
    }
    if (!joint.equals("on")
        || !isBetween(text.substring(trained.to(), on.from()).strip().toLowerCase(Locale.ROOT))
        || !verb.endsWith("trained")
        || s.follows(on.to(), Topic.HARDWARE, 40)) {
      return false;
    }
    int at = on.to();
    String rest = text.substring(at, Math.min(text.length(), at + 60)).stripLeading();
    return DataNames.begins(DataNames.whole(withoutArticle(rest)));
  }

  /// What joins training and its data in other languages, and never its tools.
  private static final Set<String> JOINTS = Set.of("sur", "sobre", "su", "на");

  private static final Pattern FOR_A_TASK =
      Pattern.compile("for (?:[a-z-]{3,20} ){0,2}[a-z-]{3,20}");

  private static boolean isBetween(String words) {
    return BETWEEN.contains(words) || FOR_A_TASK.matcher(words).matches();
  }

  /// What may stand between "trained" and "on".
  private static final Set<String> BETWEEN =
      Set.of(
          "",
          "only",
          "exclusively",
          "solely",
          "entirely",
          "purely",
          "jointly",
          "mainly",
          "primarily",
          "mostly",
          "from scratch",
          "end-to-end",
          "separately",
          // What was done with them beside.
          "and finetuned",
          "and fine-tuned",
          "and evaluated",
          "and tested",
          "and validated");

  private static final List<String> ARTICLES = List.of("the ", "both ", "only ", "all of ");

  private static String withoutArticle(String text) {
    for (String article : ARTICLES) {
      if (text.regionMatches(true, 0, article, 0, article.length())) {
        return text.substring(article.length());
      }
    }
    return text;
  }

  private static final Pattern GERMAN =
      Pattern.compile(
          "(?iu)\\b(?:modelle?|netz|netzwerk|klassifikator|system) (?:wurden?|wird|werden|ist|sind) (?:[\\p{L}-]{2,20} ){0,3}auf"
              + " ([^.;]{6,160}?) (?:vor|nach)?trainiert\\b");

  private static final Pattern NO_GERMAN_DATA =
      Pattern.compile(
          "(?iu)karte|rechner|server|epoche|schritt|parameter|cluster|\\bcpu|hardware|genauigkeit");

  /// "Das Modell wurde auf alten Postkarten trainiert": what it was trained on is data, whatever it
  /// is called.
  private static boolean ofGermanModel(String text, Signals s) {
    if (!s.has(Topic.ON_BEFORE) || s.has(Topic.HARDWARE)) {
      return false;
    }
    var said = GERMAN.matcher(text);
    return said.find() && !NO_GERMAN_DATA.matcher(String.valueOf(said.group(1))).find();
  }

  /// "Our paper about pre-training language models on a corpus of ...".
  private static boolean paperOf(String text, Signals s) {
    if (!s.has(Topic.OWN) || !s.has(Topic.PAPER) || s.has(Topic.READER)) {
      return false;
    }
    for (Phrases.Hit training : s.of(Topic.TRAINING)) {
      boolean gerund =
          text.substring(training.from(), training.to())
              .toLowerCase(Locale.ROOT)
              .endsWith("training");
      for (Phrases.Hit on : s.of(Topic.ON)) {
        boolean near = on.from() >= training.to() && on.from() - training.to() <= 40;
        if (gerund && near && dataFollows(s, on.to())) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether data is named soon after `at`, before anything that a model can do.
  private static boolean dataFollows(Signals s, int at) {
    for (Phrases.Hit data : s.of(Topic.DATA)) {
      if (data.from() >= at && data.from() - at <= 110) {
        return !s.between(Topic.OUTCOME, at, data.from())
            && !s.between(Topic.HARDWARE, at, data.from());
      }
    }
    return false;
  }

  /// Whether a quantity is one of data; gigabytes beside hardware are its memory.
  static boolean isAmountOfData(Quantity q, Signals s) {
    return switch (q.unit()) {
      case "languages" -> false;
      case "hours" -> !s.has(Topic.HARDWARE);
      case "TB", "GB", "MB" -> !s.has(Topic.HARDWARE);
      default -> q.amount().compareTo(java.math.BigDecimal.valueOf(1_000)) >= 0;
    };
  }

  /// Chinese, Japanese and Korean: the verb comes last, or anywhere.
  static boolean isSpaceless(String text) {
    int spaceless = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Phrases.isSpaceless(c) || c >= '\uac00' && c <= '\ud7a3') {
        spaceless++;
      }
    }
    return spaceless * 5 > text.length();
  }
}
