package io.waypost.query.group;

import io.waypost.api.user.UserId;
import io.waypost.query.platform.PersonalData;
import org.springframework.stereotype.Component;

/** The groups that a person is in, for the export of personal data. */
@Component
class GroupsOfPerson implements PersonalData {

    private final GroupRepository groups;

    GroupsOfPerson(GroupRepository groups) {
        this.groups = groups;
    }

    @Override
    public String section() {
        return "groups";
    }

    @Override
    public Object of(UserId user) {
        return groups.findMemberships(user.value());
    }
}
