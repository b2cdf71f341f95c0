package dev.assay.text;

import dev.assay.io.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads `meta.json` of model packages (spaCy and those like it): their `sources` name the data
/// that they were trained on, with address and licence.
final class MetadataReader {
  private static final JsonFactory JSON = JsonFactory.builder().build();
  private static final int MOST = 500;

  private MetadataReader() {}

  static boolean wants(Place place) {
    return place.name().equals("meta.json");
  }

  static Optional<Document> read(TextFile file) {
    List<Passage.Source> sources = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), file.text())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("sources") && value == JsonToken.START_ARRAY) {
          array(parser, sources);
        } else {
          parser.skipChildren();
        }
      }
    } catch (JacksonException e) {
      // What was read before the damage stands; the reader of weights and configuration reports the
      // file.
    }
    return sources.isEmpty()
        ? Optional.empty()
        : Optional.of(Document.plain(file, Document.Kind.METADATA, sources, sources.size()));
  }

  private static void array(JsonParser parser, List<Passage.Source> sources) {
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY
        && token != null
        && sources.size() < MOST) {
      if (token == JsonToken.VALUE_STRING) {
        sources.add(new Passage.Source(parser.getString(), ""));
      } else if (token == JsonToken.START_OBJECT) {
        String name = "";
        String url = "";
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String key = parser.currentName();
          JsonToken value = parser.nextToken();
          if (value == JsonToken.VALUE_STRING && key.equals("name")) {
            name = parser.getString();
          } else if (value == JsonToken.VALUE_STRING && key.equals("url")) {
            url = parser.getString();
          } else {
            parser.skipChildren();
          }
        }
        if (!name.isEmpty() || !url.isEmpty()) {
          sources.add(new Passage.Source(name, url));
        }
      } else {
        parser.skipChildren();
      }
    }
  }
}
