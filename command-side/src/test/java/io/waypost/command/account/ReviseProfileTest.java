package io.waypost.command.account;

import static io.waypost.command.Refusal.refusedAsStale;
import static io.waypost.command.account.UserFixture.NOW;
import static io.waypost.command.account.UserFixture.USER;
import static io.waypost.command.account.UserFixture.account;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.waypost.api.user.ProfileField;
import io.waypost.api.user.SystemRole;
import io.waypost.api.user.UserEvent.UserErased;
import io.waypost.api.user.UserEvent.UserProfileRevised;
import io.waypost.command.account.UserCommand.ReviseProfile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.junit.jupiter.api.Test;

class ReviseProfileTest {

    private final UserFixture fixture = new UserFixture();

    @Test
    void saysWhichPartsChangedAndKeepsTheirValuesInTheAccount() {
        LocalDate birth = LocalDate.of(2024, 2, 29);

        fixture.given(SystemRole.USER)
                .when(revise(new ProfileChange(
                        Optional.of(Optional.of("Ada Augusta")),
                        Optional.empty(),
                        Optional.of(Optional.empty()),
                        Optional.empty(),
                        Optional.of(Optional.of(birth)),
                        Optional.empty())))
                .expectEvents(new UserProfileRevised(
                        USER, List.of(ProfileField.FIRST_NAME, ProfileField.CHILD_NAME, ProfileField.CHILD_DOB)))
                .expectResultMessagePayload(new UserState(account(), 1));

        verify(fixture.accounts())
                .revise(
                        USER,
                        new Profile(
                                Optional.of("Ada Augusta"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(birth),
                                Optional.empty()),
                        NOW,
                        1);
    }

    @Test
    void changesNothingIfEverythingIsAsItWas() {
        fixture.given(SystemRole.USER)
                .when(revise(firstName(Optional.of("Ada"))))
                .expectNoEvents()
                .expectResultMessagePayload(new UserState(account(), 0));

        verify(fixture.accounts(), never()).revise(any(), any(), any(), anyLong());
    }

    @Test
    void rejectsAStaleVersion() {
        fixture.given(SystemRole.USER, new UserProfileRevised(USER, List.of(ProfileField.AVATAR_URL)))
                .when(revise(firstName(Optional.empty())), Map.of("expected_version", 0L))
                .expectNoEvents()
                .expectException(refusedAsStale());
    }

    @Test
    void findsNobodyWhoWasErased() {
        fixture.given(SystemRole.USER, new UserErased(USER))
                .when(revise(firstName(Optional.empty())))
                .expectNoEvents()
                .expectException(AggregateDeletedException.class);
    }

    private static ReviseProfile revise(ProfileChange change) {
        return new ReviseProfile(USER, change, NOW);
    }

    private static ProfileChange firstName(Optional<String> name) {
        return new ProfileChange(
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
