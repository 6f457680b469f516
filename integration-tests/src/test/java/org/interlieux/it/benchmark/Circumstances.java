package org.interlieux.it.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.interlieux.it.server.ServerDatabase;

/** When, where and on what the figures were measured. */
record Circumstances(String date, String commit, Machine machine, String keycloak, String database) {

    static Circumstances of(Stage stage) throws IOException, SQLException {
        JsonNode system = stage.server().admin().get("/serverinfo").path("systemInfo");
        return new Circumstances(
                ZonedDateTime.now(Clock.systemUTC().withZone(ZoneOffset.UTC))
                        .truncatedTo(ChronoUnit.MINUTES)
                        .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")),
                git("rev-parse", "--short", "HEAD") + (isClean() ? "" : ", with changes that are not committed"),
                Machine.thisOne(),
                system.path("version").asText() + ", `start --optimized`, `" + Stage.HEAP + "`, "
                        + system.path("javaVm").asText() + " "
                        + system.path("javaVersion").asText(),
                database(stage.server().database()));
    }

    private static String database(ServerDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion() + ", `fsync` "
                    + database.firstColumn("show fsync").get(0) + ", `synchronous_commit` "
                    + database.firstColumn("show synchronous_commit").get(0);
        }
    }

    Table table() {
        return new Table("", "")
                .row("date", date)
                .row("commit", commit)
                .row("machine", machine.toString())
                .row("Keycloak", keycloak)
                .row("database", database)
                .row("client", "on the same machine, " + machine.java());
    }

    /** The report itself does not count: the last run may just have written it. */
    private static boolean isClean() throws IOException {
        return git("status", "--porcelain", "--", ":/", ":(exclude,top)docs/benchmark.md")
                .isEmpty();
    }

    private static String git(String... arguments) throws IOException {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
