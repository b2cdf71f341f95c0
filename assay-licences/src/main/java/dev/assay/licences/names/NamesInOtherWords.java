package dev.assay.licences.names;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names of licences as their translations have them: Creative Commons by its own names for its
/// elements in each language, the GNU licences, and `Apache`, `BSD` and `MIT` with the words for a
/// licence and its clauses of a language. A version that is not written is not added.
///
/// A sign of a script without spaces is a token of its own, so a word there is a row of tokens.
final class NamesInOtherWords {
  private enum Element {
    BY,
    NC,
    ND,
    SA
  }

  /// Words of an element, in the tokens' own form.
  private record Words(Element element, List<String> tokens) {}

  private static final List<Words> ELEMENTS =
      List.of(
          words(Element.BY, "署名"),
          words(Element.BY, "姓名標示"),
          words(Element.BY, "表示"),
          words(Element.BY, "저작자표시"),
          words(Element.BY, "namensnennung"),
          words(Element.BY, "attribution"),
          words(Element.BY, "paternité"),
          words(Element.BY, "atribución"),
          words(Element.BY, "reconocimiento"),
          words(Element.BY, "atribuição"),
          words(Element.BY, "attribuzione"),
          words(Element.BY, "атрибуция"),
          words(Element.NC, "非商业性使用"),
          words(Element.NC, "非商業性使用"),
          words(Element.NC, "非商业性"),
          words(Element.NC, "非商业"),
          words(Element.NC, "非営利"),
          words(Element.NC, "비영리"),
          words(Element.NC, "nicht kommerziell"),
          words(Element.NC, "pas d'utilisation commerciale"),
          words(Element.NC, "nocomercial"),
          words(Element.NC, "no comercial"),
          words(Element.NC, "nãocomercial"),
          words(Element.NC, "não comercial"),
          words(Element.NC, "non commerciale"),
          words(Element.NC, "некоммерчески"),
          words(Element.NC, "некоммерческое использование"),
          words(Element.NC, "noncommercial"),
          words(Element.NC, "non commercial"),
          words(Element.ND, "禁止演绎"),
          words(Element.ND, "禁止改作"),
          words(Element.ND, "改変禁止"),
          words(Element.ND, "변경금지"),
          words(Element.ND, "keine bearbeitungen"),
          words(Element.ND, "keine bearbeitung"),
          words(Element.ND, "pas de modification"),
          words(Element.ND, "sinderivadas"),
          words(Element.ND, "sin derivadas"),
          words(Element.ND, "semderivações"),
          words(Element.ND, "sem derivações"),
          words(Element.ND, "non opere derivate"),
          words(Element.ND, "без производных"),
          words(Element.SA, "相同方式共享"),
          words(Element.SA, "継承"),
          words(Element.SA, "동일조건변경허락"),
          words(Element.SA, "weitergabe unter gleichen bedingungen"),
          words(Element.SA, "partage dans les mêmes conditions"),
          words(Element.SA, "compartirigual"),
          words(Element.SA, "compartir igual"),
          words(Element.SA, "compartilhaigual"),
          words(Element.SA, "condividi allo stesso modo"),
          words(Element.SA, "на тех же условиях"),
          words(Element.SA, "с сохранением условий"),
          words(Element.SA, "sharealike"));

  private static final List<List<String>> COMMONS =
      List.of(
          row("creative commons"),
          row("知识共享"),
          row("知識共享"),
          row("創用 cc"),
          row("クリエイティブコモンズ"),
          row("크리에이티브커먼즈"),
          row("크리에이티브커먼스"));

  /// What may stand between the elements and the version.
  private static final List<List<String>> BETWEEN =
      List.of(
          row("国际"),
          row("國際"),
          row("国際"),
          row("국제"),
          row("许可协议"),
          row("许可证"),
          row("协议"),
          row("ライセンス"),
          row("라이선스"),
          row("版"),
          row("international"),
          row("internacional"),
          row("internazionale"),
          row("lizenz"),
          row("version"));

  /// The GNU licences, the longer names first.
  private static final List<Translated> GNU =
      List.of(
          new Translated("AGPL", row("gnu affero 通用公共许可")),
          new Translated("LGPL", row("gnu 宽通用公共许可")),
          new Translated("LGPL", row("gnu 较宽松通用公共许可")),
          new Translated("LGPL", row("gnu 较宽松公共许可")),
          new Translated("LGPL", row("gnu 劣一般公衆利用許諾")),
          new Translated("LGPL", row("gnu 약소일반공중사용허가서")),
          new Translated("GPL", row("gnu 通用公共许可")),
          new Translated("GPL", row("gnu 通用公共授權")),
          new Translated("GPL", row("gnu 一般公衆利用許諾")),
          new Translated("GPL", row("gnu 일반공중사용허가서")));

  private record Translated(String kind, List<String> tokens) {}

  /// Endings of a word for a licence behind such a name.
  private static final List<List<String>> LICENCE =
      List.of(
          row("许可证"),
          row("许可协议"),
          row("授权协议"),
          row("開源協議"),
          row("开源协议"),
          row("协议"),
          row("ライセンス"),
          row("라이선스"),
          row("라이센스"),
          row("证"),
          row("協議"),
          row("書"),
          row("契約書"),
          row("лицензией"),
          row("лицензия"),
          row("lizenz"),
          row("licencia"),
          row("licença"),
          row("licenza"));

