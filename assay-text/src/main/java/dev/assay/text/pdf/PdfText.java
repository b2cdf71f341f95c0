package dev.assay.text.pdf;

import dev.assay.io.ByteSource;
import dev.assay.io.TextFile;
import java.util.concurrent.atomic.AtomicReference;

/// Reads the text of a PDF: a paper, a report, a card. Bounded in bytes, pages, characters and
/// time; whatever is in the file, the answer is a value. One file at a time: a file that makes the
/// library ask for all the memory must find nobody else in need of it.
public final class PdfText {
  /// The largest file that is opened, in bytes.
  public static final long MOST_BYTES = 64L << 20;

  /// The most pages that are read; what a report says of its data stands before that.
  public static final int MOST_PAGES = 60;

  /// The most characters that are kept.
  static final int MOST_CHARACTERS = 2_000_000;

  /// The longest that is spent on one file, in milliseconds. Honest files need one or two
  /// hundredths of it, so that a loaded machine does not change the report.
  private static final long MOST_MILLIS = 45_000;

  private static final long STACK = 4L << 20;

  private PdfText() {}

  /// What came of reading.
  public sealed interface Reading {}

  /// The text; its evidence is by page.
  ///
  /// @param file the text
  /// @param pages how many pages the file has
  /// @param read how many of them were read
  public record Text(TextFile file, int pages, int read) implements Reading {}

  /// No text.
  ///
  /// @param reason one line
  public record Refused(String reason) implements Reading {}

  /// It takes longer than one file is given.
  public record TooLong() implements Reading {}

  /// Reads a file.
  ///
  /// @param source the source's identifier
  /// @param path the file's path
  /// @throws dev.assay.io.Malformed when the container that holds the file is damaged
  /// @throws java.io.UncheckedIOException when the file cannot be read
  public static Reading read(String source, String path, ByteSource bytes) {
    return read(source, path, bytes, MOST_MILLIS);
  }

  static Reading read(String source, String path, ByteSource bytes, long millis) {
    if (bytes.size() > MOST_BYTES) {
      return new Refused("larger than " + (MOST_BYTES >> 20) + " MiB");
    }
    byte[] content = bytes.head((int) bytes.size());
    var deadline = new Deadline(System.nanoTime() + millis * 1_000_000);
    var result = new AtomicReference<Reading>();
    // A thread of its own, because a loop inside the library can be left but not stopped.
    Thread reader =
        Thread.ofPlatform()
            .daemon()
            .name("pdf")
            .stackSize(STACK)
            .start(() -> result.set(guarded(source, path, content, deadline)));
    try {
      reader.join(millis + 1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Reading reading = result.get();
    return reading == null ? new TooLong() : reading;
  }

  // The library throws what it likes at a damaged file, and a hostile one makes it run out of stack
  // or memory: all of that is an answer about the file, and this thread holds nothing else.
  @SuppressWarnings("CatchAndPrintStackTrace")
  private static Reading guarded(String source, String path, byte[] content, Deadline deadline) {
    try {
      return PdfPages.read(source, path, content, deadline);
    } catch (Deadline.Passed e) {
      return new TooLong();
    } catch (java.io.IOException e) {
      return new Refused("is not a PDF that can be read: " + words(e));
    } catch (RuntimeException e) {
      return new Refused("is damaged: " + words(e));
    } catch (StackOverflowError | OutOfMemoryError | LinkageError e) {
      return new Refused("needs more than is given to one file: " + e.getClass().getSimpleName());
    }
  }

  private static String words(Exception e) {
    String message = e.getMessage();
    String text = message == null ? e.getClass().getSimpleName() : message;
    return text.length() > 200 ? text.substring(0, 200) : text;
  }
}
