package io.waypost.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.query.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class RightsIT {

    private static final TestDatabase DATABASE = TestDatabase.create();

    private static void assertDenied(JdbcClient jdbc, String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into waypost_write.domain_event (event_id, aggregate_id, sequence_number, aggregate_type,"
                        + " occurred_at, event_type, revision, payload, metadata)"
                        + " values ('1', 'course-1', 0, 'Course', '', 'CourseDeleted', '1', '{}', '{}')",
                "update waypost_write.domain_event set payload = '{}'",
                "delete from waypost_write.domain_event",
                "truncate waypost_write.domain_event",
                "select private_jwk from waypost_write.signing_key",
                "select * from waypost_write.signing_key",
                "select password_hash from waypost_write.account",
                "select * from waypost_write.account",
                "update waypost_write.account set role = 'admin'",
                "update waypost_write.token_entry set token = null",
                "create table waypost_read.own (id bigint)",
                "create table waypost_rebuild.own (id bigint)",
                "drop table waypost_read.course",
                "drop table waypost_read.group_member",
                "alter table waypost_read.course add column own text",
                "insert into waypost_rebuild.view_table values ('token_entry', 'mine', 1)"
            })
    void theQuerySideMayNot(String sql) {
        assertDenied(DATABASE.asQuery(), sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update waypost_read.token_entry set token = null",
                "delete from waypost_read.projection_rebuild",
                "update waypost_read.projection_rebuild set position = 1",
                "select * from waypost_read.course",
                "select * from waypost_read.group_member",
                "select * from waypost_read.user_course",
                "select waypost_rebuild.create_tables('course-outline')"
            })
    void theCommandSideMayNot(String sql) {
        assertDenied(DATABASE.asCommand(), sql);
    }

    @Test
    void theCommandSideAsksForARebuildAndSeesHowFarTheViewsAre() {
        JdbcClient command = DATABASE.asCommand();
        command.sql("insert into waypost_read.projection_rebuild (name, requested_by) values ('some-view', 1)")
                .update();

        assertThat(command.sql("select name from waypost_read.projection_rebuild")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("some-view"));
        assertThat(command.sql("select processor_name, token from waypost_read.token_entry")
                        .query()
                        .listOfRows())
                .isEmpty();
    }

    @Test
    void theOwnerCanStillAlterRebuiltTables() {
        DATABASE.asQuery()
                .sql("select waypost_rebuild.create_tables('course-outline')")
                .query()
                .listOfRows();
        DATABASE.asQuery()
                .sql("select waypost_rebuild.swap_tables('course-outline')")
                .query()
                .listOfRows();

        DATABASE.asOwner()
                .sql("alter table waypost_read.course add column later text")
                .update();

        assertThat(DATABASE.asQuery()
                        .sql("select later from waypost_read.course")
                        .query()
                        .listOfRows())
                .isEmpty();
    }
}
