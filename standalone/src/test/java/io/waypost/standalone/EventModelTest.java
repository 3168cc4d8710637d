package io.waypost.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.waypost.api.event.EventCatalog;
import io.waypost.api.event.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** docs/event-model.md has one row for each command, and what it names exists. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventModelTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern IN_BACKTICKS = Pattern.compile("`(\\w+)`");
    private static final Pattern TEST_CLASS = Pattern.compile("\\w+(?:Test|IT)\\b");
    private static final int COLUMNS = 7;

    private List<Row> rows = List.of();

    @BeforeAll
    void read() throws IOException {
        rows = Files.readAllLines(ROOT.resolve("docs").resolve("event-model.md")).stream()
                .dropWhile(line -> !line.startsWith("| Command | REST |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(Row::parse)
                .toList();
    }

    @Test
    void eachCommandHasOneRowAndNoRowIsOfAnother() {
        assertThat(rows).extracting(Row::command).containsExactlyInAnyOrderElementsOf(commands());
    }

    @Test
    void eachEventIsInSomeRowAndNoRowNamesAnother() {
        assertThat(rows.stream().flatMap(row -> row.events().stream()))
                .containsAll(events())
                .isSubsetOf(events());
    }

    @Test
    void eachRowNamesTestsThatExist() throws IOException {
        Set<String> existing = testClasses();

        assertThat(rows).allSatisfy(row -> assertThat(row.tests()).isNotEmpty().isSubsetOf(existing));
    }

    /** What the aggregates handle, which is what can be asked of them. */
    private static Set<String> commands() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.waypost").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(CommandHandler.class))
                        .map(EventModelTest::command)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static String command(JavaMethod handler) {
        JavaClass command = handler.getRawParameterTypes().getFirst();
        return command.getSimpleName();
    }

    private static List<String> events() {
        return EventCatalog.complete().all().stream().map(EventType::name).toList();
    }

    private static Set<String> testClasses() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            List<Path> sources = modules.map(module -> module.resolve(Path.of("src", "test", "java")))
                    .filter(Files::isDirectory)
                    .toList();
            return sources.stream()
                    .flatMap(EventModelTest::javaFiles)
                    .map(file -> file.replace(".java", ""))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private static Stream<String> javaFiles(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".java"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A row of the table.
     *
     * @param command the one command in its first column
     * @param events the events in its third column
     * @param tests the test classes in its last column
     */
    record Row(String command, List<String> events, List<String> tests) {

        static Row parse(String line) {
            List<String> cells = Arrays.stream(line.substring(1).split("\\|", -1))
                    .limit(COLUMNS)
                    .map(String::strip)
                    .toList();
            List<String> commands = matches(IN_BACKTICKS, cells.getFirst());
            assertThat(commands).as(line).hasSize(1);
            return new Row(
                    commands.getFirst(), matches(IN_BACKTICKS, cells.get(2)), matches(TEST_CLASS, cells.getLast()));
        }

        private static List<String> matches(Pattern pattern, String cell) {
            return pattern.matcher(cell).results().map(Row::text).toList();
        }

        private static String text(MatchResult found) {
            return found.groupCount() == 0 ? found.group() : found.group(1);
        }
    }
}
