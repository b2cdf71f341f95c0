package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.FileEntry;
import dev.assay.io.TextFile;
import dev.assay.model.Issue;
import dev.assay.model.Mention;
import dev.assay.model.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPackagesTest {
  private static final String POM =
      """
      <project>
        <parent><groupId>org.harbour</groupId><artifactId>harbour</artifactId></parent>
        <dependencies>
          <dependency>
            <groupId>org.harbour</groupId>
            <artifactId>harbour-pos-models</artifactId>
            <version>3.0</version>
          </dependency>
        </dependencies>
      </project>
      """;

  private static List<Mention> in(String path, String text) {
    var issues = new ArrayList<Issue>();
    List<Mention> found = ModelPackages.in(TextFile.of("s", path, text), issues);
    assertThat(issues).isEmpty();
    return found;
  }

  @Test
  void anArtefactOfTheSameGroupThatIsCalledAModelIsOne() {
    assertThat(in("pos/pom.xml", POM))
        .extracting(Mention::link)
        .containsExactly("org.harbour:harbour-pos-models");
    assertThat(in("pos/pom.xml", POM.replace("pos-models", "pos-tools"))).isEmpty();
    assertThat(in("pos/pom.xml", POM.replace("pos-models", "data-model"))).isEmpty();
    String other = POM.replaceFirst("org.harbour", "org.dune");
    assertThat(in("pos/pom.xml", other)).isEmpty();
  }

  @Test
  void aClassifierSaysIt() {
    String classified =
        "<dependency><groupId>a</groupId><artifactId>b</artifactId><classifier>models-german</classifier></dependency>";
    assertThat(in("pom.xml", classified.replace("models-german", "models"))).hasSize(1);
    assertThat(in("pom.xml", classified.replace("models-german", "sources"))).isEmpty();
  }

  @Test
  void aModuleOfTheReleaseIsCode() {
    Mention mention = in("pos/pom.xml", POM).getFirst();
    assertThat(ModelPackages.isModule(mention, List.of(FileEntry.file("pos/pom.xml", 10))))
        .isFalse();
    assertThat(
            ModelPackages.isModule(
                mention, List.of(FileEntry.file("harbour-pos-models/pom.xml", 10))))
        .isTrue();
  }

  @Test
  void gradleWritesItInOneString() {
    String build =
        "group = 'org.harbour'\ndependencies { implementation 'org.harbour:pos-models:1.0' }\n";
    assertThat(in("build.gradle", build)).hasSize(1);
    assertThat(in("build.gradle", build.replace("pos-models", "pos-core"))).isEmpty();
  }

  private static final String DEPENDENCY =
      "<dependency><groupId>%s</groupId><artifactId>harbour-pos-models</artifactId></dependency>";

  private static String project(String own, String parent, String dependency) {
    return "<project>"
        + (parent.isEmpty() ? "" : "<parent><groupId>" + parent + "</groupId></parent>")
        + "<dependencies>"
        + dependency
        + "</dependencies>"
        + (own.isEmpty() ? "" : "<groupId>" + own + "</groupId>")
        + "</project>";
  }

  @Test
  void theGroupIsTheProjectsOwnOrItsParents() {
    String same = DEPENDENCY.formatted("org.harbour");
    // What stands first in the file is the group of the dependency, and not the project's.
    assertThat(in("pom.xml", project("org.dune", "", same))).isEmpty();
    assertThat(in("pom.xml", project("org.harbour", "", same))).hasSize(1);
    assertThat(in("pom.xml", project("org.harbour", "org.dune", same))).hasSize(1);
    assertThat(in("pom.xml", project("org.dune", "org.harbour", same))).hasSize(1);
    assertThat(in("pom.xml", project("", "org.dune", DEPENDENCY.formatted("${project.groupId}"))))
        .extracting(Mention::link)
        .containsExactly("org.dune:harbour-pos-models");
    assertThat(in("pom.xml", project("", "", same))).isEmpty();
  }

  @Test
  void whatIsOnlyARemarkOrLeftOutIsNoDependency() {
    String same = DEPENDENCY.formatted("org.harbour");
    assertThat(in("pom.xml", project("org.harbour", "", "<!-- " + same + " -->"))).isEmpty();
    String excluded =
        "<dependency><exclusions><exclusion><groupId>org.harbour</groupId>"
            + "<artifactId>harbour-pos-models</artifactId></exclusion></exclusions>"
            + "<groupId>org.harbour</groupId><artifactId>harbour-tools</artifactId></dependency>";
    assertThat(in("pom.xml", project("org.harbour", "", excluded))).isEmpty();
  }

  @Test
  void thePackageIsOfTheGroupThatTheDependencyNames() {
    String classified =
        "<dependency><groupId>edu.shore</groupId><artifactId>parser</artifactId>"
            + "<classifier>models</classifier></dependency>";
    assertThat(in("pom.xml", project("org.harbour", "", classified)))
        .extracting(Mention::link)
        .containsExactly("edu.shore:parser");
  }

  @Test
  void theEvidenceIsTheLinesOfTheDependency() {
    assertThat(in("pos/pom.xml", POM))
        .singleElement()
        .satisfies(m -> {
          assertThat(m.evidence().span()).isEqualTo(new Span.Lines(4, 8));
          assertThat(m.evidence().quote()).startsWith("<dependency>").endsWith("</dependency>");
        });
    // For XML a return ends a line, in the file it does not.
    assertThat(in("pos/pom.xml", POM.replace('\n', '\r'))).hasSize(1);
  }

  @Test
  void anEntityIsNotPutInForItsName(@TempDir Path temp) throws IOException {
    Path name = Files.writeString(temp.resolve("name"), "harbour-pos-models");
    String hostile = project("org.harbour", "", DEPENDENCY.formatted("org.harbour"));
    for (String entity : List.of("\"harbour-pos-models\"", "SYSTEM \"" + name.toUri() + "\"")) {
      assertThat(
              in(
                  "pom.xml",
                  "<!DOCTYPE project [<!ENTITY e "
                      + entity
                      + ">]>"
                      + hostile.replace("harbour-pos-models", "&e;")))
          .isEmpty();
    }
    assertThat(in("pom.xml", hostile)).hasSize(1);
  }

  @Test
  void whatIsNoXmlIsReportedAndCostsNothingElse() {
    for (String broken :
        List.of(
            POM.replace("</project>", ""),
            "<project>" + "<dependencies>".repeat(1_000),
            "no xml",
            "")) {
      var issues = new ArrayList<Issue>();
      assertThat(ModelPackages.in(TextFile.of("s", "a/pom.xml", broken), issues)).isEmpty();
      assertThat(issues)
          .singleElement()
          .satisfies(i -> {
            assertThat(i.severity()).isEqualTo(Issue.Severity.NOTE);
            assertThat(i.path()).isEqualTo("a/pom.xml");
            assertThat(i.message()).startsWith("cannot be read as XML (");
          });
    }
  }
}
