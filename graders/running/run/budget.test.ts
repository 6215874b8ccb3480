import { Budget } from "./budget";

const limits = { totalMs: 1000, callMs: 400, answersBytes: 100 };

describe("the budget of a submission", () => {
  test("gives a call its own limit, and near the end what is left", () => {
    const budget = new Budget(limits);
    expect(budget.callMs).toBe(400);
    budget.charge(700, 5000);
    expect(budget.callMs).toBe(300);
  });

  test("charges a request no more than it was allowed", () => {
    const budget = new Budget(limits);
    budget.charge(62_000, 400);
    expect([budget.callMs, budget.isOutOfTime]).toEqual([400, false]);
    budget.charge(62_000, 600);
    expect(budget.isOutOfTime).toBe(true);
  });

  test("can be spent at once", () => {
    const budget = new Budget(limits);
    budget.spendAllTime();
    expect(budget.isOutOfTime).toBe(true);
  });

  test("has room up to the last byte, and an answer that is refused takes none", () => {
    const budget = new Budget(limits);
    expect([60, 41, 40, 1].map((bytes) => budget.takeRoom(bytes))).toEqual([true, false, true, false]);
  });

  test("is out of room after some answers that found none, each of which took time to read", () => {
    const budget = new Budget(limits);
    for (let at = 0; at < 15; at += 1) budget.takeRoom(101);
    expect([budget.isOutOfRoom, budget.takeRoom(100)]).toEqual([false, true]);
    budget.takeRoom(1);
    expect(budget.isOutOfRoom).toBe(true);
  });
});
