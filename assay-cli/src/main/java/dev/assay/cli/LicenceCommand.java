package dev.assay.cli;

import dev.assay.io.MappedFile;
import dev.assay.io.ReadMeter;
import dev.assay.io.TextFile;
import dev.assay.licences.LicenceEngine;
import dev.assay.model.LicenceStatement;
import dev.assay.text.pdf.PdfText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `assay licence`: the licence engine alone.
@Command(
    name = "licence",
    aliases = "license",
    mixinStandardHelpOptions = true,
    description =
        "Which licence is this text, how sure is that, and in which words does it differ?",
    footerHeading = "%nExample:%n",
    footer = "  assay licence LICENSE MODEL_LICENSE README.md")
final class LicenceCommand implements Callable<Integer> {
  /// The most that is read of one file.
  private static final int MOST_BYTES = 6 * 1024 * 1024;

  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Text files, and PDFs.")
  private List<Path> files = new ArrayList<>();

  LicenceCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    LicenceEngine engine = LicenceEngine.load();
    int code = Exit.DONE;
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(MOST_BYTES);
        if (isPdf(bytes)) {
          code = pdf(engine, file) ? code : Exit.WRONG_USE;
          continue;
        }
        boolean whole = in.read() < 0;
        print(file, engine.scan(TextFile.of("file", file.toString(), bytes, whole)), whole);
      } catch (IOException e) {
        terminal.error(file + ": could not be read: " + e.getMessage());
        code = Exit.WRONG_USE;
      }
    }
    return code;
  }

  private static boolean isPdf(byte[] bytes) {
    return bytes.length > 5 && new String(bytes, 0, 5, StandardCharsets.ISO_8859_1).equals("%PDF-");
  }

  /// The licence in the text of a PDF; false when it cannot be read.
  private boolean pdf(LicenceEngine engine, Path file) {
    try (var bytes = new MappedFile(file, new ReadMeter())) {
      String reason;
      switch (PdfText.read("file", file.toString(), bytes)) {
        case PdfText.Text text -> {
          print(file, engine.scan(text.file()), true);
          return true;
        }
        case PdfText.Refused(String why) -> reason = why;
        case PdfText.TooLong t -> reason = "it takes too long";
      }
      terminal.error(file + ": could not be read: " + reason);
    } catch (UncheckedIOException e) {
      terminal.error(file + ": could not be read: " + e.getMessage());
    }
    return false;
  }

  private void print(Path file, List<LicenceStatement> statements, boolean whole) {
    var out = terminal.out();
    String name = Plain.line(file.toString());
    if (statements.isEmpty()) {
      out.println(name + ": no licence found");
    }
    for (LicenceStatement s : statements) {
      out.println(
          name
              + ":"
              + place(s)
              + " "
              + Plain.line(s.expression())
              + " ("
              + s.freedom().title()
              + "), "
              + words(s.basis())
              + ", "
              + words(s.match())
              + (s.covers().isEmpty()
                  ? ""
                  : ", covers " + words(s.covers().stream().sorted().toList())));
      for (String differs : s.differs()) {
        out.println("    " + Plain.line(differs));
      }
    }
    if (!whole) {
      out.println(name + ": only the first " + MOST_BYTES + " bytes were read");
    }
  }

  private static String place(LicenceStatement s) {
    String place = s.evidence().place();
    return place
        .substring(Math.min(place.length(), s.evidence().path().length()))
        .replaceFirst("^:", "");
  }

  private static String words(Object value) {
    return value
        .toString()
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ')
        .replace("[", "")
        .replace("]", "");
  }
}
