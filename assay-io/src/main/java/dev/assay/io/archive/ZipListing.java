package dev.assay.io.archive;

import dev.assay.io.ByteSource;
import dev.assay.io.Cursor;
import dev.assay.io.FileNames;
import dev.assay.io.Malformed;
import dev.assay.io.SourceStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// Lists a zip file from its central directory, reading nothing else. Rule: PKWARE's APPNOTE
/// 6.3.10, sections 4.3 and 4.5 (zip64).
final class ZipListing {
  private static final int END = 0x06054b50;
  private static final int END64 = 0x06064b50;
  private static final int END64_LOCATOR = 0x07064b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_SIZE = 30;
  private static final long MAX32 = 0xffffffffL;
  private static final int LINK_TEXT = 4096;

  private final ByteSource source;
  private final ArchiveLimits limits;
  private final AtomicLong budget;
  private final List<Member> members = new ArrayList<>();
  private @Nullable String commit;
  private String damage = "";

  /// One record of the central directory.
  private record Central(
      String name, int flags, int method, long packed, long size, long offset, int host, int mode) {
    boolean link() {
      return host == 3 && (mode & 0170000) == 0120000;
    }
  }

  ZipListing(ByteSource source, ArchiveLimits limits) {
    this.source = source;
    this.limits = limits;
    this.budget = new AtomicLong(limits.inflated());
  }

  /// Reads the directory, or as much of it as is sound.
  void run() {
    var found = new ArrayList<Central>();
    try {
      directory(found);
    } catch (Malformed e) {
      damage = e.describe();
    }
    Set<Central> overlapping = overlapping(found);
    for (Central entry : found) {
      members.add(member(entry, overlapping.contains(entry)));
    }
  }

  private void directory(List<Central> found) {
    long end = findEnd();
    Cursor at = new Cursor(source);
    at.seek(end + 10);
    long count = at.u16();
    long length = at.u32();
    long start = at.u32();
    int commentLength = at.u16();
    if (commentLength == 40 && at.remaining() >= 40) {
      String comment = new String(at.bytes(40), StandardCharsets.ISO_8859_1);
      commit = TarListing.isCommit(comment) ? comment : null;
    }
    if (count == 0xffff || length == MAX32 || start == MAX32) {
      if (end >= 20) {
        at.seek(end - 20);
        if (at.i32() == END64_LOCATOR) {
          at.skip(4);
          at.seek(at.i64());
          if (at.i32() != END64) {
            throw new Malformed(at.position(), "the zip64 end record is not where it should be");
          }
          at.skip(28);
          count = at.i64();
          length = at.i64();
          start = at.i64();
        }
      }
    }
    source.require(start, length);
    Cursor central = new Cursor(source, start, start + length);
    while (central.remaining() > 0) {
      if (found.size() >= limits.entries()) {
        damage = "more than " + limits.entries() + " members; the rest was not listed";
        return;
      }
      found.add(central(central));
    }
    if (count >= 0 && found.size() != count && damage.isEmpty()) {
      damage = "says " + count + " members and lists " + found.size();
    }
  }

