package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.io.FileEntry;
import dev.assay.io.TextFile;
import dev.assay.model.Mention;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    return ModelPackages.in(TextFile.of("s", path, text));
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
}
