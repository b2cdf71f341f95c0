package dev.assay.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// One run of the program in this process.
record Run(int code, String out, String err) {
  static Run of(Object... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    var terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err), false, false, false, 80);
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    int code = Main.run(terminal, words);
    terminal.flush();
    return new Run(code, out.toString(), err.toString());
  }
}
