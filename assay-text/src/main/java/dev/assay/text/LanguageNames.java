package dev.assay.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The names of languages that people speak, as documents in several languages write them.
final class LanguageNames {
  private static final String ENGLISH =
      """
      afrikaans, albanian, amharic, arabic, armenian, assamese, aymara, azerbaijani, bambara, bashkir, basque,
      belarusian, bengali, bhojpuri, bosnian, brazilian portuguese, breton, bulgarian, burmese, cantonese, catalan,
      cebuano, chichewa, chinese, corsican, croatian, czech, danish, dutch, english, esperanto, estonian, faroese,
      farsi, filipino, finnish, flemish, french, galician, georgian, german, greek, guarani, gujarati, haitian,
      hausa, hawaiian, hebrew, hindi, hmong, hungarian, icelandic, igbo, indonesian, irish, italian, japanese,
      javanese, kannada, kazakh, khmer, kinyarwanda, korean, kurdish, kyrgyz, lao, latin, latvian, lingala,
      lithuanian, luganda, luxembourgish, macedonian, maithili, malagasy, malay, malayalam, maltese, mandarin,
      maori, marathi, mongolian, nepali, norwegian, occitan, odia, oriya, oromo, pashto, persian, polish,
      portuguese, punjabi, quechua, romanian, russian, samoan, sanskrit, santali, scottish gaelic, serbian,
      sesotho, setswana, shona, simplified chinese, sindhi, sinhala, sinhalese, slovak, slovene, slovenian, somali,
      sotho, spanish, sundanese, swahili, swedish, tagalog, tajik, tamil, tatar, telugu, thai, tibetan, tigrinya,
      traditional chinese, tswana, turkish, turkmen, twi, ukrainian, urdu, uyghur, uzbek, vietnamese, welsh,
      west frisian, wolof, xhosa, yiddish, yoruba, zulu
      """;

  private static final String OTHERS =
      """
      deutsch, englisch, französisch, spanisch, italienisch, français, anglais, allemand, espagnol, italien,
      español, castellano, inglés, francés, alemán, português, inglês, italiano, inglese, francese, tedesco,
      русский, английский, русского, английского, 日本語, 英語, 中国語, 韓国語, 広東語, 한국어, 영어, 일본어, 중국어
      """;

  private static final String SIGNS =
      "简体中文|繁体中文|中文|汉语|普通话|英文|英语|日文|日语|韩文|韩语|法文|法语|德文|德语|俄文|俄语|西班牙语|葡萄牙语|意大利语|阿拉伯语"
          + "|泰语|越南语|印尼语|印度尼西亚语|马来语|缅甸语|高棉语|老挝语|菲律宾语|印地语|乌尔都语|孟加拉语|泰米尔语|土耳其语|波斯语|希伯来语"
          + "|荷兰语|丹麦语|芬兰语|瑞典语|挪威语|冰岛语|波兰语|捷克语|斯洛伐克语|匈牙利语|罗马尼亚语|保加利亚语|塞尔维亚语|克罗地亚语|希腊语"
          + "|乌克兰语|斯瓦希里语|拉丁语|蒙古语|藏语|维吾尔语|哈萨克语|粤语|广东话|日本語|英語|中国語|韓国語|広東語|ドイツ語|フランス語"
          + "|スペイン語|イタリア語|ロシア語|ポルトガル語|한국어|영어|일본어|중국어|독일어|프랑스어|스페인어|러시아어";

  private static final Set<String> KNOWN =
      Arrays.stream(
              (ENGLISH + "," + OTHERS + "," + SIGNS.replace('|', ',')).split("[,\\s]*[,\\n]\\s*"))
          .map(String::strip)
          .filter(n -> !n.isEmpty())
          .collect(Collectors.toUnmodifiableSet());

  private static final String IN_ENGLISH =
      Arrays.stream(ENGLISH.split("[,\\s]*[,\\n]\\s*"))
          .map(String::strip)
          .filter(n -> !n.isEmpty())
          // The longer first: "Brazilian Portuguese" before "Portuguese".
          .sorted(Comparator.comparingInt(n -> -n.length()))
          .map(LanguageNames::capitalised)
          .collect(Collectors.joining("|", "(?:", ")"));

  /// A name in an English sentence, with its capital.
  static final String NAME = "(?<![\\p{L}\\d-])(?:Modern )?" + IN_ENGLISH + "(?![\\p{L}\\d])";

  /// A name in a script without spaces.
  // "民汉语言" is no name with a sign behind it.
  static final String SIGN_NAME = "(?:" + SIGNS + ")(?!言)";

  static final Pattern ANY = Pattern.compile(NAME + "|" + SIGN_NAME + "|中英|双语");

  /// The first words of the names that have a capital in English.
  private static final Set<String> BEGINNINGS =
      Arrays.stream(ENGLISH.split("[,\\s]*[,\\n]\\s*"))
          .map(n -> n.strip().split(" ", 2)[0])
          .collect(Collectors.toUnmodifiableSet());

  private LanguageNames() {}

  /// Whether a text may name a language: asked of every sentence, and cheap.
  static boolean mayBeIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x2000) {
        if ("文语語英话어".indexOf(c) >= 0) {
          return true;
        }
      } else if (Character.isUpperCase(c) && (i == 0 || !Character.isLetter(text.charAt(i - 1)))) {
        int end = i + 1;
        while (end < text.length() && Character.isLowerCase(text.charAt(end))) {
          end++;
        }
        if (end - i > 2 && BEGINNINGS.contains(text.substring(i, end).toLowerCase(Locale.ROOT))) {
          return true;
        }
        i = end - 1;
      }
    }
    return false;
  }

  static boolean isOne(String word) {
    return KNOWN.contains(word.toLowerCase(Locale.ROOT));
  }

  private static String capitalised(String name) {
    var out = new StringBuilder();
    boolean begins = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      out.append(begins ? Character.toUpperCase(c) : c);
      begins = c == ' ';
    }
    return out.toString();
  }
}
