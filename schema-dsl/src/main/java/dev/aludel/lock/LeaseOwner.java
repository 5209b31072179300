package dev.aludel.lock;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What others are told of this run while it holds a lease. */
final class LeaseOwner {

    private static final int LONGEST = 255;

    private LeaseOwner() {}

    static String words() {
        String words = "process %d of user \"%s\" on host \"%s\""
                .formatted(ProcessHandle.current().pid(), System.getProperty("user.name"), host());
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unknown) {
            return "unknown";
        }
    }
}
