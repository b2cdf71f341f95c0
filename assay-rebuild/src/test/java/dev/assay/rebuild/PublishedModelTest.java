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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model that others published, rebuilt where its artifacts are in the local Maven repository and
/// its treebank is to be had: different as declared, the same as recovered.
class PublishedModelTest {
  private static final Path MAVEN = Path.of(System.getProperty("user.home"), ".m2", "repository");

  @TempDir Path folder;

  private RebuildReport rebuild(Recipe recipe, Path data, boolean declared) throws IOException {
    Path workspace = Files.createTempDirectory(folder, "work");
    Files.setPosixFilePermissions(workspace, PosixFilePermissions.fromString("rwxr-xr-x"));
    return Kitchen.needsSandbox(
        Rebuild.run(
            new RebuildRequest(
                recipe,
                "",
                folder,
                Map.of("data", data),
                Map.of(),
                declared,
                0,
                List.of(),
                List.of(),
                null,
                Kitchen.JDK,
                null,
                MAVEN,
                workspace,
                null),
            Listener.silent()));
  }

  @Test
  void the_opennlp_sentence_model_is_different_as_declared_and_identical_as_recovered()
      throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Recipe recipe =
        Kitchen.recipe(
            Files.readString(Shared.repository().resolve("recipes/opennlp/en-sentence-1.3.yaml")));
    Path data = Shared.path("rebuild/UD_English-EWT-r2.16-train.conllu.xz");
    var places = new MavenPlaces(MAVEN);
    List<String> wanted =
        java.util.stream.Stream.concat(
                recipe.materials().stream().map(m -> m.place().maven()),
                recipe.subjects().stream().map(s -> s.place().maven()))
            .filter(java.util.Objects::nonNull)
            .filter(c -> !Files.exists(places.file(c)))
            .toList();
    if (!wanted.isEmpty()) {
      String line = "skipped: not in the local Maven repository: " + wanted;
      System.out.println(line);
      Assumptions.abort(line);
    }
    RebuildReport recovered = rebuild(recipe, data, false);
    assertThat(recovered.weights())
        .as(recovered.text())
        .isEqualTo(WeightsVerdict.IDENTICAL_AFTER_CLOCK);
    assertThat(recovered.how()).isEqualTo(RecipeVerdict.RECOVERED);
    RebuildReport declared = rebuild(recipe, data, true);
    assertThat(declared.weights()).isEqualTo(WeightsVerdict.DIFFERENT);
    assertThat(declared.how()).isEqualTo(RecipeVerdict.AS_DECLARED);
    // Data and feature code are right: the hash of the training events agrees.
    assertThat(declared.text()).contains("the same Training-Eventhash");
  }
}
