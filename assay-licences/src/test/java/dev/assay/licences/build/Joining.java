package dev.assay.licences.build;

import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.LicenceStatement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How people put an exception to a licence. Each of the list's exceptions is put so to a licence
/// that it is for.
enum Joining {
  ITSELF,
  BEHIND_THE_TEXT,
  BEFORE_THE_TEXT,
  UNDER_A_TITLE,
  IN_A_HEADER,
  IN_ITS_OWN_FILE;

  private static final Map<String, String> FOR =
      Map.of(
          "LLVM-exception", "Apache-2.0",
          "Swift-exception", "Apache-2.0",
          "SHL-2.0", "Apache-2.0",
          "SHL-2.1", "Apache-2.0",
          "mxml-exception", "Apache-2.0",
          "fmt-exception", "MIT",
          "PCRE2-exception", "BSD-3-Clause",
          "QPL-1.0-INRIA-2004-exception", "QPL-1.0",
          "KiCad-libraries-exception", "CC-BY-SA-4.0",
          "LZMA-exception", "CPL-1.0");

  RewritingBench.Score score(LicenceEngine engine, List<SpdxText> texts) {
    List<String> wrong = new ArrayList<>();
    int right = 0;
    int cases = 0;
    for (SpdxText exception : texts) {
      String licence = licence(exception.id());
      if (!exception.exception() || this == IN_A_HEADER && !licence.contains("GPL")) {
        continue;
      }
      cases++;
      String text =
          texts.stream().filter(t -> t.id().equals(licence)).findFirst().orElseThrow().text();
      List<String> said = said(engine, licence, text, exception.text());
      String expected = this == ITSELF ? exception.id() : licence + " WITH " + exception.id();
      if (said.contains(expected)) {
        right++;
      } else {
        wrong.add(expected + ": " + said);
      }
    }
    return new RewritingBench.Score(right, cases, wrong);
  }

  private static String licence(String exception) {
    String known = FOR.get(exception);
    if (known != null) {
      return known;
    }
    boolean third = exception.contains("3.0") || exception.equals("GCC-exception-3.1");
    String lesser = exception.toUpperCase(Locale.ROOT).contains("LGPL") ? "LGPL-" : "GPL-";
    return lesser + (third ? "3.0" : lesser.equals("GPL-") ? "2.0" : "2.1") + "-only";
  }

  private List<String> said(LicenceEngine engine, String licence, String text, String exception) {
    List<LicenceStatement> all =
        switch (this) {
          case ITSELF -> scan(engine, "LICENSE", exception);
          case BEHIND_THE_TEXT -> scan(engine, "LICENSE", text + "\n\n" + exception);
          case BEFORE_THE_TEXT -> scan(engine, "LICENSE", exception + "\n\n" + text);
          case UNDER_A_TITLE ->
              scan(
                  engine,
                  "LICENSE.txt",
                  text + "\n\n---- An exception to the licence ----\n\n" + exception);
          case IN_A_HEADER ->
              scan(engine, "part.c", header(licence, exception) + "int part(void);\n");
          case IN_ITS_OWN_FILE -> {
            List<LicenceStatement> both = new ArrayList<>(scan(engine, "COPYING", text));
            both.addAll(scan(engine, "COPYING.exception", exception));
            yield engine.resolve(both);
          }
        };
    return all.stream().map(LicenceStatement::expression).toList();
  }

  private static String header(String licence, String exception) {
    String lesser = licence.startsWith("LGPL") ? "Lesser " : "";
    String version = licence.replaceAll("[^0-9.]", "");
    String notice =
        "Copyright 2020 A. Person\n\nThis program is free software; you can redistribute it and/or"
            + " modify it under the terms of\nthe GNU "
            + lesser
            + "General Public License version "
            + version
            + " only, as published by the Free Software Foundation.\n\n"
            + exception;
    return "/*\n" + notice.strip().replaceAll("(?m)^", " * ") + "\n */\n";
  }

  private static List<LicenceStatement> scan(LicenceEngine engine, String file, String text) {
    return engine.scan(TextFile.of("s", file, text.getBytes(StandardCharsets.UTF_8), true));
  }
}
