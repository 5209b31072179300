package dev.aludel.testing.contract;

import java.util.List;

/** The contract of {@link DialectContract} for what a schema has besides tables: enums. */
public abstract class ObjectContract extends DialectContract {

    @Override
    List<ContractCase> cases() {
        return EnumCases.all();
    }
}
