/** The path of the child's runner on a command line that starts it. */
export const findRunner = ({ args }: { readonly args: readonly string[] }): string =>
  args.findLast((one) => one.endsWith("runner.cjs")) ?? "";
