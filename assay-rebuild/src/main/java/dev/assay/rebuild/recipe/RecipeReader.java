package dev.assay.rebuild.recipe;

import dev.assay.rebuild.recipe.Recipe.Basis;
import dev.assay.rebuild.recipe.Recipe.Expected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads a recipe strictly: an unknown key, a missing one, a wrong kind of value or a name in a
/// command that nothing defines is an error with its line and column.
public final class RecipeReader {
  /// The version of the form that is read.
  public static final String VERSION = "1";

  /// The largest recipe read, in characters.
  public static final int MOST = 1_000_000;

  private RecipeReader() {}

  /// A recipe, or what is wrong with it.
  public sealed interface Result {
    /// It could be read.
    record Read(Recipe recipe) implements Result {}

    /// It could not.
    record Wrong(RecipeError error) implements Result {}
  }

  /// Reads a recipe from its text.
  public static Result read(String yaml) {
    if (yaml.length() > MOST) {
      return new Result.Wrong(
          new RecipeError(0, 0, "the recipe is longer than " + MOST + " characters"));
    }
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setAllowDuplicateKeys(false)
              .setMaxAliasesForCollections(0)
              .setCodePointLimit(MOST)
              .build();
      Optional<Node> node = new Compose(settings).composeString(yaml);
      if (node.isEmpty()) {
        return new Result.Wrong(new RecipeError(0, 0, "the recipe is empty"));
      }
      return new Result.Read(recipe(new YamlObject(node.get(), "the recipe")));
    } catch (RecipeError.Found e) {
      return new Result.Wrong(e.error());
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
      int column = e.getProblemMark().map(Mark::getColumn).orElse(-1) + 1;
      return new Result.Wrong(new RecipeError(line, column, "not YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      return new Result.Wrong(new RecipeError(0, 0, "not YAML: " + e.getMessage()));
    } catch (StackOverflowError e) {
      return new Result.Wrong(new RecipeError(0, 0, "not YAML: nested too deeply"));
    }
  }

  private static Recipe recipe(YamlObject y) {
    String version = y.text("recipe");
    if (!version.equals(VERSION)) {
      throw y.errorAt("recipe", "this is Assay's form " + VERSION + " of recipes, not " + version);
    }
    String name = y.text("name");
    boolean edited = bool(y, "edited");
    List<Recipe.Subject> subjects = subjects(y, edited);
    List<Recipe.Material> materials = new ArrayList<>();
    for (Node n : YamlObject.items(y.required("materials"), "materials")) {
      materials.add(material(new YamlObject(n, "a material"), edited));
    }
    List<Recipe.Written> files = new ArrayList<>();
    if (y.has("files")) {
      for (Node n : YamlObject.items(y.required("files"), "files")) {
        files.add(written(new YamlObject(n, "a file")));
      }
    }
    y.optional("files");
    Recipe.Environment environment = environment(y.optional("environment"));
    Map<String, Recipe.Parameter> parameters = parameters(y.optional("parameters"));
    List<String> run = y.texts("run");
    if (run.isEmpty()) {
      throw y.errorAt("run", "\"run\" needs at least the program");
    }
    List<Recipe.Output> outputs = new ArrayList<>();
    for (Node n : YamlObject.items(y.required("outputs"), "outputs")) {
      outputs.add(output(new YamlObject(n, "an output")));
    }
    Recipe.Limits limits = limits(y.optional("limits"));
    Recipe.Probe probe = probe(y.optional("functional"));
    y.done();
    var recipe =
        new Recipe(
            name,
            edited,
            subjects,
            materials,
            files,
            environment,
            parameters,
            run,
            outputs,
            limits,
            probe);
    check(recipe, y);
    return recipe;
  }

  /// One under `subject`, which is its name too, or several under `subjects`.
  private static List<Recipe.Subject> subjects(YamlObject y, boolean edited) {
    if (!y.has("subjects")) {
      var only = new YamlObject(y.required("subject"), "the subject");
      y.optional("subjects");
      return List.of(subject(only, "subject", edited));
    }
    List<Recipe.Subject> subjects = new ArrayList<>();
    for (Node n : YamlObject.items(y.required("subjects"), "subjects")) {
      var s = new YamlObject(n, "a subject");
      subjects.add(subject(s, s.text("id"), edited));
    }
    y.optional("subject");
    return subjects;
  }

  private static Recipe.@Nullable Probe probe(@Nullable Node functional) {
    if (functional == null) {
      return null;
    }
    var f = new YamlObject(functional, "functional");
    var probe = new Recipe.Probe(f.texts("run"), f.text("baseline"));
    f.done();
    return probe;
  }

  /// What a schema cannot say: that names are defined once and used names are defined.
  private static void check(Recipe recipe, YamlObject y) {
    Set<String> names = new HashSet<>(Set.of("out"));
    for (Recipe.Material m : recipe.materials()) {
      if (!names.add(m.id())) {
        throw y.errorAt("materials", "two things are called \"" + m.id() + "\"");
      }
    }
    for (String p : recipe.parameters().keySet()) {
      if (!names.add(p)) {
        throw y.errorAt("parameters", "two things are called \"" + p + "\"");
      }
    }
    for (Recipe.Written w : recipe.files()) {
      known(w.text(), names, y, "files");
    }
    for (Recipe.Written w : recipe.files()) {
      if (!names.add(w.id())) {
        throw y.errorAt("files", "two things are called \"" + w.id() + "\"");
      }
    }
    for (String argument : recipe.run()) {
      known(argument, names, y, "run");
    }
    Recipe.Probe probe = recipe.probe();
    if (probe != null) {
      names.add("model");
      for (String argument : probe.run()) {
        known(argument, names, y, "functional");
      }
    }
    if (recipe.outputs().isEmpty()) {
      throw y.errorAt("outputs", "a recipe needs at least one output");
    }
    for (Recipe.Output o : recipe.outputs()) {
      if (recipe.subject(o.compareTo()).isEmpty()) {
        throw y.errorAt("outputs", "no subject is called \"" + o.compareTo() + "\"");
      }
    }
  }

  private static void known(String argument, Set<String> names, YamlObject y, String key) {
    for (String name : Template.names(argument)) {
      if (!names.contains(name)) {
        throw y.errorAt(key, "\"${" + name + "}\" is neither a material nor a parameter");
      }
    }
  }

  private static boolean bool(YamlObject y, String key) {
    String value = y.text(key, "false");
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw y.errorAt(key, "\"" + key + "\" must be true or false");
    };
  }

