package org.interlieux.it.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the benchmark ran. */
record Machine(String processor, int cores, long memoryBytes, String system, String java) {

    static Machine thisOne() {
        OperatingSystemMXBean bean = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                told(Path.of("/proc/cpuinfo"), "model name", bean.getArch()),
                bean.getAvailableProcessors(),
                bean.getTotalMemorySize(),
                told(Path.of("/etc/os-release"), "PRETTY_NAME", bean.getName()) + ", " + bean.getName() + " "
                        + bean.getVersion(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    }

    @Override
    public String toString() {
        return "%s, %d cores, %d GiB of memory, %s"
                .formatted(processor, cores, Math.round(memoryBytes / 0x1p30), system);
    }

    /** From a file of lines like {@code model name : …} or {@code PRETTY_NAME="…"}. */
    private static String told(Path file, String key, String otherwise) {
        if (!Files.isReadable(file)) {
            return otherwise;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.split("[:=]", 2)[1].replace("\"", "").strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
