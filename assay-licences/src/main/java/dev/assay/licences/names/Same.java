package dev.assay.licences.names;

/// Whether two expressions can be two ways of writing one licence.
public final class Same {
  private Same() {}

  /// `GPL-3.0`, `GPL-3.0-only`, `GPL-3.0-or-later` and the family without a version agree: one says
  /// more than the other, and nothing against it.
  public static boolean agree(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    String x = plain(a);
    String y = plain(b);
    return x.equals(y) || family(a, y) || family(b, x);
  }

  /// Whether an expression says only that something is limited, and names no licence: it agrees
  /// with every licence that limits.
  public static boolean limitOnly(String expression) {
    return switch (expression) {
      case "LicenseRef-non-commercial",
          "LicenseRef-research-only",
          "LicenseRef-commercial-on-request" ->
          true;
      default -> false;
    };
  }

  public static String plain(String expression) {
    return expression.replace("-only", "").replace("-or-later", "").replace("+", "");
  }

  /// Whether a reference without a version (`LicenseRef-GPL`, `LicenseRef-gemma`) is the family of
  /// an id.
  public static boolean family(String reference, String id) {
    if (!reference.startsWith("LicenseRef-")) {
      return false;
    }
    String family = reference.substring(11).toLowerCase(java.util.Locale.ROOT);
    String plain =
        id.toLowerCase(java.util.Locale.ROOT)
            .replace("licenseref-scancode-", "")
            .replace("licenseref-", "");
    String stem =
        switch (family) {
          case "gpl",
              "lgpl",
              "agpl",
              "gfdl",
              "bsd",
              "apache",
              "gemma",
              "cc-by",
              "cc-by-sa",
              "cc-by-nc",
              "cc-by-nc-sa",
              "cc-by-nd",
              "cc-by-nc-nd",
              "openmdw",
              "odbl",
              "odc-by",
              "deepseek",
              "nvidia-open-model",
              "flux-1-dev-nc",
              "yi-series" ->
              family;
          case "llama-community" -> "llama-community";
          case "openrail" -> "open-rail";
          case "modified-mit" -> "modified-mit";
          default -> "";
        };
    if (stem.isEmpty() && id.matches("[A-Z][A-Za-z]+-[0-9].*")) {
      // A family of the SPDX list, named without its version.
      stem = id.substring(0, id.indexOf('-')).equalsIgnoreCase(family) ? family : "";
    }
    if (stem.isEmpty()) {
      return false;
    }
    if (stem.equals("llama-community")) {
      return plain.matches("llama-[0-9].*");
    }
    if (stem.equals("open-rail") || stem.equals("modified-mit")) {
      return plain.contains(stem) || plain.contains("stable-diffusion");
    }
    return plain.equals(stem)
        || plain.startsWith(stem + "-")
            && !(stem.equals("cc-by") && plain.matches("cc-by-(nc|nd|sa).*"));
  }
}
