package dev.assay.licences.names;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names that follow a grammar: GNU, Creative Commons, BSD, Apache, MIT. A version that is not
/// written is not added: such a name gives the family, as `LicenseRef-GPL` does.
final class Family {
  private static final Set<String> FILLER =
      Set.of(
          "license",
          "licence",
          "licenses",
          "public",
          "version",
          "versions",
          "v",
          "ver",
          "the",
          "of",
          "as",
          "published",
          "by",
          "free",
          "software",
          "foundation",
          "fsf",
          "either",
          "under",
          "is",
          "this",
          "gnu",
          "gpl",
          "lgpl",
          "agpl",
          "inc",
          "terms",
          "it",
          "at",
          "only",
          "program",
          "library",
          "in",
          "and",
          "or",
          "not",
          "later",
          "than",
          "using",
          "conditions");

  private Family() {}

  static @Nullable Name at(Tokens t, int i) {
    Name name = gnu(t, i);
    if (name == null) {
      name = creativeCommons(t, i);
    }
    if (name == null) {
      name = bsd(t, i);
    }
    if (name == null) {
      name = apache(t, i);
    }
    return name == null ? mit(t, i) : name;
  }

  private static @Nullable Name gnu(Tokens t, int i) {
    String word = t.at(i);
    String kind = "";
    String version = "";
    int end = i + 1;
    String rest = word;
    boolean plus = rest.endsWith("+");
    rest = plus ? rest.replace("+", "") : rest;
    for (String k : List.of("agpl", "lgpl", "gfdl", "gpl", "fdl")) {
      if (rest.startsWith(k)
          && (rest.length() == k.length() || version(rest.substring(k.length())) != null)) {
        kind = k;
        String v = version(rest.substring(k.length()));
        version = v == null ? "" : v;
        break;
      }
    }
    if (kind.isEmpty()) {
      int k = i;
      if (word.equals("gnu")) {
        k++;
      }
      boolean affero = t.at(k).equals("affero");
      boolean lesser = t.at(k).equals("lesser") || t.at(k).equals("library");
      if (affero || lesser) {
        k++;
      }
      if (lesser && t.at(k).equals("gnu")) {
        k++;
      }
      if (t.at(k).equals("gpl") && k > i) {
        kind = affero ? "agpl" : lesser ? "lgpl" : "";
        end = k + 1;
      } else if (t.at(k).equals("general") || ((affero || lesser) && t.at(k).equals("public"))) {
        int p = t.at(k).equals("general") ? k + 1 : k;
        if (t.at(p).equals("public") && licence(t.at(p + 1)) && (k > i || word.equals("general"))) {
          kind = affero ? "agpl" : lesser ? "lgpl" : "gpl";
          end = p + 2;
        }
      } else if (t.at(k).equals("free")
          && t.at(k + 1).equals("documentation")
          && licence(t.at(k + 2))) {
        kind = "gfdl";
        end = k + 3;
      }
      if (kind.isEmpty()) {
        return null;
      }
    }
    kind = kind.equals("fdl") ? "gfdl" : kind;
    boolean sure = end - i > 1 || !version.isEmpty() || plus;
    boolean only = false;
    int last = end;
    // The version follows within a few words, or stands before: `version 2.1 of the GNU ...`.
    if (version.isEmpty()) {
      for (int k = end, steps = 0; steps < 24 && k < t.size(); k++, steps++) {
        String v = version(t.at(k).replace("+", ""));
        if (v != null && plausible(kind, v)) {
          version = v;
          plus |= t.at(k).endsWith("+");
          last = k + 1;
          break;
        }
        if (!FILLER.contains(t.at(k))) {
          break;
        }
      }
    }
    if (version.isEmpty()) {
      for (int k = i - 1; k >= Math.max(0, i - 6); k--) {
        String v = version(t.at(k));
        if (t.at(k).equals("later") || t.at(k).equals("any")) {
          plus = true;
        }
        if (v != null
            && plausible(kind, v)
            && (t.at(k).startsWith("v") || t.at(k - 1).startsWith("v"))) {
          version = v;
          break;
        }
        if (!FILLER.contains(t.at(k))) {
          break;
        }
      }
    }
    for (int k = last; k < last + 16 && k < t.size(); k++) {
      if (t.at(k).equals("later") || t.at(k).equals("newer") || t.at(k).equals("above")) {
        plus = true;
        last = Math.max(last, k + 1);
        break;
      }
      if (t.at(k).equals("only") && k <= last + 1) {
        only = true;
        last = k + 1;
        break;
      }
      if (!LATER.contains(t.at(k))) {
        break;
      }
    }
    if (version.isEmpty() && end - i > 1 && within(t, i, end, "library")) {
      // Only version 2.0 bore this name, and its section 13 lets whoever gets it choose any later
      // one where none is named.
      return new Name("LGPL-2.0-or-later", i, end, true);
    }
    if (version.isEmpty()) {
      return new Name("LicenseRef-" + kind.toUpperCase(java.util.Locale.ROOT), i, end, sure);
    }
    String id = kind.toUpperCase(java.util.Locale.ROOT) + "-" + version;
    if (id.equals("LGPL-2.0") && !plus && !only && version.isEmpty()) {
      return null;
    }
    return new Name(id + (plus && !only ? "-or-later" : "-only"), i, last, true);
  }

