package org.interlieux.visit.admin;

import jakarta.ws.rs.ForbiddenException;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * The admin roles about visits. As Keycloak's own, each realm has them twice: on its client {@code realm-management}, for its own
 * admins, and on its client in the master realm, for those of the server; who may do everything may do these.
 */
public final class VisitRoles {
    static final String VIEW = "view-visits";
    static final String MANAGE = "manage-visits";

    private VisitRoles() {}

    static void requireView(AdminPermissionEvaluator auth) {
        require(auth, VIEW, MANAGE);
    }

    static void requireManage(AdminPermissionEvaluator auth) {
        require(auth, MANAGE);
    }

    private static void require(AdminPermissionEvaluator auth, String... oneOf) {
        if (!auth.hasOneAdminRole(oneOf)) {
            throw new ForbiddenException();
        }
    }

    /** Makes them where they are missing, in every realm, each in a transaction of its own. */
    public static void make(KeycloakSessionFactory sessions) {
        KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> session.realms()
                        .getRealmsStream()
                        .map(RealmModel::getId)
                        .toList())
                .forEach(id -> KeycloakModelUtils.runJobInTransaction(sessions, session -> {
                    RealmModel realm = session.realms().getRealm(id);
                    if (realm != null) {
                        make(session, realm);
                    }
                }));
    }

    /** Makes them where they are missing. */
    public static void make(KeycloakSession session, RealmModel realm) {
        ClientModel own = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        if (own != null) {
            make(own, own.getRole(AdminRoles.REALM_ADMIN));
        }
        RealmModel master = session.realms().getRealmByName(Config.getAdminRealm());
        ClientModel ofServer = realm.getMasterAdminClient();
        if (master != null && ofServer != null) {
            make(ofServer, master.getRole(AdminRoles.ADMIN));
        }
    }

    private static void make(ClientModel client, @Nullable RoleModel everything) {
        RoleModel view = make(client, VIEW, "May see visits and deliveries", everything);
        RoleModel manage =
                make(client, MANAGE, "May close visits, send deliveries again and check what venues have", everything);
        if (!manage.hasRole(view)) {
            manage.addCompositeRole(view);
        }
    }

    private static RoleModel make(ClientModel client, String name, String description, @Nullable RoleModel everything) {
        RoleModel existing = client.getRole(name);
        if (existing != null) {
            return existing;
        }
        RoleModel role = client.addRole(name);
        role.setDescription(description);
        if (everything != null) {
            everything.addCompositeRole(role);
        }
        return role;
    }
}
