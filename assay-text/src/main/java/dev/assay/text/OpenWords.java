package dev.assay.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whether words such as "open source" say something of a model or of its release: what stands
/// behind them is named by no other noun (a library, a data set, a community), what stands before
/// them speaks of no other models, and they are no promise.
///
/// A claim that is held against a release must be the release's own; in doubt it is none.
public final class OpenWords {
  /// How far a noun stands behind the adjective: "open source language modelling data set".
  private static final int NOUN_WITHIN = 60;

  /// How far a word such as "most" or "will be" stands before it.
  private static final int WORD_WITHIN = 28;

  /// Where the noun behind the words ends.
  private static final Pattern NOUN_ENDS =
      Pattern.compile(
          "[.;:!?()|\\[\\]<>\"。，；：！？（）、】]|"
              + " (?:that|which|who|for|from|by|to|with|is|are|was|were|in|on|of"
              + "|under|at|as|and|or|trained|released|designed|developed|available)\\b");

  private static final Pattern OTHER_NOUN =
      Pattern.compile(
          "\\b(?:librar(?:y|ies)|engines?|tools?|toolkits?|toolbox|frameworks?|platforms?|ecosystems?"
              + "|software|packages?|communit(?:y|ies)|research|sota|data|datasets?|corpus|corpora"
              + "|licen[cs]es?|terms|polic(?:y|ies)|compliant|principles?|world|implementations?|codes?"
              + "|codebases?|repositor(?:y|ies)|scripts?|licens(?:ed|ing)|contribut\\w*|alternatives?"
              + "|movement|initiatives?|collaborations?|innovation|development|benchmarks?|evaluations?|protocols?|plugins?|clients?|bindings?"
              + "|apps?|applications?|interfaces?|showdown|solutions?|approach(?:es)?|efforts?"
              + "|sets?|methods|techniques?|versions?|agreements?|papers?|requirements?|obligations?|spirit|ethos|culture|counterparts?|competitors?|baselines?|peers?)\\b");

  /// "We open-source the code, weights, and benchmarks": weights among what is given.
  private static final Pattern WITH_WEIGHTS =
      Pattern.compile(
          "^(?:d|s)? (?:the |our |all )?(?:[\\w-]+ ){0,2}(?:codes?|data|datasets?),"
              + " (?:[\\w-]+,? ){0,4}?(?:weights|checkpoints|models)\\b");

  private static final List<String> OTHER_NOUN_SPACELESS =
      List.of(
          "计划", "社区", "协议", "许可", "生态", "要求", "数据", "语料", "代码", "工具", "框架", "库", "平台", "软件", "权重 |",
          "力量", "精神", "贡献", "评测", "コミュニティ", "커뮤니티", "ライブラリ", "データ");

  /// Words before that make others of what is spoken of, or a time to come.
  private static final Pattern BEFORE =
      Pattern.compile(
          "\\b(?:no(?: official| real| truly| public)?|most|many|other|others|existing|all|than|among|amongst|several|some|various|successful|compared"
              + " (?:to|with)|versus|vs|like|unlike|previous|prior|popular|current|recent|similar|these|will"
              + " be|be|plan(?:s|ned|ning)? to|going to|to be|soon|intend"
              + " to|will|would|could|may|might|using|use|uses|used|experiment with|based on|built"
              + " on|leverag\\w+|thanks to|including|without limitation|subject"
              + " to|agreement|license|licence|multiple|both|only|evaluat\\w+|compar\\w+|against|contribut\\w+"
              + " to|capabilities of|its|their)(?:"
              + " (?:the|an?|also|fully|completely|other|been|able|currently|available|our|your|any|free"
              + "|sota|best|leading|strongest|top|largest|larger|state-of-the-art))*["
              + " \\-–]*$");

  private static final List<String> BEFORE_SPACELESS =
      List.of(
          "将", "即将", "计划", "后续", "会", "陆续", "待", "其他", "现有", "多数", "大多", "部分", "许多", "各", "同类",
          "相比", "优于", "超过", "超越", "为", "基于", "使用", "利用", "比", "和");

  /// "The foundation of open source models", and not "a family of open source models".
  private static final Pattern OF =
      Pattern.compile(
          "\\b(?<!suite )(?<!family )(?<!series )(?<!set )(?<!collection )(?<!range )(?<!group )of"
              + " $");

  private static final Pattern TO_COME =
      Pattern.compile(
          "\\b(?:will|in the future|plan(?:s|ned|ning)? to|soon|going to|alongside)\\b");

