package org.interlieux.access.unknown;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When a home venue last let a member enter a host venue. */
@Entity
@Table(name = "INTERLIEUX_LAST_ANSWER")
@IdClass(LastAnswerEntity.Key.class)
public class LastAnswerEntity {
    @Id
    @Column(name = "USER_ID", length = 36)
    protected @Nullable String userId;

    /** The host venue's internal id. */
    @Id
    @Column(name = "HOST_ID", length = 36)
    protected @Nullable String hostId;

    /** The home venue's internal id. */
    @Column(name = "HOME_ID", length = 36)
    protected @Nullable String homeId;

    @Column(name = "REALM_ID", length = 36)
    protected @Nullable String realmId;

    /** Milliseconds since 1970. */
    @Column(name = "GRANTED_AT")
    protected long grantedAt;

    /** Member and host venue. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        protected @Nullable String userId;
        protected @Nullable String hostId;

        /** For the persistence provider. */
        public Key() {}

        Key(String userId, String hostId) {
            this.userId = userId;
            this.hostId = hostId;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && Objects.equals(userId, key.userId) && Objects.equals(hostId, key.hostId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(userId, hostId);
        }
    }
}
