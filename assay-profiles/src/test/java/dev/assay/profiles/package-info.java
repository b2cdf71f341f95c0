@NullMarked
package dev.assay.profiles;

import org.jspecify.annotations.NullMarked;
