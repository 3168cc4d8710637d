package io.waypost.query.sample;

import io.waypost.command.CommandSideApplication;
import io.waypost.query.othersample.OtherFeature;

/** Reaches for the other side and for another feature. */
public final class QuerySample {

    /** Does so. */
    public String other() {
        return CommandSideApplication.class.getName() + OtherFeature.class.getName();
    }
}
