package dev.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.assay.model.Assessment;
import dev.assay.testing.Gen;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A release that attacks whoever reads the report, in each medium.
class HostileTextTest {
  private static final Assessment HOSTILE = Samples.hostile(s -> s + " " + Samples.HOSTILE);
  private static final Assessment TAME = Samples.hostile(s -> s);

  private static String write(Report report, Assessment a, Report.Layout layout) {
    var out = new StringBuilder();
    report.write(a, layout, out);
    return out.toString();
  }

  private static List<Report> reports() {
    var reports = new ArrayList<Report>(Reports.all());
    reports.add(new GapsReport());
    return reports;
  }

  @Test
  void no_report_holds_a_character_that_a_terminal_or_an_editor_would_act_on() {
    for (Report report : reports()) {
      for (Report.Layout layout :
          List.of(new Report.Layout(80, false), new Report.Layout(80, false).withDetail())) {
        write(report, HOSTILE, layout)
            .codePoints()
            .filter(c -> c != '\n' && SafeText.hidden(c))
            .forEach(c -> fail(report.id() + " holds U+" + Integer.toHexString(c)));
      }
    }
  }

  @Test
  void colour_is_the_only_escape_sequence_and_only_when_asked_for() {
    String coloured = write(new TextReport(), HOSTILE, new Report.Layout(80, true));
    assertThat(coloured.replaceAll("\u001b\\[[0-9]*m", "")).doesNotContain("\u001b");
    assertThat(coloured.replaceAll("\u001b\\[[0-9]*m", ""))
        .isEqualTo(write(new TextReport(), HOSTILE, new Report.Layout(80, false)));
  }

  @Test
  void text_lines_keep_to_the_width() {
    Gen.forAll(
        1,
        100,
        gen -> {
          Assessment a = new Arbitrary(gen).assessment();
          int width = gen.pick(List.of(40, 80, 132));
          write(new TextReport(), a, new Report.Layout(width, false).withDetail())
              .lines()
              .forEach(
                  line -> assertThat(SafeText.width(line)).as(line).isLessThanOrEqualTo(width));
        });
  }

  @Test
  void html_has_the_same_elements_whatever_the_release_says() {
    Pattern tag = Pattern.compile("<[^>]*>");
    var tame = tag.matcher(write(new HtmlReport(), TAME, new Report.Layout(80, false)));
    var hostile = tag.matcher(write(new HtmlReport(), HOSTILE, new Report.Layout(80, false)));
    assertThat(hostile.results().map(r -> r.group()).toList())
        .isEqualTo(tame.results().map(r -> r.group()).toList());
  }

  @Test
  void html_has_no_script_no_handler_and_no_address_to_load() {
    String html = write(new HtmlReport(), HOSTILE, new Report.Layout(80, false));
    assertThat(html).doesNotContainIgnoringCase("<script").doesNotContain("<img");
    assertThat(Pattern.compile("<[^>]* src=").matcher(html).find()).isFalse();
    assertThat(html).contains("default-src &#39;none&#39;").contains("&lt;script&gt;");
    assertThat(Pattern.compile("<[^>]* on[a-z]+=").matcher(html).find()).isFalse();
    assertThat(Pattern.compile("<[^>]* href=\"(?!#)").matcher(html).find()).isFalse();
  }

  @Test
  void markdown_has_the_same_lines_and_cells_whatever_the_release_says() {
    String tame = write(new MarkdownReport(), TAME, new Report.Layout(80, false).withDetail());
    String hostile =
        write(new MarkdownReport(), HOSTILE, new Report.Layout(80, false).withDetail());
    assertThat(shape(hostile)).isEqualTo(shape(tame));
    assertThat(hostile.replaceAll("(`+).*?[^`]\\1(?!`)", ""))
        .doesNotContain("<")
        .doesNotContain("://");
  }

  /// What each line begins with, and how many cells it has.
  private static List<String> shape(String markdown) {
    return markdown
        .lines()
        .map(l -> {
          String start = l.replaceFirst("^( *(- |#+ |\\|)?).*$", "$1");
          long pipes = l.replace("\\|", "").chars().filter(c -> c == '|').count();
          return start + (l.startsWith("|") ? pipes : "");
        })
        .toList();
  }

  @Test
  void every_report_is_the_same_each_time() {
    for (Report report : reports()) {
      assertThat(write(report, HOSTILE, new Report.Layout(80, true)))
          .isEqualTo(write(report, HOSTILE, new Report.Layout(80, true)));
    }
    assertThat(Reports.all()).extracting(Report::id).doesNotHaveDuplicates();
  }
}
