/// Flax's MessagePack files.
@NullMarked
package dev.assay.formats.flax;

import org.jspecify.annotations.NullMarked;
