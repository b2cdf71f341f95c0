@NullMarked
package dev.assay.rebuild;

import org.jspecify.annotations.NullMarked;