  private static Recipe.Subject subject(YamlObject y, String id, boolean edited) {
    Recipe.Place place = Places.place(y);
    Expected digest = Places.digest(y, edited);
    y.done();
    return new Recipe.Subject(id, place, digest);
  }

  private static Recipe.Material material(YamlObject y, boolean edited) {
    String id = id(y);
    Recipe.Place place = Places.place(y);
    Expected digest = Places.digest(y, edited);
    var material =
        new Recipe.Material(
            id,
            place,
            digest,
            y.text("role"),
            y.text("licence", "NOASSERTION"),
            y.optionalText("substitutes"));
    y.done();
    return material;
  }

  private static String id(YamlObject y) {
    String id = y.text("id");
    if (!id.chars().allMatch(c -> c == '-' || c == '_' || c < 128 && Character.isLetterOrDigit(c))
        || id.isEmpty()) {
      throw y.errorAt("id", "an id is made of letters, digits, - and _");
    }
    return id;
  }

  private static Recipe.Written written(YamlObject y) {
    var written = new Recipe.Written(id(y), y.text("name"), y.text("text"));
    if (!Places.inside(written.name()) || written.name().contains("/")) {
      throw y.errorAt("name", "\"" + written.name() + "\" is no file name");
    }
    y.done();
    return written;
  }

  private static Recipe.Environment environment(@Nullable Node node) {
    if (node == null) {
      return new Recipe.Environment(0, Map.of());
    }
    var y = new YamlObject(node, "the environment");
    String jdk = y.text("jdk", ">=0");
    int version;
    try {
      version = Integer.parseInt(jdk.startsWith(">=") ? jdk.substring(2).strip() : "");
    } catch (NumberFormatException e) {
      throw y.errorAt("jdk", "a JDK is given as \">=25\"");
    }
    if (!y.text("arch", "any").equals("any")) {
      throw y.errorAt("arch", "only \"any\" is known");
    }
    Map<String, String> variables = new LinkedHashMap<>();
    Node env = y.optional("env");
    if (env != null) {
      var e = new YamlObject(env, "env");
      for (String key : e.keys()) {
        variables.put(key, e.text(key));
      }
    }
    y.done();
    return new Recipe.Environment(version, variables);
  }

