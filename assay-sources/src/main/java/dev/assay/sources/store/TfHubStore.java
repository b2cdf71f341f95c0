package dev.assay.sources.store;

import dev.assay.io.SourceFact;
import dev.assay.model.Evidence;
import dev.assay.model.Span;
import dev.assay.sources.SourceOptions;
import dev.assay.sources.StoredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// TensorFlow Hub: a folder named by the SHA-1 of a module's address, and beside it
/// `<sha1>.descriptor.txt` with the address, `<sha1>.lock` and `<sha1>.<id>.tmp` while it is being
/// fetched. Rule: `tensorflow_hub`'s own resolver.
public final class TfHubStore implements Store {

  @Override
  public String id() {
    return "tfhub";
  }

  @Override
  public Path place(SourceOptions options) {
    Path temporary = Places.named(options, "TMPDIR", Path.of(System.getProperty("java.io.tmpdir")));
    return Places.named(options, "TFHUB_CACHE_DIR", temporary.resolve("tfhub_modules"));
  }

  @Override
  public List<StoredModel> list(Path place, SourceOptions options) throws IOException {
    var models = new ArrayList<StoredModel>();
    for (Path folder : Places.folders(place, 1)) {
      String hash = Places.name(folder);
      boolean temporary =
          hash.endsWith(".tmp") && hash.length() > 40 && isHash(hash.substring(0, 40));
      if (!isHash(hash) && !temporary) {
        continue;
      }
      String descriptor = hash.substring(0, 40) + ".descriptor.txt";
      String module = Places.value(Places.text(place.resolve(descriptor)), "Module");
      boolean locked = temporary || Files.exists(place.resolve(hash + ".lock"));
      models.add(
          new StoredModel(
              id(),
              module.isEmpty() ? hash : module,
              "",
              List.of(),
              folder.toString(),
              (source, session) -> {
                var tree = new StoreFolder("cache of TF Hub", folder);
                if (locked) {
                  tree.lacking("the download of this module is not finished");
                }
                if (!module.isEmpty()) {
                  tree.saying(s -> List.of(address(s, descriptor, module)));
                }
                return tree.open(source, session);
              }));
    }
    models.sort(java.util.Comparator.comparing(StoredModel::name));
    return models;
  }

  private static SourceFact address(String source, String descriptor, String module) {
    return new SourceFact(
        SourceFact.Kind.FETCHED_FROM,
        module,
        new Evidence(source, "../" + descriptor, new Span.Lines(1, 1), "Module: " + module, null));
  }

  private static boolean isHash(String name) {
    return name.length() == 40
        && name.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }
}
