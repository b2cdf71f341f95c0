package dev.assay.text;

import java.util.Locale;
import java.util.Set;

/// What data are written in, or how they were taken: programming languages, stains, ways of
/// imaging, methods of calculation. Written like names, and never what a data set is called alone.
final class DataKinds {
  private static final Set<String> KINDS =
      Set.of(
          // Programming languages.
          "python",
          "java",
          "javascript",
          "typescript",
          "php",
          "ruby",
          "go",
          "golang",
          "rust",
          "scala",
          "perl",
          "kotlin",
          "swift",
          "haskell",
          "julia",
          "lua",
          "sql",
          "c",
          "c++",
          "c#",
          "r",
          "bash",
          "shell",
          "css",
          "html",
          "fortran",
          "verilog",
          "latex",
          "matlab",
          "nl",
          "pl",
          // Stains, and ways of imaging and recording.
          "h&e",
          "ihc",
          "ct",
          "mri",
          "fmri",
          "pet",
          "wsi",
          "wsis",
          "rgb",
          "rgb-d",
          "rgbd",
          "lidar",
          "eeg",
          "ecg",
          "ekg",
          "emg",
          "meg",
          "x-ray",
          "x-rays",
          "sar",
          // Methods of calculation.
          "dft",
          "gga",
          "gga+u",
          "pbe",
          "md");

  private DataKinds() {}

  /// Whether a name is one of them, or made of nothing else: "NL-PL", "GGA/GGA+U".
  static boolean is(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (KINDS.contains(lower)) {
      return true;
    }
    String[] parts = lower.split("[-/ ]");
    for (String part : parts) {
      if (!KINDS.contains(part)) {
        return false;
      }
    }
    return parts.length > 1;
  }
}
