package io.waypost.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs for this machine, unpacked from the class path once and shared by all later starts.
 *
 * <p>They go to the temporary directory, whose cleaners may take single files away after a while; so their number is
 * written down and an incomplete set is unpacked anew.
 */
final class PostgresBinaries {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);
    private static final String COMPLETE = ".complete";
    private static final int DIGEST_CHARACTERS = 16;

    private PostgresBinaries() {}

    /** The directory with {@code bin}, {@code lib} and {@code share}. Safe to be called by many processes at once. */
    static Path unpacked() throws IOException {
        return unpackedIn(privateDirectory());
    }

    /** The same, in a directory of the caller's choice. */
    static Path unpackedIn(Path parent) throws IOException {
        byte[] archive = archive();
        Path home = parent.resolve("postgres-" + digest(archive).substring(0, DIGEST_CHARACTERS));
        if (!isComplete(home)) {
            unpack(archive, parent, home);
        }
        return home;
    }

    private static byte[] archive() throws IOException {
        try (InputStream stream = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), machine())) {
            return stream.readAllBytes();
        } catch (IllegalStateException e) {
            throw new StartupException(
                    "There is no embedded PostgreSQL for this machine (%s, %s)".formatted(system(), machine()), e);
        }
    }

    private static void unpack(byte[] archive, Path parent, Path home) throws IOException {
        LOG.info("Unpacking PostgreSQL to {}", home);
        Path fresh = Files.createTempDirectory(parent, "unpacking");
        extract(archive, fresh);
        Files.writeString(fresh.resolve(COMPLETE), Long.toString(countFiles(fresh)));
        if (Files.exists(home) && !isComplete(home)) {
            // Aside, not over: a server that still runs from the old files must not see them change.
            Files.move(home, Files.createTempDirectory(parent, "damaged").resolve("postgres"));
        }
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!isComplete(home)) {
                throw e;
            }
            // Another process unpacked the same files at the same time and was faster.
            Directories.deleteQuietly(fresh);
        }
    }

    private static void extract(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("An archive entry leaves its directory: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(parentOf(path));
                if (entry.isSymbolicLink() || entry.isLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    if (parentOf(path).endsWith("bin") && !path.toFile().setExecutable(true, false)) {
                        throw new IOException("Cannot make executable: " + path);
                    }
                }
            }
        }
    }

    private static boolean isComplete(Path home) throws IOException {
        Path marker = home.resolve(COMPLETE);
        return Files.isRegularFile(marker) && Files.readString(marker).equals(Long.toString(countFiles(home)));
    }

    private static long countFiles(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !file.endsWith(COMPLETE))
                    .count();
        }
    }

    /** Programs that will be run must not come from a directory that another user of the machine prepared. */
    private static Path privateDirectory() throws IOException {
        String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9_-]", "_");
        Path directory = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "waypost-" + user));
        Path probe = Files.createTempFile(directory, "owner", "");
        try {
            if (!Files.getOwner(directory).equals(Files.getOwner(probe))) {
                throw new StartupException("The directory %s belongs to another user".formatted(directory));
            }
        } finally {
            Files.delete(probe);
        }
        Directories.makePrivate(directory);
        return directory;
    }

    private static Path parentOf(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException("No parent: " + path);
        }
        return parent;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "Windows";
        }
        return name.startsWith("mac") ? "Darwin" : "Linux";
    }

    private static String machine() {
        String machine = System.getProperty("os.arch");
        return "amd64".equals(machine) ? "x86_64" : machine;
    }

    private static String digest(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
