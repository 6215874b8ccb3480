import { sampleAssignment } from "../testing/sample-assignment";
import { listWeights } from "./question-weights";

const why = "the figure was wrong";
const list = (...questions: Parameters<typeof listWeights>[0]["questions"] & object) =>
  listWeights({ questions }, sampleAssignment);

test("void and weighed questions are told as factors; nothing said is not the same as none", () => {
  expect(list({ id: "softmax", void: true, why }, { id: "fused", weight: 0.5, why })).toEqual([
    { question: "softmax", factor: "0", why },
    { question: "fused", factor: "0.5", why },
  ]);
  expect(list()).toEqual([]);
  expect(listWeights({}, sampleAssignment)).toBeUndefined();
});

test.each([
  [[{ id: "sofmax", void: true as const, why }], /"sofmax" is no question; did you mean "softmax"\?/],
  [[{ id: "zzz", void: true as const, why }], /"zzz" is no question; expected one of padding, /],
  [[{ id: "fused", why }], /"fused": expected either "void": true or a "weight"/],
  [[{ id: "fused", void: true as const, weight: 2, why }], /"fused": expected either/],
  [[0.5, 2].map((weight) => ({ id: "fused", weight, why })), /"fused" stands there twice/],
])("%j is refused in one line", (questions, complaint) => {
  expect(() => list(...questions)).toThrow(complaint);
});
