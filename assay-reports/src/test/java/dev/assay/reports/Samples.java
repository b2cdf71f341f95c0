package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.DataSet;
import dev.assay.model.Digest;
import dev.assay.model.Evidence;
import dev.assay.model.Finding;
import dev.assay.model.Freedom;
import dev.assay.model.Issue;
import dev.assay.model.LicenceOf;
import dev.assay.model.LicenceStatement;
import dev.assay.model.Note;
import dev.assay.model.ProfileVerdict;
import dev.assay.model.ProofLevel;
import dev.assay.model.Qualifier;
import dev.assay.model.Right;
import dev.assay.model.SourceInfo;
import dev.assay.model.Span;
import dev.assay.model.Standing;
import dev.assay.model.State;
import dev.assay.model.Statement;
import dev.assay.model.Step;
import dev.assay.model.Subject;
import dev.assay.model.Tensor;
import dev.assay.model.Weights;
import dev.assay.model.Withheld;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Assessments made by hand, one for each kind of release that a report must be able to say.
final class Samples {
  private static final String SHA = "0123456789abcdef".repeat(4);

  private Samples() {}

  /// Named samples, for golden files.
  static Map<String, Assessment> all() {
    return Map.of(
        "open", open(),
        "restricted", restricted(),
        "undecided", undecided(),
        "nothing", nothing(),
        "hostile", hostile(s -> s + " " + HOSTILE));
  }

  /// What a release may try: to move the cursor, to link, to turn the text round, to run a script,
  /// to end a table cell, to hide.
  static final String HOSTILE =
      "\u001b[2J\u001b]8;;http://evil.example\u0007click\u001b]8;;\u0007 \u202egpj.exe\u202c"
          + " <script>alert(1)</script><img src=x onerror=alert(2)> | cell\r\n| --- |\n# heading"
          + " `code` [link](javascript:alert(3)) ![i](x) *b* _i_ https://evil.example www.evil.example"
          + " @somebody \"' onload=\"x\" &amp; \u009b31m\u200b\u2066\ufeff =cmd|' /C calc'!A0";

  static Assessment open() {
    var findings = absent();
    put(
        findings,
        Component.TRAINING_CODE,
        ProofLevel.CONSISTENT,
        "Builds the network that the weights"
            + " hold, reads the data that is here and writes the weights.",
        free("Apache-2.0"),
        lines("train/Train.java", 12, 210, "for (int epoch = 0; epoch < EPOCHS; epoch++) {"));
    put(
        findings,
        Component.TRAINING_DATA,
        ProofLevel.CONSISTENT,
        "One table of 4,000 rows, whole.",
        free("CC0-1.0"),
        whole("data/train.csv", "x,y,label"));
    put(
        findings,
        Component.ARCHITECTURE,
        ProofLevel.CONSISTENT,
        "Code and configuration agree with the" + " weights' header.",
        inherited("Apache-2.0"),
        lines("model/Net.java", 9, 80, "final class Net {"));
    put(
        findings,
        Component.WEIGHTS,
        ProofLevel.CONSISTENT,
        "1 file, all of its bytes here.",
        free("Apache-2.0"),
        bytes("model.safetensors", 0, 512, ""));
    put(
        findings,
        Component.INFERENCE_CODE,
        ProofLevel.SEEN,
        "Loads the weights and answers.",
        inherited("Apache-2.0"),
        lines("client/Ask.java", 5, 60, "static void main(String[] args)"));
    put(
        findings,
        Component.MODEL_CARD,
        ProofLevel.SEEN,
        "A model card.",
        inherited("Apache-2.0"),
        lines("README.md", 1, 90, "# Digits"));
    put(
        findings,
        Component.LICENCE_FILES,
        ProofLevel.SEEN,
        "Two licence texts.",
        LicenceOf.NONE,
        whole("LICENSE", "Apache License"),
        whole("data/LICENSE", "CC0 1.0 Universal"));
    return assessment(
        "digits",
        Assessment.Kind.MODEL,
        List.of(folder("examples/digits")),
        new Standing(
            Step.OPEN_SOURCE,
            Step.OPEN_SOURCE,
            "Training code, training data, architecture, weights and client code are all here, each under"
                + " a free licence.",
            List.of(new Standing.Blocker(Component.WEIGHTS, "nobody has rebuilt them here yet")),
            List.of()),
        findings,
        List.of(
            new Right(
                Right.Act.RUN,
                Right.Answer.YES,
                List.of(),
                "Apache-2.0 on the weights.",
                List.of(
                    new Right.Clause(
                        "Apache-2.0", "§2", "use for any purpose", List.of(whole("LICENSE", ""))))),
            new Right(
                Right.Act.REDISTRIBUTE,
                Right.Answer.YES_IF,
                List.of(
                    "keep the licence text",
                    "keep the notices",
                    "mark changed files",
                    "no trade marks"),
                "Apache-2.0 on code and weights.",
                List.of())),
        List.of(
            new Claim(
                Claim.Kind.OPEN_SOURCE,
                "calls itself \"open source\"",
                lines("README.md", 3, 3, "an open source model"),
                Claim.Verdict.CONFIRMED,
                "All five parts are here under free licences.",
                List.of(whole("LICENSE", "")))),
        List.of(
            new Withheld(
                Component.EVALUATION_CODE,
                "no evaluation code was found",
                "Add the script that made the figures of the card, as eval/.",
                Step.OPEN_SOURCE)),
        profiles(),
        List.of(cache(), weights()),
        List.of());
  }

