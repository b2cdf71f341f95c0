package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A licence that is given as PDF is read as its text, by `assay licence` and in a release.
final class LicencePdfTest {
  private static final List<String> ISC =
      List.of(
          "Permission to use, copy, modify, and/or distribute this software for any purpose",
          "with or without fee is hereby granted, provided that the above copyright notice",
          "and this permission notice appear in all copies.",
          "THE SOFTWARE IS PROVIDED \"AS IS\" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH",
          "REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND",
          "FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT,",
          "OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA",
          "OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION,",
          "ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.");

  @TempDir Path temp;

  private static byte[] pdf() throws IOException {
    var shown = new StringBuilder("BT /F1 10 Tf 12 TL 50 780 Td");
    ISC.forEach(line -> shown.append(" (").append(line).append(") Tj T*"));
    shown.append(" ET");
    List<String> objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 842] /Contents 4 0 R /Resources"
                + " << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + shown.length() + " >>\nstream\n" + shown + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    var out = new ByteArrayOutputStream();
    out.writeBytes("%PDF-1.4\n".getBytes(StandardCharsets.ISO_8859_1));
    var offsets = new ArrayList<Integer>();
    for (String object : objects) {
      offsets.add(out.size());
      out.writeBytes(
          (offsets.size() + " 0 obj\n" + object + "\nendobj\n")
              .getBytes(StandardCharsets.ISO_8859_1));
    }
    var end = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
    offsets.forEach(o -> end.append("%010d 00000 n \n".formatted(o)));
    end.append("trailer << /Size 6 /Root 1 0 R >>\nstartxref\n")
        .append(out.size())
        .append("\n%%EOF\n");
    out.writeBytes(end.toString().getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }

  @Test
  void the_licence_command_reads_it() throws IOException {
    Files.write(temp.resolve("LICENSE.pdf"), pdf());
    Run run = Run.of("licence", temp.resolve("LICENSE.pdf"));
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("ISC (free), text, same words, covers everything");
  }

  @Test
  void what_is_no_pdf_inside_is_said() throws IOException {
    Files.writeString(temp.resolve("LICENSE.pdf"), "%PDF-1.4 and nothing more");
    Run run = Run.of("licence", temp.resolve("LICENSE.pdf"));
    assertThat(run.code()).isEqualTo(Exit.WRONG_USE);
    assertThat(run.err()).contains("could not be read");
  }

  @Test
  void a_folder_is_read_in_the_order_of_its_names() throws IOException {
    for (int i = 0; i < 150; i++) {
      Files.writeString(
          temp.resolve("%03d.txt".formatted(i)), "SPDX-License-Identifier: MIT\n# " + i + "\n");
    }
    Files.createSymbolicLink(temp.resolve("link.txt"), temp.resolve("000.txt"));
    Run run = Run.of("licence", temp);
    assertThat(run.code()).isZero();
    assertThat(run.out().lines().filter(l -> l.contains("MIT")))
        .hasSize(150)
        .isSorted()
        .noneMatch(l -> l.contains("link"));
  }
}
