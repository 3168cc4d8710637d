package io.waypost.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one directory with everything Waypost keeps, held by one process at a time.
 *
 * <p>The lock is the operating system's: it ends with the process, however that ends, so a directory never has to be
 * unlocked by hand.
 */
public final class DataDirectory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
    private static final String LOCK_FILE = "waypost.lock";

    /**
     * The directories this JVM holds. On POSIX systems, closing any channel of a file drops all locks the process has
     * on it; a second open must therefore be refused before it opens a channel.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lockChannel;

    private DataDirectory(Path path, FileChannel lockChannel) {
        this.path = path;
        this.lockChannel = lockChannel;
    }

    /**
     * Creates the directory if it is not there, and takes it for this process until {@link #close()}.
     *
     * @throws StartupException if the directory cannot be created or written, or is in use
     */
    public static DataDirectory open(Path directory) {
        Path real;
        try {
            real = Files.createDirectories(directory).toRealPath();
            Files.delete(Files.createTempFile(real, "waypost", ".probe"));
        } catch (IOException e) {
            throw cannotBeWritten(directory, e);
        }
        if (!HELD.add(real)) {
            throw inUse(directory);
        }
        try {
            FileChannel channel = lock(real).orElseThrow(() -> inUse(directory));
            return new DataDirectory(real, channel);
        } catch (IOException e) {
            HELD.remove(real);
            throw cannotBeWritten(directory, e);
        } catch (RuntimeException e) {
            HELD.remove(real);
            throw e;
        }
    }

    /** The directory itself, absolute and free of symbolic links. */
    public Path path() {
        return path;
    }

    /** Where {@link PostgresServer} keeps its data; not created by this class. */
    public Path postgres() {
        return path.resolve("postgres");
    }

    /** Where {@link KafkaBroker} keeps its data; not created by this class. */
    public Path kafka() {
        return path.resolve("kafka");
    }

    /** Lets another process have the directory. The servers in it must be closed before. */
    @Override
    public void close() {
        if (!lockChannel.isOpen()) {
            return;
        }
        try {
            lockChannel.close();
        } catch (IOException e) {
            LOG.debug("The lock of {} ends with the process", path, e);
        }
        HELD.remove(path);
    }

    private static Optional<FileChannel> lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
            locked = lock.isPresent();
            return lock.map(held -> channel);
        } catch (OverlappingFileLockException e) {
            // Only a copy of this class in another class loader gets here; it holds the directory all the same.
            return Optional.empty();
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    private static StartupException cannotBeWritten(Path directory, IOException cause) {
        return new StartupException("The data directory %s cannot be written".formatted(directory), cause);
    }

    private static StartupException inUse(Path directory) {
        return new StartupException("The data directory %s is in use by another process".formatted(directory));
    }
}
