package io.waypost.standalone;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One running service for all test classes that leave it running; each test uses courses and modules of its own. */
final class SharedWaypost implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningWaypost.class || type == Api.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        RunningWaypost waypost = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedWaypost.class))
                .computeIfAbsent(RunningWaypost.class, key -> start(), RunningWaypost.class);
        return parameter.getParameter().getType() == RunningWaypost.class
                ? waypost
                : Api.of(waypost.url()).signedInAsAdmin();
    }

    /** A service of its own, on free ports, whose data is thrown away. */
    static RunningWaypost start(String... more) {
        String[] args = new String[more.length + 5];
        args[0] = "--waypost.data-dir=";
        args[1] = "--server.port=0";
        args[2] = "--waypost.postgres.port=0";
        args[3] = "--waypost.kafka.port=0";
        args[4] = "--waypost.admin.password=" + Api.ADMIN_PASSWORD;
        System.arraycopy(more, 0, args, 5, more.length);
        return RunningWaypost.start(args);
    }
}
