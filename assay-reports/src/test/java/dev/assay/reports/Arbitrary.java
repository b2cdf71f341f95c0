package dev.assay.reports;

import dev.assay.model.*;
import dev.assay.testing.Gen;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Any assessment at all: every enum constant, null and empty list, and text with what JSON minds.
final class Arbitrary {
  private final Gen gen;

  Arbitrary(Gen gen) {
    this.gen = gen;
  }

  Assessment assessment() {
    Step one = one(Step.class);
    Step two = one(Step.class);
    boolean up = one.compareTo(two) <= 0;
    return new Assessment(
        text(),
        one(Assessment.Kind.class),
        list(g ->
            new SourceInfo(
                text(), text(), text(), maybe(), maybe(), count(), count(), list(x -> text()))),
        new Standing(
            up ? one : two,
            up ? two : one,
            text(),
            list(g -> new Standing.Blocker(one(Component.class), text())),
            list(g -> text())),
        List.of(Component.values()).stream().map(this::finding).toList(),
        list(g ->
            new Right(
                one(Right.Act.class),
                one(Right.Answer.class),
                list(x -> text()),
                text(),
                list(x -> new Right.Clause(text(), text(), text(), evidences())))),
        list(g ->
            new Claim(
                one(Claim.Kind.class),
                text(),
                evidence(),
                one(Claim.Verdict.class),
                text(),
                evidences())),
        list(g -> new Withheld(one(Component.class), text(), text(), one(Step.class))),
        list(g ->
            new ProfileVerdict(
                text(),
                text(),
                text(),
                text(),
                one(ProfileVerdict.Outcome.class),
                list(x ->
                    new ProfileVerdict.Criterion(
                        text(),
                        text(),
                        one(ProfileVerdict.Outcome.class),
                        text(),
                        list(y -> one(Component.class)))))),
        list(g -> weights()),
        list(g ->
            new LicenceStatement(
                text(),
                one(LicenceStatement.Basis.class),
                one(LicenceStatement.Match.class),
                some(Subject.class),
                text(),
                one(Freedom.class),
                list(x -> text()),
                evidence())),
        list(g ->
            new DataSet(
                text(),
                one(DataSet.Stage.class),
                one(DataSet.Form.class),
                maybe(),
                maybe(),
                maybe(),
                some(Qualifier.class),
                evidences())),
        list(g -> new Issue(one(Issue.Severity.class), text(), text(), text(), text())),
        list(g -> statement()),
        gen.oneIn(2)
            ? null
            : new Standing(Step.CLOSED, one(Step.class), text(), List.of(), List.of()),
        new Assessment.Effort(count(), count(), count(), count(), count()));
  }

  private Statement statement() {
    return new Statement(
        one(Statement.Kind.class),
        gen.oneIn(3) ? null : one(Component.class),
        text(),
        text(),
        text(),
        text(),
        one(Claim.Verdict.class),
        text(),
        evidence(),
        evidences());
  }

  private Finding finding(Component c) {
    State state = one(State.class);
    boolean found = state != State.ABSENT && state != State.UNDECIDABLE;
    var evidence = new ArrayList<>(evidences());
    if (found) {
      evidence.add(evidence());
    }
    return new Finding(
        c,
        state,
        some(Qualifier.class),
        found ? one(ProofLevel.class) : null,
        text(),
        new LicenceOf(one(LicenceOf.Status.class), text(), one(Freedom.class), text(), evidences()),
        evidence,
        list(g -> text()),
        notes());
  }

  private List<Note> notes() {
    return list(g -> new Note(one(Note.Kind.class), text(), evidences()));
  }

  private Weights weights() {
    var types = new TreeMap<String, Long>();
    for (int i = gen.between(0, 3); i > 0; i--) {
      types.put(text(), count());
    }
    return new Weights(
        text(),
        list(g -> text()),
        text(),
        one(Weights.Status.class),
        text(),
        one(Weights.Kind.class),
        count(),
        gen.oneIn(3) ? null : (Long) count(),
        types,
        gen.oneIn(2)
            ? null
            : new Weights.Shards(gen.between(0, 9), gen.between(0, 9), list(g -> text())),
        maybe(),
        list(g -> new Weights.HeaderFact(one(Weights.Topic.class), text(), text(), evidence())),
        notes(),
        count(),
        evidence(),
        list(g ->
            new Tensor(
                text(),
                one(Tensor.Role.class),
                list(x -> count()),
                new DType(text(), gen.pick(List.of(0.0, 4.5, 16.0, 1.5625))),
                text(),
                gen.between(-1, 9),
                gen.between(-1, 9),
                maybe())));
  }

  private List<Evidence> evidences() {
    return list(g -> evidence());
  }

  private Evidence evidence() {
    Span span =
        switch (gen.between(0, 4)) {
          case 0 -> new Span.Lines(gen.between(1, 9), gen.between(9, 99));
          case 3 -> new Span.Pages(gen.between(1, 9), gen.between(9, 99));
          case 1 -> new Span.Bytes(gen.between(0, 9), gen.between(9, 99));
          case 2 -> new Span.Whole();
          default -> new Span.Listing();
        };
    Digest digest = new Digest(one(Digest.Scope.class), "0a".repeat(32));
    return new Evidence(text(), text(), span, text(), gen.oneIn(2) ? null : digest);
  }

  private <T> List<T> list(Function<Gen, T> make) {
    return gen.listOf(2, make);
  }

  private <E extends Enum<E>> E one(Class<E> type) {
    return gen.pick(List.of(type.getEnumConstants()));
  }

  private <E extends Enum<E>> Set<E> some(Class<E> type) {
    var set = EnumSet.noneOf(type);
    for (E value : type.getEnumConstants()) {
      if (gen.oneIn(4)) {
        set.add(value);
      }
    }
    return set;
  }

  private long count() {
    return gen.pick(List.of(0L, 1L, 999_999L, Long.MAX_VALUE));
  }

  private @Nullable String maybe() {
    return gen.oneIn(2) ? null : text();
  }

  /// Text as releases have it, and worse: half a character, escapes, right to left, nothing at all.
  String text() {
    return gen.pick(
        List.of(
            "",
            gen.word(gen.between(1, 12)),
            "two words",
            "\"quoted\" \\ back",
            "line\nline\r\n\ttab",
            "模型 데이터 модель",
            "\ud83d\ude00 \ud83d",
            "\u202e\u200b\u0085\u2028\ufeff",
            Samples.HOSTILE));
  }
}
