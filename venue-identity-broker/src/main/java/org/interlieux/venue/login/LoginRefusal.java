package org.interlieux.venue.login;

import org.interlieux.venue.ForeignText;
import org.jboss.logging.Logger;
import org.keycloak.broker.provider.IdentityBrokerException;

/** A login that a venue's answer cannot carry: the member reads a page, the admin reads in the log what to do. */
final class LoginRefusal {
    private static final Logger LOG = Logger.getLogger(LoginRefusal.class);

    private static final int MAX_LINE = 500;

    private LoginRefusal() {}

    /**
     * @param messageKey what the member reads, translated
     * @param whatToDo for the admin; never holds a token or personal data
     */
    static IdentityBrokerException of(String alias, String messageKey, String whatToDo) {
        // What a venue sent may be part of it, and must not write lines of its own into the log.
        String line = ForeignText.clean(whatToDo, MAX_LINE).orElse("");
        LOG.warnf("Venue %s: login refused. %s", alias, line);
        return new IdentityBrokerException(line).withMessageCode(messageKey);
    }
}
