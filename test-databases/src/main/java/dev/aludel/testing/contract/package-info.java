/** What every dialect owes: one suite of cases that each dialect's tests extend, a third party's too. */
@NullMarked
package dev.aludel.testing.contract;

import org.jspecify.annotations.NullMarked;
