package org.interlieux.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.realm.VenueSettings;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;

/** One more host venue of a scene, whose site does what a test says. */
record Host(Receiver receiver, Outbox outbox, Service door) implements AutoCloseable {

    static Host in(Scene scene, String alias) {
        Receiver receiver = new Receiver();
        scene.federation().add(VenueSettings.hostOnly(alias).with("webhookUrl", receiver.url()));
        Service door = scene.federation().add(ServiceSettings.badgeClient(alias + "-door", alias));
        return new Host(receiver, Outbox.of(scene.federation(), alias), door);
    }

    /** A member of L'Atelier enters, and leaves where they were before. */
    void receive(Guest guest) {
        guest.open(door.loginUrl());
        if (guest.seesPicker()) {
            guest.comeFromAtelier(Scene.ADA);
        }
        assertThat(guest.seesArrivalPage()).as(guest.visitor().text()).isTrue();
        guest.arrive();
        assertThat(guest.visitor().code()).isNotEmpty();
    }

    @Override
    public void close() {
        receiver.close();
    }
}
