package dev.assay.text;

import dev.assay.model.Component;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which code of the release a link to a host of code leads to, by the words around it. That code
/// and a project stand in one sentence says little: thanks, sources, examples and terms link
/// projects too.
final class CodeLinks {
  private static final int NEAR = 60;

  private static final int WORDS_OF_CREDIT = 40;

  /// How near a word on fine-tuning makes training code that of it.
  private static final int TUNING = 24;

  /// "The training code is based on [X]" tells where it was taken from.
  private static final Pattern CREDIT =
      Pattern.compile(
          "(?i)\\b(?:based on|adapt(?:s|ed)?\\b|modified from|inspired|borrow\\w*|built (?:up)?on|"
              + "built on top|credits?|thanks?|(?<!the )follow(?:s|ing|ed)?\\b|such as|similar to|"
              + "same as|licen[sc]ed|trained on|compar\\w*|refers to|references?|"
              + "(?:is|are|comes?|taken|forked|copied) from)|参考了|参考自|基于|借鉴|改编|感谢|致谢|来自");

  /// What may stand between a project and what is called its code: "[X] training scripts".
  private static final Pattern BEHIND =
      Pattern.compile("[`*\")\\]]{0,3}(?:'s|’s)?(?:, (?:a|an|our|the) )? ?[^,，.;:、()]{0,30}");

  /// Frameworks for fine-tuning are listed with what they are: "[X]: an efficient tuning
  /// framework".
  private static final Pattern LISTED = Pattern.compile("[`*\")\\]]{0,3}:? ?[^,，;、]{0,60}");

  private static final Pattern NO_CODE =
      Pattern.compile(
          ".*(?:/wiki(?:/.*)?|/(?:licen[sc]e|copying)[^/]*|/cfg/datasets/.*|/issues(?:/.*)?)");

  private static final Pattern TUNES =
      Pattern.compile(
          "(?i).*(?:^|[/_.-])(?:finetun\\w*|fine[_-]tun\\w*|supervised[_-]finetun\\w*|sft|lora|qlora|ppo|dpo|grpo|rlhf)"
              + "(?:[/_.-].*|$)");

  /// "Was trained with [X]": words by which a project is what trained it.
  private static final Pattern WITH =
      Pattern.compile(
          "(?i)\\b(?:using|with|via|through|within)\\b(?:(?!\\bon\\b)[^.;])*$|用[^。；]*$");

  private static final Pattern IN =
      Pattern.compile("(?i)^(?:[^.;]{0,30})\\b(?:in|by)\\b[^.;]{0,12}$");

  private static final Pattern WAS =
      Pattern.compile("(?i)\\b(?:was|were|is|are|been|originally|we|and) (?:\\w+ )?$");

  private static final Pattern NOUN =
      Pattern.compile(
          "(?i)^[ -](?!the |our |this |these |all |it |an? )(?:[\\w-]+ )?"
              + "(?:models?|networks?|weights|checkpoints?|versions?|language model)\\b");

  private CodeLinks() {}

  /// The code of this kind that a link leads to, where it does; training code spoken of as that of
  /// a fine-tuning is fine-tuning code.
  static Optional<Component> meant(
      Topic topic, Component code, Link link, String text, int at, Setting setting, Signals lead) {
    if (!mayBeCode(link.target())) {
      return Optional.empty();
    }
    Signals words = Signals.of(link.text());
    Phrases.Hit hit = null;
    if (code == Component.TRAINING_CODE && sendsToTrain(text, link, at)) {
      return Optional.of(code);
    }
    if (words.has(topic)) {
      if (isCredit(text, Math.max(0, at - WORDS_OF_CREDIT), at)) {
        return Optional.empty();
      }
    } else {
      hit = near(topic, text, at, at + link.text().length());
      if (hit == null || words.hasAny(Topic.DATA, Topic.TRAINING_DATA)) {
        return Optional.empty();
      }
    }
    boolean tuning =
        code == Component.TRAINING_CODE && isTuning(link, text, hit, at, setting, lead);
    return Optional.of(tuning ? Component.FINE_TUNING_CODE : code);
  }

  /// "To train from the first stage, you need this [repo](X)": said of the release's own training.
  private static boolean sendsToTrain(String text, Link link, int at) {
    return HERE.matcher(link.text().strip()).matches()
        && TO_TRAIN.matcher(text.substring(0, Math.clamp(at, 0, text.length()))).find()
        && !Signals.of(text).hasAny(Topic.POST_TRAINING)
        && !YOURS.matcher(text).find();
  }

