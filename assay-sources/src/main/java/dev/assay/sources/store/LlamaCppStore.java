package dev.assay.sources.store;

import dev.assay.io.ByteSource;
import dev.assay.io.FileEntry;
import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import dev.assay.io.SourceFact;
import dev.assay.model.Evidence;
import dev.assay.model.Span;
import dev.assay.sources.Json;
import dev.assay.sources.MappedTree;
import dev.assay.sources.Reached;
import dev.assay.sources.Session;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.StoredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// llama.cpp: a flat folder of `<file>.gguf`, with `<file>.gguf.json` (address and ETag) or
/// `<file>.gguf.etag` beside it and `manifest=<org>=<repo>=<tag>.json` for what came from the hub;
/// newer versions use the hub's own layout, in the same folder where `LLAMA_CACHE` names it. Files
/// of one model in several pieces are one model.
public final class LlamaCppStore implements Store {
  private static final Pattern SPLIT = Pattern.compile("(.*)-[0-9]{5}-of-[0-9]{5}\\.gguf");
  private static final long MOST_JSON = 1 << 20;

  @Override
  public String id() {
    return "llama.cpp";
  }

  @Override
  public Path place(SourceOptions options) {
    return Places.named(options, "LLAMA_CACHE", Places.caches(options).resolve("llama.cpp"));
  }

  @Override
  public List<StoredModel> list(Path place, SourceOptions options) throws IOException {
    var pieces = new TreeMap<String, List<Path>>();
    for (Path file : Places.in(place)) {
      String name = Places.name(file);
      if (Places.isFile(file) && name.endsWith(".gguf")) {
        Matcher split = SPLIT.matcher(name);
        String model = split.matches() ? split.group(1) : name.substring(0, name.length() - 5);
        pieces.computeIfAbsent(model, _ -> new ArrayList<>()).add(file);
      }
    }
    var models = new ArrayList<StoredModel>();
    for (Map.Entry<String, List<Path>> model : pieces.entrySet()) {
      models.add(
          new StoredModel(
              id(),
              FileNames.escape(model.getKey()),
              "",
              List.of(),
              model.getValue().getFirst().toString(),
              (id, session) -> open(id, place, model.getValue(), session)));
    }
    models.addAll(new HubStore().in(id(), place));
    return models;
  }

  private static Reached open(String id, Path place, List<Path> files, Session session) {
    var builder = new MappedTree.Builder(id);
    String shown = FileNames.escape(files.getFirst().toString());
    try {
      for (Path file : files) {
        String path = FileNames.escape(Places.name(file));
        var entry = FileEntry.file(path, Files.size(file));
        builder.add(entry, () -> ByteSource.of(file, session.meter()));
        address(id, file, path, builder);
      }
    } catch (IOException e) {
      return new Reached.Not(shown + " cannot be read", "", false);
    }
    builder.partial(StoreFolder.FETCHED);
    return new Reached.Tree(
        builder.build("cache of llama.cpp", FileNames.escape(place.toString()), null, null));
  }

  /// Where the program fetched a file from, by the note that it keeps beside it.
  private static void address(String id, Path file, String path, MappedTree.Builder builder) {
    Json note = json(file.resolveSibling(Places.name(file) + ".json"));
    String url = note == null ? "" : FileNames.escape(note.get("url").text(""));
    if (!url.isEmpty()) {
      builder.fact(
          new SourceFact(
              SourceFact.Kind.FETCHED_FROM,
              url,
              new Evidence(
                  id, path + ".json", new Span.Whole(), "\"url\": \"" + url + "\"", null)));
    }
  }

  private static @Nullable Json json(Path file) {
    try {
      return Places.isFile(file) && Files.size(file) <= MOST_JSON
          ? Json.parse(Files.readAllBytes(file))
          : null;
    } catch (IOException | Malformed e) {
      return null;
    }
  }
}
