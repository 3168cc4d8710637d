package io.waypost.query.group;

import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads groups, and who is in which. */
interface GroupRepository extends Repository<GroupRow, Long> {

    @Query("""
            select g
              from GroupRow g
             where g.createdAt > :createdAt or (g.createdAt = :createdAt and g.id > :id)
             order by g.createdAt, g.id
            """)
    List<GroupRow> findAllAfter(Instant createdAt, long id, Limit limit);

    @Query("""
            select g
              from GroupRow g
             where g.id in (select m.groupId from MembershipRow m where m.userId = :userId)
               and (g.createdAt > :createdAt or (g.createdAt = :createdAt and g.id > :id))
             order by g.createdAt, g.id
            """)
    List<GroupRow> findOwnAfter(long userId, Instant createdAt, long id, Limit limit);

    @Query("""
            select new io.waypost.query.group.HeldMembership(g.id, g.name, m.role, m.joinedAt)
              from MembershipRow m join GroupRow g on g.id = m.groupId
             where m.userId = :userId
             order by m.joinedAt, g.id
            """)
    List<HeldMembership> findMemberships(long userId);
}
