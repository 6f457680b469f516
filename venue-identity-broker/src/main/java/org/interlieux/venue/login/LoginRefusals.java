package org.interlieux.venue.login;

import java.util.Optional;
import org.interlieux.venue.ForeignText;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.provider.IdentityBrokerException;

/** The refusals of one venue's login: the member reads a page, the admin reads in the log what to do. */
final class LoginRefusals {
    private static final Logger LOG = Logger.getLogger(LoginRefusals.class);

    private static final int MAX_LINE = 500;

    private final String alias;
    private @Nullable String last;

    LoginRefusals(String alias) {
        this.alias = alias;
    }

    /**
     * A refusal to be thrown.
     *
     * @param messageKey what the member reads, translated
     * @param whatToDo for the admin; never holds a token or personal data
     */
    IdentityBrokerException of(String messageKey, String whatToDo) {
        // What a venue sent may be part of it, and must not write lines of its own into the log.
        String line = ForeignText.clean(whatToDo, MAX_LINE).orElse("");
        LOG.warnf("Venue %s: login refused. %s", alias, line);
        last = messageKey;
        return new IdentityBrokerException(line).withMessageCode(messageKey);
    }

    /** What the member reads of the last one; empty when nothing was refused. */
    Optional<String> last() {
        return Optional.ofNullable(last);
    }
}
