package dev.assay.text;

import java.util.regex.Pattern;

/// How sentences of several languages allow or forbid use in commerce: the verb and what it is said
/// of, in the order of the language. What is not commercial ("non-commercial", 非商用, 비상업적) is
/// something else. For sentences in lower case; every pattern is bounded.
final class CommerceWords {
  private static final Pattern FORBIDS =
      Pattern.compile(
          // English: the adverb at the end.
          "\\b(?:not|never|cannot|can[’']t|n[’']t)(?: be)? (?:used|exploited|deployed|sold|offered) commercially\\b"
              // German
              + "|\\b(?:darf|dürfen|kann|können) (?:[\\p{L}-]{1,20} ){0,4}?nicht (?:[\\p{L}-]{1,20} ){0,2}?kommerziell"
              + "|\\bkommerzielle (?:nutzung|verwendung|zwecke)(?: [\\p{L}-]{1,20}){0,3}? (?:ist|sind) (?:ausdrücklich |strikt )?"
              + "(?:nicht (?:erlaubt|gestattet|zulässig)|untersagt|verboten|ausgeschlossen)"
              + "|\\bkeine kommerzielle (?:nutzung|verwendung)"
              // French
              + "|\\b(?:usage|utilisation) commerciale? (?:[\\p{L}]{1,16} ){0,3}?(?:interdite?|proscrite?|n['’]est pas (?:autorisée?|permise?))"
              // Spanish, Portuguese, Italian
              + "|\\buso comercial (?:[\\p{L}]{1,16} ){0,3}?(?:prohibido|no (?:está |es )?permitido|proibido|não (?:é |está )?permitido|vedado)"
              + "|\\bprohíbe (?:el|su) uso comercial|\\bproíbe o uso comercial"
              + "|\\buso commerciale (?:[\\p{L}]{1,16} ){0,3}?(?:vietato|proibito|non (?:è )?(?:consentito|permesso))"
              // Russian
              + "|(?<!не)коммерческое использование (?:[\\p{L}]{1,16} ){0,3}?(?:запрещено|не (?:разрешено|допускается|разрешается))"
              // Japanese, Korean
              + "|(?<!非)商用(?:利用|使用)?(?:は|を|での利用は)?(?:不可|禁止|でき(?:ません|ない)|認め(?:られ)?(?:ません|ない)|許可され(?:ていません|ない))"
              + "|(?<!비)상업적(?:인)? ?(?:이용|사용|용도|목적)(?:은|을|이|으로는|의 사용은)? ?(?:금지|불가|허용되지|허용하지|할 수 없)");

  private static final Pattern ALLOWS =
      Pattern.compile(
          "\\b(?:darf|dürfen|kann|können) (?:[\\p{L}-]{1,20} ){0,4}?(?<!nicht )(?<!nicht-)kommerziell (?:genutzt|verwendet|eingesetzt)"
              + "|\\bkommerzielle (?:nutzung|verwendung)(?: [\\p{L}-]{1,20}){0,3}? (?:ist |sind )?(?:erlaubt|gestattet|möglich|zulässig)"
              + "|\\b(?:usage|utilisation) commerciale? (?:est )?(?:autorisée?|permise?|possible)"
              + "|\\b(?:permite|autoriza) (?:el|su|o) uso comercial|\\buso comercial (?:está |es |é )?(?:permitido|autorizado|livre)"
              + "|\\buso commerciale (?:è )?(?:consentito|permesso)"
              + "|(?<!не)коммерческое использование (?:разрешено|допускается|разрешается|возможно)"
              + "|(?<!非)商用(?:利用|使用)?(?:も|が|は)?(?:可能|可$|可[。、]|できます|許可され(?:て|ま)|ok)"
              + "|(?<!비)상업적(?:인)? ?(?:이용|사용|용도|목적)(?:이|도|으로|으로도|을)? ?(?:가능|허용(?:됩|하|합|된)|(?:사용|이용)할 수 있|할 수 있)");

  private CommerceWords() {}

  /// Whether a sentence forbids it.
  static boolean forbid(String lower) {
    return FORBIDS.matcher(lower).find();
  }

  /// Whether it allows it, in another language than English and Chinese.
  static boolean allow(String lower) {
    return ALLOWS.matcher(lower).find();
  }
}
