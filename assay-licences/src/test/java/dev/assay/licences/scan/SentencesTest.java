package dev.assay.licences.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Subject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What sentences say is covered, and what is no licence though its word stands there.
class SentencesTest {
  private static final LicenceEngine ENGINE = LicenceEngine.load();

  private static List<LicenceStatement> in(String path, String text) {
    return ENGINE.scan(TextFile.of("s", path, text));
  }

  private static List<String> named(String path, String text) {
    return in(path, text).stream().map(LicenceStatement::expression).toList();
  }

  private static Set<String> covering(Subject subject, String readme) {
    return in("README.md", readme).stream()
        .filter(s -> s.covers().contains(subject))
        .map(LicenceStatement::expression)
        .collect(Collectors.toSet());
  }

  @Test
  void anImportIsNoLicence() {
    assertThat(
            named(
                "bench.py",
                "# Copyright (c) 2031, A. Person, B. Person.\n\nimport argparse\nimport json\nimport ppl\n"))
        .isEmpty();
    assertThat(named("bench.py", "# This file is under the JSON license.\nx = 1\n"))
        .containsExactly("JSON");
  }

  @Test
  void aTableOfNamesInCodeIsNoLicence() {
    assertThat(named("hosts.py", "# Copyright 2031 A\nKNOWN = {'a': 'CC-BY-SA 4.0 License'}\n"))
        .isEmpty();
  }

  @Test
  void aModelBuiltOnAnotherUsedUnderItsLicence() {
    assertThat(
            covering(
                Subject.WEIGHTS,
                "The model is based on Llama 2 and should be used under Llama's model license.\n"))
        .containsExactly("LicenseRef-scancode-llama-2-license-2023");
  }

  @Test
  void aModelsNameIsNoLicence() {
    assertThat(
            named(
                "README.md",
                "This licence question is open. RoPE is used in many models, LLaMA 2 and others among them.\n"))
        .isEmpty();
  }

  @Test
  void wordsAfterANameGiveWhatItIsFor() {
    String text =
        "Users must comply with the original licences, among them the OpenAI Terms of Use for the"
            + " dataset and the licences of base models for checkpoints trained using the dataset"
            + " (such as the Llama community license for Name-2).\n";
    assertThat(covering(Subject.DATA, text)).containsExactly("LicenseRef-openai-terms");
    text = text.replace("among them the", "including but not limited to the");
    assertThat(covering(Subject.DATA, text)).doesNotContain("LicenseRef-llama-community");
    assertThat(covering(Subject.WEIGHTS, text)).containsExactly("LicenseRef-llama-community");
  }

  @Test
  void aModelsSizeInItsNameMakesItWeights() {
    String text =
        "## License\nFoo-8B-Base and Foo-8B-Chat are under MIT LICENSE, and iFoo-8B is under Apache"
            + " license 2.0.\n";
    assertThat(covering(Subject.WEIGHTS, text)).containsExactlyInAnyOrder("MIT", "Apache-2.0");
    assertThat(covering(Subject.WEIGHTS, "Trained on 2-8B tokens under the MIT license.\n"))
        .isEmpty();
  }

  @Test
  void anotherLicenceOnOfferLimitsNothing() {
    String text =
        "## License\n\nWe have two licensing options:\n\n- **AGPL-3.0 License**: for everyone.\n"
            + "- **Enterprise License**: made for commercial use of the models. For commercial use"
            + " cases, please contact us.\n";
    assertThat(named("README.md", text)).doesNotContain("LicenseRef-commercial-on-request");
    assertThat(
            named(
                "README.md",
                "## License\n\nFor commercial use of the model, please contact us by email.\n"))
        .contains("LicenseRef-commercial-on-request");
  }

  @Test
  void openSourceIsNotTheSourceCode() {
    assertThat(
            covering(
                Subject.CODE,
                "## License\nOpen source: the model may be used commercially after you apply by email.\n"))
        .isEmpty();
  }

