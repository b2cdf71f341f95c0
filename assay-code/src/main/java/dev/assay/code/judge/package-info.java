/// From the files' roles to the state of each component that is code.
@NullMarked
package dev.assay.code.judge;

import org.jspecify.annotations.NullMarked;
