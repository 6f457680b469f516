package org.interlieux.it.endurance;

import java.util.List;
import org.interlieux.it.delivery.Receiver;

/** What a venue's site does with what it is told. */
enum Trouble {
    REFUSES,
    HANGS,
    RESETS,
    ANSWERS_500,
    NONE;

    private void befall(Receiver site) {
        site.recover();
        switch (this) {
            case REFUSES -> site.refuse();
            case HANGS -> site.hang();
            case RESETS -> site.reset();
            case ANSWERS_500 -> site.answer(500);
            case NONE -> {}
        }
    }

    /** Each door has another one, and each its next in the next round. */
    static void next(List<Door> doors, int round) {
        for (int i = 0; i < doors.size(); i++) {
            values()[(round + i) % values().length].befall(doors.get(i).site());
        }
    }

    static void end(List<Door> doors) {
        doors.forEach(door -> NONE.befall(door.site()));
    }
}
