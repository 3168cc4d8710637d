package io.waypost.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesIT {

    @TempDir
    private Path temp;

    @Test
    void areUnpackedOnceAndAnewWhenFilesWereTakenAway() throws IOException {
        Path home = PostgresBinaries.unpackedIn(temp);
        Path program = home.resolve("bin/postgres");
        assertThat(program).isExecutable();
        FileTime unpacked = Files.getLastModifiedTime(home);

        assertThat(PostgresBinaries.unpackedIn(temp)).isEqualTo(home);
        assertThat(Files.getLastModifiedTime(home)).isEqualTo(unpacked);

        Files.delete(program);
        assertThat(PostgresBinaries.unpackedIn(temp)).isEqualTo(home);
        assertThat(program).isExecutable();
        assertThat(children(temp)).noneMatch(name -> name.startsWith("unpacking"));
    }

    private static List<String> children(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.map(child -> child.getFileName().toString()).toList();
        }
    }
}
