package io.waypost.command.group;

import io.waypost.api.group.GroupRole;
import io.waypost.api.user.UserId;
import io.waypost.command.group.GroupCommand.ImportMembers.Newcomer;
import io.waypost.platform.web.FieldProblem;
import io.waypost.platform.web.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A list of users to take into a group, as CSV: in each line a username or an e-mail address and, if it is not that of a
 * plain member, a role. Lines without anything are passed over, as is a first line {@code user,role}.
 */
final class MemberFile {

    private static final int COLUMNS = 2;
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(true)
            .setTrim(true)
            .get();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<Line> lines = new ArrayList<>();
    private final SortedMap<Long, String> problems = new TreeMap<>();

    private MemberFile() {}

    /**
     * Reads a file. What is wrong with its lines is said by {@link #newcomers}.
     *
     * @throws InvalidInput if it names nobody at all
     */
    static MemberFile read(String text) {
        MemberFile file = new MemberFile();
        try (CSVParser parser = CSVParser.parse(withoutMark(text), FORMAT)) {
            file.readAll(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (file.lines.isEmpty() && file.problems.isEmpty()) {
            throw InvalidInput.of("body", "names nobody");
        }
        return file;
    }

    /** The lines, in order. */
    List<Line> lines() {
        return List.copyOf(lines);
    }

    /**
     * Whom the lines mean, in order, if nothing at all is wrong with the file.
     *
     * @param known the users behind the names in it
     * @throws InvalidInput with every line that is wrong
     */
    List<Newcomer> newcomers(Map<String, Set<UserId>> known) {
        SortedMap<Long, String> wrong = new TreeMap<>(problems);
        List<Newcomer> newcomers = new ArrayList<>();
        Map<UserId, GroupRole> named = new HashMap<>();
        for (Line line : lines) {
            Set<UserId> users = known.getOrDefault(line.user(), Set.of());
            if (users.size() == 1) {
                UserId userId = users.iterator().next();
                if (named.merge(userId, line.role(), (first, again) -> first) != line.role()) {
                    wrong.put(line.number(), "names a user of an earlier line, with another role");
                }
                newcomers.add(new Newcomer(userId, line.role()));
            } else {
                wrong.put(line.number(), users.isEmpty() ? "names no user" : "names more than one user");
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong.entrySet().stream()
                    .map(line -> new FieldProblem("line " + line.getKey(), line.getValue()))
                    .toList());
        }
        return newcomers;
    }

    private void readAll(CSVParser parser) {
        Iterator<CSVRecord> records = parser.iterator();
        long number = 1;
        try {
            while (records.hasNext()) {
                CSVRecord cells = records.next();
                if (number > 1 || !isHeader(cells)) {
                    readLine(number, cells);
                }
                number = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException e) {
            problems.put(number, "cannot be read, and neither can what follows it");
        }
    }

    private void readLine(long number, CSVRecord cells) {
        String user = cells.get(0);
        if (cells.size() == 1 && user.isEmpty()) {
            return;
        }
        Optional<GroupRole> role = cells.size() < COLUMNS || cells.get(1).isEmpty()
                ? Optional.of(GroupRole.MEMBER)
                : GroupRole.ofCode(cells.get(1));
        if (cells.size() > COLUMNS) {
            problems.put(number, "has more than a user and a role");
        } else if (user.isEmpty()) {
            problems.put(number, "is blank where the user should be");
        } else if (role.isEmpty()) {
            problems.put(number, "has a role that is not member, moderator or owner");
        } else {
            lines.add(new Line(number, user, role.get()));
        }
    }

    private static boolean isHeader(CSVRecord cells) {
        return cells.size() == COLUMNS
                && cells.get(0).equalsIgnoreCase("user")
                && cells.get(1).equalsIgnoreCase("role");
    }

    /** Spreadsheets put it in front of what they export. */
    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /**
     * A line that can be understood.
     *
     * @param number from 1, where it starts in the file
     * @param user the name as it stands there
     */
    record Line(long number, String user, GroupRole role) {

        /** Without what is personal, so that no log line ever shows it. */
        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }
}
