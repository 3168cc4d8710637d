package io.waypost.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aTakenPortIsRefusedWithItsSetting() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> Ports.requireFree(port, "waypost.postgres.port"))
                    .isInstanceOf(StartupException.class)
                    .hasMessage("Port %d (waypost.postgres.port) is already in use", port);
        }
    }

    @Test
    void aPortTakenOnAllInterfacesIsRefused() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> Ports.requireFree(taken.getLocalPort(), "waypost.kafka.port"))
                    .isInstanceOf(StartupException.class);
        }
    }

    @Test
    void aFreePortAndZeroAreAccepted() {
        int free = Ports.anyFree();
        assertThat(free).isPositive();
        assertThatCode(() -> Ports.requireFree(free, "waypost.postgres.port")).doesNotThrowAnyException();
        assertThatCode(() -> Ports.requireFree(0, "waypost.postgres.port")).doesNotThrowAnyException();
    }

    @Test
    void aNumberThatIsNoPortIsRefused() {
        assertThatThrownBy(() -> Ports.requireFree(65_536, "waypost.postgres.port"))
                .isInstanceOf(StartupException.class)
                .hasMessage("Port 65536 (waypost.postgres.port) is not between 0 and 65535");
    }

    @Test
    void severalFreePortsDiffer() {
        assertThat(Ports.anyFree(5)).doesNotHaveDuplicates().hasSize(5);
    }
}
