/** Binary multiples of a byte (IEC 80000-13). */

export const kibibyte = 1024;
export const mebibyte = 1024 * kibibyte;
export const gibibyte = 1024 * mebibyte;
