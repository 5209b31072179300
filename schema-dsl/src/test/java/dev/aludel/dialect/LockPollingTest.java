package dev.aludel.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LockPollingTest {

    private final List<LockWait> waits = new ArrayList<>();

    @Test
    void a_lock_that_is_free_is_waited_for_by_nobody() throws SQLException {
        polling(Duration.ZERO).until(remaining -> true, () -> "nobody");
        assertThat(waits).isEmpty();
    }

    @Test
    void the_beginning_of_a_wait_is_told_once() throws SQLException {
        AtomicInteger attempts = new AtomicInteger();
        polling(Duration.ofSeconds(60)).until(remaining -> attempts.incrementAndGet() == 4, () -> "session 7");

        assertThat(waits).singleElement().satisfies(wait -> assertThat(wait)
                .hasToString("waiting for the lock, held by session 7 (0 s of at most 60 s)"));
    }

    @Test
    void an_attempt_is_told_how_much_time_is_left() throws SQLException {
        polling(Duration.ofSeconds(60))
                .until(
                        remaining -> {
                            assertThat(remaining).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
                            return true;
                        },
                        () -> "nobody");
    }

    @Test
    void the_holder_is_named_when_the_time_is_up() {
        assertThatThrownBy(() -> polling(Duration.ofMillis(120)).until(remaining -> false, () -> "session 7"))
                .isInstanceOf(LockTimeoutException.class)
                .hasMessage(
                        "the lock was not free within 120 ms: it is held by session 7. Nothing was changed. Wait for that run to end, or end its session, and run this one again");
    }

    @Test
    void an_interrupted_thread_stops_waiting_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> polling(Duration.ofSeconds(60)).until(remaining -> false, () -> "session 7"))
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessage("waiting for the lock was interrupted. Nothing was changed");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private LockPolling polling(Duration timeout) {
        return new LockPolling("the lock", timeout, waits::add);
    }
}
