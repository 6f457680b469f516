package org.interlieux.venue.picker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.keycloak.models.KeycloakContext;
import org.keycloak.services.resources.RealmsResource;

/**
 * What makes the form a combobox.
 *
 * @param venuesPath path of the search that it asks
 * @param version changes with the script. Browsers may keep it for 30 days, and the rest of its address changes only with Keycloak
 */
public record PickerScript(String venuesPath, String version) {
    private static final String RESOURCE = "/theme-resources/resources/js/home-venue-picker.js";
    private static final String VERSION = checksum();

    static PickerScript of(KeycloakContext context) {
        String venuesPath = RealmsResource.realmBaseUrl(context.getUri())
                .path("venues")
                .build(context.getRealm().getName())
                .getRawPath();
        return new PickerScript(venuesPath, VERSION);
    }

    private static String checksum() {
        try (InputStream script = PickerScript.class.getResourceAsStream(RESOURCE)) {
            if (script == null) {
                throw new IllegalStateException("Not in this jar: " + RESOURCE);
            }
            CRC32 sum = new CRC32();
            sum.update(script.readAllBytes());
            return HexFormat.of().toHexDigits((int) sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
