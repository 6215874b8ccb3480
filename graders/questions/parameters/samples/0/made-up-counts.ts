// Four bytes each of a count that has nothing to do with the model: nothing to build on.
export const modelMemory = ({ dims, depths }: { dims: number[]; depths: number[] }) => ({ params: depths.length * dims[0], bytes: 4 * depths.length * dims[0] });
