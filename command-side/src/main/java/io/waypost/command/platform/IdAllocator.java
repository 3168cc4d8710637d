package io.waypost.command.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives ids: positive, unique over all nodes, below 2<sup>53</sup>, taken from the database in blocks. */
@Component
public class IdAllocator {

    /** The increment of the sequences in the database. */
    private static final int BLOCK = 50;

    private final JdbcClient jdbc;
    private final Map<String, Block> blocks = new ConcurrentHashMap<>();

    IdAllocator(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next id of a kind of thing.
     *
     * @param kind {@code course}, {@code module}, {@code post}, {@code user} or {@code group}
     */
    public long next(String kind) {
        return blocks.compute(kind, (k, block) -> block == null || block.isUsedUp() ? fetch(k) : block.advance())
                .next();
    }

    private Block fetch(String kind) {
        long first = jdbc.sql("select nextval(?::regclass)")
                .param("waypost_write." + kind + "_id")
                .query(Long.class)
                .single();
        return new Block(first, first + BLOCK);
    }

    private record Block(long next, long end) {

        boolean isUsedUp() {
            return next + 1 >= end;
        }

        Block advance() {
            return new Block(next + 1, end);
        }
    }
}
