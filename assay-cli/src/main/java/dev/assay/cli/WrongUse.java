package dev.assay.cli;

import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with the words that were given, and what may have been meant, in words of this
/// program and not of its parser of options.
final class WrongUse {
  private static final Pattern NUMBER = Pattern.compile(" is not an? (int|long|double)$");
  private static final Pattern ONE_OF = Pattern.compile("expected one of \\[[A-Z, ]+\\]");
  private static final Pattern COMMAND = Pattern.compile("^Unknown subcommand '(.*)'\\.$");

  private WrongUse() {}

  /// One sentence, without a full stop.
  static String of(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String what =
          "there is no command, option or argument '" + unmatched.getUnmatched().get(0) + "'";
      return unmatched.getSuggestions().isEmpty()
          ? what
          : what + " (did you mean '" + unmatched.getSuggestions().get(0) + "'?)";
    }
    String said =
        String.valueOf(e.getMessage())
            .replace("option option ", "option ")
            .replace("KEY=VALUE format", "the form NAME=VALUE")
            .replace(" (case-insensitive)", "")
            .replaceFirst("^Error: ", "");
    said = ONE_OF.matcher(said).replaceFirst(m -> m.group().toLowerCase(Locale.ROOT));
    said = NUMBER.matcher(said).replaceFirst(" is not a whole number");
    return COMMAND.matcher(said).replaceFirst("there is no command '$1'");
  }
}
