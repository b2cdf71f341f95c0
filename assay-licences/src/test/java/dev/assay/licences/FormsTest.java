package dev.assay.licences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.model.LicenceStatement;
import dev.assay.testing.LicenceTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The forms in which people name licences: metadata of packages, tables of paths, plain sentences.
class FormsTest {
  private static final LicenceEngine ENGINE = LicenceEngine.load();

  private static List<LicenceStatement> scan(String path, String content) {
    return ENGINE.scan(TextFile.of("s", path, content.getBytes(StandardCharsets.UTF_8), true));
  }

  private static List<String> named(String path, String content) {
    return scan(path, content).stream().map(LicenceStatement::expression).distinct().toList();
  }

  @Test
  void packageMetadata() {
    assertThat(named("DESCRIPTION", "Package: x\nLicense: GPL (>= 2)\n"))
        .containsExactly("GPL-2.0-or-later");
    assertThat(named("DESCRIPTION", "Package: x\nLicense: MIT + file LICENSE\n"))
        .containsExactly("MIT");
    assertThat(named("setup.py", "setup(name=\"x\", license=\"AGPLv3+\")\n"))
        .containsExactly("AGPL-3.0-or-later");
    assertThat(named("setup.py", "setup(classifiers=['License :: OSI Approved :: MIT License'])"))
        .containsExactly("MIT");
    assertThat(named("Cargo.toml", "license = \"MIT/Apache-2.0\"\n"))
        .containsExactly("MIT OR Apache-2.0");
    assertThat(named("package.json", "{\"license\":\"(MIT OR Apache-2.0)\"}"))
        .containsExactly("MIT OR Apache-2.0");
  }

  @Test
  void aListOfLicencesToChooseFromIsNoMetadata() {
    assertThat(
            named(
                "setup.py",
                "licences = {\n    'a': ('Apache Software License 2.0','OSI Approved :: Apache"
                    + " Software License'),\n}\nsetup(license=licences[settings['a']][0])\n"))
        .isEmpty();
  }

  @Test
  void aTableOfPathsBindsEachPath() {
    List<LicenceStatement> found =
        scan(
            "debian/copyright",
            """
            Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

            Files: *
            License: Apache-2.0

            Files: weights/*
             vendor/x.c
            Copyright: 2020 B
            License: CC-BY-NC-4.0
            """);
    assertThat(found)
        .extracting(s -> s.scope() + "=" + s.expression())
        .containsExactly("=Apache-2.0", "weights/=CC-BY-NC-4.0", "vendor/x.c=CC-BY-NC-4.0");
  }

  @Test
  void aSentenceWithoutTheWordLicence() {
    assertThat(named("README.md", "The code is MIT, the weights are under CC BY-NC 4.0.\n"))
        .containsExactly("MIT", "CC-BY-NC-4.0");
    assertThat(named("a.c", "/* This file is GPL v2 or later. */\n"))
        .containsExactly("GPL-2.0-or-later");
  }

  @Test
  void aNameWithoutItsVersionIsTheFamily() {
    assertThat(named("a.c", "// source released under European Union Public License\n"))
        .containsExactly("LicenseRef-EUPL");
    assertThat(named("a.py", "# Licensed to PSF under a Contributor Agreement.\n")).isEmpty();
  }

  @Test
  void theNoticeOfAnotherWorkBehindALicenceIsNoPartOfIt() throws IOException {
    String licence =
        Files.readString(Path.of("..", "LICENSE"))
            .replace("Copyright [yyyy] [name of copyright owner]", "Copyright 2024 Harbour Inc.");
    String notice = licence.substring(licence.indexOf("   Licensed under the Apache"));
    String listed =
        licence
            + "\n   This project is inspired by these projects, under these licences:\n\n"
            + "   10. Dune\n\n   Copyright 2019 Acme\n\n"
            + notice
            + "\n   11. Reef\n\n   Copyright 2021 Acme Reef\n\n"
            + notice;
    assertThat(ENGINE.scan(TextFile.of("s", "LICENSE", listed)))
        .filteredOn(s -> s.basis() == LicenceStatement.Basis.TEXT)
        .first()
        .satisfies(s -> {
          assertThat(s.expression()).isEqualTo("Apache-2.0");
          assertThat(s.match()).isEqualTo(LicenceStatement.Match.SAME_WORDS);
        });
  }

  @Test
  void whoPaidForTheWorkIsNoTermAndTheSameLicenceTwiceIsOne() {
    String paid = "This work was supported in part by funding from the Foundation and its friends.";
    for (String text :
        List.of(
            BSD_2.replace("THIS SOFTWARE IS", paid + "\n\nTHIS SOFTWARE IS"),
            BSD_2 + "\n" + BSD_2)) {
      assertThat(ENGINE.scan(TextFile.of("s", "LICENSE", text)))
          .filteredOn(s -> s.basis() == LicenceStatement.Basis.TEXT)
          .allSatisfy(s -> {
            assertThat(s.expression()).isEqualTo("BSD-2-Clause");
            assertThat(s.match()).isEqualTo(LicenceStatement.Match.SAME_WORDS);
          })
          .isNotEmpty();
    }
    assertThat(
            ENGINE.scan(
                TextFile.of(
                    "s",
                    "LICENSE",
                    BSD_2.replace(
                        "THIS SOFTWARE IS",
                        "This work must name the Foundation and its friends.\n\nTHIS SOFTWARE IS"))))
        .filteredOn(s -> s.basis() == LicenceStatement.Basis.TEXT)
        .allMatch(s -> s.match() != LicenceStatement.Match.SAME_WORDS);
  }

