package dev.assay.licences.names;

/// Whether two expressions can be two ways of writing one licence.
public final class Same {
  private Same() {}

  /// `GPL-3.0`, `GPL-3.0-only`, `GPL-3.0-or-later` and the family without a version agree: one says
  /// more than the other, and nothing against it.
  public static boolean agree(String a, String b) {
    if (a.equals(b) || a.startsWith("LicenseRef-") && a.equalsIgnoreCase(b)) {
      return true;
    }
    String x = plain(a);
    String y = plain(b);
    String p = exception(a);
    String q = exception(b);
    if (!p.isEmpty() && !q.isEmpty() && !p.equals(q)) {
      return false;
    }
    return x.equals(y) || family(a, y) || family(b, x);
  }

  /// Whether an expression says only that something is limited, and names no licence: it agrees
  /// with every licence that limits.
  public static boolean limitOnly(String expression) {
    return switch (expression) {
      case "LicenseRef-non-commercial",
          "LicenseRef-research-only",
          "LicenseRef-personal-use-only",
          "LicenseRef-no-redistribution",
          "LicenseRef-proprietary",
          "LicenseRef-commercial-on-request" ->
          true;
      default -> false;
    };
  }

  /// An expression without what a tag often leaves out: whether later versions may be used, and
  /// exceptions, which only permit more.
  public static String plain(String expression) {
    String plain = expression.replace("-only", "").replace("-or-later", "").replace("+", "");
    return plain.contains("xception") || plain.contains(WITH)
        ? plain.replaceAll("( WITH|-with-)[ A-Za-z0-9.-]*?(?= (AND|OR) |[()]|$)", "")
        : plain;
  }

  private static final String WITH = " WITH ";

  /// The exception that an expression of one licence has, without its version, or empty.
  private static String exception(String expression) {
    int at = expression.indexOf(WITH);
    int old = expression.indexOf("-with-");
    String exception =
        at >= 0
            ? expression.substring(at + WITH.length())
            : old >= 0 ? expression.substring(old + 6) : "";
    int end = exception.toLowerCase(java.util.Locale.ROOT).indexOf("-exception");
    return (end < 0 ? exception : exception.substring(0, end)).toLowerCase(java.util.Locale.ROOT);
  }

  private static final String CHANGED = "LicenseRef-modified-";

  /// What a licence's text that was changed is called.
  ///
  /// @param id the licence that it was
  public static String changed(String id) {
    return CHANGED + (id.startsWith("LicenseRef-") ? id.substring(11) : id);
  }

  /// The licence that a changed text was, or empty where a reference is none for a changed text.
  /// Licences are published under the name "Modified MIT": the name alone says which, and that some
  /// other text was changed does not make it one of them.
  public static String before(String reference) {
    return reference.startsWith(CHANGED) && !reference.equals("LicenseRef-modified-mit")
        ? reference.substring(CHANGED.length())
        : "";
  }

  /// Whether a reference without a version (`LicenseRef-GPL`, `LicenseRef-gemma`) is the family of
  /// an id.
  public static boolean family(String reference, String id) {
    if (!reference.startsWith("LicenseRef-") || !before(reference).isEmpty()) {
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
