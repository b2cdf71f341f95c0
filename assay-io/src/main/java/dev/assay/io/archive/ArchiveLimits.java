package dev.assay.io.archive;

/// How much of an archive is read before it is taken for an attack or too much.
///
/// @param entries the most members that are listed
/// @param ratio how many bytes one compressed byte may become, counted once `ratioFrom` bytes came
///   out
/// @param ratioFrom below this many inflated bytes the ratio does not matter
/// @param inflated the most bytes inflated from one archive, in all
/// @param member the most bytes of one compressed member that are unpacked; of a longer one in a
///   compressed tar file only the head is kept
/// @param head how much of such a member is kept
/// @param spooled the most bytes kept of one compressed tar file, in all
/// @param memory the most bytes kept in memory before they go to a temporary file
public record ArchiveLimits(
    int entries,
    int ratio,
    long ratioFrom,
    long inflated,
    long member,
    long head,
    long spooled,
    int memory) {

  /// The limits of a normal run: design page "formats", universal limits.
  public static final ArchiveLimits NORMAL =
      new ArchiveLimits(
          100_000, 200, 64L << 20, 32L << 30, 512L << 20, 32L << 20, 4L << 30, 16 << 20);
}
