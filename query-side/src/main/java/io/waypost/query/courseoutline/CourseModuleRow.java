package io.waypost.query.courseoutline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** A module's place in a course, for reading. */
@Entity
@Immutable
@Table(schema = "waypost_read", name = "course_module")
@IdClass(CourseModuleRow.Key.class)
class CourseModuleRow {

    /**
     * The key.
     *
     * @param courseId the course
     * @param moduleId the module
     */
    record Key(long courseId, long moduleId) implements Serializable {}

    @Id
    @Column(name = "course_id")
    private long courseId;

    @Id
    @Column(name = "module_id")
    private long moduleId;

    private int ordering;

    /** For Hibernate. */
    protected CourseModuleRow() {}

    long courseId() {
        return courseId;
    }

    long moduleId() {
        return moduleId;
    }

    int ordering() {
        return ordering;
    }
}
