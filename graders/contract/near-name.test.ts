import { findNearName } from "./near-name";

test.each([
  ["padding", ["paddding", "softmax"], "paddding"],
  ["padding", ["PADDING"], "PADDING"],
  ["softmaxFlops", ["softmax_flops", "preluFlops"], "softmax_flops"],
  ["standardConv", ["standardConvolution", "depthwiseConv"], null],
  ["boundBy", ["bound_by", "boundBye"], "bound_by"],
  ["prelu", [], null],
  ["padding", ["help"], null],
])("for %s, %j holds %j", (name, candidates, near) => {
  expect(findNearName(name, candidates)).toBe(near);
});
