package dev.assay.reports;

import dev.assay.model.Assessment;
import dev.assay.model.Claim;
import dev.assay.model.Component;
import dev.assay.model.DType;
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
import java.io.Reader;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// Reads what {@link JsonReport} wrote, so that a saved assessment prints the same next year.
public final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonReader() {}

  /// What came of reading.
  public sealed interface Result {}

  /// The assessment, as it was written; tensors are listed if they were.
  public record Restored(Assessment assessment) implements Result {}

  /// The document is not an assessment that this version can read.
  ///
  /// @param reason one line: what, and where in the document
  public record Refused(String reason) implements Result {}

  /// Reads one document.
  ///
  /// @throws java.io.UncheckedIOException when `in` cannot be read
  public static Result read(Reader in) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
      var tree = new JsonTree("", JsonTree.parse(parser, parser.nextToken()));
      if (parser.nextToken() != null) {
        return new Refused("something follows the document");
      }
      String schema = tree.get("schema").string();
      if (!schema.equals(Assessment.SCHEMA)) {
        return new Refused(
            "schema "
                + SafeText.cut(SafeText.line(schema), 40)
                + " is not known; this version reads "
                + Assessment.SCHEMA);
      }
      return new Restored(assessment(tree));
    } catch (JacksonIOException e) {
      throw new java.io.UncheckedIOException(e.getCause());
    } catch (JacksonException e) {
      var at = e.getLocation();
      String where =
          at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      return new Refused("not JSON" + where + ": " + SafeText.line(e.getOriginalMessage()));
    } catch (JsonTree.Unexpected e) {
      return new Refused(SafeText.line(String.valueOf(e.getMessage())));
    } catch (IllegalArgumentException e) {
      // The records refuse what cannot be: a state without evidence, lines that end before
      // they begin.
      return new Refused(SafeText.line(String.valueOf(e.getMessage())));
    }
  }

  private static Assessment assessment(JsonTree t) {
    var effort = t.get("effort");
    return new Assessment(
        t.get("name").string(),
        t.get("kind").word(Assessment.Kind.class),
        t.get("sources").list(JsonReader::source),
        standing(t.get("standing")),
        t.get("findings").list(JsonReader::finding),
        t.get("rights").list(JsonReader::right),
        t.get("claims").list(JsonReader::claim),
        t.get("withheld")
            .list(w ->
                new Withheld(
                    component(w.get("component")),
                    w.get("what").string(),
                    w.get("todo").string(),
                    step(w.get("raisesTo")))),
        t.get("profiles").list(JsonReader::profile),
        t.get("weights").list(JsonReader::weights),
        t.get("licences").list(JsonReader::licence),
        t.get("data").list(JsonReader::data),
        t.get("issues")
            .list(i ->
                new Issue(
                    i.get("severity").word(Issue.Severity.class),
                    i.get("source").string(),
                    i.get("path").string(),
                    i.get("message").string(),
                    i.get("next").string())),
        t.get("statements").optionalList(JsonReader::statement),
        t.get("asStated").missing() ? null : standing(t.get("asStated")),
        new Assessment.Effort(
            effort.get("files").number(),
            effort.get("filesRead").number(),
            effort.get("bytesListed").number(),
            effort.get("bytesRead").number(),
            effort.get("requests").number()));
  }

  private static Statement statement(JsonTree t) {
    var component = t.get("component");
    return new Statement(
        t.get("kind").word(Statement.Kind.class),
        component.missing() ? null : component(component),
        t.get("says").string(),
        t.get("by").string(),
        t.get("reason").string(),
        t.get("date").string(),
        t.get("verdict").word(Claim.Verdict.class),
        t.get("shows").string(),
        evidence(t.get("made")),
        t.get("against").list(JsonReader::evidence));
  }

  private static SourceInfo source(JsonTree t) {
    return new SourceInfo(
        t.get("id").string(),
        t.get("kind").string(),
        t.get("reference").string(),
        t.get("revision").stringOrNull(),
        t.get("readAt").stringOrNull(),
        t.get("files").number(),
        t.get("bytes").number(),
        t.get("partial").list(JsonTree::string));
  }

  private static Step step(JsonTree t) {
    return t.get("name").word(Step.class);
  }

  private static Component component(JsonTree t) {
    return Component.byId(t.string())
        .orElseThrow(
            () -> new JsonTree.Unexpected(t.at(), "is not a component that this version knows"));
  }

  private static Standing standing(JsonTree t) {
    return new Standing(
        step(t.get("lowest")),
        step(t.get("highest")),
        t.get("why").string(),
        t.get("blockers")
            .list(
                b -> new Standing.Blocker(component(b.get("component")), b.get("reason").string())),
        t.get("open").list(JsonTree::string));
  }

  private static Finding finding(JsonTree t) {
    var proof = t.get("proof");
    return new Finding(
        component(t.get("component")),
        t.get("state").word(State.class),
        t.get("qualifiers").words(Qualifier.class),
        proof.missing() ? null : proof.get("name").word(ProofLevel.class),
        t.get("summary").string(),
        licenceOf(t.get("licence")),
        t.get("evidence").list(JsonReader::evidence),
        t.get("searched").list(JsonTree::string),
        t.get("notes").list(JsonReader::note));
  }

  private static LicenceOf licenceOf(JsonTree t) {
    return new LicenceOf(
        t.get("status").word(LicenceOf.Status.class),
        t.get("expression").string(),
        t.get("freedom").word(Freedom.class),
        t.get("from").string(),
        t.get("evidence").list(JsonReader::evidence));
  }

  private static Note note(JsonTree t) {
    return new Note(
        t.get("kind").word(Note.Kind.class),
        t.get("text").string(),
        t.get("evidence").list(JsonReader::evidence));
  }

  private static Evidence evidence(JsonTree t) {
    var digest = t.get("digest");
    return new Evidence(
        t.get("source").string(),
        t.get("path").string(),
        span(t.get("span")),
        t.get("quote").string(),
        digest.missing()
            ? null
            : new Digest(
                digest.get("scope").word(Digest.Scope.class), digest.get("sha256").string()));
  }

  private static Span span(JsonTree t) {
    return switch (t.get("of").string()) {
      case "lines" -> new Span.Lines(t.get("first").smallNumber(), t.get("last").smallNumber());
      case "pages" -> new Span.Pages(t.get("first").smallNumber(), t.get("last").smallNumber());
      case "bytes" -> new Span.Bytes(t.get("from").number(), t.get("to").number());
      case "whole" -> new Span.Whole();
      case "listing" -> new Span.Listing();
      default ->
          throw new JsonTree.Unexpected(t.at(), "is of a kind that this version does not know");
    };
  }

  private static Right right(JsonTree t) {
    return new Right(
        t.get("act").word(Right.Act.class),
        t.get("answer").word(Right.Answer.class),
        t.get("conditions").list(JsonTree::string),
        t.get("reason").string(),
        t.get("clauses")
            .list(c ->
                new Right.Clause(
                    c.get("licence").string(),
                    c.get("clause").string(),
                    c.get("says").string(),
                    c.get("evidence").list(JsonReader::evidence))));
  }

  private static Claim claim(JsonTree t) {
    return new Claim(
        t.get("kind").word(Claim.Kind.class),
        t.get("statement").string(),
        evidence(t.get("made")),
        t.get("verdict").word(Claim.Verdict.class),
        t.get("reason").string(),
        t.get("against").list(JsonReader::evidence));
  }

  private static ProfileVerdict profile(JsonTree t) {
    return new ProfileVerdict(
        t.get("profile").string(),
        t.get("title").string(),
        t.get("origin").string(),
        t.get("verdict").string(),
        t.get("outcome").word(ProfileVerdict.Outcome.class),
        t.get("criteria")
            .list(c ->
                new ProfileVerdict.Criterion(
                    c.get("id").string(),
                    c.get("text").string(),
                    c.get("outcome").word(ProfileVerdict.Outcome.class),
                    c.get("reason").string(),
                    c.get("components").list(JsonReader::component))));
  }

  private static Weights weights(JsonTree t) {
    var shards = t.get("shards");
    var parameters = t.get("parameters");
    return new Weights(
        t.get("path").string(),
        t.get("files").list(JsonTree::string),
        t.get("format").string(),
        t.get("status").word(Weights.Status.class),
        t.get("reason").string(),
        t.get("kind").word(Weights.Kind.class),
        t.get("tensors").number(),
        parameters.missing() ? null : (Long) parameters.number(),
        counts(t.get("elementsByType")),
        shards.missing()
            ? null
            : new Weights.Shards(
                shards.get("here").smallNumber(),
                shards.get("expected").smallNumber(),
                shards.get("missing").list(JsonTree::string)),
        t.get("quantisation").stringOrNull(),
        t.get("metadata")
            .list(m ->
                new Weights.HeaderFact(
                    m.get("topic").word(Weights.Topic.class),
                    m.get("key").string(),
                    m.get("value").string(),
                    evidence(m.get("evidence")))),
        t.get("dangers").list(JsonReader::note),
        t.get("headerBytes").number(),
        evidence(t.get("evidence")),
        t.get("listing").optionalList(JsonReader::tensor));
  }

  private static Map<String, Long> counts(JsonTree t) {
    var counts = new TreeMap<String, Long>();
    t.list(e -> counts.put(e.get("type").string(), e.get("elements").number()));
    return counts;
  }

  private static Tensor tensor(JsonTree t) {
    return new Tensor(
        t.get("name").string(),
        t.get("role").word(Tensor.Role.class),
        t.get("shape").list(JsonTree::number),
        new DType(t.get("type").string(), t.get("bits").fraction()),
        t.get("file").string(),
        t.get("offset").number(),
        t.get("bytes").number(),
        t.get("storage").stringOrNull());
  }

  private static LicenceStatement licence(JsonTree t) {
    return new LicenceStatement(
        t.get("expression").string(),
        t.get("basis").word(LicenceStatement.Basis.class),
        t.get("match").word(LicenceStatement.Match.class),
        t.get("covers").words(Subject.class),
        t.get("scope").string(),
        t.get("freedom").word(Freedom.class),
        t.get("differs").list(JsonTree::string),
        evidence(t.get("evidence")));
  }

  private static DataSet data(JsonTree t) {
    return new DataSet(
        t.get("name").string(),
        t.get("stage").word(DataSet.Stage.class),
        t.get("form").word(DataSet.Form.class),
        t.get("link").stringOrNull(),
        t.get("licence").stringOrNull(),
        t.get("size").stringOrNull(),
        t.get("qualifiers").words(Qualifier.class),
        t.get("evidence").list(JsonReader::evidence));
  }
}
