package dev.aludel.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of times: {@code 0}, {@code 12}. */
final class CountConverter implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        if (!text.matches("\\d{1,6}")) {
            throw new TypeConversionException("\"%s\" is no number of times, such as 5".formatted(text));
        }
        return Integer.valueOf(text);
    }
}
