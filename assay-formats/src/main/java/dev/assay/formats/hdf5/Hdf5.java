package dev.assay.formats.hdf5;

import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import dev.assay.model.DType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The contents of one HDF5 file: every dataset, attribute and link that could be reached, and what
/// was damaged on the way. Damage costs the object that it is in, not the file.
public final class Hdf5 {
  /// The deepest group that is entered.
  public static final int MOST_DEPTH = 100;

  private static final int MOST_OBJECTS = 1_000_000;
  private static final int MOST_ATTRIBUTES = 100_000;
  private static final int MOST_PROBLEMS = 100;

  private final Hdf5Bytes file;
  private final List<Dataset> datasets = new ArrayList<>();
  private final List<Attribute> attributes = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Set<Long> seen = new HashSet<>();
  private final Deque<Place> waiting = new ArrayDeque<>();
  private boolean cut;

  private Hdf5(Hdf5Bytes file) {
    this.file = file;
  }

  /// A dataset.
  ///
  /// @param path its path from the root, without a leading slash
  /// @param shape its dimensions
  /// @param type its element type
  /// @param offset the first byte of its data in the file, or -1 where it is in pieces or not here
  /// @param bytes the length of that data, or -1
  /// @param outside whether its data lies in another file that the header names
  public record Dataset(
      String path, List<Long> shape, DType type, long offset, long bytes, boolean outside) {}

  /// An attribute that holds text.
  ///
  /// @param owner the path of its object; empty for the root
  /// @param name its name
  /// @param values its text, one for each element, at most 10,000
  /// @param from the first byte of the message that holds it
  /// @param to the first byte after it
  public record Attribute(String owner, String name, List<String> values, long from, long to) {}

  /// A link that was not followed.
  ///
  /// @param path where it stands
  /// @param external whether it leaves the file
  /// @param target what it names: a path, or `file:path` for an external one
  /// @param from the first byte of the message that holds it
  /// @param to the first byte after it
  public record Link(String path, boolean external, String target, long from, long to) {}

  private record Place(String path, long address, int depth) {}

  /// Whether these bytes begin with an HDF5 superblock at one of the places that the head shows.
  public static boolean recognises(byte[] head) {
    for (int at = 0; at < head.length; at = at == 0 ? 512 : at * 2) {
      if (Hdf5Bytes.magicAt(head, at)) {
        return true;
      }
    }
    return false;
  }

  /// Walks the whole file.
  ///
  /// @throws Malformed when not even its superblock can be read
  public static Hdf5 read(ByteSource source) {
    var h = new Hdf5(Hdf5Bytes.open(source));
    h.waiting.add(new Place("", h.file.root(), 0));
    while (!h.waiting.isEmpty()) {
      Place place = h.waiting.removeFirst();
      if (!h.seen.add(place.address())) {
        continue;
      }
      if (h.seen.size() > MOST_OBJECTS) {
        h.cut = true;
        break;
      }
      try {
        h.object(place);
      } catch (Malformed | ArithmeticException e) {
        h.problem(place.path(), e);
      }
    }
    return h;
  }

  /// The datasets, in the order in which they were reached.
  public List<Dataset> datasets() {
    return List.copyOf(datasets);
  }

  /// The attributes that hold text.
  public List<Attribute> attributes() {
    return List.copyOf(attributes);
  }

  /// The first text of an attribute, or null.
  public @Nullable Attribute attribute(String owner, String name) {
    for (Attribute a : attributes) {
      if (a.owner().equals(owner) && a.name().equals(name) && !a.values().isEmpty()) {
        return a;
      }
    }
    return null;
  }

  /// The links that were not followed.
  public List<Link> links() {
    return List.copyOf(links);
  }

  /// What could not be read, each with its place.
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /// Whether there is more than the limits let through.
  public boolean cut() {
    return cut;
  }

  /// How many bytes the superblock says that the file has; -1 where it does not say.
  public long declaredSize() {
    return file.end();
  }

  private void problem(String path, RuntimeException e) {
    if (problems.size() < MOST_PROBLEMS) {
      String what = e instanceof Malformed m ? m.describe() : "a size is beyond any file";
      problems.add((path.isEmpty() ? "the root" : path) + ": " + what);
    }
  }

