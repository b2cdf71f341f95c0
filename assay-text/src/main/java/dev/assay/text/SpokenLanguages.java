package dev.assay.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The languages that a sentence says the release's models speak: "supports both French and
/// German", "a language model for Basque", "covering 12 languages: ...", "支持中英双语". Languages of
/// programs, of data, of a benchmark, of a page and of other models are none of them.
final class SpokenLanguages {
  private static final int MOST = 120;

  private static final int LONGEST = 4_000;

  private static final String NAME = LanguageNames.NAME;

  private static final String ASIDE =
      "(?: (?:dialects?|varieties))?(?: ?\\([^()]{0,40}\\))?[^\\p{L}\\p{N},.;:()]{0,8}";

  /// A further name, with a word of its own before it ("Indian English"), or one that is not known
  /// between others.
  private static final String NEXT =
      "(?:(?:\\p{Lu}\\p{Ll}{2,14} )?" + NAME + "|\\p{Lu}\\p{Ll}{2,14}(?=, | and | or ))";

  private static final String LIST =
      "("
          + NAME
          + ASIDE
          + "(?: ?(?:, ?and |, ?or |, ?|/ ?|& ?|; ?|and |or |as well as |in addition to )(?:the )?"
          + NEXT
          + ASIDE
          + ")*+)";

  /// Verbs of what a model can.
  private static final Pattern ABLE =
      Pattern.compile(
          "\\b(?i:support(?:s|ed|ing)?|speaks?|speaking|understands?|understanding|fluent in|proficient in|conversant in|works? (?:in|with|for)"
              + "|available (?:in|for)|generat(?:es?|ing) [\\w ]{0,20}in|synthesi[sz](?:es?|ing) [\\w ]{0,20}in|recogni[sz](?:es?|ing)"
              + "|transcrib(?:es?|ing)|translat(?:es?|ing) (?:from|between|into)|capable (?:of [\\w ]{0,24} )?in|optimi[sz]ed for|tailored (?:for|to)|focus(?:es|ed|ing)? on"
              + "|language ID for|designed for|trained (?:in|for)|only (?:in|on)|speech in|texts? in)"
              + " (?:(?!not\\b|programming|code\\b|interface|data)[\\p{L}\\d()&,/-]+,? ){0,7}?(?:both )?(?:the )?"
              + LIST);

  /// "101 languages: A, B", "languages such as A and B", "multilingual (A, B)".
  private static final Pattern COUNTED =
      Pattern.compile(
          "\\b(?:(?:languages?|[Mm]ultilingual|[Bb]ilingual)(?: (?!program)[\\w-]+){0,5}(?: ?[:：(（—–,-] ?| (?:including|such as|like|namely|are|covering|of) |, (?:including|such as|namely) )(?:mainly |primarily |both |e\\.g\\.,? ?)?)"
              + LIST);

  /// "Language models for A", "models trained in A".
  private static final Pattern MODELS_FOR =
      Pattern.compile(
          "\\b(?:models?|LLMs?|LMs?|chatbots?|assistants?|BERTs?|checkpoints|voices|pair)(?: (?:pre-?trained|trained|fine-?tuned|adapted|specialised|specialized|designed|text generation)){0,2}"
              + " (?:for|in|of|on)(?: the)? (?:native )?"
              + LIST
              + "(?! ?(?:benchmarks?|datasets?|corpus|leaderboards?|tasks?|tests?|Wikipedia|exams?))");

  /// "A and B models", "an A instruction-tuned LLM", "A text generation".
  private static final Pattern MODELS_OF =
      Pattern.compile(
          LIST
              + "(?:-(?:first|centric|focused|English))? ?(?:(?!data|corpus|corpora|benchmarks?|dictionar|community|version|README|words?|vocabular)[\\p{L}\\d-]+ ){0,3}?"
              + "(?:models?|LLMs?|LMs?|VLMs?|chatbots?|TTS|ASR|assistant|speech synthesis|text generation|language only)\\b");

  /// "Trained on A and B data".
  private static final Pattern TRAINED_ON =
      Pattern.compile(
          "\\b(?:pre-?)?trained (?:on|with|using) (?:(?!code\\b)[\\p{L}\\d.,+~-]+ ){0,8}?"
              + LIST
              + " ?(?:data|texts?|corpora|corpus|tokens|speech|audio|web)\\b");

