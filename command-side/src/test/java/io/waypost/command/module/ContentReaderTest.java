package io.waypost.command.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.waypost.api.module.PostContent;
import io.waypost.api.module.PostContent.AttachmentContent;
import io.waypost.api.module.PostContent.DefaultContent;
import io.waypost.api.module.PostContent.VideoContent;
import io.waypost.api.module.PostType;
import io.waypost.platform.web.FieldProblem;
import io.waypost.platform.web.InvalidInput;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ContentReaderTest {

    private static final JsonMapper MAPPER = RequestJson.mapper();
    private static final String LARGEST = "9007199254740991";

    private final ContentReader reader = new ContentReader(MAPPER);

    @Test
    void readsText() {
        assertThat(read(PostType.DEFAULT, "{'text': 'Rest', 'image_url': 'https://a.org/b.png'}"))
                .isEqualTo(new DefaultContent("Rest", Optional.of("https://a.org/b.png")));
    }

    @Test
    void readsVideo() {
        assertThat(read(
                        PostType.VIDEO,
                        "{'url': 'http://a.org/b.mp4', 'duration_seconds': 240, 'required_watch_percent': 80}"))
                .isEqualTo(new VideoContent("http://a.org/b.mp4", 240, Optional.of(80)));
    }

    @Test
    void readsAttachment() {
        assertThat(read(
                        PostType.ATTACHMENT,
                        "{'url': 'https://a.org/b.pdf', 'file_name': 'b.pdf', 'media_type': 'application/pdf',"
                                + " 'size_bytes': 0}"))
                .isEqualTo(new AttachmentContent("https://a.org/b.pdf", "b.pdf", "application/pdf", 0));
    }

    @Test
    void trimsTexts() {
        assertThat(read(PostType.DEFAULT, "{'text': '  Rest \\n', 'image_url': ' https://a.org '}"))
                .isEqualTo(new DefaultContent("Rest", Optional.of("https://a.org")));
    }

    @Test
    void ignoresUnknownFields() {
        assertThat(read(PostType.DEFAULT, "{'text': 'Rest', 'mood': ['calm'], 'type': 'default'}"))
                .isEqualTo(new DefaultContent("Rest", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'text': 'Rest'}", "{'text': 'Rest', 'image_url': null}", "{'text': 'Rest', 'image_url': ' '}"})
    void takesOptionalUrlAsAbsent(String content) {
        assertThat(read(PostType.DEFAULT, content)).isEqualTo(new DefaultContent("Rest", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", 'required_watch_percent': null"})
    void takesOptionalNumberAsAbsent(String rest) {
        assertThat(read(PostType.VIDEO, "{'url': 'https://a.org', 'duration_seconds': 1" + rest + "}"))
                .isEqualTo(new VideoContent("https://a.org", 1, Optional.empty()));
    }

    @Test
    void leavesBlankRequiredTextsToTheModule() {
        assertThat(read(PostType.DEFAULT, "{'text': ' '}")).isEqualTo(new DefaultContent("", Optional.empty()));
        assertThat(read(PostType.ATTACHMENT, "{'url': '', 'file_name': '', 'media_type': '', 'size_bytes': 1}"))
                .isEqualTo(new AttachmentContent("", "", "", 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                       | content.text      | is required
            {'text': null}                           | content.text      | is required
            {'text': 5}                              | content.text      | must be a text
            {'text': true}                           | content.text      | must be a text
            {'text': ['Rest']}                       | content.text      | must be a text
            {'text': 'a\\u0000b'}                    | content.text      | contains a character that is not allowed
            {'text': 'a\\ud800b'}                    | content.text      | contains a character that is not allowed
            {'text': 'a', 'image_url': 5}            | content.image_url | must be a text
            {'text': 'a', 'image_url': 'image.png'}  | content.image_url | must be an http or https URL""")
    void rejectsDefaultContent(String content, String field, String message) {
        assertThat(problems(PostType.DEFAULT, content)).containsExactly(new FieldProblem(field, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'duration_seconds': 0              | content.duration_seconds       | must be between 1 and 9007199254740991
            'duration_seconds': -1             | content.duration_seconds       | must be between 1 and 9007199254740991
            'duration_seconds': 9007199254740992 | content.duration_seconds     | must be between 1 and 9007199254740991
            'duration_seconds': 99999999999999999999 | content.duration_seconds | must be between 1 and 9007199254740991
            'duration_seconds': 1.5            | content.duration_seconds       | must be a whole number
            'duration_seconds': 60.0           | content.duration_seconds       | must be a whole number
            'duration_seconds': '60'           | content.duration_seconds       | must be a whole number
            'duration_seconds': true           | content.duration_seconds       | must be a whole number
            'duration_seconds': null           | content.duration_seconds       | is required
            'a': 1                             | content.duration_seconds       | is required
            'duration_seconds': 60, 'required_watch_percent': 0 | content.required_watch_percent | must be between 1 and 100
            'duration_seconds': 60, 'required_watch_percent': 101 | content.required_watch_percent | must be between 1 and 100
            'duration_seconds': 60, 'required_watch_percent': '80' | content.required_watch_percent | must be a whole number""")
    void rejectsVideoContent(String fields, String field, String message) {
        assertThat(problems(PostType.VIDEO, "{'url': 'https://a.org', " + fields + "}"))
                .containsExactly(new FieldProblem(field, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'media_type': 'a/b', 'size_bytes': -1              | content.size_bytes | must be between 0 and 9007199254740991
            'media_type': 'a/b', 'size_bytes': 1.5             | content.size_bytes | must be a whole number
            'media_type': 'a/b'                                | content.size_bytes | is required
            'media_type': 'pdf', 'size_bytes': 1               | content.media_type | must have the form type/subtype
            'media_type': 'application/', 'size_bytes': 1      | content.media_type | must have the form type/subtype
            'media_type': 'a/b/c', 'size_bytes': 1             | content.media_type | must have the form type/subtype
            'size_bytes': 1                                    | content.media_type | is required""")
    void rejectsAttachmentContent(String fields, String field, String message) {
        assertThat(problems(PostType.ATTACHMENT, "{'url': 'https://a.org', 'file_name': 'b', " + fields + "}"))
                .containsExactly(new FieldProblem(field, message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.org",
                "HTTP://a.org:8080/b?c=d#e",
                "http://localhost/x",
                "https://my_bucket.a.org/b",
                "https://[2001:db8::1]/b",
                "https://a.org/%C3%BC/\u00fc"
            })
    void acceptsUrl(String url) {
        assertThat(read(PostType.DEFAULT, "{'text': 'a', 'image_url': '" + url + "'}"))
                .isEqualTo(new DefaultContent("a", Optional.of(url)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.org",
                "/b",
                "//a.org/b",
                "ftp://a.org/b",
                "javascript:alert(1)",
                "https:",
                "https://",
                "https:a.org",
                "https:///b",
                "https://:80/b",
                "https://a b.org",
                "https://a.org/b c",
                "data:text/plain,hi"
            })
    void rejectsUrl(String url) {
        assertThat(problems(PostType.DEFAULT, "{'text': 'a', 'image_url': '" + url + "'}"))
                .containsExactly(new FieldProblem("content.image_url", "must be an http or https URL"));
    }

    @Test
    void keepsTextsToTheirLength() {
        assertThat(problems(PostType.DEFAULT, "{'text': '" + "a".repeat(100_000) + "'}"))
                .isEmpty();
        assertThat(problems(PostType.DEFAULT, "{'text': '" + "a".repeat(100_001) + "'}"))
                .containsExactly(new FieldProblem("content.text", "must not be longer than 100000 characters"));
    }

    @Test
    void keepsUrlsToTheirLength() {
        String start = "https://a.org/";
        assertThat(problems(PostType.VIDEO, videoAt(start + "a".repeat(2000 - start.length()))))
                .isEmpty();
        assertThat(problems(PostType.VIDEO, videoAt(start + "a".repeat(2001 - start.length()))))
                .containsExactly(new FieldProblem("content.url", "must not be longer than 2000 characters"));
    }

    @Test
    void keepsFileNamesToTheirLength() {
        assertThat(problems(PostType.ATTACHMENT, attachmentNamed("a".repeat(255))))
                .isEmpty();
        assertThat(problems(PostType.ATTACHMENT, attachmentNamed("a".repeat(256))))
                .containsExactly(new FieldProblem("content.file_name", "must not be longer than 255 characters"));
    }

    @Test
    void acceptsTheLargestNumbers() {
        assertThat(problems(PostType.VIDEO, "{'url': 'https://a.org', 'duration_seconds': " + LARGEST + "}"))
                .isEmpty();
    }

    @Test
    void namesAllThatIsWrong() {
        assertThat(problems(PostType.ATTACHMENT, "{'url': 'a', 'file_name': 5, 'media_type': 'b', 'size_bytes': -1}"))
                .extracting(FieldProblem::field)
                .containsExactly("content.url", "content.file_name", "content.media_type", "content.size_bytes");
    }

    @ParameterizedTest
    @EnumSource
    void rejectsWhatIsNoObject(PostType type) {
        for (String content : List.of("null", "'a'", "5", "[]", "true")) {
            assertThat(problems(type, content)).containsExactly(new FieldProblem("content", "must be an object"));
        }
    }

    @Test
    void rejectsContentOfAnotherType() {
        assertThat(problems(PostType.DEFAULT, videoAt("https://a.org")))
                .containsExactly(new FieldProblem("content.text", "is required"));
        assertThat(problems(PostType.VIDEO, "{'text': 'a'}"))
                .extracting(FieldProblem::field)
                .containsExactly("content.url", "content.duration_seconds");
    }

    private PostContent read(PostType type, String content) {
        return reader.read(type, MAPPER.readTree(content.replace('\'', '"')));
    }

    private List<FieldProblem> problems(PostType type, String content) {
        return Optional.ofNullable(catchThrowableOfType(InvalidInput.class, () -> read(type, content)))
                .map(InvalidInput::errors)
                .orElse(List.of());
    }

    private static String videoAt(String url) {
        return "{'url': '" + url + "', 'duration_seconds': 60}";
    }

    private static String attachmentNamed(String name) {
        return "{'url': 'https://a.org', 'file_name': '" + name + "', 'media_type': 'a/b', 'size_bytes': 1}";
    }
}
