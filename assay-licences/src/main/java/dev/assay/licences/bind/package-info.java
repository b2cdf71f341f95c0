/// Which licence covers which component.
@NullMarked
package dev.assay.licences.bind;

import org.jspecify.annotations.NullMarked;
