package io.waypost.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory a broker keeps its logs and metadata in. */
final class KafkaStorage {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaStorage.class);

    private KafkaStorage() {}

    /**
     * Makes a directory ready for a broker's first start; leaves one alone that is.
     *
     * @return the directory, absolute and free of symbolic links
     */
    static Path prepare(Path directory) throws IOException {
        Path home = Files.createDirectories(directory).toRealPath();
        // Written last by the formatter, so a format that was cut off is simply done again.
        if (!Files.exists(home.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            format(home);
        }
        return home;
    }

    private static void format(Path home) throws IOException {
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(nowhere)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(KafkaSettings.NODE_ID)
                    .setControllerListenerName(KafkaSettings.CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(home.toString())
                    .addDirectory(home.toString())
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("Formatting failed", e);
        }
        LOG.info("Formatted {} for Kafka", home);
    }
}
