package dev.assay.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Services that give data to programs through a client of theirs, from `data-services.txt`: no
/// address stands in such a program, and the service is where the data is. Linear in the text's
/// length, once for each service.
final class DataServices {
  private record Service(String call, Passage.Source source) {}

  private static final List<Service> ALL = load();

  private DataServices() {}

  /// The services that a program asks.
  static List<Passage.Source> in(String text) {
    return ALL.stream().filter(s -> text.contains(s.call())).map(Service::source).toList();
  }

  private static List<Service> load() {
    List<Service> services = new ArrayList<>();
    try (InputStream in = DataServices.class.getResourceAsStream("data-services.txt")) {
      if (in == null) {
        throw new IllegalStateException("data-services.txt is missing");
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split("\t");
        if (!line.startsWith("#") && parts.length == 3) {
          services.add(new Service(parts[0], new Passage.Source(parts[1], parts[2])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(services);
  }
}
