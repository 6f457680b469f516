package org.interlieux.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.interlieux.venue.login.HomeLogin;

/** What a login under way brings along. */
record LoginFromHome(HomeLogin login) implements FromHome {

    @Override
    public Optional<String> memberToken(Duration limit) {
        return login.memberToken(limit);
    }

    @Override
    public Optional<List<String>> released(String path) {
        return login.released(path);
    }
}
