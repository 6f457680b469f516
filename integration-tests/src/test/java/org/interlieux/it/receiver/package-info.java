/** What {@code docs/webhooks.md} promises to those who receive our messages: its schemas, its examples, its code. */
@NullMarked
package org.interlieux.it.receiver;

import org.jspecify.annotations.NullMarked;
