package org.interlieux.it.benchmark;

import org.jspecify.annotations.Nullable;

/** One step of somebody who is at the picker page; how they came there does not count. */
final class FromThePicker implements Activity {
    private final BenchmarkFederation federation;
    private final Step step;
    private SwiftVisitor visitor = new SwiftVisitor();
    private @Nullable SwiftPage picker;

    FromThePicker(BenchmarkFederation federation, Step step) {
        this.federation = federation;
        this.step = step;
    }

    @Override
    public void prepare() {
        visitor = new SwiftVisitor();
        picker = federation.openPicker(visitor);
    }

    @Override
    public int perform() {
        if (picker == null) {
            throw new IllegalStateException("Not at the picker yet");
        }
        return step.take(visitor, picker).bytes();
    }

    /** Where they go from the page. */
    interface Step {
        SwiftPage take(SwiftVisitor visitor, SwiftPage picker);
    }
}