  private static final Pattern HERE =
      Pattern.compile("(?i)(?:this |the |our )?(?:repo|repository|codebase|here|link)");

  private static final Pattern TO_TRAIN =
      Pattern.compile(
          "(?i)\\bto (?:pre-?)?train\\b[^.;]{0,80}\\b(?:you need|use|see|refer to|check|visit|go to)\\b[^.;]{0,30}$");

  private static final Pattern YOURS =
      Pattern.compile("(?i)\\b(?:your|own|custom|tokenizer|classifier|evaluat\\w*)\\b");

  /// "This repository provides training scripts for [X]": they are here, and X is what they are
  /// for.
  private static final Pattern PROVIDES =
      Pattern.compile(
          "(?i)\\bthis (?:\\w+ )?(?:repo|repository|codebase)(?: also)? (?:provides|contains|includes"
              + "|offers|holds|hosts|has|implements)\\b[^.;]{0,80}$");

  private static boolean isCredit(String text, int from, int to) {
    return from < to && CREDIT.matcher(text.substring(from, Math.min(to, text.length()))).find();
  }

  /// The words that call what a link leads to code of a kind.
  private static Phrases.@Nullable Hit near(Topic topic, String text, int at, int end) {
    for (Phrases.Hit hit : Signals.of(text).of(topic)) {
      boolean before =
          hit.to() <= at
              && at - hit.to() <= NEAR
              && !PROVIDES.matcher(text.substring(0, hit.from())).find();
      boolean behind = hit.from() >= end && hit.from() - end <= NEAR;
      if (before && !isCredit(text, hit.to(), at)
          || behind
              && (topic == Topic.FINE_TUNING_CODE ? LISTED : BEHIND)
                  .matcher(text.substring(Math.min(end, text.length()), hit.from()))
                  .matches()
              && !isCredit(text, Math.max(0, at - WORDS_OF_CREDIT), at)
          || hit.from() < end && hit.to() > at) {
        return hit;
      }
    }
    return null;
  }

  private static boolean isTuning(
      Link link, String text, Phrases.@Nullable Hit hit, int at, Setting setting, Signals lead) {
    int from = hit == null ? at : hit.from();
    int to = hit == null ? at + link.text().length() : hit.to();
    Signals s = Signals.of(text);
    boolean pretraining =
        s.near(Topic.PRETRAINING, from, to, TUNING)
            || setting.pretraining()
            || lead.has(Topic.PRETRAINING);
    boolean tuning =
        s.near(Topic.POST_TRAINING, from, to, TUNING)
            || setting.postTraining()
            || lead.has(Topic.POST_TRAINING);
    return TUNES.matcher(link.target().toLowerCase(Locale.ROOT)).matches()
        || tuning && !pretraining;
  }

  /// Whether a sentence says that a model was trained with what a link leads to: "trained using
  /// [X]". "Trained models" and what was trained "on [X]" say nothing of code.
  static boolean trainedWith(String text, Phrases.Hit trained, Link link, int at) {
    if (trained.to() > at || at - trained.to() > NEAR || !mayBeCode(link.target())) {
      return false;
    }
    String between = text.substring(trained.to(), Math.min(at, text.length()));
    return !NOUN.matcher(text.substring(trained.to(), Math.min(text.length(), trained.to() + 30)))
            .find()
        && (WITH.matcher(between).find() || IN.matcher(between).find() && isVerb(text, trained))
        && !Signals.of(link.text()).hasAny(Topic.DATA, Topic.TRAINING_DATA);
  }

  private static boolean isVerb(String text, Phrases.Hit trained) {
    String words = text.substring(Math.max(0, trained.from() - 24), trained.to());
    return WAS.matcher(words.substring(0, words.length() - (trained.to() - trained.from()))).find()
        || words.toLowerCase(Locale.ROOT).contains("were ")
        || words.toLowerCase(Locale.ROOT).contains("was ");
  }

  /// Whether an address may be one of code: a page of documents, of a licence or of a person is
  /// none.
  private static boolean mayBeCode(String target) {
    String plain = target.toLowerCase(Locale.ROOT);
    int end = plain.indexOf('#') < 0 ? plain.length() : plain.indexOf('#');
    int query = plain.indexOf('?');
    String path = plain.substring(0, query < 0 ? end : Math.min(end, query));
    return Address.isBelowAProject(target) && !NO_CODE.matcher(path).matches();
  }
}
