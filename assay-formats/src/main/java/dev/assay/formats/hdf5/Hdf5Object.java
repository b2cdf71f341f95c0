package dev.assay.formats.hdf5;

import dev.assay.io.Cursor;
import dev.assay.io.Malformed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The messages of one object header, with its continuations.
///
/// @param address the object's address
/// @param messages in their order
record Hdf5Object(long address, List<Message> messages) {

  static final int DATASPACE = 0x01;
  static final int LINK_INFO = 0x02;
  static final int DATATYPE = 0x03;
  static final int LINK = 0x06;
  static final int EXTERNAL_FILES = 0x07;
  static final int LAYOUT = 0x08;
  static final int ATTRIBUTE = 0x0c;
  static final int CONTINUATION = 0x10;
  static final int SYMBOL_TABLE = 0x11;
  static final int ATTRIBUTE_INFO = 0x15;

  private static final int MOST_CHUNKS = 4_096;
  private static final int MOST_MESSAGES = 65_536;

  /// One message.
  ///
  /// @param type what it says
  /// @param shared whether its content lies elsewhere in the file
  /// @param from the first byte of its content, from the file's start
  /// @param length bytes of content
  record Message(int type, boolean shared, long from, int length) {}

  /// Reads a header of version 1 or 2 (format specification, section IV.A.1).
  static Hdf5Object read(Hdf5Bytes file, long address) {
    Cursor in = file.atMost(address, 64);
    int first = in.u8();
    var messages = new ArrayList<Message>();
    Deque<long[]> chunks = new ArrayDeque<>();
    boolean old = first == 1;
    boolean ordered = false;
    if (old) {
      in.skip(7);
      long size = in.u32();
      in.skip(4);
      chunks.add(new long[] {in.position() - file.base(), size});
    } else if (first == 'O') {
      in.seek(in.position() - 1);
      Hdf5Bytes.signature(in, "OHDR");
      int version = in.u8();
      if (version != 2) {
        throw new Malformed(
            in.position() - 1, "object header version " + version + " is not known");
      }
      int flags = in.u8();
      in.skip((flags & 0x20) != 0 ? 16 : 0);
      in.skip((flags & 0x10) != 0 ? 4 : 0);
      ordered = (flags & 0x04) != 0;
      long size = Hdf5Bytes.number(in, 1 << (flags & 3));
      chunks.add(new long[] {in.position() - file.base(), size});
    } else {
      throw new Malformed(in.position() - 1, "no object header");
    }
    for (int n = 0; !chunks.isEmpty(); n++) {
      if (n == MOST_CHUNKS) {
        throw new Malformed(file.place(address), "an object header goes on without end");
      }
      long[] chunk = chunks.removeFirst();
      Cursor at = file.at(chunk[0], chunk[1]);
      if (old) {
        oldMessages(file, at, messages, chunks);
      } else {
        newMessages(file, at, n > 0, ordered, messages, chunks);
      }
    }
    return new Hdf5Object(address, List.copyOf(messages));
  }

  private static void oldMessages(
      Hdf5Bytes file, Cursor at, List<Message> messages, Deque<long[]> chunks) {
    while (at.remaining() >= 8) {
      int type = at.u16();
      int length = at.u16();
      int flags = at.u8();
      at.skip(3);
      add(file, at, new Message(type, (flags & 2) != 0, at.position(), length), messages, chunks);
    }
  }

  private static void newMessages(
      Hdf5Bytes file,
      Cursor at,
      boolean continued,
      boolean ordered,
      List<Message> messages,
      Deque<long[]> chunks) {
    if (continued) {
      Hdf5Bytes.signature(at, "OCHK");
    }
    // A continuation's length counts its signature and its checksum; what is too short is a gap.
    int tail = continued ? 4 : 0;
    int header = ordered ? 6 : 4;
    while (at.remaining() >= header + tail) {
      int type = at.u8();
      int length = at.u16();
      int flags = at.u8();
      at.skip(ordered ? 2 : 0);
      add(file, at, new Message(type, (flags & 2) != 0, at.position(), length), messages, chunks);
    }
  }

  private static void add(
      Hdf5Bytes file, Cursor at, Message message, List<Message> messages, Deque<long[]> chunks) {
    at.requireLeft(message.length());
    file.budget().spend(8);
    if (message.type() == CONTINUATION) {
      chunks.add(new long[] {file.address(at), file.length(at)});
    } else {
      messages.add(message);
      if (messages.size() > MOST_MESSAGES) {
        throw new Malformed(
            message.from(), "an object has more than " + MOST_MESSAGES + " messages");
      }
    }
    at.seek(message.from() + message.length());
  }
}