  @Test
  void allOtherMaterialsAreNotTheCode() {
    String text =
        "The notebooks and the code are licensed under the Apache License, Version 2.0; you may not"
            + " use these materials except in compliance with the Apache 2.0 license.\n\nAll other"
            + " materials are licensed under CC BY 4.0.\n";
    assertThat(covering(Subject.WEIGHTS, text)).containsExactly("CC-BY-4.0");
    assertThat(covering(Subject.CODE, text)).containsExactly("Apache-2.0");
    assertThat(covering(Subject.EVERYTHING, text)).isEmpty();
  }

  @Test
  void twoLicencesAskedForTogetherAreBothAsked() {
    assertThat(
            covering(
                Subject.WEIGHTS,
                "The model is given under Apache 2.0 and the Databricks Open Model License.\n"))
        .containsExactly("Apache-2.0 AND LicenseRef-databricks-open-model");
    assertThat(named("README.md", "Dual-licensed under MIT and Apache-2.0.\n"))
        .containsExactly("MIT OR Apache-2.0");
  }

  @Test
  void basedOnALicenceIsUnderIt() {
    assertThat(
            covering(
                Subject.WEIGHTS, "The models are based on the Databricks Open Model License.\n"))
        .containsExactly("LicenseRef-databricks-open-model");
  }

  @Test
  void whatIsNamedAsAnExampleIsLicensedBySomebodyElse() {
    String example =
        "For example, this book has metadata indicating that it is available under a CC-BY-NC"
            + " license.\n";
    String own = "The code of this project is available under a CC-BY-NC license.\n";

    assertThat(covering(Subject.CODE, example)).isEmpty();
    assertThat(covering(Subject.EVERYTHING, example)).isEmpty();
    assertThat(covering(Subject.CODE, own)).containsExactly("LicenseRef-CC-BY-NC");
  }

  @Test
  void thanksAndRulesOfConductSpeakOfOthers() {
    String text = "This is under the MIT License.\n";
    assertThat(in("ACKNOWLEDGEMENTS.md", text)).allMatch(s -> s.covers().isEmpty());
    assertThat(in("CODE_OF_CONDUCT.md", text)).allMatch(s -> s.covers().isEmpty());
    assertThat(in("README.md", text)).allMatch(s -> !s.covers().isEmpty());
  }

  @Test
  void theLicenceOfABaseModelIsNotThisOnes() {
    assertThat(
            covering(
                Subject.WEIGHTS, "The model is built on Some-7B, which is under MIT license.\n"))
        .isEmpty();
    assertThat(
            covering(
                Subject.WEIGHTS,
                "Our model is fine-tuned from Some-7B, which is licensed under Apache 2.0.\n"))
        .isEmpty();
    assertThat(
            covering(
                Subject.WEIGHTS,
                "The base model (Some-7B) is under the Apache-2.0 license; our weights are released"
                    + " under CC-BY-NC-4.0.\n"))
        .containsExactly("CC-BY-NC-4.0");
    assertThat(
            covering(Subject.WEIGHTS, "We fine-tuned Some-7B (Apache 2.0 license) on our data.\n"))
        .isEmpty();
    assertThat(
            covering(
                Subject.WEIGHTS,
                "The model was initialised from Some-B, released by A under the MIT license.\n"))
        .isEmpty();
  }

  @Test
  void aBaseModelsLicenceThatBindsIsThisOnesToo() {
    assertThat(
            covering(
                Subject.WEIGHTS,
                "Since they are derived from it, the weights are subject to the Gemma license.\n"))
        .containsExactly("LicenseRef-gemma");
    assertThat(
            covering(
                Subject.WEIGHTS,
                "The base model is under the MIT license, the chat model under CC-BY-4.0.\n"))
        .containsExactlyInAnyOrder("MIT", "CC-BY-4.0");
    assertThat(
            covering(Subject.WEIGHTS, "The model is subject to the license of the base model.\n"))
        .containsExactly("LicenseRef-that-of-the-base-model");
  }
}
