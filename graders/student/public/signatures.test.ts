import { readForm, readInterfaces, readSignatures } from "./signatures";

const named = readInterfaces("export interface OpCount { macs: number; flops: number }");

describe("readSignatures", () => {
  test("a statement's code span is the signature, wrapped lines included", () => {
    const statement = "Write `padding(layer: ConvLayer):\nnumber`: the smallest one. Try `padding(layer)`.";
    expect(readSignatures(statement, ["padding"], named)).toEqual([
      { name: "padding", parameters: "layer: ConvLayer", returns: "number", form: { kind: "number" } },
    ]);
  });

  test("a function whose answer is described in words returns an object", () => {
    const [signature] = readSignatures("`plot(x: Tensor)`: a chart", ["plot"], named);
    expect(signature).toMatchObject({ returns: "object", form: { kind: "object", fields: {} } });
  });

  test.each([
    ["never", "Write something.", "0 times"],
    ["twice", "`twice(a: number): number` and `twice(b: number): number`", "2 times"],
  ])("a signature stated %s is refused", (name, statement, complaint) => {
    expect(() => readSignatures(statement, [name], named)).toThrow(complaint);
  });
});

describe("readForm", () => {
  const number = { kind: "number" };
  test.each([
    ["number", number],
    ["number[]", { kind: "list", of: number }],
    ["readonly number[]", { kind: "list", of: number }],
    ["number | null", { kind: "nullable", of: number }],
    ['"memory" | "compute"', { kind: "text" }],
    ["{ a: number; b: string }", { kind: "object", fields: { a: number, b: { kind: "text" } } }],
    ["OpCount", { kind: "object", fields: { macs: number, flops: number } }],
  ])("%s", (type, form) => {
    expect(readForm(type, named)).toEqual(form);
  });

  test.each([["Unknown"], ["number | string"], ["() => number"]])("%s is no form of an answer", (type) => {
    expect(() => readForm(type, named)).toThrow("statement:");
  });
});
