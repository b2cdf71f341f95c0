/// Runs a command that may harm nothing.
@NullMarked
package dev.assay.rebuild.sandbox;

import org.jspecify.annotations.NullMarked;
