export const padding = ({ hIn, hOut }: { hIn: number; hOut: number }): number => hIn - hOut;
