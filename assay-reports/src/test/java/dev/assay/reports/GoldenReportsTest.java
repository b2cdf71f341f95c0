package dev.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Assessment;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Whole reports of hand-made assessments against files that were read by a person. After a wanted
/// change, `-Dassay.golden=write` writes them anew; the difference is reviewed with the commit.
class GoldenReportsTest {

  @TestFactory
  List<DynamicTest> reports_are_as_they_were_reviewed() {
    var tests = new ArrayList<DynamicTest>();
    var layout = new Report.Layout(80, false);
    for (Map.Entry<String, Assessment> sample : new TreeMap<>(Samples.all()).entrySet()) {
      String name = sample.getKey();
      Assessment a = sample.getValue();
      tests.add(golden(name + ".txt", new TextReport(), a, layout));
      tests.add(golden(name + ".detailed.txt", new TextReport(), a, layout.withDetail()));
      tests.add(golden(name + ".md", new MarkdownReport(), a, layout));
      tests.add(golden(name + ".html", new HtmlReport(), a, layout));
      tests.add(golden(name + ".json", new JsonReport(), a, layout.withTensors()));
    }
    tests.add(golden("stated.txt", new TextReport(), Samples.stated(), layout));
    tests.add(golden("stated.md", new MarkdownReport(), Samples.stated(), layout));
    tests.add(golden("stated.html", new HtmlReport(), Samples.stated(), layout));
    tests.add(golden("stated.json", new JsonReport(), Samples.stated(), layout));
    Assessment restricted = Samples.restricted();
    tests.add(
        golden("restricted.wide.txt", new TextReport(), restricted, new Report.Layout(132, false)));
    tests.add(
        golden(
            "restricted.narrow.txt", new TextReport(), restricted, new Report.Layout(40, false)));
    tests.add(
        golden("restricted.colour.txt", new TextReport(), restricted, new Report.Layout(80, true)));
    tests.add(golden("restricted.gaps.txt", new GapsReport(), restricted, layout));
    var todo =
        new TodoReport.Todo(
            "training code",
            "promised",
            "the program",
            "train/",
            "train/train.py",
            "Class II (Open Tooling)");
    tests.add(
        golden(
            "restricted.todo.txt",
            new TodoReport(
                "Model Openness Framework 1.0", "unclassified", List.of(todo), List.of()),
            restricted,
            layout));
    var wrong = new CheckReport.Failed("p.yaml:3:5", "training code whole", "promised", false);
    var open = new CheckReport.Failed("p.yaml:4:5", "the right to run it", "no licence", true);
    tests.add(
        golden(
            "restricted.check.txt",
            new CheckReport("use in a product", List.of(wrong, open)),
            restricted,
            layout));
    tests.add(
        golden(
            "open.check.txt", new CheckReport("open source", List.of()), Samples.open(), layout));
    var rows =
        List.of(
            new CompareReport.Row(
                "Training code",
                "released, under MIT",
                "training code: promised",
                "the record says more",
                CompareReport.Sign.WRONG),
            new CompareReport.Row(
                "Model card",
                "not released",
                "model card: present",
                "the files show more",
                CompareReport.Sign.MORE),
            new CompareReport.Row(
                "Datasets",
                "released, under MIT",
                "training data: linked",
                "not decided by the files",
                CompareReport.Sign.OPEN),
            new CompareReport.Row(
                Samples.HOSTILE, "open", "open", "the same", CompareReport.Sign.SAME));
    tests.add(
        golden(
            "restricted.compare.txt",
            new CompareReport(
                "Model Openness Framework 1.0", "a model", "Class II", "unclassified", rows),
            restricted,
            layout));
    for (var likeness : ExplainReport.Likeness.values()) {
      var report = new ExplainReport(likeness);
      tests.add(golden("restricted." + report.id() + ".txt", report, restricted, layout));
      tests.add(golden("open." + report.id() + ".txt", report, Samples.open(), layout));
    }
    return tests;
  }

  private static DynamicTest golden(
      String file, Report report, Assessment assessment, Report.Layout layout) {
    return DynamicTest.dynamicTest(
        file,
        () -> {
          var out = new StringBuilder();
          report.write(assessment, layout, out);
          Path path =
              Shared.repository().resolve("assay-reports/src/test/resources/golden").resolve(file);
          if ("write".equals(System.getProperty("assay.golden"))) {
            write(path, out.toString());
          }
          assertThat(out.toString()).isEqualTo(Files.readString(path));
        });
  }

  private static void write(Path path, String text) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
