package dev.assay.code.outline;

import java.util.Locale;

/// The language that is named behind a fence, in whatever way: plainly (`python`), with classes or
/// settings in braces as Pandoc, Quarto and R Markdown have them (`{.python}`, `{python, echo=F}`,
/// `{r, engine='python'}`), behind a directive as MyST has it (`{code-cell} ipython3`). Linear in
/// the length of what is named.
final class FenceLanguage {
  /// Longer words name nothing.
  private static final int LONGEST = 200;

  private static final String ENGINE = "engine";

  private FenceLanguage() {}

  /// What is named, in small letters; empty where nothing is.
  static String of(String named) {
    String info = named.substring(0, Math.min(named.length(), LONGEST)).strip();
    info = info.toLowerCase(Locale.ROOT);
    if (!info.startsWith("{")) {
      return info;
    }
    int close = info.indexOf('}');
    String behind = close < 0 ? "" : info.substring(close + 1).strip();
    if (!behind.isEmpty() && behind.charAt(0) != '}') {
      return behind;
    }
    int engine = info.indexOf(ENGINE);
    int from = engine < 0 ? 0 : engine + ENGINE.length();
    while (from < info.length() && "{.= '\"".indexOf(info.charAt(from)) >= 0) {
      from++;
    }
    return info.substring(from);
  }
}
