package io.waypost.query.personaldata;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Takes in a long answer as a whole before any of it is sent. So whatever fails while it is made is still told as a
 * problem, and a client that reads slowly holds no connection to the database and no lock on the tables.
 *
 * <p>It is a file that only this process can read, and that is gone with the process even if that is killed.
 */
final class Spool implements AutoCloseable {

    private final FileChannel file;
    private final OutputStream in;

    private Spool(FileChannel file) {
        this.file = file;
        this.in = Channels.newOutputStream(file);
    }

    static Spool open() throws IOException {
        Path path = Files.createTempFile("waypost", ".json");
        return new Spool(FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** Where the answer is written to. It must not be closed before the answer is sent. */
    OutputStream in() {
        return in;
    }

    /** The number of bytes written. */
    long size() throws IOException {
        return file.size();
    }

    /** Sends all that was written. */
    void copyTo(OutputStream target) throws IOException {
        file.position(0);
        Channels.newInputStream(file).transferTo(target);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
