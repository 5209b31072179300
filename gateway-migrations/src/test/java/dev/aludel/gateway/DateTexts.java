package dev.aludel.gateway;

import static java.time.ZoneOffset.UTC;

import dev.aludel.testing.DatabaseKind;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;

/** The spellings in which a database may hold a date. */
interface DateTexts {

    /** What may stand behind the time of day; most writers leave it out. */
    List<String> ZONES = List.of("", "", "", "Z", "+00:00", "+05:30", "-05:00", "-12:00", "+14:00");

    /** The date of this number, from a fixed random sequence. */
    DateText random(int number, Random random);

    /** SQLite holds text in whatever shape the application wrote; the others have a type for it. */
    static DateTexts of(DatabaseKind kind) {
        return kind == DatabaseKind.SQLITE ? DateTexts::anyIsoShape : DateTexts::sixDigits;
    }

    private static DateText sixDigits(int number, Random random) {
        LocalDateTime moment = Moments.random(number, random);
        String text = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").format(moment);
        return new DateText(text, moment.toInstant(UTC).toEpochMilli());
    }

    private static DateText anyIsoShape(int number, Random random) {
        LocalDateTime moment = Moments.random(number, random);
        String separator = pick(random, List.of(" ", "T"));
        int digits = pick(random, List.of(0, 1, 2, 3, 4, 6, 6, 6, 9));
        String zone = moment.getYear() > 1 && moment.getYear() < 9999 ? pick(random, ZONES) : "";
        String fraction =
                DateTimeFormatter.ofPattern("SSSSSSSSS").format(moment).substring(0, digits);
        String text = DateTimeFormatter.ofPattern("uuuu-MM-dd").format(moment)
                + separator
                + DateTimeFormatter.ofPattern("HH:mm:ss").format(moment)
                + (digits == 0 ? "" : "." + fraction)
                + zone;
        LocalDateTime kept = moment.withNano(Integer.parseInt((fraction + "000000000").substring(0, 9)));
        ZoneOffset offset = zone.isEmpty() ? UTC : ZoneOffset.of(zone);
        return new DateText(text, kept.toInstant(offset).toEpochMilli());
    }

    private static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
