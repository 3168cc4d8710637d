package io.waypost.command;

import io.waypost.command.account.User;
import io.waypost.command.course.Course;
import io.waypost.command.group.Group;
import io.waypost.command.learner.Learner;
import io.waypost.command.module.LearningModule;
import io.waypost.platform.eventstore.SnapshotTypes;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names under which the states of aggregates are stored. */
@Configuration(proxyBeanMethods = false)
class AggregateSnapshots {

    @Bean
    SnapshotTypes snapshotTypes() {
        return new SnapshotTypes(Map.of(
                "Course", Course.class,
                "Group", Group.class,
                "Learner", Learner.class,
                "LearningModule", LearningModule.class,
                "User", User.class));
    }
}
