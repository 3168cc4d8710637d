package io.waypost.query.testing;

import io.waypost.embedded.PostgresServer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL server for all tests of this JVM. */
final class TestServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestServer() {}

    /** The server, started at the first call. */
    static PostgresServer shared() {
        return Holder.SERVER;
    }

    /** A name that no database of this JVM has. */
    static String newDatabaseName() {
        return "test_" + DATABASES.incrementAndGet();
    }

    private static final class Holder {

        private static final PostgresServer SERVER = start();

        private static PostgresServer start() {
            PostgresServer server = PostgresServer.start(Optional.empty(), 0);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        }
    }
}