  private static final Pattern OPENS =
      Pattern.compile("^[^\\p{L}\\p{N}]{0,6}(?:\\d[\\d.]{0,4}[BM]\\W{0,3}(?:and )?){0,3}" + LIST);

  private static final Pattern OWN =
      Pattern.compile(
          "\\b(?:is|are) (?:an?|the|our|\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)? language only)\\b|\\b(?:we|our|this|these|it|introducing|presenting)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NOT_OWN =
      Pattern.compile(
          "\\b(?:existing|other|others|most|many|previous|prior|previously|unlike|than|outperform\\w*|surpass\\w*|compar\\w+|versus|vs\\.?|such models|current|popular|as well as those"
              + "|not|n't|never|without|cannot|lacks?|add(?:ing)? support|new language|your own|you can|if you|plan(?:s|ned)? to|will|soon|coming|future|benchmarks?|evaluat\\w*|translated|tested (?:on|in|for)|distill\\w*|scores?|competitive|low-resource|high-resource|superiority)\\b",
          Pattern.CASE_INSENSITIVE);

  /// What a reader may add, and no model speaks yet.
  private static final Pattern TO_A_READER =
      Pattern.compile("\\byour(?:self|selves| own)\\b|\\b[Cc]ontribut\\w+ |\\bTrain versions\\b");

  private static final String SIGN = LanguageNames.SIGN_NAME;

  private static final String SIGNS =
      "("
          + SIGN
          + "(?:[（(][^（）()]{0,20}[）)])?(?:[、,，/和与及・]| 和 |以及|还有| )?(?:"
          + SIGN
          + "[、,，/和与及・]?){0,60}|中英(?:双语|文|两种语言)?)";

  private static final Pattern ABLE_SPACELESS =
      Pattern.compile(
          "(?:支持|理解|生成|掌握|覆盖|サポート|対応)(?!的?用户|者)[^。；！？\\n\\p{IsHan}]{0,6}(?:(?!不)\\p{IsHan}){0,6}?(?:[（(]\\d+ ?[种个][）)])?[^。；！？\\p{IsHan}]{0,6}"
              + SIGNS);

  private static final Pattern MODEL_SPACELESS =
      Pattern.compile(
          SIGNS
              + "(?:(?!数据|语料)[^。；，、！？数]){0,2}?(?:[A-Za-z][A-Za-z0-9-]{1,20} ?)?(?:大|双语|语言|对话|基础|基座|预训练|开源|领域|医疗|通用|聊天|语音|生成|情感|增强|指令|文本|的|数学|底座|多模态|特化){0,6}(?:大?模型|LLM)");

  private static final Pattern HANDLED_SPACELESS =
      Pattern.compile(
          SIGNS
              + "(?:等|など|등)?(?:多种|多个|多|をはじめ|を含む|の|を|が|に|[를을가이의])?(?:语言|双语|言語)?"
              + "(?:的)?(?:语音|文本|对话|理解|生成|能力|の音声|音声)?(?:和(?:理解|生成))?(?:识别|合成|理解|和生成|支持|に対応|対応|をサポート|サポート|が含まれ|含まれ| ?지원|를 지원|을 지원|能力|性能(?:优异|优秀))");

  private static final Pattern OWN_SPACELESS =
      Pattern.compile("本项目|我们|本模型|是|开源|发布|推出|得到|系列|提供|一款|构建|旨在|公開");

  private static final Pattern OTHERS_SPACELESS =
      Pattern.compile(
          "不支持|不能|优于|超过|超越|相比|对比|其他|现有|已有的|很多|许多|大多|数据集|评测|基准|榜单|翻译成|编程语言|README|暂不|计划|即将|未来");

  private static final Pattern PROGRAMS =
      Pattern.compile("\\bprogramming languages?\\b|\\bPython\\b|\\bJava(?:Script)?\\b|编程语言");

  /// A heading below which languages are listed.
  private static final Pattern HEADING =
      Pattern.compile(
          "^[^\\p{L}]{0,6}(?:(?:supported|available|covered) languages?|languages?(?: (?:covered|supported|support|coverage))?|multilingual support"
              + "|支持(?:的)?(?:语言|语种)|语言支持|対応言語|지원 언어)\\b?[^\\p{L}]{0,20}$");

  private SpokenLanguages() {}

  /// The languages that a sentence tells, as written; none in most.
  static List<String> in(Block block, String text) {
    if (block.kind() == Block.Kind.ROW
        || block.kind() == Block.Kind.HEADING
        || text.length() > LONGEST
        || !LanguageNames.mayBeIn(text)
        || TO_A_READER.matcher(text).find()) {
      return List.of();
    }
    var names = new LinkedHashSet<String>();
    if (Tongue.isAnother(text)) {
      return List.of();
    }
    boolean programs = PROGRAMS.matcher(text).find();
    if (!programs) {
      take(ABLE, text, names, true);
      take(MODELS_FOR, text, names, true);
      if (OWN.matcher(text).find() || OPENS.matcher(text).find()) {
        take(MODELS_OF, text, names, true);
        take(TRAINED_ON, text, names, true);
      }
      take(COUNTED, text, names, true);
    }
    if (!OTHERS_SPACELESS.matcher(text).find()) {
      take(ABLE_SPACELESS, text, names, false);
      if (OWN_SPACELESS.matcher(text).find()) {
        take(MODEL_SPACELESS, text, names, false);
      }
      take(HANDLED_SPACELESS, text, names, false);
    }
    return List.copyOf(names);
  }

  /// So many languages alone are a list of them, without a heading.
  private static final int ALONE = 5;

  /// The languages of a list that stands below such a heading, and says nothing else.
  static List<String> listed(Block block) {
    if (block.kind() != Block.Kind.PARAGRAPH && block.kind() != Block.Kind.ITEM
        || block.text().length() > LONGEST) {
      return List.of();
    }
    boolean below = HEADING.matcher(last(block.heading()).toLowerCase(Locale.ROOT)).find();
    boolean led = HEADING.matcher(block.lead().toLowerCase(Locale.ROOT)).find();
    var names = new ArrayList<String>();
    String[] parts = block.text().split("[,、，;/]|\\band\\b", MOST + 1);
    for (String part : parts) {
      String name = part.replaceAll("\\([^)]{0,40}\\)|[*_`.]+", " ").strip();
      if (LanguageNames.isOne(name)) {
        names.add(name);
      }
    }
    boolean announced = below || led;
    boolean nothingElse =
        announced
            ? names.size() * 3 >= parts.length * 2
            : names.size() == parts.length && names.size() >= ALONE && block.links().isEmpty();
    return nothingElse ? names : List.of();
  }

  private static String last(String heading) {
    return heading.length() > 60 ? "" : heading;
  }

  private static void take(Pattern pattern, String text, Set<String> names, boolean english) {
    Matcher m = pattern.matcher(text);
    while (names.size() < MOST && m.find()) {
      String list = Optional.ofNullable(m.group(1)).orElse("");
      String before = text.substring(Math.max(0, m.start(1) - 120), m.start(1));
      String behind = text.substring(m.end(1), Math.min(text.length(), m.end(1) + 24));
      if (english && (isOthers(before) || isOfData(behind))) {
        continue;
      }
      Matcher name = LanguageNames.ANY.matcher(list);
      while (name.find() && names.size() < MOST) {
        if (name.group().equals("中英")) {
          names.add("中文");
          names.add("英文");
        } else if (!name.group().equals("双语")) {
          names.add(name.group());
        }
      }
    }
  }

  /// Words in the same clause that make what is spoken of others', or deny it.
  private static boolean isOthers(String before) {
    int clause = Math.max(before.lastIndexOf(". "), before.lastIndexOf("; "));
    String near = before.substring(clause + 1);
    return NOT_OWN.matcher(near).find() || DATA.matcher(near).find() && !near.contains("train");
  }

  private static final Pattern DATA =
      Pattern.compile("\\b(?:datasets?|corpus|corpora|data sets?|dictionar\\w+)\\b");

  private static final Pattern OF_DATA =
      Pattern.compile(
          "^,? ?(?:[\\w-]+ )?(?:datasets?|benchmarks?|leaderboards?|tests?|exams?|Wikipedia|version|README|translations?|dictionar)",
          Pattern.CASE_INSENSITIVE);

  private static boolean isOfData(String behind) {
    return OF_DATA.matcher(behind).find();
  }
}
