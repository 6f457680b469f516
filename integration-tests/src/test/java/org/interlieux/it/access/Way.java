package org.interlieux.it.access;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.interlieux.it.realm.Service;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;

/** A way into a login at a badge client that can show a page. */
enum Way {
    BROKERED {
        @Override
        void go(Scene scene, Guest guest, String member, Door door) {
            guest.open(door.service().loginUrl()).comeFromAtelier(member);
        }
    },
    BROKERED_WITH_A_HINT {
        @Override
        void go(Scene scene, Guest guest, String member, Door door) {
            guest.open(door.service().loginUrl(Map.of("kc_idp_hint", "atelier")))
                    .logInAsDokosMember(member);
        }
    },
    COOKIE {
        @Override
        void go(Scene scene, Guest guest, String member, Door door) {
            guest.at(scene.library())
                    .comeFromAtelier(member)
                    .open(door.service().loginUrl());
        }
    },
    ACCOUNT_CONSOLE {
        @Override
        void go(Scene scene, Guest guest, String member, Door door) {
            String realm = scene.federation().url();
            Service console = new Service(realm, "account-console", "", realm + "/account/");
            guest.open(console.loginUrl(Map.of(
                            "code_challenge",
                            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                            "code_challenge_method",
                            "S256")))
                    .comeFromAtelier(member)
                    .open(door.service().loginUrl());
        }
    },
    LOGIN_AGAIN {
        @Override
        void go(Scene scene, Guest guest, String member, Door door) {
            again(scene, guest, member, door, Map.of("prompt", "login"));
        }
    },
    TOO_OLD_A_LOGIN {
        @Override
        void go(Scene scene, Guest guest, String member, Door door) {
            String url = door.service().loginUrl(Map.of("max_age", "0"));
            guest.at(scene.library()).comeFromAtelier(member);
            await().atMost(ofSeconds(10)).until(() -> guest.open(url).seesPicker());
            guest.choose("atelier");
        }
    },
    STEP_UP {
        @Override
        void go(Scene scene, Guest guest, String member, Door door) {
            again(scene, guest, member, door, Map.of("acr_values", "2"));
        }
    },
    FLOW_OF_ITS_OWN {
        @Override
        Door door(Scene scene) {
            String stock = scene.federation().realm().flows().getFlows().stream()
                    .filter(flow -> flow.getAlias().equals("browser"))
                    .findFirst()
                    .orElseThrow()
                    .getId();
            return Door.of(
                    scene,
                    Door.FABRIQUE,
                    client -> client.setAuthenticationFlowBindingOverrides(Map.of("browser", stock)));
        }

        @Override
        void go(Scene scene, Guest guest, String member, Door door) {
            COOKIE.go(scene, guest, member, door);
        }
    },
    CONSENT {
        @Override
        Door door(Scene scene) {
            return Door.of(scene, Door.FABRIQUE, client -> client.setConsentRequired(true));
        }

        @Override
        void go(Scene scene, Guest guest, String member, Door door) {
            COOKIE.go(scene, guest, member, door);
        }

        @Override
        void finish(Guest guest) {
            guest.visitor().click("[name=accept]");
        }
    };

    Door door(Scene scene) {
        return Door.of(scene);
    }

    /** As far as the arrival page, or the page that is there instead of it. */
    abstract void go(Scene scene, Guest guest, String member, Door door);

    /** What is left to do after the tap. */
    void finish(Guest guest) {}

    /** The site of L'Atelier knows the guest still, and asks for no password. */
    private static void again(Scene scene, Guest guest, String member, Door door, Map<String, String> how) {
        guest.at(scene.library())
                .comeFromAtelier(member)
                .open(door.service().loginUrl(how))
                .choose("atelier");
    }
}
