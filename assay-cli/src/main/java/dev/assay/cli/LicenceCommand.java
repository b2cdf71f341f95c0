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
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `assay licence`: the licence engine alone.
@Command(
    name = "licence",
    aliases = "license",
    mixinStandardHelpOptions = true,
    description =
        "Which licence is this text, how sure is that, and in which words does it differ?",
    footerHeading = "%nExamples:%n",
    footer = {"  assay licence LICENSE MODEL_LICENSE README.md", "  assay licence licenses/"})
final class LicenceCommand implements Callable<Integer> {
  /// The most that is read of one file.
  private static final int MOST_BYTES = 6 * 1024 * 1024;

  /// So many files are read before the first of them is told.
  private static final int AT_ONCE = 64;

  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Text files and PDFs, or folders of them.")
  private List<Path> files = new ArrayList<>();

  LicenceCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    LicenceEngine engine = LicenceEngine.load();
    List<Answer> unread = new ArrayList<>();
    List<Path> all = new ArrayList<>();
    for (Path file : files) {
      try {
        List<Path> inside = inside(file);
        if (inside.isEmpty()) {
          terminal.out().println(Plain.line(file.toString()) + ": there is no file in this folder");
        }
        all.addAll(inside);
      } catch (IOException | UncheckedIOException e) {
        unread.add(Answer.refused(file, FileTrouble.reading(file, e)));
      }
    }
    // Several at once, and told in their order.
    int code = Exit.DONE;
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Answer> answers =
          all.subList(from, Math.min(all.size(), from + AT_ONCE)).parallelStream()
              .map(file -> answer(engine, file))
              .toList();
      for (Answer answer : answers) {
        code = tell(answer) ? code : Exit.WRONG_USE;
      }
    }
    for (Answer answer : unread) {
      code = tell(answer) ? code : Exit.WRONG_USE;
    }
    return code;
  }

  /// The file itself, or the files in a folder and in those below, links left out.
  private static List<Path> inside(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
    }
  }

  /// What one file says.
  ///
  /// @param hidden characters in it that hide or pretend, in words
  /// @param refused the file and why it could not be read, or empty
  private record Answer(
      Path file, List<LicenceStatement> statements, boolean whole, String hidden, String refused) {
    static Answer refused(Path file, String why) {
      return new Answer(file, List.of(), true, "", why);
    }
  }

  private static Answer answer(LicenceEngine engine, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES);
      if (isPdf(bytes)) {
        return pdf(engine, file);
      }
      boolean whole = in.read() < 0;
      TextFile text = TextFile.of("file", file.toString(), bytes, whole);
      return new Answer(file, engine.scan(text), whole, engine.hidden(text), "");
    } catch (IOException e) {
      return Answer.refused(file, FileTrouble.reading(file, e));
    }
  }

  private boolean tell(Answer answer) {
    if (!answer.refused.isEmpty()) {
      terminal.error(answer.refused);
      return false;
    }
    print(answer.file, answer.statements, answer.whole, answer.hidden);
    return true;
  }

  private static boolean isPdf(byte[] bytes) {
    return bytes.length > 5 && new String(bytes, 0, 5, StandardCharsets.ISO_8859_1).equals("%PDF-");
  }

  /// The licence in the text of a PDF.
  private static Answer pdf(LicenceEngine engine, Path file) {
    try (var bytes = new MappedFile(file, new ReadMeter())) {
      return switch (PdfText.read("file", file.toString(), bytes)) {
        case PdfText.Text text ->
            new Answer(file, engine.scan(text.file()), true, engine.hidden(text.file()), "");
        case PdfText.Refused(String why) ->
            Answer.refused(file, file + ": could not be read: " + why);
        case PdfText.TooLong t ->
            Answer.refused(file, file + ": could not be read: it takes too long");
      };
    } catch (UncheckedIOException e) {
      return Answer.refused(file, FileTrouble.reading(file, e));
    }
  }

  private void print(Path file, List<LicenceStatement> statements, boolean whole, String hidden) {
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
    if (!hidden.isEmpty() && !statements.isEmpty()) {
      out.println(name + ": careful: " + hidden.substring(2));
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
