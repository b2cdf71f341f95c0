package dev.assay.licences.scan;

import java.util.Locale;
import java.util.regex.Pattern;

/// What a licence of somebody's own writing says of commerce: that it is barred, or that leave for
/// it is sold or given on request. The rest of such a text is for a person to read; this is asked
/// first and most often.
final class OwnTrade {
  /// This much of a text is read.
  private static final int LONGEST = 60_000;

  private static final Pattern BARRED =
      Pattern.compile(
          "\\bcommercial\\s+(?:use|usage|purposes?|exploitation|applications?)\\b[^.;\\n]{0,60}?\\b(?:prohibited|forbidden|not\\W{0,4}(?:permitted|allowed))"
              + "|\\b(?:cannot|(?:can|may|must|shall)\\s*not)\\s+be\\s+(?:\\w{1,20}\\s+){0,3}?commercially\\b"
              + "|\\bnon[- ]?commercial\\s+(?:\\w{1,20}\\s+){0,2}?(?:research|use|purposes?)\\s+only\\b"
              + "|\\b(?:may|must|shall|can)\\s*not\\s+be\\s+used\\s+for\\s+(?:any\\s+)?commercial\\b"
              + "|commerciale?s?\\b[^.\\n]{0,120}?(?:est|sont)\\s+(?:strictement\\s+|formellement\\s+)?interdite?s?\\b"
              + "|non\\s+commerciale?s?\\s+(?:uniquement|seulement|exclusivement)\\b"
              + "|kommerzielle[^.\\n]{0,100}?(?:untersagt|verboten|nicht\\s+(?:gestattet|erlaubt|zul\u00E4ssig))"
              + "|\\bnot\\s+(?!only\\b|limit|restrict|affect|prevent|prohibit)[^.;\\n]{0,60}?\\bfor\\s+(?:[\\w-]{1,20},?\\s+){0,4}?commercial\\s+(?:use|usage|purposes?|gain|advantage)"
              + "|\\b(?:only|solely|exclusively|strictly|limited)\\s+(?:\\w{1,20}\\s+){0,4}?(?:for|to)\\W{0,4}(?:[\\w',/-]{1,30}\\s+){0,5}?non[- ]?commercial"
              + "|\\bfor\\W{0,4}(?:[\\w',/-]{1,30}\\s+){0,5}?non[- ]?commercial(?:\\W{1,4}[\\w,-]{1,20}){0,5}?\\W{1,4}only\\b"
              + "|\\b(?:use|rights?|licen[cs]e|grant\\w*)\\b[^.;\\n]{0,80}?\\bfor\\s+(?:your\\s+|its\\s+)?(?:internal,?\\s+)?(?:non[- ]profit,?\\s+)?non[- ]?commercial\\s+research"
              + "|\\b(?:solely|only)\\s+for\\s+(?:internal\\s+)?(?:educational|academic)\\s+(?:or|and)\\s+(?:academic\\s+)?research",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ON_REQUEST =
      Pattern.compile(
          "\\bcommercial\\s+licen[cs]e\\b[^.;\\n]{0,12}\\brequired"
              + "|\\bwithout\\s+(?:the\\s+|an\\s+)?(?:express\\s+|prior\\s+|explicit\\s+)?(?:written\\s+)?(?:consent|permission)\\b[^.;]{0,160}?\\bcommercial\\s"
              + "|\\b(?:obtain|buy|purchase|acquire|request|execute)\\s+an?\\s+(?:[\\w-]{1,20},?\\s+){0,3}licen[cs]"
              + "|\\bonly\\s+under\\s+an?\\s+(?:[\\w-]{1,20}\\s+){0,2}commercial\\s+licen[cs]e"
              + "|\\bwithout\\s+an?\\s+(?:\\w{1,20}\\s+)?commercial\\s+licen[cs]e"
              + "|\u5546(?:\u4E1A|\u7528)[^\u3002]{0,4}(?:\u6388\u6743|\u8BB8\u53EF)",
          Pattern.CASE_INSENSITIVE);

  private OwnTrade() {}

  /// What a text says: the reference for a bar or for leave on request, or empty.
  static String of(String text) {
    String seen = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    String small = seen.toLowerCase(Locale.ROOT).replace("*", "");
    if (BARRED.matcher(small).find()
        || ForeignLimits.worth(small, 0, small.length())
            && ForeignLimits.NO_TRADE.matcher(small).find()) {
      return "LicenseRef-non-commercial";
    }
    return ON_REQUEST.matcher(small).find() ? "LicenseRef-commercial-on-request" : "";
  }
}
