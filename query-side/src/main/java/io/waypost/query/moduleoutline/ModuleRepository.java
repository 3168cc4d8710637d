package io.waypost.query.moduleoutline;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads modules and posts. The rows of courses are only named here, as a screen about modules shows them. */
interface ModuleRepository extends Repository<ModuleRow, Long> {

    Optional<ModuleRow> findById(long id);

    @Query("""
            select new io.waypost.query.moduleoutline.CountedModule(m,
                   (select count(*) from OutlinedPostRow p where p.moduleId = m.id))
              from ModuleRow m
             order by m.createdAt, m.id
            """)
    List<CountedModule> findAllCounted();

    @Query("""
            select new io.waypost.query.moduleoutline.CountedModule(m,
                   (select count(*) from OutlinedPostRow p where p.moduleId = m.id))
              from ModuleRow m
             where m.id in (select cm.moduleId from CourseModuleRow cm join CourseRow c on c.id = cm.courseId
                             where c.id in :courseIds)
             order by m.createdAt, m.id
            """)
    List<CountedModule> findCountedInCourses(Collection<Long> courseIds);

    @Query("select p from PostRow p where p.id = :postId")
    Optional<PostRow> findPost(long postId);

    @Query("""
            select c.id
              from CourseModuleRow cm join CourseRow c on c.id = cm.courseId
             where cm.moduleId = :moduleId
            """)
    Set<Long> findCourseIds(long moduleId);
}
