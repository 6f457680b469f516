/** The nightly check: each venue is asked which visits it does not have, and is sent those again. */
@NullMarked
package org.interlieux.visit.verify;

import org.jspecify.annotations.NullMarked;
