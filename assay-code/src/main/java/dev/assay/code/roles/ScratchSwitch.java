package dev.assay.code.roles;

import java.util.List;
import java.util.Locale;

/// A switch of a program that says whether it begins from nothing: `--pretrained` with the help "if
/// false, train from scratch", `--use_non_pretrained_model`. An option with a value says nothing:
/// its help may tell what to give for it then. Linear in the length of the source.
final class ScratchSwitch {
  /// What declares a switch.
  private static final List<String> SWITCHES =
      List.of("\"store_true\"", "'store_true'", "\"store_false\"", "'store_false'", "is_flag=True");

  private static final List<String> SAYS =
      List.of(
          "from scratch",
          "from_scratch",
          "from-scratch",
          "non_pretrained",
          "non-pretrained",
          "not_pretrained",
          "no_pretrained",
          "no-pretrained");

  private static final String DECLARES = "add_argument(";

  /// What stands between the parts of a declaration and its switch is no longer.
  private static final int AROUND = 300;

  private ScratchSwitch() {}

  /// Whether a Python source declares one.
  static boolean in(String code) {
    return SWITCHES.stream().anyMatch(s -> in(code, s));
  }

  private static boolean in(String code, String word) {
    for (int at = code.indexOf(word); at >= 0; at = code.indexOf(word, at + 1)) {
      String before = code.substring(Math.max(0, at - AROUND), at);
      String after = code.substring(at, Math.min(code.length(), at + AROUND));
      int declared = before.lastIndexOf(DECLARES);
      int next = after.indexOf(DECLARES);
      if (declared >= 0) {
        String said =
            (before.substring(declared) + (next < 0 ? after : after.substring(0, next)))
                .toLowerCase(Locale.ROOT);
        if (SAYS.stream().anyMatch(said::contains)) {
          return true;
        }
      }
    }
    return false;
  }
}
