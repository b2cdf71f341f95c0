package dev.assay.text;

import dev.assay.io.AnyWord;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a sentence says of weights where these are its subject or its object, whatever else it
/// speaks of: that they are not given, that they will be, that one has to ask for them.
///
/// "The fine-tuned weights will not be released" speaks of training too, and "we will open-source
/// the models and the data" of data; what is nearest to the verb decides.
final class SaidOfWeights {
  private static final String NOUN =
      "(?:model |network |pre-?trained |trained )?(?:weights|checkpoints?)|(?:pre-?)?trained (?:models?|networks?)|model files(?:/weights)?";

  private static final String ASIDE =
      "(?: ?\\([^()]{0,60}\\))?(?: (?:of|for|from|on|in) (?:[\\w-]+ ){0,4}[\\w-]+)?";

  private static final String GIVEN =
      "(?:released|shared|published|distributed|disclosed|open-?sourced|uploaded|redistributed"
          + "|(?:made )?(?:publicly |openly )available|made available|made public|public)\\b";

  private static final Pattern NOT_GIVEN =
      Pattern.compile(
          "\\b(?:"
              + NOUN
              + ")"
              + ASIDE
              + ",? (?:will|can|could|are|is|have|has)(?:n[’']t| ?not| never| no longer)(?! yet)(?: (?:currently|publicly|openly|be|been|also)){0,3} "
              + GIVEN);

  /// "预训练权重暂不开源".
  private static final Pattern NOT_GIVEN_SPACELESS =
      Pattern.compile(
          "(?:模型|训练|预训练)?权重(?:文件)?[^。；，,、！？以后]{0,6}?(?:暂不|暂时不|不会|不予|不便|无法|不能|不|未)(?:对外)?(?:开源|公开|发布|提供|开放)"
              + "|(?:暂不|不会|无法|不能|不便)(?:对外)?(?:开源|公开|发布|提供|开放)[^。；，,、！？]{0,6}权重");

  private static final Pattern WE_DO_NOT =
      Pattern.compile(
          "\\b(?:we|i)\\b[^.;:]{0,24}? (?:cannot|can[’']t|can not|will not|won[’']t|do not|don[’']t|(?:are|am) (?:unable|not able|not allowed|not permitted) to)"
              + " (?:publicly |currently |openly )?(?:release|share|publish|distribute|disclose|open-?source|upload)"
              + " (?:the |our |any |these |all )?(?:[\\w-]+ ){0,3}?(?:weights|checkpoints|(?:pre-?)?trained models?)\\b");

  /// What is not given is the data or code for them.
  private static final Pattern OF_ANOTHER_THING =
      Pattern.compile(
          "\\b(?:data|datasets?|corpus|code|scripts?|logs?)\\b[^.;,]{0,30}\\b(?:for|of|used|to train|training|behind|producing)\\b[^.;,]{0,24}$"
              + "|\\b(?:their|his|her|other|others[’']) (?:[\\w-]+ )?$");

  private static final Pattern ON_REQUEST =
      Pattern.compile(
          "\\b(?:"
              + NOUN
              + "|models)"
              + ASIDE
              + "(?: (?:is|are|can|will|may))?(?: be)?(?: (?:also|only|currently|made|all)){0,2} (?:available|provided|shared|obtained|released|accessible|given)"
              + "(?: by the authors?)?(?: only)? (?:upon|on|by|at) (?:reasonable |individual |email |written )?request\\b");

  private static final Pattern BEHIND_THE_PROMISE =
      Pattern.compile(
          "^ (?:also )?(?:the |our |all |both |these )?(?:[\\w-]+ ){0,2}(?:models?|weights|checkpoints)(?=$|[,.;!/&)]| and\\b| as well| soon| at\\b| on\\b| in\\b| under\\b)");

  private static final Pattern BEFORE_THE_PROMISE =
      Pattern.compile(
          "\\b(?:" + NOUN + "|models)(?:,? (?:and|&) (?:[\\w-]+ ){0,2}[\\w-]+)? [(（]?$");

  private static final int BEFORE = 60;

  /// "New models will be released": others than these.
  private static final Pattern FURTHER =
      Pattern.compile(
          "\\b(?:new|newer|other|more|larger|bigger|smaller|future|further|additional|next|upcoming) (?:[\\w-]+ ){0,2}?(?:models?|checkpoints?|weights|versions?)\\b"
              + "|(?:发布|开源|推出|公开|训练)(?:更多|更大|更强|更新|其他|其它|新的?)|(?:更大|更强|更多|新一代)(?:规模)?的(?:模型|版本)|后续(?:的)?(?:版本|模型)");

  private static final AnyWord NEGATED = AnyWord.of("not", "n't", "unable", "never", "no longer");

  private static final AnyWord REQUEST = AnyWord.of("request");

  private SaidOfWeights() {}

  /// Whether a sentence speaks of models to come beside these.
  static boolean ofFurtherOnes(String sentence) {
    return FURTHER.matcher(sentence.toLowerCase(Locale.ROOT)).find();
  }

  static boolean refused(String sentence) {
    if (sentence.contains("权重") && NOT_GIVEN_SPACELESS.matcher(sentence).find()) {
      return true;
    }
    if (!NEGATED.in(sentence) && sentence.indexOf('’') < 0) {
      return false;
    }
    String s = sentence.toLowerCase(Locale.ROOT);
    Matcher m = NOT_GIVEN.matcher(s);
    boolean passive = m.find() && !ofAnotherThing(s, m.start());
    return passive || WE_DO_NOT.matcher(s).find();
  }

  static boolean onRequest(String sentence) {
    if (!REQUEST.in(sentence)) {
      return false;
    }
    String s = sentence.toLowerCase(Locale.ROOT);
    Matcher m = ON_REQUEST.matcher(s);
    return m.find() && !ofAnotherThing(s, m.start());
  }

  /// Whether a promise is one of weights: they stand right behind an active verb, or right before a
  /// passive one.
  ///
  /// @param promise where the words of the promise stand in the sentence
  static boolean promised(String sentence, Phrases.Hit promise) {
    String s = sentence.toLowerCase(Locale.ROOT);
    if (s.length() != sentence.length()) {
      return false;
    }
    String words = s.substring(promise.from(), promise.to());
    boolean passive = words.contains(" be ");
    return passive && !words.endsWith("release")
        ? BEFORE_THE_PROMISE
            .matcher(s.substring(Math.max(0, promise.from() - BEFORE), promise.from()))
            .find()
        : BEHIND_THE_PROMISE
            .matcher(s.substring(promise.to(), Math.min(s.length(), promise.to() + BEFORE)))
            .find();
  }

  private static boolean ofAnotherThing(String s, int at) {
    return OF_ANOTHER_THING.matcher(s.substring(Math.max(0, at - BEFORE), at)).find();
  }
}
