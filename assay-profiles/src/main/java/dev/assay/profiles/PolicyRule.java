package dev.assay.profiles;

import dev.assay.model.Assessment;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.Finding;
import dev.assay.model.Issue;
import dev.assay.model.ProfileVerdict;
import dev.assay.model.ProofLevel;
import dev.assay.model.Right;
import dev.assay.model.SourceInfo;
import dev.assay.model.Standing;
import dev.assay.model.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One rule of a policy.
sealed interface PolicyRule {
  /// Where it stands, `file:line:column`.
  String where();

  /// What it asks, for a reader.
  String asks();

  Answer ask(Facts facts, Instant now);

  /// A component must be there, under one of these licences, proved so well.
  record Needs(
      String where,
      Component component,
      Presence presence,
      @Nullable String set,
      List<String> licences,
      @Nullable ProofLevel proof)
      implements PolicyRule {

    @Override
    public String asks() {
      String licence =
          !licences.isEmpty()
              ? " under " + String.join(" or ", licences)
              : set == null
                  ? ""
                  : set.equals("free") ? " under a free licence" : " under a licence of " + set;
      String proved = proof == null ? "" : ", at least " + proof.title();
      return component.title() + " " + presence.id() + licence + proved;
    }

    @Override
    public Answer ask(Facts facts, Instant now) {
      var answers = new ArrayList<Answer>();
      answers.add(facts.presence(component, presence));
      if (!licences.isEmpty()) {
        answers.add(
            facts.licence(
                component,
                "one of " + String.join(", ", licences),
                e ->
                    SpdxExpression.parse(e)
                        .satisfies(id -> licences.stream().anyMatch(id::equalsIgnoreCase))));
      } else if (set != null) {
        answers.add(set.equals("free") ? facts.free(component) : facts.licence(component, set));
      }
      if (proof != null) {
        Finding f = facts.assessment().finding(component);
        ProofLevel level = f.level();
        boolean enough = level != null && level.compareTo(proof) >= 0;
        String is =
            component.title()
                + ": "
                + (level == null ? "nothing is proved" : "proved as " + level.title());
        answers.add(enough ? Answer.met(is, component) : Answer.not(is, component));
      }
      return Answer.all(answers);
    }
  }

  /// A right must be given.
  record Grants(String where, Right.Act act, boolean conditionsCount) implements PolicyRule {
    @Override
    public String asks() {
      return "the right to " + act.title() + (conditionsCount ? "" : ", without conditions");
    }

    @Override
    public Answer ask(Facts facts, Instant now) {
      Answer answer = facts.right(act, conditionsCount);
      boolean conditional =
          facts.assessment().rights().stream()
              .anyMatch(r -> r.act() == act && r.answer() == Right.Answer.YES_IF);
      return conditional && !conditionsCount
          ? Answer.not(answer.reason(), Component.WEIGHTS)
          : answer;
    }
  }

  /// The release must stand within these steps.
  record Stands(String where, Step lowest, Step highest) implements PolicyRule {
    @Override
    public String asks() {
      return highest == Step.REPRODUCED
          ? "at least " + lowest.title()
          : lowest == Step.CLOSED
              ? "at most " + highest.title()
              : "from " + lowest.title() + " to " + highest.title();
    }

    @Override
    public Answer ask(Facts facts, Instant now) {
      Standing s = facts.assessment().standing();
      boolean above = s.highest().compareTo(lowest) < 0;
      boolean below = s.lowest().compareTo(highest) > 0;
      String is =
          s.decided()
              ? "it stands at " + s.lowest().title()
              : "it stands between " + s.lowest().title() + " and " + s.highest().title();
      if (above || below) {
        return Answer.not(is + ": " + s.why(), Component.WEIGHTS);
      }
      boolean within = s.lowest().compareTo(lowest) >= 0 && s.highest().compareTo(highest) <= 0;
      return within ? Answer.met(is) : Answer.undecided(is);
    }
  }

