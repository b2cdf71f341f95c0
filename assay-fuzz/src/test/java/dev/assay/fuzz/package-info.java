@NullMarked
package dev.assay.fuzz;

import org.jspecify.annotations.NullMarked;
