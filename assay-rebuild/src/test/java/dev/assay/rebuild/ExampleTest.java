package dev.assay.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.RecipeVerdict;
import dev.assay.model.WeightsVerdict;
import dev.assay.rebuild.recipe.Recipe;
import dev.assay.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our own example model, trained again in the sandbox.
class ExampleTest {
  @Test
  void the_example_is_rebuilt_bit_for_bit_as_declared(@TempDir Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path release = Shared.repository().resolve("examples/open/date-reader");
    Recipe recipe = Kitchen.recipe(Files.readString(release.resolve("assay-rebuild.yaml")));
    RebuildReport report =
        Kitchen.needsSandbox(
            Rebuild.run(
                new RebuildRequest(
                    recipe,
                    "",
                    release,
                    Map.of(),
                    Map.of("threads", "3"),
                    false,
                    0,
                    List.of(),
                    List.of(),
                    null,
                    Kitchen.JDK,
                    null,
                    folder,
                    folder,
                    null),
                Listener.silent()));
    System.out.println(report.text());
    assertThat(report.weights()).as(report.text()).isEqualTo(WeightsVerdict.IDENTICAL_FILE);
    assertThat(report.how()).isEqualTo(RecipeVerdict.AS_DECLARED);
    assertThat(report.proves()).isTrue();
  }

  @Test
  void its_gradients_are_those_that_are_measured() throws IOException, InterruptedException {
    Path code = Shared.repository().resolve("examples/open/date-reader/code/GradientCheck.java");
    Process check =
        new ProcessBuilder(Kitchen.JDK.resolve("bin/java").toString(), code.toString())
            .redirectErrorStream(true)
            .start();
    String said =
        new String(check.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(check.waitFor()).as(said).isZero();
  }
}
