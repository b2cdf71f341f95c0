/// What a source file says at its surface, in the same shape for every language, and the scanners
/// that read it.
@NullMarked
package dev.assay.code.outline;

import org.jspecify.annotations.NullMarked;