  private static final List<String> TO_COME_SPACELESS = List.of("会", "将", "未来", "计划", "后续", "即将");

  /// What is open is the code alone, or data.
  private static final Pattern CODE = Pattern.compile("\\b(?:codes?|codebase|data|datasets?)\\b");

  private static final Pattern MODEL =
      Pattern.compile("\\b(?:models?|weights|checkpoints?|llms?|everything)\\b");

  /// How far the subject may stand before the words.
  private static final int SUBJECT_WITHIN = 80;

  /// The same where a sign is a word.
  private static final int SIGNS = 20;

  /// "Fully open for academic research" gives a part and says so.
  private static final Pattern ONLY_FOR =
      Pattern.compile(
          "^ (?:access )?(?:for|to) (?:\\w+ )?(?:academi|research|non|scientific|education)");

  private static final Pattern FIRST =
      Pattern.compile(
          "^(?:it|this) is\\b|\\b(?:we|us)\\b(?: \\w+){0,4}? (?:are |have |to |now |fully |hereby |also |completely"
              + " )*open[ -]?sourc|\\bwe\\b(?:'re| are| have)?(?: \\w+){0,4}?"
              + " (?:introduc|present|releas|announc|propos|provid|open"
              + "|publish|offer|develop|creat|built|build|train|shar)\\w*|\\b(?:our|this|these)"
              + " (?:\\w+["
              + " -]){0,4}?(?:models?|releases?|projects?|repo|repository|works?|weights|llms?"
              + "|famil(?:y|ies)|series|systems?|networks?|checkpoints?)\\b|\\b(?:the|following)"
              + " (?:models?|weights|checkpoints)(?: \\w+){0,3} (?:is|are|has been|have"
              + " been|were|was)\\b|\\b(?:everything|the entire|all (?:the"
              + " )?(?:models?|weights|checkpoints|code)) (?:\\w+ ){0,6}?(?:is|are)\\b|\\bhas open["
              + " -]?sourced\\b");

  private static final List<String> FIRST_SPACELESS =
      List.of("我们", "本次", "本项目", "本模型", "本仓库", "本系列", "我々", "私たち", "우리", "저희", "本リポジトリ");

  private OpenWords() {}

  /// Whether the words in a sentence may speak of a model or its release.
  ///
  /// @param sentence the sentence
  /// @param from where the words begin
  /// @param to the place after them
  static boolean mayBeOfTheRelease(String sentence, int from, int to) {
    String s = sentence.toLowerCase(Locale.ROOT);
    String words = s.substring(from, to);
    // What stands around the words is known in these languages alone.
    boolean known = words.contains("open") || words.contains("开源") || words.contains("オープン");
    if (!known || words.equals("open science")) {
      return false;
    }
    String after = s.substring(to, Math.min(s.length(), to + NOUN_WITHIN));
    // A part of an address.
    if (!after.isEmpty() && "@/_".indexOf(after.charAt(0)) >= 0
        || from > 0 && "@/_.".indexOf(s.charAt(from - 1)) >= 0) {
      return false;
    }
    if (ONLY_FOR.matcher(after).find()) {
      return false;
    }
    var end = NOUN_ENDS.matcher(after);
    String noun = end.find() ? after.substring(0, end.start()) : after;
    // "An open source picture and film toolbox": the noun stands behind the joint.
    if (!MODEL.matcher(noun).find()) {
      noun = after.substring(0, beyondJoints(after));
    }
    boolean listed = WITH_WEIGHTS.matcher(after).find();
    if (!listed && OTHER_NOUN.matcher(noun).find() || ofOtherThings(noun, OTHER_NOUN_SPACELESS)) {
      return false;
    }
    String subject = s.substring(Math.max(0, from - SUBJECT_WITHIN), from);
    String near = subject.substring(Math.max(0, subject.length() - SIGNS));
    if (TO_COME.matcher(subject).find()
        || TO_COME_SPACELESS.stream().anyMatch(near::contains)
        || ofCodeAlone(subject)) {
      return false;
    }
    String before = s.substring(Math.max(0, from - WORD_WITHIN), from);
    return !BEFORE.matcher(before).find()
        && !OF.matcher(before).find()
        && BEFORE_SPACELESS.stream().noneMatch(before.stripTrailing()::endsWith);
  }

  /// Where the noun ends if "and" and "or" are taken to join what stands before it.
  private static int beyondJoints(String after) {
    var end = NOUN_ENDS.matcher(after);
    int at = 0;
    while (end.find(at)) {
      if (!end.group().equals(" and") && !end.group().equals(" or")) {
        return end.start();
      }
      at = end.end();
    }
    return after.length();
  }

