package dev.assay.text.pdf;

import dev.assay.io.TextFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// The pages of one PDF, by PDFBox.
final class PdfPages {
  private PdfPages() {}

  static PdfText.Reading read(String source, String path, byte[] content, Deadline deadline)
      throws IOException {
    // The library's own mapper looks through the machine's fonts, writes an index of them into the
    // home folder, and gives another text on another machine.
    FontMappers.set(OneFont.INSTANCE);
    try (var bytes = new Watched(content, deadline);
        PDDocument document = Loader.loadPDF(bytes)) {
      int pages = document.getNumberOfPages();
      int most = Math.min(pages, PdfText.MOST_PAGES);
      var stripper = new Stripper(deadline);
      var texts = new ArrayList<String>();
      int characters = 0;
      for (int page = 1; page <= most && characters < PdfText.MOST_CHARACTERS; page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        String text = Hyphens.join(stripper.getText(document));
        texts.add(text);
        characters += text.length();
      }
      // The library may take the end of the time for damage to a part, and go on without it.
      deadline.check();
      if (characters == 0) {
        return new PdfText.Refused("holds no text; its pages may be pictures");
      }
      return new PdfText.Text(
          TextFile.ofPages(source, path, List.copyOf(texts), content), pages, texts.size());
    }
  }

  /// The file's bytes, which stop being there when the time is over.
  private static final class Watched extends RandomAccessReadBuffer {
    private final Deadline deadline;

    Watched(byte[] content, Deadline deadline) {
      super(content);
      this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
      deadline.check();
      return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      deadline.check();
      return super.read(into, offset, length);
    }

    @Override
    public void seek(long position) throws IOException {
      deadline.check();
      super.seek(position);
    }
  }

  /// Text in the order of the file, paragraphs apart, with the time looked at.
  private static final class Stripper extends PDFTextStripper {
    private final Deadline deadline;
    private int letters;

    Stripper(Deadline deadline) {
      this.deadline = deadline;
      setLineSeparator("\n");
      setWordSeparator(" ");
      setParagraphEnd("\n");
      setPageEnd("");
      setSuppressDuplicateOverlappingText(false);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      deadline.check();
      super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
      if (++letters <= PdfText.MOST_CHARACTERS) {
        super.processTextPosition(text);
      }
    }
  }
}
