package dev.assay.rebuild;

import dev.assay.model.RecipeVerdict;
import dev.assay.rebuild.recipe.Recipe;
import java.util.List;
import java.util.Map;

/// Decides how far a build's recipe was the release's own.
final class RecipeJudge {
  private RecipeJudge() {}

  /// @param values the parameters that the build was given
  /// @param changed materials of an editable copy that were changed
  static RecipeVerdict judge(
      RebuildRequest request, Map<String, String> values, List<String> changed) {
    Recipe recipe = request.recipe();
    RecipeVerdict worst = RecipeVerdict.AS_DECLARED;
    if (recipe.edited()
        || !changed.isEmpty()
        || recipe.materials().stream().anyMatch(m -> m.substitutes() != null)) {
      worst = RecipeVerdict.SUBSTITUTED;
    }
    for (Map.Entry<String, Recipe.Parameter> e : recipe.parameters().entrySet()) {
      RecipeVerdict v =
          judge(request, e.getKey(), e.getValue(), values.getOrDefault(e.getKey(), ""));
      worst = v.compareTo(worst) > 0 ? v : worst;
    }
    return worst;
  }

  private static RecipeVerdict judge(
      RebuildRequest request, String name, Recipe.Parameter p, String value) {
    if (p.basis() == Recipe.Basis.FREE || value.equals(p.declared())) {
      return RecipeVerdict.AS_DECLARED;
    }
    if (request.recover().stream().anyMatch(s -> s.parameter().equals(name))) {
      return RecipeVerdict.RECOVERED;
    }
    if (!value.equals(p.used())) {
      return RecipeVerdict.SUBSTITUTED;
    }
    return switch (p.basis()) {
      case DECLARED, FREE -> RecipeVerdict.AS_DECLARED;
      case COMPLETED -> RecipeVerdict.COMPLETED;
      case RECOVERED -> RecipeVerdict.RECOVERED;
      case SUBSTITUTED -> RecipeVerdict.SUBSTITUTED;
    };
  }
}
