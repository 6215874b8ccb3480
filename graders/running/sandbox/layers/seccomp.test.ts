import { buildSeccompFilter } from "./seccomp";
import { syscallTables } from "./syscalls";

const allowed = 0x7fff0000;
const eperm = 0x00050001;
const enosys = 0x00050026;
const killed = 0x80000000;

/** Runs a filter as the kernel would: classic BPF with loads, conditional jumps and results only. */
function judge(
  architecture: string,
  number: number,
  args: readonly number[] = [],
  auditArch?: number,
): number {
  const filter = buildSeccompFilter(architecture) as Buffer;
  const data = Buffer.alloc(64);
  data.writeUInt32LE(number >>> 0, 0);
  data.writeUInt32LE((auditArch ?? syscallTables[architecture]?.auditArchitecture ?? 0) >>> 0, 4);
  args.forEach((value, i) => {
    data.writeUInt32LE(value >>> 0, 16 + 8 * i);
  });
  let accumulator = 0;
  for (let at = 0; at < filter.length; at += 8) {
    const operation = filter.readUInt16LE(at);
    const operand = filter.readUInt32LE(at + 4);
    if (operation === 0x06) return operand;
    if (operation === 0x20) {
      accumulator = data.readUInt32LE(operand);
      continue;
    }
    const holds =
      operation === 0x15
        ? accumulator === operand
        : operation === 0x35
          ? accumulator >= operand
          : (accumulator & operand) !== 0;
    at += 8 * filter.readUInt8(at + (holds ? 2 : 3));
  }
  throw new Error("the filter ends without a result");
}

const threadFlags = 0x003d0f00;

describe.each(["x64", "arm64"])("the filter for %s", (architecture) => {
  const table = syscallTables[architecture];
  if (table === undefined) throw new Error("no table");

  test("refuses every call of its table, and lets through what a program lives on", () => {
    for (const number of table.refused) expect(judge(architecture, number)).toBe(eperm);
    const read = architecture === "x64" ? 0 : 63;
    const mmap = architecture === "x64" ? 9 : 222;
    for (const number of [read, mmap]) expect(judge(architecture, number)).toBe(allowed);
  });

  test("lets threads through, and neither processes nor namespaces", () => {
    expect(judge(architecture, table.clone, [threadFlags])).toBe(allowed);
    expect(judge(architecture, table.clone, [17])).toBe(eperm);
    expect(judge(architecture, table.clone, [threadFlags | 0x10000000])).toBe(eperm);
    expect(judge(architecture, table.clone, [threadFlags | 0x40000000])).toBe(eperm);
    expect(judge(architecture, table.clone3)).toBe(enosys);
  });

  test("keeps others' terminals from being typed into, and no other request", () => {
    expect(judge(architecture, table.ioctl, [0, 0x5412])).toBe(eperm);
    expect(judge(architecture, table.ioctl, [0, 0x541c])).toBe(eperm);
    expect(judge(architecture, table.ioctl, [0, 0x5401])).toBe(allowed);
  });

  test("ends a program that speaks another architecture's numbers", () => {
    expect(judge(architecture, 0, [], 0x40000003)).toBe(killed);
  });
});

test("x32 calls are refused on x64", () => {
  expect(judge("x64", 0x40000000 + 41)).toBe(eperm);
});

test("an architecture without a table has no filter", () => {
  expect(buildSeccompFilter("mips")).toBeNull();
});
