/** Where people meet these ways of counting, by reading or family of readings. */
import type { Sources } from "../kit/sources";

export const sources: Sources = {
  "mixed-bases":
    "The 1.44 MB of a floppy disk, 1440 times 1024 bytes: https://krzysiu.net/en/why-floppy-is-marketed-as-144-mb-units-and-joke-for-geeks/",
  si: "The SI prefixes kilo and mega; IEC 80000-13 names the binary ones kibi and mebi",
};
