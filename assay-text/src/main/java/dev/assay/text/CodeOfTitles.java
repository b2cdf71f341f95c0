package dev.assay.text;

import java.util.regex.Pattern;

/// How other languages than English say, right before or behind the title of a paper, that the
/// release is its code: "Implementierung von [Title]", "[Title]的官方实现".
final class CodeOfTitles {
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?iu)(?:"
              + "\\b(?:(?:re)?implementierung|(?:quell)?code|repository) (?:von|der|des|zu|zum|zur|für)(?: (?:der|dem|des|die|das))?"
              + "|\\b(?:(?:ré)?implémentation|code(?: source)?|dépôt) (?:officielle? )?(?:de|du|pour)(?: l[ae'’])?"
              + "|\\b(?:(?:re)?implementación|código(?: fuente)?|repositorio) (?:oficial )?(?:de|del|para)(?: (?:el|la))?"
              + "|\\b(?:(?:re)?implementação|código(?:[ -]fonte)?|repositório) (?:oficial )?(?:de|do|da|para)(?: [oa])?"
              + "|\\b(?:(?:re)?implementazione|codice(?: sorgente)?) (?:ufficiale )?(?:di|del|della|per)(?: (?:il|la))?"
              + "|(?:реализация|код|репозиторий)(?: (?:к|для|из))?"
              + ")[\\s:\"“«'(*\\[]{0,5}$");

  private static final Pattern BEHIND =
      Pattern.compile(
          "^[\\s\"”»』」》)*\\]]{0,4}(?:一文|论文|論文|논문)?\\s?[的のにい의]\\s?\\S{0,12}\\s?\\S{0,12}(?:实现|實現|代码|代碼|源码|复现|実装|コード|再現|구현|코드|재현)");

  private static final int NEAR = 60;

  private CodeOfTitles() {}

  /// @param before the words of the sentence before the title
  /// @param behind those that follow it
  static boolean said(String before, String behind) {
    return BEFORE.matcher(before.substring(Math.max(0, before.length() - NEAR))).find()
        || BEHIND.matcher(behind.substring(0, Math.min(NEAR, behind.length()))).find();
  }
}
