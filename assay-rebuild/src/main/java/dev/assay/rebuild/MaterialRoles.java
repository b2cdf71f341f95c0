package dev.assay.rebuild;

import java.util.List;
import java.util.Locale;

/// What a file that goes into a build is for, guessed by its name: a draft says it so that whoever
/// reads it can correct it.
final class MaterialRoles {
  /// How names of programs' sources end.
  private static final List<String> CODE =
      List.of(
          ".py",
          ".java",
          ".kt",
          ".scala",
          ".sh",
          ".c",
          ".cc",
          ".cpp",
          ".h",
          ".rs",
          ".go",
          ".js",
          ".mjs",
          ".ts",
          ".r",
          ".jl",
          ".ipynb",
          "makefile");

  private MaterialRoles() {}

  /// The role as a recipe writes it: `training-code`, `training-configuration` or `training-data`.
  static String of(String path) {
    String p = path.toLowerCase(Locale.ROOT);
    if (CODE.stream().anyMatch(p::endsWith) || p.startsWith("src") || p.contains("code")) {
      return "training-code";
    }
    return p.endsWith(".yaml")
            || p.endsWith(".yml")
            || p.endsWith(".cfg")
            || p.endsWith(".conf")
            || p.endsWith("config.json")
        ? "training-configuration"
        : "training-data";
  }
}
