/** What an admin should know of the federation's set-up: gathered from every module that has something to say. */
@NullMarked
package org.interlieux.venue.health;

import org.jspecify.annotations.NullMarked;