  private void object(Place place) {
    Hdf5Object object = Hdf5Object.read(file, place.address());
    boolean layout = false;
    for (Hdf5Object.Message m : object.messages()) {
      try {
        switch (m.type()) {
          case Hdf5Object.ATTRIBUTE -> {
            if (!m.shared()) {
              attribute(place, content(m));
            }
          }
          case Hdf5Object.LINK -> link(place, content(m));
          case Hdf5Object.LINK_INFO -> denseLinks(place, m);
          case Hdf5Object.ATTRIBUTE_INFO -> denseAttributes(place, m);
          case Hdf5Object.SYMBOL_TABLE -> symbols(place, m);
          case Hdf5Object.LAYOUT -> layout = true;
          default -> {}
        }
      } catch (Malformed | ArithmeticException e) {
        problem(place.path(), e);
      }
    }
    if (layout) {
      datasets.add(Hdf5Dataset.read(file, place.path(), object));
    }
  }

  private Cursor content(Hdf5Object.Message m) {
    return new Cursor(file.source(), m.from(), m.from() + m.length());
  }

  private void child(Place parent, String name, long address) {
    if (parent.depth() >= MOST_DEPTH) {
      cut = true;
    } else if (address != Hdf5Bytes.UNDEFINED && waiting.size() < MOST_OBJECTS) {
      waiting.add(new Place(join(parent, name), address, parent.depth() + 1));
    }
  }

  private static String join(Place parent, String name) {
    return parent.path().isEmpty() ? name : parent.path() + "/" + name;
  }

  private void attribute(Place place, Cursor in) {
    if (attributes.size() >= MOST_ATTRIBUTES) {
      cut = true;
      return;
    }
    Attribute read = Hdf5Attribute.read(file, place.path(), in, in.position());
    if (read != null) {
      attributes.add(read);
    }
  }

  private void link(Place place, Cursor in) {
    long from = in.position();
    in.skip(1);
    int flags = in.u8();
    int type = (flags & 8) != 0 ? in.u8() : 0;
    in.skip((flags & 4) != 0 ? 8 : 0);
    in.skip((flags & 0x10) != 0 ? 1 : 0);
    long length = Hdf5Bytes.number(in, 1 << (flags & 3));
    in.requireLeft(length);
    String name = text(in.bytes((int) length));
    switch (type) {
      case 0 -> child(place, name, file.address(in));
      case 1 -> {
        String target = text(in.bytes(in.u16()));
        links.add(new Link(join(place, name), false, target, from, in.position()));
      }
      case 64 -> {
        byte[] value = in.bytes(in.u16());
        String target = text(value, 1, value.length).replace('\0', ':');
        links.add(new Link(join(place, name), true, target, from, in.position()));
      }
      default -> links.add(new Link(join(place, name), true, "type " + type, from, in.position()));
    }
  }

  // Groups with more than a few members keep them in a heap of their own in the newer layout.
  private void denseLinks(Place place, Hdf5Object.Message m) {
    Cursor in = content(m);
    in.skip(1);
    in.skip((in.u8() & 1) != 0 ? 8 : 0);
    long heap = file.address(in);
    // A record of the tree of names is a hash and the place.
    if (heap != Hdf5Bytes.UNDEFINED
        && !Hdf5Heap.read(file, heap, file.address(in), 4, message -> link(place, message))) {
      cut = true;
    }
  }

  private void denseAttributes(Place place, Hdf5Object.Message m) {
    Cursor in = content(m);
    in.skip(1);
    in.skip((in.u8() & 1) != 0 ? 2 : 0);
    long heap = file.address(in);
    if (heap != Hdf5Bytes.UNDEFINED
        && !Hdf5Heap.read(file, heap, file.address(in), 0, message -> attribute(place, message))) {
      cut = true;
    }
  }

  private void symbols(Place place, Hdf5Object.Message m) {
    Cursor in = content(m);
    long tree = file.address(in);
    long heap = file.address(in);
    Hdf5Symbols.read(
        file,
        tree,
        heap,
        (name, address) -> child(place, name, address),
        (name, target, at) ->
            links.add(
                new Link(join(place, name), false, target, at, at + 2L * file.offsetSize() + 24)));
  }

  static String text(byte[] bytes) {
    return text(bytes, 0, bytes.length);
  }

  // Text ends at its first NUL, or goes to the end; an external link's value has a NUL inside.
  static String text(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && bytes[end - 1] == 0) {
      end--;
    }
    return end <= from ? "" : new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }
}
