package dev.assay.sources.web;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// A file that a body is written to, whose failures can be told from those of the network.
final class Saved extends FilterOutputStream {
  Saved(OutputStream file) {
    super(file);
  }

  /// The disk did not take it.
  static final class Full extends IOException {
    private static final long serialVersionUID = 1L;

    Full(IOException cause) {
      super(cause);
    }
  }

  @Override
  public void write(int b) throws IOException {
    try {
      out.write(b);
    } catch (IOException e) {
      throw new Full(e);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw new Full(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } catch (IOException e) {
      throw new Full(e);
    }
  }
}
