/// Puts the files of one set of weights together and holds them against their configuration.
@NullMarked
package dev.assay.formats.assembly;

import org.jspecify.annotations.NullMarked;
