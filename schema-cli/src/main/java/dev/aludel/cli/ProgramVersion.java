package dev.aludel.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of the jar that this class came in. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        Optional<String> version =
                Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion());
        return new String[] {"${ROOT-COMMAND-NAME}, with Aludel " + version.orElse("(development)")};
    }
}
