package org.interlieux.it.server;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command line and environment of one server. */
record StartCommand(
        KeycloakHome home,
        ServerAddress address,
        ServerDatabase database,
        List<String> arguments,
        Map<String, String> environment) {

    /** The venues of tests and demo are on this machine, without TLS. */
    private static final String VENUES_HERE = "--spi-guarded-http--default--allowed-networks=127.0.0.0/8,::1/128";

    private static final String PLAIN_HTTP_HERE = "--spi-guarded-http--default--plain-http-hosts=localhost,127.0.0.1";

    /** C1 alone, and classes that are not verified, make a start cheaper; H2 would listen on all addresses. */
    private static final String JAVA_OPTIONS = "-XX:TieredStopAtLevel=1 -XX:+UnlockDiagnosticVMOptions"
            + " -XX:-BytecodeVerificationRemote -Dh2.bindAddress=127.0.0.1";

    ProcessBuilder process() {
        return builder(Stream.concat(Stream.of("start", "--optimized"), options()));
    }

    /** What the server reads from its environment, whoever starts it. */
    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("JAVA_OPTS_APPEND", JAVA_OPTIONS);
        variables.put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakServer.ADMIN);
        variables.put("KC_BOOTSTRAP_ADMIN_PASSWORD", KeycloakServer.ADMIN);
        variables.put("KC_DB_USERNAME", ServerDatabase.USER);
        variables.put("KC_DB_PASSWORD", ServerDatabase.PASSWORD);
        variables.putAll(environment);
        return variables;
    }

    /** A command that needs no running server, such as {@code export}, on the same data. */
    ProcessBuilder offline(String name, List<String> options) {
        return builder(Stream.of(
                        Stream.of(name, "--optimized", "--db-url=" + database.url(), VENUES_HERE, PLAIN_HTTP_HERE),
                        options.stream())
                .flatMap(part -> part));
    }

    private ProcessBuilder builder(Stream<String> words) {
        List<String> command =
                Stream.concat(Stream.of(home.script().toString()), words).toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log().toFile()));
        CleanEnvironment.of(builder);
        builder.environment().putAll(variables());
        return builder;
    }

    /** The options of {@code kc.sh start}, each once. */
    Stream<String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        Stream.concat(defaults(), arguments.stream()).forEach(option -> options.put(option.split("=", 2)[0], option));
        return options.values().stream();
    }

    private Stream<String> defaults() {
        return Stream.of(
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + address.port(),
                "--http-management-port=" + address.managementPort(),
                "--hostname=" + address.url(),
                "--cache=local",
                "--db-url=" + database.url(),
                "--vault-dir=" + home.vault(),
                VENUES_HERE,
                PLAIN_HTTP_HERE,
                "--log-level=info,org.interlieux:debug,io.smallrye.health:error");
    }
}
