/// Releases said in other forms that mean the same, and whether their findings stay the same.
@NullMarked
package dev.assay.bench.forms;

import org.jspecify.annotations.NullMarked;
