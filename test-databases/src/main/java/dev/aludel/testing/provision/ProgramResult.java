package dev.aludel.testing.provision;

/**
 * What a program left behind when it ended.
 *
 * @param exitCode 0 when the program calls itself successful
 * @param stdout all that it printed, in UTF-8
 * @param stderr all that it complained of, in UTF-8
 */
public record ProgramResult(int exitCode, String stdout, String stderr) {
    public boolean succeeded() {
        return exitCode == 0;
    }
}
