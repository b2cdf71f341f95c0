package dev.assay.licences.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.Freedom;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Subject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the head of a source file limits without naming a licence, or beside the one that it names.
class HeaderLimitsTest {
  private static final LicenceEngine ENGINE = LicenceEngine.load();

  private static List<LicenceStatement> in(String path, String text) {
    return ENGINE.scan(TextFile.of("s", path, text));
  }

  private static List<String> limits(String path, String text) {
    return in(path, text).stream()
        .filter(s -> s.freedom() == Freedom.LIMITED && s.covers().equals(Set.of(Subject.CODE)))
        .map(LicenceStatement::expression)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# This software may be used for non-commercial, evaluation and research use\n"
            + "# as the LICENSE.md file says.\n",
        "# All rights reserved. Our code is free for non-commercial and academic use.\n",
        "# The source code is given for research purposes only.\n",
        "\"\"\"Trains a net.\n\nThis code is under the GPLv3 license for research and"
            + " non-commercial purposes only.\n\"\"\"\n",
        "# SPDX-License-Identifier: LicenseRef-Some-1.0\n# Licensed for academic and non-commercial"
            + " use only.\n",
        "# Commercial use of this code is not permitted.\n"
      })
  void theHeadOfAFileLimitsIt(String head) {
    assertThat(limits("net/train.py", head + "import torch\n")).isNotEmpty();
  }

  @Test
  void theHeadOfAFileWhoseRightsAreKept() {
    assertThat(
            limits(
                "net/body.py",
                "# -*- coding: utf-8 -*-\n\n# The Society is the holder of all proprietary rights on"
                    + " this program.\n# Any use of it without a valid license is prohibited.\nimport x\n"))
        .containsExactly("LicenseRef-proprietary");
  }

  @Test
  void whatAFunctionOrATextInCodeSaysIsNoHead() {
    assertThat(
            limits(
                "net/train.py",
                "import torch\n\ndef get():\n    \"\"\"The code is for research purposes only.\"\"\"\n"))
        .isEmpty();
    assertThat(limits("net/train.py", "# Fetches a set that is for research only.\nimport torch\n"))
        .isEmpty();
    assertThat(
            limits(
                "net/train.py",
                "# This software is free for commercial and non-commercial use.\nimport torch\n"))
        .isEmpty();
  }

  @Test
  void commentsOfMatlab() {
    assertThat(
            limits(
                "net/cut.m",
                "% Cuts a graph.\n% The code is released for research purposes only.\nfunction x = cut(y)\n"))
        .containsExactly("LicenseRef-research-only");
  }
}
