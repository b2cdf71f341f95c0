package dev.assay.sources.store;

import dev.assay.sources.Reached;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.StoredModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Ollama's store: every manifest is a model.
public final class OllamaStore implements Store {

  @Override
  public String id() {
    return "ollama";
  }

  @Override
  public Path place(SourceOptions options) {
    return Ollama.store(options);
  }

  @Override
  public List<StoredModel> list(Path place, SourceOptions options) throws IOException {
    SourceOptions there = options.with("OLLAMA_MODELS", place.toString());
    boolean usual = place.equals(Ollama.store(options));
    var models = new ArrayList<StoredModel>();
    for (String reference : Ollama.all(there)) {
      var known = new Ollama().recognise(reference, there);
      String name = reference.substring(Ollama.SCHEME.length());
      models.add(
          new StoredModel(
              id(),
              name,
              "",
              List.of(),
              usual ? reference : "",
              (source, session) ->
                  known
                      .map(k -> k.opener().open(source, session.at(there)))
                      .orElseGet(
                          () -> new Reached.Not(name + " is no name of a model", "", false))));
    }
    return models;
  }
}
