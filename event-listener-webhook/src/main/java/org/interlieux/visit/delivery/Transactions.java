package org.interlieux.visit.delivery;

import java.util.concurrent.Semaphore;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakSessionTask;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Short transactions of the workers, each with a session of its own. Only a few at a time, however many workers there are: the
 * database's connections are for logins first.
 */
final class Transactions {
    private static final int AT_A_TIME = 16;

    private final KeycloakSessionFactory sessions;
    private final Semaphore permits = new Semaphore(AT_A_TIME);

    Transactions(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    void run(KeycloakSessionTask task) {
        Object unused = result(session -> {
            task.run(session);
            return Boolean.TRUE;
        });
    }

    <T> T result(KeycloakSessionTaskWithResult<T> task) {
        permits.acquireUninterruptibly();
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(sessions, task);
        } finally {
            permits.release();
        }
    }
}
