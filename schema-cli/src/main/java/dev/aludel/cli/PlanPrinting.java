package dev.aludel.cli;

import dev.aludel.plan.Plan;

/** Prints what would be done: the plan command, and {@code --dry-run} of those that do it. */
record PlanPrinting(Console console, JdbcUrl url, boolean json) {

    void print(Plan plan) {
        console.say("plan for %s, %s; nothing is executed".formatted(url, plan.version()));
        plan.notes().forEach(console::say);
        if (plan.isEmpty()) {
            console.say("nothing to do");
        }
        if (json) {
            console.result(new JsonPlan(plan).document(url));
        } else {
            console.results(PlanText.of(plan, console.colors()));
        }
    }
}