  private static final String BSD_2 =
      """
      Copyright (c) 2031 Somebody

      Redistribution and use in source and binary forms, with or without modification, are permitted provided that
      the following conditions are met:

      1. Redistributions of source code must retain the above copyright notice, this list of conditions and the
         following disclaimer.

      2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the
         following disclaimer in the documentation and/or other materials provided with the distribution.

      THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED
      WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A
      PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY
      DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO,
      PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
      CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR
      OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH
      DAMAGE.
      """;

  @Test
  void limitsInOtherLanguages() {
    for (String said :
        List.of(
            "This model is released for non-commercial research purposes only.",
            "本模型仅供学术研究使用，禁止商业用途。",
            "本モデルは研究目的でのみ利用できます。",
            "이 모델은 연구 목적으로만 사용할 수 있으며 상업적 이용은 금지됩니다.",
            "Ce modèle est destiné à la science; toute utilisation commerciale est interdite.",
            "Das Modell darf nur für nichtkommerzielle Forschungszwecke verwendet werden.",
            "Este modelo solo puede utilizarse con fines de investigación.",
            "Este modelo é apenas para fins de pesquisa.",
            "Модель предназначена только для исследовательских целей.")) {
      assertThat(scan("README.md", "# X\n\n" + said + "\n"))
          .as(said)
          .isNotEmpty()
          .allMatch(s -> s.freedom() == dev.assay.model.Freedom.LIMITED);
    }
    for (String said :
        List.of(
            "模型权重可免费商用。",
            "Nous utilisons ce modèle pour la recherche et pour un usage commercial.",
            "Das Modell ist auch für kommerzielle Nutzung erlaubt.",
            "Die Forschung nutzt nur wenige Gewichte.")) {
      assertThat(scan("README.md", "# X\n\n" + said + "\n")).as(said).isEmpty();
    }
  }

  @Test
  void theLicenceOfSomethingIncludedIsNotThisOnes() {
    assertThat(
            scan(
                "NOTICE",
                "Acme\n\nThis product includes software developed at Foo (MIT License).\n"))
        .allMatch(s -> s.covers().isEmpty());
    assertThat(scan("NOTICE", "Acme\n\nThis software is under the MIT License.\n"))
        .anyMatch(s -> !s.covers().isEmpty());
  }

  @Test
  void whoIsNotLiableMayBeNamedInManyWays() {
    String without = BSD_2.replace("COPYRIGHT HOLDER OR CONTRIBUTORS BE", "%s BE");
    assertThat(named("LICENSE", without.formatted("UNIVERSITY OF X, NOR ITS EMPLOYEES")))
        .containsExactly("BSD-2-Clause");
    assertThat(named("LICENSE", without.formatted("COPYRIGHT HOLDER NOT")))
        .containsExactly("LicenseRef-modified-BSD-2-Clause");
  }

  @Test
  void aTermInTheLineOfTheCopyrightNoticeIsATerm() {
    assertThat(named("LICENSE", BSD_2.replace("Somebody", "Somebody. All rights reserved.")))
        .containsExactly("BSD-2-Clause");
    assertThat(named("LICENSE", BSD_2.replace("Somebody", "Somebody. It shall be used for good.")))
        .containsExactly("LicenseRef-modified-BSD-2-Clause");
  }

  @Test
  void shortLicencesBelowEachOtherAreBothFound() {
    String public0 =
        """
        DO WHAT THE FUCK YOU WANT TO PUBLIC LICENSE
        Version 2, December 2004

        Copyright (C) 2004 Sam Hocevar <sam@hocevar.net>

        Everyone is permitted to copy and distribute verbatim or modified copies of this license document, and
        changing it is allowed as long as the name is changed.

        DO WHAT THE FUCK YOU WANT TO PUBLIC LICENSE
        TERMS AND CONDITIONS FOR COPYING, DISTRIBUTION AND MODIFICATION

        0. You just DO WHAT THE FUCK YOU WANT TO.
        """;
    assertThat(named("LICENSE", public0 + "\n----\n\n" + LicenceTexts.ISC))
        .containsExactly("WTFPL", "ISC");
    assertThat(named("LICENSE", LicenceTexts.ISC + "\n----\n\n" + public0))
        .containsExactly("ISC", "WTFPL");
  }

  @Test
  void aDutyAddedAroundALicenceIsAnotherLicence() {
    assertThat(named("LICENSE", LicenceTexts.ISC)).containsExactly("ISC");
    assertThat(
            named(
                "LICENSE",
                LicenceTexts.ISC + "\nUse by companies requires a separate agreement.\n"))
        .containsExactly("LicenseRef-modified-ISC");
    assertThat(
            named(
                "LICENSE", LicenceTexts.ISC + "\nUnless otherwise noted this is for all files.\n"))
        .containsExactly("ISC");
  }
}
