/** A zip archive in which many entries share one name, as no program that packs files writes it. */
import { writeZip, type ZippedFile } from "../../student/handout/zip";

const endBytes = 22;
const entrySignature = Buffer.from("PK\x01\x02", "latin1");

/** @param times how often the list names the last of the files */
export function repeatLastFile(files: readonly ZippedFile[], times: number): Buffer {
  const zip = Buffer.from(writeZip(files));
  const end = zip.length - endBytes;
  const first = zip.readUInt32LE(end + 16);
  const last = zip.subarray(zip.lastIndexOf(entrySignature), end);
  const list = Buffer.concat([zip.subarray(first, end), ...Array<Buffer>(times - 1).fill(last)]);
  const numbers = { count: files.length + times - 1, size: list.length, first };
  return Buffer.concat([zip.subarray(0, first), list, describeEnd(numbers)]);
}

/** The end of the list, with numbers that the format's first version has no room for. */
function describeEnd({ count, size, first }: Readonly<Record<"count" | "size" | "first", number>>): Buffer {
  const end = Buffer.alloc(56 + 20 + endBytes);
  end.write("PK\x06\x06", 0, "latin1");
  end.writeBigUInt64LE(44n, 4);
  for (const at of [24, 32]) end.writeBigUInt64LE(BigInt(count), at);
  for (const [at, number] of [
    [40, size],
    [48, first],
  ] as const)
    end.writeBigUInt64LE(BigInt(number), at);
  end.write("PK\x06\x07", 56, "latin1");
  end.writeBigUInt64LE(BigInt(first + size), 64);
  end.writeUInt32LE(1, 72);
  end.write("PK\x05\x06", 76, "latin1");
  end.fill(0xff, 84, 96);
  return end;
}
