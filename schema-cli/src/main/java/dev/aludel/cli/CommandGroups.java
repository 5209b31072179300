package dev.aludel.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/** The commands in the program's own help, by what one wants of them. */
final class CommandGroups implements IHelpSectionRenderer {

    private static final List<Group> GROUPS = List.of(
            new Group(
                    "Where does the database stand, and what would a run do?",
                    List.of("current", "plan", "log", "verify")),
            new Group("Change the database:", List.of("upgrade", "downgrade", "stamp", "resume", "ensure-version")),
            new Group(
                    "Read the history, without a database:",
                    List.of("histories", "history", "heads", "branches", "show")),
            new Group("Extend the history, without a database:", List.of("revision", "merge", "check-history")));

    private record Group(String title, List<String> commands) {}

    @Override
    public String render(Help help) {
        Map<String, Help> left = new LinkedHashMap<>(help.subcommands());
        StringBuilder text = new StringBuilder();
        for (Group group : GROUPS) {
            Map<String, Help> members = new LinkedHashMap<>(help.subcommands());
            members.keySet().retainAll(group.commands());
            left.keySet().removeAll(group.commands());
            text.append(section(help, group.title(), members));
        }
        return text.append(section(help, "Others:", left)).toString();
    }

    private static String section(Help help, String title, Map<String, Help> commands) {
        String heading = help.colorScheme().ansi().string("@|bold " + title + "|@");
        return commands.isEmpty() ? "" : "%n%s%n%s".formatted(heading, help.commandList(commands));
    }
}
