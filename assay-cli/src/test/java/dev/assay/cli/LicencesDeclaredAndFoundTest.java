package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Freedom;
import dev.assay.model.LicenceOf;
import dev.assay.model.LicenceOf.Status;
import dev.assay.testing.LicenceTexts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The licence of weights by each way of declaring it, against each other: the card's tag, a text
/// in the folder, the key in the weights' own header, a badge.
final class LicencesDeclaredAndFoundTest {
  @TempDir Path temp;

  /// A file of weights with one tensor and, where given, the key for its licence.
  private static byte[] gguf(String licence) {
    ByteBuffer b = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
    boolean says = !licence.isEmpty();
    b.putInt(0x46554747).putInt(3).putLong(1).putLong(says ? 2 : 1);
    text(b, "general.architecture");
    b.putInt(8);
    text(b, "llama");
    if (says) {
      text(b, "general.license");
      b.putInt(8);
      text(b, licence);
    }
    text(b, "token_embd.weight");
    b.putInt(1).putLong(8).putInt(0).putLong(0);
    b.position((b.position() + 31) / 32 * 32);
    b.position(b.position() + 32);
    byte[] bytes = new byte[b.position()];
    b.get(0, bytes);
    return bytes;
  }

  private static void text(ByteBuffer b, String s) {
    byte[] bytes = s.getBytes(StandardCharsets.UTF_8);
    b.putLong(bytes.length).put(bytes);
  }

  private LicenceOf weights(String tag, String text, String key, String badge) throws IOException {
    Files.write(temp.resolve("model.gguf"), gguf(key));
    String front = tag.isEmpty() ? "" : "---\nlicense: " + tag.replace("+", "\n") + "\n---\n";
    String shield =
        badge.isEmpty()
            ? ""
            : "\n[![License](https://img.shields.io/badge/License-" + badge + "-green.svg)](x)\n";
    Files.writeString(temp.resolve("README.md"), front + "# A model\n" + shield);
    if (!text.isEmpty()) {
      Files.writeString(
          temp.resolve("LICENSE"),
          text.equals("MIT")
              ? "MIT License\n\nCopyright (c) 2031 Somebody\n\n" + LicenceTexts.MIT
              : "Copyright (c) 2031 Somebody\n\n"
                  + LicenceTexts.MIT.replace(
                      "to any person obtaining", "for research, to any person obtaining"));
    }
    return Inspection.weights(List.of(temp), UnaryOperator.identity()).licence();
  }

  @ParameterizedTest(name = "tag {0}, text {1}, key {2}, badge {3}")
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        // tag | text | key | badge | status | expression | freedom
        "mit          | MIT     | ''              | ''        | FOUND    | MIT                 |"
            + " FREE",
        "''           | MIT     | ''              | ''        | FOUND    | MIT                 |"
            + " FREE",
        "mit          | ''      | ''              | ''        | CLAIMED  | MIT                 |"
            + " FREE",
        "''           | ''      | mit             | ''        | CLAIMED  | MIT                 |"
            + " FREE",
        "''           | ''      | ''              | MIT       | CLAIMED  | MIT                 |"
            + " FREE",
        "''           | ''      | ''              | ''        | NONE     | NOASSERTION         |"
            + " UNKNOWN",
        "''           | MIT     | mit             | MIT       | FOUND    | MIT                 |"
            + " FREE",
        "apache-2.0   | MIT     | ''              | ''        | CONFLICT | ''                  |"
            + " FREE",
        "''           | MIT     | apache-2.0      | ''        | CONFLICT | ''                  |"
            + " FREE",
        "cc-by-nc-4.0 | MIT     | ''              | ''        | CONFLICT | CC-BY-NC-4.0        |"
            + " LIMITED",
        "mit          | MIT     | cc-by-nc-4.0    | ''        | CONFLICT | CC-BY-NC-4.0        |"
            + " LIMITED",
        "mit          | ''      | cc-by-nc-4.0    | ''        | CONFLICT | CC-BY-NC-4.0        |"
            + " LIMITED",
        "cc-by-4.0    | ''      | cc-by-3.0       | ''        | CONFLICT | ''                  |"
            + " FREE",
        "cc-by-4.0    | ''      | ''              | CC_BY_3.0 | CONFLICT | ''                  |"
            + " FREE",
        "mit          | ''      | ''              | Apache_2.0 | CONFLICT | ''                 |"
            + " FREE",
        "gpl-3.0      | ''      | GPL-3.0-or-later | ''       | CLAIMED  | ''                  |"
            + " FREE",
        "openrail     | ''      | creativeml-openrail-m | ''  | CLAIMED  | ''                  |"
            + " LIMITED",
        "llama3.1     | ''      | llama3          | ''        | CONFLICT | ''                  |"
            + " LIMITED",
        "mit          | changed | ''              | ''        | CONFLICT | ''                  |"
            + " UNKNOWN",
        "''           | changed | mit             | ''        | CONFLICT | ''                  |"
            + " UNKNOWN",
        "other        | MIT     | ''              | ''        | FOUND    | MIT                 |"
            + " FREE",
        "other+license_name: acme-terms | '' | mit | ''       | CONFLICT | LicenseRef-acme-terms |"
            + " UNKNOWN",
      })
  void what_is_declared_is_held_against_what_is_found(
      String tag,
      String text,
      String key,
      String badge,
      Status status,
      String expression,
      Freedom freedom)
      throws IOException {
    LicenceOf licence = weights(tag, text, key, badge);
    assertThat(licence.status()).as(licence.toString()).isEqualTo(status);
    if (!expression.isEmpty()) {
      assertThat(licence.expression()).isEqualTo(expression);
    }
    assertThat(licence.freedom()).isEqualTo(freedom);
    if (status == Status.CONFLICT) {
      assertThat(licence.evidence()).hasSizeGreaterThan(1);
    }
  }

  @Test
  void aSentenceOnTheLineOfABadgeCounts() throws IOException {
    Files.write(temp.resolve("model.gguf"), gguf(""));
    Files.writeString(
        temp.resolve("LICENSE"),
        "MIT License\n\nCopyright (c) 2031 Somebody\n\n" + LicenceTexts.MIT);
    Files.writeString(
        temp.resolve("README.md"),
        "# A model\n\n![MIT](https://img.shields.io/badge/License-MIT-green.svg) The weights are under"
            + " the Apache License 2.0.\n");
    assertThat(Inspection.weights(List.of(temp), UnaryOperator.identity()).licence().expression())
        .isEqualTo("Apache-2.0");
  }
}
