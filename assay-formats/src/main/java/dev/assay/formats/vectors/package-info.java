/// Word vectors: fastText and word2vec.
@NullMarked
package dev.assay.formats.vectors;

import org.jspecify.annotations.NullMarked;