  static Assessment restricted() {
    var findings = absent();
    findings.put(
        Component.TRAINING_CODE,
        new Finding(
            Component.TRAINING_CODE,
            State.PROMISED,
            Set.of(),
            ProofLevel.CLAIMED,
            "Said to be released later; the promise names no date.",
            LicenceOf.NONE,
            List.of(lines("README.md", 40, 41, "Training code will be released soon.")),
            List.of(),
            List.of()));
    findings.put(
        Component.TRAINING_DATA,
        new Finding(
            Component.TRAINING_DATA,
            State.DESCRIBED,
            Set.of(),
            ProofLevel.CLAIMED,
            "Prose about 2 trillion tokens; no data set is named.",
            LicenceOf.NONE,
            List.of(lines("README.md", 12, 14, "trained on 2T tokens of public data")),
            List.of(),
            List.of()));
    findings.put(
        Component.POST_TRAINING_DATA,
        new Finding(
            Component.POST_TRAINING_DATA,
            State.ABSENT,
            Set.of(Qualifier.REFUSED),
            null,
            "Said to stay private.",
            LicenceOf.NONE,
            List.of(lines("README.md", 15, 15, "We do not release this data.")),
            List.of("cards"),
            List.of()));
    findings.put(
        Component.WEIGHTS,
        new Finding(
            Component.WEIGHTS,
            State.PRESENT,
            Set.of(Qualifier.PARTIAL, Qualifier.POINTER),
            ProofLevel.SEEN,
            "2 of 3 shards; one is a pointer.",
            new LicenceOf(
                LicenceOf.Status.CONFLICT,
                "LicenseRef-community",
                Freedom.LIMITED,
                "",
                List.of(
                    whole("LICENSE", "Community License"),
                    lines("README.md", 2, 2, "license: mit"))),
            List.of(bytes("model-00001-of-00003.safetensors", 0, 9000, "")),
            List.of(),
            List.of(
                new Note(
                    Note.Kind.DISAGREES,
                    "The configuration says 12 layers, the header 24.",
                    List.of(lines("config.json", 7, 7, "\"num_hidden_layers\": 12"))),
                new Note(Note.Kind.DANGER, "Asks to run code of the repository.", List.of()))));
    findings.put(
        Component.ARCHITECTURE,
        new Finding(
            Component.ARCHITECTURE,
            State.LINKED,
            Set.of(Qualifier.SUBMODULE),
            ProofLevel.CLAIMED,
            "A submodule that was not inspected.",
            new LicenceOf(
                LicenceOf.Status.CLAIMED,
                "MIT",
                Freedom.FREE,
                "",
                List.of(lines("README.md", 2, 2, "license: mit"))),
            List.of(lines(".gitmodules", 1, 3, "[submodule \"net\"]")),
            List.of(),
            List.of()));
    findings.put(
        Component.ACCESS,
        new Finding(
            Component.ACCESS,
            State.PRESENT,
            Set.of(Qualifier.GATED),
            ProofLevel.CLAIMED,
            "Asks for a name and an agreement.",
            LicenceOf.NONE,
            List.of(lines("README.md", 4, 9, "extra_gated_prompt: ...")),
            List.of(),
            List.of()));
    return assessment(
        "big-model",
        Assessment.Kind.MODEL,
        List.of(
            folder("big-model"),
            new SourceInfo(
                "code",
                "git",
                "big-model-code",
                "abc123",
                null,
                40,
                2_000_000,
                List.of("submodule net"))),
        new Standing(
            Step.RESTRICTED_WEIGHTS,
            Step.RESTRICTED_WEIGHTS,
            "The weights can be had, under a licence that limits scale.",
            List.of(
                new Standing.Blocker(Component.WEIGHTS, "the licence is not free: it limits scale"),
                new Standing.Blocker(Component.INFERENCE_CODE, "no way to run them was found")),
            List.of()),
        findings,
        List.of(
            new Right(
                Right.Act.COMMERCIAL_USE,
                Right.Answer.YES_IF,
                List.of("fewer than 700 million users a month"),
                "The community licence on the weights.",
                List.of(
                    new Right.Clause(
                        "LicenseRef-community",
                        "§2",
                        "above 700 million monthly users a" + " licence must be asked for",
                        List.of(whole("LICENSE", "700 million"))))),
            new Right(
                Right.Act.REBUILD,
                Right.Answer.NO,
                List.of(),
                "There is no training code.",
                List.of()),
            new Right(
                Right.Act.USE_OUTPUTS,
                Right.Answer.UNDECIDED,
                List.of(),
                "No clause says.",
                List.of())),
        List.of(
            new Claim(
                Claim.Kind.OPEN_SOURCE,
                "calls itself \"open source\"",
                lines("README.md", 1, 1, "the best open source model"),
                Claim.Verdict.CONTRADICTED,
                "The licence limits scale, and neither training code nor training data is here.",
                List.of(whole("LICENSE", "700 million"), lines("README.md", 40, 41, ""))),
            new Claim(
                Claim.Kind.PARAMETERS,
                "says it has 7 billion parameters",
                lines("README.md", 5, 5, "7B"),
                Claim.Verdict.UNDECIDABLE,
                "A shard is missing.",
                List.of())),
        List.of(
            new Withheld(
                Component.TRAINING_CODE,
                "only promised",
                "Add it as train/.",
                Step.RESTRICTED_WEIGHTS)),
        profiles(),
        List.of(brokenWeights()),
        List.of(
            new Issue(
                Issue.Severity.WARNING,
                "big-model",
                "model-00003-of-00003.safetensors",
                "a Git LFS pointer stands in its place",
                "git lfs pull")));
  }

