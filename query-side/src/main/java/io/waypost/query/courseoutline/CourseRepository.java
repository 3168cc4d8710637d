package io.waypost.query.courseoutline;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Reads courses. A module that a course names counts and is shown only if it exists: between the deletion of a module and
 * its leaving the course the two differ for a moment.
 */
interface CourseRepository extends Repository<CourseRow, Long> {

    @Query("""
            select new io.waypost.query.courseoutline.CountedCourse(c,
                   (select count(*) from CourseModuleRow cm join ShownModuleRow m on m.id = cm.moduleId
                     where cm.courseId = c.id))
              from CourseRow c
             order by c.createdAt, c.id
            """)
    List<CountedCourse> findAllCounted();

    @Query("""
            select new io.waypost.query.courseoutline.CountedCourse(c,
                   (select count(*) from CourseModuleRow cm join ShownModuleRow m on m.id = cm.moduleId
                     where cm.courseId = c.id))
              from CourseRow c
             where c.id in :ids
             order by c.createdAt, c.id
            """)
    List<CountedCourse> findCounted(Collection<Long> ids);
}
