@NullMarked
package dev.assay.weights;

import org.jspecify.annotations.NullMarked;
