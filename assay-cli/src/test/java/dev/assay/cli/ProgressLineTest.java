package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.ReadMeter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What a person at a terminal sees while something is read, and nobody else.
final class ProgressLineTest {
  private static final String GONE = "\r\u001b[K";

  private final StringWriter err = new StringWriter();

  private Terminal terminal(boolean watched) {
    return new Terminal(
        new PrintWriter(new StringWriter()), new PrintWriter(err), false, watched, false, 60);
  }

  private void until(String shown) {
    for (int i = 0; i < 500 && !err.toString().contains(shown); i++) {
      LockSupport.parkNanos(10_000_000);
    }
    assertThat(err.toString()).contains(shown);
  }

  @Test
  void what_is_read_and_what_remains_stands_on_one_line_and_makes_room_for_a_message() {
    Terminal terminal = terminal(true);
    var meter = new ReadMeter();
    try (var progress = new ProgressLine(terminal, false, meter, () -> false)) {
      progress.reading(3, 33, "a/" + "long/".repeat(40) + "name");
      until("reading 3 of 33");
      assertThat(err.toString().split(Pattern.quote(GONE))[1].length()).isLessThan(60);
      progress.clear();
      terminal.error("something is wrong");
    }
    assertThat(err.toString()).contains(GONE + "assay: something is wrong");
  }

  @Test
  void a_run_that_ends_with_nothing_to_show_says_so_on_a_line_of_its_own() {
    Terminal terminal = terminal(true);
    var progress = new ProgressLine(terminal, false, new ReadMeter(), () -> true);
    progress.doing("listing x");
    until("stopping");
    progress.abandon();
    assertThat(err.toString())
        .endsWith(GONE + "assay: stopped before there was anything to report\n");
  }

  @Test
  void where_nobody_watches_nothing_is_written() {
    try (var progress = new ProgressLine(terminal(false), false, new ReadMeter(), () -> false)) {
      progress.doing("listing x");
      LockSupport.parkNanos(600_000_000);
    }
    assertThat(err.toString()).isEmpty();
  }
}