  private static final Set<String> LATER =
      Set.of(
          "or",
          "at",
          "your",
          "option",
          "any",
          "a",
          "the",
          "license",
          "licence",
          "of",
          "and",
          "only",
          "if",
          "you",
          "prefer",
          "version",
          "versions",
          "licenses",
          "as",
          "published",
          "by",
          "free",
          "software",
          "foundation",
          "can",
          "it",
          "under",
          "terms",
          "inc",
          "either",
          "gpl",
          "lgpl",
          "gnu",
          "general",
          "public",
          "lesser");

  private static boolean within(Tokens t, int from, int to, String word) {
    for (int k = from; k < to; k++) {
      if (t.at(k).equals(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean licence(String word) {
    return word.startsWith("licen");
  }

  private static boolean plausible(String kind, String v) {
    return switch (kind) {
      case "gpl" -> v.equals("1.0") || v.equals("2.0") || v.equals("3.0");
      case "lgpl" -> v.equals("2.0") || v.equals("2.1") || v.equals("3.0");
      case "agpl" -> v.equals("1.0") || v.equals("3.0");
      default -> v.equals("1.1") || v.equals("1.2") || v.equals("1.3");
    };
  }

  /// `3`, `v3`, `3.0`, `v2.1` as `3.0` and `2.1`; null for anything else.
  static @Nullable String version(String word) {
    String w = word.startsWith("v") ? word.substring(1) : word;
    if (w.isEmpty() || w.length() > 5) {
      return null;
    }
    boolean dot = false;
    for (int i = 0; i < w.length(); i++) {
      char c = w.charAt(i);
      if (c == '.') {
        dot = true;
      } else if (c < '0' || c > '9') {
        return null;
      }
    }
    if (!dot && w.length() > 2) {
      return null;
    }
    if (!dot && w.length() == 2) {
      // LGPLv21, CC-BY-40: written without the point.
      return null;
    }
    return dot ? w : w + ".0";
  }

  /// `BY-NC-SA 4.0`, without whose it is.
  private static final Set<String> AFTER_BY = Set.of("nc", "sa", "nd");

  private static @Nullable Name creativeCommons(Tokens t, int i) {
    String first = t.at(i);
    int k = i;
    boolean spelled = false;
    if (first.equals("creative") && t.at(i + 1).equals("commons")) {
      k = i + 2;
      spelled = true;
    } else if (first.equals("cc0")) {
      String v = version(t.at(i + 1));
      return new Name("CC0-1.0", i, v != null && v.equals("1.0") ? i + 2 : i + 1, true);
    } else if (first.equals("cc") || first.equals("ccby")) {
      k = i + 1;
    } else if (!first.equals("by") || !t.joined(i) || !AFTER_BY.contains(t.at(i + 1))) {
      return null;
    }
    boolean by = first.equals("ccby");
    boolean nc = false;
    boolean nd = false;
    boolean sa = false;
    String version = "";
    int end = k;
    for (int steps = 0; steps < 12 && k < t.size(); steps++, k++) {
      String w = t.at(k);
      String next = t.at(k + 1);
      if (w.equals("by") || w.equals("attribution")) {
        by = true;
      } else if (w.equals("nc")
          || w.startsWith("noncommercial")
          || (w.equals("non") && next.startsWith("commercial"))) {
        nc = true;
        k += w.equals("non") ? 1 : 0;
      } else if (w.equals("nd")
          || w.startsWith("noderiv")
          || (w.equals("no") && next.startsWith("deriv"))) {
        nd = true;
        k += w.equals("no") ? 1 : 0;
      } else if (w.equals("sa")
          || w.equals("sharealike")
          || (w.equals("share") && next.equals("alike"))) {
        sa = true;
        k += w.equals("share") ? 1 : 0;
      } else if (w.equals("zero") && spelled || w.equals("cc0")) {
        String v = version(t.at(k + 1).replace("v", ""));
        return new Name("CC0-1.0", i, v != null ? k + 2 : k + 1, true);
      } else if (version(w) != null && version.isEmpty() && (by || nc)) {
        version = String.valueOf(version(w));
        end = k + 1;
        break;
      } else if (w.equals("cc") && spelled && k == i + 2) {
        // `Creative Commons CC BY 4.0`: said twice.
        continue;
      } else if (!Set.of(
              "license",
              "licence",
              "works",
              "v",
              "version",
              "public",
              "the",
              "legal",
              "code",
              "international")
          .contains(w)) {
        break;
      } else {
        continue;
      }
      end = k + 1;
    }
    if (!by && !nc && !sa && !nd) {
      return spelled ? new Name("LicenseRef-CC", i, i + 2, false) : null;
    }
    // `CC-NC 4.0`: of that version there is none without attribution.
    boolean attribution = by || nc && first.equals("cc") && version.equals("4.0");
    if (!spelled && !attribution) {
      return null;
    }
    String id = "CC-BY" + (nc ? "-NC" : "") + (nd ? "-ND" : "") + (sa ? "-SA" : "");
    boolean known = Set.of("1.0", "2.0", "2.5", "3.0", "4.0").contains(version);
    return new Name(known ? id + "-" + version : "LicenseRef-" + id, i, end, true);
  }

  private static @Nullable Name bsd(Tokens t, int i) {
    String w = t.at(i);
    String clauses = "";
    int k = i;
    if (clause(w) != null && t.at(i + 1).startsWith("clause") && t.at(i + 2).equals("bsd")) {
      clauses = String.valueOf(clause(w));
      k = i + 2;
    } else if (Set.of("new", "modified", "revised", "simplified").contains(w)
        && t.at(i + 1).equals("bsd")) {
      clauses = w.equals("simplified") ? "2" : "3";
      k = i + 1;
    } else if (w.equals("freebsd") && licence(t.at(i + 1))) {
      return new Name("BSD-2-Clause", i, i + 2, true);
    } else if (w.equals("bsd2") || w.equals("bsd3") || w.equals("bsd4")) {
      return new Name("BSD-" + w.charAt(3) + "-Clause", i, i + 1, true);
    } else if (!w.equals("bsd")) {
      return null;
    }
    int end = k + 1;
    if (t.at(end).equals("style") || t.at(end).equals("like")) {
      return null;
    }
    if (clauses.isEmpty()) {
      int n = end;
      if (licence(t.at(n))) {
        n++;
      }
      if (clause(t.at(n)) != null) {
        clauses = String.valueOf(clause(t.at(n)));
        end = n + 1;
        if (t.at(end).startsWith("clause")) {
          end++;
        }
        if (clauses.equals("3") && t.at(end).equals("clear")) {
          return new Name("BSD-3-Clause-Clear", i, end + 1, true);
        }
      } else if (t.at(end).equals("new") || t.at(end).equals("simplified")) {
        clauses = t.at(end).equals("new") ? "3" : "2";
        end++;
      }
    }
    if (clauses.isEmpty()) {
      return new Name("LicenseRef-BSD", i, end, false);
    }
    return new Name(clauses.equals("0") ? "0BSD" : "BSD-" + clauses + "-Clause", i, end, true);
  }

  private static @Nullable String clause(String w) {
    return switch (w) {
      case "0", "zero" -> "0";
      case "1", "one" -> "1";
      case "2", "two" -> "2";
      case "3", "three" -> "3";
      case "4", "four" -> "4";
      default -> null;
    };
  }

  private static @Nullable Name apache(Tokens t, int i) {
    String w = t.at(i);
    if (w.equals("apache2") || w.equals("apache2.0") || w.equals("apachev2") || w.equals("asl2")) {
      return new Name("Apache-2.0", i, i + 1, true);
    }
    if (!w.equals("apache") && !w.equals("asl")) {
      return null;
    }
    int k = i + 1;
    boolean licence = false;
    for (int steps = 0; steps < 6; steps++, k++) {
      String n = t.at(k);
      if (n.startsWith("licen")) {
        licence = true;
      } else if (n.equals("foundation") && !licence && t.at(k + 1).isEmpty()) {
        break;
      } else if (!Set.of("software", "public", "version", "v", "ver", "the").contains(n)) {
        break;
      }
    }
    String v = version(t.at(k));
    if (v != null && Set.of("1.0", "1.1", "2.0").contains(v)) {
      return new Name("Apache-" + v, i, k + 1, true);
    }
    // `ASL` alone is the short name of others too: of an academic software licence, for one.
    return licence && w.equals("apache") ? new Name("LicenseRef-Apache", i, i + 2, true) : null;
  }

  private static @Nullable Name mit(Tokens t, int i) {
    if (t.at(i).equals("expat") && licence(t.at(i + 1))) {
      return new Name("MIT", i, i + 2, true);
    }
    if (!t.at(i).equals("mit") || t.at(i - 1).equals("modified")) {
      return null;
    }
    String next = t.at(i + 1);
    if (next.equals("style") || next.equals("like")) {
      return null;
    }
    if (next.equals("0")) {
      return new Name("MIT-0", i, i + 2, true);
    }
    if (next.equals("x11") && licence(t.at(i + 2))) {
      return new Name("MIT", i, i + 3, true);
    }
    return licence(next) ? new Name("MIT", i, i + 2, true) : new Name("MIT", i, i + 1, false);
  }
}
