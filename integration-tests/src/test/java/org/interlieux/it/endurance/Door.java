package org.interlieux.it.endurance;

import org.interlieux.it.delivery.Receiver;
import org.interlieux.it.realm.Service;

/**
 * Where one enters a venue.
 *
 * @param venue its alias
 * @param client its badge client
 * @param site what is told of its visits
 */
record Door(String venue, Service client, Receiver site) {}
