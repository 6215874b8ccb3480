interface ConvLayer { hIn: number; wIn: number; hOut: number; wOut: number; kernel: number; stride: number }

export function padding({ hIn, wIn, hOut, wOut, kernel, stride }: ConvLayer): number {
  const fits = (size: number, output: number, p: number) => Math.floor((size + 2 * p - kernel) / stride) + 1 === output;
  for (let p = 0; p < kernel; p++) if (fits(hIn, hOut, p) && fits(wIn, wOut, p)) return p;
  throw new Error("no padding fits");
}
