package io.waypost.command.learner;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.waypost.command.learner.WatchedParts.Part;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Keeps in memory what was watched. */
final class KnownVideos {

    private KnownVideos() {}

    /** Of every video these parts were watched already. */
    static WatchedVideos watched(Part... before) {
        Map<Object, WatchedParts> kept = new HashMap<>();
        WatchedVideos videos = mock();
        when(videos.add(any(), any(), any(), anyLong())).thenAnswer(asked -> {
            long duration = asked.getArgument(3);
            WatchedParts parts = asked.getArgument(2);
            WatchedParts known = kept.getOrDefault(asked.getArgument(1), WatchedParts.union(Stream.of(before)));
            WatchedParts after = known.and(parts.within(duration));
            kept.put(asked.getArgument(1), after);
            return after.percentOf(duration);
        });
        return videos;
    }

    /** A part from one second to another. */
    static Part seconds(long from, long to) {
        return new Part(from * 1000, to * 1000);
    }
}