  static Assessment undecided() {
    var findings = absent();
    findings.put(
        Component.WEIGHTS,
        new Finding(
            Component.WEIGHTS,
            State.UNDECIDABLE,
            Set.of(),
            null,
            "The file is over a limit and was not read.",
            LicenceOf.NONE,
            List.of(),
            List.of(),
            List.of()));
    return assessment(
        "offline",
        Assessment.Kind.ADAPTER,
        List.of(folder("offline")),
        new Standing(
            Step.CLOSED,
            Step.OPEN_WEIGHTS,
            "No weights could be read.",
            List.of(),
            List.of("whether model.bin holds weights: it is over the limit")),
        findings,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new Issue(
                Issue.Severity.ERROR, "offline", "", "the source could not be read whole", "")));
  }

  static Assessment nothing() {
    return assessment(
        "empty",
        Assessment.Kind.NOTHING,
        List.of(folder("empty")),
        new Standing(
            Step.CLOSED, Step.CLOSED, "Nothing here is a part of a model.", List.of(), List.of()),
        absent(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /// The richest sample with every string from the release made hostile.
  static Assessment hostile(UnaryOperator<String> evil) {
    var e =
        new Evidence("s", evil.apply("README.md"), new Span.Lines(1, 2), evil.apply("quote"), null);
    var findings = absent();
    for (Component c : List.of(Component.WEIGHTS, Component.TRAINING_DATA, Component.MODEL_CARD)) {
      findings.put(
          c,
          new Finding(
              c,
              State.PRESENT,
              Set.of(),
              ProofLevel.SEEN,
              evil.apply("summary"),
              new LicenceOf(
                  LicenceOf.Status.INHERITED,
                  evil.apply("LicenseRef-x"),
                  Freedom.UNKNOWN,
                  evil.apply("LICENSE"),
                  List.of(e)),
              List.of(e, e),
              List.of(),
              List.of(new Note(Note.Kind.REMARK, evil.apply("note"), List.of(e)))));
    }
    var w =
        new Weights(
            evil.apply("model.gguf"),
            List.of(evil.apply("model.gguf")),
            "gguf",
            Weights.Status.MALFORMED,
            evil.apply("reason"),
            Weights.Kind.MODEL,
            1,
            1L,
            Map.of(evil.apply("F32"), 1L),
            new Weights.Shards(1, 2, List.of(evil.apply("missing"))),
            evil.apply("q4"),
            List.of(
                new Weights.HeaderFact(
                    Weights.Topic.NAME, evil.apply("general.name"), evil.apply("value"), e)),
            List.of(new Note(Note.Kind.DANGER, evil.apply("danger"), List.of(e))),
            1,
            e,
            List.of());
    return new Assessment(
        evil.apply("model"),
        Assessment.Kind.MODEL,
        List.of(
            new SourceInfo(
                "s",
                "folder",
                evil.apply("dir"),
                evil.apply("rev"),
                null,
                1,
                1,
                List.of(evil.apply("partial")))),
        new Standing(
            Step.CLOSED,
            Step.REPRODUCED,
            evil.apply("why"),
            List.of(new Standing.Blocker(Component.WEIGHTS, evil.apply("blocker"))),
            List.of(evil.apply("open"))),
        List.copyOf(findings.values()),
        List.of(
            new Right(
                Right.Act.RUN,
                Right.Answer.YES_IF,
                List.of(evil.apply("condition")),
                evil.apply("reason"),
                List.of(
                    new Right.Clause(
                        evil.apply("L"), evil.apply("§1"), evil.apply("says"), List.of(e))))),
        List.of(
            new Claim(
                Claim.Kind.OTHER,
                evil.apply("claim"),
                e,
                Claim.Verdict.CONTRADICTED,
                evil.apply("reason"),
                List.of(e))),
        List.of(
            new Withheld(
                Component.CHECKPOINTS, evil.apply("what"), evil.apply("todo"), Step.CLOSED)),
        List.of(
            new ProfileVerdict(
                "p",
                evil.apply("title"),
                evil.apply("origin"),
                evil.apply("verdict"),
                ProfileVerdict.Outcome.UNDECIDED,
                List.of(
                    new ProfileVerdict.Criterion(
                        evil.apply("c"),
                        evil.apply("text"),
                        ProfileVerdict.Outcome.MET,
                        evil.apply("reason"),
                        List.of())))),
        List.of(w),
        List.of(
            new LicenceStatement(
                evil.apply("MIT"),
                LicenceStatement.Basis.BADGE,
                LicenceStatement.Match.MODIFIED,
                Set.of(Subject.CODE),
                evil.apply("scope"),
                Freedom.UNKNOWN,
                List.of(evil.apply("differs")),
                e)),
        List.of(
            new DataSet(
                evil.apply("data"),
                DataSet.Stage.TRAINING,
                DataSet.Form.LINK,
                evil.apply("https://a"),
                evil.apply("mit"),
                evil.apply("1 GB"),
                Set.of(),
                List.of(e))),
        List.of(
            new Issue(
                Issue.Severity.WARNING,
                "s",
                evil.apply("path"),
                evil.apply("message"),
                evil.apply("next"))),
        List.of(
            new Statement(
                Statement.Kind.REMARK,
                null,
                evil.apply("says"),
                evil.apply("by"),
                evil.apply("reason"),
                evil.apply("date"),
                Claim.Verdict.CONTRADICTED,
                evil.apply("shows"),
                e,
                List.of(e))),
        new Standing(Step.CLOSED, Step.OPEN_SOURCE, evil.apply("why"), List.of(), List.of()),
        new Assessment.Effort(1, 1, 1, 1, 0));
  }

  /// The restricted release with an `assay.yml` beside it.
  static Assessment stated() {
    Evidence made =
        new Evidence(
            "release", "assay.yml", new Span.Lines(4, 7), "component: training-data", null);
    return restricted()
        .withStatements(
            List.of(
                new Statement(
                    Statement.Kind.STATE,
                    Component.TRAINING_DATA,
                    "training data: linked, at the archive of the institute",
                    "A. Person",
                    "it is too large for this repository",
                    "2026-03-01",
                    Claim.Verdict.UNDECIDABLE,
                    "not found in what was inspected",
                    made,
                    List.of()),
                new Statement(
                    Statement.Kind.LICENCE,
                    Component.WEIGHTS,
                    "weights: licence MIT",
                    "A. Person",
                    "our lawyers said so",
                    "2026-03-02",
                    Claim.Verdict.CONTRADICTED,
                    "the files give LicenseRef-ours",
                    made,
                    List.of(whole("LICENSE", "Our licence")))),
            new Standing(Step.PARTIAL_SOURCE, Step.PARTIAL_SOURCE, "", List.of(), List.of()));
  }

  private static Assessment assessment(
      String name,
      Assessment.Kind kind,
      List<SourceInfo> sources,
      Standing standing,
      Map<Component, Finding> findings,
      List<Right> rights,
      List<Claim> claims,
      List<Withheld> withheld,
      List<ProfileVerdict> profiles,
      List<Weights> weights,
      List<Issue> issues) {
    return new Assessment(
        name,
        kind,
        sources,
        standing,
        List.copyOf(findings.values()),
        rights,
        claims,
        withheld,
        profiles,
        weights,
        List.of(
            new LicenceStatement(
                "Apache-2.0",
                LicenceStatement.Basis.TEXT,
                LicenceStatement.Match.SAME_WORDS,
                Set.of(Subject.EVERYTHING),
                "",
                Freedom.FREE,
                List.of(),
                whole("LICENSE", "Apache License"))),
        kind == Assessment.Kind.MODEL
            ? List.of(
                new DataSet(
                    "data/train.csv",
                    DataSet.Stage.TRAINING,
                    DataSet.Form.IN_HAND,
                    null,
                    "CC0-1.0",
                    "4,000 rows",
                    Set.of(Qualifier.PARTIAL),
                    List.of(whole("data/train.csv", "x,y"))))
            : List.of(),
        issues,
        new Assessment.Effort(12, 9, 1_234_567, 45_678, 0));
  }

  private static EnumMap<Component, Finding> absent() {
    var findings = new EnumMap<Component, Finding>(Component.class);
    for (Component c : Component.values()) {
      findings.put(
          c,
          new Finding(
              c,
              State.ABSENT,
              Set.of(),
              null,
              "Not found in what was inspected.",
              LicenceOf.NONE,
              List.of(),
              List.of("file names", "source code"),
              List.of()));
    }
    return findings;
  }

  private static void put(
      Map<Component, Finding> findings,
      Component c,
      ProofLevel level,
      String summary,
      LicenceOf licence,
      Evidence... evidence) {
    findings.put(
        c,
        new Finding(
            c,
            State.PRESENT,
            Set.of(),
            level,
            summary,
            licence,
            List.of(evidence),
            List.of(),
            List.of()));
  }

  private static LicenceOf free(String expression) {
    return new LicenceOf(
        LicenceOf.Status.FOUND,
        expression,
        Freedom.FREE,
        "",
        List.of(whole("LICENSE", expression)));
  }

  private static LicenceOf inherited(String expression) {
    return new LicenceOf(
        LicenceOf.Status.INHERITED,
        expression,
        Freedom.FREE,
        "LICENSE (covers the whole repository)",
        List.of(whole("LICENSE", expression)));
  }

  private static List<ProfileVerdict> profiles() {
    return List.of(
        new ProfileVerdict(
            "mof-1.0",
            "Model Openness Framework 1.0",
            "arXiv 2403.13784",
            "Class III",
            ProfileVerdict.Outcome.MET,
            List.of(
                new ProfileVerdict.Criterion(
                    "10",
                    "final parameters",
                    ProfileVerdict.Outcome.MET,
                    "present, Apache-2.0",
                    List.of(Component.WEIGHTS)))),
        new ProfileVerdict(
            "osaid-1.0",
            "Open Source AI Definition 1.0",
            "OSI",
            "not decidable",
            ProfileVerdict.Outcome.UNDECIDED,
            List.of()));
  }

  /// A pickle that is no model and imports more than a page should list.
  private static Weights cache() {
    var notes = new java.util.ArrayList<Note>();
    notes.add(new Note(Note.Kind.REMARK, "nothing in it is a tensor", List.of()));
    for (String name : List.of("a.Tree", "a.Leaf", "a.Root", "a.Branch")) {
      notes.add(new Note(Note.Kind.DANGER, "imports " + name + ", which runs on load", List.of()));
    }
    return new Weights(
        "docs/cache.pickle",
        List.of("docs/cache.pickle"),
        "pickle",
        Weights.Status.OK,
        "",
        Weights.Kind.OTHER,
        0,
        null,
        Map.of(),
        null,
        null,
        List.of(),
        notes,
        99,
        bytes("docs/cache.pickle", 0, 99, ""),
        List.of());
  }

  private static Weights weights() {
    return new Weights(
        "model.safetensors",
        List.of("model.safetensors"),
        "safetensors",
        Weights.Status.OK,
        "",
        Weights.Kind.MODEL,
        2,
        1_234L,
        Map.of("F32", 1_234L),
        null,
        null,
        List.of(
            new Weights.HeaderFact(
                Weights.Topic.TOOL,
                "format",
                "pt",
                bytes("model.safetensors", 8, 60, "\"format\":\"pt\""))),
        List.of(),
        512,
        bytes("model.safetensors", 0, 512, ""),
        List.of(
            new Tensor(
                "w",
                Tensor.Role.PARAMETER,
                List.of(2L, 600L),
                dev.assay.model.DType.F32,
                "model.safetensors",
                512,
                4800,
                null),
            new Tensor(
                "b",
                Tensor.Role.PARAMETER,
                List.of(34L),
                new dev.assay.model.DType("Q4_K", 4.5),
                "model.safetensors",
                5312,
                136,
                "w")));
  }

  private static Weights brokenWeights() {
    return new Weights(
        "model.safetensors.index.json",
        List.of("model-00001-of-00003.safetensors"),
        "safetensors",
        Weights.Status.INCOMPLETE,
        "1 of 3 shards is not here",
        Weights.Kind.MODEL,
        291,
        6_738_415_616L,
        Map.of("BF16", 6_700_000_000L, "F32", 38_415_616L),
        new Weights.Shards(2, 3, List.of("model-00003-of-00003.safetensors")),
        "gptq",
        List.of(),
        List.of(new Note(Note.Kind.DANGER, "Loading it would run code.", List.of())),
        9_000,
        bytes("model-00001-of-00003.safetensors", 0, 9_000, ""),
        List.of());
  }

  private static SourceInfo folder(String name) {
    return new SourceInfo(name, "folder", name, null, null, 12, 1_234_567, List.of());
  }

  private static Evidence lines(String path, int first, int last, String quote) {
    return new Evidence(
        "s", path, new Span.Lines(first, last), quote, new Digest(Digest.Scope.FILE, SHA));
  }

  private static Evidence bytes(String path, long from, long to, String quote) {
    return new Evidence(
        "s", path, new Span.Bytes(from, to), quote, new Digest(Digest.Scope.SPAN, SHA));
  }

  private static Evidence whole(String path, String quote) {
    return new Evidence("s", path, new Span.Whole(), quote, null);
  }
}
