package dev.aludel.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LockWaitingTest {

    private final Random random = new Random(7);

    @Test
    void pauses_double_from_a_tenth_of_the_wait_and_are_partly_random() {
        LockWaiting waiting = LockWaiting.standard();
        for (int tries = 0; tries < 500; tries++) {
            assertThat(waiting.pause(1, random)).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
            assertThat(waiting.pause(4, random)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
            assertThat(waiting.pause(1_000_000, random)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
        }
        assertThat(IntStream.range(0, 50)
                        .mapToObj(each -> waiting.pause(1, random))
                        .distinct())
                .hasSizeGreaterThan(10);
    }

    @Test
    void without_a_limit_deadlocks_still_have_their_pauses() {
        assertThat(new LockWaiting(Duration.ZERO, 5).pause(1, random))
                .isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
    }

    /** Other runs wait for a minute. */
    @Test
    void by_default_all_tries_and_pauses_take_less_than_a_minute() {
        LockWaiting waiting = LockWaiting.standard();
        Duration longest = waiting.limit().multipliedBy(waiting.retries() + 1L);
        for (int failures = 1; failures <= waiting.retries(); failures++) {
            longest = longest.plus(waiting.limit().dividedBy(10).multipliedBy(1L << (failures - 1)));
        }
        assertThat(longest).isEqualTo(Duration.ofMillis(45_500));
    }

    @Test
    void neither_part_can_be_negative() {
        assertThatThrownBy(() -> new LockWaiting(Duration.ofSeconds(-1), 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LockWaiting(Duration.ZERO, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
