/**
 * A seccomp filter as the kernel wants it: a classic BPF program over `struct seccomp_data` (number at byte 0,
 * architecture at 4, arguments from 16 on, eight bytes each, low word first on both tables' machines), eight bytes
 * per instruction. Built here, so that no compiler and no library is needed; bwrap installs it.
 */
import { type SyscallTable, syscallTables } from "./syscalls";

/** BPF_LD|BPF_W|BPF_ABS, BPF_JMP|BPF_{JEQ,JGE,JSET}|BPF_K, BPF_RET|BPF_K of linux/bpf_common.h. */
const operations = { load: 0x20, jumpIfEqual: 0x15, jumpIfAtLeast: 0x35, jumpIfAnyBit: 0x45, result: 0x06 };
const offsets = { number: 0, architecture: 4, firstArgument: 16, secondArgument: 24 };
/** SECCOMP_RET_* of linux/seccomp.h; an error number goes into the low half. */
const results = { killProcess: 0x80000000, allow: 0x7fff0000, error: 0x00050000 };
const errorNumbers = { EPERM: 1, ENOSYS: 38 };

/** CLONE_THREAD: what a process may still start is threads. */
const cloneThread = 0x00010000;
/** CLONE_NEWTIME, NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
const cloneNamespaces = 0x7e020080;
/** Terminal requests that type into, or paste on, the terminal of whoever started us: TIOCSTI, TIOCLINUX. */
const terminalRequests = [0x5412, 0x541c];

type Instruction = readonly [operation: number, ifTrue: number, ifFalse: number, operand: number];

const refuse: Instruction = [operations.result, 0, 0, results.error | errorNumbers.EPERM];
const allow: Instruction = [operations.result, 0, 0, results.allow];

/** The filter for an architecture, or null where no table is known: then the layer is off, never guessed. */
export function buildSeccompFilter(architecture: string = process.arch): Buffer | null {
  const table = syscallTables[architecture];
  return table === undefined ? null : encodeProgram(writeProgram(table));
}

function writeProgram(table: SyscallTable): readonly Instruction[] {
  return [
    [operations.load, 0, 0, offsets.architecture],
    // A 32-bit call on a 64-bit kernel has other numbers: nothing here would mean what it says.
    [operations.jumpIfEqual, 1, 0, table.auditArchitecture],
    [operations.result, 0, 0, results.killProcess],
    [operations.load, 0, 0, offsets.number],
    ...(table.firstForeign === null ? [] : refuseFrom(table.firstForeign)),
    ...table.refused.flatMap(refuseCall),
    // A C library that finds no clone3 falls back to clone, whose flags can be seen from here.
    [operations.jumpIfEqual, 0, 1, table.clone3],
    [operations.result, 0, 0, results.error | errorNumbers.ENOSYS],
    ...checkClone(table.clone),
    ...checkIoctl(table.ioctl),
    allow,
  ];
}

function refuseFrom(number: number): readonly Instruction[] {
  return [[operations.jumpIfAtLeast, 0, 1, number], refuse];
}

function refuseCall(number: number): readonly Instruction[] {
  return [[operations.jumpIfEqual, 0, 1, number], refuse];
}

/** Threads of one's own, yes; processes and namespaces, no. */
function checkClone(number: number): readonly Instruction[] {
  return [
    [operations.jumpIfEqual, 0, 5, number],
    [operations.load, 0, 0, offsets.firstArgument],
    [operations.jumpIfAnyBit, 1, 0, cloneNamespaces],
    [operations.jumpIfAnyBit, 1, 0, cloneThread],
    refuse,
    allow,
  ];
}

function checkIoctl(number: number): readonly Instruction[] {
  const checks = terminalRequests.flatMap(refuseCall);
  return [
    [operations.jumpIfEqual, 0, 1 + checks.length, number],
    [operations.load, 0, 0, offsets.secondArgument],
    ...checks,
  ];
}

function encodeProgram(program: readonly Instruction[]): Buffer {
  const bytes = Buffer.alloc(8 * program.length);
  program.forEach(([operation, ifTrue, ifFalse, operand], i) => {
    bytes.writeUInt16LE(operation, 8 * i);
    bytes.writeUInt8(ifTrue, 8 * i + 2);
    bytes.writeUInt8(ifFalse, 8 * i + 3);
    bytes.writeUInt32LE(operand >>> 0, 8 * i + 4);
  });
  return bytes;
}