  private static Map<String, Recipe.Parameter> parameters(@Nullable Node node) {
    Map<String, Recipe.Parameter> all = new LinkedHashMap<>();
    if (node == null) {
      return all;
    }
    var y = new YamlObject(node, "the parameters");
    for (String key : y.keys()) {
      var p = new YamlObject(y.required(key), "a parameter");
      String declared = p.optionalText("declared");
      String used = p.text("used");
      String source = p.text("source", "");
      if (declared != null && source.isEmpty()) {
        throw p.error("a declared value needs its \"source\"");
      }
      String basis = p.optionalText("basis");
      p.done();
      all.put(key, new Recipe.Parameter(declared, source, used, basis(p, basis, declared, used)));
    }
    return all;
  }

  private static Basis basis(
      YamlObject p, @Nullable String word, @Nullable String declared, String used) {
    if (word == null) {
      if (declared != null && !declared.equals(used)) {
        throw p.error("used differs from declared: say with \"basis\" why");
      }
      return declared == null ? Basis.COMPLETED : Basis.DECLARED;
    }
    Basis basis =
        Arrays.stream(Basis.values())
            .filter(b -> b.key().equals(word))
            .findFirst()
            .orElseThrow(() -> p.errorAt("basis", "no basis is called \"" + word + "\""));
    if (basis == Basis.DECLARED && !used.equals(declared)) {
      throw p.errorAt("basis", "used is not what is declared");
    }
    return basis;
  }

  private static Recipe.Output output(YamlObject y) {
    String path = y.text("path");
    if (!Places.inside(path)) {
      throw y.errorAt("path", "\"" + path + "\" does not stay inside");
    }
    List<String> clock = y.has("clock") ? y.texts("clock") : List.of();
    for (String field : clock) {
      if (field.indexOf('#') < 0) {
        throw y.errorAt("clock", "a clock field is FILE#FIELD, for example zip#mtime");
      }
    }
    var output = new Recipe.Output(path, y.text("compare-to"), y.text("only", ""), clock);
    y.optional("clock");
    y.done();
    return output;
  }

  private static Recipe.Limits limits(@Nullable Node node) {
    Recipe.Limits d = Recipe.Limits.DEFAULT;
    if (node == null) {
      return d;
    }
    var y = new YamlObject(node, "the limits");
    var limits =
        new Recipe.Limits(
            quantity(y, "wall", d.wallSeconds()),
            quantity(y, "cpu", d.cpuSeconds()),
            quantity(y, "memory", d.memoryBytes()),
            (int) Math.min(Integer.MAX_VALUE, quantity(y, "processes", d.processes())),
            quantity(y, "disk", d.diskBytes()));
    y.done();
    return limits;
  }

  /// A number with a unit: s, m, h for time; k, m, g for bytes.
  private static long quantity(YamlObject y, String key, long otherwise) {
    String value = y.optionalText(key);
    if (value == null) {
      return otherwise;
    }
    boolean time = key.equals("wall") || key.equals("cpu");
    int digits = 0;
    while (digits < value.length() && Character.digit(value.charAt(digits), 10) >= 0) {
      digits++;
    }
    long unit =
        switch (value.substring(digits)) {
          case "" -> 1;
          case "s" -> time ? 1 : 0;
          case "m" -> time ? 60 : 1L << 20;
          case "h" -> time ? 3600 : 0;
          case "k" -> time ? 0 : 1L << 10;
          case "g" -> time ? 0 : 1L << 30;
          default -> 0;
        };
    if (digits == 0 || digits > 9 || unit == 0) {
      throw y.errorAt(
          key,
          "\""
              + key
              + "\" must be "
              + (time ? "a time such as 600s, 10m or 2h" : "a number such as 512, 64m or 2g"));
    }
    return Long.parseLong(value.substring(0, digits)) * unit;
  }
}
