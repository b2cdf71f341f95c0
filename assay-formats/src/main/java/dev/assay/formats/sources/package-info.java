/// Weights that are written as a source file of a program.
@NullMarked
package dev.assay.formats.sources;

import org.jspecify.annotations.NullMarked;
