/// Learns the weights of words from labelled releases, and measures what they are worth on releases
/// of other publishers (decision 0817).
@NullMarked
package dev.assay.bench.learn;

import org.jspecify.annotations.NullMarked;
