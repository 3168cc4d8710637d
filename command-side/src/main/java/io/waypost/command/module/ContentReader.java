package io.waypost.command.module;

import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostContent.AttachmentContent;
import io.waypost.api.module.PostContent.DefaultContent;
import io.waypost.api.module.PostContent.VideoContent;
import io.waypost.api.module.PostType;
import io.waypost.platform.web.InvalidInput;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the content of a post from a request and judges its form. That a required text is blank is no matter of form: the
 * module refuses it.
 */
@Component
class ContentReader {

    private static final String CONTENT = "content";
    private static final int TEXT_LENGTH = 100_000;
    private static final int NAME_LENGTH = 255;
    private static final int ALL = 100;
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*");

    private final JsonMapper mapper;

    ContentReader(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Reads the content of a post.
     *
     * @throws InvalidInput with all that is wrong, if it is no content of that type
     */
    PostContent read(PostType type, JsonNode content) {
        if (!content.isObject()) {
            throw InvalidInput.of(CONTENT, "must be an object");
        }
        Findings findings = new Findings();
        FieldReader fields = new FieldReader(mapper, content, CONTENT, findings);
        PostContent read = switch (type) {
            case DEFAULT -> new DefaultContent(fields.text("text", TEXT_LENGTH), fields.optionalUrl("image_url"));
            case VIDEO -> video(fields);
            case ATTACHMENT -> attachment(fields);
            case QUIZ -> new QuizReader(findings).read(fields);
        };
        findings.refuseIfAny();
        return read;
    }

    private static VideoContent video(FieldReader fields) {
        return new VideoContent(
                fields.url("url"),
                fields.integer("duration_seconds", 1, FieldReader.LARGEST),
                fields.optionalInteger("required_watch_percent", 1, ALL).map(Math::toIntExact));
    }

    private static AttachmentContent attachment(FieldReader fields) {
        return new AttachmentContent(
                fields.url("url"),
                fields.text("file_name", NAME_LENGTH),
                mediaType(fields),
                fields.integer("size_bytes", 0, FieldReader.LARGEST));
    }

    private static String mediaType(FieldReader fields) {
        String mediaType = fields.text("media_type", NAME_LENGTH);
        if (!mediaType.isEmpty() && !MEDIA_TYPE.matcher(mediaType).matches()) {
            fields.wrong("media_type", "must have the form type/subtype");
        }
        return mediaType;
    }
}
