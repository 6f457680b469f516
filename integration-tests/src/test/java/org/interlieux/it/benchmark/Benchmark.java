package org.interlieux.it.benchmark;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.interlieux.it.Directories;

/** Measures, prints and writes {@code docs/benchmark.md}, and fails when a limit is clearly exceeded. */
public final class Benchmark {
    /** In this order; what the next feature costs is a chapter more. */
    private static final List<Chapter> CHAPTERS = List.of(
            new MemoryChapter(),
            new PickerChapter(),
            new SearchChapter(),
            new LoginChapter(),
            new AccessChapter(),
            new HangingVenueChapter(),
            new VisitChapter(),
            new DeliveryChapter(),
            new DatabaseChapter(),
            new ManyVisitsChapter(),
            new VisitPlanChapter());

    private Benchmark() {}

    /** {@code -Dbenchmark.trial=<most venues>} makes a short one, which is printed only. */
    public static void main(String[] args) throws Exception {
        BenchmarkOptions options = BenchmarkOptions.fromSystemProperties();
        Report report = measure(options);
        System.out.println(report);
        if (!options.isTrial()) {
            Files.writeString(Directories.docs().resolve("benchmark.md"), report.toString());
        }
        String exceeded = report.limits().stream()
                .filter(limit -> limit.verdict() == Limit.Verdict.EXCEEDED)
                .map(limit -> limit.what() + ": " + limit.measured() + ", the limit is " + limit.allowed())
                .collect(Collectors.joining("\n"));
        if (!exceeded.isEmpty()) {
            throw new IllegalStateException("Slower than we promise:\n" + exceeded);
        }
    }

    private static Report measure(BenchmarkOptions options) throws Exception {
        try (Stage stage = Stage.start(options)) {
            Circumstances circumstances = Circumstances.of(stage);
            List<Section> sections = new ArrayList<>();
            for (Chapter chapter : CHAPTERS.stream().filter(options::includes).toList()) {
                Section section = chapter.measure(stage);
                System.out.println(section);
                sections.add(section);
            }
            return new Report(circumstances, sections);
        }
    }
}
