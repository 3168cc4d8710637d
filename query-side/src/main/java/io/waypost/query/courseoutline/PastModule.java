package io.waypost.query.courseoutline;

import io.waypost.api.module.Color;
import io.waypost.api.module.ModuleId;
import java.util.Optional;

/** What a course showed of a module. */
record PastModule(ModuleId id, String title, Optional<String> description, Optional<Color> color) {

    OutlinedModuleAnswer answer(int ordering) {
        return new OutlinedModuleAnswer(id.value(), title, description, color.map(Color::value), ordering);
    }
}
