package dev.assay.formats;

import dev.assay.io.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// UTF-8 as characters; bytes that are no UTF-8 are {@link Malformed}.
final class Utf8Reader extends Reader {
  private final Reader in;

  Utf8Reader(InputStream bytes) {
    this.in =
        new InputStreamReader(
            bytes,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    try {
      return in.read(into, offset, length);
    } catch (CharacterCodingException e) {
      throw new Malformed(-1, "text is not UTF-8");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
