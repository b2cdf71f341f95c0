package dev.assay.profiles;

/// Something in a file written by a user that is not as it must be. Thrown while reading, turned
/// into a value where the reading began; it never leaves this package.
final class BadFile extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadFile(String where, String what) {
    super(where + ": " + what, null, false, false);
  }

  String line() {
    return String.valueOf(getMessage());
  }
}
