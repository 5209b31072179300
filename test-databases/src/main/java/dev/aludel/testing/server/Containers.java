package dev.aludel.testing.server;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/** Whether containers can be had. Costs nothing where there is no Docker engine: Testcontainers is then not even loaded. */
final class Containers {
    private static final String TESTCONTAINERS = "org/testcontainers/DockerClientFactory.class";

    private Containers() {}

    static boolean available() {
        return engineConfigured() && testcontainersPresent() && Engine.answers();
    }

    private static boolean engineConfigured() {
        return System.getenv("DOCKER_HOST") != null || socketAnswers(Path.of("/var/run/docker.sock"));
    }

    private static boolean socketAnswers(Path path) {
        if (!Files.exists(path)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException nobodyListens) {
            return false;
        }
    }

    private static boolean testcontainersPresent() {
        return Containers.class.getClassLoader().getResource(TESTCONTAINERS) != null;
    }

    /** A class of its own, so that Testcontainers, which is optional, is linked only when asked. */
    private static final class Engine {
        static boolean answers() {
            return DockerClientFactory.instance().isDockerAvailable();
        }
    }
}
