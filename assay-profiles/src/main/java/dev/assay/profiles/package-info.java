/// Published definitions of open, computed from an assessment's findings: profiles and policies are
/// data files with their sources, evaluated to three values; and the exchange formats of the
/// definitions that have one.
@NullMarked
package dev.assay.profiles;

import org.jspecify.annotations.NullMarked;
