import fc from "fast-check";
import { parseLimits } from "../../contract/limits";
import { Opaque } from "../../contract/value";
import { encodeAnswer } from "./child/encode-answer";
import { type Decoded, decodeValue } from "./decode-value";

const limits = parseLimits();
const bounds = { depth: limits.answerDepth, nodes: limits.answerNodes, bytes: limits.answerBytes };

function roundTrip(value: unknown): unknown {
  const decoded = decodeValue(encodeAnswer(value, bounds), limits);
  if (decoded.kind !== "decoded") throw new Error(JSON.stringify(decoded));
  return decoded.value;
}

function decode(text: string): Decoded {
  return decodeValue(text, limits);
}

describe("an encoded answer", () => {
  test.each([
    [Number.NaN],
    [Number.NEGATIVE_INFINITY],
    [-0],
    [0],
    [1e21],
    [undefined],
    [null],
    [false],
    [7n],
    [-(2n ** 80n)],
  ])("%p comes back as itself", (value) => {
    expect(Object.is(roundTrip(value), value)).toBe(true);
  });

  test("plain data of any shape comes back, in objects without a prototype", () => {
    const key = fc.oneof(fc.string(), fc.constantFrom("$number", "$$x", "$", "$opaque", "constructor"));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: "small" },
        fc.double(),
        fc.bigInt(),
        fc.string(),
        tie("list"),
        tie("record"),
      ),
      list: fc.array(tie("tree"), { maxLength: 4 }),
      record: fc
        .dictionary(key, tie("tree"), { maxKeys: 4, noNullPrototype: true })
        .filter((one) => !Object.hasOwn(one, "__proto__")),
    }));
    fc.assert(fc.property(tree, (value) => expect(roundTrip(value)).toEqual(value)));
    expect(Object.getPrototypeOf(roundTrip({ a: 1 }))).toBeNull();
  });

  test("the longest permitted bigint comes back", () => {
    expect(roundTrip(-(10n ** 5000n - 1n))).toBe(-(10n ** 5000n - 1n));
  });

  test("keys keep their order", () => {
    expect(Object.keys(roundTrip({ b: 1, a: 2, c: 3 }) as object)).toEqual(["b", "a", "c"]);
  });

  test("typed arrays come back as plain arrays of numbers", () => {
    expect(roundTrip(new Float32Array([1.5, Number.NaN]))).toEqual([1.5, Number.NaN]);
    expect(roundTrip(new BigInt64Array([3n]))).toEqual([3n]);
  });

  test.each([
    [() => 1, "function"],
    [Symbol("s"), "symbol"],
    [new Date(0), "Date"],
    [new Map([[1, 2]]), "Map"],
    [new Set(), "Set"],
    [/x/, "RegExp"],
    [new Error("x"), "Error"],
    [Promise.resolve(1), "Promise"],
    [new ArrayBuffer(8), "ArrayBuffer"],
    [Object(1), "boxed primitive"],
  ])("%p gives no data, only its type %p", (value, typeName) => {
    expect(roundTrip(value)).toEqual(new Opaque(typeName));
  });

  test("toJSON is never asked and inherited properties are not read", () => {
    const inherited = Object.create({ macs: 1 }, { flops: { value: 2, enumerable: true } });
    expect(roundTrip({ ...inherited, toJSON: () => 5 })).toEqual({
      flops: 2,
      toJSON: new Opaque("function"),
    });
    expect(roundTrip(inherited)).toEqual({ flops: 2 });
  });

  test("holes of an array are undefined", () => {
    expect(roundTrip(new Array(2))).toEqual([undefined, undefined]);
  });

  test("an own property named __proto__ is refused where it is made", () => {
    expect(() => encodeAnswer(JSON.parse('{"__proto__":1}'), bounds)).toThrow("__proto__");
  });

  test("what getters of a class make comes back like a field, once, and no method", () => {
    class Counts {
      constructor(readonly macs: bigint) {}
      get flops() {
        return 2n * this.macs;
      }
      get name() {
        return "of a class";
      }
      half() {
        return this.macs / 2n;
      }
    }
    class Named extends Counts {
      readonly own = 1;
      override get name() {
        return "of the class below";
      }
    }
    expect({ ...(roundTrip(new Named(3n)) as object) }).toEqual({
      macs: 3n,
      own: 1,
      flops: 6n,
      name: "of the class below",
    });
  });

  const endless: object = new Proxy({}, { getPrototypeOf: () => endless });

  test.each([
    ["nodes", () => endless],
    [
      "depth",
      () => {
        const circle: unknown[] = [];
        circle.push(circle);
        return circle;
      },
    ],
    ["nodes", () => new Float32Array(100_001)],
    ["digits", () => 10n ** 5000n],
    ["digits", () => -(2n ** 1_000_000n)],
    ["nodes", () => new Array(2 ** 32 - 1)],
    ["bytes", () => new Array(1000).fill("x".repeat(2000))],
  ])("an answer past the limit of %s is refused where it is made", (limit, make) => {
    expect(() => encodeAnswer(make(), bounds)).toThrow(limit);
  });
});

