/// Files that stand in the place of weights.
@NullMarked
package dev.assay.formats.pointer;

import org.jspecify.annotations.NullMarked;
