package dev.assay.sources.hub;

import dev.assay.io.SourceFact;
import dev.assay.io.SourceFact.LookedUp;
import dev.assay.io.SourceFact.LookedUp.Answer;
import dev.assay.io.TextFile;
import dev.assay.model.Digest;
import dev.assay.model.Evidence;
import dev.assay.model.Span;
import dev.assay.sources.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The data sets and base models that a card names, as the hub knows them: whether each is there,
/// gated, under which licence tag, and how large. One level deep: what those name in turn is not
/// looked up. The names are the hub's own reading of the card, its tags.
final class NamedRepositories {
  private static final int MOST = 24;

  /// What is named beyond this is not even listed.
  private static final int MOST_NAMED = 200;

  private static final String DATA = "dataset:";
  private static final String BASE = "base_model:";

  private final String source;
  private final HubClient client;

  NamedRepositories(String source, HubClient client) {
    this.source = source;
    this.client = client;
  }

  /// What the hub says of what is named, in the order of the names.
  List<SourceFact> lookUp(HubClient.Info info) {
    var named = new LinkedHashMap<HubName, SourceFact.Kind>();
    for (Json tag : info.raw().get("tags").items()) {
      String text = tag.text("");
      if (text.startsWith(DATA)) {
        put(named, "hf-dataset:" + text.substring(DATA.length()), SourceFact.Kind.NAMED_DATA);
      } else if (text.startsWith(BASE)) {
        // base_model:org/name, and base_model:finetune:org/name for the same.
        String id = text.substring(text.lastIndexOf(':') + 1);
        put(named, "hf:" + id, SourceFact.Kind.NAMED_BASE);
      }
    }
    var facts = new ArrayList<SourceFact>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<SourceFact>>();
      var left = new ArrayList<SourceFact>();
      for (Map.Entry<HubName, SourceFact.Kind> each : named.entrySet()) {
        if (answers.size() < MOST) {
          answers.add(threads.submit(() -> ask(each.getKey(), each.getValue())));
        } else {
          String why = "more than " + MOST + " repositories are named";
          left.add(not(each.getKey(), each.getValue(), why, Answer.UNKNOWN));
        }
      }
      for (Future<SourceFact> answer : answers) {
        facts.add(answer.get());
      }
      facts.addAll(left);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return facts;
  }

  private static void put(
      Map<HubName, SourceFact.Kind> named, String reference, SourceFact.Kind kind) {
    if (named.size() < MOST_NAMED) {
      HubName.parse(reference, java.util.Set.of()).ifPresent(name -> named.putIfAbsent(name, kind));
    }
  }

  private SourceFact ask(HubName name, SourceFact.Kind kind) {
    return switch (client.info(name)) {
      case HubClient.Said.No<HubClient.Info>(String message, String _, boolean _, boolean gone) ->
          not(name, kind, message, gone ? Answer.NOT_THERE : Answer.UNKNOWN);
      case HubClient.Said.Yes<HubClient.Info>(HubClient.Info found) ->
          new SourceFact(
              kind,
              name.id() + ": " + words(name, found),
              new Evidence(
                  source,
                  name.api(),
                  new Span.Whole(),
                  "\"id\":\"" + found.name().id() + "\"",
                  new Digest(Digest.Scope.FILE, TextFile.sha256(found.text()))),
              looked(name, found));
    };
  }

  private SourceFact not(HubName name, SourceFact.Kind kind, String message, Answer answer) {
    return new SourceFact(
        kind,
        name.id() + ": " + NOT + ": " + message,
        new Evidence(source, name.api(), new Span.Listing(), "", null),
        new LookedUp(name.id(), answer, "", "", -1));
  }

  /// How what is said of one that was not found begins.
  private static final String NOT = "could not be looked up";

  private static LookedUp looked(HubName asked, HubClient.Info found) {
    Json raw = found.raw();
    String gate = raw.get("gated").text("");
    return new LookedUp(
        asked.id(), Answer.THERE, gate, licence(raw), raw.get("usedStorage").whole(-1));
  }

  private static String licence(Json raw) {
    return raw.get("tags").items().stream()
        .map(tag -> tag.text(""))
        .filter(tag -> tag.startsWith("license:"))
        .map(tag -> tag.substring("license:".length()))
        .findFirst()
        .orElse("");
  }

  private static String words(HubName asked, HubClient.Info found) {
    Json raw = found.raw();
    var words = new ArrayList<String>();
    words.add("there, at " + found.commit().substring(0, 12));
    if (!found.name().id().equals(asked.id())) {
      words.add("now called " + found.name().id());
    }
    String gate = raw.get("gated").text();
    words.add(gate == null ? "not gated" : "gated (" + gate + ")");
    String licence = licence(raw);
    words.add(licence.isEmpty() ? "no licence tag" : "licence tag " + licence);
    long bytes = raw.get("usedStorage").whole(-1);
    if (bytes >= 0) {
      words.add(String.format(Locale.ROOT, "%,d bytes", bytes));
    }
    return String.join(", ", words);
  }
}
