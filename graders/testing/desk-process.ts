/** For tests: a desk over the toy assignment in a process that can be killed. Argument: the output folder. */
import { openDesk } from "../review/open-desk";
import { projectRoot } from "./project-root";
import { toyAssignment } from "./toy-assignment";

const [outFolder = ""] = process.argv.slice(2);

void openDesk({
  place: { outFolder, assignment: toyAssignment, root: projectRoot },
  by: "AB",
  now: () => new Date("2026-02-03T04:05:06.789Z"),
  onLink: (url) => console.log(url),
});
