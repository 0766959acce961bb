package homstyle.metrics;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What the process takes: memory, processor, threads, collections. Read when somebody asks, not in between. */
final class ProcessMeters implements AutoCloseable {
    /** Linux has it, others have not. Unlike {@code statm} beside it, it counts in kB and not in pages. */
    private static final Path STATUS = Path.of("/proc/self/status");

    private static final String RESIDENT = "VmRSS:";

    private final JvmGcMetrics collections = new JvmGcMetrics();

    void bindTo(MeterRegistry registry) {
        List.<MeterBinder>of(
                        collections,
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(registry));
        Gauge.builder("homstyle.heap.after.gc", ProcessMeters::heapAfterCollection)
                .description("Heap in use after the last collection; 0 before the first")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("process.resident.memory", ProcessMeters::residentMemory)
                .description("Memory of the process in RAM; NaN where the system does not tell")
                .baseUnit("bytes")
                .register(registry);
    }

    @Override
    public void close() {
        collections.close();
    }

    /** What a pool says of its last collection would do only after a full one: G1 mostly collects young pools alone. */
    private static long heapAfterCollection() {
        var heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getName)
                .collect(Collectors.toSet());
        return ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
                .map(GarbageCollectorMXBean::getLastGcInfo)
                .filter(Objects::nonNull)
                .max(Comparator.comparingLong(GcInfo::getEndTime))
                .map(last -> used(last, heap))
                .orElse(0L);
    }

    private static long used(GcInfo collection, Set<String> pools) {
        return collection.getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> pools.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    private static double residentMemory() {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .map(line -> line.substring(RESIDENT.length()).replace("kB", ""))
                    .mapToDouble(kilobytes -> Double.parseDouble(kilobytes) * 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException notLinux) {
            return Double.NaN;
        }
    }
}