  /// The end record is the last one whose comment ends where the file does.
  private long findEnd() {
    long from = Math.max(0, source.size() - 22 - 0xffff);
    byte[] tail = source.bytes(from, (int) (source.size() - from));
    for (int i = tail.length - 22; i >= 0; i--) {
      if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
        int comment = (tail[i + 20] & 0xff) | (tail[i + 21] & 0xff) << 8;
        if (i + 22 + comment <= tail.length) {
          return from + i;
        }
      }
    }
    throw new Malformed(
        -1, "has no directory at its end (signature " + Integer.toHexString(END) + ")");
  }

  private static Central central(Cursor in) {
    if (in.i32() != CENTRAL) {
      throw new Malformed(in.position() - 4, "not an entry of the directory");
    }
    in.skip(1);
    int host = in.u8();
    in.skip(2);
    int flags = in.u16();
    int method = in.u16();
    in.skip(8);
    long packed = in.u32();
    long size = in.u32();
    int nameLength = in.u16();
    int extraLength = in.u16();
    int commentLength = in.u16();
    in.skip(4);
    int mode = (int) (in.u32() >>> 16);
    long offset = in.u32();
    byte[] name = in.bytes(nameLength);
    long extraEnd = in.position() + extraLength;
    in.requireLeft((long) extraLength + commentLength);
    while (in.position() + 4 <= extraEnd) {
      int id = in.u16();
      int length = in.u16();
      long next = Math.min(extraEnd, in.position() + length);
      if (id == 1) {
        if (size == MAX32 && in.position() + 8 <= next) {
          size = in.i64();
        }
        if (packed == MAX32 && in.position() + 8 <= next) {
          packed = in.i64();
        }
        if (offset == MAX32 && in.position() + 8 <= next) {
          offset = in.i64();
        }
      }
      in.seek(next);
    }
    in.seek(extraEnd);
    in.skip(commentLength);
    if (size < 0 || packed < 0 || offset < 0) {
      throw new Malformed(in.position(), "an entry states a negative size or place");
    }
    return new Central(name(name, flags, host), flags, method, packed, size, offset, host, mode);
  }

  private static String name(byte[] raw, int flags, int host) {
    // Old names are in code page 437 unless they are UTF-8 without saying so, as most writers do.
    String text = FileNames.escape(raw);
    if ((flags & 0x800) == 0 && text.contains("\\x") && Charset.isSupported("IBM437")) {
      text = FileNames.escape(new String(raw, Charset.forName("IBM437")));
    }
    // Writers on Windows used its separator against the rule (APPNOTE 4.4.17).
    return host == 0 ? text.replace("\\x5c", "/") : text;
  }

  /// Members that share bytes with another: a small file that unpacks to petabytes is made that
  /// way.
  private static Set<Central> overlapping(List<Central> found) {
    var sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingLong(Central::offset));
    var bad = new HashSet<Central>();
    long end = 0;
    Central before = null;
    for (Central entry : sorted) {
      if (before != null && entry.offset() < end) {
        bad.add(entry);
        bad.add(before);
      }
      long entryEnd = saturated(entry.offset(), entry.packed() + LOCAL_SIZE);
      if (entryEnd > end) {
        end = entryEnd;
        before = entry;
      }
    }
    return bad;
  }

  private static long saturated(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  private Member member(Central entry, boolean overlaps) {
    if (entry.name().endsWith("/")) {
      return new Member(entry.name(), 0, Member.Kind.FOLDER, null, null, "");
    }
    String problem = "";
    if (overlaps) {
      problem = "shares its bytes with another member: taken for an attack";
    } else if ((entry.flags() & 0x2041) != 0) {
      problem = "encrypted: it cannot be read without its password";
    } else if (entry.method() != 0 && entry.method() != 8) {
      problem = "packed by method " + entry.method() + ", which is not read here";
    } else if (entry.method() == 0 && entry.packed() != entry.size()) {
      problem = "says that it is not packed and states two sizes";
    } else if (entry.size() > limits.ratioFrom()
        && entry.size() / limits.ratio() > entry.packed()) {
      problem = "unpacks to more than " + limits.ratio() + " times its size: taken for an attack";
    }
    if (!problem.isEmpty()) {
      return new Member(entry.name(), entry.size(), Member.Kind.FILE, null, null, problem);
    }
    Member.Content content = () -> open(entry);
    if (entry.link()) {
      return new Member(entry.name(), 0, Member.Kind.LINK, linkText(entry, content), null, "");
    }
    return new Member(entry.name(), entry.size(), Member.Kind.FILE, null, content, "");
  }

  private static @Nullable String linkText(Central entry, Member.Content content) {
    if (entry.size() > LINK_TEXT) {
      return null;
    }
    try (ByteSource text = content.open()) {
      return FileNames.escape(text.bytes(0, (int) entry.size()));
    } catch (Malformed e) {
      return null;
    }
  }

  private ByteSource open(Central entry) {
    Cursor in = new Cursor(source);
    in.seek(Math.min(entry.offset(), source.size()));
    if (in.i32() != LOCAL) {
      throw new Malformed(entry.offset(), "the member is not where the directory says");
    }
    in.skip(22);
    int name = in.u16();
    int extra = in.u16();
    in.skip((long) name + extra);
    ByteSource packed = source.slice(in.position(), entry.packed());
    if (entry.method() == 0) {
      return packed;
    }
    Inflater inflater = new Inflater(true);
    InflaterInputStream stream =
        new InflaterInputStream(new SourceStream(packed), inflater, 16 * 1024) {
          @Override
          public void close() {
            inflater.end();
          }
        };
    return new Inflated(stream, entry.size(), limits.member(), limits.memory(), budget);
  }

  List<Member> members() {
    return members;
  }

  /// What is wrong with the directory; empty when nothing.
  String damage() {
    return damage;
  }

  /// The commit it was made from, where its comment says so, as `git archive` writes.
  @Nullable String commit() {
    return commit;
  }
}
