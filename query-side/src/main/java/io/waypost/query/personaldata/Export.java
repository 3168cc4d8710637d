package io.waypost.query.personaldata;

import io.waypost.api.problem.RequestRejected;
import io.waypost.api.user.UserId;
import io.waypost.query.platform.PersonalData;
import io.waypost.query.platform.PersonalRecords;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes everything that is held about a person. However much that is, only a part of it is in memory. */
@Component
class Export {

    private final List<PersonalData> parts;
    private final List<PersonalRecords> records;
    private final ObjectWriter writer;

    Export(List<PersonalData> parts, List<PersonalRecords> records, JsonMapper json) {
        this.parts = parts.stream()
                .sorted(Comparator.comparing(PersonalData::section))
                .toList();
        this.records = List.copyOf(records);
        this.writer = json.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET);
    }

    /**
     * Writes one JSON object with a field per part, and leaves the target open.
     *
     * @throws RequestRejected if there is no such user; nothing has been written then
     */
    void write(UserId user, OutputStream target) {
        Map<String, Object> held = new LinkedHashMap<>();
        parts.forEach(part -> held.put(part.section(), part.of(user)));
        try (JsonGenerator generator = writer.createGenerator(target)) {
            generator.writeStartObject();
            held.forEach(generator::writePOJOProperty);
            for (PersonalRecords part : records) {
                generator.writeArrayPropertyStart(part.section());
                part.each(user, generator::writePOJO);
                generator.writeEndArray();
            }
            generator.writeEndObject();
        }
    }
}
