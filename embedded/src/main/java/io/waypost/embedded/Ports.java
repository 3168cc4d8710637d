package io.waypost.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Loopback TCP ports: which are free, and a plain refusal when one is not. */
public final class Ports {

    private static final int HIGHEST = 65_535;
    private static final int FIRST_CHOSEN = 20_000;
    private static final int LAST_CHOSEN = 32_000;
    private static final int ATTEMPTS = 200;
    private static final int TRIES = 10;
    private static final long PAUSE_MILLIS = 50;

    private Ports() {}

    /**
     * Makes sure that a server can listen on a port of the loopback interface.
     *
     * @param port the port, or 0 for "any free one", which is always accepted
     * @param setting the name of the setting the port comes from, so that the user knows what to change
     * @throws StartupException if the port is taken, not permitted to this user, or no port number at all
     */
    public static void requireFree(int port, String setting) {
        if (port == 0) {
            return;
        }
        if (port < 0 || port > HIGHEST) {
            throw new StartupException("Port %d (%s) is not between 0 and %d".formatted(port, setting, HIGHEST));
        }
        for (int attempt = 1; ; attempt++) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return;
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw new StartupException(refusal(port, setting, e), e);
                }
                pause();
            }
        }
    }

    /**
     * A process that is being started holds, for a moment, every socket that its parent has open, and so a port that was
     * just tried and let go.
     */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A loopback port that nobody listens on now. It is not reserved: use it soon. */
    public static int anyFree() {
        return anyFree(1).getFirst();
    }

    /** As many different free loopback ports as asked for. */
    static List<Integer> anyFree(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                // All are held until the last is found, or the same one could be found twice.
                held.add(bindToAnyFree());
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on the loopback interface", e);
        } finally {
            held.forEach(Ports::release);
        }
    }

    /**
     * Not the system's own choice: that comes from the range of outgoing connections, one of which could take the port
     * before it is used.
     */
    private static ServerSocket bindToAnyFree() throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_CHOSEN, LAST_CHOSEN);
            try {
                return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String refusal(int port, String setting, IOException reason) {
        boolean privileged = String.valueOf(reason.getMessage()).contains("Permission denied");
        return privileged
                ? "Port %d (%s) may not be used by this user".formatted(port, setting)
                : "Port %d (%s) is already in use".formatted(port, setting);
    }
}