  private static boolean ofOtherThings(String noun, List<String> others) {
    String near = noun.substring(0, Math.min(noun.length(), SIGNS));
    boolean model = near.contains("模型") || near.contains("权重") || near.contains("モデル");
    return others.stream().anyMatch(near::contains) && !model
        || others.stream().anyMatch(n -> near.indexOf(n) >= 0 && near.indexOf(n) <= 2)
        || near.contains("多く");
  }

  private static boolean ofCodeAlone(String subject) {
    var last = CODE.matcher(subject);
    boolean code = last.find() && !MODEL.matcher(subject).find();
    return code
        || (subject.contains("代码") || subject.contains("数据"))
            && !subject.contains("模型")
            && !subject.contains("权重");
  }

  /// Whether a sentence speaks in the first person, or of "this model": then its words are the
  /// release's own though its name does not stand there.
  ///
  /// @param sentence the words as written
  public static boolean ofItself(String sentence) {
    String s = sentence.toLowerCase(Locale.ROOT).replaceAll("[*_`]+", "");
    return FIRST.matcher(s).find()
        || FIRST_SPACELESS.stream().anyMatch(s::contains)
        || FIRST_IN_OTHERS.matcher(s).find()
        || GIVES_SPACELESS.matcher(s).find()
        || isMotto(s);
  }

  /// Whether a sentence says what it gives: "we have open-sourced our weights at ...". Then a link
  /// in it leads to the release's own, whatever that is called.
  ///
  /// @param sentence the words as written
  public static boolean givesItsOwn(String sentence) {
    return ITS_OWN.matcher(sentence.toLowerCase(Locale.ROOT)).find()
        || ITS_OWN_SPACELESS.matcher(sentence).find();
  }

  /// The same in languages beside English and Chinese.
  private static final Pattern FIRST_IN_OTHERS =
      Pattern.compile(
          "(?<!\\p{L})(?:wir|unser\\p{L}{0,2}|(?:dieses|das) modell|nous|notre|nos|(?:ce|le) mod\u00e8le|nuestr[oa]s?|publicamos|liberamos|(?:este|el) modelo|noss[oa]s?|o modelo"
              + "|\u043c\u044b|\u043d\u0430\u0448\\p{L}{0,2}|(?:\u044d\u0442\u0430 )?\u043c\u043e\u0434\u0435\u043b\u044c (?=\u044f\u0432\u043b|[\u2014\u2013-])|nostr[oaie]|(?:questo|il) modello)(?!\\p{L})"
              + "|\u672c\u30e2\u30c7\u30eb|\u3053\u306e\u30e2\u30c7\u30eb|\u5f53\u30e2\u30c7\u30eb|\ubcf8 \ubaa8\ub378|\uc774 \ubaa8\ub378");

  /// "发布并开源": a sentence without a subject speaks of who wrote it.
  private static final Pattern GIVES_SPACELESS =
      Pattern.compile("^[^\\p{L}]{0,24}(?:发布|推出|开源了|公開)");

  /// "An open-source model for X": words without a verb, which stand below a title.
  private static boolean isMotto(String s) {
    String words = s.strip();
    return words.length() <= MOTTO
        && (MOTTO_OF_A_MODEL.matcher(words).find() && !VERB.matcher(words).find()
            || MOTTO_SPACELESS.matcher(words).find());
  }

  private static final int MOTTO = 160;

  private static final Pattern ITS_OWN =
      Pattern.compile("\\b(?:we|i)\\b[^.;]{0,24}\\bopen[ -]?sourced? (?:all )?(?:of )?our\\b");

  private static final Pattern ITS_OWN_SPACELESS =
      Pattern.compile("(?:本项目|本次|本仓库)(?:\\p{IsHan}{0,4})开源(?:了|的)?(?=[^。；]{0,40}(?:模型|权重))");

  private static final Pattern MOTTO_OF_A_MODEL =
      Pattern.compile(
          "^(?:an?|the (?:world['’]s )?first) (?:[\\w-]+,? ){0,3}?open[ -]sourced?,? [^.:;]{0,80}?\\b(?:model|llm|vlm|suite|family|system)\\b");

  private static final Pattern VERB =
      Pattern.compile(
          "\\b(?:is|are|was|were|can|could|must|should|will|has|have|needs?|requires?)\\b");

  private static final Pattern MOTTO_SPACELESS =
      Pattern.compile("^[^\\p{L}]{0,6}(?:首个|一个|一款|全部|完全|全面)开源[^。；]{0,30}(?:模型|权重)");
}
