package dev.assay.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words behind a number that make an amount of it: powers of ten and units, by language.
final class QuantityWords {
  private QuantityWords() {}

  /// What a word behind a number can be.
  ///
  /// @param power of ten that it multiplies by, or 0
  /// @param unit that it counts, or empty
  /// @param parts whether it makes two things of a number before it and a unit behind it
  /// @param everyday whether other things than data are counted by it too, so that few are none
  record Word(int power, String unit, boolean parts, boolean everyday) {
    static final Word OTHER = new Word(0, "", false, false);
  }

  private static final Map<Integer, String> POWERS =
      Map.of(
          3, "k thousand mil mille tausend тыс тысяч 千 천",
          4, "万 萬 만",
          5, "十万 십만",
          6, "m million millions mio millionen millones milioni milhões миллионов млн 百万 백만",
          7, "千万 천만",
          8, "亿 億 억",
          9, "b bn billion billions mrd milliarden milliards миллиардов млрд",
          11, "千亿 千億 천억",
          12, "t tn trillion trillions billionen триллионов 万亿 兆 조");

  /// What is counted of data, and of little else.
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("tokens", "token tokens tok токенов jetons 标识符 词元 トークン 토큰"),
          Map.entry("hours", "hour hours stunden heures horas ore часов 小时 時間 시간"),
          Map.entry(
              "images",
              "image images bilder bildern imágenes imagens immagini pictures photos photographs"
                  + " fotografías fotografias изображений изображения изображениях изображениями снимков снимка снимках фотографий"
                  + " фотографиях"
                  + " 图像 图片 张图 画像 이미지"),
          Map.entry("pairs", "pair pairs 图文对 ペア"),
          Map.entry("videos", "videos 视频 동영상"),
          Map.entry("clips", "clips"),
          Map.entry("documents", "documents 文档 문서"),
          Map.entry("pages", "pages"),
          Map.entry(
              "sentences",
              "sentences sätze sätzen oraciones frases предложений предложениях 문장 句子 句"),
          Map.entry(
              "samples",
              "samples 条 样本 échantillons muestras amostras campioni образцов образцах サンプル 샘플"),
          Map.entry(
              "examples",
              "examples instances beispiele beispielen exemples ejemplos exemplos esempi примеров примерах"),
          Map.entry("sequences", "sequences proteins"),
          Map.entry("structures", "structures"),
          Map.entry("masks", "masks"),
          Map.entry("conversations", "conversations dialogues диалогов"),
          Map.entry("instructions", "instructions"),
          Map.entry("recordings", "recordings"),
          Map.entry("utterances", "utterances"),
          Map.entry("nucleotides", "nucleotides"),
          Map.entry("molecules", "molecules"),
          Map.entry("trajectories", "trajectories"),
          Map.entry("languages", "languages"),
          Map.entry("TB", "tb"),
          Map.entry("GB", "gb"),
          Map.entry("MB", "mb"));

  /// What other things are counted by too: five lines of code, a hundred frames at once.
  private static final Map<String, String> EVERYDAY =
      Map.ofEntries(
          Map.entry(
              "records", "records registros enregistrements записей datensätze datensätzen 건"),
          Map.entry("rows", "rows"),
          // Captions have them too.
          Map.entry("words", "words 单词 词 단어"),
          Map.entry("characters", "characters 字"),
          Map.entry("lines", "lines lignes zeilen строк"),
          Map.entry("articles", "articles artikel artikeln artículos artigos статей 篇"),
          Map.entry("reviews", "reviews отзывов"),
          Map.entry("episodes", "episodes"),
          Map.entry("games", "games"),
          Map.entry("songs", "songs"),
          Map.entry("tracks", "tracks"),
          Map.entry("patients", "patients"),
          Map.entry("scans", "scans"),
          Map.entry("posts", "posts tweets"),
          Map.entry("documents", "documentos documenti dokumente dokumenten документов документах"),
          Map.entry("images", "fotos 张 張 枚 장"),
          Map.entry("samples", "개"),
          Map.entry("examples", "样例 例 件"),
          // What a release counts its own things by.
          Map.entry("papers", "papers"),
          Map.entry("queries", "queries"),
          Map.entry("prompts", "prompts"),
          Map.entry("questions", "questions"),
          Map.entry("problems", "problems"),
          Map.entry("slides", "slides"),
          Map.entry("cells", "cells"),
          Map.entry("crystals", "crystals"),
          Map.entry("compounds", "compounds"),
          Map.entry("reactions", "reactions"),
          Map.entry("assets", "assets"),
          Map.entry("meshes", "meshes"),
          Map.entry("scenes", "scenes"),
          Map.entry("messages", "messages"),
          Map.entry("genomes", "genomes"),
          Map.entry("volumes", "volumes"),
          Map.entry("demonstrations", "demonstrations"),
          Map.entry("ratings", "ratings"),
          Map.entry("comments", "comments"),
          Map.entry("segments", "segments"),
          Map.entry("spectra", "spectra"),
          Map.entry("examinations", "examinations"),
          Map.entry("reports", "reports 报告"),
          Map.entry("pairs", "pares paires"));

  /// The word itself: it counts behind a number with a power, "52K data".
  private static final Set<String> DATA = Set.of("data", "数据", "數據", "データ", "데이터");

  /// Whether a word is one for data.
  static boolean isData(String word) {
    return DATA.contains(word);
  }

  /// Words between a number and a unit that make two things of them: "2,000 steps on long videos".
  private static final String PARTS =
      "to on per step steps epoch epochs iterations layers layer days day times classes second"
          + " seconds minute minutes x length";

  /// All such words in one table: each word behind each number of a text is looked up in it.
  private static final Map<String, Word> WORDS = words();

  private static Map<String, Word> words() {
    Map<String, Word> words = new HashMap<>();
    list(PARTS).forEach(word -> words.put(word, new Word(0, "", true, false)));
    POWERS.forEach((power, all) ->
        list(all).forEach(word -> words.put(word, new Word(power, "", false, false))));
    UNITS.forEach(
        (unit, all) -> list(all).forEach(word -> words.put(word, new Word(0, unit, false, false))));
    EVERYDAY.forEach(
        (unit, all) -> list(all).forEach(word -> words.put(word, new Word(0, unit, false, true))));
    DATA.forEach(word -> words.putIfAbsent(word, new Word(0, "", false, false)));
    return Map.copyOf(words);
  }

  private static List<String> list(String words) {
    return List.of(words.split(" "));
  }

  /// What a word is, in small letters.
  static Word of(String word) {
    return WORDS.getOrDefault(word, Word.OTHER);
  }

  /// The longest word of a script.
  private static final int LONGEST = 4;

  /// How many characters from `at` on are one such word, in scripts that set no space behind it; 0
  /// where none is.
  static int lengthAt(String text, int at) {
    for (int length = Math.min(LONGEST, text.length() - at); length > 0; length--) {
      if (WORDS.containsKey(text.substring(at, at + length))) {
        return length;
      }
    }
    return 0;
  }
}
