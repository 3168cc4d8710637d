package io.waypost.query.platform;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The position of the last event that all views have folded in, with all before it, as part of a statement.
 *
 * <p>A gap in a token is the place of an event that was not visible when those around it were. Most gaps are appends that
 * were rolled back and mean nothing; one whose event is there by now is an event that is not folded in yet.
 */
@Component
public final class PositionOfViews {

    private final String expression;

    PositionOfViews(List<View> views) {
        String names = views.stream().map(view -> "'" + view.name() + "'").collect(Collectors.joining(", "));
        this.expression = """
                (select coalesce(min(coalesce(
                          case when t.token not like '%"gaps":[]%' then
                            (select min(e.global_index) - 1
                               from waypost_write.domain_event e
                              where e.global_index = any (array(
                                      select gap::bigint from json_array_elements_text(t.token::json -> 'gaps') gap)))
                          end,
                          (t.token::json ->> 'index')::bigint,
                          0)), 0)
                   from waypost_read.token_entry t
                  where t.processor_name in (NAMES))""".replace("NAMES", names);
    }

    /** An expression for it, in brackets. */
    public String expression() {
        return expression;
    }
}
