package org.interlieux.it.container;

import java.util.List;

/**
 * What a backup must not lose, as the database holds it.
 *
 * @param visits each with its member, venues and times
 * @param venues each with all its settings
 * @param waiting messages that no receiver has taken yet, with what they say
 */
record Books(List<String> visits, List<String> venues, List<String> waiting) {
    static Books of(Deployment deployment) {
        return new Books(
                rows(deployment, """
                        select v.id, u.username, v.realm_id, v.home_venue_id, v.host_venue_id, v.client_id, v.change_count,
                               v.entered_at, v.exited_at, v.exit_reason, v.channel, v.access_rule, v.closes_at
                        from interlieux_visit v join user_entity u on u.id = v.user_id order by v.id
                        """),
                rows(deployment, """
                        select i.internal_id, i.provider_alias, i.provider_display_name, i.provider_id, i.enabled,
                               (select string_agg(c.name || '=' || c.value, ' ' order by c.name)
                                from identity_provider_config c where c.identity_provider_id = i.internal_id)
                        from identity_provider i order by i.provider_alias
                        """),
                rows(deployment, """
                        select id, entry_kind, realm_id, owner_id, correlation_id, entry_type, payload, metadata, created_at
                        from outbox_entry where status = 'PENDING' order by id
                        """));
    }

    private static List<String> rows(Deployment deployment, String query) {
        return deployment
                .shell()
                .run("docker compose exec -T db psql -U keycloak -d keycloak -At << 'END'\n" + query.strip() + ";\nEND\n")
                .lines()
                .toList();
    }
}
