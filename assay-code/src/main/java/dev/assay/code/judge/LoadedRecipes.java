package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.Zone;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;

/// Settings in Python by which a run begins with what another run of the release made, as
/// configurations for the frameworks of OpenMMLab do: `load_from = "work_dirs/stage1_base.pth"`
/// beside `stage1_base.py`. Weights of other names may be those of a part. Only what is set at the
/// margin counts. Linear in the length of the sources, but for the names of those that load
/// something.
final class LoadedRecipes {
  private static final String KEY = "\nload_from";

  /// A shorter name of a file says too little.
  private static final int SHORTEST = 6;

  private static final int LONGEST = 300;

  /// So many sources are looked at that load something, and so many names.
  private static final int MOST = 200;

  private LoadedRecipes() {}

  /// Where sources of settings do so, a few of them.
  static List<Evidence> in(List<CodeFile> code) {
    List<Evidence> found = new ArrayList<>();
    List<CodeFile> settings = code.stream().filter(LoadedRecipes::isSettings).toList();
    List<String> names = settings.stream().map(LoadedRecipes::stem).distinct().limit(MOST).toList();
    int looked = 0;
    for (CodeFile f : settings) {
      int at = looked < MOST && found.size() < 3 ? f.code().indexOf(KEY) : -1;
      String weights = at < 0 ? "" : quoted(f.code(), at + KEY.length());
      looked += weights.isEmpty() ? 0 : 1;
      String own = stem(f);
      if (names.stream().anyMatch(n -> !n.equals(own) && weights.contains(n))) {
        found.add(f.evidence(at + 1));
      }
    }
    return found;
  }

  private static boolean isSettings(CodeFile f) {
    return f.language() == Language.PYTHON
        && f.excerpt() == null
        && f.measure().definitions() == 0
        && !f.measure().entry()
        && !f.in(Zone.EVALUATION)
        // What others are built on is no run.
        && !f.folder().contains("_base_")
        && stem(f).length() >= SHORTEST;
  }

  private static String stem(CodeFile f) {
    return f.file().name().replace(".py", "");
  }

  /// The text in quotes that is assigned here, or nothing.
  private static String quoted(String code, int from) {
    int end = code.indexOf('\n', from);
    int last = Math.min(end < 0 ? code.length() : end, from + LONGEST);
    String value = code.substring(from, last).strip();
    int open = value.startsWith("=") ? 1 : value.length();
    while (open < value.length() && value.charAt(open) == ' ') {
      open++;
    }
    if (open >= value.length() || "\"'".indexOf(value.charAt(open)) < 0) {
      return "";
    }
    int close = value.indexOf(value.charAt(open), open + 1);
    return close < 0 ? "" : value.substring(open + 1, close);
  }
}
