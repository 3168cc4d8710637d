package io.waypost.standalone;

import java.util.function.Supplier;
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
        ExtensionContext.Store store =
                context.getRoot().getStore(ExtensionContext.Namespace.create(SharedWaypost.class));
        RunningWaypost waypost = store.computeIfAbsent(RunningWaypost.class, key -> start(), RunningWaypost.class);
        return parameter.getParameter().getType() == RunningWaypost.class
                ? waypost
                // Signing in costs as much as some tests: its password is hashed hundreds of thousand times.
                : store.computeIfAbsent(Api.class, key -> Api.of(waypost.url()).signedInAsAdmin(), Api.class);
    }

    /** A service of its own, on free ports, whose data is thrown away. */
    static RunningWaypost start(String... more) {
        String[] args = new String[more.length + 6];
        args[0] = "--waypost.data-dir=";
        args[1] = "--server.port=0";
        args[2] = "--waypost.postgres.port=0";
        args[3] = "--waypost.kafka.port=0";
        args[4] = "--waypost.admin.password=" + Api.ADMIN_PASSWORD;
        // A test that reads what it wrote must not depend on how busy the machine is.
        args[5] = "--waypost.read-your-writes.timeout=20s";
        System.arraycopy(more, 0, args, 6, more.length);
        return oneAtATime(() -> RunningWaypost.start(args));
    }

    /** Starts something, and nothing else meanwhile: each start sets up the logging of the whole process. */
    static synchronized <T> T oneAtATime(Supplier<T> start) {
        return start.get();
    }
}
