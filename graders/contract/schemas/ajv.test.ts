import { compileSchema, parseJson, SchemaError } from "./ajv";

interface Pet {
  readonly name: string;
  readonly kind: string;
}

const schema = {
  type: "object",
  additionalProperties: false,
  required: ["name", "kind"],
  properties: {
    name: { type: "string", pattern: "^[a-z]+$" },
    kind: { enum: ["cat", "dog"] },
    version: { const: "1.0" },
    legs: { type: "integer", maximum: 8 },
    tag: {
      type: "object",
      required: ["kind"],
      properties: { kind: { type: "string" } },
      discriminator: { propertyName: "kind" },
      oneOf: [
        { properties: { kind: { const: "chip" }, code: { type: "string" } }, required: ["kind", "code"] },
        { properties: { kind: { const: "none" } }, required: ["kind"], additionalProperties: false },
      ],
    },
    never: false,
  },
};

const valid = { name: "tom", kind: "cat" };

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof SchemaError) return error.message;
    throw error;
  }
  throw new Error("expected a SchemaError");
}

describe("compileSchema", () => {
  const compiled = compileSchema<Pet>(schema);

  test("gives back the very value that fits", () => {
    expect(compiled.check(valid, "pet.json")).toBe(valid);
  });

  test.each([
    [{ kind: "cat" }, 'pet.json: at the top: expected a field "name", got none'],
    [{ ...valid, colour: "red" }, 'pet.json: at the top: expected no field of this name, got "colour"'],
    [{ ...valid, name: 7 }, "pet.json: at /name: expected string, got 7"],
    [{ ...valid, name: "TOM" }, 'pet.json: at /name: expected text like ^[a-z]+$, got "TOM"'],
    [{ ...valid, kind: "cow" }, 'pet.json: at /kind: expected one of ["cat","dog"], got "cow"'],
    [{ ...valid, version: "2.0" }, 'pet.json: at /version: expected "1.0", got "2.0"'],
    [{ ...valid, legs: 9 }, "pet.json: at /legs: expected a number of at most 8, got 9"],
    [{ ...valid, tag: { kind: "bell" } }, 'pet.json: at /tag: expected a known "kind", got "bell"'],
    [{ ...valid, tag: { kind: "chip" } }, 'pet.json: at /tag: expected a field "code", got none'],
    [{ ...valid, never: 1 }, "pet.json: at /never: expected nothing here, got 1"],
    [null, "pet.json: at the top: expected object, got null"],
    [[], "pet.json: at the top: expected object, got []"],
  ])("says of %j in one line what was expected where, and what came", (value, expected) => {
    expect(messageOf(() => compiled.check(value, "pet.json"))).toBe(expected);
  });

  test("shows foreign text cut and without control characters", () => {
    const message = messageOf(() =>
      compiled.check({ ...valid, name: `\u001b[31m${"x".repeat(9999)}` }, "pet.json"),
    );
    expect(message).not.toMatch(/\p{Cc}/u);
    expect(message.length).toBeLessThan(300);
  });

  test("refuses a sloppy schema when it is compiled", () => {
    const sloppy = compileSchema({ type: "object", propertiez: {} });
    expect(() => sloppy.check({}, "pet.json")).toThrow(/unknown keyword/);
  });
});

describe("parseJson", () => {
  test("forgives a byte order mark", () => {
    expect(parseJson('\uFEFF{"a":1}', "a.json")).toEqual({ a: 1 });
  });

  test.each([
    ["", "a.json: expected JSON, got an empty file"],
    ['{"a":', "a.json: expected JSON, got "],
    ["\u0000\u001b[2J", "a.json: expected JSON, got "],
  ])("names the file when %j is no JSON", (text, start) => {
    const message = messageOf(() => parseJson(text, "a.json"));
    expect(message).toContain(start);
    expect(message).not.toMatch(/\p{Cc}/u);
  });
});

test.each(["appeal", "config", "mark", "review", "roster", "scores", "record"])(
  "the schema of %s is one",
  (name) => {
    const own = require(`./${name}.schema.json`) as object;
    // Anything but an error about the schema itself: no document is `null`.
    expect(() => compileSchema(own, { validateSchema: true }).check(null, name)).toThrow(SchemaError);
  },
);
