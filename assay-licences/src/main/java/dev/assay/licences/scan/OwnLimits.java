package dev.assay.licences.scan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a licence of somebody's own making limits who may use a work, or for what: it forbids
/// uses, or grants them for some purposes only. What it asks in return (credit, its own text kept)
/// is no limit.
final class OwnLimits {
  /// This much of a text is read.
  private static final int LONGEST = 60_000;

  /// What is done with a work.
  private static final String ACT =
      "(?:use|deploy|distribute|redistribute|copy|modify|fine-?tune|sell|sublicense|reproduce|publish"
          + "|train|host|commercialize|commercially)";

  /// `You may not use`, `the licensee shall not distribute`, `you agree not to use`.
  private static final Pattern FORBIDS =
      Pattern.compile(
          "\\b(?:you|your|licensees?|users?|recipients?)\\s+(?:[\\w-]{1,40}\\s+){0,2}?"
              + "(?:(?:may|shall|must|will|can)\\s*not|cannot|agrees?\\s+not)\\s+(?:to\\s+)?"
              + "(?:[\\w-]{1,40},?\\s+){0,2}?"
              + ACT
              + "\\b(?!\\s+(?:the\\s+|our\\s+|any\\s+|its\\s+)?(?:[\\w'-]{1,40}\\s+){0,4}?"
              + "(?:names?|trademarks?|logos?|marks?)\\b)(?!\\s+this\\s+file)"
              + "(?![^.]{0,80}\\b(?:without\\s+(?:this|including|retaining|giving|a\\s+copy)|except\\s+in\\s+compliance))",
          Pattern.CASE_INSENSITIVE);

  /// `The weights may not be sold`.
  private static final Pattern PASSIVE =
      Pattern.compile(
          "\\b(?:weights?|models?|checkpoints?|materials?|works?)\\s+(?:may|must|shall|can)\\s*not\\s+be\\s+"
              + "(?:used|sold|redistributed|distributed|sublicensed|modified|deployed|shared|copied)\\b"
              + "(?!\\s+(?:\\w{1,20}\\s+){0,3}except\\s+in\\s+compliance)",
          Pattern.CASE_INSENSITIVE);

  /// `No person or company may use`, `not allowed without a commercial license`, `must obtain a
  /// separate license`.
  private static final Pattern LEAVE =
      Pattern.compile(
          "\\bno\\s+(?:person|entity|company|organi[sz]ation|individual|one|party)\\b[^.]{0,60}?\\bmay\\s+(?:use|modify|copy|distribute|sell)\\b"
              + "|\\bnot\\s+(?:allowed|permitted)\\s+without\\b"
              + "|\\b(?:must|shall|have\\s+to|has\\s+to|needs?\\s+to|required\\s+to)\\s+(?:first\\s+)?(?:obtain|buy|purchase|acquire|request)"
              + "\\s+an?\\s+(?:[\\w-]{1,20},?\\s+){0,3}licen[cs]e\\b"
              + "|\\bonly\\s+under\\s+an?\\s+(?:[\\w-]{1,20}\\s+){0,3}commercial\\s+licen[cs]e\\b"
              + "|\\bcommercial\\s+licen[cs]e\\b[^.]{0,12}\\brequired\\b"
              + "|(?:\u9700|\u987B|\u5FC5\u987B|\u5E94)(?:\u8981|\u5F53)?(?:\u5148|\u4E8B\u5148|\u53E6\u884C)?(?:\u83B7\u5F97|\u53D6\u5F97|\u7533\u8BF7|\u8D2D\u4E70|\u83B7\u53D6)"
              + "[^\u3002]{0,10}(?:\u5546\u4E1A|\u5546\u7528|\u4E66\u9762|\u53E6\u884C)[^\u3002]{0,4}(?:\u6388\u6743|\u8BB8\u53EF)",
          Pattern.CASE_INSENSITIVE);

  private static final String FIELD =
      "(?:research|academic|scientific|non[- ]?commercial|personal|private|educational|evaluation"
          + "|internal|inference)";

  /// `Solely for your non-commercial research purposes`, `for academic or research purposes only`.
  private static final Pattern ONLY =
      Pattern.compile(
          "\\b(?:solely|only|exclusively|strictly)\\s+(?:[\\w-]{1,40}\\s+){0,3}?for\\s+(?:[\\w',/-]{1,40}\\s+){0,6}?"
              + FIELD
              + "\\b|\\bfor\\s+(?:[\\w',/-]{1,40}\\s+){0,4}?"
              + FIELD
              + "\\b[\\w ,/\\n-]{0,60}?\\bonly\\b|\\bresearch[- ]use\\s+only\\b",
          Pattern.CASE_INSENSITIVE);

  /// Headings and words of such clauses.
  private static final Pattern CLAUSE =
      Pattern.compile(
          "\\bprohibited\\s+uses?\\b|\\buse[- ]based\\s+restrictions?\\b|\\buse\\s+restrictions?\\b"
              + "|\\bexpressly\\s+prohibited\\b|\\bcommercial\\s+(?:use\\s+)?restriction|\\blimitation\\s+on\\s+use\\b"
              + "|\\bno\\s+(?:commercial\\s+use|redistribution|public\\s+use|organi[sz]ational\\s+use)\\b"
              + "|\\bcommons\\s+clause\\b|\\bnot\\s+(?:include|grant)\\b[^.]{0,60}\\bright\\s+to\\s+sell\\b"
              + "|\\bcommercial\\s+use\\b[^.]{0,40}\\b(?:prohibited|not\\s+permitted|not\\s+allowed)\\b",
          Pattern.CASE_INSENSITIVE);

  /// The same in other languages.
  private static final Pattern FOREIGN =
      Pattern.compile(
          "nicht\\s+(?:gestattet|erlaubt|zul\u00E4ssig)|不得(?:出于|用于|利用|将|使用|从事|以|对|把)|(?:仅|只)(?:供|限|可用于|能用于|用于)"
              + "|禁止(?![^\u3002]{0,30}(?:专利|诉讼))|禁じ|に限(?:り|る|定)|금지|한하여"
              + "|\\b(?:proibid|prohibid|interdit|untersagt|verboten|vietat)|запрещ"
              + "|\\b(?:apenas|somente|únicamente|solamente|uniquement|exclusivement|ausschließlich"
              + "|esclusivamente|exclusivamente)\\s+(?:para|per|pour|für|à)\\b|исключительно для",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// What names a field and limits nothing: `for commercial and non-commercial purposes`.
  private static final Pattern EITHER_WAY =
      Pattern.compile(
          "\\bcommercial(?:ly)?\\s+(?:and|or|as well as)\\s+non|non[- ]?commercial(?:ly)?\\s+(?:and|or)\\s+commercial",
          Pattern.CASE_INSENSITIVE);

  private OwnLimits() {}

  /// Whether a text limits.
  static boolean in(String text) {
    String seen = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    if (FORBIDS.matcher(seen).find()
        || PASSIVE.matcher(seen).find()
        || LEAVE.matcher(seen).find()
        || CLAUSE.matcher(seen).find()) {
      return true;
    }
    Matcher only = ONLY.matcher(seen);
    while (only.find()) {
      if (!EITHER_WAY.matcher(only.group()).find()) {
        return true;
      }
    }
    return FOREIGN.matcher(seen).find();
  }
}
