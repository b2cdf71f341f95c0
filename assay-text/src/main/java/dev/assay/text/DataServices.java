package dev.assay.text;

import java.util.List;

/// Services that give data to programs through a client of theirs, from `data-services.txt`: no
/// address stands in such a program, and the service is where the data is. Linear in the text's
/// length, once for each service.
final class DataServices {
  private record Service(String call, Passage.Source source) {}

  private static final List<Service> ALL =
      ResourceRows.of("data-services.txt", 3).stream()
          .map(row -> new Service(row.get(0), new Passage.Source(row.get(1), row.get(2))))
          .toList();

  private DataServices() {}

  /// The services that a program asks.
  static List<Passage.Source> in(String text) {
    return ALL.stream().filter(s -> text.contains(s.call())).map(Service::source).toList();
  }
}
