package io.waypost.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path temp;

    @Test
    void aMissingDirectoryIsCreated() {
        Path missing = temp.resolve("a/b");
        try (DataDirectory directory = DataDirectory.open(missing)) {
            assertThat(directory.path()).isDirectory();
            assertThat(directory.postgres()).isEqualTo(directory.path().resolve("postgres"));
            assertThat(directory.kafka()).isEqualTo(directory.path().resolve("kafka"));
        }
    }

    @Test
    void anythingThatCannotBeADirectoryIsRefused() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(StartupException.class)
                .hasMessage("The data directory %s cannot be written", file);
        Path below = file.resolve("below");
        assertThatThrownBy(() -> DataDirectory.open(below))
                .isInstanceOf(StartupException.class)
                .hasMessage("The data directory %s cannot be written", below);
    }

    @Test
    void aSecondOpenIsRefusedAndTheFirstStaysInPossession() throws Exception {
        try (DataDirectory first = DataDirectory.open(temp)) {
            assertThatThrownBy(() -> DataDirectory.open(first.path()))
                    .isInstanceOf(StartupException.class)
                    .hasMessage("The data directory %s is in use by another process", first.path());
            // The refused attempt must not have released the lock towards other processes.
            try (ForkedJvm other = ForkedJvm.run(OpenDataDirectory.class, temp.toString())) {
                assertThat(other.readLine())
                        .isEqualTo("The data directory %s is in use by another process".formatted(temp));
            }
        }
    }

    @Test
    void aClosedDirectoryCanBeOpenedAgain() {
        DataDirectory.open(temp).close();
        DataDirectory again = DataDirectory.open(temp);
        again.close();
        again.close();
        assertThat(temp.resolve("waypost.lock")).exists();
    }

    @Test
    void theLockOfAKilledProcessIsGone() throws Exception {
        try (ForkedJvm other = ForkedJvm.run(OpenDataDirectory.class, temp.toString())) {
            assertThat(other.readLine()).isEqualTo("opened");
            assertThatThrownBy(() -> DataDirectory.open(temp)).isInstanceOf(StartupException.class);
            other.kill();
        }
        DataDirectory.open(temp).close();
    }
}
