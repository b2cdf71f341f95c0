/// NumPy's array files.
@NullMarked
package dev.assay.formats.numpy;

import org.jspecify.annotations.NullMarked;
