package dev.assay.code.judge;

import dev.assay.code.CodeFile;
import dev.assay.code.outline.Language;
import dev.assay.code.roles.Loops;
import dev.assay.code.roles.Purpose;
import dev.assay.code.roles.Zone;
import dev.assay.code.roles.Zones;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Loops that no program of the release starts. They came along with what the release took from
/// others, or serve what its programs are started for; they are not how its model was made. Linear
/// in the number of imports.
final class Unstarted {
  /// What stands beside a model and is trained by its own makers.
  private static final Set<String> BESIDE =
      Set.of("codec", "codecs", "vocoder", "vocoders", "vae", "vqvae", "vqgan");

  private final Tree tree;
  private final Starts starts;
  private final TrainingLoops loops;
  private final Modules modules;

  Unstarted(Tree tree, Starts starts, TrainingLoops loops) {
    this.tree = tree;
    this.starts = starts;
    this.loops = loops;
    modules = tree.modules();
  }

  /// Sets aside, or gives to the programs that they belong to, the loops that are started by none.
  void aside() {
    besideTuning();
    besideInputs();
    copied();
    inPackages();
  }

  /// The trainers of packages that came along, in a release whose documents start other programs
  /// and never speak of training: all that trains stands two folders down or deeper, where nothing
  /// of the release starts it.
  private void inPackages() {
    List<CodeFile> scratch = List.copyOf(loops.of(Purpose.SCRATCH));
    boolean deep =
        Stream.concat(scratch.stream(), loops.entries().stream())
            .filter(f -> !f.notebook() && f.language() != Language.SHELL)
            .allMatch(f -> f.folder().indexOf('/') > 0 && !starts.starts(f) && !startedBeside(f));
    boolean scripts =
        tree.code().stream().anyMatch(f -> f.language() == Language.SHELL && Loops.trainName(f));
    if (!scratch.isEmpty()
        && deep
        && !scripts
        && starts.only(p -> Loops.purpose(p) == Purpose.NONE)) {
      scratch.forEach(f -> loops.move(f, Purpose.SCRATCH, Purpose.UNSTARTED));
    }
  }

  /// Whether the main of a compiled program in the same folder calls a class by the file's name:
  /// what stands in one package imports nothing of it.
  private boolean startedBeside(CodeFile f) {
    int dot = f.file().name().lastIndexOf('.');
    String name = f.file().name().substring(0, Math.max(0, dot)) + ".";
    return f.language().braced()
        && tree.code().stream()
            .anyMatch(g ->
                g != f
                    && g.shape().entry() >= 0
                    && g.folder().equals(f.folder())
                    && g.code().contains(name));
  }

  /// A loop that no program here starts, beside programs that all train on from given weights, is
  /// theirs where they bring it in or stand beside it.
  private void besideTuning() {
    List<CodeFile> starters = loops.entries().stream().filter(this::bringsInTuning).toList();
    List<CodeFile> programs =
        Stream.concat(
                starters.stream(),
                loops.of(Purpose.TUNING).stream()
                    .filter(f -> f.measure().entry() || Loops.tunesByName(f)))
            .toList();
    Set<CodeFile> tunes = new LinkedHashSet<>(loops.of(Purpose.TUNING));
    tunes.addAll(starters);
    boolean begins =
        Stream.concat(loops.of(Purpose.SCRATCH).stream(), loops.entries().stream())
            .anyMatch(f ->
                f.measure().entry()
                    && !f.in(Zone.DOCS)
                    && !tunes.contains(f)
                    && !starts.startsOnly(f, tunes));
    List<CodeFile> scratch = List.copyOf(loops.of(Purpose.SCRATCH));
    if (programs.isEmpty() || begins || scratch.stream().anyMatch(f -> f.in(Zone.PRE_TRAINING))) {
      return;
    }
    Set<CodeFile> reached = reached(programs, modules::of);
    for (CodeFile f : scratch) {
      boolean theirs =
          reached.contains(f) || programs.stream().anyMatch(p -> top(p).equals(top(f)));
      loops.move(f, Purpose.SCRATCH, theirs ? Purpose.TUNING : Purpose.UNSTARTED);
    }
  }

  /// Whether a program without a loop of its own starts one that trains on, and no other.
  private boolean bringsInTuning(CodeFile program) {
    Set<CodeFile> parts = modules.of(program);
    return Loops.purpose(program) == Purpose.NONE
        && !program.in(Zone.PRE_TRAINING)
        && parts.stream().anyMatch(loops.of(Purpose.TUNING)::contains)
        && parts.stream().noneMatch(loops.of(Purpose.SCRATCH)::contains);
  }

  /// A loop beside a program that is started to optimise inputs does the same where nobody starts
  /// it by name: one scene, one picture.
  private void besideInputs() {
    List<CodeFile> inputs =
        loops.of(Purpose.INPUTS).stream()
            .filter(f -> starts.starts(f) && !top(f).isEmpty())
            .toList();
    if (inputs.isEmpty()) {
      return;
    }
    Set<CodeFile> brought = brought(u -> starts.starts(u) && !inputs.contains(u));
    for (CodeFile f : List.copyOf(loops.of(Purpose.SCRATCH))) {
      boolean beside = inputs.stream().anyMatch(i -> top(i).equals(top(f)));
      if (beside && !brought.contains(f)) {
        loops.move(f, Purpose.SCRATCH, Purpose.INPUTS);
      }
    }
  }

  /// A trainer of what stands beside a model, below other folders, that no program brings in.
  private void copied() {
    Set<CodeFile> brought = brought(u -> u.measure().entry() || starts.starts(u));
    for (Purpose purpose : List.of(Purpose.SCRATCH, Purpose.TUNING)) {
      for (CodeFile f : List.copyOf(loops.of(purpose))) {
        List<String> words = Zones.words(f.folder().substring(top(f).length()));
        if (!f.measure().entry()
            && words.stream().anyMatch(BESIDE::contains)
            && !brought.contains(f)) {
          loops.move(f, purpose, Purpose.UNSTARTED);
        }
      }
    }
  }

  /// Programs, and what they bring in, themselves or through others: asked once for all loops.
  private Set<CodeFile> brought(Predicate<CodeFile> program) {
    return reached(tree.code().stream().filter(program).toList(), modules::of);
  }

  /// What is reached from some files.
  private static Set<CodeFile> reached(
      Collection<CodeFile> from, Function<CodeFile, Collection<CodeFile>> next) {
    Set<CodeFile> reached = new LinkedHashSet<>(from);
    Deque<CodeFile> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (CodeFile f : next.apply(open.poll())) {
        if (reached.add(f)) {
          open.add(f);
        }
      }
    }
    return reached;
  }

  private static String top(CodeFile f) {
    int slash = f.file().path().indexOf('/');
    return slash < 0 ? "" : f.file().path().substring(0, slash);
  }
}
