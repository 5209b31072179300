package dev.aludel.benchmarks.peers;

import dev.aludel.benchmarks.peers.contestant.Contestants;
import dev.aludel.benchmarks.peers.report.Charts;
import dev.aludel.benchmarks.peers.report.GeneratedPart;
import dev.aludel.benchmarks.peers.report.Results;
import dev.aludel.benchmarks.peers.report.Summary;
import dev.aludel.benchmarks.peers.report.Tables;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes tables and charts of what was measured. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes tables and charts of what was measured.")
final class ReportCommand implements Callable<Integer> {

    @Option(names = "--results", description = "The file of results. Default: ${DEFAULT-VALUE}.")
    private Path results = Path.of("benchmarks", "target", "results.json");

    @Option(names = "--page", description = "The page that has a place for the tables. Default: ${DEFAULT-VALUE}.")
    private Path page = Path.of("docs", "performance.md");

    @Option(names = "--charts", description = "The folder of the charts. Default: ${DEFAULT-VALUE}.")
    private Path charts = Path.of("docs", "charts");

    @Override
    public Integer call() throws Exception {
        Summary summary = new Summary(Results.in(results));
        Charts drawn = new Charts(summary, Contestants.TITLES);
        drawn.writeTo(charts);
        new GeneratedPart(page, "comparison").write(new Tables(summary, Contestants.TITLES).markdown());
        return 0;
    }
}
