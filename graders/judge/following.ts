/**
 * How answers of a function fare where a later question asks it. `follows`: as it was explained. `differs`: in another
 * way than it was judged by. `unproven`: nobody knows in which way.
 */
export type Following = "follows" | "differs" | "unproven";
