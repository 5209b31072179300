package dev.aludel.testing.contract;

import java.util.List;

/** What every dialect owes in data steps and in control flow; as {@link DialectContract}, with cases of its own. */
public abstract class DataContract extends DialectContract {

    @Override
    List<ContractCase> cases() {
        return DataCases.all();
    }
}
