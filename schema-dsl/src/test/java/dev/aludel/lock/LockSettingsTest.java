package dev.aludel.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.LockKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LockSettingsTest {

    private final LockSettings standard = LockSettings.standard();

    @Test
    void a_run_is_locked_by_the_derived_key_and_waits_a_minute_unless_told_otherwise() {
        assertThat(standard.locked()).isTrue();
        assertThat(standard.key()).isEmpty();
        assertThat(standard.lease()).isEmpty();
        assertThat(standard.timeout()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void each_setting_leaves_the_others_alone() {
        LockSettings all = standard.waiting(Duration.ofSeconds(5))
                .keyed(new LockKey("7"))
                .leased(Duration.ofSeconds(30))
                .unlocked();
        assertThat(all.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(all.key()).contains(new LockKey("7"));
        assertThat(all.lease()).contains(Duration.ofSeconds(30));
        assertThat(all.locked()).isFalse();
    }

    @Test
    void a_lease_too_short_to_be_renewed_is_refused() {
        assertThatThrownBy(() -> standard.leased(Duration.ofMillis(999)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a lease lasts 1 s at least");
    }

    @Test
    void a_negative_timeout_is_refused() {
        assertThatThrownBy(() -> standard.waiting(Duration.ofMillis(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_empty_key_is_refused() {
        assertThatThrownBy(() -> new LockKey(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
