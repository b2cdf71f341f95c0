/// What programs read like: a table of words with weights, learned from labelled releases (decision
/// 0817). It is asked where the rules of the judges and the words of a program may disagree.
@NullMarked
package dev.assay.code.reading;

import org.jspecify.annotations.NullMarked;
