/// The role that one file plays in a release.
@NullMarked
package dev.assay.code.roles;

import org.jspecify.annotations.NullMarked;
