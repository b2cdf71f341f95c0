package dev.assay.code.outline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What was found out about a name, kept for the next file: the names of a release repeat from file
/// to file. It keeps what the first files ask, a bounded number of names of bounded length, so that
/// no release can fill the memory with them. Safe to use from several threads.
///
/// @param <V> what is found out
public final class NameMemory<V> {
  private static final int MOST = 1 << 14;
  private static final int LONGEST = 100;

  private final Map<String, V> known = new ConcurrentHashMap<>();
  private final Function<String, V> finder;

  /// A memory that is empty.
  ///
  /// @param finder says it of a name; the same each time that it is asked
  public NameMemory(Function<String, V> finder) {
    this.finder = finder;
  }

  /// What `finder` says of a name.
  public V of(String name) {
    V found = known.get(name);
    if (found == null) {
      found = finder.apply(name);
      if (known.size() < MOST && name.length() <= LONGEST) {
        known.put(name, found);
      }
    }
    return found;
  }
}
