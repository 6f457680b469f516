/** The people and places of the story: venues with their sites, and what a member does at a door. */
@NullMarked
package org.interlieux.it.scene;

import org.jspecify.annotations.NullMarked;
