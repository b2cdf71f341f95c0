/// What shows that code trains, tunes, feeds, evaluates or runs a model, kept as data files.
@NullMarked
package dev.assay.code.frameworks;

import org.jspecify.annotations.NullMarked;
