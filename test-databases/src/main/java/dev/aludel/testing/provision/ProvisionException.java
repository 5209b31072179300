package dev.aludel.testing.provision;

/** Thrown when a server or a client program can't be had on this machine: it fails the test that asked for it. */
public final class ProvisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProvisionException(String message) {
        super(message);
    }

    public ProvisionException(String message, Throwable cause) {
        super(message, cause);
    }
}