describe("a decoder that trusts nobody", () => {
  test("accepts nesting up to the limit and refuses one level more", () => {
    const nest = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
    expect(decode(nest(64)).kind).toBe("decoded");
    expect(decode(nest(65))).toEqual({ kind: "too-large", limit: { code: "answer-levels", levels: 64 } });
  });

  test("half a million open brackets neither overflow the stack nor take long", () => {
    const depth = 500_000;
    expect(decode("[".repeat(depth) + "]".repeat(depth)).kind).toBe("too-large");
    expect(decode('{"a":'.repeat(depth / 5) + 1 + "}".repeat(depth / 5)).kind).toBe("too-large");
  });

  test("refuses more values than the limit, in one array or in many", () => {
    const few = { ...limits, answerNodes: 100 };
    expect(decodeValue(JSON.stringify(new Array(99).fill(0)), few).kind).toBe("decoded");
    expect(decodeValue(JSON.stringify(new Array(100).fill(0)), few).kind).toBe("too-large");
    expect(decodeValue(JSON.stringify(new Array(50).fill([0])), few).kind).toBe("too-large");
  });

  test("refuses strings and keys above the limit", () => {
    const short = { ...limits, answerStringLength: 10 };
    expect(decodeValue('"0123456789"', short).kind).toBe("decoded");
    expect(decodeValue('"0123456789x"', short).kind).toBe("too-large");
    expect(decodeValue('{"0123456789x":1}', short).kind).toBe("too-large");
  });

  test.each([
    ["nothing", ""],
    ["broken JSON", '{"a":'],
    ["an own __proto__", '{"__proto__":{"admin":true}}'],
    ["an unknown tag", '{"$evil":1}'],
    ["a tag among other keys", '{"$bigint":"1","a":2}'],
    ["a tag after other keys", '{"a":2,"$bigint":"1"}'],
    ["a number tag for an ordinary number", '{"$number":"5"}'],
    ["a bigint that is none", '{"$bigint":"0x10"}'],
    ["an opaque name that could be markup", '{"$opaque":"<script>"}'],
    ["an undefined that says otherwise", '{"$undefined":false}'],
  ])("takes %s for the work of somebody else than our runner", (_, text) => {
    expect(decode(text).kind).toBe("malformed");
  });

  test("never throws, whatever the text", () => {
    fc.assert(
      fc.property(fc.string(), (text) =>
        expect(decode(text).kind).toMatch(/^(decoded|too-large|malformed)$/),
      ),
    );
    fc.assert(
      fc.property(fc.json(), (text) => expect(decode(text).kind).toMatch(/^(decoded|too-large|malformed)$/)),
    );
  });

  test("decoded objects cannot reach Object.prototype", () => {
    const decoded = decode('{"constructor":{"prototype":{"polluted":1}}}');
    expect(decoded.kind).toBe("decoded");
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
