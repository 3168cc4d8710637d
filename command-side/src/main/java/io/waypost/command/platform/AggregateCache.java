package io.waypost.command.platform;

import javax.cache.Cache;
import org.axonframework.common.caching.JCacheAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps aggregates in use. One that a command would have begun, but to which nothing happened in the end, has no identifier:
 * nothing is kept of it.
 */
final class AggregateCache extends JCacheAdapter {

    AggregateCache(Cache<Object, Object> cache) {
        super(cache);
    }

    @Override
    public void put(@Nullable Object key, Object value) {
        if (key != null) {
            super.put(key, value);
        }
    }

    @Override
    public boolean remove(@Nullable Object key) {
        return key != null && super.remove(key);
    }
}
