package org.interlieux.demo.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Everything in the file, as one value: a change makes a new one. */
record StoreContent(
        @JsonProperty(value = "subjects", required = true) Map<String, String> subjects,
        @JsonProperty(value = "records", required = true) List<VisitRecord> records,
        @JsonProperty(value = "control", required = true) ControlChange control) {

    static final StoreContent EMPTY = new StoreContent(Map.of(), List.of(), ControlChange.NONE);

    StoreContent withSubject(String email, String subject) {
        Map<String, String> more = new HashMap<>(subjects);
        more.put(email, subject);
        return new StoreContent(more, records, control);
    }

    StoreContent withRecords(UnaryOperator<List<VisitRecord>> change) {
        return new StoreContent(subjects, change.apply(new ArrayList<>(records)), control);
    }

    StoreContent withControl(ControlChange changed) {
        return new StoreContent(subjects, records, changed);
    }
}
