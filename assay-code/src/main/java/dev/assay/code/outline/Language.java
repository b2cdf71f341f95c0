package dev.assay.code.outline;

import java.util.Locale;
import java.util.Map;

/// The languages that are read, and how each is told by a file's name.
public enum Language {
  PYTHON,
  NOTEBOOK,
  SHELL,
  /// YAML, JSON, TOML, INI, gin, Jsonnet: names and values.
  CONFIGURATION,
  /// Its fenced code is read.
  MARKDOWN,
  C,
  JAVA,
  RUST,
  JULIA,
  R,
  GO,
  SWIFT,
  LUA,
  JAVASCRIPT;

  private static final Map<String, Language> BY_ENDING =
      Map.ofEntries(
          Map.entry("py", PYTHON),
          Map.entry("pyw", PYTHON),
          Map.entry("pyx", PYTHON),
          Map.entry("pyi", PYTHON),
          Map.entry("ipynb", NOTEBOOK),
          Map.entry("sh", SHELL),
          Map.entry("bash", SHELL),
          Map.entry("zsh", SHELL),
          Map.entry("slurm", SHELL),
          Map.entry("sbatch", SHELL),
          Map.entry("bat", SHELL),
          Map.entry("ps1", SHELL),
          Map.entry("yaml", CONFIGURATION),
          Map.entry("yml", CONFIGURATION),
          Map.entry("json", CONFIGURATION),
          Map.entry("toml", CONFIGURATION),
          Map.entry("ini", CONFIGURATION),
          Map.entry("cfg", CONFIGURATION),
          Map.entry("conf", CONFIGURATION),
          Map.entry("gin", CONFIGURATION),
          Map.entry("jsonnet", CONFIGURATION),
          Map.entry("libsonnet", CONFIGURATION),
          Map.entry("properties", CONFIGURATION),
          Map.entry("prototxt", CONFIGURATION),
          Map.entry("md", MARKDOWN),
          Map.entry("markdown", MARKDOWN),
          Map.entry("rst", MARKDOWN),
          Map.entry("c", C),
          Map.entry("h", C),
          Map.entry("cc", C),
          Map.entry("cpp", C),
          Map.entry("cxx", C),
          Map.entry("hpp", C),
          Map.entry("hh", C),
          Map.entry("hxx", C),
          Map.entry("cu", C),
          Map.entry("cuh", C),
          Map.entry("m", C),
          Map.entry("mm", C),
          Map.entry("java", JAVA),
          Map.entry("cs", JAVA),
          Map.entry("kt", JAVA),
          Map.entry("scala", JAVA),
          Map.entry("rs", RUST),
          Map.entry("jl", JULIA),
          Map.entry("r", R),
          Map.entry("go", GO),
          Map.entry("swift", SWIFT),
          Map.entry("lua", LUA),
          Map.entry("js", JAVASCRIPT),
          Map.entry("mjs", JAVASCRIPT),
          Map.entry("cjs", JAVASCRIPT),
          Map.entry("jsx", JAVASCRIPT),
          Map.entry("ts", JAVASCRIPT),
          Map.entry("tsx", JAVASCRIPT));

  /// The language of a file with this name, or null when it is none of these.
  public static @org.jspecify.annotations.Nullable Language of(String name) {
    int dot = name.lastIndexOf('.');
    if (isPlainReadme(name)) {
      return MARKDOWN;
    }
    if (dot < 0) {
      return name.equals("Makefile") || name.equals("makefile") ? SHELL : null;
    }
    return BY_ENDING.get(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /// Whether a file is a README without an ending that says how it is written: as Markdown, mostly.
  private static boolean isPlainReadme(String name) {
    return name.equalsIgnoreCase("readme") || name.equalsIgnoreCase("readme.txt");
  }

  /// Whether it is a programming language of its own, read by {@link BraceScanner}.
  public boolean braced() {
    return switch (this) {
      case C, JAVA, RUST, JULIA, R, GO, SWIFT, LUA, JAVASCRIPT -> true;
      case PYTHON, NOTEBOOK, SHELL, CONFIGURATION, MARKDOWN -> false;
    };
  }
}