  private static final int MOST = 12;

  private NamesInOtherWords() {}

  private static Words words(Element element, String words) {
    return new Words(element, row(words));
  }

  private static List<String> row(String words) {
    Tokens t = Tokens.of(words);
    String[] row = new String[t.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = t.at(i);
    }
    return List.of(row);
  }

  /// The licence named by the tokens from `i` on, or null.
  static @Nullable Name at(Tokens t, int i) {
    Name name = creativeCommons(t, i);
    if (name == null) {
      name = gnu(t, i);
    }
    return name == null ? plain(t, i) : name;
  }

  private static int behind(Tokens t, int i, List<List<String>> rows) {
    for (List<String> row : rows) {
      if (isAt(t, i, row)) {
        return i + row.size();
      }
    }
    return -1;
  }

  private static boolean isAt(Tokens t, int i, List<String> row) {
    for (int k = 0; k < row.size(); k++) {
      if (!t.at(i + k).equals(row.get(k))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Name creativeCommons(Tokens t, int i) {
    int at = behind(t, i, COMMONS);
    if (at < 0) {
      return null;
    }
    boolean latin = t.at(i).equals("creative");
    Set<Element> elements = EnumSet.noneOf(Element.class);
    String version = "";
    int end = at;
    for (int steps = 0; steps < MOST && version.isEmpty(); steps++) {
      Words found = null;
      for (Words words : ELEMENTS) {
        boolean longer = found == null || words.tokens().size() > found.tokens().size();
        if (longer && isAt(t, at, words.tokens())) {
          found = words;
        }
      }
      String number = Family.version(t.at(at));
      int filler = behind(t, at, BETWEEN);
      if (found != null) {
        elements.add(found.element());
        at += found.tokens().size();
        end = at;
      } else if (number != null && !elements.isEmpty()) {
        version = number;
        at++;
        end = at;
      } else if (filler > 0) {
        at = filler;
      } else {
        break;
      }
    }
    if (elements.isEmpty()) {
      return latin ? null : new Name("LicenseRef-CC", i, end, false);
    }
    String id = "CC-BY";
    for (Element element : List.of(Element.NC, Element.ND, Element.SA)) {
      id += elements.contains(element) ? "-" + element : "";
    }
    boolean known = Set.of("1.0", "2.0", "2.5", "3.0", "4.0").contains(version);
    return new Name(known ? id + "-" + version : "LicenseRef-" + id, i, end, true);
  }

  private static @Nullable Name gnu(Tokens t, int i) {
    for (Translated translated : GNU) {
      if (isAt(t, i, translated.tokens())) {
        return versioned(t, i, i + translated.tokens().size(), translated.kind());
      }
    }
    boolean russian =
        t.at(i).startsWith("стандартн")
            && t.at(i + 1).startsWith("общественн")
            && t.at(i + 2).startsWith("лицензи")
            && t.at(i + 3).equals("gnu");
    return russian ? versioned(t, i, i + 4, "GPL") : null;
  }

  /// The name with the version that stands right behind it.
  private static Name versioned(Tokens t, int i, int to, String kind) {
    int at = Math.max(to, behind(t, to, LICENCE));
    if (t.at(at).equals("第") || t.at(at).startsWith("верси")) {
      at++;
    }
    String version = Family.version(t.at(at));
    boolean known =
        version != null
            && (kind.equals("LGPL") ? Set.of("2.0", "2.1", "3.0") : Set.of("1.0", "2.0", "3.0"))
                .contains(version);
    return known
        ? new Name(kind + "-" + version + "-only", i, at + 1, true)
        : new Name("LicenseRef-" + kind, i, at, true);
  }

  private static @Nullable Name plain(Tokens t, int i) {
    if (t.at(i).equals("apache")) {
      int licence = behind(t, i + 1, LICENCE);
      int at = licence > 0 && t.at(licence).equals("第") ? licence + 1 : licence;
      boolean two = at > 0 && "2.0".equals(Family.version(t.at(at)));
      return two ? new Name("Apache-2.0", i, at + 1, true) : null;
    }
    if (t.at(i).equals("bsd")) {
      String clauses =
          switch (t.at(i + 1)) {
            case "三", "3" -> "3";
            case "二", "两", "2" -> "2";
            default -> "";
          };
      boolean counted =
          isAt(t, i + 2, row("条款"))
              || isAt(t, i + 2, row("項"))
              || isAt(t, i + 2, row("条項"))
              || isAt(t, i + 2, row("조항"));
      return !clauses.isEmpty() && counted
          ? new Name("BSD-" + clauses + "-Clause", i, i + 3, true)
          : null;
    }
    int mit = isAt(t, i, MIT) ? behind(t, i + MIT.size(), LICENCE) : -1;
    return mit > 0 ? new Name("MIT", i, mit, true) : null;
  }

  private static final List<String> MIT = row("麻省理工学院");
}
