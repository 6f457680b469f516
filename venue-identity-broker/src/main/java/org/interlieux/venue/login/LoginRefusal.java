package org.interlieux.venue.login;

import org.jboss.logging.Logger;
import org.keycloak.broker.provider.IdentityBrokerException;

/** A login that a venue's answer cannot carry: the member reads a page, the admin reads in the log what to do. */
final class LoginRefusal {
    private static final Logger LOG = Logger.getLogger(LoginRefusal.class);

    private LoginRefusal() {}

    /**
     * @param messageKey what the member reads, translated
     * @param whatToDo for the admin; never holds a token or personal data
     */
    static IdentityBrokerException of(String alias, String messageKey, String whatToDo) {
        LOG.warnf("Venue %s: login refused. %s", alias, whatToDo);
        return new IdentityBrokerException(whatToDo).withMessageCode(messageKey);
    }
}
