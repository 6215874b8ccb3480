/** Inputs of public checks as TypeScript that can be pasted: what it evaluates to is the input again. Pure. */

/** Longer runs of numbers that repeat are written as what repeats. */
const longestRun = 24;
const longestPeriod = 16;

export function writeLiteral(value: unknown): string {
  if (value instanceof Float32Array) return writeNumbers(value);
  if (Array.isArray(value)) return `[${value.map(writeLiteral).join(", ")}]`;
  if (typeof value === "object" && value !== null) return writeObject(value);
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  return Object.is(value, -0) ? "-0" : String(value);
}

function writeObject(value: object): string {
  const fields = Object.entries(value).map(([key, item]) => {
    const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
    return `${name}: ${writeLiteral(item)}`;
  });
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

function writeNumbers(data: Float32Array): string {
  const period = data.length > longestRun ? findPeriod(data) : null;
  if (period === 1) return `new Float32Array(${data.length}).fill(${writeLiteral(data[0])})`;
  if (period !== null) {
    const repeated = writeLiteral([...data.subarray(0, period)]);
    return `Float32Array.from({ length: ${data.length} }, (_, i) => ${repeated}[i % ${period}])`;
  }
  return `new Float32Array([${[...data].map(writeLiteral).join(", ")}])`;
}

/** After how many numbers they begin again; null where they do not, or late. */
function findPeriod(data: Float32Array): number | null {
  for (let period = 1; period <= longestPeriod; period += 1)
    if (data.every((one, at) => Object.is(one, data[at % period]))) return period;
  return null;
}
