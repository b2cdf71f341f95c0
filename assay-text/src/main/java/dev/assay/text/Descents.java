package dev.assay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The places of a sentence at which the model that another was made from is named, by the words
/// that announce it: "we fine-tune X", "a distilled variant of X", "versión ajustada de X", "X
/// をベースに". Whether a model stands there, and whether it is the release that was made from it, is
/// for {@link BaseModels} to say.
final class Descents {
  /// A place at which a base may be named.
  ///
  /// @param from where the words that announce it begin
  /// @param at where the name begins, or ends
  /// @param before whether the name ends there: it stands before the words
  /// @param ofAModel whether what was made is called a language model, as its base then is one
  record Place(int from, int at, boolean before, boolean ofAModel) {}

  /// Words that announce a name.
  ///
  /// @param triggers one of them stands in each sentence that the words can stand in
  private record Words(boolean before, boolean ofAModel, List<String> triggers, Pattern pattern) {}

  private static final int MOST = 8;

  private Descents() {}

  static List<Place> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      return List.of();
    }
    List<Place> places = new ArrayList<>();
    for (Words words : ALL) {
      if (words.triggers().stream().noneMatch(lower::contains)) {
        continue;
      }
      Matcher m = words.pattern().matcher(lower);
      while (places.size() < MOST && m.find()) {
        places.add(
            new Place(
                m.start(), words.before() ? m.start() : m.end(), words.before(), words.ofAModel()));
      }
    }
    return places;
  }

  private static Words behind(String pattern, String... triggers) {
    return new Words(false, false, List.of(triggers), Pattern.compile(pattern));
  }

  private static Words ofAModel(String pattern, String... triggers) {
    return new Words(false, true, List.of(triggers), Pattern.compile(pattern));
  }

  private static Words beforeAModel(String pattern, String... triggers) {
    return new Words(true, true, List.of(triggers), Pattern.compile(pattern));
  }

  private static Words before(String pattern, String... triggers) {
    return new Words(true, false, List.of(triggers), Pattern.compile(pattern));
  }

  private static final List<Words> ALL =
      List.of(
          // "We fine-tune X", "this project fine-tunes X".
          behind(
              "\\b(?:we|i|(?:this|the|our) (?:project|work|repo|repository|code|model)) (?:\\w+ ){0,2}?"
                  + "(?:fine-? ?tun(?:e|es|ed)|adapt(?:s|ed)?|quanti[sz](?:es?|ed)|distill?(?:s|ed)?) (?=\\S)",
              "tun",
              "adapt",
              "quanti",
              "distil"),
          // "Obtained by fine-tuning X".
          behind(
              "\\b(?:obtained|created|produced|made|built|developed|trained|derived|constructed) (?:by|through|via|from)"
                  + " (?:\\w+ ){0,2}?fine-? ?tuning (?:of )?",
              "tuning"),
          behind(
              "\\b(?:developed|adapted|converted|distilled|starts?|started) from ",
              "ed from",
              "start"),
          // "A distilled variant of X".
          behind(
              "\\b(?:fine-? ?tuned|distilled|tuned|aligned|enhanced|improved|extended|uncensored|pruned|compressed"
                  + "|quanti[sz]ed|adapted|merged|smaller|lighter|chat|instruct|experts|converted)"
                  + " (?:[\\w-]+ ){0,2}?(?:versions?|variants?|checkpoints?) of(?: |$)",
              "version",
              "variant",
              "checkpoint"),
          behind(
              "\\b(?:gguf|ggml|onnx|mlx|exl2|awq|gptq|int[48]|[2-8]-?bit|fp8|nvfp4|imatrix|core ?ml)"
                  + " (?:[\\w-]+ ){0,2}?(?:conversions?|versions?|quanti[sz]ations?|quants?|ports?|weights) (?:of|for)(?: |$)",
              "conversion",
              "version",
              "quant",
              "port",
              "weights"),
          behind("\\bmerged? (?:of|between)(?: |$)", "merge"),
          // "This is X with an adapter applied".
          behind(
              "^(?:this|it) is (?:just |simply )?(?=[^.;,]{3,80} (?:with|quantized|quantised|converted|fine-?tuned|tuned|trained|in (?:gguf|onnx|awq|gptq|exl2|mlx))\\b)",
              "this is",
              "it is"),
          ofAModel(
              "\\b(?:language models?|llms?|vlms?|chat ?bots?|assistants?|chat models?) (?:that (?:is|are) |which (?:is|are) )?"
                  + "(?:built|based) (?:up)?on (?:top of )?",
              "built",
              "based"),
          // "An instruction fine-tuned X model", "is the X model fine-tuned on".
          behind(
              "\\b(?:is|are|contains?|this) an? (?:[\\w-]+ ){0,3}?(?:fine-?tuned|distilled|quanti[sz]ed) (?=\\S{3})",
              "tuned", "distilled", "quanti"),
          behind(
              "\\b(?:is|are) (?:the|an?) (?=[^.;,]{3,60} (?:fine-?|further )?(?:tuned|trained) (?:further )?(?:on|for|with|to|in) )",
              "uned ",
              "ained "),
          // "Fine-tuned on a base X model": data stands there more often.
          behind("\\btuned on (?:top of )?(?:an? |the )?base ", "tuned on"),
          behind("\\b(?:tuned?|trained|built|tuning|training) on top of ", "on top of"),
          // "An expansion of X".
          behind(
              "\\b(?:extension|expansion|continuation|derivative|adaptation|upgrade|evolution|enhancement|finetune|fine-tune) of (?:the )?(?=\\S)",
              "nsion of",
              "ation of",
              "ative of",
              "ade of",
              "ution of",
              "ement of",
              "tune of"),
          // "Further trained from an intermediate checkpoint of X".
          ofAModel(
              "\\b(?:initiali[sz]ed|trained|start(?:s|ed|ing)?|continu(?:es?|ed|ing)|tuned|resum(?:es?|ed|ing)|pretraining) from (?:an? |the |our )?(?:[\\w-]+ ){0,3}?(?:checkpoints?|weights|parameters) (?:of|from) (?:our |the )?",
              "checkpoint",
              "weights",
              "parameters"),
          // "Produced by training on this and that from X models".
          ofAModel(
              "\\b(?:produced|obtained|created|built|made) by [^.;]{0,40}?\\btraining (?:on|with) [^.;]{3,90}? from (?:the )?",
              "training"),
          // "Built upon the X base models".
          behind("\\bbuilt[- ]?upon (?:on )?(?:the |top of )*(?=\\S)", "upon"),
          // "Trained on the X base", "the base X model was used for training".
          behind("\\btrained on (?:the )?(?=\\S{3,60}(?: [\\w.-]{1,12})? base\\b)", "trained on"),
          behind("\\bthe base (?=\\S{3,60} model was used)", "was used"),
          behind("\\b(?:build|built|derive|create[sd]?) [\\w.-]{2,30} from ", " from "),
          // "Nutzt X als Basis".
          before(
              "[`*\"]{0,2} (?:als (?:basis|grundlage|basismodell|grundmodell)|como (?:modelo )?base|comme (?:mod[èe]le de )?base|come (?:modello )?(?:di )?base)\\b",
              " als ",
              " como ",
              " comme ",
              " come "),
          behind(
              "в качестве (?:базовой модели|основы|базы) (?:использ\\p{L}{1,8} |взят\\p{L}{0,2} )?(?:модель )?",
              "в качестве"),
          // "A Harbour-7B fine-tune".
          beforeAModel(
              "[`*\"]{0,2} fine-?tunes?(?=$|[.,;:]| (?:using|for|on|of|trained|with|that|by)\\b)",
              "tune"),
          // Spanish, Portuguese, Italian, French.
          behind(
              "\\b(?:versi[oó]n|vers[aã]o|version|versione|variant[ea]?) (?:ajustad[ao]|afinad[ao]|refinad[ao]|afinata|affinata"
                  + "|affin[ée]e|fine-? ?tune\\w*|cuanti[sz]ada|quantizad[ao]|quantifi[ée]e|quantizzata|destilad[ao]|distill[ée]e|distillata|mejorada|melhorada)"
                  + " (?:de|del|da|do|di|du|d['’])(?: ?l['’]| la| el| lo| modelo| modello| mod[èe]le)* ?",
              "version",
              "versión",
              "versão",
              "variant"),
          behind(
              "(?<!\\p{L})(?:ajustad[oa]|afinad[oa]|entrenad[oa]|treinad[oa]|refinad[oa]|affin[ée]e?|entra[îi]n[ée]e?|ajust[ée]e?|adapt[ée]e?"
                  + "|obtenid[oa]|obtid[oa]|derivad[oa]|d[ée]riv[ée]e?|addestrat[oa]|affinat[oa]|ottenut[oa])s? (?:a partir d[eoa]l?|[àa] partir d[eu]|a partire da[l]?|sobre|sur|su)"
                  + "(?: la| le| el| il| modelo| modello| mod[èe]le| base)* ",
              "partir",
              "sobre",
              " sur ",
              " su "),
          behind(
              "(?<!\\p{L})(?:basad[oa] en|basead[oa] (?:em|no|na)|bas[ée]e? sur|basat[oa] su[l]?|construid[oa] sobre|constru[íi]d[oa] sobre)"
                  + "(?: la| le| el| o| il| modelo| modello| mod[èe]le| base)* ",
              "basad",
              "basead",
              "bas",
              "constru"),
          behind(
              "(?<!\\p{L})(?:fine-? ?tuning|ajuste fino|conversi[oó]n|conversão|cuantizaci[oó]n|quantização|ajustement|affinage|quantification)"
                  + " (?:de|del|do|du|sobre|sur|d['’])(?: la| le| el| o| il| modelo| modello| mod[èe]le| base)* ",
              "uning",
              "fino",
              "convers",
              "antiza",
              "ajustement",
              "affinage",
              "quantification"),
          // German.
          behind(
              "(?<!\\p{L})(?:feinabgestimmte|nachtrainierte|quantisierte|destillierte|angepasste|fine-?getunte)[rnms]? (?:version|variante|fassung) (?:von|des|der)"
                  + "(?: modells)? ",
              "version",
              "variante",
              "fassung"),
          behind(
              "(?<!\\p{L})(?:basiert auf|basierend auf|auf (?:der )?(?:basis|grundlage) (?:von|des)|feinabgestimmte[snrm]?|fine-?getunte[snrm]?)(?! version| variante| fassung)"
                  + "(?: dem| das| modells?)* ",
              "basier",
              "basis von",
              "basis des",
              "grundlage",
              "feinab",
              "getunt"),
          // Russian.
          behind(
              "(?:дообученн|доработанн|адаптированн|квантованн|дистиллированн)\\p{L}{1,4} (?:версия|версию|версии|вариант) (?:модели )?",
              "верси",
              "вариант"),
          behind(
              "(?:(?:дообучен|построен|основан|создан|обучен)\\p{L}{0,4} )?на (?:основе|базе) (?:модели )?",
              "на основе",
              "на базе"),
          before(
              " ?(?:模型|基座|大模型)?(?:的)?(?:基座模型|模型)?(?:的)?基础(?:之)?上(?=[^。；]{0,60}(?:训练|微调|精调|扩充|扩展|改进|对齐|适配))",
              "基础"),
          // Japanese, Korean, Chinese: the name stands before.
          before(" ?(?:モデル)?を(?:ベース|元|もと|基盤)(?:モデル)?(?:に|と)", "を"),
          before(
              " ?(?:モデル)?を[^。]{0,40}?(?:ファインチューニング|微調整|継続事前学習|追加学習|追加事前学習|量子化|変換|蒸留)(?:し|を行|を施|た)",
              "を"),
          before(
              " ?(?:모델)?(?:을|를|에) [^.]{0,60}?(?:파인 ?튜닝|미세 ?조정|양자화|추가 ?학습|증류)",
              "튜닝",
              "조정",
              "양자화",
              "추가",
              "증류"),
          before(" ?(?:모델)?(?:을|를)? (?:기반|바탕|베이스)(?:으로|의|한)", "기반", "바탕", "베이스"),
          behind(
              "[对對将將在] ?(?=[^。；，、]{2,40}?(?:模型|基座|底座)? ?(?:上|之上|的基础上)?(?:进行|進行|做)?了?(?:全参数|全參數|全量|指令|监督|lora|qlora| )*(?:微调|微調|精调|增量预训练|继续预训练)(?!代码|脚本|教程|指南))",
              "微调",
              "微調",
              "精调",
              "预训练"));
}