  /// A published definition must be met, or give one of these verdicts.
  record Defined(String where, String profile, List<String> verdicts) implements PolicyRule {
    @Override
    public String asks() {
      return verdicts.isEmpty()
          ? "open by " + profile
          : profile + " says " + String.join(" or ", verdicts);
    }

    @Override
    public Answer ask(Facts facts, Instant now) {
      return facts
          .assessment()
          .profile(profile)
          .map(this::judge)
          .orElse(Answer.undecided("no definition called " + profile + " was computed"));
    }

    private Answer judge(ProfileVerdict v) {
      String is = v.title() + ": " + v.verdict();
      if (!verdicts.isEmpty()) {
        boolean one =
            verdicts.stream()
                .anyMatch(w -> v.verdict().equals(w) || v.verdict().startsWith(w + ";"));
        return one ? Answer.met(is) : Answer.not(is, Component.WEIGHTS);
      }
      return switch (v.outcome()) {
        case MET -> Answer.met(is);
        case NOT_MET -> Answer.not(is, Component.WEIGHTS);
        case UNDECIDED -> Answer.undecided(is);
      };
    }
  }

  /// No claim may be contradicted by the files.
  record NoContradictions(String where) implements PolicyRule {
    @Override
    public String asks() {
      return "no claim that the files contradict";
    }

    @Override
    public Answer ask(Facts facts, Instant now) {
      String wrong =
          facts.assessment().claims().stream()
              .filter(c -> c.verdict() == Claim.Verdict.CONTRADICTED)
              .map(c -> c.statement() + ": " + c.reason())
              .collect(Collectors.joining("; "));
      return wrong.isEmpty()
          ? Answer.met("no claim is contradicted")
          : Answer.not(wrong, Component.MODEL_CARD);
    }
  }

  /// Access must ask for nothing.
  record NoGate(String where) implements PolicyRule {
    @Override
    public String asks() {
      return "access without asking";
    }

    @Override
    public Answer ask(Facts facts, Instant now) {
      return NotLookedAt.gate(facts);
    }
  }

  /// Nothing worse than this may have gone wrong while reading.
  record Clean(String where, Issue.Severity worst) implements PolicyRule {
    @Override
    public String asks() {
      return worst == Issue.Severity.NOTE
          ? "no warnings and no errors while reading"
          : "no errors while reading";
    }

    @Override
    public Answer ask(Facts facts, Instant now) {
      String bad =
          facts.assessment().issues().stream()
              .filter(i -> i.severity().compareTo(worst) > 0)
              .map(i -> (i.path().isEmpty() ? i.source() : i.path()) + ": " + i.message())
              .collect(Collectors.joining("; "));
      return bad.isEmpty() ? Answer.met("all was read") : Answer.not(bad, Component.WEIGHTS);
    }
  }

  /// Remote sources must have been read not longer ago than this.
  record Fresh(String where, int days) implements PolicyRule {
    @Override
    public String asks() {
      return "sources read within " + days + " days";
    }

    @Override
    public Answer ask(Facts facts, Instant now) {
      return Answer.all(sources(facts.assessment(), now));
    }

    private List<Answer> sources(Assessment a, Instant now) {
      var answers = new ArrayList<Answer>();
      for (SourceInfo s : a.sources()) {
        String read = s.readAt();
        if (read != null) {
          answers.add(age(s, read, now));
        }
      }
      return answers;
    }

    private Answer age(SourceInfo s, String read, Instant now) {
      try {
        long age = Duration.between(Instant.parse(read), now).toDays();
        String is = s.reference() + " was read " + age + " days ago";
        return age <= days ? Answer.met(is) : Answer.not(is, Component.WEIGHTS);
      } catch (DateTimeParseException e) {
        return Answer.undecided(s.reference() + " was read at a time that is no date: " + read);
      }
    }
  }
}
