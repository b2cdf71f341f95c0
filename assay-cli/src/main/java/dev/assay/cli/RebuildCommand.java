package dev.assay.cli;

import dev.assay.model.WeightsVerdict;
import dev.assay.rebuild.Attestation;
import dev.assay.rebuild.Draft;
import dev.assay.rebuild.Editing;
import dev.assay.rebuild.Jdks;
import dev.assay.rebuild.Listener;
import dev.assay.rebuild.MavenPlaces;
import dev.assay.rebuild.Rebuild;
import dev.assay.rebuild.RebuildReport;
import dev.assay.rebuild.RebuildRequest;
import dev.assay.rebuild.Workspace;
import dev.assay.rebuild.compare.Digests;
import dev.assay.rebuild.recipe.Recipe;
import dev.assay.rebuild.recipe.RecipeReader;
import dev.assay.rebuild.sandbox.Ended;
import dev.assay.rebuild.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay rebuild`: builds the weights again and compares.
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = {
      "Build the weights again from a recipe, in a sandbox without a network, and compare them"
          + " with the published ones."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay rebuild examples/open/date-reader",
      "  assay rebuild examples/open/date-reader --vary threads,locale,cpu",
      "  assay rebuild recipe.yaml --material data=train.txt --declared",
      "  assay rebuild recipe.yaml --recover Iterations=50..500:50",
      "  assay rebuild ./my-model --draft",
      "  assay rebuild maven:GROUP:ARTIFACT:VERSION --draft --material data=train.txt",
      "  assay rebuild ./my-model --edit my-copy",
      "",
      "Exit codes: 0 rebuilt, 1 the weights are different, 2 wrong use, 3 did not run."
    })
final class RebuildCommand implements Callable<Integer> {
  private static final String MAVEN = "maven:";
  private final Terminal terminal;

  @Parameters(
      paramLabel = "PATH",
      description =
          "A release's folder, or a recipe. For --draft also a weights file, an archive, or"
              + " maven:GROUP:ARTIFACT:VERSION.")
  private Path path = Path.of(".");

  @Option(
      names = "--recipe",
      paramLabel = "FILE",
      description = "The recipe, where it lies apart from the release.")
  private @Nullable Path recipe;

  @Option(
      names = "--material",
      paramLabel = "ID=FILE",
      description = "Where a material or subject lies; its digest is checked.")
  private Map<String, Path> materials = new LinkedHashMap<>();

  @Option(
      names = "--materials",
      paramLabel = "FOLDER",
      description = "A folder in which materials and subjects are looked up by file name.")
  private @Nullable Path downloads;

  @Option(
      names = {"-p", "--parameter"},
      paramLabel = "NAME=VALUE",
      description = "Use another value for a parameter.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--declared",
      description = "Use what the release declares where the recipe knows better.")
  private boolean declared;

  @Option(names = "--repeat", paramLabel = "N", description = "Build N more times and compare.")
  private int repeat;

  @Option(
      names = "--vary",
      split = ",",
      paramLabel = "WHAT",
      description = "Build again with other ${COMPLETION-CANDIDATES}.")
  private List<RebuildRequest.Variation> vary = new ArrayList<>();

  @Option(
      names = "--recover",
      paramLabel = "NAME=LOW..HIGH[:STEP]",
      description = "Search a parameter by the distance to the published weights.")
  private List<String> recover = new ArrayList<>();

  @Option(
      names = "--sandbox",
      paramLabel = "NAME",
      description = "bubblewrap, namespaces or landlock; by default the first that works.")
  private @Nullable String sandbox;

  @Option(
      names = "--unsandboxed",
      description = "Run without a sandbox: the recipe's command may do whatever you may.")
  private boolean unsandboxed;

  @Option(
      names = "--jdk",
      paramLabel = "FOLDER",
      description = "The JDK that the recipe's java means.")
  private @Nullable Path jdk;

  @Option(
      names = "--maven-repository",
      paramLabel = "FOLDER",
      description = "Where Maven artifacts are looked up (default: your local repository).")
  private @Nullable Path mavenRepository;

  @Option(names = "--keep", paramLabel = "FOLDER", description = "Copy what was built there.")
  private @Nullable Path keep;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description =
          "Write what the build printed there. The log of one that did not run is kept in any"
              + " case.")
  private @Nullable Path log;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).")
  private String format = "text";

  @Option(
      names = "--attest",
      paramLabel = "FILE",
      description = "Write an in-toto statement of this rebuild.")
  private @Nullable Path attest;

  @Option(names = "--by", paramLabel = "NAME", description = "Who states it, for --attest.")
  private String by = "";

  @Option(names = "--draft", description = "Write a recipe from what the release has; run nothing.")
  private boolean draft;

  @Option(
      names = "--edit",
      paramLabel = "FOLDER",
      description = "Make an editable copy; run nothing.")
  private @Nullable Path edit;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress.")
  private boolean quiet;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields before it calls
  RebuildCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try {
      if (!format.equals("text") && !format.equals("json")) {
        return wrong("no format is called '" + format + "'; there are text, json");
      }
      if (path.toString().startsWith(MAVEN)) {
        String coordinates = path.toString().substring(MAVEN.length());
        path = new MavenPlaces(mavenRepository()).file(coordinates);
        if (!Files.exists(path)) {
          return wrong(
              coordinates
                  + " is not in the local Maven repository; get it with: mvn dependency:get"
                  + " -Dtransitive=false -Dartifact="
                  + coordinates);
        }
      }
      if (!Files.exists(path)) {
        return wrong(path + " is not there");
      }
      Optional<String> unusable = unusable();
      if (unusable.isPresent()) {
        return wrong(unusable.get());
      }
      return draft ? draft() : rebuild();
    } catch (MalformedInputException e) {
      return wrong("the recipe is not UTF-8");
    } catch (IOException e) {
      terminal.error(String.valueOf(e.getMessage()));
      return Exit.NOT_ASSESSED;
    }
  }

  private int wrong(String message) {
    terminal.error(message);
    return Exit.WRONG_USE;
  }

  /// What is wrong with the options, as far as that can be told before anything is read or run.
  private Optional<String> unusable() {
    List<String> sandboxes = Sandbox.all().stream().map(Sandbox::id).toList();
    if (sandbox != null && !sandboxes.contains(sandbox)) {
      return Optional.of(
          "no sandbox is called '"
              + sandbox
              + "'; there are "
              + String.join(", ", sandboxes)
              + "; to run without one: --unsandboxed");
    }
    if (sandbox != null && unsandboxed) {
      return Optional.of("--sandbox and --unsandboxed exclude each other");
    }
    if (repeat < 0) {
      return Optional.of("--repeat is a number of at least 0");
    }
    if (!by.isEmpty() && attest == null) {
      return Optional.of("--by says who makes a statement, and needs --attest FILE");
    }
    if (jdk != null && !Files.isRegularFile(jdk.resolve("bin").resolve("java"))) {
      return Optional.of("there is no JDK in " + jdk + " (no bin/java)");
    }
    if (edit != null && Files.exists(edit)) {
      return Optional.of(edit + " exists already; name a folder that is to be made");
    }
    if (log != null && Files.isDirectory(log)) {
      return Optional.of("could not write " + log + ": it is a folder");
    }
    return Optional.ofNullable(FileTrouble.beforeWriting(attest));
  }

  /// What was given a place and is nothing that the recipe asks for.
  private Optional<String> unknown(Recipe read) {
    List<String> known =
        Stream.concat(
                read.materials().stream().map(Recipe.Material::id),
                read.subjects().stream().map(Recipe.Subject::id))
            .distinct()
            .toList();
    return materials.keySet().stream()
        .filter(id -> !known.contains(id))
        .findFirst()
        .map(id ->
            "the recipe has no material or subject '"
                + id
                + "'; it has "
                + String.join(", ", known));
  }

  private int draft() throws IOException {
    Draft made = Draft.of(path, materials, mavenRepository());
    terminal.out().print(made.yaml());
    made.missing().forEach(m -> terminal.error("could not find: " + m));
    return made.found() ? Exit.DONE : Exit.NOT_ASSESSED;
  }

  private int rebuild() throws IOException {
    Path release = Files.isDirectory(path) ? path : parent(path);
    Path file =
        recipe != null ? recipe : Files.isDirectory(path) ? path.resolve(Editing.RECIPE) : path;
    if (!Files.isRegularFile(file)) {
      return wrong(
          "no recipe at " + file + "; 'assay rebuild " + path + " --draft' writes a first one");
    }
    if (Files.size(file) > RecipeReader.MOST) {
      return wrong(file + " is too large for a recipe");
    }
    Recipe read;
    switch (RecipeReader.read(Files.readString(file))) {
      case RecipeReader.Result.Wrong(var error) -> {
        return wrong(file + ": " + error.describe());
      }
      case RecipeReader.Result.Read(Recipe r) -> read = r;
    }
    Optional<String> unknown = unknown(read);
    if (unknown.isPresent()) {
      return wrong(unknown.get());
    }
    if (edit != null) {
      Editing.copy(release, file, edit);
      terminal
          .out()
          .println("An editable copy is in " + edit + "; change it, then: assay rebuild " + edit);
      return Exit.DONE;
    }
    List<RebuildRequest.Search> searches = new ArrayList<>();
    for (String text : recover) {
      try {
        searches.add(RebuildRequest.Search.parse(text));
      } catch (IllegalArgumentException e) {
        return wrong(String.valueOf(e.getMessage()));
      }
    }
    Path java =
        jdk != null
            ? jdk.toRealPath()
            : Jdks.find(System.getenv(), read.environment().jdk()).orElse(null);
    if (java == null) {
      return wrong(
          "no JDK of version "
              + read.environment().jdk()
              + " or later was found; name one with --jdk FOLDER");
    }
    return run(release, file, read, searches, java);
  }

  private int run(
      Path release, Path file, Recipe read, List<RebuildRequest.Search> searches, Path java)
      throws IOException {
    Path target = keep != null ? keep : read.edited() ? release.resolve("rebuilt") : null;
    try (Workspace workspace = Workspace.open()) {
      return run(request(workspace, release, file, read, searches, java, target));
    }
  }

  private RebuildRequest request(
      Workspace workspace,
      Path release,
      Path file,
      Recipe read,
      List<RebuildRequest.Search> searches,
      Path java,
      @Nullable Path target)
      throws IOException {
    return new RebuildRequest(
        read,
        Digests.sha256(file),
        release,
        materials,
        parameters,
        declared,
        repeat,
        vary,
        searches,
        unsandboxed ? "none" : sandbox,
        java,
        downloads,
        mavenRepository(),
        workspace.folder(),
        target);
  }

  private int run(RebuildRequest request) throws IOException {
    RebuildReport report;
    try (var watch = new Watch()) {
      report = Rebuild.run(request, watch);
    }
    report = report.withLog(kept(report));
    terminal.out().print(format.equals("json") ? report.json() : report.text());
    if (attest != null) {
      Files.writeString(
          attest,
          Attestation.write(report, by, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
    }
    return exit(report);
  }

  /// The log where it stays: where it was asked for, or, of a build that did not run although
  /// nobody stopped it, among the temporary files, because somebody will want to read it.
  private @Nullable Path kept(RebuildReport report) throws IOException {
    Path made = report.log();
    if (made == null || !Files.exists(made)) {
      return null;
    }
    Path to = log;
    Ended ended = report.ended();
    boolean stopped = ended != null && ended.cause() == Ended.Cause.STOPPED;
    if (to == null && report.weights() == WeightsVerdict.DID_NOT_RUN && !stopped) {
      to = Files.createTempFile("assay-rebuild", ".log");
    }
    if (to != null) {
      Workspace.keep(made, to);
    }
    return to;
  }

  private static int exit(RebuildReport report) {
    if (report.weights() == WeightsVerdict.DID_NOT_RUN
        || report.weights() == WeightsVerdict.NOT_ATTEMPTED) {
      return Exit.NOT_ASSESSED;
    }
    boolean asWanted = report.recipe().edited() || report.weights() != WeightsVerdict.DIFFERENT;
    return asWanted ? Exit.DONE : Exit.GATE_FAILED;
  }

  private static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? Path.of(".") : parent;
  }

  private Path mavenRepository() {
    return mavenRepository != null
        ? mavenRepository
        : Path.of(System.getProperty("user.home"), ".m2", "repository");
  }

  /// One line on standard error: the step, how long, and the last line of the log.
  private final class Watch implements Listener, AutoCloseable {
    private final boolean shown = terminal.errIsTerminal() && !quiet;
    private String step = "";
    private long next;

    @Override
    public void step(String what) {
      step = what;
      if (!quiet && !shown) {
        terminal.err().println(Plain.line(what));
        terminal.err().flush();
      }
      draw(what);
    }

    @Override
    public void running(Duration elapsed, String line) {
      if (System.nanoTime() >= next) {
        next = System.nanoTime() + 200_000_000L;
        draw(step + "  " + elapsed.toSeconds() + " s  " + line);
      }
    }

    private void draw(String text) {
      if (shown) {
        String line = Plain.line(text);
        int width = terminal.columns() - 1;
        terminal
            .err()
            .print("\r\u001b[K" + (line.length() > width ? line.substring(0, width) : line));
        terminal.err().flush();
      }
    }

    @Override
    public void close() {
      if (shown) {
        terminal.err().print("\r\u001b[K");
        terminal.err().flush();
      }
    }
  }
}
