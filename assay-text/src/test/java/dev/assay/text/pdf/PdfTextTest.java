package dev.assay.text.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.ByteSource;
import dev.assay.model.Span;
import dev.assay.testing.Gen;
import dev.assay.text.Document;
import dev.assay.text.DocumentReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class PdfTextTest {

  /// A PDF written by hand, so that the tests do not write with the library that they try.
  private static byte[] pdf(String... pages) {
    var objects = new java.util.ArrayList<byte[]>();
    var kids = new StringBuilder();
    for (int i = 0; i < pages.length; i++) {
      kids.append(4 + 2 * i).append(" 0 R ");
    }
    objects.add(ascii("<< /Type /Catalog /Pages 2 0 R >>"));
    objects.add(ascii("<< /Type /Pages /Kids [" + kids + "] /Count " + pages.length + " >>"));
    objects.add(ascii("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"));
    for (int i = 0; i < pages.length; i++) {
      objects.add(
          ascii(
              "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents "
                  + (5 + 2 * i)
                  + " 0 R /Resources << /Font << /F 3 0 R >> >> >>"));
      var content = new StringBuilder("BT /F 11 Tf 14 TL 72 720 Td\n");
      for (String line : pages[i].split("\n", -1)) {
        content
            .append('(')
            .append(line.replace("(", "\\(").replace(")", "\\)"))
            .append(") Tj T*\n");
      }
      objects.add(stream("", ascii(content + "ET")));
    }
    return file(objects);
  }

  private static byte[] stream(String keys, byte[] content) {
    return concat(
        ascii("<< " + keys + " /Length " + content.length + " >>\nstream\n"),
        content,
        ascii("\nendstream"));
  }

  private static byte[] file(List<byte[]> objects) {
    var out = new ByteArrayOutputStream();
    var offsets = new StringBuilder();
    out.writeBytes(ascii("%PDF-1.4\n"));
    for (int i = 0; i < objects.size(); i++) {
      offsets.append(String.format("%010d 00000 n \n", out.size()));
      out.writeBytes(ascii((i + 1) + " 0 obj\n"));
      out.writeBytes(objects.get(i));
      out.writeBytes(ascii("\nendobj\n"));
    }
    int xref = out.size();
    int n = objects.size() + 1;
    out.writeBytes(ascii("xref\n0 " + n + "\n0000000000 65535 f \n" + offsets));
    out.writeBytes(
        ascii("trailer\n<< /Size " + n + " /Root 1 0 R >>\nstartxref\n" + xref + "\n%%EOF\n"));
    return out.toByteArray();
  }

  private static byte[] concat(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static PdfText.Reading read(byte[] bytes) {
    return PdfText.read("s", "paper.pdf", ByteSource.of(bytes), 10_000);
  }

  private static PdfText.Text text(byte[] bytes) {
    PdfText.Reading reading = read(bytes);
    assertThat(reading).isInstanceOf(PdfText.Text.class);
    return (PdfText.Text) reading;
  }

  @Test
  void text_is_read_page_by_page_and_evidence_names_the_page() {
    PdfText.Text text =
        text(pdf("A model of weather", "The model was trained on the public corpus of clouds."));
    assertThat(text.pages()).isEqualTo(2);
    assertThat(text.file().text()).contains("A model of weather").contains("corpus of clouds");
    int at = text.file().text().indexOf("trained");
    var evidence = text.file().evidenceAt(at, at + 7);
    assertThat(evidence.span()).isEqualTo(new Span.Pages(2, 2));
    assertThat(evidence.place()).isEqualTo("paper.pdf p. 2");
    assertThat(evidence.digest()).isNotNull();
  }

  @Test
  void what_a_paper_says_of_training_data_is_described_or_linked_with_its_page() {
    PdfText.Text text =
        text(
            pdf(
                "Introduction\nWe present a model of clouds.",
                "Data\nOur model was trained on 3 million photographs of clouds that we collected.\n"
                    + "We trained on https://huggingface.co/datasets/sky/photographs as well."));
    Document document = DocumentReader.readPages(text.file());
    assertThat(document.passages()).isNotEmpty();
    assertThat(document.claims()).isEmpty();
    assertThat(document.signs()).isEmpty();
    assertThat(document.toString()).contains("sky/photographs").contains("Pages[first=2, last=2]");
  }

  @Test
  void broken_words_and_links_are_whole_again() {
    assertThat(Hyphens.join("pre-\ntraining and Sky-\nPile"))
        .isEqualTo("pretraining and Sky-\nPile");
    assertThat(Hyphens.join("https://example.org/datasets/\nsky/clouds x"))
        .isEqualTo("https://example.org/datasets/sky/clouds x");
    assertThat(Hyphens.join("https://example.org/\n57https://other.example"))
        .isEqualTo("https://example.org/\n57https://other.example");
    assertThat(Hyphens.join("and/\nor")).isEqualTo("and/\nor");
    assertThat(Hyphens.join("a\u0007b")).isEqualTo("a b");
  }

  @Test
  void what_is_no_pdf_or_has_no_text_is_refused_with_a_reason() throws IOException {
    assertThat(read(new byte[0])).isInstanceOf(PdfText.Refused.class);
    assertThat(read(ascii("hello"))).isInstanceOf(PdfText.Refused.class);
    assertThat(read(ascii("%PDF-1.4\n%%EOF"))).isInstanceOf(PdfText.Refused.class);
    assertThat(read(pdf("")))
        .isEqualTo(new PdfText.Refused("holds no text; its pages may be pictures"));
    var large =
        new ByteSource() {
          @Override
          public long size() {
            return PdfText.MOST_BYTES + 1;
          }

          @Override
          public void read(long offset, java.nio.ByteBuffer into) {
            throw new AssertionError("must not be read");
          }

          @Override
          public void close() {}
        };
    assertThat(PdfText.read("s", "p.pdf", large))
        .isEqualTo(new PdfText.Refused("larger than 64 MiB"));
  }

  @Test
  void many_pages_are_read_up_to_a_limit_that_is_said() {
    String[] pages = new String[PdfText.MOST_PAGES + 5];
    java.util.Arrays.fill(pages, "words");
    PdfText.Text text = text(pdf(pages));
    assertThat(text.pages()).isEqualTo(PdfText.MOST_PAGES + 5);
    assertThat(text.read()).isEqualTo(PdfText.MOST_PAGES);
  }

  @Test
  void pages_that_name_each_other_as_parents_end() {
    byte[] loop =
        file(
            List.of(
                ascii("<< /Type /Catalog /Pages 2 0 R >>"),
                ascii("<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"),
                ascii("<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>")));
    assertThat(read(loop)).isInstanceOf(PdfText.Refused.class);
  }

  @Test
  void a_form_that_draws_itself_ends() {
    byte[] self =
        file(
            List.of(
                ascii("<< /Type /Catalog /Pages 2 0 R >>"),
                ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
                ascii(
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources <<"
                        + " /XObject << /X 5 0 R >> >> >>"),
                stream("", ascii("/X Do /X Do")),
                stream(
                    "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R"
                        + " >> >>",
                    ascii("/X Do /X Do"))));
    assertThat(PdfText.read("s", "p.pdf", ByteSource.of(self), 300))
        .isEqualTo(new PdfText.TooLong());
  }

  @Test
  void a_content_that_inflates_without_end_costs_itself() {
    byte[] one = new byte[8 << 20];
    byte[] line = ascii("(x) Tj ");
    for (int i = 0; i < one.length; i++) {
      one[i] = line[i % line.length];
    }
    var deflater = new Deflater(9);
    deflater.setInput(one);
    deflater.finish();
    byte[] packed = new byte[1 << 20];
    int n = deflater.deflate(packed);
    deflater.end();
    byte[] bomb =
        file(
            List.of(
                ascii("<< /Type /Catalog /Pages 2 0 R >>"),
                ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
                ascii(
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources <<"
                        + " /Font << /F 5 0 R >> >> >>"),
                stream("/Filter /FlateDecode", java.util.Arrays.copyOf(packed, n)),
                ascii("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")));
    // Given a fiftieth of a second it must be left, whatever it would have said.
    assertThat(PdfText.read("s", "p.pdf", ByteSource.of(bomb), 20))
        .isEqualTo(new PdfText.TooLong());
  }

  @Test
  void no_damage_breaks_the_reader() {
    byte[] good = pdf("The model was trained on words.", "Page two");
    Gen.forAll(1, 100, gen -> assertThat(read(gen.damage(good, 12))).isNotNull());
  }
}
