/// Formats that one program or toolkit writes for itself.
@NullMarked
package dev.assay.formats.programs;

import org.jspecify.annotations.NullMarked;
